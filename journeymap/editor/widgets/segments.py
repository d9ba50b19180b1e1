"""A row of buttons of which one is chosen: a switch between views."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from journeymap.editor.widgets.labels import no_mnemonic


class Segments(QWidget):
    """`chosen` carries the name of the button that was pressed."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`options` are names with their texts; the first is chosen."""
        super().__init__(parent)
        self._names = [name for name, _text in options]
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        # The style sheet rounds the outer corners by side, and does not know in which direction is read.
        ends = ["first", "last"]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ends.reverse()
        for place, (name, text) in enumerate(options):
            button = QToolButton(self)
            button.setText(no_mnemonic(text))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("role", "segment")
            end = ends[0] if place == 0 else ends[1] if place == len(options) - 1 else "middle"
            button.setProperty("place", end)
            self._group.addButton(button, place)
            self.buttons[name] = button
            self.row.addWidget(button)
        self._group.idClicked.connect(self._clicked)
        self.show_name(self._names[0])

    def show_name(self, name: str) -> None:
        """Check a button."""
        self.buttons[name].setChecked(True)

    def _clicked(self, place: int) -> None:
        self.chosen.emit(self._names[place])
