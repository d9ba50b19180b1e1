"""Why we believe in a pain point: sources with what was said there, when, and where it can be read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from journeymap import words
from journeymap.editor.document import Document
from journeymap.editor.icons import icon
from journeymap.editor.inspector.choice_fields import ChoiceField
from journeymap.editor.inspector.line_fields import LineField
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.inspector.text_field import TextField
from journeymap.editor.widgets.labels import set_tip
from journeymap.language import N_, _, explain
from journeymap.model.findings import Evidence, PainPoint
from journeymap.model.problem import Problem
from journeymap.model.record import Record


class EvidenceCard(QFrame):
    """One source. `edited` carries its place in the list and the evidence, or None to remove it."""

    edited = Signal(int, object)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._evidence = Evidence()
        self.setProperty("role", "card")
        self.setProperty("kind", "evidence")
        self.source = ChoiceField([(code, _(text)) for code, text in words.EVIDENCE_SOURCES.items()])
        self.source.focus_target().setAccessibleName(_("Source"))
        self.quote = TextField(_("What was said or seen"))
        self.date, self.link = LineField(_("When")), LineField(_("Link to it"))
        for field, name in (
            (self.quote, _("What was said or seen")),
            (self.date, _("When")),
            (self.link, _("Link to it")),
        ):
            field.focus_target().setAccessibleName(name)
        self.remove = QToolButton()
        self.remove.setIcon(icon("close", "muted"))
        self.remove.setProperty("role", "mini")
        self.remove.setAccessibleName(_("Remove"))
        set_tip(self.remove, _("Remove"))
        head, foot = QHBoxLayout(), QHBoxLayout()
        for row in (head, foot):
            row.setSpacing(4)
        head.addWidget(self.source, 1)
        head.addWidget(self.remove)
        foot.addWidget(self.date, 2)
        foot.addWidget(self.link, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.quote)
        box.addLayout(foot)
        self.source.edited.connect(self._source)
        self.quote.edited.connect(self._quote)
        self.date.edited.connect(self._date)
        self.link.edited.connect(self._link)
        self.remove.clicked.connect(self._remove)

    def show_evidence(self, evidence: Evidence) -> None:
        """Show a source."""
        self._evidence = evidence
        self.source.show_value(evidence.source)
        self.quote.show_value(evidence.quote)
        self.date.show_value(evidence.date)
        self.link.show_value(evidence.link)
        set_tip(self.link, evidence.link)

    def finish(self) -> None:
        """Hand over what was typed."""
        for field in (self.quote, self.date, self.link):
            field.finish()

    def _source(self, source: str) -> None:
        self._edit(source=source)

    def _quote(self, quote: str) -> None:
        self._edit(quote=quote)

    def _date(self, date: str) -> None:
        self._edit(date=date)

    def _link(self, link: str) -> None:
        self._edit(link=link)

    def _edit(self, **fields: str) -> None:
        self.edited.emit(self._place, fields)

    def _remove(self) -> None:
        self.edited.emit(self._place, None)


class EvidencePart(PartWidget):
    """The evidence of a pain point, or what several have in common."""

    several = True

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._ids: tuple[str, ...] = ()
        self._shown: tuple[Evidence, ...] = ()
        self.cards: list[EvidenceCard] = []
        self.add = QPushButton(_("+ Evidence"))
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self._add)
        self.box.addWidget(self.add)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show the evidence."""
        pains = [record for record in records if isinstance(record, PainPoint)]
        self._ids = tuple(pain.id for pain in pains)
        self._shown = tuple(one for one in pains[0].evidence if all(one in pain.evidence for pain in pains))
        while len(self.cards) < len(self._shown):
            card = EvidenceCard(len(self.cards), self)
            card.edited.connect(self._edited)
            self.box.insertWidget(len(self.cards), card)
            self.cards.append(card)
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(self._shown))
            if place < len(self._shown):
                card.show_evidence(self._shown[place])

    def finish(self) -> None:
        """Hand over what was typed."""
        for card in self.cards:
            if card.isVisible():
                card.finish()

    def _pains(self) -> list[PainPoint]:
        found = (self.document.journey.find(PainPoint, id) for id in self._ids)
        return [pain for pain in found if pain is not None]

    def _add(self) -> None:
        self._set({pain.id: (*pain.evidence, Evidence(source="survey")) for pain in self._pains()}, N_("Add evidence"))
        # The form shows the change a moment later; the quote is to be typed now.
        pains = self._pains()
        if pains:
            self.show_records(pains)
            self.cards[len(self._shown) - 1].quote.focus_target().setFocus()

    def _edited(self, place: int, fields: dict[str, str] | None) -> None:
        if place >= len(self._shown):
            return
        old = self._shown[place]
        try:
            # A field that was left after another one of the same card counts from what that one made of it.
            now = self._now(old, place)
            new = () if fields is None else (Evidence.model_validate(dict(now) | fields),)
        except ValueError:
            self.refused.emit(_("This text is too long for its field."))
            return
        after: dict[str, tuple[Evidence, ...]] = {}
        for pain in self._pains():
            at = (
                place
                if len(self._ids) == 1
                else pain.evidence.index(now)
                if now in pain.evidence
                else len(pain.evidence)
            )
            after[pain.id] = (*pain.evidence[:at], *new, *pain.evidence[at + 1 :])
        self._set(after, N_("Remove evidence") if fields is None else N_("Change evidence"))
        if new:
            self._shown = (*self._shown[:place], *new, *self._shown[place + 1 :])

    def _now(self, old: Evidence, place: int) -> Evidence:
        pains = self._pains()
        if len(pains) == 1 and place < len(pains[0].evidence):
            return pains[0].evidence[place]
        return old

    def _set(self, evidence: dict[str, tuple[Evidence, ...]], label: str) -> None:
        try:
            with self.document.edit(label) as edit:
                for id, all in evidence.items():
                    edit.update(id, evidence=all)
        except Problem as problem:
            self.refused.emit(explain(problem))
