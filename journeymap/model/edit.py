"""One edit under way: what may be done to the records before it becomes a Change."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from journeymap.model.change import Change, Step
from journeymap.model.problem import Problem
from journeymap.model.record import Record, make, new_id

if TYPE_CHECKING:
    import networkx as nx

    from journeymap.model.kinds import Reference

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
        self._open = True
        self.change: Change | None = None

    def free_id(self, kind: str) -> str:
        """An id of this kind that no record has."""
        while (id := new_id(kind)) in self._records:
            pass
        return id

    def add(self, cls: type[R], /, **fields: Any) -> R:
        """A new record in the map; raises `Problem` for a value out of range or an id that is taken."""
        if cls.model_fields["id"].is_required():
            fields.setdefault("id", self.free_id(cls.kind))
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

        # First all that goes, then each record that stays forgets all of it at once: a persona's long path would
        # otherwise be checked again for every touchpoint of a stage.
        going = {id for id in ids if id in self._records}
        waiting = list(going)
        forgetting: dict[tuple[str, Reference], None] = {}
        while waiting:
            for record, reference in referrers(self._graph(), waiting.pop()):
                if record.id in going:
                    continue
                named = getattr(record, reference.field)
                goes_along = reference.on_delete == "remove" or (
                    reference.on_delete == "forget-or-remove" and reference.many and going.issuperset(named)
                )
                if goes_along:
                    going.add(record.id)
                    waiting.append(record.id)
                else:
                    forgetting[record.id, reference] = None
        for id, reference in forgetting:
            if id not in going:
                named = getattr(self._records[id], reference.field)
                left = tuple(name for name in named if name not in going) if reference.many else None
                self.update(id, **{reference.field: left})
        for id in sorted(going):
            self.put(id, None)

    def put(self, id: str, record: Record | None) -> None:
        """Set what stands under an id, without more ado; the rules run when the edit ends."""
        if not self._open:
            raise RuntimeError("the edit is over")
        if record is not None and record.id != id:
            raise Problem("The element “{id}” can't stand in the place of “{other}”.", id=record.id, other=id)
        self._before.setdefault(id, self._records.get(id))
        self._place(id, record)

    def steps(self) -> tuple[Step, ...]:
        """What the edit has done so far: ids whose record differs from what it was."""
        now = self._records
        return tuple(Step(id, before, now.get(id)) for id, before in self._before.items() if before != now.get(id))

    def end(self) -> None:
        """From now on the edit alters nothing; whoever kept it would go round the rules and the history."""
        self._open = False
