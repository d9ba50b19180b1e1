"""What the scores panel tells about one target, picked out of all scores: plain values that can be compared and tested."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Metric
from journeymap.model.people import Emotion
from journeymap.model.structure import JOURNEY_ID, Link, Stage, Touchpoint
from journeymap.survey.overlay import waves
from journeymap.survey.score import Score

State = Literal["no scores", "not asked", "withheld", "shown"]


@dataclass(frozen=True, slots=True)
class Facts:
    """The score of a target now, by segment and over waves.

    `segments` are (segment, score), "" for all answers first, then by name; `waves` (title of the wave, score or None) from the
    first to the latest; both are empty where there is nothing to compare. `goal` is the score to be reached.
    """

    target: str
    title: str
    state: State
    score: Score | None = None
    segments: tuple[tuple[str, Score], ...] = ()
    waves: tuple[tuple[str, Score | None], ...] = ()
    goal: float | None = None


def shown_target(journey: Journey, selected: Sequence[str]) -> str:
    """Whose scores to show: the last selected element that is, or belongs to, a touchpoint or stage; else the journey's."""
    for id in reversed(selected):
        record = journey.records.get(id)
        if isinstance(record, (Touchpoint, Stage)):
            return id
        if isinstance(record, PainPoint):
            named = [name for name in record.on if isinstance(journey.records.get(name), (Touchpoint, Stage))]
            if named:
                return named[0]
        elif isinstance(record, MomentOfTruth):
            return record.on
        elif isinstance(record, Emotion):
            return record.touchpoint
        elif isinstance(record, Link):
            return record.target
    return JOURNEY_ID


def facts(
    journey: Journey, scores: Sequence[Score], target: str, metric: Metric | None, wave: str, segment: str = ""
) -> Facts:
    """What is known of a target in a wave (an id); where it was not asked with `metric`, with the metric it has most answers for."""
    record = journey.records.get(target)
    title = getattr(record, "title", "")
    if not scores:
        return Facts(target, title, "no scores")
    own = [score for score in scores if score.target == target]
    here = [score for score in own if score.wave == wave and score.segment == segment]
    if not here:
        return Facts(target, title, "not asked")
    score = max(here, key=lambda score: (score.metric == metric, score.n))
    if score.shown == "withheld":
        return Facts(target, title, "withheld", score)
    like = [other for other in own if other.metric == score.metric and other.scale == score.scale]
    # All scores come in the order of their segments' names, all answers first.
    segments = tuple((other.segment, other) for other in like if other.wave == wave)
    by_wave = {other.wave: other for other in like if other.segment == segment}
    course = tuple((each.title, by_wave.get(each.id)) for each in waves(journey))
    return Facts(
        target,
        title,
        "shown",
        score,
        segments if len(segments) > 1 else (),
        course if sum(other is not None for _, other in course) > 1 else (),
        record.target if isinstance(record, Stage) else None,
    )
