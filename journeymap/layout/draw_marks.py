"""Small pictures on a card: the experience level, the senses, how much is known."""

from collections.abc import Callable

from journeymap.layout.palette import MUTED
from journeymap.layout.shapes import Box, Circle, Curve, Point, Polygon, Rect, Shape
from journeymap.model.structure import Senses, Touchpoint
from journeymap.survey.evidence import Grade

LEVELS = 6
FULL, EMPTY = "#475467", "#D0D5DD"
STEP = 17.0


def level_shapes(level: int, x: float, y: float) -> list[Shape]:
    """Six bars like a stair, as many filled as the touchpoint has climbed; 12 high, 23 wide."""
    return [Box(Rect(x + i * 4, y + 10 - i * 2, 3, 2 + i * 2), FULL if i < level else EMPTY) for i in range(LEVELS)]


def sense_shapes(senses: Senses, x: float, y: float) -> list[Shape]:
    """A picture for each sense that something is said of, side by side, each 12 by 12."""
    shapes: list[Shape] = []
    for name, draw in SENSES.items():
        if getattr(senses, name):
            shapes += draw(x, y)
            x += STEP
    return shapes


def grade_shapes(grade: Grade, x: float, y: float) -> list[Shape]:
    """A dot: full where measured, half where indicated, an empty ring where assumed."""
    if grade == "measured":
        return [Circle(x, y, 4, MUTED)]
    ring = Circle(x, y, 4, None, MUTED, 1.2)
    if grade == "assumed":
        return [ring]
    return [ring, Polygon(((x, y - 4), (x, y + 4), (x - 2.8, y + 2.8), (x - 4, y), (x - 2.8, y - 2.8)), MUTED)]


def mark_shapes(touchpoint: Touchpoint, rect: Rect) -> list[Shape]:
    """The level and the senses in the row above a card's score."""
    x, y = rect.x + 18, rect.bottom - 50
    shapes: list[Shape] = []
    if touchpoint.experience_level:
        shapes += level_shapes(touchpoint.experience_level, x, y)
        x += 34
    return shapes + sense_shapes(touchpoint.senses, x, y)


def _line(*points: Point) -> Curve:
    return Curve(points, FULL, 1.3)


def _arc(points: tuple[Point, ...]) -> Curve:
    return Curve(points, FULL, 1.3, smooth=True)


def _eye(x: float, y: float) -> list[Shape]:
    upper = _arc(((x, y + 6), (x + 3, y + 1), (x + 9, y + 1), (x + 12, y + 6)))
    lower = _arc(((x, y + 6), (x + 3, y + 11), (x + 9, y + 11), (x + 12, y + 6)))
    return [upper, lower, Circle(x + 6, y + 6, 2, FULL)]


def _ear(x: float, y: float) -> list[Shape]:
    speaker = Polygon(((x, y + 4), (x + 3, y + 4), (x + 6, y + 1), (x + 6, y + 11), (x + 3, y + 8), (x, y + 8)), FULL)
    waves = [
        _arc(((x + 6 + r, y + 6 - r), (x + 7.5 + r, y + 5), (x + 7.5 + r, y + 7), (x + 6 + r, y + 6 + r)))
        for r in (2.0, 4.0)
    ]
    return [speaker, *waves]


def _nose(x: float, y: float) -> list[Shape]:
    return [
        _arc(((x + dx, y + 11), (x + dx - 3, y + 8), (x + dx + 3, y + 5), (x + dx, y + 1))) for dx in (2.0, 6.0, 10.0)
    ]


def _hand(x: float, y: float) -> list[Shape]:
    fingers = [
        _line((x + dx, y + top), (x + dx, y + 7)) for dx, top in ((3.0, 3.0), (5.5, 1.0), (8.0, 1.5), (10.5, 3.5))
    ]
    return [*fingers, Polygon(((x + 2, y + 6), (x + 11, y + 6), (x + 9, y + 12), (x + 4, y + 12), (x, y + 8)), FULL)]


def _tongue(x: float, y: float) -> list[Shape]:
    mouth = _arc(((x, y + 4), (x + 3, y + 8), (x + 9, y + 8), (x + 12, y + 4)))
    tongue = _arc(((x + 3.5, y + 6.5), (x + 4, y + 13), (x + 8, y + 13), (x + 8.5, y + 6.5)))
    return [mouth, tongue]


SENSES: dict[str, Callable[[float, float], list[Shape]]] = {
    "sight": _eye,
    "sound": _ear,
    "smell": _nose,
    "touch": _hand,
    "taste": _tongue,
}
