"""A box to tick whose name ends in an ellipsis where there is no room."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from journeymap.editor.widgets.labels import no_mnemonic, set_tip

SPACE = 8  # between the box and its name


class ElidedCheck(QCheckBox):
    """Takes any width; the whole name is its tip where it is cut."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_name(name)

    @property
    def name(self) -> str:
        """The whole name."""
        return self._name

    def show_name(self, name: str, hint: str = "") -> None:
        """Show another name; `hint` is its tip where it is not cut."""
        self._name, self._hint = name, hint
        self.setAccessibleName(name)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """Room for the box and a few letters."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other letters."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, other letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _cut(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self).width()
        room = max(20, self.width() - box - SPACE)
        text = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        if no_mnemonic(text) != self.text():
            self.setText(no_mnemonic(text))
        set_tip(self, self._name if text != self._name else self._hint)
