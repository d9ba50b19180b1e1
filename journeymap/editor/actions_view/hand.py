"""What the mouse does on the board and the matrix: select, drag with a preview, double-click to type, a context menu."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from journeymap.editor.actions_view.menu import Wish, action_menu
from journeymap.editor.actions_view.tip import action_tip
from journeymap.editor.actions_view.typing import ActionsTyping
from journeymap.editor.canvas import marks
from journeymap.editor.widgets.labels import plain_tip
from journeymap.language import N_
from journeymap.layout.shapes import Rect
from journeymap.model.edit import Edit
from journeymap.paint.fonts import font
from journeymap.paint.painter import brush, colour
from journeymap.survey.display import whole

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
EDGE, LINE = 26, 5


class ActionsHand(ActionsTyping):
    """A press waits whether it is dragged; while it is, the map stays as it was and Esc drops it."""

    move_label = N_("Move action")
    _pressed: tuple[str, QPointF] | None = None
    _held: str | None = None
    _moving: tuple[str, ...] = ()
    _start = QPointF()
    _point = QPointF()
    _asked = QPoint()
    menu: QMenu | None = None

    # -- what differs between board and matrix

    def drop(self, edit: Edit, ids: Sequence[str], x: float, y: float) -> None:
        """Put actions where they were dropped."""
        raise NotImplementedError

    def landing(self, x: float, y: float, ids: Sequence[str]) -> Rect:
        """The mark of the place where they would land."""
        raise NotImplementedError

    # -- dragging

    @property
    def dragging(self) -> bool:
        """Whether cards are being moved."""
        return self._held is not None

    def cancel(self) -> None:
        """Drop what is under way."""
        self._pressed = self._held = None
        self._moving = ()
        self.unsetCursor()
        self.update()

    def lifted(self) -> Iterable[str]:
        """The cards that are being moved."""
        return self._moving

    def paint_over(self, painter: QPainter) -> None:
        """Where the held cards would land, and the one under the pointer."""
        if self._held is None:
            return
        place = self.pixels(self.landing(*self.reading(self._point), self._moving))
        by = self._point - self._start
        if place.height() > LINE:
            marks.cell(painter, place.adjusted(2, 2, -2, -2), 0.7)
        self.paint_card(painter, self._held, by)
        if place.height() <= LINE:  # it would lie hidden below the card
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush(marks.ACCENT))
            painter.drawRoundedRect(place.adjusted(0, -0.5, 0, 0.5), 2, 2)
        if len(self._moving) > 1:
            corner = self.pixels(self.shown.rects[self._held]).translated(by).topRight()
            badge = QRectF(corner.x() - 13, corner.y() - 11, 24, 24)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush(marks.ACCENT))
            painter.drawEllipse(badge)
            painter.setPen(colour("#FFFFFF"))
            painter.setFont(font("badge"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, whole(len(self._moving)))

    # -- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the pointer, and wait whether it is dragged."""
        self.setFocus()
        if self.dragging:
            self.cancel()
            return
        if event.button() != LEFT:
            return
        selection, id = self.document.selection, self.card_at(event.position())
        add = bool(event.modifiers() & (SHIFT | CTRL))
        if id is None:
            if not add:
                selection.clear()
        elif add:
            selection.toggle(id)
        elif id not in selection:
            selection.set([id])
        self._pressed = (id, event.position()) if id is not None and id in selection else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag, or go on."""
        point = event.position()
        if self._pressed is not None and event.buttons() & LEFT:
            id, start = self._pressed
            if (point - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed, self._held, self._start = None, id, start
                self._moving = tuple(self.chosen()) if id in self.document.selection else (id,)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.dragging:
            self._point = point
            self.scroll_to(QRect(point.toPoint(), point.toPoint()), EDGE)
            self.update()
        elif self.card_at(point) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was previewed becomes one edit."""
        if self.dragging:
            ids, (x, y) = self._moving, self.reading(event.position())
            self.cancel()
            ids = tuple(id for id in ids if id in self.document.journey)
            self.change(self.move_label, lambda edit: self.drop(edit, ids, x, y))
        elif self._pressed is not None and not event.modifiers() & (SHIFT | CTRL):
            # A click (no drag) on one of several selected cards selects it alone.
            self.document.selection.set([self._pressed[0]])
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type a title, or add an action there."""
        if event.button() != LEFT:
            return
        self._pressed = None
        id = self.card_at(event.position())
        if id is not None:
            self.edit_title(id)
        else:
            self.add(*self.reading(event.position()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of an action, or of the empty place."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        current = self.document.selection.current
        id = current if by_key else self.card_at(QPointF(event.pos()))
        rect = self.shown.rects.get(id or "")
        if id is not None and id not in self.document.selection:
            self.document.selection.set([id])
        place = self.pixels(rect).center().toPoint() if by_key and rect is not None else event.pos()
        self._asked = place
        self.menu = action_menu(self.document.journey, id if rect is not None else None, self)
        self.menu.triggered.connect(self._wished)
        self.menu.popup(self.mapToGlobal(place))

    def event(self, event: QEvent) -> bool:
        """The tip of a card says all that there is no room for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            id = self.card_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(action_tip(self.shown.facts, id)) if id else "", self)
            return True
        return super().event(event)

    def _wished(self, chosen: QAction) -> None:
        wish = chosen.data()
        if not isinstance(wish, Wish):
            return
        ids = self.chosen()
        if wish.do == "add":
            self.add(*self.reading(QPointF(self._asked)))
        elif wish.do == "edit" and ids:
            self.edit_title(ids[-1])
        elif wish.do == "delete" and ids:
            self.change(N_("Delete"), lambda edit: edit.remove(*ids))
        elif wish.do == "set" and ids:
            self.change(wish.label, lambda edit: [edit.update(id, **{wish.field: wish.value}) for id in ids])
        elif wish.do == "answers" and ids:
            self.document.selection.set(self.shown.facts.action(ids[-1]).answers)
            self.wanted.emit(self.document.selection.current)
