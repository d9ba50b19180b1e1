"""What a survey leaves open: moments of truth that were not measured, scores that are too old."""

from collections.abc import Iterator
from datetime import date, timedelta

from journeymap.model.check_rules import Finding, finding
from journeymap.model.findings import MomentOfTruth
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts, Wave

OLD = timedelta(days=365)


def truths_without_score(journey: Journey) -> Iterator[Finding]:
    """The moments of truth whose place no answer is about; none where there is no survey at all."""
    measured = {counts.target for counts in journey.all(Counts) if counts.n > 0}
    if not measured:
        return  # Without a survey no score is missing.
    # A stage's score is rolled up from its touchpoints where it was not asked about itself.
    measured |= {card.stage for card in journey.touchpoints if card.id in measured}
    for truth in journey.all(MomentOfTruth):
        if truth.on not in measured:
            place = journey.records[truth.on]
            names = {"title": truth.title or truth.id, "target": getattr(place, "title", "") or place.id}
            yield finding("truth-no-score", truth.id, truth.on, **names)


def old_scores(journey: Journey, today: date) -> Iterator[Finding]:
    """For each wave the targets that were asked about in it last, where that is more than 365 days ago.

    A wave is as old as its end, else its start, else the day when it was loaded. What is also in a wave of no known
    date is not named: it may be new.
    """
    dates = {wave.id: date_of(wave) for wave in journey.all(Wave)}
    latest: dict[str, str] = {}
    unknown: set[str] = set()
    for counts in journey.all(Counts):
        when = dates[counts.wave]
        if counts.n == 0:
            continue
        if when is None:
            unknown.add(counts.target)
            continue
        before = dates[latest[counts.target]] if counts.target in latest else None
        if before is None or when > before:
            latest[counts.target] = counts.wave
    for wave in journey.all(Wave):
        when = dates[wave.id]
        if when is not None and today - when > OLD:
            asked = {target for target, last in latest.items() if last == wave.id} - unknown
            ids = [id for id in _in_order(journey) if id in asked]
            if ids:
                yield finding("old-score", *ids, wave=wave.title or wave.id)


def date_of(wave: Wave) -> date | None:
    """The day that a wave's answers are from, as near as it is known."""
    if wave.end is not None or wave.start is not None:
        return wave.end or wave.start
    try:
        return date.fromisoformat(wave.loaded[:10])
    except ValueError:
        return None


def _in_order(journey: Journey) -> Iterator[str]:
    yield journey.info.id
    yield from (stage.id for stage in journey.stages)
    yield from (card.id for card in journey.touchpoints)
