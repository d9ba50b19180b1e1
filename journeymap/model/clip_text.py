"""Copied elements as text: JSON with a mark, so that a clipboard or a mail can carry them."""

import json
from dataclasses import dataclass

from pydantic import ValidationError

from journeymap.model.kinds import KINDS
from journeymap.model.problem import Problem
from journeymap.model.record import Record, invalid

FORMAT = "journeymap-clip"
VERSION = 1
# Twice the base64 of the largest image, and far more cards than anybody can look through.
TEXT_LIMIT = 64_000_000
COUNT_LIMIT = 20_000
# What a map has once, and what was measured, is never copied.
NEVER = frozenset({"journey", "wave", "plan", "counts", "version"})


@dataclass(frozen=True, slots=True)
class Clip:
    """Copied records by id: touchpoints in the order of time, `top` are those that the user chose, the others came along."""

    top: tuple[str, ...]
    records: dict[str, Record]


def is_clip(text: str) -> bool:
    """Whether a text looks like copied elements (cheap: it looks at the first characters only)."""
    return text[:100].lstrip().startswith("{") and f'"{FORMAT}"' in text[:100]


def write_clip(clip: Clip) -> str:
    """Copied elements as one line of JSON."""
    elements = [{"kind": r.kind, "fields": r.model_dump(mode="json")} for r in clip.records.values()]
    value = {"format": FORMAT, "version": VERSION, "top": clip.top, "elements": elements}
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def read_clip(text: str) -> Clip:
    """Copied elements from their text; raises `Problem` for any other text."""
    if len(text) > TEXT_LIMIT:
        raise Problem("The copied elements are too large to be pasted: {n} characters.", n=len(text))
    if not is_clip(text):
        raise Problem("This text holds no elements that were copied from a journey map.")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Problem("The copied elements can't be read: they are cut off or were altered.") from error
    if isinstance(value, dict) and isinstance(value.get("version"), int) and value["version"] > VERSION:
        raise Problem("The copied elements come from a newer version of the program.")
    return _clip(value)


def _clip(value: object) -> Clip:
    """The clip in a JSON value; whatever it is, a `Problem` is all that comes out of it."""
    if not isinstance(value, dict) or value.get("version") != VERSION:
        raise _damaged()
    top, elements = value.get("top"), value.get("elements")
    if not isinstance(top, list) or not isinstance(elements, list) or not all(isinstance(id, str) for id in top):
        raise _damaged()
    if len(elements) > COUNT_LIMIT:
        raise Problem(
            "{n} elements are too many to be pasted at once; at most {limit}.", n=len(elements), limit=COUNT_LIMIT
        )
    records: dict[str, Record] = {}
    for element in elements:
        record = _record(element)
        if record.id in records:
            raise Problem("The id “{id}” is used twice.", id=record.id)
        records[record.id] = record
    return Clip(tuple(dict.fromkeys(id for id in top if id in records)), records)


def _record(element: object) -> Record:
    if not isinstance(element, dict):
        raise _damaged()
    kind, fields = element.get("kind"), element.get("fields")
    if not isinstance(kind, str) or kind not in KINDS or kind in NEVER or not isinstance(fields, dict):
        raise _damaged()
    cls = KINDS[kind][0]
    try:
        return cls.model_validate_json(json.dumps(fields))
    except ValidationError as error:
        raise invalid(cls, fields.get("id"), error) from error
    except RecursionError as error:
        raise _damaged() from error


def _damaged() -> Problem:
    return Problem("The copied elements can't be read: they are cut off or were altered.")
