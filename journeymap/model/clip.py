"""Copy and paste. Duplicate is `paste(copy(…))`."""

from collections.abc import Iterable, Iterator

from journeymap.model.clip_paste import paste
from journeymap.model.clip_text import NEVER, Clip, is_clip, write_clip
from journeymap.model.content import Image, LaneCell, Note
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.kinds import KINDS, references
from journeymap.model.moves import in_time
from journeymap.model.people import Emotion
from journeymap.model.record import Record
from journeymap.model.structure import Channel, Link, Stage, Touchpoint

__all__ = ["copy", "is_clip", "paste"]

# What sits on other elements and is copied with them. Actions are not: to do a thing twice is seldom meant.
SITTING = (PainPoint, MomentOfTruth, Emotion, Note, LaneCell)


def copy(journey: Journey, ids: Iterable[str]) -> str:
    """These elements as text for the clipboard, with what belongs to them and the links between them.

    A stage or channel brings its touchpoints; they bring their pain points, moments of truth, emotions and notes. A pain
    point that is not chosen itself hurts only what is copied. Scores stay behind: nobody answered about the copy.
    Unknown ids are left out, and links whose ends are not both copied.
    """
    chosen = [id for id in dict.fromkeys(ids) if id in journey and journey.records[id].kind not in NEVER]
    inside = {id: journey.records[id] for id in chosen}
    for id in chosen:
        if isinstance(inside[id], (Stage, Channel)):
            inside.update((r.id, r) for r in _naming(journey, id) if isinstance(r, Touchpoint))
    for id in list(inside):
        inside.update((r.id, r) for r in _naming(journey, id) if isinstance(r, Link))
    for id in [r.id for r in inside.values() if isinstance(r, Link) and not {r.source, r.target} <= inside.keys()]:
        del inside[id]
    for id in list(inside):
        inside.update((r.id, r) for r in _naming(journey, id) if isinstance(r, SITTING))
    for record in list(inside.values()):
        names = (name for _, name in references(record))
        inside.update((name, journey.records[name]) for name in names if isinstance(journey.records[name], Image))
    for id, record in inside.items():
        if isinstance(record, PainPoint) and id not in chosen:
            inside[id] = record.replace(on=tuple(name for name in record.on if name in inside))
    return write_clip(Clip(tuple(id for id in chosen if id in inside), dict(_listed(journey, inside))))


def _naming(journey: Journey, id: str) -> list[Record]:
    from journeymap.model.graph import referrers

    return [record for record, _ in referrers(journey.graph, id)]


def _listed(journey: Journey, inside: dict[str, Record]) -> Iterator[tuple[str, Record]]:
    """The records by kind and in their order; touchpoints in the order of time, which paste relies on."""
    for cls, _ in KINDS.values():
        if cls is Touchpoint:
            cards = in_time(journey, (id for id, record in inside.items() if isinstance(record, Touchpoint)))
            yield from ((card.id, card) for card in cards)
        else:
            for record in journey.all(cls):
                if record.id in inside:
                    yield record.id, inside[record.id]
