"""Links never run over a card that is not theirs: on random maps, and on the map of the design."""

from collections.abc import Iterable
from math import dist, hypot
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.layout.curves import flatten
from journeymap.layout.grid import Cell, Grid, Route
from journeymap.layout.route import Router, route
from journeymap.layout.shapes import Point, Rect

Links = list[tuple[str, str, str]]

MAP = {
    "ad": (0, 0),
    "reviews": (1, 1),
    "store": (1, 2),
    "basket": (2, 1),
    "pays": (3, 1),
    "asks": (3, 3),
    "tracks": (4, 1),
    "waits": (4, 4),
    "installs": (5, 4),
    "wash": (6, 4),
    "tips": (7, 1),
    "fault": (8, 3),
    "technician": (8, 4),
    "friends": (9, 0),
}
STEPS = (
    "ad>reviews reviews>store reviews>basket store>basket basket>pays basket>asks asks>pays pays>tracks tracks>waits "
    "waits>installs installs>wash wash>tips wash>fault fault>technician technician>friends tips>friends"
)


def make_grid(places: dict[str, tuple[int, int]], gap: float = 38, stack_gap: float = 10) -> Grid:
    """Cards as on the map of the design, several of a cell below each other."""
    columns = tuple(
        (166 + k * (166 + gap), 332 + k * (166 + gap)) for k in range(1 + max(c for c, _ in places.values()))
    )
    rows: list[tuple[float, float]] = []
    for row in range(1 + max(r for _, r in places.values())):
        most = max((list(places.values()).count((c, row)) for c in range(len(columns))), default=1)
        top = rows[-1][1] + 24 if rows else 218.0
        rows.append((top, top + 88 + (88 + stack_gap) * max(0, most - 1)))
    cells: dict[str, Cell] = {}
    for id, (column, row) in places.items():
        above = sum(1 for cell in cells.values() if (cell.column, cell.row) == (column, row))
        cells[id] = Cell(Rect(columns[column][0], rows[row][0] + above * (88 + stack_gap), 166, 88), column, row)
    return Grid(columns, tuple(rows), cells)


