"""What a line becomes and where it goes: a switch and two lists, for the box and for lists alike."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journeymap.editor.capture.drop import KINDS, Kind, Target
from journeymap.editor.document import Document
from journeymap.editor.heat_bar import HeatList
from journeymap.editor.widgets.labels import set_tip
from journeymap.editor.widgets.segments import Segments
from journeymap.language import _
from journeymap.model.change import Change
from journeymap.model.journey import Journey
from journeymap.model.structure import Channel, Stage, Touchpoint

KIND_KEYS: dict[Kind, str] = {"touchpoint": "Ctrl+1", "pain": "Ctrl+2", "note": "Ctrl+3", "action": "Ctrl+4"}

KIND_HEIGHT = 32


class Where(QWidget):
    """Follows a document. Touchpoints and notes go to a stage and a channel, pain points and ideas to a stage or touchpoint."""

    changed = Signal()

    def __init__(self, document: Document, keyed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.kinds = Segments([(kind, _(spec.name)) for kind, spec in KINDS.items()], self)
        for kind, spec in KINDS.items():
            button = self.kinds.buttons[kind]
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumHeight(KIND_HEIGHT)
            if keyed:
                set_tip(button, _("{action} ({keys})").format(action=_(spec.name), keys=KIND_KEYS[kind]))
            button.toggled.connect(self._toggled)
        self.stages = self._list(_("Stage"))
        self.channels = self._list(_("Channel"))
        self.cards = self._list(_("Touchpoint"))
        lists = QHBoxLayout()
        lists.setSpacing(6)
        for one in (self.stages, self.channels, self.cards):
            lists.addWidget(one)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.kinds)
        box.addLayout(lists)
        self.stages.activated.connect(self._stage_chosen)
        self.channels.activated.connect(self._chosen)
        self.cards.activated.connect(self._chosen)
        document.changed.connect(self._document_changed)
        self.refresh()

    @property
    def kind(self) -> Kind:
        """What a line becomes."""
        return next((kind for kind in KINDS if self.kinds.buttons[kind].isChecked()), "touchpoint")

    @property
    def target(self) -> Target | None:
        """Where a line goes; None where the map has no stage or channel yet."""
        stage, channel = self.stages.value(), self.channels.value()
        if not stage or not channel:
            return None
        card = self.cards.value() if self.kind in ("pain", "action") else ""
        return Target(self.kind, stage, channel, card)

    def choose_kind(self, kind: Kind) -> None:
        """Lines become something else from now on."""
        self.kinds.show_name(kind)

    def choose(self, target: Target) -> None:
        """Lines go there from now on."""
        self.choose_kind(target.kind)
        self.refresh(target.stage, target.channel, target.card)

    def look_at(self, id: str | None) -> None:
        """Lines go where this element is."""
        record = self.document.journey.records.get(id or "")
        if isinstance(record, Touchpoint):
            self.refresh(record.stage, record.channel, record.id)
        elif isinstance(record, Stage):
            self.refresh(stage=record.id)
        elif isinstance(record, Channel):
            self.refresh(channel=record.id)

    def step(self, which: str, by: int) -> None:
        """The next or the previous stage, or what stands in the other list that is shown."""
        shown = self.cards if self.kind in ("pain", "action") else self.channels
        one = self.stages if which == "stage" else shown
        if one.count():
            one.setCurrentIndex(max(0, min(one.currentIndex() + by, one.count() - 1)))
            if one is self.stages:
                self._stage_chosen()
            else:
                self.changed.emit()

    def refresh(self, stage: str = "", channel: str = "", card: str | None = None) -> None:
        """Offer what the map has now, and keep what is chosen."""
        journey = self.document.journey
        untitled = _("Untitled")
        stages = [(one.id, one.title or untitled) for one in journey.stages]
        self.stages.offer(stages, stage or self.stages.value())
        self.channels.offer(
            [(one.id, one.title or untitled) for one in journey.channels], channel or self.channels.value()
        )
        self._offer_cards(journey, self.cards.value() if card is None else card)
        self._show_lists()
        self.changed.emit()

    def _list(self, name: str) -> HeatList:
        made = HeatList(name, 420, self)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made

    def _offer_cards(self, journey: Journey, card: str) -> None:
        cards = [one for one in journey.touchpoints if one.stage == self.stages.value()]
        self.cards.offer([("", _("The whole stage")), *((one.id, one.title or _("Untitled")) for one in cards)], card)

    def _stage_chosen(self) -> None:
        self._offer_cards(self.document.journey, "")
        self.changed.emit()

    def _chosen(self) -> None:
        self.changed.emit()

    def _toggled(self, on: bool) -> None:
        if on:
            self._show_lists()
            self.changed.emit()

    def _show_lists(self) -> None:
        about = self.kind in ("pain", "action")
        self.channels.setVisible(not about)
        self.cards.setVisible(about)
        for one in (self.stages, self.channels, self.cards):
            one.setEnabled(bool(self.document.journey.stages and self.document.journey.channels))

    def _document_changed(self, change: Change) -> None:
        if any(isinstance(record, (Stage, Channel, Touchpoint)) for record in change.records()):
            self.refresh()
