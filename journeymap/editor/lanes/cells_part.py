"""What stands in a lane of one's own: a text or a picture for each stage."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.editor.canvas.note_place import store_image
from journeymap.editor.document import Document
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.inspector.text_field import TextField
from journeymap.editor.lanes.edits import cell_of, fill_cell
from journeymap.editor.settings import Settings
from journeymap.editor.widgets.labels import ElidedLabel
from journeymap.editor.widgets.picture_box import PictureBox
from journeymap.language import N_, _, explain
from journeymap.model.change import Change
from journeymap.model.content import Image, Lane, LaneCell
from journeymap.model.edit import Edit
from journeymap.model.images import drop_unused, image_bytes
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.structure import Stage


class CellRow(QWidget):
    """The cell under one stage. `written` carries the stage and a text, `chosen` the stage, a file's bytes and its name."""

    written = Signal(str, str)
    chosen = Signal(str, object, str)
    removed = Signal(str)
    refused = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = ""
        self.name = ElidedLabel(role="caption")
        self.text = TextField()
        self.picture = PictureBox(settings, _("Picture"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        for widget in (self.name, self.text, self.picture):
            box.addWidget(widget)
        self.text.edited.connect(self._write)
        self.picture.chosen.connect(self._choose)
        self.picture.removed.connect(self._remove)
        self.picture.refused.connect(self.refused)

    def show_cell(self, stage: Stage, type: str, text: str, image: bytes | None) -> None:
        """Show what stands under a stage."""
        if stage.id != self.stage:
            self.picture.forget()
        self.stage = stage.id
        name = stage.title or _("Untitled")
        self.name.setText(name)
        self.text.focus_target().setAccessibleName(name)
        self.text.setVisible(type == "text" or bool(text))
        self.picture.setVisible(type == "image" or image is not None)
        self.text.show_value(text)
        self.picture.show_data(image)

    def _write(self, text: str) -> None:
        self.written.emit(self.stage, text)

    def _choose(self, data: bytes, name: str) -> None:
        self.chosen.emit(self.stage, data, name)

    def _remove(self) -> None:
        self.removed.emit(self.stage)


class LaneCellsPart(PartWidget):
    """A row for each stage."""

    def __init__(self, document: Document, settings: Settings) -> None:
        super().__init__(document)
        self._settings = settings
        self._lane = ""
        self.rows: list[CellRow] = []
        self.box.setSpacing(10)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show the cells of a lane."""
        lane = records[0]
        assert isinstance(lane, Lane)
        if lane.id != self._lane:
            self.finish()
            self._lane = lane.id
        journey = self.document.journey
        while len(self.rows) < len(journey.stages):
            row = CellRow(self._settings, self)
            row.written.connect(self._written)
            row.chosen.connect(self._chosen)
            row.removed.connect(self._removed)
            row.refused.connect(self.refused)
            self.box.addWidget(row)
            # One box to tick for all of them is enough.
            row.picture.small.setVisible(not self.rows)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(journey.stages))
            if place < len(journey.stages):
                stage = journey.stages[place]
                cell = cell_of(journey, lane.id, stage.id)
                image = journey.find(Image, (cell.image if cell else None) or "")
                data = image_bytes(image) if image is not None else None
                row.show_cell(stage, lane.type, cell.text if cell else "", data)

    def concerned(self, change: Change) -> bool:
        """Whether a stage or a cell of the lane was altered."""
        return any(
            isinstance(record, Stage) or (isinstance(record, LaneCell) and record.lane == self._lane)
            for record in change.records()
        )

    def finish(self) -> None:
        """Hand over what was typed."""
        for row in self.rows:
            if not row.isHidden():
                row.text.finish()

    def _written(self, stage: str, text: str) -> None:
        self._edit(N_("Edit text"), stage, lambda edit: {"text": text})

    def _chosen(self, stage: str, data: bytes, name: str) -> None:
        journey = self.document.journey
        self._edit(N_("Change picture"), stage, lambda edit: {"image": store_image(journey, edit, data, name).id})

    def _removed(self, stage: str) -> None:
        self._edit(N_("Remove picture"), stage, lambda edit: {"image": None})

    def _edit(self, label: str, stage: str, fields: Callable[[Edit], dict[str, str | None]]) -> None:
        journey = self.document.journey
        if self._lane not in journey or stage not in journey:
            return
        before = cell_of(journey, self._lane, stage)
        try:
            with self.document.edit(label) as edit:
                fill_cell(journey, edit, self._lane, stage, **fields(edit))
                drop_unused(journey, edit, [before.image if before is not None else None])
        except Problem as problem:
            self.refused.emit(explain(problem))
