"""Ways from card to card, in the view of one who walks ahead: across the bands between, or back to the same side."""

from collections.abc import Iterator
from math import ceil, floor

from journeymap.layout.corridors import Place, View
from journeymap.layout.curves import bend_to, line_to, sweep_at, sweep_to, turn_aside, turn_back
from journeymap.layout.shapes import Point

HEAD = 9.0  # how long an arrow head is
SHARP = 3.0  # the line ends this far inside the head, where the head is wider than the line: its tip stays sharp
CLEAR = 7.0  # how far lines that cross a band keep from its cards
EVEN = 0.6  # what differs less is level
TRACK = 3.6  # how far the tracks of a gutter are apart
SPREAD = 9.0  # how far from the middle of a wide gutter links keep
TIGHT = 0.28  # the narrowest turn in a narrow gutter, as a part of the room that the arrow head leaves
SLENDER = 4.2  # an S between two columns that is higher than this times its width goes straight up or down in between
SLENDER_FLAT = 1.5  # between two rows already one that is as wide as this: slightly slanted lines look like a mistake


def ahead(view: View, a: Place, b: Place, start: float, end: float, lane: float) -> list[Point]:
    """The way from the far side of `a` to the near side of `b`, which stands in a band ahead; it leaves and arrives there.

    The first that is free: straight on; a long S; a straight piece with an S before or behind; and last, through the
    gutters, which always are. `start` and `end` are across; `lane` (0, or ±½, ±1, … for links with the same ends) moves the
    tracks.
    """
    path: list[Point] = [(a.far, start)]
    first = _reach(view, a.band, b.band, start)
    if abs(start - end) < EVEN and first == b.band - 1:
        line_to(path, b.near - SHARP, start)
        return path
    last = _reach(view, b.band, a.band, end)
    into = min(view.near[b.band], b.near - HEAD)
    line_to(path, view.far[a.band], start)
    for p, q in _windows(a.band, first, last, b.band - 1):
        u0, u1 = view.far[p], (into if q == b.band - 1 else view.near[q + 1])
        if p == q:
            line_to(path, u0, start)
            _bend(view, path, p, u1, end, a.cross, lane)
            break
        if _sweep_is_free(view, p, q, (u0, start), (u1, end)):
            line_to(path, u0, start)
            sweep_to(path, u1, end)
            break
    else:
        at = _run(view, a, b, start, end, lane)
        _bend(view, path, a.band, view.near[a.band + 1], at, a.cross, lane)
        line_to(path, view.far[b.band - 1], at)
        _bend(view, path, b.band - 1, into, end, a.cross, lane)
    line_to(path, b.near - SHARP, end)
    return path


def across(a: Place, b: Place, start: float, end: float) -> list[Point]:
    """The way from the far side of `a` to the near side of `b` with nothing between: straight, or a short S."""
    path: list[Point] = [(a.far, start)]
    if abs(start - end) < EVEN:
        line_to(path, b.near - SHARP, start)
    else:
        base = b.near - HEAD
        bend_to(path, base, end, (a.far + base) / 2, SLENDER)
        line_to(path, b.near - SHARP, end)
    return path


def hook(view: View, a: Place, b: Place, start: float, end: float, track: float) -> list[Point]:
    """The way from the far side of `a` round to the far side of `b` in the same band, through the gutter ahead.

    A greater `track` (0, 1, 2, …) goes deeper into the gutter as far as there is room.
    """
    edge = view.far[a.band]
    at = edge + _depth(view.gap(a.band), track)
    back = max(b.far + HEAD, edge)
    path: list[Point] = [(a.far, start)]
    line_to(path, edge, start)
    down = 1.0 if end > start else -1.0
    out_length, back_length = 1.25 * (at - edge), 1.25 * (at - back)
    scale = down * min(1.0, abs(end - start) / (out_length + back_length))
    turn_aside(path, at, start + scale * out_length)
    line_to(path, at, end - scale * back_length)
    turn_back(path, back, end)
    line_to(path, b.far + SHARP, end)
    return path


def _reach(view: View, band: int, towards: int, v: float) -> int:
    """The last gutter (by the band before it) to which one gets straight on from a band."""
    step = 1 if towards > band else -1
    k = band + step
    while k != towards and view.free(k, v - CLEAR, v + CLEAR):
        k += step
    return k - 1 if step > 0 else k


