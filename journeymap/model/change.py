"""The one value that alters a map: for each id the record before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.model.record import Record


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one record; `before` is None where it is new, `after` is None where it goes."""

    id: str
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Change:
    """A named alteration of a map. `label` is an English phrase such as "Move card", translated where it is shown."""

    label: str
    steps: tuple[Step, ...]

    def __bool__(self) -> bool:
        return bool(self.steps)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all records that the change touches."""
        return frozenset(step.id for step in self.steps)

    def records(self) -> Iterator[Record]:
        """Every record before and after: what a view must look at to know what to redraw."""
        for step in self.steps:
            if step.before is not None:
                yield step.before
            if step.after is not None:
                yield step.after

    def inverse(self) -> "Change":
        """The change that puts everything back."""
        return Change(self.label, tuple(Step(s.id, s.after, s.before) for s in reversed(self.steps)))

    def then(self, next: "Change") -> "Change":
        """The one change that does what this one and then the next one do, under this one's label."""
        before = {step.id: step.before for step in reversed((*self.steps, *next.steps))}
        after = {step.id: step.after for step in (*self.steps, *next.steps)}
        steps = (Step(id, old, after[id]) for id, old in before.items())
        return Change(self.label, tuple(step for step in steps if step.before != step.after))


def difference(before: dict[str, Record], after: dict[str, Record], label: str) -> Change:
    """The change that leads from one set of records (by id) to another."""
    ids = [*before, *(id for id in after if id not in before)]
    pairs = ((id, before.get(id), after.get(id)) for id in ids)
    return Change(label, tuple(Step(id, old, new) for id, old, new in pairs if old != new))
