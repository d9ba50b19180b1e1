"""Links as curves from card to card that never run over a third one.

Onward a link goes from the right side to the left side; up and down within a column from edge to edge, or round the cards
between on the right (down) or left (up); back it leaves and arrives above or below, where a card of the same cell is in
the way from side to side. Which track it takes in a gutter it shares is chosen by where it comes from and goes to.
"""

from collections.abc import Iterable

from journeymap.layout.corridors import Corridors, Place, View
from journeymap.layout.grid import Cell, Grid, Route
from journeymap.layout.shapes import Point, Rect
from journeymap.layout.ways import HEAD, SHARP, across, ahead, hook

HEAD_HALF = 4.0  # half of an arrow head's width
HALF_STROKE = 1.0
SHORTEST = 13.0  # what an arrow straight from card to card needs: its head and some line
LANE = 7.0  # how far links with the same ends are apart where they leave and arrive
PAIR = 20.0  # and those that go straight up and down between two cards
MOST = 6  # as long as they are not more

LinkEnds = tuple[str, str, str]
Bundles = dict[tuple[str, str], list[str]]


def route(grid: Grid, links: Iterable[LinkEnds]) -> dict[str, Route]:
    """The routes of links (id, id of the source card, id of the target card), by id; links whose cards aren't there are left out.

    A route depends on the grid and on the other links between the same two cards, on no other link and on no order: any
    links, taken together with all others between the same cards, are routed as they are among all.
    """
    return Router(grid).route(links)


class Router:
    """Routes links in one grid; worth keeping as long as the grid is the same."""

    def __init__(self, grid: Grid) -> None:
        self._cells = grid.cells
        self._corridors = Corridors(grid)

    def route(self, links: Iterable[LinkEnds]) -> dict[str, Route]:
        """As the function `route`."""
        known = [link for link in links if link[1] in self._cells and link[2] in self._cells]
        bundles: Bundles = {}
        for id, source, target in known:
            bundles.setdefault((source, target), []).append(id)
        for ids in bundles.values():
            ids.sort()
        return {id: self._route(id, source, target, bundles) for id, source, target in known}

    def _route(self, id: str, source: str, target: str, bundles: Bundles) -> Route:
        a, b = self._cells[source], self._cells[target]
        lane = _lane(id, bundles[source, target])
        if b.column > a.column:
            return self._sideways(self._corridors.right, source, target, lane, False)
        if b.column < a.column:
            return self._back(source, target, a, b, lane)
        if source == target:
            return self._round_a_corner(source, lane)
        straight = self._straight(id, source, target, bundles)
        return straight or self._round_others(source, target, lane)

    def _seen(self, view: View, source: str, target: str) -> tuple[View, Place, Place]:
        return view, self._corridors.place(view, source), self._corridors.place(view, target)

    def _sideways(self, view: View, source: str, target: str, lane: float, aside: bool) -> Route:
        _view, p, q = self._seen(view, source, target)
        start, end = (_aside(p), _aside(q)) if aside else (0.0, 0.0)
        return _drawn(view, ahead(view, p, q, p.port(start + lane * LANE), q.port(end + lane * LANE), lane), 1)

    def _back(self, source: str, target: str, a: Cell, b: Cell, lane: float) -> Route:
        """A loop below its row (or above), or down or up to another row."""
        c = self._corridors
        if a.row == b.row:
            # Next to each other loops of one step don't meet; of longer ones that overlap, every second goes deeper.
            track = lane + (0 if a.column - b.column == 1 else 1 + b.column % 2)
            for around in (c.down, c.up):
                view, p, q = self._seen(around, source, target)
                if p.open_far and q.open_far:
                    start, end = lane * LANE - _loop(p, view.ahead), _loop(q, view.ahead) - lane * LANE
                    return _drawn(view, hook(view, p, q, p.port(start), q.port(end), track), -1)
        else:
            view, p, q = self._seen(c.down if b.row > a.row else c.up, source, target)
            if p.open_far and q.open_near:
                start, end = lane * LANE - _loop(p, view.ahead), lane * LANE + _loop(q, not view.ahead)
                return _drawn(view, ahead(view, p, q, p.port(start), q.port(end), lane), 1)
        return self._sideways(c.left, source, target, lane, True)

    def _straight(self, id: str, source: str, target: str, bundles: Bundles) -> Route | None:
        """Up or down to the next card of the column, if there is room for an arrow."""
        c = self._corridors
        steps = c.order[target] - c.order[source]
        if abs(steps) != 1:
            return None
        view, p, q = self._seen(c.down if steps > 0 else c.up, source, target)
        if q.near - p.far < SHORTEST:
            return None
        first, second = min(source, target), max(source, target)
        lane = _lane(id, [*bundles.get((first, second), ()), *bundles.get((second, first), ())])
        return _drawn(view, across(p, q, p.port(lane * PAIR), q.port(lane * PAIR)), 1)

    def _round_others(self, source: str, target: str, lane: float) -> Route:
        """Within a column: down on its right side, up on its left."""
        c = self._corridors
        steps = c.order[target] - c.order[source]
        track = 0 if abs(steps) == 1 else 1 + c.order[target] % 2
        if steps > 0:
            view, p, q = self._seen(c.right, source, target)
            start, end = p.port(lane * LANE), q.port(-_aside(q) - lane * LANE)
            return _drawn(view, hook(view, p, q, start, end, track - lane), -1)
        view, p, q = self._seen(c.left, source, target)
        start, end = p.port(-_aside(p) + lane * LANE), q.port(-lane * LANE)
        return _drawn(view, hook(view, p, q, start, end, track + lane), -1)

    def _round_a_corner(self, card: str, lane: float) -> Route:
        """From a card to itself."""
        view, p, _p = self._seen(self._corridors.right, card, card)
        apart = _aside(p) * (1 + lane / 7)
        return _drawn(view, hook(view, p, p, p.port(-apart), p.port(apart), 1 + 1.3 * lane), -1)


def _lane(id: str, ids: list[str]) -> float:
    """The place of one among several beside each other: 0 in the middle, and 1 from one to the next as long as there is room."""
    return 0.0 if len(ids) == 1 else (ids.index(id) - (len(ids) - 1) / 2) * min(1.0, MOST / len(ids))


def _loop(place: Place, lower: bool) -> float:
    """How far from the middle of a card's edge loops leave and arrive; below and above differ, so that heads don't meet."""
    return min(50.0, (place.high - place.low) * (0.2 if lower else 0.3))


def _aside(place: Place) -> float:
    """How far from the middle of a card's side links leave or arrive against the reading direction."""
    return min(18.0, (place.high - place.low) / 4)


def _drawn(view: View, path: list[Point], heading: int) -> Route:
    """A way as a link with its head, which points ahead (1) or back (-1)."""
    u, v = path[-1]
    tip = u + heading * SHARP
    base = tip - heading * HEAD
    points = view.points([*path, (tip, v), (base, v - HEAD_HALF), (base, v + HEAD_HALF)])
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    x, y = min(xs) - HALF_STROKE, min(ys) - HALF_STROKE
    bounds = Rect(x, y, max(xs) + HALF_STROKE - x, max(ys) + HALF_STROKE - y)
    return Route(points[:-3], (points[-3], points[-2], points[-1]), bounds)
