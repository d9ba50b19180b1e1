"""The actions of a map as a PNG file: board, matrix, or both."""

from datetime import date

from PySide6.QtGui import QPainter

from journeymap.layout.action_facts import ActionFacts
from journeymap.layout.actions_picture import What, actions_picture
from journeymap.model.journey import Journey
from journeymap.paint.measure import QtMeasure
from journeymap.paint.painter import draw, prepare
from journeymap.paint.picture import blank_image
from journeymap.paint.png import encode_png


def actions_png(
    journey: Journey,
    what: What = "both",
    scale: float = 2.0,
    today: date | None = None,
    footer: str = "",
    logo: bytes | None = None,
) -> bytes:
    """The actions as a PNG file, `scale` pixels a map unit; raises `Problem` where that would be too many pixels.

    What is overdue is so as of `today`; `footer` and `logo` (a PNG file) stand below.
    """
    width, height, shapes = actions_picture(ActionFacts(journey, QtMeasure(), today), what, footer, logo)
    image = blank_image(width, height, scale)
    with QPainter(image) as painter:
        prepare(painter)
        painter.scale(scale, scale)
        draw(painter, shapes)
    return encode_png(image)
