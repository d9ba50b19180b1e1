"""What all fields of a form have in common."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeymap.language import _


class Field(QWidget):
    """Shows a value and says when the user gave another one: `edited` carries it, once, when the editing is finished.

    `refused` carries a sentence about what was typed and can't be taken.
    """

    edited = Signal(object)
    refused = Signal(str)

    def show_value(self, value: Any) -> None:
        """Show a value; what is being typed stays unless the value itself has changed."""
        raise NotImplementedError

    def show_mixed(self) -> None:
        """Show that the selected elements differ."""
        raise NotImplementedError

    def finish(self) -> None:
        """Hand over what was typed and not handed over yet."""

    def focus_target(self) -> QWidget:
        """The widget that takes the focus; the field's label is its buddy."""
        return self


def several_values() -> str:
    """What a field says where the selected elements differ."""
    return _("several values")
