"""What becomes of a line: a touchpoint, a pain point, a note or an action, where it was said to belong. No Qt in here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from journeymap.editor.capture.spots import Spots
from journeymap.language import N_
from journeymap.layout.map_layout import MapLayout
from journeymap.layout.text import Measure
from journeymap.model import edits
from journeymap.model.content import Note
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.structure import Channel, Stage
from journeymap.model.text import LINE_LIMIT, TEXT_LIMIT, clean_line

Kind = Literal["touchpoint", "pain", "note", "action"]


@dataclass(frozen=True, slots=True)
class KindSpec:
    """A kind of thing that a line can become: its name, its icon, what one or many of them are called as a Change."""

    name: str
    icon: str
    one: str
    many: str


KINDS: dict[Kind, KindSpec] = {
    "touchpoint": KindSpec(N_("Touchpoint"), "touchpoint", N_("Add touchpoint"), N_("Add touchpoints")),
    "pain": KindSpec(N_("Pain point"), "pain", N_("Add pain point"), N_("Add pain points")),
    "note": KindSpec(N_("Note"), "note", N_("Add note"), N_("Add notes")),
    "action": KindSpec(N_("Idea"), "action", N_("Add action"), N_("Add actions")),
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where lines go: a stage and a channel; `card` is a touchpoint of that stage that pain points and actions are about."""

    kind: Kind
    stage: str
    channel: str
    card: str = ""

    def in_stage(self, stage: str) -> "Target":
        """The same in another stage."""
        return self if stage == self.stage else replace(self, stage=stage, card="")


def limit_of(kind: Kind) -> int:
    """How many characters a line may have."""
    return TEXT_LIMIT if kind == "note" else LINE_LIMIT


class Dropper:
    """Drops lines into a map within one edit. Where notes go depends on what stands there: that is what `layout` is for."""

    def __init__(self, journey: Journey, edit: Edit, layout: MapLayout, measure: Measure) -> None:
        self._journey = journey
        self._edit = edit
        self._spots = Spots(layout, measure)

    def drop(self, text: str, target: Target) -> str:
        """The id of what a line has become; raises `Problem` for one that is too long, and for a place that is not there."""
        journey, edit = self._journey, self._edit
        journey.get(Stage, target.stage)
        limit = limit_of(target.kind)
        text = text.strip() if target.kind == "note" else clean_line(text)
        if len(text) > limit:
            raise Problem(
                "The line “{line}…” is too long for a title: it has {n} characters, at most {limit} fit.",
                line=text[:40],
                n=len(text),
                limit=limit,
            )
        if target.kind == "touchpoint":
            return edits.add_touchpoint(journey, edit, target.stage, target.channel, text).id
        on = target.card or target.stage
        if target.kind == "pain":
            return edits.add_pain(journey, edit, [on], text).id
        if target.kind == "action":
            return edits.add_action(journey, edit, [on], text).id
        journey.get(Channel, target.channel)
        x, y = self._spots.next(text, target.stage, target.channel)
        return edit.add(Note, text=text, on=target.stage, x=x, y=y).id

    def drop_all(self, lines: Sequence[tuple[str, Target]]) -> list[str]:
        """The ids of what many lines have become; raises `Problem` as `drop`, and then all of them are dropped or none."""
        return [self.drop(text, target) for text, target in lines]
