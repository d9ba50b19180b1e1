"""A painted view of actions: what the board and the matrix have in common. Mouse: `hand.py`; keyboard: `keys.py`."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from journeymap.editor.canvas import marks
from journeymap.editor.document import Document
from journeymap.editor.theme import theme
from journeymap.language import explain
from journeymap.layout.action_facts import ActionFacts
from journeymap.layout.board import Board
from journeymap.layout.focus import faded
from journeymap.layout.matrix import Matrix
from journeymap.layout.palette import PAPER
from journeymap.layout.shapes import Rect, Shape, mirror
from journeymap.model.change import Change
from journeymap.model.edit import Edit
from journeymap.model.findings import Action, PainPoint
from journeymap.model.problem import Problem
from journeymap.model.structure import JourneyInfo
from journeymap.paint.measure import QtMeasure
from journeymap.paint.painter import colour, draw, prepare
from journeymap.survey.evidence import grades

FADED, LIFTED = 0.25, 0.96


class ActionsCanvas(QWidget):
    """Paints a layout of actions, as wide as it is given and as high as it needs.

    `message` carries sentences for the status bar, `wanted` the id of an element to be shown on the map.
    """

    message = Signal(str)
    wanted = Signal(str)
    least_width = 0.0

    def __init__(self, document: Document, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._today = today
        self._layout: Board | Matrix | None = None
        self._painted: dict[str, list[Shape]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        document.changed.connect(self._changed)
        document.selection.changed.connect(self._selected)
        document.focus_changed.connect(self.update)
        theme().changed.connect(self.refresh)
        self.refresh()

    # -- for what is shown, see the end

    def build(self, facts: ActionFacts, width: float, height: float) -> Board | Matrix:
        """The layout in a window of this size."""
        raise NotImplementedError

    @property
    def shown(self) -> Board | Matrix:
        """Where everything stands."""
        if self._layout is None:
            facts = ActionFacts(self.document.journey, QtMeasure(), self._today())
            self._layout = self.build(facts, self.width() / self.zoom, self._room() / self.zoom)
            self._painted = {}
        return self._layout

    @property
    def zoom(self) -> float:
        """How many pixels a unit of the layout has: as large as the window's texts."""
        return theme().scale

    def chosen(self) -> list[str]:
        """The selected actions."""
        return [id for id in self.document.selection.ids if self.document.journey.find(Action, id) is not None]

    def reading(self, point: QPointF) -> tuple[float, float]:
        """A point in reading coordinates: from right to left x counts from the right."""
        layout, x, y = self.shown, point.x() / self.zoom, point.y() / self.zoom
        return (layout.width - x if layout.rtl else x), y

    def pixels(self, rect: Rect) -> QRectF:
        """A rectangle in reading coordinates, in pixels."""
        layout, zoom = self.shown, self.zoom
        turned = rect.mirrored(layout.width) if layout.rtl else rect
        return QRectF(turned.x * zoom, turned.y * zoom, turned.w * zoom, turned.h * zoom)

    def card_at(self, point: QPointF) -> str | None:
        """The action under a point, or None."""
        x, y = self.reading(point)
        return next((id for id, rect in self.shown.rects.items() if rect.contains(x, y)), None)

    def reveal(self, id: str) -> bool:
        """Scroll to an action; False where there is none with this id."""
        rect = self.shown.rects.get(id)
        if rect is not None:
            self.scroll_to(self.pixels(rect).toRect())
        return rect is not None

    def scroll_to(self, place: QRect, margin: int = 12) -> None:
        """Bring a place into view."""
        area = self.scroll_area()
        if area is not None:
            x, y = place.center().x(), place.center().y()
            area.ensureVisible(x, y, place.width() // 2 + margin, place.height() // 2 + margin)

    def scroll_area(self) -> QScrollArea | None:
        """What it scrolls in."""
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        return area if isinstance(area, QScrollArea) else None

    def refresh(self) -> None:
        """Everything may stand elsewhere, and need another height."""
        self._layout = None
        self.setMinimumWidth(round(self.least_width * self.zoom))
        if self.isVisible():
            height = self.shown.height * self.zoom
            self.setMinimumHeight(round(height) if height > self._room() else 0)
            self.update()

    def _room(self) -> int:
        area = self.scroll_area()
        return area.viewport().height() if area is not None else self.height()

    def change(self, label: str, what: Callable[[Edit], object]) -> bool:
        """One edit; what the map refuses is said in a sentence."""
        try:
            with self.document.edit(label) as edit:
                what(edit)
        except Problem as problem:
            self.message.emit(explain(problem))
            return False
        return True

    # -- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other places."""
        super().resizeEvent(event)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile is shown."""
        super().showEvent(event)
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, marks below, cards, selection, marks above."""
        layout, area = self.shown, QRectF(event.rect())
        faint = self.faint()
        with QPainter(self) as painter:
            prepare(painter)
            painter.fillRect(area, colour(PAPER))
            painter.save()
            painter.scale(self.zoom, self.zoom)
            draw(painter, self._shapes(""))
            for id in layout.rects:
                if self.pixels(layout.rects[id]).adjusted(-6, -6, 6, 6).intersects(area):
                    painter.setOpacity(FADED if id in faint else 1.0)
                    draw(painter, self._shapes(id))
            painter.restore()
            self._frames(painter, layout)
            self.paint_over(painter)

    def paint_card(self, painter: QPainter, id: str, by: QPointF) -> None:
        """A card that is held, away from its place."""
        painter.save()
        painter.setOpacity(LIFTED)
        painter.translate(by)
        painter.scale(self.zoom, self.zoom)
        draw(painter, self._shapes(id))
        painter.restore()

    def faint(self) -> frozenset[str]:
        """The cards that are painted faintly: those that are held elsewhere, and those that are not looked at."""
        journey, focus = self.document.journey, self.document.focus
        gone = faded(journey, focus, grades(journey) if focus.assumed_only else {})
        return gone.intersection(self.shown.rects).union(self.lifted())

    def lifted(self) -> Iterable[str]:
        """The cards that are being moved."""
        return ()

    def paint_over(self, painter: QPainter) -> None:
        """What lies over the cards."""

    def _shapes(self, id: str) -> list[Shape]:
        """The shapes of a card, or of the frame (""), as they stand on paper; made once for each layout."""
        layout = self.shown
        if id not in self._painted:
            shapes = layout.card(id) if id else layout.frame()
            self._painted[id] = [mirror(shape, layout.width) for shape in shapes] if layout.rtl else shapes
        return self._painted[id]

    def _frames(self, painter: QPainter, layout: Board | Matrix) -> None:
        """Round what is selected; thinner round actions that answer what is selected elsewhere."""
        selection = self.document.selection
        others = set(selection.ids).difference(layout.rects)
        for id, rect in layout.rects.items():
            if id in selection:
                marks.frame(painter, self.pixels(rect), 0.7 * self.zoom, current=id == selection.current)
            elif others and not others.isdisjoint(layout.facts.action(id).answers):
                marks.hover(painter, self.pixels(rect), 0.8 * self.zoom)

    def _changed(self, change: Change) -> None:
        if any(isinstance(record, (Action, PainPoint, JourneyInfo)) for record in change.records()):
            self.refresh()

    def _selected(self) -> None:
        if not self.isVisible():
            return
        current = self.document.selection.current
        action = self.document.journey.find(Action, current) if current is not None else None
        self.setAccessibleDescription(self.shown.facts.title(action.id) if action is not None else "")
        self.update()
