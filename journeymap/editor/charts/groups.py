"""A score's answers in groups and bars: what the charts draw, as plain numbers."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from journeymap.language import N_
from journeymap.survey.metrics import DETRACTOR_TO, PROMOTER_FROM
from journeymap.survey.score import Score

Tone = Literal["bad", "middle", "good"]

MOST_BARS = 21
BINS = 20

GROUP_NAMES: dict[str, str] = {
    "detractors": N_("detractors"),
    "passives": N_("passives"),
    "promoters": N_("promoters"),
    "top-two": N_("top two answers"),
    "others": N_("all others"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Answers that a metric counts as one; `name` is a key of GROUP_NAMES, `part` their share of all answers, 0 to 1."""

    name: str
    n: int
    part: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Bar:
    """How many answers lie from `low` to `high` (the same for a single answer); `good` is 0 for the worst, 1 for the best."""

    low: float
    high: float
    n: int
    good: float
    tone: Tone | None = None

    @property
    def centre(self) -> float:
        """Where the bar stands on the scale."""
        return (self.low + self.high) / 2


def groups(score: Score) -> tuple[Group, ...]:
    """The groups that make the metric, from bad to good; none for CES and means. Definitions: SURVEYS.md 2.1."""
    names: tuple[tuple[str, Tone], ...]
    if score.metric == "nps":
        names = (("detractors", "bad"), ("passives", "middle"), ("promoters", "good"))
    elif score.metric == "csat":
        names = (("others", "middle"), ("top-two", "good"))
    else:
        return ()
    total = sum(n for _, n in score.values)
    found = []
    for name, tone in names:
        n = sum(count for answer, count in score.values if tone_of(score, answer) == tone)
        found.append(Group(name, n, n / total if total else 0.0, tone))
    return tuple(found)


def tone_of(score: Score, answer: float) -> Tone | None:
    """The group an answer belongs to, or None where the metric has no groups."""
    low, high = score.scale
    if score.metric == "nps":
        return "good" if answer >= PROMOTER_FROM else "bad" if answer <= DETRACTOR_TO else "middle"
    if score.metric == "csat":
        top = answer >= high - 1 if score.high_is_good else answer <= low + 1
        return "good" if top else "middle"
    return None


def bars(score: Score) -> tuple[Bar, ...]:
    """One bar for each answer of a short scale of whole numbers, else twenty bars of equal width; no answer is left out."""
    low, high = score.scale
    whole = low == int(low) and high == int(high) and all(answer == int(answer) for answer, _ in score.values)
    if whole and high - low < MOST_BARS:
        counted = dict(score.values)
        edges = range(int(low), int(high) + 1)
        return tuple(Bar(at, at, counted.get(float(at), 0), _good(score, at), tone_of(score, at)) for at in edges)
    width = (high - low) / BINS
    sums = [0] * BINS
    for answer, n in score.values:
        sums[min(max(int((answer - low) / width), 0), BINS - 1)] += n
    ends = [low + width * i for i in range(BINS)] + [high]
    return tuple(Bar(a, b, n, _good(score, (a + b) / 2)) for (a, b), n in zip(pairwise(ends), sums, strict=True))


def _good(score: Score, answer: float) -> float:
    low, high = score.scale
    part = (answer - low) / (high - low)
    return part if score.high_is_good else 1 - part
