"""Lines of cubic Béziers: the pieces that links are made of, how they are flattened, how far a point is from one.

A line is built in a list of points (start, then two controls and an end for each curve), piece by piece. The pieces are
written for one who walks in the direction of u; v is across.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, hypot, inf, sqrt

from journeymap.layout.grid import Route
from journeymap.layout.shapes import Point

ROUND = 0.58  # control of a quarter turn; a circle has 0.5523, a little more is softer
LONG = (1.2, 7.0)  # how much longer across than ahead the turns of a high S are: by a factor, and by so many units


def line_to(path: list[Point], u: float, v: float) -> None:
    """A straight piece; nothing where the line is there already."""
    u0, v0 = path[-1]
    if abs(u - u0) > 1e-6 or abs(v - v0) > 1e-6:
        du, dv = (u - u0) / 3, (v - v0) / 3
        path += ((u0 + du, v0 + dv), (u - du, v - dv), (u, v))


def turn_aside(path: list[Point], u: float, v: float) -> None:
    """A quarter turn from walking on to walking across."""
    u0, v0 = path[-1]
    path += ((u0 + ROUND * (u - u0), v0), (u, v - ROUND * (v - v0)), (u, v))


def turn_back(path: list[Point], u: float, v: float) -> None:
    """A quarter turn from walking across to walking on (or back)."""
    u0, v0 = path[-1]
    path += ((u0, v0 + ROUND * (v - v0)), (u - ROUND * (u - u0), v), (u, v))


def sweep_to(path: list[Point], u: float, v: float) -> None:
    """A long S: on, gently across, and on again. Its shape is that of `sweep_at`."""
    u0, v0 = path[-1]
    middle = (u0 + u) / 2
    path += ((middle, v0), (middle, v), (u, v))


def bend_to(path: list[Point], u: float, v: float, at: float, slender: float) -> None:
    """A short S within a gutter, steepest about `at`; one higher than `slender` times its width goes straight across there."""
    u0, v0 = path[-1]
    wide, high = u - u0, abs(v - v0)
    if wide < 1:
        line_to(path, u, v)
        return
    if high <= slender * wide:
        reach = wide * min(0.86, 0.5 + 0.09 * high / wide)
        shift = max(reach - wide, min(wide - reach, (at - u0 - wide / 2) / 0.75))
        path += ((u0 + reach + shift, v0), (u - reach + shift, v), (u, v))
        return
    down = 1.0 if v > v0 else -1.0
    turn_aside(path, at, v0 + down * min(_turn(at - u0), high / 2))
    line_to(path, at, v - down * min(_turn(u - at), high / 2))
    turn_back(path, u, v)


def _turn(wide: float) -> float:
    return wide * LONG[0] + LONG[1]


def _sweep_table(steps: int = 256) -> tuple[float, ...]:
    table = []
    t = 0.0
    for k in range(steps + 1):
        x = k / steps
        for _newton in range(20):
            error = 1.5 * t * (1 - t) + t**3 - x
            if abs(error) < 1e-12:
                break
            t = min(1.0, max(0.0, t - error / (1.5 - 3 * t + 3 * t * t)))
        table.append(t * t * (3 - 2 * t))
    return (*table, 1.0)


_SWEEP = _sweep_table()


def sweep_at(part: float) -> float:
    """How much of its way across a long S has made after this part (0 to 1) of its way on; within 1e-4."""
    at = min(1.0, max(0.0, part)) * 256
    k = int(at)
    return _SWEEP[k] + (at - k) * (_SWEEP[k + 1] - _SWEEP[k])


def flatten(points: Sequence[Point], step: float = inf, tolerance: float = 0.1) -> list[Point]:
    """Points on a line of cubic Béziers, from its start to its end.

    The polyline through them is nowhere farther than `tolerance` from the line and no two neighbours are more than `step`
    apart, all in map units. Without `step` a straight piece is one segment: enough for painting.
    """
    flat = [points[0]]
    for k in range(0, len(points) - 3, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[k : k + 4]
        curving = max(hypot(ax - 2 * bx + cx, ay - 2 * by + cy), hypot(bx - 2 * cx + dx, by - 2 * cy + dy))
        n = max(1, ceil(sqrt(0.75 * curving / tolerance)))
        if step < inf:
            n = max(n, ceil(3 * max(hypot(bx - ax, by - ay), hypot(cx - bx, cy - by), hypot(dx - cx, dy - cy)) / step))
        for i in range(1, n):
            t = i / n
            s = 1 - t
            a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            flat.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
        flat.append((dx, dy))
    return flat


def distance(route: Route, x: float, y: float, reach: float = 16.0) -> float:
    """How far a point is from a link's line or arrow head, in map units; 0 on the head.

    Exact up to `reach`. For a point farther than `reach` from the link's bounds it is the distance to these, which is
    never more than the distance to the link: enough to pass by, and quick.
    """
    box = route.bounds
    aside = hypot(max(box.x - x, 0.0, x - box.right), max(box.y - y, 0.0, y - box.bottom))
    if aside > reach:
        return aside
    if _in_triangle(route.head, x, y):
        return 0.0
    flat = flatten(route.points, tolerance=0.25)
    tip, left, right = route.head
    flat += (tip, left, right, tip)
    return min(_to_segment(a, b, x, y) for a, b in pairwise(flat))


def _to_segment(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else min(1.0, max(0.0, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
    return hypot(a[0] + t * dx - x, a[1] + t * dy - y)


def _in_triangle(corners: tuple[Point, Point, Point], x: float, y: float) -> bool:
    a, b, c = corners
    sides = [(q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]) for p, q in ((a, b), (b, c), (c, a))]
    return min(sides) >= 0 or max(sides) <= 0
