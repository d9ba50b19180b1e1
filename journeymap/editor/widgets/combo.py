"""A list to choose from that ends its text in an ellipsis where there is no room (with a style sheet Qt just cuts it)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from journeymap.editor.theme import COLOURS


class ElidedCombo(QComboBox):
    """Draws its text elided; with nothing chosen its placeholder in grey. Takes the focus by a click and by Tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the panel instead of changing a value that nobody looks at."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, with another text."""
        style, option = self.style(), QStyleOptionComboBox()
        self.initStyleOption(option)
        control, text_part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        place = style.subControlRect(control, option, text_part, self)
        room = place.width() - (0 if option.currentIcon.isNull() else option.iconSize.width() + 4)
        text = option.currentText if self.currentIndex() >= 0 else self.placeholderText()
        text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room - 2)
        option.currentText = text if self.currentIndex() >= 0 else ""
        with QPainter(self) as painter:
            style.drawComplexControl(control, option, painter, self)
            style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)
            if self.currentIndex() < 0:
                painter.setPen(QColor(COLOURS["faint"]))
                painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), text)
