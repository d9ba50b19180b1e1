"""The heat of the segment that a persona stands for, switched on and off in its form."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from journeymap.editor.document import Document
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.widgets.elided_check import ElidedCheck
from journeymap.language import _
from journeymap.model.change import Change
from journeymap.model.measures import Counts
from journeymap.model.people import Persona
from journeymap.model.record import Record
from journeymap.survey.overlay import segments


class SegmentHeatPart(PartWidget):
    """A box to tick; there only where the survey has answers of the persona's segment."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._segment = ""
        self.check = ElidedCheck(_("Heat the map with this segment"))
        self.box.addWidget(self.check)
        self.check.clicked.connect(self._heat)

    def wanted(self, records: Sequence[Record]) -> bool:
        """Whether there is one persona, and answers of its segment."""
        one = records[0] if len(records) == 1 else None
        return isinstance(one, Persona) and one.segment in segments(self.document.journey)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show whether the map is heated so."""
        one = records[0]
        assert isinstance(one, Persona)
        self._segment = one.segment
        heat = self.document.heat
        self.check.setChecked(heat.on and heat.segment == one.segment)

    def concerned(self, change: Change) -> bool:
        """Whether answers came or went."""
        return any(isinstance(record, Counts) for record in change.records())

    def _heat(self, on: bool) -> None:
        heat = self.document.heat
        # Nobody asks for the heat of a segment to see none.
        shown = {"segment": self._segment, "on": True} if on else {"segment": ""}
        self.document.set_heat(replace(heat, **shown))
