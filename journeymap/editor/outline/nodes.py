"""The rows of the outline as a tree of nodes, made from a journey. No Qt in here."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from journeymap.language import N_
from journeymap.model.check_rules import Finding
from journeymap.model.journey import Journey
from journeymap.model.people import Persona
from journeymap.model.structure import Stage

T = TypeVar("T")
NodeKind = Literal["root", "section", "stage", "touchpoint", "persona", "ranked", "finding", "more", "note"]

# id of a section -> its heading
SECTIONS: dict[str, str] = {
    "journey": N_("Journey"),
    "personas": N_("Personas"),
    "fix-first": N_("Fix first"),
    "checks": N_("Check the map"),
}
# Sections whose heading has a button.
WITH_BUTTON = ("personas", "fix-first", "checks")


@dataclass(frozen=True, slots=True)
class Line:
    """A row that stands for no record: a place of the ranking (`mark` is its number), a finding, or a word about them.

    `ids` are what it is about; `fix` says what a press on its button would do, "" where it has none.
    """

    kind: NodeKind
    text: str
    ids: tuple[str, ...] = ()
    tip: str = ""
    mark: str = ""
    value: str = ""
    finding: Finding | None = None
    fix: str = ""


@dataclass(slots=True, eq=False)
class Node:
    """One row. `id` is that of its record or section, "" for a row that is a line; `serial` never comes again."""

    kind: NodeKind
    id: str
    serial: int
    parent: "Node | None" = None
    children: "list[Node]" = field(default_factory=list)
    line: Line | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records that it stands for."""
        return self.line.ids if self.line is not None else (self.id,)

    @property
    def row(self) -> int:
        """Its place among its siblings."""
        return self.parent.children.index(self) if self.parent is not None else 0

    def walk(self) -> "Iterator[Node]":
        """This node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def touchpoints_by_stage(journey: Journey) -> dict[str, list[str]]:
    """The ids of the touchpoints of each stage, in the order of time; what is at the same time, from top to bottom."""
    rows = {channel.id: place for place, channel in enumerate(journey.channels)}
    found: dict[str, list[str]] = defaultdict(list)
    for touchpoint in sorted(journey.touchpoints, key=lambda t: (t.order, rows[t.channel])):
        found[touchpoint.stage].append(touchpoint.id)
    return found


def stage_ids(journey: Journey) -> list[str]:
    """The ids of the stages in their order."""
    return [stage.id for stage in journey.all(Stage)]


def persona_ids(journey: Journey) -> list[str]:
    """The ids of the personas in their order."""
    return [persona.id for persona in journey.all(Persona)]


def middle(old: Sequence[T], new: Sequence[T]) -> tuple[int, int, int]:
    """Where two lists differ: (start, end in the old one, end in the new one); before and after they are the same."""
    start = 0
    least = min(len(old), len(new))
    while start < least and old[start] == new[start]:
        start += 1
    end = 0
    while end < least - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end, len(new) - end


def has_eye(node: Node) -> bool:
    """Whether a row is that of a persona among several, which can be looked at alone."""
    return node.kind == "persona" and node.parent is not None and len(node.parent.children) > 1
