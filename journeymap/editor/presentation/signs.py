"""Signs that are painted, because no font can be relied on to have them: faces, bolt, diamond, plus."""

from typing import Literal

from journeymap.layout.draw_card import diamond
from journeymap.layout.palette import INK, WHITE
from journeymap.layout.shapes import Circle, Curve, Polygon, Shape

# What a feeling's face is filled with, from −2 to +2; the mouth says the same without colour.
FEELINGS = ("#D4574B", "#EFA66B", "#E9E4CF", "#93CBC6", "#4AA0A8")


def face_shapes(x: float, y: float, r: float, value: float) -> list[Shape]:
    """A face around a point: from sad (−2) to happy (+2)."""
    fill = FEELINGS[max(0, min(4, round(value) + 2))]
    bend = max(-2.0, min(2.0, value)) * 0.2 * r
    mouth_y = y + 0.36 * r - bend * 0.5
    mouth = (
        (x - 0.45 * r, mouth_y),
        (x - 0.22 * r, mouth_y + bend * 1.3),
        (x + 0.22 * r, mouth_y + bend * 1.3),
        (x + 0.45 * r, mouth_y),
    )
    stroke = max(1.2, r * 0.11)
    return [
        Circle(x, y, r - stroke / 2, fill, INK, stroke),
        Circle(x - 0.32 * r, y - 0.22 * r, 0.1 * r, INK),
        Circle(x + 0.32 * r, y - 0.22 * r, 0.1 * r, INK),
        Curve(mouth, INK, stroke, smooth=True),
    ]


def bolt(x: float, y: float, r: float, ink: str) -> list[Shape]:
    """A bolt around a point, `r` half as high."""
    corners = ((0.25, -1.0), (-0.62, 0.15), (-0.08, 0.15), (-0.3, 1.0), (0.62, -0.2), (0.08, -0.2))
    return [Polygon(tuple((x + dx * r, y + dy * r) for dx, dy in corners), ink)]


def sign_of(kind: Literal["truth", "action", "pain"], x: float, y: float, unit: float, ink: str) -> list[Shape]:
    """The sign of a moment of truth (a diamond with a mark in it) or of an action (a plus in a circle)."""
    if kind == "truth":
        bar = ((x, y - 7 * unit), (x, y + 2 * unit))
        return [
            Polygon(diamond(x, y, 16 * unit), ink),
            Curve(bar, WHITE, 3 * unit),
            Circle(x, y + 6 * unit, 1.9 * unit, WHITE),
        ]
    # A plus and no tick: most actions are not done yet, and a mirrored tick would be none.
    across, down = ((x - 7 * unit, y), (x + 7 * unit, y)), ((x, y - 7 * unit), (x, y + 7 * unit))
    return [Circle(x, y, 14 * unit, ink), Curve(across, WHITE, 3 * unit), Curve(down, WHITE, 3 * unit)]
