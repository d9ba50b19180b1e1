"""What is said about one step: taken from the map and its scores, not yet set in letters. No Qt in here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from journeymap.editor.presentation.steps import Step, path_of
from journeymap.language import N_, _
from journeymap.layout.draw_lane import due
from journeymap.layout.palette import heat
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import JOURNEY_ID, Channel, Stage, Touchpoint
from journeymap.survey.score import Overlay, Score
from journeymap.words import PAIN_CATEGORIES, TRUTH_TYPES, VERSIONS, word

Kind = Literal["pain", "truth", "action"]
UNTITLED = {"overview": N_("Untitled journey"), "stage": N_("Untitled stage"), "touchpoint": N_("Untitled")}


@dataclass(frozen=True, slots=True)
class Felt:
    """What a persona feels, −2 to +2: at one touchpoint (`low` = `high`), or from its worst to its best in a stage."""

    name: str
    colour: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Said:
    """A text; `label` says what it is where that is not plain, `quote` that these are the customer's words.

    What is `minor` goes first where there is no room for everything.
    """

    text: str
    label: str = ""
    quote: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A pain point (with its severity, 1 to 5), a moment of truth or an action, with a note on it."""

    kind: Kind
    title: str
    note: str = ""
    severity: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """A persona as it is introduced with the whole map."""

    name: str
    line: str
    colour: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is said about a step, the most important first in each list. `colour` is the score's heat."""

    kicker: str
    title: str
    score: Score | None = None
    colour: str | None = None
    target: float | None = None
    felt: tuple[Felt, ...] = ()
    texts: tuple[Said, ...] = ()
    found: tuple[Found, ...] = ()
    people: tuple[Person, ...] = ()


def facts_of(journey: Journey, overlay: Overlay, step: Step, persona: str = "", palette: str = "safe") -> Facts:
    """What is said about a step; with a persona only what it feels. The step's element must be in the map."""
    score = overlay.scores.get(step.id)
    colour = heat(score, palette) if score is not None and score.shown != "withheld" else None
    if step.kind == "touchpoint":
        return _touchpoint(journey, journey.get(Touchpoint, step.id), persona, score, colour)
    if step.kind == "stage":
        return _stage(journey, journey.get(Stage, step.id), persona, score, colour)
    return _overview(journey, overlay.scores.get(JOURNEY_ID), colour)


def _touchpoint(journey: Journey, card: Touchpoint, persona: str, score: Score | None, colour: str | None) -> Facts:
    stage, channel = journey.get(Stage, card.stage), journey.get(Channel, card.channel)
    texts = [Said(card.does), Said(card.thinks, quote=True), Said(card.expects, _("Expects"), minor=True)]
    return Facts(
        kicker=" · ".join(part for part in (stage.title, channel.title) if part),
        title=card.title or _(UNTITLED["touchpoint"]),
        score=score,
        colour=colour,
        felt=tuple(_felt(journey, [card], persona)),
        texts=tuple(said for said in texts if said.text.strip()),
        found=_found(journey, {card.id}),
    )


def _stage(journey: Journey, stage: Stage, persona: str, score: Score | None, colour: str | None) -> Facts:
    cards = [card for card in path_of(journey, persona) if card.stage == stage.id]
    texts = [Said(stage.goal, _("The customer wants")), Said(stage.company_goal, _("The company wants"), minor=True)]
    return Facts(
        kicker=_("Stage {number} of {n}").format(number=journey.stages.index(stage) + 1, n=len(journey.stages)),
        title=stage.title or _(UNTITLED["stage"]),
        score=score,
        colour=colour,
        target=stage.target,
        felt=tuple(_felt(journey, cards, persona)),
        texts=tuple(said for said in texts if said.text.strip()),
        found=_found(journey, {stage.id, *(card.id for card in journey.touchpoints if card.stage == stage.id)}),
    )


def _overview(journey: Journey, score: Score | None, colour: str | None) -> Facts:
    info = journey.info
    everywhere = {record.id for record in (*journey.stages, *journey.touchpoints)}
    found = _found(journey, everywhere)
    texts = [Said(info.scope), Said("" if journey.stages else _("This map has no stages yet."))]
    return Facts(
        kicker=" · ".join(part for part in (info.client, word(VERSIONS, info.version), info.period) if part),
        title=info.title or _(UNTITLED["overview"]),
        score=score,
        colour=colour,
        texts=tuple(said for said in texts if said.text.strip()),
        found=tuple(one for one in found if one.kind == "pain"),
        people=tuple(
            Person(persona.title or _("Untitled"), persona.line, persona.colour) for persona in journey.all(Persona)
        ),
    )


def _felt(journey: Journey, cards: Iterable[Touchpoint], persona: str) -> Iterable[Felt]:
    ids = {card.id for card in cards}
    for one in journey.all(Persona):
        values = [e.value for e in journey.all(Emotion) if e.persona == one.id and e.touchpoint in ids]
        if values and persona in ("", one.id):
            yield Felt(one.title, one.colour, min(values), max(values))


def _found(journey: Journey, places: set[str]) -> tuple[Found, ...]:
    """What sits on these elements: pain points from the worst on, moments of truth by weight, then actions.

    A link's pain point belongs to the touchpoint where it begins.
    """
    begins = {link.id: link.source for link in journey.links}
    pains = [(p, on) for p in journey.all(PainPoint) if (on := [i for i in p.on if begins.get(i, i) in places])]
    pains.sort(key=lambda pair: -pair[0].severity)
    truths = sorted((t for t in journey.all(MomentOfTruth) if t.on in places), key=lambda truth: -truth.weight)
    hurting = {pain.id for pain, _on in pains}
    actions = [
        action
        for action in journey.all(Action)
        if action.status != "dropped" and not (places | hurting).isdisjoint(action.answers)
    ]
    single = len(places) == 1
    found = [
        Found("pain", p.title, _hurts(journey, p, begins.get(on[0], on[0]), single), p.severity) for p, on in pains
    ]
    found += [Found("truth", t.title, t.why or word(TRUTH_TYPES, t.type)) for t in truths]
    found += [Found("action", a.title, " · ".join(part for part in (a.owner, due(a)) if part)) for a in actions]
    return tuple(Found(f.kind, f.title or _("Untitled"), f.note, f.severity) for f in found)


def _hurts(journey: Journey, pain: PainPoint, on: str, single: bool) -> str:
    """What kind of pain it is, or where it hurts, whichever the room does not see anyway."""
    category = pain.own_category or ("" if pain.category == "other" else word(PAIN_CATEGORIES, pain.category))
    place = journey.find(Touchpoint, on)
    return category if single or place is None else place.title
