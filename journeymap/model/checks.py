"""What is missing or odd in a map: findings, never errors. A sound map may have many of them."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from journeymap.model.check_paths import dead_ends, isolated, unreachable, ways
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts
from journeymap.model.people import Persona
from journeymap.model.record import Record
from journeymap.model.structure import JOURNEY_ID, Stage, Touchpoint

Severity = Literal["warning", "hint"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thing that is looked for; `message` is the English sentence, a key in the catalogue."""

    severity: Severity
    message: str


def N_(message: str) -> str:  # noqa: N802 - gettext's own name; the model may not import journeymap.language
    """Mark a sentence for translation."""
    return message


RULES: dict[str, Rule] = {
    "no-stages": Rule("warning", N_("The map has no stages. Add one, or start from a template.")),
    "no-title": Rule(
        "warning", N_("A touchpoint in stage “{stage}” has no title. Say in a few words what happens there.")
    ),
    "stage-no-title": Rule("warning", N_("Stage {number} has no title.")),
    "no-link": Rule("warning", N_("“{title}” has no link to or from another touchpoint.")),
    "empty-stage": Rule("warning", N_("Stage “{title}” has no touchpoint.")),
    "action-no-owner": Rule("warning", N_("Action “{title}” has no owner.")),
    "action-no-date": Rule("warning", N_("Action “{title}” has no due date.")),
    "truth-no-score": Rule(
        "warning", N_("Moment of truth “{title}” has no score: the survey asks nothing about “{target}”.")
    ),
    "dead-end": Rule("hint", N_("Nothing follows “{title}”, and it is not in the last stage.")),
    "unreachable": Rule("hint", N_("No way leads from the first stage to “{title}”.")),
    "empty-channel": Rule("hint", N_("Channel “{title}” has no touchpoint.")),
    "pain-no-action": Rule("hint", N_("No action answers the pain point “{title}”.")),
    "persona-no-path": Rule("hint", N_("Persona “{title}” has no path through the map.")),
    "same-title": Rule(
        "hint", N_("{n} elements are called “{title}”: a survey is matched by name and can't tell them apart.")
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is missing or odd: which rule found it, on which elements, the English sentence and its parameters."""

    rule: str
    ids: tuple[str, ...]
    message: str
    params: dict[str, object] = field(default_factory=dict)
    severity: Severity = "warning"

    def text(self) -> str:
        """The sentence in English; elsewhere translate `message` and fill in `params`."""
        return self.message.format(**self.params)


def findings(journey: Journey) -> list[Finding]:
    """Everything that is missing or odd, warnings before hints, each rule in the order of the map."""
    found = [*_structure(journey), *_paths(journey), *_people(journey), *_measured(journey), *_titles(journey)]
    places = {rule: place for place, rule in enumerate(RULES)}
    return sorted(found, key=lambda finding: (finding.severity == "hint", places[finding.rule]))


def _finding(rule: str, *ids: str, **params: object) -> Finding:
    return Finding(rule, ids, RULES[rule].message, params, RULES[rule].severity)


def _title(record: Record) -> str:
    return getattr(record, "title", "") or record.id


def _structure(journey: Journey) -> Iterator[Finding]:
    if not journey.stages:
        yield _finding("no-stages", JOURNEY_ID)
    used = {card.stage for card in journey.touchpoints} | {card.channel for card in journey.touchpoints}
    for number, stage in enumerate(journey.stages, start=1):
        if not stage.title:
            yield _finding("stage-no-title", stage.id, number=number)
        if stage.id not in used:
            yield _finding("empty-stage", stage.id, title=_title(stage))
    for channel in journey.channels:
        if channel.id not in used:
            yield _finding("empty-channel", channel.id, title=_title(channel))
    for card in _in_time(journey):
        if not card.title:
            yield _finding("no-title", card.id, stage=_title(journey.get(Stage, card.stage)))


def _paths(journey: Journey) -> Iterator[Finding]:
    cards = _in_time(journey)
    if len(cards) < 2:
        return
    led = ways(journey)
    for card in isolated(cards, led):
        yield _finding("no-link", card.id, title=_title(card))
    for card in dead_ends(cards, led):
        yield _finding("dead-end", card.id, title=_title(card))
    for group in unreachable(cards, led):
        yield _finding("unreachable", *(card.id for card in group), title=_title(group[0]))


def _people(journey: Journey) -> Iterator[Finding]:
    actions = [action for action in journey.all(Action) if action.status != "dropped"]
    answered = {name for action in actions for name in action.answers}
    for pain in journey.all(PainPoint):
        # An action may answer the pain point itself, or the place where it hurts.
        if pain.id not in answered and answered.isdisjoint(pain.on):
            yield _finding("pain-no-action", pain.id, title=_title(pain))
    for action in actions:
        if not action.owner and action.status != "done":
            yield _finding("action-no-owner", action.id, title=_title(action))
        if action.due is None and action.status != "done":
            yield _finding("action-no-date", action.id, title=_title(action))
    for persona in journey.all(Persona):
        if not persona.path:
            yield _finding("persona-no-path", persona.id, title=_title(persona))


def _measured(journey: Journey) -> Iterator[Finding]:
    measured = {counts.target for counts in journey.all(Counts) if counts.n > 0}
    if not measured:
        return  # Without a survey no score is missing.
    # A stage's score is rolled up from its touchpoints where it was not asked about itself.
    measured |= {card.stage for card in journey.touchpoints if card.id in measured}
    for truth in journey.all(MomentOfTruth):
        if truth.on not in measured:
            target = _title(journey.records[truth.on])
            yield _finding("truth-no-score", truth.id, truth.on, title=_title(truth), target=target)


def _titles(journey: Journey) -> Iterator[Finding]:
    same: dict[str, list[Stage | Touchpoint]] = {}
    named: list[Stage | Touchpoint] = [*journey.stages, *_in_time(journey)]
    for record in named:
        if record.title:
            same.setdefault(" ".join(unicodedata.normalize("NFKC", record.title).casefold().split()), []).append(record)
    for records in same.values():
        if len(records) > 1:
            yield _finding("same-title", *(record.id for record in records), title=records[0].title, n=len(records))


def _in_time(journey: Journey) -> list[Touchpoint]:
    place_of = {stage.id: place for place, stage in enumerate(journey.stages)}
    return sorted(journey.touchpoints, key=lambda card: place_of[card.stage])
