"""The grid as one sees it who walks over it: bands of cards ahead, gutters between them, and what stands in the way.

Walking to the right, columns are the bands and rows lie across; walking down, rows are the bands. Each of the four
directions has its view, in which u grows ahead and v across (to the right, or downwards), so that every way through the
map has to be thought of once only.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeymap.layout.grid import Grid
from journeymap.layout.shapes import Point

CORNER = 12.0  # what is left free at a card's corners
MARGIN = 24.0  # how far the free space outside the grid can be counted on

Span = tuple[float, float]
Intervals = tuple[list[float], list[float]]


@dataclass(frozen=True, slots=True)
class Place:
    """A card in a view: its band, its cell across, its edges ahead (`near`, `far`) and across (`low`, `high`).

    `open_near` and `open_far` say that no other card of its cell stands between these edges and the band's.
    """

    band: int
    cross: int
    near: float
    far: float
    low: float
    high: float
    open_near: bool
    open_far: bool

    def port(self, aside: float = 0.0) -> float:
        """Where a link leaves or arrives: so far from the middle of the edge, but not at its rounded corners."""
        size = self.high - self.low
        most = max(size / 4, size / 2 - CORNER)
        return self.low + size / 2 + max(-most, min(most, aside))


class View:
    """The grid in one walking direction. `near[k]` and `far[k]` are the edges of band k, `cross` the bands that lie across."""

    def __init__(
        self, along_x: bool, ahead: bool, bands: Sequence[Span], cross: Sequence[Span], taken: list[Intervals]
    ):
        self.along_x = along_x
        self.ahead = ahead
        self.cross = cross
        if ahead:
            self.near = [low for low, _high in bands]
            self.far = [high for _low, high in bands]
            self._taken = taken
        else:
            self.near = [-high for _low, high in reversed(bands)]
            self.far = [-low for low, _high in reversed(bands)]
            self._taken = taken[::-1]

    def free(self, band: int, low: float, high: float) -> bool:
        """Whether one can cross a band between these two without touching a card."""
        lows, highs = self._taken[band]
        k = bisect_left(highs, low)
        return k == len(highs) or lows[k] >= high

    def gap(self, band: int) -> float:
        """How wide the gutter after a band is; after the last one, the margin."""
        return self.near[band + 1] - self.far[band] if band + 1 < len(self.near) else MARGIN

    def gutter(self, k: int) -> Span:
        """The gutter that lies across, before the cross band k; outside the grid, the margin."""
        cross = self.cross
        low = cross[k - 1][1] if k > 0 else cross[0][0] - MARGIN
        high = cross[k][0] if k < len(cross) else cross[-1][1] + MARGIN
        return low, high

    def points(self, path: Iterable[Point]) -> tuple[Point, ...]:
        """A way in this view as points on the map."""
        if self.along_x:
            return tuple(path) if self.ahead else tuple([(-u, v) for u, v in path])
        return tuple([(v, u) for u, v in path] if self.ahead else [(v, -u) for u, v in path])


class Corridors:
    """The four views of a grid, and where its cards are in them."""

    def __init__(self, grid: Grid) -> None:
        self._cells = grid.cells
        cards = sorted(grid.cells.items(), key=lambda item: (item[1].column, item[1].rect.y, item[0]))
        in_columns: list[Intervals] = [([], []) for _ in grid.columns]
        in_rows: list[Intervals] = [([], []) for _ in grid.rows]
        self._under: set[str] = set()
        self._above: set[str] = set()
        self.order: dict[str, int] = {}
        before = ("", -1, -1)
        for id, cell in cards:
            rect = cell.rect
            tops, bottoms = in_columns[cell.column]
            self.order[id] = len(tops)
            tops.append(rect.y)
            bottoms.append(rect.bottom)
            lefts, rights = in_rows[cell.row]
            if before[1:] == (cell.column, cell.row):
                self._above.add(before[0])
                self._under.add(id)
                lefts[-1] = min(lefts[-1], rect.x)
                rights[-1] = max(rights[-1], rect.right)
            else:
                lefts.append(rect.x)
                rights.append(rect.right)
            before = (id, cell.column, cell.row)
        self.right = View(True, True, grid.columns, grid.rows, in_columns)
        self.left = View(True, False, grid.columns, grid.rows, in_columns)
        self.down = View(False, True, grid.rows, grid.columns, in_rows)
        self.up = View(False, False, grid.rows, grid.columns, in_rows)

    def place(self, view: View, id: str) -> Place:
        """Where a card is in a view."""
        cell = self._cells[id]
        rect = cell.rect
        x, y, right, bottom = rect.x, rect.y, rect.x + rect.w, rect.y + rect.h
        if view.along_x:
            if view.ahead:
                return Place(cell.column, cell.row, x, right, y, bottom, True, True)
            return Place(len(view.near) - 1 - cell.column, cell.row, -right, -x, y, bottom, True, True)
        under, above = id not in self._under, id not in self._above
        if view.ahead:
            return Place(cell.row, cell.column, y, bottom, x, right, under, above)
        return Place(len(view.near) - 1 - cell.row, cell.column, -bottom, -y, x, right, above, under)
