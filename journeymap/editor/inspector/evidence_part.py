"""Why we believe in a pain point: sources with what was said there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from journeymap import words
from journeymap.editor.document import Document
from journeymap.editor.icons import icon
from journeymap.editor.inspector.choice_fields import ChoiceField
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
        self.quote.focus_target().setAccessibleName(_("What was said or seen"))
        self.remove = QToolButton()
        self.remove.setIcon(icon("close", "muted"))
        self.remove.setProperty("role", "mini")
        self.remove.setAccessibleName(_("Remove"))
        set_tip(self.remove, _("Remove"))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.source, 1)
        head.addWidget(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.quote)
        self.source.edited.connect(self._source)
        self.quote.edited.connect(self._quote)
        self.remove.clicked.connect(self._remove)

    def show_evidence(self, evidence: Evidence) -> None:
        """Show a source."""
        self._evidence = evidence
        self.source.show_value(evidence.source)
        self.quote.show_value(evidence.quote)

    def _source(self, source: str) -> None:
        self._edit(source=source)

    def _quote(self, quote: str) -> None:
        self._edit(quote=quote)

    def _edit(self, **fields: str) -> None:
        self.edited.emit(self._place, Evidence.model_validate(dict(self._evidence) | fields))

    def _remove(self) -> None:
        self.edited.emit(self._place, None)


class EvidencePart(PartWidget):
    """The evidence of a pain point."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._pain: PainPoint | None = None
        self.cards: list[EvidenceCard] = []
        self.add = QPushButton(_("+ Evidence"))
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self._add)
        self.box.addWidget(self.add)

    def show_record(self, record: Record) -> None:
        """Show a pain point's evidence."""
        assert isinstance(record, PainPoint)
        self._pain = record
        while len(self.cards) < len(record.evidence):
            card = EvidenceCard(len(self.cards), self)
            card.edited.connect(self._edited)
            self.box.insertWidget(len(self.cards), card)
            self.cards.append(card)
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(record.evidence))
            if place < len(record.evidence):
                card.show_evidence(record.evidence[place])

    def finish(self) -> None:
        """Hand over what was typed."""
        for card in self.cards:
            if card.isVisible():
                card.quote.finish()

    def _add(self) -> None:
        if self._pain is not None:
            self._set((*self._pain.evidence, Evidence(source="survey")), N_("Add evidence"))
            # The form shows the change a moment later; the quote is to be typed now.
            self.show_record(self.document.journey.get(PainPoint, self._pain.id))
            self.cards[len(self._pain.evidence) - 1].quote.focus_target().setFocus()

    def _edited(self, place: int, evidence: Evidence | None) -> None:
        if self._pain is None or place >= len(self._pain.evidence):
            return
        before, after = self._pain.evidence[:place], self._pain.evidence[place + 1 :]
        if evidence is None:
            self._set((*before, *after), N_("Remove evidence"))
        else:
            self._set((*before, evidence, *after), N_("Change evidence"))

    def _set(self, evidence: tuple[Evidence, ...], label: str) -> None:
        if self._pain is None or self._pain.id not in self.document.journey:
            return
        try:
            with self.document.edit(label) as edit:
                edit.update(self._pain.id, evidence=evidence)
        except Problem as problem:
            self.refused.emit(explain(problem))
