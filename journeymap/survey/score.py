"""A score: what was measured, with n and an interval, and whether it may be shown. An overlay: the scores a map is heated with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from journeymap.model.measures import Metric, Scale

Shown = Literal["full", "tentative", "withheld"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From how many answers on a score is shown at all (`withhold`), and without hatching (`tentative`)."""

    withhold: int = 5
    tentative: int = 30


@dataclass(frozen=True, slots=True)
class Score:
    """One score. `value`, `low`, `high` are in the metric's own unit: NPS −100…100, CSAT 0…100 %, CES and mean on their scale.

    `low` and `high` bound the interval (95 %), clamped to what the metric can be. `segment` is "" for all answers.
    `question` is the wording, or "" where several were pooled. `pooled` says that a stage's (or the journey's) score
    was rolled up from the answers of its touchpoints. `values` are (answer, how many). `least` answers it takes to be shown.
    """

    target: str
    metric: Metric
    value: float
    low: float
    high: float
    n: int
    scale: Scale
    high_is_good: bool
    wave: str
    segment: str
    shown: Shown
    question: str = ""
    pooled: bool = False
    values: tuple[tuple[float, int], ...] = ()
    least: int = Thresholds().withhold

    @property
    def good(self) -> float:
        """How good the score is, 0 to 1 (SURVEYS.md 2.1): NPS (x+100)/200, CSAT x/100, CES and mean by their scale and direction."""
        if self.metric == "nps":
            return (self.value + 100) / 200
        if self.metric == "csat":
            return self.value / 100
        low, high = self.scale
        part = (self.value - low) / (high - low)
        return part if self.high_is_good else 1 - part


@dataclass(frozen=True, slots=True)
class Overlay:
    """The scores that heat a map: one metric, wave and segment; `scores` by id of touchpoint, stage or `journey`.

    `notes` are sentences (already translated) about what can't be compared. An overlay without metric heats nothing.
    """

    metric: Metric | None = None
    wave: str = ""
    wave_title: str = ""
    segment: str = ""
    scores: Mapping[str, Score] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    source: str = ""
    thresholds: Thresholds = field(default_factory=Thresholds)


NO_OVERLAY = Overlay()
