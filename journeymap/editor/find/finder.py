"""The search under way: what is sought, where it was found, and which of these is looked at."""

from PySide6.QtCore import QObject, Signal

from journeymap.editor.document import Document
from journeymap.language import N_
from journeymap.model.replace import replace
from journeymap.model.search import Hit, Query, find
from journeymap.model.text_fields import is_fixed


class Finder(QObject):
    """`found` says that the hits or the current one differ; `wanted` carries the Hit that the window should show.

    After a change of the map the hits are sought anew when somebody asks for them, not before.
    """

    found = Signal()
    wanted = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._hits: list[Hit] = []
        self._stale = False
        self._place = 0
        self.query = Query()
        document.changed.connect(self._changed)

    @property
    def hits(self) -> list[Hit]:
        """Every hit in the map as it is now."""
        if self._stale:
            self._stale = False
            before = self._hits[self._place] if self._place < len(self._hits) else None
            self._hits = find(self._document.journey, self.query)
            if before in self._hits:
                self._place = self._hits.index(before)
            self._place = min(self._place, max(len(self._hits) - 1, 0))
        return self._hits

    @property
    def place(self) -> int:
        """The number of the current hit, from 0."""
        return self._place if self.hits else 0

    @property
    def current(self) -> Hit | None:
        """The hit that is looked at."""
        return self.hits[self._place] if self.hits else None

    @property
    def fixed(self) -> bool:
        """Whether the current hit can't be replaced."""
        return self.current is not None and self._is_fixed(self.current)

    def seek(self, query: Query) -> None:
        """Seek something; the first hit on what is selected is looked at, else the first of all."""
        self.query = query
        self._stale = False
        self._hits = find(self._document.journey, query)
        selected = self._document.selection.current
        self._place = next((place for place, hit in enumerate(self._hits) if hit.id == selected), 0)
        self.show()

    def step(self, by: int) -> bool:
        """Look at the next hit, or the one before; whether the search went round the end."""
        if not self.hits:
            return False
        place = self._place + by
        self._place = place % len(self.hits)
        self.show()
        return not 0 <= place < len(self.hits)

    def replace_current(self, text: str) -> int:
        """Replace the hit that is looked at and look at the next one; returns how many were replaced, 0 or 1.

        Raises `Problem` as `replace`.
        """
        hit, place = self.current, self.place
        if hit is None:
            return 0
        done = self._replace([hit], text)
        if done:
            # What was put in may hold what is sought: it goes on behind it.
            put_in = sum(_is_within(other, hit, len(text)) for other in self.hits)
            self._place = (place + put_in) % max(len(self.hits), 1)
            self.show()
        return done

    def replace_all(self, text: str) -> tuple[int, int]:
        """Replace all hits in one edit: how many were replaced, how many stay as they are. Raises `Problem` as `replace`."""
        hits = self.hits
        done = self._replace(hits, text)
        self._place = 0
        self.found.emit()
        return done, len(hits) - done

    def _replace(self, hits: list[Hit], text: str) -> int:
        with self._document.edit(N_("Replace text")) as edit:
            return replace(self._document.journey, edit, hits, text)

    def _is_fixed(self, hit: Hit) -> bool:
        record = self._document.journey.records.get(hit.id)
        return record is not None and is_fixed(record, hit.path)

    def show(self) -> None:
        """Have the window show the current hit."""
        self.found.emit()
        if self.current is not None:
            self.wanted.emit(self.current)

    def _changed(self) -> None:
        if self.query.text:
            self._stale = True
            self.found.emit()


def _is_within(hit: Hit, place: Hit, length: int) -> bool:
    """Whether a hit stands in what was put in at a place."""
    return (hit.id, hit.path) == (place.id, place.path) and place.start <= hit.start < place.start + length
