"""Finding a text in all that is written on a map."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.model.folding import JOINER, fold
from journeymap.model.journey import Journey
from journeymap.model.kinds import KINDS
from journeymap.model.record import Record
from journeymap.model.structure import Touchpoint
from journeymap.model.text_fields import is_title, texts

# What keeps the halves of a Persian word together.
NON_JOINER = "\u200c"


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought; never an expression. `exact`: case and accents count.

    `scope` is `all`, `titles`, `texts` (all that are no titles), or a kind of records.
    """

    text: str = ""
    exact: bool = False
    whole_word: bool = False
    scope: str = "all"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where it was found: the record, the path of its text, the characters `start` up to `end`."""

    id: str
    path: str
    start: int
    end: int


def find(journey: Journey, query: Query) -> list[Hit]:
    """All places, kind by kind, each kind in the order in which the map is read."""
    needle = fold(query.text, query.exact).text
    if not needle:
        return []
    kinds = {query.scope} if query.scope in KINDS else KINDS
    found: list[Hit] = []
    for record in in_order(journey):
        if record.kind in kinds:
            for path, text in texts(record):
                if in_scope(query, path):
                    found += [Hit(record.id, path, start, end) for start, end in spans(text, query, needle)]
    return found


def in_scope(query: Query, path: str) -> bool:
    """Whether a query looks at the texts of this path."""
    return query.scope not in ("titles", "texts") or is_title(path) == (query.scope == "titles")


def spans(text: str, query: Query, needle: str) -> list[tuple[int, int]]:
    """Where a folded needle stands in a text."""
    folded = fold(text, query.exact)
    if needle not in folded.text:
        return []
    return [span for span in folded.find(needle) if not query.whole_word or _is_word(text, *span)]


def in_order(journey: Journey) -> Iterator[Record]:
    """Every record: kinds as the table of kinds has them, touchpoints by stage and time, all else in its order."""
    stages = {stage.id: place for place, stage in enumerate(journey.stages)}
    channels = {channel.id: place for place, channel in enumerate(journey.channels)}
    for cls, _name in KINDS.values():
        if cls is Touchpoint:
            yield from sorted(journey.touchpoints, key=lambda t: (stages[t.stage], t.order, channels[t.channel]))
        else:
            yield from journey.all(cls)


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether neither end of a span lies within a word."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at])


def _in_word(character: str) -> bool:
    return (
        character.isalnum() or character in ("_", NON_JOINER, JOINER) or unicodedata.category(character).startswith("M")
    )
