"""The gestures that put something elsewhere: cards, a stage or channel by its header, the view itself."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from journeymap.editor.canvas import marks
from journeymap.editor.canvas.landing import Landing, landing_at
from journeymap.editor.canvas.surface import Surface
from journeymap.language import N_
from journeymap.layout.shapes import Rect
from journeymap.model import edits
from journeymap.model.structure import Stage
from journeymap.paint.painter import draw, prepare


class MoveCards:
    """Cards follow the pointer; a mark shows where they will land."""

    def __init__(self, surface: Surface, id: str, ids: tuple[str, ...], point: QPointF) -> None:
        self._surface = surface
        self._id = id
        self._ids = ids
        self._start = point
        self._shift = QPointF()
        self._landing: Landing | None = None

    def move(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._shift = point - self._start
        surface = self._surface
        middle = surface.pixels(surface.map_layout.cards[self._id].rect).center() + self._shift
        self._landing = landing_at(surface.map_layout, *surface.reading(middle), moving=self._ids)
        surface.refresh()

    def release(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(point, keys)
        landing = self._landing
        if landing is None:
            return
        document = self._surface.document
        channel = landing.channel if len(self._ids) == 1 else None
        label = N_("Move card") if len(self._ids) == 1 else N_("Move cards")
        with document.edit(label) as edit:
            edits.place_touchpoints(document.journey, edit, self._ids, landing.stage, channel, landing.order)

    def cancel(self) -> None:
        self._surface.refresh()

    def paint(self, painter: QPainter) -> None:
        surface = self._surface
        if self._landing is not None:
            rect = surface.pixels(self._landing.mark)
            if self._landing.between:
                marks.bar(painter, rect)
            else:
                marks.cell(painter, rect, surface.camera.zoom)
        painter.save()
        prepare(painter)
        painter.setOpacity(0.75)
        painter.translate(self._shift)
        painter.setTransform(surface.camera.transform() * painter.transform())
        moving = set(self._ids)
        for part in surface.picture.parts:
            if part.role == "card" and part.id in moving:
                draw(painter, part.shapes())
        painter.restore()


class Reorder:
    """A stage or a channel is taken by its header; a bar shows between which others it will stand."""

    def __init__(self, surface: Surface, id: str) -> None:
        self._surface = surface
        self._id = id
        self._stage = surface.document.journey.find(Stage, id) is not None
        layout = surface.map_layout
        stages = {id: box.header for id, box in layout.stages.items()}
        rows = {id: box.label for id, box in layout.rows.items()}
        places = stages if self._stage else rows
        self._ids, self._rects = list(places), list(places.values())
        self._index: int | None = None

    def move(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        place = self._surface.reading(point)[0 if self._stage else 1]
        middles = [rect.centre[0 if self._stage else 1] for rect in self._rects]
        self._index = sum(1 for middle in middles if middle < place)
        self._surface.refresh()

    def release(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(point, keys)
        old = self._ids.index(self._id)
        index = self._index or 0
        index -= index > old
        if index == old:
            self._surface.refresh()
            return
        document = self._surface.document
        with document.edit(N_("Move stage") if self._stage else N_("Move channel")) as edit:
            edits.reorder(document.journey, edit, self._id, index)

    def cancel(self) -> None:
        self._surface.refresh()

    def paint(self, painter: QPainter) -> None:
        marks.frame(painter, self._surface.pixels(self._rects[self._ids.index(self._id)]), self._surface.camera.zoom)
        if self._index is None:
            return
        body = self._surface.map_layout.body
        last = self._index == len(self._rects)
        rect = self._rects[-1 if last else self._index]
        if self._stage:
            x = rect.right + 3 if last else rect.x - 3
            mark = Rect(x - 2, body.y, 4, body.h)
        else:
            y = rect.bottom if last else rect.y
            mark = Rect(body.x, y - 2, body.w, 4)
        marks.bar(painter, self._surface.pixels(mark))


class Pan:
    """The view follows the pointer."""

    def __init__(self, surface: Surface, point: QPointF) -> None:
        self._surface = surface
        self._last = point

    def move(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        shift = (point - self._last).toPoint()
        self._last += QPointF(shift)
        self._surface.look(self._surface.camera.shifted(shift.x(), shift.y()))

    def release(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(point, keys)

    def cancel(self) -> None:
        pass

    def paint(self, painter: QPainter) -> None:
        pass


class Band:
    """A rubber band selects the cards it touches; Shift adds them to what is selected."""

    def __init__(self, surface: Surface, point: QPointF, kept: tuple[str, ...]) -> None:
        self._surface = surface
        self._start = point
        self._rect = QRectF(point, point)
        self._kept = kept
        self._before = surface.document.selection.ids

    def move(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._rect = QRectF(self._start, point).normalized()
        surface = self._surface
        touched = [
            id for id, card in surface.map_layout.cards.items() if surface.pixels(card.rect).intersects(self._rect)
        ]
        surface.document.selection.set([*self._kept, *touched])
        surface.refresh()

    def release(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(point, keys)

    def cancel(self) -> None:
        self._surface.document.selection.set(self._before)
        self._surface.refresh()

    def paint(self, painter: QPainter) -> None:
        marks.band(painter, self._rect)


class DrawLink:
    """A line from a card's handle to the card under the pointer; on empty ground a new card is made and linked."""

    def __init__(self, surface: Surface, id: str, point: QPointF) -> None:
        self._surface = surface
        self._id = id
        self._end = point

    def move(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._end = point
        self._surface.refresh()

    def release(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._end = point
        surface, target = self._surface, self._target()
        document = surface.document
        if target is not None:
            with document.edit(N_("Draw link")) as edit:
                edits.connect(document.journey, edit, self._id, target)
            return
        landing = landing_at(surface.map_layout, *surface.reading(point))
        if landing is None or self._over_itself():
            surface.refresh()
            return
        with document.edit(N_("Add linked touchpoint")) as edit:
            made = edits.add_touchpoint(document.journey, edit, landing.stage, landing.channel, order=landing.order)
            edits.connect(document.journey, edit, self._id, made.id)
        surface.edit_new(made.id)

    def cancel(self) -> None:
        self._surface.refresh()

    def paint(self, painter: QPainter) -> None:
        surface, target = self._surface, self._target()
        start = surface.pixels(surface.map_layout.cards[self._id].rect)
        if target is not None:
            marks.frame(painter, surface.pixels(surface.map_layout.cards[target].rect), surface.camera.zoom)
        elif not self._over_itself():
            landing = landing_at(surface.map_layout, *surface.reading(self._end))
            if landing is not None:
                rect = surface.pixels(landing.mark)
                if landing.between:
                    marks.bar(painter, rect)
                else:
                    marks.cell(painter, rect, surface.camera.zoom)
        edge = start.left() if surface.map_layout.rtl else start.right()
        marks.arrow(painter, QPointF(edge, start.center().y()), self._end, target is not None)

    def _target(self) -> str | None:
        x, y = self._surface.reading(self._end)
        cards = self._surface.map_layout.cards.values()
        return next((card.id for card in cards if card.rect.contains(x, y) and card.id != self._id), None)

    def _over_itself(self) -> bool:
        return self._surface.map_layout.cards[self._id].rect.grown(12).contains(*self._surface.reading(self._end))
