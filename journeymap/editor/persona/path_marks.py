"""The path that is being drawn, over the map: numbers on the cards and a line from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeymap.editor.canvas.widget import CanvasWidget
from journeymap.layout.palette import ink_on
from journeymap.paint.fonts import font

RADIUS = 11.0
LINE = 4.0
FAINT = 110  # of 255


class PathMarks(QWidget):
    """Lies over the canvas and lets the pointer through."""

    def __init__(self, canvas: CanvasWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._cards: tuple[str, ...] = ()
        self._colour = "#1B2330"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(canvas.rect())

    def show_path(self, cards: Sequence[str], colour: str) -> None:
        """Mark these cards in their order."""
        self._cards, self._colour = tuple(cards), colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines first, so that no number is crossed out."""
        layout = self._canvas.map_layout
        rects = [self._canvas.pixels(layout.cards[id].rect) for id in self._cards if id in layout.cards]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            faint = QColor(self._colour)
            faint.setAlpha(FAINT)
            painter.setPen(QPen(faint, LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline([rect.center() for rect in rects])
            painter.setFont(font("badge"))
            for number, rect in enumerate(rects, 1):
                self._number(painter, rect, number)

    def _number(self, painter: QPainter, rect: QRectF, number: int) -> None:
        corner = rect.topRight() if self._canvas.map_layout.rtl else rect.topLeft()
        place = QRectF(corner - QPointF(RADIUS, RADIUS), corner + QPointF(RADIUS, RADIUS))
        painter.setPen(QPen(QColor("#FFFFFF"), 2))
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(place)
        painter.setPen(QColor(ink_on(self._colour)))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))
