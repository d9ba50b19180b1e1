"""What the window looks at more closely: everything that does not belong to it fades."""

from dataclasses import dataclass

from journeymap.layout.lanes import stages_of
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Persona
from journeymap.model.structure import Link
from journeymap.survey.evidence import Grade

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Focus:
    """What is looked at; an empty set or 0 asks for nothing. `statuses` are of the actions that answer a touchpoint."""

    personas: frozenset[str] = NOTHING
    channels: frozenset[str] = NOTHING
    tags: frozenset[str] = NOTHING
    least_severity: int = 0
    statuses: frozenset[str] = NOTHING
    assumed_only: bool = False

    def __bool__(self) -> bool:
        return self != Focus()


def faded(journey: Journey, focus: Focus, grades: dict[str, Grade]) -> frozenset[str]:
    """The ids of the touchpoints, links and chips that fade."""
    if not focus:
        return NOTHING
    kept = {touchpoint.id for touchpoint in journey.touchpoints}
    if focus.personas:
        paths = {id for persona in journey.all(Persona) if persona.id in focus.personas for id in persona.path}
        kept &= paths
    if focus.channels:
        kept &= {t.id for t in journey.touchpoints if t.channel in focus.channels}
    if focus.tags:
        kept &= {t.id for t in journey.touchpoints if focus.tags & set(t.tags)}
    if focus.assumed_only:
        kept &= {id for id, grade in grades.items() if grade == "assumed"}
    pains = [pain for pain in journey.all(PainPoint) if pain.severity >= focus.least_severity]
    if focus.least_severity:
        kept &= {id for pain in pains for id in pain.on}
    if focus.statuses:
        kept &= _answered(journey, focus.statuses)
    return frozenset(_others(journey, kept, {pain.id for pain in pains}, focus))


def _answered(journey: Journey, statuses: frozenset[str]) -> set[str]:
    found: set[str] = set()
    for action in journey.all(Action):
        if action.status in statuses:
            for id in action.answers:
                pain = journey.find(PainPoint, id)
                found |= set(pain.on) if pain else {id}
    return found


def _others(journey: Journey, kept: set[str], pains: set[str], focus: Focus) -> set[str]:
    """Everything on the map that is not kept and does not hang on what is kept."""
    gone = {touchpoint.id for touchpoint in journey.touchpoints} - kept
    gone |= {link.id for link in journey.all(Link) if not {link.source, link.target} <= kept}
    stages = set(stages_of(journey, tuple(kept)))
    for pain in journey.all(PainPoint):
        if pain.id not in pains or not any(id in kept or id in stages for id in pain.on):
            gone.add(pain.id)
    gone |= {truth.id for truth in journey.all(MomentOfTruth) if truth.on not in kept and truth.on not in stages}
    left = kept | stages | (pains - gone)
    for action in journey.all(Action):
        if (focus.statuses and action.status not in focus.statuses) or not left & set(action.answers):
            gone.add(action.id)
    return gone


EVERYTHING = Focus()