def make_links(steps: str) -> Links:
    return [(step, *step.split(">")) for step in steps.split()]  # type: ignore[misc]  # two ends each


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Gutters and cards of all sizes that a grid may have; cards narrower than their column, up to four in a cell."""
    count = draw(st.integers(1, 8)), draw(st.integers(1, 6))
    gap = st.one_of(st.floats(24, 60), st.sampled_from([24.0, 38.0, 44.0, 120.0]))
    columns: list[tuple[float, float]] = []
    for _ in range(count[0]):
        left = columns[-1][1] + draw(gap) if columns else draw(st.floats(-50, 200))
        columns.append((left, left + draw(st.sampled_from([166.0, 166.0, 120.0, 230.5]))))
    taken = draw(
        st.lists(
            st.tuples(st.integers(0, count[0] - 1), st.integers(0, count[1] - 1)), min_size=1, max_size=40, unique=True
        )
    )
    rows: list[tuple[float, float]] = []
    cells: dict[str, Cell] = {}
    for row in range(count[1]):
        top = rows[-1][1] + draw(st.one_of(st.floats(20, 60), st.just(24.0))) if rows else draw(st.floats(-50, 200))
        bottom = top + 40
        for column, _row in (place for place in taken if place[1] == row):
            y = top + draw(st.sampled_from([0.0, 0.0, 0.0, 5.0, 30.0]))
            for _ in range(draw(st.sampled_from([1, 1, 1, 2, 4]))):
                high = draw(st.sampled_from([88.0, 88.0, 88.0, 64.0, 44.5, 131.0]))
                inset = draw(st.sampled_from([0.0, 0.0, 0.0, 3.0, 14.0])), draw(st.sampled_from([0.0, 0.0, 20.0]))
                left, right = columns[column]
                cells[str(len(cells))] = Cell(Rect(left + inset[0], y, right - left - sum(inset), high), column, row)
                bottom = max(bottom, y + high)
                y += high + draw(st.sampled_from([4.0, 10.0, 13.0, 24.0]))
        rows.append((top, bottom))
    return Grid(tuple(columns), tuple(rows), cells)


@st.composite
def maps(draw: st.DrawFn) -> tuple[Grid, Links]:
    """A grid and links between its cards: onward, back, to themselves, twice the same, and there and back."""
    grid = draw(grids())
    ends = st.sampled_from(sorted(grid.cells))
    pairs = draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=40))
    pairs += [(b, a) for a, b in pairs[::3]] + pairs[::7]
    return grid, [(f"link {k}", a, b) for k, (a, b) in enumerate(pairs)]


def fine_points(route: Route) -> list[Point]:
    """The line and the outline of the head, a point every unit."""
    tip, left, right = route.head
    points = flatten(route.points, step=1)
    for a, b in ((tip, left), (left, right), (right, tip)):
        points += [(a[0] + (b[0] - a[0]) * k / 10, a[1] + (b[1] - a[1]) * k / 10) for k in range(11)]
    return points


def deepest(points: Iterable[Point], rect: Rect) -> float:
    """How deep the deepest of these points lies inside of a rectangle; negative outside."""
    return max(min(x - rect.x, rect.right - x, y - rect.y, rect.bottom - y) for x, y in points)


def check(grid: Grid, links: Links, routes: dict[str, Route]) -> None:
    """Whatever must hold for every link of every map."""
    for id, source, target in links:
        points = fine_points(routes[id])
        bounds = routes[id].bounds
        assert all(bounds.grown(-0.99).contains(x, y) for x, y in points), (id, "bounds")
        for card, cell in grid.cells.items():
            rect = cell.rect
            if rect.touches(bounds):
                # half of the stroke lies beside the line
                assert deepest(points, rect) < (0.01 if card in (source, target) else -1.0), (id, card)
        assert edge_distance(routes[id].points[0], grid.cells[source].rect) < 0.01, (id, "start")
        assert edge_distance(routes[id].head[0], grid.cells[target].rect) < 0.01, (id, "tip")
        assert_head_follows_line(routes[id])


def edge_distance(point: Point, rect: Rect) -> float:
    return abs(deepest([point], rect))


def assert_head_follows_line(link: Route) -> None:
    """The head is 9 × 8, the line ends in its axis, 3 short of the tip, and comes from where the head points away from."""
    tip, left, right = link.head
    base = (left[0] + right[0]) / 2, (left[1] + right[1]) / 2
    axis = (tip[0] - base[0]) / 9, (tip[1] - base[1]) / 9
    assert dist(tip, base) == pytest.approx(9)
    assert dist(left, right) == pytest.approx(8)
    assert dist(tip, left) == pytest.approx(dist(tip, right))
    assert link.points[-1] == pytest.approx((tip[0] - 3 * axis[0], tip[1] - 3 * axis[1]))
    (ax, ay), (bx, by) = link.points[-2:]
    along = hypot(bx - ax, by - ay)
    assert (bx - ax) / along == pytest.approx(axis[0], abs=1e-6)
    assert (by - ay) / along == pytest.approx(axis[1], abs=1e-6)
    line = flatten(link.points, step=1)
    assert all(abs((x - tip[0]) * axis[1] - (y - tip[1]) * axis[0]) < 1 for x, y in line if dist((x, y), tip) < 9)


def assert_no_kinks(link: Route) -> None:
    """Where two curves meet they go the same way."""
    for k in range(3, len(link.points) - 1, 3):
        (ax, ay), (bx, by), (cx, cy) = link.points[k - 1 : k + 2]
        u, v = (bx - ax, by - ay), (cx - bx, cy - by)
        assert u[0] * v[0] + u[1] * v[1] > 0.999 * hypot(*u) * hypot(*v)


def apart(a: Route, b: Route) -> float:
    """How far the point of one link that is farthest from the other one is."""
    other = fine_points(b)
    return max(min(dist(point, q) for q in other) for point in fine_points(a)[::4])


@settings(max_examples=150, deadline=None)
@given(maps())
def test_links_keep_clear_of_cards_on_random_maps(drawn: tuple[Grid, Links]) -> None:
    grid, links = drawn
    routes = route(grid, links)
    assert list(routes) == [id for id, _, _ in links]
    check(grid, links, routes)
    for link in routes.values():
        assert_no_kinks(link)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_the_order_of_links_does_not_matter_and_some_are_routed_as_all(drawn: tuple[Grid, Links]) -> None:
    grid, links = drawn
    routes = route(grid, links)
    shuffled = Grid(grid.columns, grid.rows, dict(sorted(grid.cells.items(), reverse=True)))
    assert route(shuffled, links[::-1]) == routes
    ends = frozenset(links[0][1:])
    some = [link for link in links if frozenset(link[1:]) == ends]
    assert Router(grid).route(some) == {id: routes[id] for id, _, _ in some}


@settings(max_examples=60, deadline=None)
@given(grids(), st.data())
def test_there_and_back_can_be_told_apart(grid: Grid, data: st.DataObject) -> None:
    a, b = data.draw(st.sampled_from(sorted(grid.cells))), data.draw(st.sampled_from(sorted(grid.cells)))
    if a != b:
        routes = route(grid, [("there", a, b), ("back", b, a)])
        assert apart(routes["there"], routes["back"]) >= 5


@settings(max_examples=60, deadline=None)
@given(grids(), st.data())
def test_two_links_with_the_same_ends_can_be_told_apart(grid: Grid, data: st.DataObject) -> None:
    a, b = data.draw(st.sampled_from(sorted(grid.cells))), data.draw(st.sampled_from(sorted(grid.cells)))
    routes = route(grid, [("one", a, b), ("two", a, b)])
    assert apart(routes["one"], routes["two"]) >= 3


@pytest.mark.parametrize("seed", range(6))
def test_links_keep_clear_of_cards_on_dense_maps(seed: int) -> None:
    """Sixty cards on ten columns and eight rows: most ways lead through the gutters."""
    chance = Random(seed)
    cells = [(column, row) for column in range(10) for row in range(8)]
    grid = make_grid({str(k): chance.choice(cells) for k in range(60)}, gap=(24, 38)[seed % 2], stack_gap=10)
    links = [(f"link {k}", str(chance.randrange(60)), str(chance.randrange(60))) for k in range(60)]
    check(grid, links, route(grid, links))


def test_the_map_of_the_design() -> None:
    grid, links = make_grid(MAP), make_links(STEPS)
    routes = route(grid, links)
    check(grid, links, routes)
    straight = {id for id, link in routes.items() if is_straight(link)}
    bent = {
        "ad>reviews",
        "store>basket",
        "basket>asks",
        "wash>tips",
        "wash>fault",
        "technician>friends",
        "tips>friends",
    }
    assert straight == set(routes) - bent
    for id, source, target in links:
        ahead = grid.cells[target].column > grid.cells[source].column
        start, end = grid.cells[source].rect, grid.cells[target].rect
        if ahead:
            assert routes[id].points[0] == (start.right, start.centre[1])
            assert routes[id].head[0] == (end.x, end.centre[1])
        else:
            assert {routes[id].points[0][0], routes[id].head[0][0]} == {start.centre[0]}
    # To farther cells one curve is enough, and it spans all there is between the cards.
    for id in ("wash>fault", "tips>friends"):
        (start_x, _), *_, (end_x, _) = routes[id].points[:4]
        assert end_x - start_x > 230
    # Into the next column the bend stays between the two.
    for id in ("ad>reviews", "store>basket", "basket>asks", "wash>tips", "technician>friends"):
        assert routes[id].bounds.w <= 38 + 2


def test_a_straight_piece_leads_past_cards_to_an_s_before_the_target() -> None:
    grid = make_grid({"a": (0, 0), "b": (3, 1), "under": (1, 1), "last": (2, 1)})
    link = route(grid, [("1", "a", "b")])["1"]
    (x0, y0), *_, (x1, y1) = link.points[:4]
    assert (x0, y0) == (332, 262)
    assert (x1, y1) == (grid.columns[2][1], y0)


def test_a_card_in_the_way_is_passed_through_the_gutter_above_it() -> None:
    grid = make_grid({"a": (0, 1), "between": (1, 1), "b": (2, 1), "above": (1, 0)})
    link = route(grid, [("1", "a", "b")])["1"]
    assert grid.rows[0][1] < min(y for _, y in link.points) < grid.rows[1][0]


def test_a_loop_runs_below_its_row_and_deeper_the_farther_it_goes() -> None:
    grid = make_grid({str(k): (k, 0) for k in range(4)} | {f"under {k}": (k, 1) for k in range(4)})
    routes = route(grid, [("short", "1", "0"), ("long", "3", "0")])
    for link in routes.values():
        assert link.points[0][1] == link.head[0][1] == grid.rows[0][1]
        assert link.head[1][1] > link.head[0][1], "the head points up"
        assert link.bounds.bottom < grid.rows[1][0]
    assert routes["long"].bounds.bottom >= routes["short"].bounds.bottom + 3


def test_within_a_column_links_pass_cards_on_the_right_going_down_and_on_the_left_going_up() -> None:
    grid = make_grid({"top": (0, 0), "middle": (0, 1), "bottom": (0, 2)})
    routes = route(grid, [("down", "top", "bottom"), ("up", "bottom", "top")])
    left, right = grid.columns[0]
    assert routes["down"].bounds.x > right - 2
    assert routes["up"].bounds.right < left + 2
    assert routes["down"].bounds.right <= right + 24
    assert routes["up"].bounds.x >= left - 24


def test_in_a_wide_gutter_a_way_back_stays_near_its_column() -> None:
    grid = make_grid({"top": (0, 0), "middle": (0, 1), "bottom": (0, 2), "next": (1, 0)}, gap=300)
    link = route(grid, [("down", "top", "bottom")])["down"]
    assert link.bounds.right < grid.columns[0][1] + 50


def test_loops_above_and_below_a_gutter_do_not_put_their_heads_together() -> None:
    grid = make_grid({"a": (0, 0), "b": (0, 1), "c": (1, 0), "d": (1, 1)})
    routes = route(grid, [("up", "d", "a"), ("down", "c", "b")])
    assert abs(routes["up"].head[0][0] - routes["down"].head[0][0]) > 10


def test_links_from_different_rows_take_tracks_of_their_own() -> None:
    grid = make_grid({f"{c}.{r}": (c, r) for c in range(2) for r in range(5)})
    routes = route(grid, make_links("0.0>1.3 0.1>1.4"))
    runs = [middle_of_gutter(link, grid.rows[2][0] + 44) for link in routes.values()]
    assert runs[0] - runs[1] > 3, "the upper one is farther right: they don't cross"


def test_links_whose_cards_are_not_on_the_map_are_left_out() -> None:
    grid = make_grid({"a": (0, 0), "b": (1, 0)})
    assert list(route(grid, [("1", "a", "gone"), ("2", "a", "b"), ("3", "gone", "b")])) == ["2"]
    assert route(Grid((), (), {}), [("1", "a", "b")]) == {}


def is_straight(link: Route) -> bool:
    return (
        min(
            max(abs(x - link.points[0][0]) for x, _ in link.points),
            max(abs(y - link.points[0][1]) for _, y in link.points),
        )
        == 0
    )


def middle_of_gutter(link: Route, y: float) -> float:
    """Where a link crosses a height."""
    return min(flatten(link.points, step=1), key=lambda point: abs(point[1] - y))[0]
