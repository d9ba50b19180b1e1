"""A face from sad to happy, painted: no font can be relied on to have one."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymap.editor.theme import COLOURS

SIDE = 20


class Face(QWidget):
    """Shows a feeling, −2 to +2; None: a face in grey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: float | None) -> None:
        """Show a feeling."""
        if value != self._value:
            self._value = value
            self.update()

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A circle, two eyes, a mouth."""
        colour = COLOURS["border_strong"]
        if self._value is not None:
            colour = COLOURS["danger"] if self._value < 0 else COLOURS["good"] if self._value > 0 else COLOURS["text"]
        middle = QPointF(self.width() / 2, self.height() / 2)
        bend = 2.2 * (self._value or 0.0)
        mouth = QPainterPath(middle + QPointF(-4, 4 - bend * 0.45))
        mouth.quadTo(middle + QPointF(0, 4 + bend * 0.75), middle + QPointF(4, 4 - bend * 0.45))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colour), 1.4))
            painter.drawEllipse(QRectF(middle.x() - 8, middle.y() - 8, 16, 16))
            painter.drawPath(mouth)
            painter.setBrush(QColor(colour))
            for side in (-3, 3):
                painter.drawEllipse(middle + QPointF(side, -2.5), 0.8, 0.8)
