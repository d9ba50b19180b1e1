"""The strip below a slide: how far the presentation is, and how long it has taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QPainter

from journeymap.editor.presentation.letters import draw_line, face, line_of, width_of
from journeymap.editor.presentation.places import Places
from journeymap.editor.presentation.steps import Step
from journeymap.editor.presentation.stopwatch import Stopwatch, minutes
from journeymap.language import _
from journeymap.layout.palette import INK, MUTED
from journeymap.layout.shapes import Box, Circle, Rect, Shape, mirror
from journeymap.paint.painter import draw
from journeymap.survey.display import number

DOT, NOW, DONE = "#C3CBD8", "#1F5FD1", "#8B95A7"
SPACING, LEAST_SPACING = 24.0, 11.0
SIDE = 0.24  # of the width is kept free for the words on either side


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot for one step, in reading direction."""

    x: float
    y: float
    r: float


def dots_of(steps: Sequence[Step], places: Places) -> list[Dot]:
    """A dot for each step, those of one stage closer together; none where there are too many to tell apart."""
    gaps = [1.6 if before.stage != after.stage else 1.0 for before, after in pairwise(steps)]
    if steps[-1].kind == "stage":
        gaps = [1.0] * len(gaps)
    room = places.strip.w * (1 - 2 * SIDE)
    unit = places.unit
    spacing = min(SPACING * unit, room / max(sum(gaps), 1))
    if spacing < LEAST_SPACING * unit:
        return []
    x = places.strip.x + (places.strip.w - spacing * sum(gaps)) / 2
    found = []
    for place in range(len(steps)):
        found.append(Dot(x, places.strip.centre[1], 5 * unit))
        x += spacing * gaps[place] if place < len(gaps) else 0
    return found


def dot_at(steps: Sequence[Step], places: Places, x: float, y: float) -> int | None:
    """The step whose dot is at a place (in reading direction), or None."""
    reach = 11 * places.unit
    near = [
        (abs(dot.x - x), place)
        for place, dot in enumerate(dots_of(steps, places))
        if abs(dot.x - x) <= reach and abs(dot.y - y) <= 2 * reach
    ]
    return min(near)[1] if near else None


def paint_strip(
    painter: QPainter, places: Places, steps: Sequence[Step], index: int, watch: Stopwatch, rtl: bool
) -> None:
    """Number and dots of the steps, and the times where the stopwatch was started."""
    unit, strip = places.unit, places.strip
    style = face(20 * unit, 600)
    top = strip.y + (strip.h - line_of(style)) / 2
    pad, room = 40 * unit, strip.w * SIDE
    shapes = _marks(places, steps, index)
    count = _("{number} of {n}").format(number=number(index + 1, 0), n=number(len(steps), 0))

    def word(x: float, text: str, ink: str, end: bool) -> None:
        rect = Rect(x, top, room, 0)
        rect = rect.mirrored(strip.w) if rtl else rect
        draw_line(painter, rect.x, rect.y, rect.w, text, style, ink, "end" if end else "start", rtl)

    word(pad, count, MUTED, end=False)
    if watch.used:
        ink = INK if watch.running else MUTED
        text = _("Total {total} · this step {step}").format(total=minutes(watch.total), step=minutes(watch.step))
        right = strip.w - pad
        word(right - room, text, ink, end=True)
        shapes += _paused(right - width_of(text, style) - 22 * unit, strip, unit) if not watch.running else []
    draw(painter, [mirror(shape, strip.w) for shape in shapes] if rtl else shapes)


def _marks(places: Places, steps: Sequence[Step], index: int) -> list[Shape]:
    dots = dots_of(steps, places)
    if dots:
        return [
            Circle(dot.x, dot.y, dot.r * 1.5, NOW)
            if place == index
            else Circle(dot.x, dot.y, dot.r, DONE if place < index else DOT)
            for place, dot in enumerate(dots)
        ]
    room = places.strip.w * (1 - 2 * SIDE)
    unit = places.unit
    line = Rect((places.strip.w - room) / 2, places.strip.centre[1] - 3 * unit, room, 6 * unit)
    done = Rect(line.x, line.y, room * (index + 1) / len(steps), line.h)
    return [Box(line, DOT, radius=3 * unit), Box(done, NOW, radius=3 * unit)]


def _paused(x: float, strip: Rect, unit: float) -> list[Shape]:
    """Two bars: the stopwatch rests."""
    y = strip.centre[1] - 8 * unit
    return [Box(Rect(x + place * 8 * unit, y, 4 * unit, 16 * unit), MUTED) for place in range(2)]
