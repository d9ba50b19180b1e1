"""From a record to what a field shows, and back to what an edit changes."""

from collections.abc import Sequence
from typing import Any

from journeymap.model.edit import Edit
from journeymap.model.edits import order_between, place_touchpoints
from journeymap.model.journey import Journey
from journeymap.model.record import Record
from journeymap.model.structure import Touchpoint

MIXED = object()


def read(record: Record, path: str) -> Any:
    """The value of a field; `senses.sight` is that of a value inside."""
    value: Any = record
    for name in path.split("."):
        value = getattr(value, name)
    return value


def common(records: Sequence[Record], path: str) -> Any:
    """The value that all records share, or `MIXED`."""
    values = [read(record, path) for record in records]
    return values[0] if all(value == values[0] for value in values[1:]) else MIXED


def write(journey: Journey, edit: Edit, ids: Sequence[str], path: str, value: Any) -> None:
    """Give the field of all these records another value; raises `Problem` where it is out of range."""
    outer, _, inner = path.partition(".")
    for id in ids:
        if inner:
            whole = getattr(journey.records[id], outer)
            edit.update(id, **{outer: type(whole).model_validate(dict(whole) | {inner: value})})
        else:
            edit.update(id, **{outer: value})


def move_to_stage(journey: Journey, edit: Edit, ids: Sequence[str], stage: str) -> None:
    """Put touchpoints at the end of another stage; those that are there stay."""
    moving = [id for id in ids if journey.get(Touchpoint, id).stage != stage]
    last = max((card.order for card in journey.touchpoints if card.stage == stage), default=None)
    if moving:
        place_touchpoints(journey, edit, moving, stage, None, order_between(last, None))


def move_to_channel(journey: Journey, edit: Edit, ids: Sequence[str], channel: str) -> None:
    """Put touchpoints into another channel, each in its column where that is free."""
    for id in ids:
        card = journey.get(Touchpoint, id)
        if card.channel != channel:
            place_touchpoints(journey, edit, [id], card.stage, channel, card.order)
