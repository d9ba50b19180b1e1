"""The counts of a wave brought together: by target, from touchpoints to stages, from stages to the journey."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from journeymap.model.journey import Journey
from journeymap.model.measures import Counts, Metric, Scale
from journeymap.model.structure import JOURNEY_ID, Stage, Touchpoint

Values = tuple[tuple[float, int], ...]


class Pool(NamedTuple):
    """The answers that make one score: all of one metric, scale and direction.

    `question` is the wording, "" where several were brought together; `pooled` says that they are a stage's touchpoints'
    (or the journey's stages'), not its own. `left_out` says that answers on another scale are not in it,
    `about` what the target was called when the question was loaded.
    """

    metric: Metric
    scale: Scale
    high_is_good: bool
    values: Values
    question: str = ""
    pooled: bool = False
    left_out: bool = False
    about: str = ""


def pools(journey: Journey, counts: Iterable[Counts]) -> dict[str, Pool]:
    """The answers behind each target's score, of counts that are all of one metric and wave (and segment, or all segments).

    Touchpoints and stages first have what was asked of them directly. A stage that was not asked directly has the answers
    of its touchpoints, the journey those of its stages. Only answers on one scale are added up: where there are
    several, those on the scale with most answers.
    """
    out: dict[str, Pool] = {}
    several: dict[str, list[Pool]] = {}
    for each in counts:
        target = each.target
        pool = Pool(each.metric, each.scale, each.high_is_good, each.values, each.question, about=each.about)
        before = out.setdefault(target, pool)
        if before is not pool:
            several.setdefault(target, [before]).append(pool)
    for target, found in several.items():
        out[target] = _together(found, pooled=False)
    in_stage: dict[str, list[Pool]] = {}
    for touchpoint in journey.all(Touchpoint):
        own = out.get(touchpoint.id)
        if own is not None:
            in_stage.setdefault(touchpoint.stage, []).append(own)
    for stage, found in in_stage.items():
        if stage not in out:
            out[stage] = _together(found, pooled=True)
    if JOURNEY_ID not in out:
        stages = [asked for stage in journey.all(Stage) if (asked := out.get(stage.id)) is not None]
        if stages:
            out[JOURNEY_ID] = _together(stages, pooled=True)
    return out


def _together(found: Sequence[Pool], pooled: bool) -> Pool:
    metric, scale, high_is_good, values, left_out = _largest(
        ((pool.metric, pool.scale, pool.high_is_good), pool.values) for pool in found
    )
    left_out = left_out or any(pool.left_out for pool in found)
    questions = {pool.question for pool in found if (pool.scale, pool.high_is_good) == (scale, high_is_good)}
    question = questions.pop() if len(questions) == 1 else ""
    about = found[0].about if question else ""
    return Pool(metric, scale, high_is_good, values, question, pooled, left_out, about)


_Key = tuple[Metric, Scale, bool]


def _largest(parts: Iterable[tuple[_Key, Values]]) -> tuple[Metric, Scale, bool, Values, bool]:
    """The answers on the scale that has most of them, added up, and whether there are others."""
    by_key: dict[_Key, list[Values]] = {}
    for key, values in parts:
        by_key.setdefault(key, []).append(values)
    sums = {key: _sum(found) for key, found in by_key.items()}
    key = max(sums, key=lambda key: sum(sums[key].values())) if len(sums) > 1 else next(iter(sums))
    return (*key, tuple(sorted(sums[key].items())), len(sums) > 1)


def _sum(found: list[Values]) -> dict[float, int]:
    total: defaultdict[float, int] = defaultdict(int)
    for values in found:
        for value, n in values:
            total[value] += n
    return total


def of_segment(counts: Iterable[Counts], segment: str) -> Mapping[Metric, list[Counts]]:
    """The counts of a segment ("" for all) by metric."""
    out: dict[Metric, list[Counts]] = {}
    for each in counts:
        if not segment or each.segment == segment:
            out.setdefault(each.metric, []).append(each)
    return out
