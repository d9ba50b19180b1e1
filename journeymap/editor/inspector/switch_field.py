"""A field for yes or no."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymap.editor.inspector.field import Field
from journeymap.editor.widgets.elided_check import ElidedCheck


class SwitchField(Field):
    """A box to tick, with its name beside it; half ticked where the selected elements differ."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = ElidedCheck(name)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.check)
        self.setFocusProxy(self.check)
        self.check.clicked.connect(self._clicked)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self.check.setTristate(False)
        self.check.setChecked(bool(value))

    def show_mixed(self) -> None:
        """Show that the selected elements differ."""
        self.check.setCheckState(Qt.CheckState.PartiallyChecked)

    def focus_target(self) -> QWidget:
        """The box."""
        return self.check

    def _clicked(self) -> None:
        on = self.check.checkState() != Qt.CheckState.Unchecked
        self.show_value(on)
        self.edited.emit(on)
