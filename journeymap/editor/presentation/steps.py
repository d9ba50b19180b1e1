"""The steps of a presentation: the whole map first, then stage by stage or touchpoint by touchpoint. No Qt in here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import JOURNEY_ID, Link, Stage, Touchpoint

Way = Literal["stages", "touchpoints"]
StepKind = Literal["overview", "stage", "touchpoint"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the room looks at: `id` of the journey, a stage or a touchpoint; `stage` is "" for the whole map."""

    kind: StepKind
    id: str
    stage: str = ""


OVERVIEW = Step("overview", JOURNEY_ID)


def steps_of(journey: Journey, way: Way, persona: str = "") -> list[Step]:
    """All steps, the whole map first; with a persona only what its path touches. Never empty."""
    cards = path_of(journey, persona)
    if way == "touchpoints":
        return [OVERVIEW, *(Step("touchpoint", card.id, card.stage) for card in cards)]
    visited = {card.stage for card in cards}
    stages = [stage for stage in journey.stages if not persona or stage.id in visited]
    return [OVERVIEW, *(Step("stage", stage.id, stage.id) for stage in stages)]


def path_of(journey: Journey, persona: str = "") -> list[Touchpoint]:
    """The touchpoints that a persona meets, in time; all of them where no persona (or one without a path) is named.

    A path that follows links from each touchpoint to the next is walked as it stands, so that a loop is seen twice.
    Any other is shown in the order of the map.
    """
    cards = in_time(journey)
    walk = walk_of(journey, persona)
    if not walk:
        return cards
    linked = {(link.source, link.target) for link in journey.links}
    if all((before.id, after.id) in linked for before, after in pairwise(walk)):
        return walk
    met = {card.id for card in walk}
    return [card for card in cards if card.id in met]


def walk_of(journey: Journey, persona: str) -> list[Touchpoint]:
    """The touchpoints of a persona's path as they are listed in it."""
    found = journey.find(Persona, persona) if persona else None
    cards = (journey.find(Touchpoint, id) for id in found.path) if found is not None else ()
    return [card for card in cards if card is not None]


def in_time(journey: Journey) -> list[Touchpoint]:
    """All touchpoints from the first stage's first column on; what is at the same time from top to bottom."""
    stages = {stage.id: place for place, stage in enumerate(journey.stages)}
    rows = {channel.id: place for place, channel in enumerate(journey.channels)}
    return sorted(journey.touchpoints, key=lambda card: (stages[card.stage], card.order, rows[card.channel], card.id))


def walkers(journey: Journey) -> list[Persona]:
    """The personas that have a path."""
    return [persona for persona in journey.all(Persona) if walk_of(journey, persona.id)]


def way_of(journey: Journey, id: str | None) -> Way | None:
    """How to present so that this element is a step of its own; None where it is no step."""
    place = place_of(journey, id)
    record = journey.records.get(place or "")
    return "touchpoints" if isinstance(record, Touchpoint) else "stages" if isinstance(record, Stage) else None


def place_of(journey: Journey, id: str | None) -> str | None:
    """The touchpoint or stage that an element stands at: a pain point's first place, a link's beginning."""
    seen: set[str] = set()
    while id is not None and id not in seen:
        seen.add(id)
        record = journey.records.get(id)
        if isinstance(record, (Touchpoint, Stage)):
            return id
        id = _next_place(record)
    return None


def _next_place(record: object) -> str | None:
    if isinstance(record, PainPoint):
        return record.on[0]
    if isinstance(record, MomentOfTruth):
        return record.on
    if isinstance(record, Emotion):
        return record.touchpoint
    if isinstance(record, Link):
        return record.source
    if isinstance(record, Action):
        return record.answers[0] if record.answers else None
    return None


def index_of(steps: Sequence[Step], places: Iterable[str | None]) -> int | None:
    """Where the first of these touchpoints or stages is a step, or stands in one; None where none does."""
    for place in places:
        for index, step in enumerate(steps):
            if place is not None and place == step.id:
                return index
        for index, step in enumerate(steps):
            if place is not None and place == step.stage:
                return index
    return None
