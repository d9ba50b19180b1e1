"""How much is known of a touchpoint: measured, indicated or merely assumed."""

from collections import defaultdict
from typing import Literal

from journeymap.model.findings import PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts
from journeymap.survey.score import Thresholds

Grade = Literal["measured", "indicated", "assumed"]


def grades(journey: Journey, thresholds: Thresholds | None = None) -> dict[str, Grade]:
    """For each touchpoint: `measured` with enough answers (30) in one wave and metric, `indicated` with fewer or quotes."""
    enough = (thresholds or Thresholds()).tentative
    answers: dict[tuple[str, str, str], int] = defaultdict(int)
    for counts in journey.all(Counts):
        answers[counts.target, counts.wave, counts.metric] += counts.n
    most: dict[str, int] = defaultdict(int)
    for (target, _wave, _metric), n in answers.items():
        most[target] = max(most[target], n)
    quoted = {id for pain in journey.all(PainPoint) if any(e.quote for e in pain.evidence) for id in pain.on}
    found: dict[str, Grade] = {}
    for touchpoint in journey.touchpoints:
        n = most[touchpoint.id]
        found[touchpoint.id] = "measured" if n >= enough else "indicated" if n or touchpoint.id in quoted else "assumed"
    return found
