"""What the canvas draws over the map in pixels: selection, hover, handles, landing places, rubber band."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from journeymap.paint.fonts import font
from journeymap.paint.painter import brush, colour, pen

ACCENT = "#2563EB"
ACCENT_WASH = "#222563EB"
HOVER = "#7C9CF2"
_NO_PEN = Qt.PenStyle.NoPen
_NO_BRUSH = Qt.BrushStyle.NoBrush


def frame(painter: QPainter, rect: QRectF, zoom: float, current: bool = True) -> None:
    """The outline of something selected."""
    painter.setPen(pen(ACCENT, 2.5 if current else 1.8))
    painter.setBrush(_NO_BRUSH)
    radius = max(2.0, 12 * zoom)
    painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius, radius)


def hover(painter: QPainter, rect: QRectF, zoom: float) -> None:
    """The outline of what the pointer is over."""
    painter.setPen(pen(HOVER, 1.5))
    painter.setBrush(_NO_BRUSH)
    radius = max(2.0, 11 * zoom)
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius, radius)


def handle(painter: QPainter, rect: QRectF, hot: bool) -> None:
    """The round grip from which a link is drawn."""
    painter.setPen(pen(ACCENT, 1.8))
    painter.setBrush(brush(ACCENT if hot else "#FFFFFF"))
    painter.drawEllipse(rect)
    middle, reach = rect.center(), rect.width() * 0.22
    painter.setPen(pen("#FFFFFF" if hot else ACCENT, 1.8))
    painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
    painter.drawLine(middle - QPointF(0, reach), middle + QPointF(0, reach))


def plus(painter: QPainter, rect: QRectF, hot: bool, text: str, zoom: float) -> None:
    """A dashed place that can be clicked to add something; where its text does not fit, it says "+"."""
    made = QPen(colour(ACCENT if hot else "#98A2B3"), 1.4)
    made.setDashPattern([4, 3])
    painter.setPen(made)
    painter.setBrush(brush(ACCENT_WASH) if hot else _NO_BRUSH)
    painter.drawRoundedRect(rect, 8, 8)
    painter.setPen(colour(ACCENT if hot else "#667085"))
    face = QFont(font("legend"))
    face.setPixelSize(max(9, round(14 * min(zoom, 1.2))))
    painter.setFont(face)
    fits = painter.fontMetrics().horizontalAdvance(text) < rect.width() - 6
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text if fits else "+")


def cell(painter: QPainter, rect: QRectF, zoom: float) -> None:
    """The place in a cell where a card will land."""
    made = QPen(colour(ACCENT), 2)
    made.setDashPattern([4, 3])
    painter.setPen(made)
    painter.setBrush(brush(ACCENT_WASH))
    painter.drawRoundedRect(rect, 10 * zoom, 10 * zoom)


def bar(painter: QPainter, rect: QRectF) -> None:
    """The gap into which something will be put."""
    painter.setPen(_NO_PEN)
    painter.setBrush(brush(ACCENT))
    painter.drawRoundedRect(rect, 2, 2)


def band(painter: QPainter, rect: QRectF) -> None:
    """A rubber band."""
    painter.setPen(pen(ACCENT, 1))
    painter.setBrush(brush(ACCENT_WASH))
    painter.drawRect(rect)


def point(painter: QPainter, rect: QRectF, text: str) -> None:
    """A point of a curve that is being dragged, with its value beside it."""
    painter.setPen(pen("#FFFFFF", 2.5))
    painter.setBrush(brush(ACCENT))
    painter.drawEllipse(rect)
    painter.setPen(colour(ACCENT))
    face = QFont(font("legend"))
    face.setWeight(QFont.Weight.Bold)
    painter.setFont(face)
    painter.drawText(rect.topRight() + QPointF(6, rect.height() / 2 + 5), text)


def arrow(painter: QPainter, start: QPointF, end: QPointF, fits: bool) -> None:
    """A link that is being drawn."""
    name = ACCENT if fits else "#98A2B3"
    painter.setPen(pen(name, 2))
    painter.drawLine(start, end)
    painter.setPen(_NO_PEN)
    painter.setBrush(brush(name))
    painter.drawEllipse(end, 4, 4)
