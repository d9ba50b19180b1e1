"""The actions of a map as a PNG file: board, matrix, or both."""

from datetime import date

from PySide6.QtGui import QImage, QPainter

from journeymap.layout.action_facts import ActionFacts
from journeymap.layout.actions_picture import What, actions_picture
from journeymap.model.journey import Journey
from journeymap.paint.measure import QtMeasure
from journeymap.paint.painter import draw, prepare
from journeymap.paint.picture import blank_image
from journeymap.paint.png import encode_png


def actions_image(journey: Journey, what: What = "both", scale: float = 2.0, today: date | None = None) -> QImage:
    """The actions at `scale` pixels a map unit; raises `Problem` where that would be too many pixels."""
    width, height, shapes = actions_picture(ActionFacts(journey, QtMeasure(), today), what)
    image = blank_image(width, height, scale)
    with QPainter(image) as painter:
        prepare(painter)
        painter.scale(scale, scale)
        draw(painter, shapes)
    return image


def actions_png(journey: Journey, what: What = "both", scale: float = 2.0, today: date | None = None) -> bytes:
    """As `actions_image`, as the bytes of a PNG file."""
    return encode_png(actions_image(journey, what, scale, today))
