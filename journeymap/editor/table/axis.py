"""How one list of rows (or columns) becomes another in steps that a view can follow without losing its place."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
Run = tuple[int, int]

# More steps than this cost more than showing everything anew.
MOST_RUNS = 60


@dataclass(frozen=True, slots=True)
class Steps(Generic[K]):
    """First the runs of `removed` go (from the end, so that their places hold), what is left is put into the order of
    `kept`, then the runs of `inserted` come (from the start). Runs are (first, last) places."""

    removed: tuple[Run, ...]
    kept: tuple[K, ...]
    reordered: bool
    inserted: tuple[Run, ...]

    @property
    def many(self) -> bool:
        """Whether showing everything anew is cheaper."""
        return len(self.removed) + len(self.inserted) > MOST_RUNS


def steps(old: Sequence[K], new: Sequence[K]) -> Steps[K]:
    """The steps from one list of different keys to another."""
    before, after = set(old), set(new)
    left = [key for key in old if key in after]
    kept = tuple(key for key in new if key in before)
    return Steps(
        removed=tuple(reversed(runs(place for place, key in enumerate(old) if key not in after))),
        kept=kept,
        reordered=tuple(left) != kept,
        inserted=tuple(runs(place for place, key in enumerate(new) if key not in before)),
    )


def runs(places: Iterable[int]) -> list[Run]:
    """Ascending numbers as (first, last) of those beside each other."""
    found: list[Run] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = found[-1][0], place
        else:
            found.append((place, place))
    return found
