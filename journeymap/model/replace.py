"""Replacing what was found, in as many texts as one likes, as one edit."""

from collections import defaultdict
from collections.abc import Sequence

from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.search import Hit
from journeymap.model.text_fields import field_at, is_fixed, text_at, with_text

SHOWN = 40


def replace(journey: Journey, edit: Edit, hits: Sequence[Hit], text: str) -> int:
    """Put `text` in the place of each hit and return how many were replaced.

    The hits must be of the map as it is. What must stay as it is (`text_fields.FIXED`) stays. Raises `Problem` where a
    text would become too long; the edit then alters nothing.
    """
    places: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in hits:
        record = journey.records.get(hit.id)
        if record is not None and not is_fixed(record, hit.path):
            places[hit.id, hit.path].append(hit)
    # Tags from the last to the first: one that goes moves those after it.
    for id, path in sorted(places, key=_last_first):
        record = journey.records[id]
        new = replaced(text_at(record, path), places[id, path], text)
        field = field_at(type(record), path)
        if field is not None and len(new) > field.limit:
            raise Problem(
                "“{text}…” would have {n} characters, at most {limit} fit. Nothing was replaced.",
                text=new[:SHOWN],
                n=len(new),
                limit=field.limit,
            )
        edit.update(id, **with_text(record, path, new))
    return sum(len(found) for found in places.values())


def replaced(old: str, hits: Sequence[Hit], text: str) -> str:
    """A text with another one in the place of each hit."""
    for hit in sorted(hits, key=lambda hit: hit.start, reverse=True):
        old = old[: hit.start] + text + old[hit.end :]
    return old


def _last_first(place: tuple[str, str]) -> tuple[str, str, int]:
    id, path = place
    name, _dot, rest = path.partition(".")
    number = rest.partition(".")[0]
    return id, name, -int(number) if number.isdigit() else 0
