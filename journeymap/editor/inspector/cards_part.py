"""The cards of a form: pain points, moments of truth and actions of what is selected, with a button to add one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from journeymap import words
from journeymap.editor.document import Document
from journeymap.editor.inspector.card import Card, CardText
from journeymap.editor.inspector.part import PartWidget
from journeymap.language import N_, _, explain
from journeymap.model import edits
from journeymap.model.change import Change
from journeymap.model.edit import Edit
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.words import word

DELETE = N_("Delete")


class CardsPart(PartWidget):
    """Cards of one class; what differs between the classes is in the methods at the end."""

    shown: type[Record]
    several = True
    kind: str
    add_text: str
    add_label: str

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._ids: tuple[str, ...] = ()
        self.cards: list[Card] = []
        self.add = QPushButton(_(self.add_text))
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self._add)
        self.box.addWidget(self.add)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show the cards of a record, or those that several have in common."""
        self._ids = tuple(record.id for record in records)
        found = self.of(records[0])
        for other in records[1:]:
            theirs = self.of(other)
            found = [card for card in found if card in theirs]
        while len(self.cards) < len(found):
            card = Card(self.kind, self)
            card.chosen.connect(self._choose)
            card.deleted.connect(self._delete)
            self.box.insertWidget(len(self.cards), card)
            self.cards.append(card)
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(found))
            if place < len(found):
                card.show_text(found[place].id, self.text(found[place]))

    def concerned(self, change: Change) -> bool:
        """Whether something of this class was altered."""
        return any(isinstance(record, self.shown) for record in change.records())

    def _choose(self, id: str) -> None:
        self.document.selection.set([id])

    def _delete(self, id: str) -> None:
        with self.document.edit(DELETE) as edit:
            edit.remove(id)

    def _add(self) -> None:
        ids = [id for id in self._ids if id in self.document.journey]
        if not ids:
            return
        try:
            with self.document.edit(self.add_label) as edit:
                made = self.make(edit, ids)
        except Problem as problem:
            self.refused.emit(explain(problem))
            return
        self.document.selection.set(record.id for record in made)
        self.added.emit()

    def of(self, record: Record) -> Sequence[Any]:
        """What belongs to a record."""
        raise NotImplementedError

    def text(self, record: Any) -> CardText:
        """What the card says."""
        raise NotImplementedError

    def make(self, edit: Edit, on: Sequence[str]) -> Sequence[Record]:
        """A new one on all of these, or one on each where it can't be on several."""
        raise NotImplementedError


class PainsPart(CardsPart):
    """The pain points of a touchpoint, stage or link."""

    shown, kind = PainPoint, "pain"
    add_text, add_label = N_("+ Pain point"), N_("Add pain point")

    def of(self, record: Record) -> Sequence[PainPoint]:
        """The pain points on it, the worst first."""
        found = [pain for pain in self.document.journey.all(PainPoint) if record.id in pain.on]
        return sorted(found, key=lambda pain: -pain.severity)

    def text(self, record: PainPoint) -> CardText:
        """Title, severity, category and evidence."""
        mark = _("{severity}/{most}").format(severity=record.severity, most=5)
        category = record.own_category if record.category == "other" else ""
        notes = [category or word(words.PAIN_CATEGORIES, record.category)]
        notes += dict.fromkeys(word(words.EVIDENCE_SOURCES, evidence.source) for evidence in record.evidence)
        return CardText(record.title or _("Untitled"), mark, " · ".join(notes))

    def make(self, edit: Edit, on: Sequence[str]) -> Sequence[Record]:
        """A new pain point."""
        return [edits.add_pain(self.document.journey, edit, on)]


class TruthsPart(CardsPart):
    """The moments of truth of a touchpoint or stage."""

    shown, kind = MomentOfTruth, "truth"
    add_text, add_label = N_("+ Moment of truth"), N_("Add moment of truth")

    def of(self, record: Record) -> Sequence[MomentOfTruth]:
        """The moments of truth on it."""
        return [truth for truth in self.document.journey.all(MomentOfTruth) if truth.on == record.id]

    def text(self, record: MomentOfTruth) -> CardText:
        """Title, kind, and why."""
        return CardText(record.title or _("Untitled"), word(words.TRUTH_TYPES, record.type), record.why)

    def make(self, edit: Edit, on: Sequence[str]) -> Sequence[Record]:
        """A new moment of truth on each: one sits in one place."""
        return [edits.add_truth(self.document.journey, edit, id) for id in on]


class ActionsPart(CardsPart):
    """The actions that answer a touchpoint, stage or pain point, or a pain point on it."""

    shown, kind = Action, "action"
    add_text, add_label = N_("+ Action"), N_("Add action")

    def of(self, record: Record) -> Sequence[Action]:
        """The actions that answer it or what hurts on it."""
        answered = {record.id}
        answered |= {pain.id for pain in self.document.journey.all(PainPoint) if record.id in pain.on}
        return [action for action in self.document.journey.all(Action) if answered & set(action.answers)]

    def text(self, record: Action) -> CardText:
        """Title, status, owner."""
        return CardText(record.title or _("Untitled"), word(words.STATUSES, record.status), record.owner)

    def make(self, edit: Edit, on: Sequence[str]) -> Sequence[Record]:
        """A new action."""
        return [edits.add_action(self.document.journey, edit, on)]

    def concerned(self, change: Change) -> bool:
        """Pain points lead to actions too."""
        return any(isinstance(record, (Action, PainPoint)) for record in change.records())
