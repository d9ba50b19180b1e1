"""The scores that heat a map, and all scores there are, from the counts that the map keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journeymap.model.journey import Journey
from journeymap.model.measures import Counts, Metric, Wave
from journeymap.model.structure import JourneyInfo, Stage, Touchpoint
from journeymap.survey.comparing import notes_on, source_of
from journeymap.survey.display import METRICS
from journeymap.survey.metrics import estimate
from journeymap.survey.pooling import Pool, of_segment, pools
from journeymap.survey.score import NO_OVERLAY, Overlay, Score, Shown, Thresholds


@dataclass(frozen=True, slots=True)
class HeatChoice:
    """What heats the map. `metric` None is the metric with most answers, `wave` (an id or a title) "" the latest, `segment` "" all answers.

    `palette` names a table of colours. With `on` False nothing is heated.
    """

    metric: Metric | None = None
    wave: str = ""
    segment: str = ""
    palette: str = "safe"
    on: bool = True
    thresholds: Thresholds = field(default_factory=Thresholds)


def waves(journey: Journey) -> list[Wave]:
    """The waves of a map, the latest last: by their dates where all have one, else by their order."""
    found = journey.all(Wave)
    if all(wave.start or wave.end for wave in found):
        return sorted(found, key=lambda wave: (str(wave.end or wave.start), wave.order, wave.id))
    return list(found)


def metrics(journey: Journey) -> list[Metric]:
    """The metrics that a map has answers for, in the order NPS, CSAT, CES, mean."""
    found = {counts.metric for counts in journey.all(Counts) if counts.values}
    return [metric for metric in METRICS if metric in found]


def segments(journey: Journey) -> list[str]:
    """The names of the segments that a map has answers of, sorted."""
    return sorted({counts.segment for counts in journey.all(Counts) if counts.segment}, key=str.casefold)


def make_overlay(journey: Journey, heat: HeatChoice | None = None) -> Overlay:
    """The scores of one metric, wave and segment for every target that was measured, stages and the journey pooled where not asked.

    A wave, metric or segment without answers heats nothing, but the overlay keeps the choice.
    """
    heat = heat or HeatChoice()
    wave = _wave(journey, heat.wave)
    if not heat.on or wave is None:
        return NO_OVERLAY
    by_metric = of_segment(_answered(journey, wave.id), heat.segment)
    metric = heat.metric or _most_answers(by_metric)
    found = pools(journey, by_metric.get(metric, ())) if metric else {}
    if metric is None or not found:
        return Overlay(metric, wave.id, wave.title, heat.segment, thresholds=heat.thresholds)
    scores = {
        target: score
        for target, pool in found.items()
        if (score := _score(target, pool, wave.id, heat.segment, heat.thresholds)) is not None
    }
    return Overlay(
        metric=metric,
        wave=wave.id,
        wave_title=wave.title,
        segment=heat.segment,
        scores=scores,
        notes=notes_on(journey, metric, found, by_metric),
        source=source_of(wave, heat.segment, sum(score.n for score in scores.values() if not score.pooled)),
        thresholds=heat.thresholds,
    )


def all_scores(journey: Journey, thresholds: Thresholds | None = None) -> list[Score]:
    """Every score there is: each target × metric × segment ("" first, for all answers) × wave, in the order of the map.

    Waves from the oldest to the latest; the journey first, then each stage followed by its touchpoints.
    """
    thresholds = thresholds or Thresholds()
    places = {id: place for place, id in enumerate(_targets(journey))}
    out: list[Score] = []
    for wave in waves(journey):
        counts = _answered(journey, wave.id)
        named = sorted({each.segment for each in counts if each.segment}, key=str.casefold)
        for segment in ["", *named]:
            by_metric = of_segment(counts, segment)
            for metric in METRICS:
                found = pools(journey, by_metric.get(metric, ()))
                for target in sorted(found, key=lambda target: places.get(target, len(places))):
                    score = _score(target, found[target], wave.id, segment, thresholds)
                    if score is not None:
                        out.append(score)
    return out


def _targets(journey: Journey) -> Iterable[str]:
    by_stage: dict[str, list[str]] = {}
    for touchpoint in journey.all(Touchpoint):
        by_stage.setdefault(touchpoint.stage, []).append(touchpoint.id)
    yield from (info.id for info in journey.all(JourneyInfo))
    for stage in journey.all(Stage):
        yield stage.id
        yield from by_stage.get(stage.id, ())


def _wave(journey: Journey, wanted: str) -> Wave | None:
    found = waves(journey)
    if not wanted:
        return found[-1] if found else None
    by_id = journey.find(Wave, wanted)
    return by_id or next((wave for wave in reversed(found) if wave.title == wanted), None)


def _answered(journey: Journey, wave: str) -> list[Counts]:
    return [counts for counts in journey.all(Counts) if counts.wave == wave and counts.values]


def _most_answers(by_metric: Mapping[Metric, list[Counts]]) -> Metric | None:
    # Of two metrics with as many answers the first in the table: the choice must not hang on the order of a file.
    measured = [metric for metric in METRICS if metric in by_metric]
    if len(measured) == 1:
        return measured[0]
    return max(measured, key=lambda metric: sum(each.n for each in by_metric[metric]), default=None)


def _score(target: str, pool: Pool, wave: str, segment: str, thresholds: Thresholds) -> Score | None:
    try:
        found = estimate(pool.metric, pool.values, pool.scale, pool.high_is_good)
    except ValueError:  # counts of zero answers, as a file may hold them
        return None
    shown: Shown = "full"
    if found.n < thresholds.tentative:
        shown = "withheld" if found.n < thresholds.withhold else "tentative"
    return Score(
        target=target,
        metric=pool.metric,
        value=found.value,
        low=found.low,
        high=found.high,
        n=found.n,
        scale=pool.scale,
        high_is_good=pool.high_is_good,
        wave=wave,
        segment=segment,
        shown=shown,
        question=pool.question,
        pooled=pool.pooled,
        values=pool.values,
        least=thresholds.withhold,
    )
