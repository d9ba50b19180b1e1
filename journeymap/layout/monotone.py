"""Curves through given points."""

import itertools
from collections.abc import Sequence

from journeymap.layout.shapes import Point


def monotone(points: Sequence[Point]) -> tuple[Point, ...]:
    """Cubic Béziers through points of ascending x that never overshoot them (Fritsch and Carlson 1980).

    Returns the start, then two controls and an end for each piece. Points with the same x are joined straight.
    """
    slopes = [(y1 - y0) / (x1 - x0) if x1 > x0 else 0.0 for (x0, y0), (x1, y1) in itertools.pairwise(points)]
    tangents = [0.0] * len(points)
    for i in range(1, len(points) - 1):
        before, after = slopes[i - 1], slopes[i]
        if before * after > 0:
            # The harmonic mean keeps both pieces within the box of their ends.
            tangents[i] = 2 * before * after / (before + after)
    out: list[Point] = [points[0]]
    for i, ((x0, y0), (x1, y1)) in enumerate(itertools.pairwise(points)):
        third = (x1 - x0) / 3
        out += [(x0 + third, y0 + tangents[i] * third), (x1 - third, y1 - tangents[i + 1] * third), (x1, y1)]
    return tuple(out)
