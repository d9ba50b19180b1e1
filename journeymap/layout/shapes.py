"""What a Layout is drawn with: boxes, texts, curves and polygons in map units. No colours but `#RRGGBB` or `#AARRGGBB`."""

from dataclasses import dataclass
from typing import Literal

Align = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in map units; x grows to the right, y downwards."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """The middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in it or on its edge."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def touches(self, other: "Rect") -> bool:
        """Whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def grown(self, by: float) -> "Rect":
        """The rectangle, wider by this much on every side."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def mirrored(self, width: float) -> "Rect":
        """The rectangle in a map of this width, seen from the other side."""
        return Rect(width - self.x - self.w, self.y, self.w, self.h)


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, its corners rounded by `radius`; `hatch` is the colour of 45° lines over the fill."""

    rect: Rect
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    radius: float = 0.0
    hatch: str | None = None
    shadow: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of plain text, the first at the top of `rect`, each `STYLES[style].line` high; already wrapped and elided.

    `align` is relative to the reading direction: `start` is left, or right in a mirrored map.
    """

    rect: Rect
    lines: tuple[str, ...]
    style: str
    colour: str
    align: Align = "start"
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through `points`; with `smooth` they are cubic Béziers (start, then two controls and an end for each)."""

    points: tuple[Point, ...]
    colour: str
    width: float = 1.5
    smooth: bool = False
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed polygon."""

    points: tuple[Point, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle."""

    x: float
    y: float
    r: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Photo:
    """An image of the map, scaled to fit into `rect` in its middle; `data` is base64 of a `type` file."""

    rect: Rect
    type: str
    data: str


Shape = Box | Text | Curve | Polygon | Circle | Photo


def mirror(shape: Shape, width: float) -> Shape:
    """The shape in a map of this width whose reading direction is right to left."""
    if isinstance(shape, Box):
        return Box(
            shape.rect.mirrored(width), shape.fill, shape.stroke, shape.width, shape.radius, shape.hatch, shape.shadow
        )
    if isinstance(shape, Text):
        return Text(shape.rect.mirrored(width), shape.lines, shape.style, shape.colour, shape.align, True)
    if isinstance(shape, Photo):
        return Photo(shape.rect.mirrored(width), shape.type, shape.data)
    if isinstance(shape, Circle):
        return Circle(width - shape.x, shape.y, shape.r, shape.fill, shape.stroke, shape.width)
    points = tuple((width - x, y) for x, y in shape.points)
    if isinstance(shape, Curve):
        return Curve(points, shape.colour, shape.width, shape.smooth, shape.dash)
    return Polygon(points, shape.fill, shape.stroke, shape.width)
