"""What is missing or odd in a map: findings, never errors. A sound map may have many of them."""

import unicodedata
from collections.abc import Iterator
from datetime import date

from journeymap.model.check_paths import dead_ends, isolated, unreachable, ways
from journeymap.model.check_purchase import stops_at
from journeymap.model.check_rules import RULES, Finding, Rule, Severity, finding
from journeymap.model.check_scores import old_scores, truths_without_score
from journeymap.model.findings import Action, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Persona
from journeymap.model.record import Record
from journeymap.model.structure import JOURNEY_ID, Stage, Touchpoint

__all__ = ["RULES", "Finding", "Rule", "Severity", "findings", "in_time"]


def findings(journey: Journey, today: date | None = None) -> list[Finding]:
    """Everything that is missing or odd, warnings before hints, each rule in the order of the map, pain points by severity.

    Without `today` nothing is too old.
    """
    found = [*_structure(journey), *_paths(journey), *_people(journey), *truths_without_score(journey)]
    if today is not None:
        found += old_scores(journey, today)
    found += _titles(journey)
    places = {rule: place for place, rule in enumerate(RULES)}
    return sorted(found, key=lambda finding: (finding.severity == "hint", places[finding.rule]))


def in_time(journey: Journey) -> list[Touchpoint]:
    """All touchpoints in the order of time."""
    place_of = {stage.id: place for place, stage in enumerate(journey.stages)}
    return sorted(journey.touchpoints, key=lambda card: place_of[card.stage])


def _title(record: Record) -> str:
    return getattr(record, "title", "") or record.id


def _structure(journey: Journey) -> Iterator[Finding]:
    if not journey.stages:
        yield finding("no-stages", JOURNEY_ID)
    used = {card.stage for card in journey.touchpoints} | {card.channel for card in journey.touchpoints}
    for number, stage in enumerate(journey.stages, start=1):
        if not stage.title:
            yield finding("stage-no-title", stage.id, number=number)
        if stage.id not in used:
            yield finding("empty-stage", stage.id, title=_title(stage))
    for channel in journey.channels:
        if channel.id not in used:
            yield finding("empty-channel", channel.id, title=_title(channel))
    for card in in_time(journey):
        if not card.title:
            yield finding("no-title", card.id, stage=_title(journey.get(Stage, card.stage)))
    last = stops_at(journey)
    if last is not None:
        yield finding("ends-at-purchase", last.id, title=_title(last))


def _paths(journey: Journey) -> Iterator[Finding]:
    cards = in_time(journey)
    if len(cards) < 2:
        return
    led = ways(journey)
    for card in isolated(cards, led):
        yield finding("no-link", card.id, title=_title(card))
    for card in dead_ends(cards, led):
        yield finding("dead-end", card.id, title=_title(card))
    for group in unreachable(cards, led):
        yield finding("unreachable", *(card.id for card in group), title=_title(group[0]))


def _people(journey: Journey) -> Iterator[Finding]:
    actions = [action for action in journey.all(Action) if action.status != "dropped"]
    answered = {name for action in actions for name in action.answers}
    for pain in sorted(journey.all(PainPoint), key=lambda pain: -pain.severity):
        # An action may answer the pain point itself, or the place where it hurts.
        if pain.id not in answered and answered.isdisjoint(pain.on):
            yield finding("pain-no-action", pain.id, title=_title(pain), severity=pain.severity)
    for action in actions:
        if not action.owner and action.status != "done":
            yield finding("action-no-owner", action.id, title=_title(action))
        if action.due is None and action.status != "done":
            yield finding("action-no-date", action.id, title=_title(action))
    for persona in journey.all(Persona):
        if not persona.path:
            yield finding("persona-no-path", persona.id, title=_title(persona))


def _titles(journey: Journey) -> Iterator[Finding]:
    same: dict[str, list[Stage | Touchpoint]] = {}
    named: list[Stage | Touchpoint] = [*journey.stages, *in_time(journey)]
    for record in named:
        if record.title:
            same.setdefault(" ".join(unicodedata.normalize("NFKC", record.title).casefold().split()), []).append(record)
    for records in same.values():
        if len(records) > 1:
            yield finding("same-title", *(record.id for record in records), title=records[0].title, n=len(records))
