"""What a comparison of two versions found, drawn around the element: a frame and a sign, so that colour is not needed."""

from dataclasses import dataclass

from journeymap.layout.palette import WHITE
from journeymap.layout.shapes import Box, Circle, Rect, Shape, Text


@dataclass(frozen=True, slots=True)
class Sign:
    """How one kind of difference looks; `name` is what the legend calls it."""

    sign: str
    colour: str


SIGNS: dict[str, Sign] = {
    "added": Sign("+", "#12805C"),
    "removed": Sign("\u2212", "#B42318"),
    "changed": Sign("~", "#9A6700"),
    "moved": Sign("\u2194", "#1D4ED8"),
}


def difference_shapes(kind: str | None, rect: Rect, radius: float = 10.0) -> list[Shape]:
    """A frame round an element and a badge at its corner; nothing where it is the same in both versions."""
    if kind is None:
        return []
    sign = SIGNS[kind]
    x, y = rect.x, rect.y
    return [
        Box(rect.grown(2.5), None, sign.colour, 2.5, radius + 2),
        Circle(x, y, 9, sign.colour, WHITE, 1.5),
        Text(Rect(x - 9, y - 9, 18, 18), (sign.sign,), "card", WHITE, "middle"),
    ]
