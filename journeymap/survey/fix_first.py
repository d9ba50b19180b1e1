"""Which touchpoint to fix first: a ranking of what is known to hurt, to decide and to fall short.

The formula is the program's own, a weighted mean that can be said in one line and checked by hand:

    value = (w₁·severity + w₂·truth + w₃·shortfall + w₄·share) / (sum of the weights of what is known)

severity   the worst pain point on the touchpoint or on a link to or from it, 1 to 5, divided by 5; 0 where there is none
truth      the weight of the weightiest moment of truth on it, 1 to 5, divided by 5; 0 where there is none
shortfall  which part of the way from the worst score there can be up to the target is missing: (target − score) /
           (target − worst), 0 where the target is reached. Without a target of its stage that fits the metric, the
           score of the whole map stands for it
share      the part of the customers who pass here, 0 to 1

What is not known is left out, and the other weights count for more: a score that was not measured or is withheld, a
share that nobody gave, pain points or moments of truth where the whole map has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.structure import JOURNEY_ID, Link, Touchpoint
from journeymap.survey.score import Overlay, Score

PartName = Literal["severity", "truth", "score", "share"]
PARTS: tuple[PartName, ...] = ("severity", "truth", "score", "share")
MOST = 5


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part counts, in per cent or any other unit: only their proportions matter. None below 0."""

    severity: int = 40
    truth: int = 20
    score: int = 25
    share: int = 15


@dataclass(frozen=True, slots=True)
class Part:
    """One term of the sum: its weight (all weights of a ranking sum to 1) and its value, 0 to 1.

    `level` is the severity or weight behind it, 0 to 5; `score` and `target` (in the metric's unit) are what was
    compared, `own_target` says that the target is the stage's own.
    """

    name: PartName
    weight: float
    value: float
    level: int = 0
    score: Score | None = None
    target: float = 0.0
    own_target: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """A touchpoint with its value, 0 (nothing to fix) to 1, and what it is made of; `unknown` names what was left out."""

    id: str
    value: float
    parts: tuple[Part, ...]
    unknown: tuple[PartName, ...] = ()


def rank(journey: Journey, overlay: Overlay, weights: Weights | None = None) -> list[Ranked]:
    """The touchpoints at which something hurts or falls short, the one to fix first at the top; equal ones by time."""
    weights = weights or Weights()
    severities, truths = _severities(journey), _truths(journey)
    targets = {stage.id: stage.target for stage in journey.stages}
    whole = overlay.scores.get(JOURNEY_ID)
    found = []
    for card in _in_time(journey):
        parts: list[Part] = []
        if severities:
            level = severities.get(card.id, 0)
            parts.append(Part("severity", weights.severity, level / MOST, level))
        if truths:
            level = truths.get(card.id, 0)
            parts.append(Part("truth", weights.truth, level / MOST, level))
        fallen = _shortfall(overlay.scores.get(card.id), targets[card.stage], whole)
        if fallen is not None:
            parts.append(replace(fallen, weight=weights.score))
        if card.share is not None:
            parts.append(Part("share", weights.share, card.share))
        ranked = _ranked(card.id, parts)
        if ranked is not None:
            found.append(ranked)
    return sorted(found, key=lambda ranked: -ranked.value)


def _ranked(id: str, parts: list[Part]) -> Ranked | None:
    """The weighted mean; None where nothing is known to be wrong (a moment of truth or many customers alone are no fault)."""
    total = sum(part.weight for part in parts)
    if total <= 0 or not any(
        part.value > 0 and part.weight > 0 for part in parts if part.name in ("severity", "score")
    ):
        return None
    counted = tuple(replace(part, weight=part.weight / total) for part in parts)
    known = {part.name for part in parts}
    value = sum(part.weight * part.value for part in counted)
    return Ranked(id, min(value, 1.0), counted, tuple(name for name in PARTS if name not in known))


def _severities(journey: Journey) -> dict[str, int]:
    """The worst severity at each touchpoint where something hurts."""
    worst: dict[str, int] = {}
    for pain in journey.all(PainPoint):
        for id in pain.on:
            link = journey.find(Link, id)
            for place in (link.source, link.target) if link is not None else (id,):
                worst[place] = max(worst.get(place, 0), pain.severity)
    return worst


def _truths(journey: Journey) -> dict[str, int]:
    """The largest weight at each touchpoint that is a moment of truth."""
    found: dict[str, int] = {}
    for truth in journey.all(MomentOfTruth):
        found[truth.on] = max(found.get(truth.on, 0), truth.weight)
    return found


def _shortfall(score: Score | None, target: float | None, whole: Score | None) -> Part | None:
    """What is missing to the target, not weighted yet; None where it is not known."""
    if score is None or score.shown == "withheld":
        return None
    low, high = _range(score)
    own = target is not None and low <= target <= high
    if own:
        assert target is not None
        goal = target
    elif whole is not None and whole.shown != "withheld" and whole.scale == score.scale:
        goal = whole.value
    else:
        return None
    wanted = replace(score, value=goal).good
    part = max(0.0, wanted - score.good) / wanted if wanted > 0 else 0.0
    return Part("score", 0.0, min(part, 1.0), score=score, target=goal, own_target=own)


def _range(score: Score) -> tuple[float, float]:
    ranges: Mapping[str, tuple[float, float]] = {"nps": (-100, 100), "csat": (0, 100)}
    return ranges.get(score.metric, score.scale)


def _in_time(journey: Journey) -> list[Touchpoint]:
    places = {stage.id: place for place, stage in enumerate(journey.stages)}
    return sorted(journey.touchpoints, key=lambda card: places[card.stage])
