"""The columns of a stage: the distinct orders of its touchpoints, and the room between them."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.structure import Touchpoint

# Orders lie within ±1e9 (record.Order); columns keep to half of that, so that there is room on both sides.
FAR = 5e8
# Two columns that are nearer than this (relative to their orders) leave too little room for others between them.
NARROW = 1e-6


def order_between(before: float | None, after: float | None) -> float:
    """An order between two others, None where there is nothing; equal to one of them where no number is left between."""
    return spread(before, after, 1)[0]


def spread(before: float | None, after: float | None, count: int) -> list[float]:
    """So many ascending orders between two others (None: nothing there), evenly; 1 apart where there is an open end."""
    if before is None and after is None:
        return [float(place) for place in range(count)]
    if after is None:
        assert before is not None
        return [min(before + place, 1e9) for place in range(1, count + 1)]
    if before is None:
        return [max(after - place, -1e9) for place in range(count, 0, -1)]
    step = (after - before) / (count + 1)
    return [before + step * place for place in range(1, count + 1)]


def touchpoints_in(journey: Journey, stage: str) -> list[Touchpoint]:
    """The touchpoints of one stage, in the order of time; asks the graph, so it does not look at the other stages."""
    from journeymap.model.graph import referrers

    found = [record for record, _ in referrers(journey.graph, stage) if isinstance(record, Touchpoint)]
    return sorted(found, key=lambda touchpoint: (touchpoint.order, touchpoint.id))


def columns_of(journey: Journey, stage: str) -> list[float]:
    """The orders of a stage's columns, ascending."""
    return sorted({touchpoint.order for touchpoint in touchpoints_in(journey, stage)})


def has_room(columns: Sequence[float]) -> bool:
    """Whether many columns fit between each two of these, and at both ends."""
    near = not columns or (columns[0] >= -FAR and columns[-1] <= FAR)
    return near and all(b - a >= NARROW * max(1.0, abs(a), abs(b)) for a, b in pairwise(columns))


def make_room(journey: Journey, edit: Edit, stage: str, order: float = 0.0) -> float:
    """Renumber a stage's columns 0, 1, 2 … where floats run out between them; returns `order` as it is numbered then.

    After some fifty insertions at one place no float is left between two columns; a file may come with such orders.
    """
    columns = columns_of(journey, stage)
    if has_room(columns):
        if order > FAR:
            return order_between(max(columns, default=None), None)
        return order_between(None, min(columns, default=None)) if order < -FAR else order
    places = {column: float(place) for place, column in enumerate(columns)}
    for touchpoint in touchpoints_in(journey, stage):
        edit.update(touchpoint.id, order=places[touchpoint.order])
    if order in places:
        return places[order]
    place = bisect_left(columns, order)
    return -1.0 if place == 0 else float(place) if place == len(columns) else place - 0.5
