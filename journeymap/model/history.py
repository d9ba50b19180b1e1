"""Undo and redo: a list of Changes and a place in it."""

from journeymap.model.change import Change
from journeymap.model.journey import Journey

# From which list to which the change goes that is being replayed.
Replay = tuple[list[Change], list[Change]]


class History:
    """Hears every Change of a journey; undo applies the inverse, redo the Change itself.

    The map is `saved` while the place in the list is the one that was marked by `mark_saved`.
    """

    def __init__(self, journey: Journey, limit: int = 1000) -> None:
        self._journey = journey
        self._limit = limit
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._saved: Change | None = None
        self._saved_lost = False
        self._replay: Replay | None = None
        self.close = journey.subscribe(self._heard)

    def _heard(self, change: Change) -> None:
        if self._replay is not None:
            # Moved here and not after the replay: the change is made even where another listener raises.
            (taken, put), self._replay = self._replay, None
            put.append(taken.pop())
            return
        self._undone.clear()
        self._done.append(change)
        if len(self._done) > self._limit:
            gone = self._done.pop(0)
            if self._saved is None:
                self._saved_lost = True
            elif self._saved is gone:
                self._saved = None

    @property
    def undo_label(self) -> str | None:
        """The label of the change that `undo` takes back, or None."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """The label of the change that `redo` makes again, or None."""
        return self._undone[-1].label if self._undone else None

    def undo(self) -> Change | None:
        """Take the last change back; returns what was done to the map."""
        if not self._done:
            return None
        return self._make_again(self._done[-1].inverse(), (self._done, self._undone))

    def redo(self) -> Change | None:
        """Make the change again that was taken back last; returns what was done to the map."""
        if not self._undone:
            return None
        return self._make_again(self._undone[-1], (self._undone, self._done))

    def fold(self) -> None:
        """Make one step of the last two, under the first one's label; two that cancel each other leave no step."""
        if len(self._done) < 2:
            return
        second, first = self._done.pop(), self._done.pop()
        both = first.then(second)
        if self._saved is first:
            self._saved_lost = True
        if both:
            self._done.append(both)
        if self._saved is second:
            self.mark_saved()

    def mark_saved(self) -> None:
        """From now on the map as it is counts as saved."""
        self._saved = self._done[-1] if self._done else None
        self._saved_lost = False

    @property
    def saved(self) -> bool:
        """Whether the map is as it was when it was last marked as saved (at first: when it was opened)."""
        return not self._saved_lost and self._saved is (self._done[-1] if self._done else None)

    def mark_unsaved(self) -> None:
        """The map counts as altered until it is saved, whatever is undone (a recovered or imported map)."""
        self._saved_lost = True

    def _make_again(self, change: Change, move: Replay) -> Change:
        self._replay = move
        try:
            return self._journey.apply(change)
        except BaseException:
            self._replay = None
            raise
