"""Images of a map: decoded from an allow-list of formats and within limits, never as SVG (which could read other files)."""

import base64
import binascii
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from journeymap.layout.shapes import Photo
from journeymap.model.problem import Problem

PIXEL_LIMIT = 40_000_000
MAGIC: tuple[tuple[bytes, bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", b"png", "image/png"),
    (b"\xff\xd8\xff", b"jpg", "image/jpeg"),
    (b"GIF8", b"gif", "image/gif"),
    (b"RIFF", b"webp", "image/webp"),
)
MISSING = QColor("#E4E7EC")


def image_type(data: bytes) -> str:
    """The media type of an image file by its first bytes; raises `Problem` for anything that is not allowed."""
    for start, _format, type in MAGIC:
        if data.startswith(start):
            return type
    raise Problem("This is not an image that can be used. Use a PNG, JPEG, WebP or GIF file.")


def decode(data: bytes) -> QImage:
    """The image in a file's bytes; raises `Problem` where it is damaged, too large or of another format."""
    image_type(data)
    name = next(format for start, format, _type in MAGIC if data.startswith(start))
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(name))
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > PIXEL_LIMIT:
        raise Problem("The image is damaged, or larger than 40 million pixels. Use a smaller one.")
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise Problem("The image is damaged and can't be shown. Save it anew and try again.")
    return image


def draw_photo(painter: QPainter, photo: Photo) -> None:
    """The image in the middle of its place; a grey field where it can't be decoded."""
    place = QRectF(photo.rect.x, photo.rect.y, photo.rect.w, photo.rect.h)
    image = _image(photo.data)
    if image is None:
        painter.fillRect(place, MISSING)
        return
    size = image.size().toSizeF().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = place.center().x() - size.width() / 2, place.center().y() - size.height() / 2
    smooth = painter.testRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    painter.drawImage(QRectF(left, top, size.width(), size.height()), image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)


@lru_cache(maxsize=32)
def _image(data: str) -> QImage | None:
    try:
        return decode(base64.b64decode(data, validate=True))
    except (Problem, binascii.Error):
        return None
