"""A form: the fields and parts of one kind of element, filled with what is selected."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.editor.document import Document
from journeymap.editor.inspector.choice_fields import ChoiceField
from journeymap.editor.inspector.field import Field
from journeymap.editor.inspector.field_row import FieldRow
from journeymap.editor.inspector.fold import FoldBox
from journeymap.editor.inspector.make_field import make_field, options_of
from journeymap.editor.inspector.make_part import make_part
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.inspector.segment_field import SegmentField
from journeymap.editor.inspector.specs import Entry, FieldSpec, Fold, Part, Row
from journeymap.editor.inspector.values import MIXED, common, move_to_channel, move_to_stage, write
from journeymap.editor.persona.path_part import PathPart
from journeymap.editor.settings import Settings
from journeymap.editor.widgets.labels import ElidedLabel, TextLabel
from journeymap.language import _, explain
from journeymap.model.change import Change
from journeymap.model.journey import Journey
from journeymap.model.kinds import references
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.structure import Channel, Stage, Touchpoint
from journeymap.survey.overlay import segments

LABEL_SPACE = 3


class Bound(QObject):
    """Ties a field to what it edits: one edit of the map for all that is selected."""

    def __init__(self, spec: FieldSpec, field: Field, box: QWidget, form: "Form") -> None:
        super().__init__(form)
        self.spec = spec
        self.field = field
        self.box = box
        self._form = form
        field.edited.connect(self._edited)
        field.refused.connect(form.message)

    def show_records(self, records: Sequence[Record]) -> None:
        """Fill the field."""
        if isinstance(self.field, ChoiceField) and self.spec.kind in ("stage", "channel"):
            self.field.set_options(options_of(self.spec, self._form.document.journey))
        elif isinstance(self.field, SegmentField):
            self.field.offer(segments(self._form.document.journey))
        value = common(records, self.spec.path)
        if value is MIXED:
            self.field.show_mixed()
        else:
            self.field.show_value(value)
        shown = self.spec.shared or len(records) == 1
        if self.spec.only_if is not None:
            shown = shown and common(records, self.spec.only_if[0]) == self.spec.only_if[1]
        self.box.setVisible(shown)

    def _edited(self, value: Any) -> None:
        self._form.write(self.spec, value)


class Form(QWidget):
    """`message` carries sentences for the status bar; `added` says that something was added and its title wants typing.

    `path_wanted` carries the id of a persona whose path is to be drawn on the map."""

    message = Signal(str)
    added = Signal()
    folded = Signal(str, bool)
    path_wanted = Signal(str)

    def __init__(
        self, document: Document, entries: Sequence[Entry], settings: Settings, unfolded: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.document = document
        self._settings = settings
        self._ids: tuple[str, ...] = ()
        self._unfolded = unfolded
        self.bound: dict[str, Bound] = {}
        self.parts: list[tuple[Part, PartWidget, QWidget]] = []
        self._folds: list[tuple[FoldBox, Fold]] = []
        self.setObjectName("inspectorForm")
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 16)
        box.setSpacing(10)
        for entry in entries:
            self._add(entry, box)
        box.addStretch(1)

    # -- filling

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these records, all of the form's kind; what was typed for others is handed over first."""
        ids = tuple(record.id for record in records)
        if ids != self._ids:
            self.finish()
            self._ids = ids
        for bound in self.bound.values():
            bound.show_records(records)
        for _part, widget, box in self.parts:
            wanted = widget.wanted(records)
            box.setVisible(wanted)
            if wanted:
                widget.show_records(records)
        for fold, entry in self._folds:
            fold.setVisible(
                not entry.physical or any(_is_physical(self.document.journey, record) for record in records)
            )

    def refresh(self) -> None:
        """Show again what is shown."""
        records = [record for id in self._ids if (record := self.document.journey.records.get(id)) is not None]
        if len(records) == len(self._ids) and records:
            self.show_records(records)

    def concerned(self, change: Change) -> bool:
        """Whether a change may have altered what the form shows."""
        if change.ids.intersection(self._ids) or any(isinstance(r, (Stage, Channel)) for r in change.records()):
            return True
        if any(name in self._ids for record in change.records() for _, name in references(record)):
            return True
        return any(widget.concerned(change) for _, widget, box in self.parts if not box.isHidden())

    def finish(self) -> None:
        """Hand over everything that was typed."""
        for bound in self.bound.values():
            bound.field.finish()
        for _part, widget, _box in self.parts:
            widget.finish()

    def first_field(self) -> Field | None:
        """The title, or the first field there is."""
        return next((bound.field for bound in self.bound.values()), None)

    def write(self, spec: FieldSpec, value: Any) -> None:
        """One edit: the field of all that is selected gets another value."""
        journey = self.document.journey
        ids = [id for id in self._ids if id in journey]
        try:
            with self.document.edit(spec.change) as edit:
                if spec.kind == "stage":
                    move_to_stage(journey, edit, ids, value)
                elif spec.kind == "channel":
                    move_to_channel(journey, edit, ids, value)
                else:
                    write(journey, edit, ids, spec.path, value)
        except Problem as problem:
            self.message.emit(explain(problem))
            self.refresh()

    # -- building

    def _add(self, entry: Entry, box: QVBoxLayout) -> None:
        if isinstance(entry, FieldSpec):
            box.addWidget(self._field(entry))
        elif isinstance(entry, Row):
            box.addWidget(FieldRow([self._field(spec) for spec in entry.fields]))
        elif isinstance(entry, Fold):
            fold = FoldBox(entry.id, _(entry.title), entry.id in self._unfolded)
            fold.toggled.connect(self.folded)
            for inner in entry.rows:
                self._add(inner, fold.rows)
            self._folds.append((fold, entry))
            box.addWidget(fold)
        else:
            box.addWidget(self._part(entry))

    def _field(self, spec: FieldSpec) -> QWidget:
        field = make_field(spec, self.document.journey)
        name = _(spec.label)
        field.setAccessibleName(name)
        field.focus_target().setAccessibleName(name)
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(LABEL_SPACE)
        if spec.kind not in ("heading", "switch"):
            label = ElidedLabel(name, role="caption")
            label.setBuddy(field.focus_target())
            box.addWidget(label)
        box.addWidget(field)
        box.addStretch(1)
        self.bound[spec.path] = Bound(spec, field, whole, self)
        return whole

    def _part(self, part: Part) -> QWidget:
        widget = make_part(part.name, self.document, self._settings)
        if isinstance(widget, PathPart):
            widget.on_map.connect(self.path_wanted)
        widget.refused.connect(self.message)
        widget.added.connect(self.added)
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(LABEL_SPACE + 1)
        if part.title:
            box.addWidget(TextLabel(_(part.title), role="caption"))
        box.addWidget(widget)
        self.parts.append((part, widget, whole))
        return whole


def _is_physical(journey: Journey, record: Record) -> bool:
    """Whether a touchpoint appeals to the senses: its channel is a place, or something was written about them."""
    if not isinstance(record, Touchpoint):
        return False
    return journey.get(Channel, record.channel).type == "physical" or any(dict(record.senses).values())
