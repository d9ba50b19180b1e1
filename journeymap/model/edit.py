"""One edit under way: what may be done to the records before it becomes a Change."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from journeymap.model.change import Change, Step
from journeymap.model.problem import Problem
from journeymap.model.record import Record, make

if TYPE_CHECKING:
    import networkx as nx

R = TypeVar("R", bound=Record)


class Edit:
    """Adds, updates and removes records; remembers what was there before. Made by `Journey.edit` only.

    `change` is what became of it, known once the block was left.
    """

    def __init__(
        self,
        records: Mapping[str, Record],
        place: Callable[[str, Record | None], None],
        graph: Callable[[], "nx.MultiDiGraph[str]"],
    ) -> None:
        self._records = records
        self._place = place
        self._graph = graph
        self._before: dict[str, Record | None] = {}
        self.change: Change | None = None

    def add(self, cls: type[R], **fields: Any) -> R:
        """A new record in the map; raises `Problem` for a value out of range or an id that is taken."""
        record = make(cls, **fields)
        if record.id in self._records:
            raise Problem("The id “{id}” is used twice.", id=record.id)
        self.put(record.id, record)
        return record

    def update(self, id: str, **fields: Any) -> Record:
        """Other values for some fields of a record; raises `Problem` where there is no such record or a value is out of range."""
        record = self._records.get(id)
        if record is None:
            raise Problem("There is no element “{id}” in this map.", id=id)
        updated = record.replace(**fields)
        if updated != record:
            self.put(id, updated)
        return updated

    def remove(self, *ids: str) -> None:
        """Take records out, and what can't be without them; what merely mentions them forgets them. Unknown ids are ignored."""
        from journeymap.model.graph import referrers

        waiting = [id for id in ids if id in self._records]
        while waiting:
            id = waiting.pop()
            if id not in self._records:
                continue
            for record, reference in list(referrers(self._graph(), id)):
                if record.id not in self._records:
                    continue
                if reference.on_delete == "remove":
                    waiting.append(record.id)
                    continue
                value = getattr(self._records[record.id], reference.field)
                left = tuple(name for name in value if name != id) if reference.many else None
                if reference.on_delete == "forget-or-remove" and not left:
                    waiting.append(record.id)
                else:
                    self.update(record.id, **{reference.field: left})
            self.put(id, None)

    def put(self, id: str, record: Record | None) -> None:
        """Set what stands under an id, without more ado; the rules run when the edit ends."""
        self._before.setdefault(id, self._records.get(id))
        self._place(id, record)

    def steps(self) -> tuple[Step, ...]:
        """What the edit has done so far: ids whose record differs from what it was."""
        now = self._records
        return tuple(Step(id, before, now.get(id)) for id, before in self._before.items() if before != now.get(id))
