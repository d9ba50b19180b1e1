"""A .journey file: UTF-8 JSON, one field a line, sorted, so that two versions of a map diff well in git."""

import json
from collections.abc import Iterator
from typing import Any

from journeymap.files.file_model import FORMAT, LISTS, SINGLE, read_records
from journeymap.files.json_text import NOT_OURS, parse_json
from journeymap.files.migrations import CURRENT, migrate, read_version, show_version
from journeymap.language import _, explain
from journeymap.model.journey import Journey
from journeymap.model.kinds import KINDS, references
from journeymap.model.problem import Problem
from journeymap.model.record import Record, make
from journeymap.model.structure import JourneyInfo

# What a newer minor version has at the top of the file that we do not know travels with the map under this name among
# the unknown fields of its JourneyInfo, so that editing, undo and recovery keep it. No field can have such a name.
BEYOND = "@file"


def to_bytes(journey: Journey) -> bytes:
    """The map as a file holds it: the same bytes for the same map, whatever was done in which order."""
    info = record_fields(journey.info)
    info.pop(BEYOND, None)
    lists = beyond(journey.info)
    version = lists.pop("version", show_version(CURRENT))
    lists[SINGLE] = info
    for name, cls in LISTS.items():
        if found := sorted(journey.all(cls), key=lambda record: record.id):
            lists[name] = [record_fields(record) for record in found]
    head = {"format": FORMAT, "version": version}
    parts = [*_members(head, 1), *_members(dict(sorted(lists.items())), 1)]
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    return text.encode()


def from_bytes(data: bytes, name: str) -> Journey:
    """The map that a file holds; `name` is the file's, for the sentence.

    Raises `Problem`, one sentence with what and where, for anything that is no sound map of a version we know.
    """
    tree = parse_json(data, name)
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise Problem(NOT_OURS, name=name)
    tree = migrate(tree, name)
    known = {"format", "version", SINGLE, *LISTS}
    unknown = {key: value for key, value in tree.items() if key not in known}
    if read_version(tree, name) > CURRENT:
        unknown["version"] = tree["version"]
    records = read_records({key: value for key, value in tree.items() if key in known}, name)
    if unknown:
        records = _with_beyond(records, unknown)
    try:
        return Journey(records=records)
    except Problem as problem:
        raise _locate(records, name) or Problem("“{name}”: {what}", name=name, what=explain(problem)) from None


def without_beyond(info: JourneyInfo) -> JourneyInfo:
    """What a map is about, without what only its file said."""
    fields = {field: value for field, value in _all_fields(info).items() if field != BEYOND}
    return make(JourneyInfo, **fields)


def beyond(info: JourneyInfo) -> dict[str, Any]:
    """What stood at the top of a map's file that is no list of records."""
    found = (info.__pydantic_extra__ or {}).get(BEYOND, {})
    return dict(found) if isinstance(found, dict) else {}


def record_fields(record: Record) -> dict[str, Any]:
    """A record as JSON values, without the fields that have their default."""
    return record.model_dump(mode="json", exclude_defaults=True)


def _all_fields(record: Record) -> dict[str, Any]:
    return {**dict(record), **(record.__pydantic_extra__ or {})}


def _with_beyond(records: list[Record], unknown: dict[str, Any]) -> list[Record]:
    info = next((record for record in records if isinstance(record, JourneyInfo)), None) or JourneyInfo()
    rest = [record for record in records if not isinstance(record, JourneyInfo)]
    return [make(JourneyInfo, **{**_all_fields(info), BEYOND: unknown}), *rest]


def _members(fields: dict[str, Any], depth: int) -> Iterator[str]:
    """`"key": value`, one a line; a list of objects has one object (a record: one field) a line, all else stands on one line."""
    blank = "  " * depth
    for key, value in fields.items():
        if isinstance(value, dict) and depth == 1:
            inside = _object(value, depth)
        elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            items = [_object(item, depth + 1) if depth == 1 else _line(item) for item in value]
            inside = "[\n" + ",\n".join(f"{blank}  {item}" for item in items) + f"\n{blank}]"
        else:
            inside = _line(value)
        yield f"{blank}{_line(key)}: {inside}"


def _object(fields: dict[str, Any], depth: int) -> str:
    if not fields:
        return "{}"
    return "{\n" + ",\n".join(_members(dict(sorted(fields.items())), depth + 1)) + "\n" + "  " * depth + "}"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)


def _locate(records: list[Record], name: str) -> Problem | None:
    """What is wrong with records that make no map, said with their place in the file."""
    places: dict[str, str] = {}
    numbers: dict[type[Record], int] = {}
    for record in records:
        numbers[type(record)] = numbers.get(type(record), 0) + 1
        here = _("{list}, number {number}").format(list=KINDS[record.kind][1], number=numbers[type(record)])
        if record.id in places:
            return Problem(
                "“{name}”: the id “{id}” is used twice: {first}, and {second}.",
                name=name,
                id=record.id,
                first=places[record.id],
                second=here,
            )
        places[record.id] = here
    by_id = {record.id: record for record in records}
    for record in records:
        for reference, target in references(record):
            found = by_id.get(target)
            if found is None:
                return Problem(
                    "“{name}”, {where} (“{id}”): “{field}” refers to “{target}”, which is not in the file.",
                    name=name,
                    where=places[record.id],
                    id=record.id,
                    field=reference.field,
                    target=target,
                )
            if not isinstance(found, reference.to):
                return Problem(
                    "“{name}”, {where} (“{id}”): “{field}” refers to “{target}”, which is of another kind ({other}).",
                    name=name,
                    where=places[record.id],
                    id=record.id,
                    field=reference.field,
                    target=target,
                    other=places[target],
                )
    return None
