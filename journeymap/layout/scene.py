"""What the drawing functions look at: a journey, where everything stands, how it is heated, how text is measured."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from journeymap.layout.focus import EVERYTHING, Focus, faded
from journeymap.layout.map_layout import MapLayout
from journeymap.layout.palette import heat
from journeymap.layout.text import Measure
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Emotion
from journeymap.survey.evidence import Grade, grades
from journeymap.survey.score import Overlay, Score


@dataclass(frozen=True)
class Scene:
    """One state of a map, ready to be drawn. It is made anew after each Change."""

    journey: Journey
    layout: MapLayout
    overlay: Overlay
    measure: Measure
    focus: Focus = EVERYTHING
    # What a comparison found of an element: "added", "removed", "changed" or "moved".
    differences: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def grades(self) -> dict[str, Grade]:
        """How much is known of each touchpoint."""
        return grades(self.journey, self.overlay.thresholds)

    @cached_property
    def faded(self) -> frozenset[str]:
        """The ids of what does not belong to what is looked at."""
        return faded(self.journey, self.focus, self.grades)

    def score(self, id: str) -> Score | None:
        """The score that heats an element, or None."""
        return self.overlay.scores.get(id) if self.layout.options.heat else None

    def colour(self, id: str) -> str | None:
        """An element's heat colour; None where there is no score, or too few answers to show it."""
        score = self.score(id)
        if score is None or score.shown == "withheld":
            return None
        return heat(score, self.layout.options.palette)

    @cached_property
    def pains(self) -> dict[str, int]:
        """How many pain points sit on each element."""
        found: dict[str, int] = defaultdict(int)
        for pain in self.journey.all(PainPoint):
            for id in pain.on:
                found[id] += 1
        return found

    @cached_property
    def felt(self) -> dict[str, tuple[float, ...]]:
        """What the personas feel at each touchpoint, −2 to +2."""
        found: dict[str, list[float]] = defaultdict(list)
        for emotion in self.journey.all(Emotion):
            found[emotion.touchpoint].append(emotion.value)
        return {id: tuple(values) for id, values in found.items()}

    @cached_property
    def truths(self) -> dict[str, MomentOfTruth]:
        """The moment of truth on each element (the weightiest, where there are several)."""
        ordered = sorted(self.journey.all(MomentOfTruth), key=lambda truth: truth.weight)
        return {truth.on: truth for truth in ordered}
