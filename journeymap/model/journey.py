"""The Journey: all records of one map, and the one way to alter them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from journeymap.model import rules
from journeymap.model.change import Change, Step
from journeymap.model.edit import Edit
from journeymap.model.problem import Problem
from journeymap.model.record import Record, make
from journeymap.model.structure import JOURNEY_ID, Channel, JourneyInfo, Link, Stage, Touchpoint

if TYPE_CHECKING:
    import networkx as nx

R = TypeVar("R", bound=Record)
Listener = Callable[[Change], None]


class Journey:
    """A map: records by id, altered only through `edit` (or `apply`, which replays a Change).

    `revision` grows with every Change. Listeners get each Change after it was made, all of them in the same order.
    """

    def __init__(self, title: str = "", records: Iterable[Record] = ()) -> None:
        """A map of these records, or an empty one; raises `Problem` where a record is twice or something dangles."""
        self.revision = 0
        self._records: dict[str, Record] = {}
        self._by_type: dict[type[Record], dict[str, Record]] = {}
        self._ordered: dict[type[Record], list[Record]] = {}
        self._graph: nx.MultiDiGraph[str] | None = None
        self._listeners: list[Listener] = []
        self._unheard: deque[Change] = deque()
        self._edit: Edit | None = None
        for record in records:
            if record.id in self._records:
                raise Problem("The id “{id}” is used twice.", id=record.id)
            self._place(record.id, record)
        if JOURNEY_ID not in self._records:
            self._place(JOURNEY_ID, make(JourneyInfo, id=JOURNEY_ID, title=title))
        self._check(self._records.values())

    # -- reading

    @property
    def records(self) -> Mapping[str, Record]:
        """All records by id, as they are now (a live, read-only view)."""
        return MappingProxyType(self._records)

    @property
    def info(self) -> JourneyInfo:
        """What the map is about."""
        info = self._records[JOURNEY_ID]
        assert isinstance(info, JourneyInfo)
        return info

    @property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The map as a networkx graph; made when first asked for (networkx takes 0.2 s to load), then kept in step."""
        if self._graph is None:
            from journeymap.model.graph import build_graph

            self._graph = build_graph(self._records.values())
        return self._graph

    def all(self, cls: type[R]) -> list[R]:
        """All records of a class in their order (`order`, then id); the list must not be altered."""
        found = self._ordered.get(cls)
        if found is None:
            found = sorted(self._by_type.get(cls, {}).values(), key=lambda r: (getattr(r, "order", 0.0), r.id))
            self._ordered[cls] = found
        return found  # type: ignore[return-value]

    @property
    def stages(self) -> list[Stage]:
        """The stages from left to right (right to left in a mirrored map)."""
        return self.all(Stage)

    @property
    def channels(self) -> list[Channel]:
        """The channels from top to bottom."""
        return self.all(Channel)

    @property
    def touchpoints(self) -> list[Touchpoint]:
        """All touchpoints, by `order` within their stage."""
        return self.all(Touchpoint)

    @property
    def links(self) -> list[Link]:
        """All links."""
        return self.all(Link)

    def get(self, cls: type[R], id: str) -> R:
        """The record with this id; raises `Problem` where there is none of that class."""
        record = self._records.get(id)
        if not isinstance(record, cls):
            raise Problem("There is no {kind} “{id}” in this map.", kind=cls.kind, id=id)
        return record

    def find(self, cls: type[R], id: str) -> R | None:
        """The record with this id, or None where there is none of that class."""
        record = self._records.get(id)
        return record if isinstance(record, cls) else None

    def __contains__(self, id: object) -> bool:
        return id in self._records

    def __len__(self) -> int:
        return len(self._records)

    def copy(self) -> "Journey":
        """A second map with the same records (they are immutable, so this is cheap), for work in another thread.

        Raises RuntimeError while an edit is under way: half an edit is no map.
        """
        if self._edit is not None:
            raise RuntimeError("an edit is under way")
        twin = Journey.__new__(Journey)
        twin.revision = self.revision
        twin._records = dict(self._records)
        twin._by_type = {cls: dict(records) for cls, records in self._by_type.items()}
        twin._ordered = {}
        twin._graph = None
        twin._listeners = []
        twin._unheard = deque()
        twin._edit = None
        return twin

    # -- altering

    @contextmanager
    def edit(self, label: str) -> Iterator[Edit]:
        """The only place where a Change is made: on leaving the block the rules run and listeners hear of the Change.

        Any exception, the rules' own `Problem` included, puts everything back. An edit within an edit is a RuntimeError.
        A listener that raises doesn't: the Change stands, all others hear of it, then the first exception goes on.
        """
        if self._edit is not None:
            raise RuntimeError("an edit is under way")
        edit = self._edit = Edit(self._records, self._place, lambda: self.graph)
        try:
            yield edit
            self._check_after(edit.steps())
        except BaseException:
            for step in reversed(edit.steps()):
                self._place(step.id, step.before)
            raise
        finally:
            edit.end()
            self._edit = None
        change = edit.change = Change(label, edit.steps())
        if change:
            self._announce(change)

    def apply(self, change: Change) -> Change:
        """Replay a Change (undo, redo, recovery, merge) and return it; raises `Problem`, and alters nothing, where it does not fit."""
        if self._edit is not None:
            raise RuntimeError("an edit is under way")
        if any(self._records.get(step.id) != step.before for step in change.steps):
            raise Problem("The change “{label}” does not fit this map.", label=change.label)
        with self.edit(change.label) as edit:
            for step in change.steps:
                edit.put(step.id, step.after)
        return change

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every Change; the function that is returned ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    # -- inside

    def _place(self, id: str, record: Record | None) -> None:
        before = self._records.get(id)
        if before is not None:
            del self._by_type[type(before)][id]
            self._ordered.pop(type(before), None)
        if record is None:
            self._records.pop(id, None)
        else:
            self._records[id] = record
            self._by_type.setdefault(type(record), {})[id] = record
            self._ordered.pop(type(record), None)
        if self._graph is not None:
            from journeymap.model.graph import put

            put(self._graph, before, record)

    def _check(self, records: Iterable[Record]) -> None:
        for record in records:
            for problem in rules.problems(self._records, record):
                raise problem

    def _check_after(self, steps: tuple[Step, ...]) -> None:
        self._check(step.after for step in steps if step.after is not None)
        if JOURNEY_ID not in self._records:
            raise Problem("The journey itself can't be removed.")
        # What names a record that went, or that became one of another class, was not altered itself but may be wrong now.
        other = [step.id for step in steps if step.before is not None and type(step.after) is not type(step.before)]
        if other:
            from journeymap.model.graph import referrers

            for id in other:
                self._check(record for record, _ in referrers(self.graph, id))

    def _announce(self, change: Change) -> None:
        self.revision += 1
        self._unheard.append(change)
        if len(self._unheard) > 1:
            return  # A listener made this change: it is heard after the one that it answers, by everyone.
        errors: list[Exception] = []
        try:
            while self._unheard:
                for listener in list(self._listeners):
                    try:
                        listener(self._unheard[0])
                    except Exception as error:
                        errors.append(error)
                self._unheard.popleft()
        finally:
            self._unheard.clear()
        if errors:
            raise errors[0]
