"""A map as a PNG file."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from journeymap.layout.map_layout import LayoutOptions
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.paint.picture import image_of, make_picture
from journeymap.survey.score import Overlay


def png_bytes(journey: Journey, overlay: Overlay, scale: float = 2.0, options: LayoutOptions | None = None) -> bytes:
    """The map as a PNG file, `scale` pixels a map unit; raises `Problem` where that would be too many pixels."""
    return encode_png(image_of(make_picture(journey, overlay, options), scale))


def encode_png(image: QImage) -> bytes:
    """The bytes of an image as a PNG file."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stub knows paths only
        raise Problem("The picture could not be made.")
    return bytes(store.data())
