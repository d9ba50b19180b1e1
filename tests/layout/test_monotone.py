"""The emotion curve passes through its points and never overshoots them."""

from hypothesis import given
from hypothesis import strategies as st

from journeymap.layout.monotone import monotone


def at(p: tuple[tuple[float, float], ...], t: float) -> tuple[float, float]:
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
    x, y = (a * p[0][i] + b * p[1][i] + c * p[2][i] + d * p[3][i] for i in (0, 1))
    return x, y


@given(st.lists(st.floats(-2, 2), min_size=2, max_size=20), st.integers(1, 90))
def test_between_two_points_it_stays_between_their_heights(heights: list[float], gap: int) -> None:
    points = [(float(i * gap), y) for i, y in enumerate(heights)]
    curve = monotone(points)
    assert curve[::3] == tuple(points)
    for i in range(len(points) - 1):
        low, high = sorted((points[i][1], points[i + 1][1]))
        piece = curve[3 * i : 3 * i + 4]
        before = points[i][0]
        for step in range(21):
            x, y = at(piece, step / 20)
            assert low - 1e-9 <= y <= high + 1e-9
            assert x >= before - 1e-9
            before = x


def test_points_at_the_same_place_do_not_break_it() -> None:
    assert monotone([(0.0, 1.0), (0.0, -1.0)])[-1] == (0.0, -1.0)
