"""The part of the map that belongs to a step: where to look, and how it is painted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymap.editor.canvas.camera import fitting
from journeymap.editor.presentation.steps import Step
from journeymap.layout.build import build
from journeymap.layout.focus import Focus
from journeymap.layout.map_layout import LayoutOptions
from journeymap.layout.palette import PAPER
from journeymap.layout.picture import Part, Picture
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Rect
from journeymap.model.journey import Journey
from journeymap.model.people import Emotion
from journeymap.paint.measure import QtMeasure
from journeymap.paint.painter import draw_parts, prepare, rectf
from journeymap.survey.overlay import HeatChoice
from journeymap.survey.score import Overlay

MOST_ZOOM = 2.4
AROUND = 1.3  # of a card's width is shown on both sides of it
VEIL = 150  # how much of the paper lies over what is not looked at, 0 to 255
RING = "#1F5FD1"


class MapPart:
    """The map as the room sees it: without title and legend, and without the lanes that the text beside it replaces."""

    def __init__(self, journey: Journey, overlay: Overlay, heat: HeatChoice, persona: str) -> None:
        lanes = ("emotion",) if journey.all(Emotion) else ()
        options = LayoutOptions(title=False, legend=False, lanes=lanes, palette=heat.palette, heat=heat.on)
        measure = QtMeasure()
        self._layout = build(journey, options, measure)
        focus = Focus(personas=frozenset({persona})) if persona else Focus()
        self._picture = Picture(Scene(journey, self._layout, overlay, measure, focus))

    @property
    def rtl(self) -> bool:
        """Whether the map reads from right to left."""
        return self._layout.rtl

    def shape(self, step: Step) -> float:
        """The width of what a step is about divided by its height."""
        rect = self.bounds(step) or Rect(0, 0, *self._picture.size)
        return rect.w / rect.h

    def bounds(self, step: Step) -> Rect | None:
        """Where a step's card or stage stands on paper; None for the whole map."""
        layout = self._layout
        card, stage = layout.cards.get(step.id), layout.stages.get(step.id)
        rect = card.rect if card is not None else stage.rect if stage is not None else None
        return rect.mirrored(layout.width) if rect is not None and layout.rtl else rect

    def view(self, step: Step, area: Rect) -> Rect:
        """What of the paper is shown in an area of pixels: the step's own, and as much around it as there is room for."""
        whole = Rect(0, 0, *self._picture.size)
        wanted = self.bounds(step)
        if wanted is None:
            wanted = whole
        elif step.kind == "touchpoint":
            beside = wanted.w * AROUND
            wanted = Rect(wanted.x - beside, wanted.y - beside, wanted.w + 2 * beside, wanted.h + 2 * beside)
        else:
            wanted = wanted.grown(10)
        seen = fitting(wanted, area.w, area.h, most=MOST_ZOOM, margin=8).seen(area.w, area.h)
        return seen if step.kind == "overview" else _within(seen, whole)

    def paint(self, painter: QPainter, area: Rect, view: Rect, step: Step, veil: float) -> None:
        """Draw what a view shows into an area; `veil` 0 to 1 is how far all but the step's own is dimmed."""
        zoom = area.w / view.w
        painter.save()
        painter.setClipRect(rectf(area))
        painter.fillRect(rectf(area), QColor(PAPER))
        painter.translate(area.x, area.y)
        painter.scale(zoom, zoom)
        painter.translate(-view.x, -view.y)
        prepare(painter)
        draw_parts(painter, self._picture.parts_in(view))
        bounds = self.bounds(step)
        if bounds is not None:
            self._veil(painter, view, bounds, step, veil)
        painter.restore()

    def _veil(self, painter: QPainter, view: Rect, bounds: Rect, step: Step, veil: float) -> None:
        paper = QColor(PAPER)
        paper.setAlpha(round(VEIL * veil))
        if step.kind == "stage":
            for side in _around(view, bounds):
                painter.fillRect(rectf(side), paper)
            return
        painter.fillRect(rectf(view), paper)
        ring = QColor(RING)
        ring.setAlphaF(veil)
        painter.setPen(QPen(ring, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(bounds.x - 4, bounds.y - 4, bounds.w + 8, bounds.h + 8), 13, 13)
        draw_parts(painter, self._own(step))

    def _own(self, step: Step) -> list[Part]:
        return [part for part in self._picture.parts if part.role == "card" and part.id == step.id]


def between(first: Rect, second: Rect, part: float) -> Rect:
    """The rectangle at a part of the way from one to another."""

    def at(a: float, b: float) -> float:
        return a + (b - a) * part

    return Rect(at(first.x, second.x), at(first.y, second.y), at(first.w, second.w), at(first.h, second.h))


def _within(view: Rect, whole: Rect) -> Rect:
    """The view moved so that it does not look past the map; what is larger than the map stands in its middle."""
    x = min(max(view.x, whole.x), whole.right - view.w) if view.w <= whole.w else whole.centre[0] - view.w / 2
    y = min(max(view.y, whole.y), whole.bottom - view.h) if view.h <= whole.h else whole.centre[1] - view.h / 2
    return Rect(x, y, view.w, view.h)


def _around(view: Rect, hole: Rect) -> list[Rect]:
    """What of a view lies left and right of a stage."""
    return [
        Rect(view.x, view.y, max(0.0, hole.x - view.x), view.h),
        Rect(hole.right, view.y, max(0.0, view.right - hole.right), view.h),
    ]
