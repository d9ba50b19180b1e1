"""The grid that cards stand in: columns of cards from left to right, rows from top to bottom, free gutters between them."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.layout.shapes import Point, Rect


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a card stands: its rectangle, the number of its column and of its row."""

    rect: Rect
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Grid:
    """All cards of a map and the gutters between them, in map units.

    `columns` are (left, right) of each column of cards, ascending; `rows` are (top, bottom) of each row's cards. No card
    reaches out of its column and row, so the gutters between two columns (at least 24 wide, over the whole height) and
    between two rows (at least 20 high, over the whole width) hold no card, nor do the margins outside. Several cards
    of one cell stand below each other.
    """

    columns: tuple[tuple[float, float], ...]
    rows: tuple[tuple[float, float], ...]
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a link: cubic Béziers from the edge of one card to the edge of another, and its arrow head.

    `points` are the start, then two controls and an end for each curve. `head` is a triangle whose first point touches
    the target; the line ends within it, 3 short of that point, so that the tip stays sharp. `bounds` holds all of it.
    """

    points: tuple[Point, ...]
    head: tuple[Point, Point, Point]
    bounds: Rect
