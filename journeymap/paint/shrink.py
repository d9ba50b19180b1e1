"""Large pictures made small enough for a map that travels by mail."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt

from journeymap.model.problem import Problem
from journeymap.paint.photo import decode, image_type

FILE_LIMIT = 20_000_000  # what the map's own format can take, as text
JPEG_QUALITY = 88


def read_image(path: Path, most: int | None = None) -> bytes:
    """The bytes of an image file, scaled down to `most` pixels a side; raises `Problem` where it can't be read or used."""
    try:
        with path.open("rb") as file:
            data = file.read(FILE_LIMIT * 4 + 1)
    except OSError as error:
        raise Problem("“{name}” can't be read: {why}.", name=path.name, why=error.strerror or str(error)) from error
    return shrunk(data, most)


def shrunk(data: bytes, most: int | None = None) -> bytes:
    """An image file whose longer side has at most `most` pixels (None: as it is); raises `Problem` where it can't be used.

    What is small enough stays as it is, to the byte. What is not becomes a JPEG, or a PNG where it can be seen through.
    """
    image = decode(data)
    if most is None or max(image.width(), image.height()) <= most:
        if len(data) > FILE_LIMIT:
            raise Problem("The image has more than {n} MB. Have it scaled down.", n=FILE_LIMIT // 1_000_000)
        return data
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = image.scaled(QSize(most, most), keep, smooth)
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    clear = image.hasAlphaChannel() or image_type(data) == "image/png"
    if not small.save(buffer, "PNG" if clear else "JPEG", -1 if clear else JPEG_QUALITY):  # type: ignore[call-overload]
        raise Problem("The image could not be scaled down. Save it smaller and try again.")
    return bytes(store.data())


def as_png(data: bytes, width: int, height: int) -> bytes:
    """An image as a PNG file that fits into a field, with its own proportions; raises `Problem` as `shrunk`."""
    image = decode(data)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    if image.width() > width or image.height() > height:
        image = image.scaled(QSize(width, height), keep, smooth)
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(store.data())
