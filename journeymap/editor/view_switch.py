"""The switch between the views of a map: Map | Table | Actions."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from journeymap.editor.actions import Actions
from journeymap.editor.widgets.labels import set_tip
from journeymap.editor.widgets.segments import Segments
from journeymap.editor.workspace import VIEWS
from journeymap.language import _


def view_keys(actions: Actions) -> dict[str, str]:
    """The shortcut of each view, as text."""
    native = QKeySequence.SequenceFormat.NativeText
    return {name: actions[f"view-{name}"].shortcut().toString(native) for name, _title in VIEWS}


class ViewSwitch(Segments):
    """A button for each view; `chosen` carries the name of the view."""

    def __init__(self, keys: dict[str, str], parent: QWidget | None = None) -> None:
        """`keys` are the shortcuts of the views, as text for the tips."""
        super().__init__([(name, _(title)) for name, title in VIEWS], parent)
        self.setObjectName("viewSwitch")
        self.setAccessibleName(_("View"))
        self.row.setContentsMargins(0, 2, 20, 2)
        for name, title in VIEWS:
            set_tip(self.buttons[name], _("{action} ({keys})").format(action=_(title), keys=keys.get(name, "")))
