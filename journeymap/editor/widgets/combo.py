"""A list to choose from that ends its text in an ellipsis where there is no room (with a style sheet Qt just cuts it)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QWheelEvent
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
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
            for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
                option.palette.setColor(role, QColor(COLOURS["faint"]))
        control, text_part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(control, option, text_part, self).width() - 2
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + 4
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        with QPainter(self) as painter:
            style.drawComplexControl(control, option, painter, self)
            style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)
