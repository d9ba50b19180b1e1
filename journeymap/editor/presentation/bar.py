"""The thin bar at the top of a presentation: how to go through the map, for whom, and what the keys do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from journeymap.editor.heat_bar import HeatList
from journeymap.editor.presentation.steps import Way
from journeymap.editor.widgets.labels import no_mnemonic, set_tip
from journeymap.editor.widgets.segments import Segments
from journeymap.language import N_, _
from journeymap.model.people import Persona

# way, name, key
WAYS: tuple[tuple[Way, str, str], ...] = (("stages", N_("Stages"), "1"), ("touchpoints", N_("Touchpoints"), "2"))
# what is wanted, name, tip, key
BUTTONS: tuple[tuple[str, str, str, str], ...] = (
    ("timer", N_("Timer"), N_("Start or pause the timer"), "T"),
    ("black", N_("Black"), N_("Make the screen black until the next key"), "B"),
    ("screen", N_("Other screen"), N_("Show it on the other screen"), "S"),
    ("end", N_("End"), N_("End the presentation"), "Esc"),
)

HEIGHT = 32


class PresentationBar(QFrame):
    """Takes no focus, so that the keys stay with the slides. `wanted` carries one of "timer", "black", "screen", "end"."""

    chosen = Signal(object, object)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("presentationBar")
        self.setProperty("role", "sheet")
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(8)
        keyed = [(way, _("{action} ({keys})").format(action=_(name), keys=key)) for way, name, key in WAYS]
        self.ways = Segments(keyed, self)
        self.ways.chosen.connect(self._choose)
        for way in self.ways.buttons.values():
            way.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            way.setMinimumHeight(HEIGHT)
        row.addWidget(self.ways)
        self.personas = HeatList(_("Whose path"), 320)
        self.personas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_tip(self.personas, _("{action} ({keys})").format(action=_("Whose path"), keys="3"))
        self.personas.activated.connect(self._choose)
        row.addWidget(self.personas)
        row.addStretch(1)
        self.buttons: dict[str, QToolButton] = {}
        for what, name, tip, key in BUTTONS:
            button = self._button(_(name), _(tip), key)
            button.setObjectName(what)
            button.clicked.connect(self._pressed)
            self.buttons[what] = button
            row.addWidget(button)

    def show_choice(self, way: Way, persona: str, walkers: Sequence[Persona], screens: int) -> None:
        """Show what is chosen, and offer the personas that have a path."""
        self.ways.show_name(way)
        names = [(one.id, one.title or _("Untitled")) for one in walkers]
        self.personas.offer([("", _("All touchpoints")), *names], persona)
        self.personas.setVisible(bool(names))
        self.buttons["screen"].setVisible(screens > 1)

    @property
    def busy(self) -> bool:
        """Whether a list is open, or the pointer rests on the bar: it must not go away then."""
        return self.personas.view().isVisible() or self.underMouse()

    def _button(self, name: str, tip: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(no_mnemonic(_("{action} ({keys})").format(action=name, keys=key)))
        button.setProperty("role", "boxed")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_tip(button, tip)
        return button

    def _choose(self) -> None:
        way = next((way for way, _name, _key in WAYS if self.ways.buttons[way].isChecked()), "stages")
        self.chosen.emit(way, self.personas.value())

    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(sender.objectName())
