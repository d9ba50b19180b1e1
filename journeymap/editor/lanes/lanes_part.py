"""The lanes in the form of the map: a box to tick for each, and what can be done with all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from journeymap.editor.document import Document
from journeymap.editor.icons import icon
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.lanes.edits import add_lane, lane_name, show_blueprint, show_lane, show_lanes, shown_keys
from journeymap.editor.widgets.elided_check import ElidedCheck
from journeymap.editor.widgets.flow_row import FlowRow
from journeymap.editor.widgets.labels import set_tip
from journeymap.language import N_, _
from journeymap.layout.lane_table import LaneSpec, all_lanes
from journeymap.model.change import Change
from journeymap.model.content import Lane
from journeymap.model.record import Record

SHOW = N_("Show lanes")


class LaneRow(QWidget):
    """One lane. `toggled` carries its key and whether it is to be shown, `chosen` the id of a lane of one's own."""

    toggled = Signal(str, bool)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self.check = ElidedCheck()
        self.edit = QToolButton()
        self.edit.setIcon(icon("settings", "muted"))
        self.edit.setProperty("role", "mini")
        self.edit.setAccessibleName(_("Properties of this lane"))
        set_tip(self.edit, _("Properties of this lane"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.check, 1)
        row.addWidget(self.edit)
        self.check.clicked.connect(self._toggled)
        self.edit.clicked.connect(self._choose)

    def show_lane(self, spec: LaneSpec, shown: bool) -> None:
        """Show a lane."""
        self.key = spec.key
        self.check.show_name(lane_name(spec))
        self.check.setChecked(shown)
        self.edit.setVisible(spec.kind.startswith("own"))

    def _toggled(self, on: bool) -> None:
        self.toggled.emit(self.key, on)

    def _choose(self) -> None:
        self.chosen.emit(self.key)


class LanesPart(PartWidget):
    """All lanes that the map can show."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.rows: list[LaneRow] = []
        self.needed = ElidedCheck()
        self.needed.show_name(_("Lanes as needed"), _("Show the lanes that have something in them"))
        self.blueprint = QPushButton(_("Service blueprint lanes"))
        self.text, self.image = QPushButton(_("+ Text lane")), QPushButton(_("+ Image lane"))
        for button in (self.blueprint, self.text, self.image):
            button.setProperty("role", "link")
        self._list = QVBoxLayout()
        self._list.setSpacing(1)
        self.box.setSpacing(4)
        self.box.addWidget(self.needed)
        self.box.addLayout(self._list)
        self.box.addWidget(FlowRow((self.text, self.image, self.blueprint)))
        self.needed.clicked.connect(self._as_needed)
        self.blueprint.clicked.connect(self._show_blueprint)
        self.text.clicked.connect(self._add_text)
        self.image.clicked.connect(self._add_image)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show which lanes the map shows."""
        journey = self.document.journey
        specs, shown = all_lanes(journey), set(shown_keys(journey))
        self.needed.setChecked(journey.info.lanes is None)
        while len(self.rows) < len(specs):
            row = LaneRow(self)
            row.toggled.connect(self._toggled)
            row.chosen.connect(self._choose)
            self._list.addWidget(row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(specs))
            if place < len(specs):
                row.show_lane(specs[place], specs[place].key in shown)

    def concerned(self, change: Change) -> bool:
        """Whether lanes, or what makes them needed, came or went."""
        return any(isinstance(step.before or step.after, Lane) for step in change.steps) or (
            self.document.journey.info.lanes is None
            and any(step.before is None or step.after is None for step in change.steps)
        )

    def _toggled(self, key: str, on: bool) -> None:
        with self.document.edit(SHOW) as edit:
            show_lane(self.document.journey, edit, key, on)

    def _as_needed(self, on: bool) -> None:
        journey = self.document.journey
        with self.document.edit(SHOW) as edit:
            show_lanes(journey, edit, None if on else set(shown_keys(journey)))

    def _show_blueprint(self) -> None:
        with self.document.edit(SHOW) as edit:
            show_blueprint(self.document.journey, edit)

    def _choose(self, id: str) -> None:
        self.document.selection.set([id])

    def _add_text(self) -> None:
        self._add("text")

    def _add_image(self) -> None:
        self._add("image")

    def _add(self, type: str) -> None:
        with self.document.edit(N_("Add lane")) as edit:
            lane = add_lane(self.document.journey, edit, type)
        self.document.selection.set([lane.id])
        self.added.emit()
