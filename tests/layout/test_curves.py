"""Lines of Béziers: flattened near enough, and how far a point is from one."""

from itertools import pairwise
from math import dist, hypot, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.layout.curves import distance, flatten, sweep_at, sweep_to
from journeymap.layout.grid import Route
from journeymap.layout.shapes import Point, Rect

ARROW = Route(
    ((0, 0), (30, 0), (60, 0), (90, 0), (92, 0), (94, 0), (96, 0)), ((100, 0), (91, -4), (91, 4)), Rect(-1, -5, 102, 10)
)
coordinates = st.floats(-500, 500)
points = st.tuples(coordinates, coordinates)


def bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x, y = (sum(w * p[k] for w, p in zip(weights, (a, b, c, d), strict=True)) for k in (0, 1))
    return x, y


def to_polyline(flat: list[Point], point: Point) -> float:
    best = inf
    for (ax, ay), (bx, by) in pairwise(flat):
        length = (bx - ax) ** 2 + (by - ay) ** 2
        t = 0 if length == 0 else max(0, min(1, ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / length))
        best = min(best, hypot(ax + t * (bx - ax) - point[0], ay + t * (by - ay) - point[1]))
    return best


@given(points, points, points, points, st.sampled_from([0.05, 0.1, 1.0]))
def test_a_flattened_curve_is_within_its_tolerance(a: Point, b: Point, c: Point, d: Point, tolerance: float) -> None:
    flat = flatten((a, b, c, d), tolerance=tolerance)
    assert (flat[0], flat[-1]) == (a, d)
    assert max(to_polyline(flat, bezier(a, b, c, d, k / 60)) for k in range(61)) <= tolerance * 1.001


@given(st.lists(points, min_size=7, max_size=7))
def test_points_of_a_flattened_line_are_at_most_a_step_apart(line: list[Point]) -> None:
    flat = flatten(line, step=5)
    assert line[3] in flat
    assert max(dist(a, b) for a, b in pairwise(flat)) <= 5.001


def test_a_straight_piece_is_one_segment() -> None:
    assert flatten(ARROW.points) == [(0, 0), (90, 0), (96, 0)]


@given(points, points, st.floats(0.01, 0.99))
def test_a_long_s_is_where_it_is_said_to_be(a: Point, b: Point, part: float) -> None:
    path = [a]
    sweep_to(path, *b)
    x, y = bezier(path[0], path[1], path[2], path[3], part)
    if abs(b[0] - a[0]) > 1:
        assert a[1] + (b[1] - a[1]) * sweep_at((x - a[0]) / (b[0] - a[0])) == pytest.approx(y, abs=0.05)


@pytest.mark.parametrize(
    ("point", "expected"),
    [((40, 0), 0), ((40, 3), 3), ((-4, 3), 5), ((95, 1), 0), ((92, 3.5), 0), ((91, 10), 6), ((103, 0), 3)],
)
def test_the_distance_to_a_link(point: Point, expected: float) -> None:
    assert distance(ARROW, *point) == pytest.approx(expected)


def test_far_from_a_link_the_distance_is_that_to_its_bounds() -> None:
    assert distance(ARROW, 50, 105) == 100
    assert distance(ARROW, 50, 15, reach=30) == 15


@given(coordinates, coordinates)
def test_the_distance_to_a_link_is_never_overstated(x: float, y: float) -> None:
    near = distance(ARROW, x, y, reach=inf)
    assert distance(ARROW, x, y) <= near + 1e-6
    assert distance(ARROW, x, y) == pytest.approx(near) or near > 16
