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
from typing import Literal, NamedTuple

from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Metric, Scale
from journeymap.model.structure import JOURNEY_ID, Link, Touchpoint
from journeymap.survey.score import Overlay, Score

PartName = Literal["severity", "truth", "score", "share"]
PARTS: tuple[PartName, ...] = ("severity", "truth", "score", "share")
MOST = 5
# What a score can be, in the unit of its metric; others lie on the scale of their question.
RANGES: Mapping[str, Scale] = {"nps": (-100.0, 100.0), "csat": (0.0, 100.0)}


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
    goals = Goals(overlay.scores.get(JOURNEY_ID))
    found = []
    for card in _in_time(journey):
        score = overlay.scores.get(card.id)
        fallen = goals.shortfall(score, targets[card.stage])
        severity, truth = severities.get(card.id, 0), truths.get(card.id, 0)
        # A moment of truth or many customers alone are no fault.
        if not (severity and weights.severity) and not (fallen and fallen.part and weights.score):
            continue
        known: dict[PartName, int] = {}
        if severities:
            known["severity"] = weights.severity
        if truths:
            known["truth"] = weights.truth
        if fallen is not None:
            known["score"] = weights.score
        if card.share is not None:
            known["share"] = weights.share
        total = sum(known.values())
        parts = []
        for name, weight in known.items():
            if name == "severity":
                parts.append(Part(name, weight / total, severity / MOST, severity))
            elif name == "truth":
                parts.append(Part(name, weight / total, truth / MOST, truth))
            elif fallen is not None and name == "score":
                parts.append(Part(name, weight / total, fallen.part, 0, score, fallen.goal, fallen.own))
            else:
                parts.append(Part(name, weight / total, card.share or 0.0))
        value = min(1.0, sum(part.weight * part.value for part in parts))
        found.append(Ranked(card.id, value, tuple(parts), tuple(name for name in PARTS if name not in known)))
    return sorted(found, key=lambda ranked: -ranked.value)


class Shortfall(NamedTuple):
    """Which part of the way to a goal (in the metric's unit) is missing; `own`: the goal is the stage's own target."""

    part: float
    goal: float
    own: bool


class Goals:
    """What the scores are held against: the target of their stage, else the score of the whole map."""

    def __init__(self, whole: Score | None) -> None:
        self._whole = whole if whole is not None and whole.shown != "withheld" else None
        self._good: dict[tuple[Metric, Scale, bool, float], float] = {}

    def shortfall(self, score: Score | None, target: float | None) -> Shortfall | None:
        """What is missing to the target; None where it is not known."""
        if score is None or score.shown == "withheld":
            return None
        low, high = RANGES.get(score.metric, score.scale)
        own = target is not None and low <= target <= high
        if own:
            assert target is not None
            goal = target
        elif self._whole is not None and self._whole.scale == score.scale:
            goal = self._whole.value
        else:
            return None
        wanted = self._wanted(score, goal)
        part = max(0.0, wanted - score.good) / wanted if wanted > 0 else 0.0
        return Shortfall(min(part, 1.0), goal, own)

    def _wanted(self, score: Score, goal: float) -> float:
        """How good a goal is, as a score of this kind."""
        key = score.metric, score.scale, score.high_is_good, goal
        if key not in self._good:
            self._good[key] = replace(score, value=goal).good
        return self._good[key]


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


def _in_time(journey: Journey) -> list[Touchpoint]:
    places = {stage.id: place for place, stage in enumerate(journey.stages)}
    return sorted(journey.touchpoints, key=lambda card: places[card.stage])
