"""All that is written on the map as entries of the palette: made once, then followed Change by Change."""

from PySide6.QtCore import QObject

from journeymap.editor.document import Document
from journeymap.editor.palette.entry import TEXT, TITLE, Entry, make_entry
from journeymap.editor.places import describe
from journeymap.model.change import Change
from journeymap.model.measures import Counts, Plan, Wave
from journeymap.model.people import Emotion
from journeymap.model.record import Record
from journeymap.model.text_fields import is_title, texts
from journeymap.words import KINDS, word

PREFIX = "element"
# What was measured is no element; waves are among the settings.
LEFT_OUT = (Counts, Plan, Wave)
ICONS: dict[str, str] = {
    "journey": "settings",
    "stage": "stage",
    "channel": "channel",
    "touchpoint": "touchpoint",
    "link": "link",
    "persona": "persona",
    "pain": "pain",
    "truth": "truth",
    "action": "action",
    "note": "note",
}


class ElementIndex(QObject):
    """The entries of one document's elements."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._by_id: dict[str, list[Entry]] = {}
        self._all: list[Entry] | None = None
        self._stale: set[str] | None = None
        document.changed.connect(self._changed)

    def entries(self) -> list[Entry]:
        """Every title and every text that is not empty."""
        records = self._document.journey.records
        stale = records.keys() if self._stale is None else self._stale
        for id in stale:
            self._by_id.pop(id, None)
            record = records.get(id)
            made = _entries(record) if record is not None else []
            if made:
                self._by_id[id] = made
        if stale or self._all is None:
            self._all = [entry for made in self._by_id.values() for entry in made]
        self._stale = set()
        return self._all

    def detail(self, entry: Entry) -> str:
        """What an entry is, and where: made when it is shown, since it names other elements."""
        _prefix, id, path = entry.key.split("|", 2)
        return describe(self._document.journey, id, path)

    def _changed(self, change: Change) -> None:
        if self._stale is not None:
            self._stale |= change.ids


def element_key(id: str, path: str) -> str:
    """The key of an element's entry."""
    return f"{PREFIX}|{id}|{path}"


def _entries(record: Record) -> list[Entry]:
    if isinstance(record, LEFT_OUT):
        return []
    kind = word(KINDS, record.kind)
    weight = TEXT if isinstance(record, Emotion) else TITLE
    return [
        make_entry(
            element_key(record.id, path),
            text,
            weight if is_title(path) or record.kind == "note" else TEXT,
            kind,
            icon=ICONS.get(record.kind, ""),
        )
        for path, text in texts(record)
    ]
