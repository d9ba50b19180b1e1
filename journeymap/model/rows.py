"""Stages and channels (and all else that stands in a row of its own): made and put in their place."""

from collections.abc import Sequence

from journeymap.model.columns import FAR, order_between
from journeymap.model.content import Lane
from journeymap.model.edit import Edit
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Wave
from journeymap.model.people import Persona
from journeymap.model.problem import Problem
from journeymap.model.structure import Channel, ChannelType, Stage

# What stands in one row with its like, by `order`. A touchpoint's order counts within its stage: see moves.py.
Ordered = Stage | Channel | Persona | PainPoint | MomentOfTruth | Action | Lane | Wave


def add_stage(journey: Journey, edit: Edit, title: str = "", index: int | None = None) -> Stage:
    """A new stage at this place in the row of stages (0: first; None: last); raises `Problem` for a title too long."""
    return edit.add(Stage, title=title, order=order_at(edit, journey.stages, index))


def add_channel(
    journey: Journey, edit: Edit, title: str = "", type: ChannelType = "digital", index: int | None = None
) -> Channel:
    """A new channel at this place in the row of channels (0: top; None: bottom); raises `Problem` as `add_stage`."""
    return edit.add(Channel, title=title, type=type, order=order_at(edit, journey.channels, index))


def reorder(journey: Journey, edit: Edit, id: str, index: int) -> None:
    """Put a stage or channel (or a persona, lane, pain point …) at another place in its row, counted without itself.

    An index past the ends means the end. Raises `Problem` for an id that stands in no row.
    """
    record = journey.records.get(id)
    if not isinstance(record, Ordered):
        raise Problem("“{id}” can't be put in another order: it is not in this map, or it has no row.", id=id)
    row = journey.all(type(record))
    others = [other for other in row if other.id != id]
    index = max(0, min(index, len(others)))
    if row[index].id != id:
        edit.update(id, order=order_at(edit, others, index))


def order_at(edit: Edit, row: Sequence[Ordered], index: int | None = None) -> float:
    """The order of an element that is put at this place of a row (None: the end); moves on only those in its way."""
    index = len(row) if index is None else max(0, min(index, len(row)))
    before = row[index - 1].order if index > 0 else None
    after = row[index].order if index < len(row) else None
    order = order_between(before, after)
    if (before is None or before < order <= FAR) and (after is None or -FAR <= order < after):
        return order
    if before is None or before + len(row) > FAR:
        for place, record in enumerate(row):
            edit.update(record.id, order=float(place if place < index else place + 1))
        return float(index)
    # No number is left between the two (a file may give all the same order): those that follow make way, one by one.
    order = last = before + 1
    for record in row[index:]:
        if record.order > last:
            break
        last += 1
        edit.update(record.id, order=last)
    return order
