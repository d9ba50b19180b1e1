"""Letters for a room: a face is written "size-weight" in pixels of the screen, as in "56-700"."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from journeymap.layout.shapes import Align
from journeymap.paint.fonts import FAMILIES
from journeymap.paint.painter import colour, reads_from_right

LINE = 1.3


class RoomMeasure:
    """Implements `layout.text.Measure` for faces of this kind."""

    def width(self, text: str, style: str) -> float:
        """The width of one line in pixels."""
        return width_of(text, style)


def face(size: float, weight: int = 400) -> str:
    """The name of a face."""
    return f"{max(1, round(size))}-{weight}"


def size_of(face: str) -> int:
    """The size of a face in pixels."""
    return int(face.partition("-")[0])


def line_of(face: str) -> float:
    """The height of a line in a face; large letters stand closer."""
    size = size_of(face)
    return round(size * (LINE if size < 44 else 1.18))


@lru_cache(maxsize=256)
def font_of(face: str) -> QFont:
    """The font of a face."""
    size, _dash, weight = face.partition("-")
    made = QFont(list(FAMILIES))
    made.setPixelSize(int(size))
    made.setWeight(QFont.Weight(int(weight)))
    made.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return made


@lru_cache(maxsize=256)
def _metrics(face: str) -> QFontMetricsF:
    return QFontMetricsF(font_of(face))


@lru_cache(maxsize=20_000)
def width_of(text: str, face: str) -> float:
    """The width of one line in pixels."""
    return _metrics(face).horizontalAdvance(text)


def draw_line(
    painter: QPainter, x: float, y: float, room: float, line: str, face: str, ink: str, align: Align, rtl: bool
) -> None:
    """One line whose box begins at `x`, `y` and is `room` wide; `align` is relative to the direction of reading."""
    painter.setFont(font_of(face))
    painter.setPen(colour(ink))
    free = room - width_of(line, face)
    if align == "middle":
        x += free / 2
    elif (align == "end") != rtl:
        x += free
    # One baseline for every script, as on the map.
    baseline = y + line_of(face) / 2 + size_of(face) * 0.36
    direction = Qt.LayoutDirection
    painter.setLayoutDirection(direction.RightToLeft if reads_from_right(line) else direction.LeftToRight)
    painter.drawText(QPointF(x, baseline), line)
