"""One slide: a step's facts set for a screen, its part of the map, and how all of it is painted."""

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from journeymap.editor.presentation.block import Block, paint_column
from journeymap.editor.presentation.facts import Facts
from journeymap.editor.presentation.fit import columns_of, heading_of
from journeymap.editor.presentation.map_part import MapPart, between
from journeymap.editor.presentation.places import Places, places_of
from journeymap.editor.presentation.steps import Step
from journeymap.layout.palette import RULE, WHITE
from journeymap.layout.shapes import Rect
from journeymap.paint.painter import colour, rectf


@dataclass(frozen=True, slots=True)
class Slide:
    """A step as it stands on a screen of `width` × `height` pixels; `view` is what of the map is shown."""

    step: Step
    width: float
    height: float
    places: Places
    heading: tuple[Block, ...]
    columns: tuple[tuple[Block, ...], ...]
    view: Rect


@dataclass(frozen=True, slots=True)
class Look:
    """An area of the screen (in reading direction) and what of the map is shown in it."""

    area: Rect
    view: Rect


def make_slide(step: Step, facts: Facts, part: MapPart, width: float, height: float) -> Slide:
    """Set a step for a screen."""
    places = places_of(width, height, step.kind, part.shape(step))
    heading = tuple(heading_of(facts, places)) if places.heading.h else ()
    columns = tuple(tuple(blocks) for blocks in columns_of(facts, places))
    return Slide(step, width, height, places, heading, columns, part.view(step, places.map))


def on_the_way(start: Look | None, slide: Slide, part: float) -> Look:
    """What is looked at on the way from elsewhere to a slide, at a part of that way."""
    end = Look(slide.places.map, slide.view)
    if start is None or part >= 1:
        return end
    return Look(between(start.area, end.area, part), between(start.view, end.view, part))


def paint_slide(painter: QPainter, slide: Slide, part: MapPart, look: Look, progress: float) -> None:
    """Draw a slide; on the way to it (`progress` below 1) the text appears and the rest of the map is dimmed."""
    rtl, width, places = part.rtl, slide.width, slide.places

    def mirrored(rect: Rect) -> Rect:
        return rect.mirrored(width) if rtl else rect

    part.paint(painter, mirrored(look.area), look.view, slide.step, progress)
    panel = mirrored(places.panel)
    painter.fillRect(rectf(panel), colour(WHITE))
    painter.fillRect(rectf(_edge(panel, places.panel.x == 0, rtl)), colour(RULE))
    painter.save()
    painter.setOpacity(progress)
    paint_column(painter, slide.heading, mirrored(places.heading), rtl)
    painter.setClipRect(rectf(panel))
    for number, blocks in enumerate(slide.columns):
        paint_column(painter, blocks, mirrored(places.column(number)), rtl)
    painter.restore()


def _edge(panel: Rect, below: bool, rtl: bool) -> Rect:
    """The line between the map and the text."""
    if below:
        return Rect(panel.x, panel.y, panel.w, 1)
    return Rect(panel.right - 1 if rtl else panel.x, panel.y, 1, panel.h)