def _windows(first: int, reach: int, last: int, end: int) -> Iterator[tuple[int, int]]:
    """From which gutter to which an S may go: straight on before up to gutter `reach`, behind from `last`; the widest first."""
    width = end - first
    widths = range(width, 0, -1) if width <= 4 else (width, width // 2, width // 4, 1)
    for wide in widths:
        p = min(reach, end - wide)
        if p + wide >= last:
            yield p, p + wide
        if p != first and first + wide >= last:
            yield first, first + wide
    if last <= reach:
        yield reach, reach


def _sweep_is_free(view: View, p: int, q: int, start: Point, end: Point) -> bool:
    u0, v0 = start
    wide, high = end[0] - u0, end[1] - v0
    for band in range(p + 1, q + 1):
        before = v0 + high * sweep_at((view.near[band] - 4 - u0) / wide)
        behind = v0 + high * sweep_at((view.far[band] + 4 - u0) / wide)
        if not view.free(band, min(before, behind) - CLEAR, max(before, behind) + CLEAR):
            return False
    return True


def _bend(view: View, path: list[Point], band: int, u: float, v: float, row: int, lane: float) -> None:
    """A short S in the gutter after a band.

    Its track is chosen by the row that it comes from: links from one card share it; of two neighbours that go down side by
    side, the upper one is ahead, so that they needn't cross.
    """
    down = v > path[-1][1]
    gap = view.gap(band)
    room = gap - HEAD
    turn = min(8.0, TIGHT * room)
    least, most = max(turn, room / 2 - SPREAD), min(room - turn, room / 2 + SPREAD)
    if not view.along_x and u == view.near[band + 1]:
        # No head ahead: leave the tracks before the middle to loops, which are on that side.
        least, most, room = gap / 2, gap - turn, gap
    first, count = _tracks(gap, least, most)
    rank = row if down else len(view.cross) - 1 - row
    if view.along_x and count > 1:
        # Every second track is for those who go down, the others for those who go up.
        own = count // 2 if down else (count + 1) // 2
        k = 2 * (own - 1 - rank % own) + down
    else:
        k = count - 1 - rank % count
    at = max(turn * 0.7, min(room - turn * 0.7, first + (k - lane if down else k + lane) * TRACK))
    bend_to(path, u, v, view.far[band] + at, SLENDER if view.along_x else SLENDER_FLAT)


def _run(view: View, a: Place, b: Place, start: float, end: float, lane: float) -> float:
    """Where to walk on in a gutter that lies across: the one before the target's cell; between cells of one row, the nearer.

    Those who walk farther keep farther from the target's row, so that they needn't cross.
    """
    if a.cross == b.cross:
        low, high = view.cross[a.cross]
        below = start + end - low - high
        before = below < -EVEN or (below <= EVEN and view.ahead)
    else:
        before = a.cross < b.cross
    low, high = view.gutter(b.cross if before else b.cross + 1)
    gap = high - low
    first, count = _tracks(gap, max(5.0, gap / 2 - SPREAD), min(gap - 5.0, gap / 2 + SPREAD))
    at = max(4.0, min(gap - 4.0, first + (b.band % ((count + 1) // 2) + lane) * TRACK))
    return high - at if before else low + at


def _depth(gap: float, track: float) -> float:
    """How far into a gutter a way goes that comes back: in a wide one behind the tracks of those who cross it."""
    turn = min(7.0, TIGHT * (gap - HEAD))
    least = max(HEAD + turn, min(30.0, 0.62 * gap) if gap > 32 else 0)
    most = min(gap - 2.9, least + 4 * TRACK)
    first, count = _tracks(gap, least, most)
    return max(HEAD + 3.5, min(most, first + min(track, count - 1) * TRACK))


def _tracks(gap: float, least: float, most: float) -> tuple[float, int]:
    """The first of the tracks of a gutter between these distances from its edge, and how many there are.

    All who use a gutter share its tracks, which lie evenly on both sides of its middle: two lines lie either on the same
    track or well apart.
    """
    middle = gap / 2 - TRACK / 2
    low, high = ceil((least - middle) / TRACK), floor((most - middle) / TRACK)
    return (middle + low * TRACK, high - low + 1) if high >= low else ((least + most) / 2, 1)
