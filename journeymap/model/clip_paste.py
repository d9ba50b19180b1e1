"""Paste: new ids for copied elements, their references rewired, their places found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeymap.model.clip_places import find_places
from journeymap.model.clip_text import Clip, read_clip
from journeymap.model.content import Image, LaneCell, Note
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.kinds import REFERENCES, Reference
from journeymap.model.moves import settle
from journeymap.model.people import Emotion
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.rows import Ordered, order_at
from journeymap.model.structure import Channel, Link, Stage, Touchpoint

Records = Mapping[str, Record]
# How far a note lies beside its original where both have the same anchor, in map units.
ASIDE = 24.0


def paste(journey: Journey, edit: Edit, text: str, stage: str | None, channel: str | None) -> list[str]:
    """Put copied elements into the map under new ids; returns the new ids of those that had been chosen for copying.

    Touchpoints go after their originals, in their own stage and channel. Where these do not exist, or where `stage` is
    another one, they go to the end of `stage`; cards of one channel only go to `channel`. What names elements that are
    not in this map forgets them, or is left out where it can't be without. Raises `Problem` for a text that is no clip,
    and where no place is given for cards that need one.
    """
    clip = read_clip(text)
    records = _possible(journey, clip)
    if not records:
        raise Problem("Nothing of what was copied can stand in this map.")
    ids = _new_ids(journey, edit, records)
    _add_row(journey, edit, [record for record in records.values() if isinstance(record, Stage)], ids)
    _add_row(journey, edit, [record for record in records.values() if isinstance(record, Channel)], ids)
    places = find_places(journey, edit, records, ids, stage, channel)
    orders: dict[type[Record], float] = {}
    for old, record in records.items():
        if isinstance(record, (Stage, Channel)) or ids[old] == old:
            continue
        fields = dict(_rewired(journey, record, records, ids))
        if isinstance(record, Touchpoint):
            place = places[ids[old]]
            fields = {"stage": place.stage, "channel": place.channel, "order": place.order}
        elif isinstance(record, Note) and record.on not in records:
            fields.update(x=min(record.x + ASIDE, 1e7), y=min(record.y + ASIDE, 1e7))
        elif isinstance(record, Ordered):
            cls = type(record)
            orders[cls] = orders[cls] + 1 if cls in orders else order_at(edit, journey.all(cls))
            fields["order"] = orders[cls]
        edit.put(ids[old], record.replace(id=ids[old], **fields))
    settle(journey, edit, places)
    return [ids[old] for old in clip.top if old in records]


def _possible(journey: Journey, clip: Clip) -> dict[str, Record]:
    """The copied records that can stand in this map: without those that lack what they can't be without."""
    records = dict(clip.records)
    while lacking := [id for id, record in records.items() if not _can_stand(journey, record, records)]:
        for id in lacking:
            del records[id]
    return records


def _can_stand(journey: Journey, record: Record, records: Records) -> bool:
    if isinstance(record, Touchpoint):
        return True  # It finds its place, or says that it needs one.
    names = {reference.field: list(_names(record, reference)) for reference in REFERENCES.get(type(record), ())}
    if isinstance(record, Link):
        return record.source in records and record.target in records
    if isinstance(record, (Emotion, LaneCell)) and not any(
        name in records for found in names.values() for name in found
    ):
        return False  # There is one for these two already.
    return all(
        any(_stands_for(journey, name, reference, records) for name in names[reference.field])
        for reference in REFERENCES.get(type(record), ())
        if reference.on_delete != "forget"
    )


def _names(record: Record, reference: Reference) -> Iterator[str]:
    value = getattr(record, reference.field)
    if reference.many:
        yield from value
    elif value is not None:
        yield value


def _stands_for(journey: Journey, name: str, reference: Reference, records: Records) -> bool:
    """Whether the name will mean something: an element that is pasted as well, or one of the map."""
    return isinstance(records.get(name, journey.records.get(name)), reference.to)


def _new_ids(journey: Journey, edit: Edit, records: Records) -> dict[str, str]:
    """A fresh id for each record; a picture that the map has already keeps its own."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for old, record in records.items():
        same = isinstance(record, Image) and journey.records.get(old) == record
        new = old if same else edit.free_id(record.kind)
        while new in taken:
            new = edit.free_id(record.kind)
        taken.add(new)
        ids[old] = new
    return ids


def _rewired(journey: Journey, record: Record, records: Records, ids: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """The fields of a record that name others, with the new names; names that mean nothing here are forgotten."""
    for reference in REFERENCES.get(type(record), ()):
        known = (name for name in _names(record, reference) if _stands_for(journey, name, reference, records))
        names = tuple(ids.get(name, name) for name in known)
        yield reference.field, names if reference.many else next(iter(names), None)


def _add_row(journey: Journey, edit: Edit, new: Sequence[Stage | Channel], ids: Mapping[str, str]) -> None:
    """Copied stages or channels, together after the last of their originals, or at the end."""
    for number, record in enumerate(new):
        row = journey.all(type(record))
        places = [place for place, other in enumerate(row) if any(other.id == original.id for original in new)]
        index = max(places) + 1 + number if places else len(row)
        edit.put(ids[record.id], record.replace(id=ids[record.id], order=order_at(edit, row, index)))
