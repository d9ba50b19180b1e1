"""Chips that name other elements: where a pain point hurts, what an action answers. A click selects, the list adds one."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from journeymap.editor.document import Document
from journeymap.editor.icons import icon
from journeymap.editor.inspector.choice_fields import Combo
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.widgets.labels import ElidedLabel, set_tip
from journeymap.language import N_, _, explain
from journeymap.model.change import Change
from journeymap.model.findings import PainPoint
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.structure import Channel, Link, Stage, Touchpoint

CHIP_LETTERS = 200


class Chip(QWidget):
    """One name. `chosen` and `removed` carry the id."""

    chosen = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = ""
        self.button = ChipButton(self)
        self.button.setProperty("role", "place")
        self.remove = QToolButton(self)
        self.remove.setIcon(icon("close", "muted"))
        self.remove.setProperty("role", "mini")
        self.remove.setAccessibleName(_("Remove"))
        set_tip(self.remove, _("Remove"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.button, 1)
        box.addWidget(self.remove)
        self.button.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)

    def show_name(self, id: str, name: str, removable: bool) -> None:
        """Show an element."""
        self.id = id
        self.button.show_name(name)
        self.remove.setVisible(removable)

    def _choose(self) -> None:
        self.chosen.emit(self.id)

    def _remove(self) -> None:
        self.removed.emit(self.id)


class ChipButton(QPushButton):
    """A button whose text is a label in it, so that it can be cut where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidedLabel(role="small")
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        box = QHBoxLayout(self)
        box.setContentsMargins(11, 2, 11, 2)
        box.addWidget(self._label)

    def show_name(self, name: str) -> None:
        """Show a name."""
        self._label.setText(name)
        set_tip(self, name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(80, self._label.sizeHint().height() + 6)


class AddList(Combo):
    """A list that is filled when it is opened: a map may have thousands of names. `wanted` carries an id."""

    wanted = Signal(str)

    def __init__(self, text: str, parent: "ChipsPart") -> None:
        super().__init__(parent)
        self._part = parent
        self._ids: list[str] = []
        self.setPlaceholderText(text)
        self.setAccessibleName(text)
        self.setCurrentIndex(-1)
        self.activated.connect(self._activated)

    def showPopup(self) -> None:
        """Offer what is not named yet."""
        self.clear()
        offered = list(self._part.offered())
        self._ids = [id for id, _ in offered]
        self.addItems([name for _, name in offered])
        self.setCurrentIndex(-1)
        super().showPopup()

    def _activated(self, row: int) -> None:
        id = self._ids[row]
        self.setCurrentIndex(-1)
        self.wanted.emit(id)


class ChipsPart(PartWidget):
    """The names in one field of a record (`on`, `answers`, `channels`), or those that several have in common."""

    several = True

    def __init__(
        self,
        document: Document,
        field: str,
        offers: tuple[type[Record], ...],
        add: str,
        least: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, parent)
        self._field = field
        self._offers = offers
        self._least = least
        self._records: tuple[Record, ...] = ()
        self._names: tuple[str, ...] = ()
        self._many = True
        self.chips: list[Chip] = []
        self.list = AddList(add, self)
        self.list.wanted.connect(self._add)
        self.box.addWidget(self.list)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show the names."""
        self._records = tuple(records)
        self._many = isinstance(getattr(records[0], self._field), tuple)
        theirs = [self._names_of(record) for record in records]
        self._names = tuple(name for name in theirs[0] if all(name in names for names in theirs))
        while len(self.chips) < len(self._names):
            chip = Chip(self)
            chip.chosen.connect(self._choose)
            chip.removed.connect(self._remove)
            self.box.insertWidget(len(self.chips), chip)
            self.chips.append(chip)
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < len(self._names))
            if place < len(self._names):
                id = self._names[place]
                least = min(len(names) for names in theirs)
                chip.show_name(id, name_of(self.document, id), self._many and least > self._least)
        self.list.setVisible(self._many)

    def concerned(self, change: Change) -> bool:
        """Whether something that is named was altered."""
        return any(bool(change.ids.intersection(self._names_of(record))) for record in self._records)

    def offered(self) -> Iterable[tuple[str, str]]:
        """What is not named yet, with its name."""
        for cls in self._offers:
            for record in self.document.journey.all(cls):
                if record.id not in self._names:
                    yield record.id, name_of(self.document, record.id)

    def _choose(self, id: str) -> None:
        self.document.selection.set([id])

    def _names_of(self, record: Record) -> tuple[str, ...]:
        value = getattr(record, self._field)
        return value if isinstance(value, tuple) else (value,)

    def _add(self, id: str) -> None:
        self._set(N_("Add reference"), lambda names: names if id in names else (*names, id))

    def _remove(self, id: str) -> None:
        self._set(N_("Remove reference"), lambda names: tuple(name for name in names if name != id))

    def _set(self, label: str, other: Callable[[tuple[str, ...]], tuple[str, ...]]) -> None:
        journey = self.document.journey
        now = [journey.records[record.id] for record in self._records if record.id in journey]
        try:
            with self.document.edit(label) as edit:
                for record in now:
                    edit.update(record.id, **{self._field: other(self._names_of(record))})
        except Problem as problem:
            self.refused.emit(explain(problem))


class EndsPart(PartWidget):
    """The two ends of a link, and a button that turns it round; of several links the button alone."""

    several = True

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._links: tuple[Link, ...] = ()
        self.source, self.target = Chip(self), Chip(self)
        self.turn = QPushButton(_("Turn round"))
        self.turn.setProperty("role", "link")
        self.turn.clicked.connect(self._turn)
        for chip in (self.source, self.target):
            chip.chosen.connect(self._choose)
            self.box.addWidget(chip)
        self.box.addWidget(self.turn)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show a link."""
        self._links = tuple(record for record in records if isinstance(record, Link))
        first = self._links[0]
        for chip, id, text in (
            (self.source, first.source, _("From {touchpoint}")),
            (self.target, first.target, _("To {touchpoint}")),
        ):
            chip.setVisible(len(self._links) == 1)
            chip.show_name(id, text.format(touchpoint=name_of(self.document, id)), removable=False)

    def concerned(self, change: Change) -> bool:
        """Whether one of the ends was altered."""
        return any(bool(change.ids & {link.source, link.target}) for link in self._links)

    def _choose(self, id: str) -> None:
        self.document.selection.set([id])

    def _turn(self) -> None:
        links = [link for old in self._links if (link := self.document.journey.find(Link, old.id)) is not None]
        with self.document.edit(N_("Turn link round")) as edit:
            for link in links:
                edit.update(link.id, source=link.target, target=link.source)


def name_of(document: Document, id: str) -> str:
    """What an element is called in a list."""
    record = document.journey.records.get(id)
    if isinstance(record, Link):
        ends = [name_of(document, end) for end in (record.source, record.target)]
        return _("{source} → {target}").format(source=ends[0], target=ends[1])
    return str(getattr(record, "title", ""))[:CHIP_LETTERS] or _("Untitled")


PLACES = (Touchpoint, Stage, Link)
ANSWERED = (PainPoint, Touchpoint, Stage)
CHANNELS = (Channel,)
