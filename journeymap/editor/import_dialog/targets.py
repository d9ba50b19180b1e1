"""What a question can score: the journey, its stages, and the touchpoints within them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from journeymap.language import _
from journeymap.model.journey import Journey
from journeymap.model.structure import JOURNEY_ID

LEAVE_OUT = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A choice for a question: `id` of what it scores, or `LEAVE_OUT`."""

    id: str
    title: str
    kind: Literal["leave out", "journey", "stage", "touchpoint"]


def targets(journey: Journey) -> Iterator[Target]:
    """All choices in the order of the map: each stage, then its touchpoints by their place in time."""
    yield Target(LEAVE_OUT, _("— leave out —"), "leave out")
    yield Target(JOURNEY_ID, _("Whole journey"), "journey")
    inside: dict[str, list[Target]] = {}
    for touchpoint in journey.touchpoints:
        named = Target(touchpoint.id, touchpoint.title or _("Without a title"), "touchpoint")
        inside.setdefault(touchpoint.stage, []).append(named)
    for stage in journey.stages:
        yield Target(stage.id, stage.title or _("Without a title"), "stage")
        yield from inside.get(stage.id, ())
