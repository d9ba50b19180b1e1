"""Where a lane of one's own stands among the others, and whether it is shown."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from journeymap.editor.document import Document
from journeymap.editor.icons import icon
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.lanes.edits import show_lane, shown_keys
from journeymap.editor.widgets.elided_check import ElidedCheck
from journeymap.editor.widgets.labels import set_tip
from journeymap.language import N_, _
from journeymap.model import edits
from journeymap.model.change import Change
from journeymap.model.content import Lane
from journeymap.model.record import Record
from journeymap.model.structure import JourneyInfo


class LanePlacePart(PartWidget):
    """A box to tick, two arrows and a bin."""

    several = True

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._ids: tuple[str, ...] = ()
        self.shown = ElidedCheck(_("Shown on the map"))
        self.up = self._button("move-up", _("Further up"))
        self.down = self._button("move-down", _("Further down"))
        self.bin = self._button("trash", _("Delete this lane"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.shown, 1)
        for button in (self.up, self.down, self.bin):
            row.addWidget(button)
        self.box.addLayout(row)
        self.shown.clicked.connect(self._show)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.bin.clicked.connect(self._delete)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show where a lane stands."""
        self._ids = tuple(record.id for record in records)
        shown = set(shown_keys(self.document.journey))
        self.shown.setChecked(all(id in shown for id in self._ids))
        row = [lane.id for lane in self.document.journey.all(Lane)]
        alone = len(self._ids) == 1
        self.up.setEnabled(alone and row[0] != self._ids[0])
        self.down.setEnabled(alone and row[-1] != self._ids[0])

    def concerned(self, change: Change) -> bool:
        """Whether lanes were shown, moved or removed."""
        return any(isinstance(record, (Lane, JourneyInfo)) for record in change.records())

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setProperty("role", "boxed")
        button.setAccessibleName(text)
        set_tip(button, text)
        return button

    def _show(self, on: bool) -> None:
        with self.document.edit(N_("Show lanes")) as edit:
            for id in self._ids:
                show_lane(self.document.journey, edit, id, on)

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        journey = self.document.journey
        row = [lane.id for lane in journey.all(Lane)]
        if len(self._ids) == 1 and self._ids[0] in row:
            with self.document.edit(N_("Move lane")) as edit:
                edits.reorder(journey, edit, self._ids[0], row.index(self._ids[0]) + step)

    def _delete(self) -> None:
        journey = self.document.journey
        with self.document.edit(N_("Delete")) as edit:
            if journey.info.lanes is not None:
                edit.update(journey.info.id, lanes=tuple(key for key in journey.info.lanes if key not in self._ids))
            edit.remove(*self._ids)
