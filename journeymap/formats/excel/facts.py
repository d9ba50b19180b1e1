"""What map and tables ask of a journey again and again, found once: what sits where, what is called how."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from journeymap.layout.lanes import stages_of
from journeymap.layout.palette import heat
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Wave
from journeymap.model.record import Record
from journeymap.model.structure import Channel, Link, Stage, Touchpoint
from journeymap.survey.score import Overlay, Score, Thresholds

R = TypeVar("R", bound=Record)


class Facts:
    """One state of a journey and its scores. Titles of what has none are blank."""

    def __init__(self, journey: Journey, overlay: Overlay, palette: str, thresholds: Thresholds) -> None:
        self.journey = journey
        self.overlay = overlay
        self.palette = palette
        self.thresholds = thresholds

    def score(self, id: str) -> Score | None:
        """The score that heats an element, or None."""
        return self.overlay.scores.get(id) if self.overlay.metric else None

    def colour(self, id: str) -> str | None:
        """An element's heat colour; None where there is no score, or too few answers to show it."""
        score = self.score(id)
        return None if score is None or score.shown == "withheld" else heat(score, self.palette)

    def title(self, id: str) -> str:
        """The title of any element; a link's are its ends."""
        record = self.journey.records.get(id)
        if isinstance(record, Link):
            return f"{self.title(record.source)} → {self.title(record.target)}"
        return str(getattr(record, "title", ""))

    def titles(self, ids: Iterable[str]) -> str:
        """Titles in a row."""
        return "; ".join(title for title in map(self.title, ids) if title)

    def stage_titles(self, ids: tuple[str, ...]) -> str:
        """The titles of the stages where elements stand, each once."""
        return self.titles(dict.fromkeys(stages_of(self.journey, ids)))

    def stage_of(self, touchpoint: str) -> str:
        """The title of a touchpoint's stage."""
        return self.title(self.journey.get(Touchpoint, touchpoint).stage)

    def channel_of(self, touchpoint: Touchpoint) -> Channel:
        """A touchpoint's channel."""
        return self.journey.get(Channel, touchpoint.channel)

    @cached_property
    def pains(self) -> dict[str, list[PainPoint]]:
        """The pain points that sit on each element."""
        return _by(self.journey.all(PainPoint), lambda pain: pain.on)

    @cached_property
    def truths(self) -> dict[str, list[MomentOfTruth]]:
        """The moments of truth that sit on each element."""
        return _by(self.journey.all(MomentOfTruth), lambda truth: (truth.on,))

    @cached_property
    def answers(self) -> dict[str, list[Action]]:
        """The actions that answer each element."""
        return _by(self.journey.all(Action), lambda action: action.answers)

    @cached_property
    def next_links(self) -> dict[str, list[Link]]:
        """The links that leave each touchpoint."""
        return _by(self.journey.links, lambda link: (link.source,))

    @cached_property
    def touchpoints_by_stage(self) -> dict[str, list[Touchpoint]]:
        """The touchpoints of each stage, in time."""
        return _by(self.journey.touchpoints, lambda touchpoint: (touchpoint.stage,))

    @cached_property
    def in_order(self) -> list[Touchpoint]:
        """All touchpoints as the map is read: by stage, then in time, then by channel."""
        row = {channel.id: number for number, channel in enumerate(self.journey.channels)}
        found = self.touchpoints_by_stage
        return [
            touchpoint
            for stage in self.journey.stages
            for touchpoint in sorted(found.get(stage.id, ()), key=lambda t: (t.order, row[t.channel], t.id))
        ]

    def pains_within(self, stage: Stage) -> list[PainPoint]:
        """The pain points that stand under a stage on the map, each once."""
        return self._pains_by_stage.get(stage.id, [])

    @cached_property
    def _pains_by_stage(self) -> dict[str, list[PainPoint]]:
        return _by(self.journey.all(PainPoint), lambda pain: tuple(stages_of(self.journey, pain.on)))

    def wave_title(self, id: str) -> str:
        """What a wave is called."""
        wave = self.journey.find(Wave, id)
        return wave.title if wave else id


def _by(records: Iterable[R], keys: Callable[[R], Iterable[str]]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        for key in dict.fromkeys(keys(record)):
            found[key].append(record)
    return dict(found)
