"""The path of a persona in its form: which touchpoints it passes, and ways to say so."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journeymap.editor.document import Document
from journeymap.editor.icons import icon
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.widgets.flow_row import FlowRow
from journeymap.editor.widgets.labels import TextLabel, set_tip
from journeymap.language import N_, _
from journeymap.model.change import Change
from journeymap.model.paths import cards_of, linked_way, path_of
from journeymap.model.people import Persona
from journeymap.model.record import Record
from journeymap.model.structure import Touchpoint

CHANGE = N_("Change path")


class PathPart(PartWidget):
    """The names of the touchpoints in their order. `on_map` carries the persona whose path is to be drawn on the map."""

    on_map = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._persona = ""
        self.names = TextLabel(role="small", wrap=True)
        self.edit = QPushButton(_("Path on the map…"))
        self.edit.setIcon(icon("path", "accent"))
        set_tip(self.edit, _("Click the touchpoints on the map in the order in which this persona passes them"))
        self.way = QPushButton(_("Along the links"))
        set_tip(self.way, _("Fill the gaps with what lies between on the shortest way along the links"))
        self.clear = QPushButton(_("Clear"))
        buttons = (self.edit, self.way, self.clear)
        for button in buttons:
            button.setProperty("role", "link")
        self.box.addWidget(self.names)
        self.box.addWidget(FlowRow(buttons))
        self.edit.clicked.connect(self._draw)
        self.way.clicked.connect(self._along)
        self.clear.clicked.connect(self._clear)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show the path of a persona."""
        persona = records[0]
        assert isinstance(persona, Persona)
        self._persona = persona.id
        journey = self.document.journey
        cards = cards_of(journey, persona.path)
        names = [journey.get(Touchpoint, id).title or _("Untitled") for id in cards]
        self.names.setText(" → ".join(names) if names else _("No path yet: it passes nowhere."))
        self.clear.setVisible(bool(persona.path))

    def concerned(self, change: Change) -> bool:
        """Whether a touchpoint was renamed."""
        return any(isinstance(record, Touchpoint) for record in change.records())

    def _draw(self) -> None:
        self.on_map.emit(self._persona)

    def _along(self) -> None:
        journey = self.document.journey
        cards = linked_way(journey, cards_of(journey, journey.get(Persona, self._persona).path))
        self.set_all([self._persona], CHANGE, path=path_of(journey, cards))

    def _clear(self) -> None:
        self.set_all([self._persona], CHANGE, path=())
