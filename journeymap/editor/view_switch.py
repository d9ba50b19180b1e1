"""The switch between the views of a map: Map | Table | Actions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from journeymap.editor.actions import Actions
from journeymap.editor.widgets.labels import no_mnemonic, set_tip
from journeymap.editor.workspace import VIEWS
from journeymap.language import _


def view_keys(actions: Actions) -> dict[str, str]:
    """The shortcut of each view, as text."""
    native = QKeySequence.SequenceFormat.NativeText
    return {name: actions[f"view-{name}"].shortcut().toString(native) for name, _title in VIEWS}


class ViewSwitch(QWidget):
    """A button for each view; `chosen` carries the name of the view."""

    chosen = Signal(str)

    def __init__(self, keys: dict[str, str], parent: QWidget | None = None) -> None:
        """`keys` are the shortcuts of the views, as text for the tips."""
        super().__init__(parent)
        self.setObjectName("viewSwitch")
        self.setAccessibleName(_("View"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 2, 20, 2)
        box.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for place, (name, title) in enumerate(VIEWS):
            button = QToolButton(self)
            button.setText(no_mnemonic(_(title)))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("role", "view")
            end = "first" if place == 0 else "last" if place == len(VIEWS) - 1 else "middle"
            button.setProperty("place", end)
            set_tip(button, _("{action} ({keys})").format(action=_(title), keys=keys.get(name, "")))
            self._group.addButton(button, place)
            self.buttons[name] = button
            box.addWidget(button)
        self._group.idClicked.connect(self._clicked)
        self.show_name("map")

    def show_name(self, name: str) -> None:
        """Check the button of the view that is shown."""
        self.buttons[name].setChecked(True)

    def _clicked(self, place: int) -> None:
        self.chosen.emit(VIEWS[place][0])
