"""What a comparison of two versions found, drawn around the element: a frame and a sign, so that colour is not needed."""

from dataclasses import dataclass

from journeymap.language import N_
from journeymap.layout.palette import WHITE
from journeymap.layout.shapes import Box, Circle, Rect, Shape, Text


@dataclass(frozen=True, slots=True)
class Sign:
    """How one kind of difference looks; `name` is what the legend calls it."""

    sign: str
    colour: str
    name: str


SIGNS: dict[str, Sign] = {
    "added": Sign("+", "#12805C", N_("added")),
    "removed": Sign("\u2212", "#B42318", N_("removed")),
    "changed": Sign("~", "#9A6700", N_("changed")),
    "moved": Sign("\u2194", "#1D4ED8", N_("moved")),
}


def difference_shapes(kind: str | None, rect: Rect, radius: float = 10.0) -> list[Shape]:
    """A frame round an element and a badge at its corner; nothing where it is the same in both versions."""
    if kind is None:
        return []
    frame = Box(rect.grown(2.5), None, SIGNS[kind].colour, 2.5, radius + 2)
    return [frame, *difference_badge(kind, rect.x, rect.y)]


def difference_badge(kind: str, x: float, y: float) -> list[Shape]:
    """The sign alone, in a disc round a point."""
    sign = SIGNS[kind]
    return [
        Circle(x, y, 9, sign.colour, WHITE, 1.5),
        Text(Rect(x - 9, y - 9, 18, 18), (sign.sign,), "card", WHITE, "middle"),
    ]
