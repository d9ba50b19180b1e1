"""As-is and to-be: a map can hold a second version of itself; see either, or what differs between them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError

from journeymap.model.content import Image
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.kinds import KINDS, references
from journeymap.model.other_version import OTHER_ID, OtherVersion
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.structure import JOURNEY_ID, Touchpoint, Version

DifferenceKind = Literal["added", "removed", "changed", "moved"]
PLACE = frozenset({"stage", "channel", "order"})


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs of one element: `before` is None where it was added, `after` where it was removed; `fields` that differ."""

    kind: DifferenceKind
    id: str
    before: Record | None
    after: Record | None
    fields: tuple[str, ...] = ()


def derive(journey: Journey, edit: Edit, version: Version = "to-be") -> None:
    """Keep the map as it is as its other version, and go on with a copy that is called `version`."""
    if journey.find(OtherVersion, OTHER_ID) is not None:
        raise Problem("This map holds a second version already. Switch to it, or discard it first.")
    edit.add(OtherVersion, id=OTHER_ID, version=journey.info.version, records=_packed(journey))
    edit.update(JOURNEY_ID, version=version)


def switch(journey: Journey, edit: Edit) -> None:
    """Go on with the other version, and keep this one in its place; raises `Problem` where there is no other."""
    other = journey.get(OtherVersion, OTHER_ID)
    there = {record.id: record for record in _unpacked(other, journey)}
    kept = _packed(journey)
    version = journey.info.version
    for id, record in list(journey.records.items()):
        if id not in there and not isinstance(record, (Image, OtherVersion)):
            edit.put(id, None)
    for id, record in there.items():
        edit.put(id, record)
    edit.put(OTHER_ID, other.replace(version=version, records=kept))


def discard_other(edit: Edit) -> None:
    """Forget the other version."""
    edit.remove(OTHER_ID)


def other_version(journey: Journey) -> Journey | None:
    """The other version as a map of its own, or None; raises `Problem` where what is stored can't be read."""
    other = journey.find(OtherVersion, OTHER_ID)
    if other is None:
        return None
    return Journey(records=[*_unpacked(other, journey), *journey.all(Image)])


def as_is_and_to_be(journey: Journey) -> tuple[Journey, Journey]:
    """Both versions, the as-is first; raises `Problem` where there is no second one."""
    other = other_version(journey)
    if other is None:
        raise Problem("This map holds no second version. Derive a to-be version first.")
    return (other, journey) if journey.info.version == "to-be" else (journey, other)


def differences(before: Journey, after: Journey) -> list[Difference]:
    """Element by element what differs; a touchpoint that only stands elsewhere is `moved`."""
    found: list[Difference] = []
    ids = [*after.records, *(id for id in before.records if id not in after.records)]
    for id in ids:
        old, new = before.records.get(id), after.records.get(id)
        if id in (JOURNEY_ID, OTHER_ID) or old == new or isinstance(old or new, Image):
            continue
        if old is None or new is None:
            found.append(Difference("removed" if new is None else "added", id, old, new))
            continue
        fields = tuple(name for name in type(new).model_fields if getattr(old, name, None) != getattr(new, name))
        moved = isinstance(new, Touchpoint) and set(fields) <= PLACE
        found.append(Difference("moved" if moved else "changed", id, old, new, fields))
    return found


def united(before: Journey, after: Journey) -> Journey:
    """The later version with everything that was removed since still in it, for drawing both in one picture."""
    records = {id: record for id, record in after.records.items() if id != OTHER_ID}
    for id, record in before.records.items():
        if id != OTHER_ID:
            records.setdefault(id, record)
    return Journey(records=_without_dangling(records))


def _packed(journey: Journey) -> tuple[dict[str, Any], ...]:
    """All records but images and the other version itself, as plain values in a stable order."""
    return tuple(
        {"kind": record.kind, **record.model_dump(mode="json", exclude_defaults=True)}
        for record in sorted(journey.records.values(), key=lambda record: (record.kind, record.id))
        if not isinstance(record, (Image, OtherVersion))
    )


def _unpacked(other: OtherVersion, journey: Journey) -> list[Record]:
    records: dict[str, Record] = {image.id: image for image in journey.all(Image)}
    images = set(records)
    try:
        for value in other.records:
            fields = {name: part for name, part in value.items() if name != "kind"}
            record = KINDS[value["kind"]][0].model_validate_json(json.dumps(fields))
            records[record.id] = record
    except (KeyError, TypeError, ValidationError) as error:
        raise Problem("The second version that this map holds is damaged and can't be read.") from error
    return [record for record in _without_dangling(records) if record.id not in images]


def _without_dangling(records: dict[str, Record]) -> Iterable[Record]:
    """The records, without references to images that are gone (images are shared by both versions)."""
    for record in records.values():
        gone = {reference.field for reference, name in references(record) if name not in records and not reference.many}
        lost = {field for field in gone if type(record).model_fields[field].default is None}
        yield record.replace(**dict.fromkeys(lost)) if lost else record
