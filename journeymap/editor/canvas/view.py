"""The canvas: mouse and keyboard."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from journeymap.editor.canvas.commands import CanvasCommands
from journeymap.editor.canvas.drag_emotion import emotion_gesture
from journeymap.editor.canvas.drag_note import MoveNote
from journeymap.editor.canvas.drags import Band, DrawLink, MoveCards, Pan, Reorder
from journeymap.editor.canvas.gesture import Gesture
from journeymap.editor.canvas.hit import Hit, hit_test
from journeymap.editor.canvas.keys import ALT, ARROWS, COMMANDS, CTRL, META, SHIFT, TOOL_KEYS, typed_text
from journeymap.editor.canvas.menus import context_menu
from journeymap.editor.canvas.scrollbars import ScrollBars
from journeymap.editor.document import Document
from journeymap.language import N_, _
from journeymap.model import edits
from journeymap.model.people import Persona
from journeymap.model.structure import Touchpoint

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
WHEEL_STEP = 1.0015
TOOLS = ("select", "touchpoint", "pain", "truth", "link", "note")
TOOL_HINTS = {
    "touchpoint": N_("Click in a cell to add a touchpoint there. Esc ends."),
    "pain": N_("Click the touchpoint, link or stage that hurts. Esc ends."),
    "truth": N_("Click the touchpoint or stage that decides. Esc ends."),
    "note": N_("Click where the note should lie. Esc ends."),
    "link": N_("Drag from one touchpoint to the next. Esc ends."),
}
CURSORS = {
    "handle": Qt.CursorShape.CrossCursor,
    "card": Qt.CursorShape.PointingHandCursor,
    "chip": Qt.CursorShape.PointingHandCursor,
    "header": Qt.CursorShape.PointingHandCursor,
    "row": Qt.CursorShape.PointingHandCursor,
    "link": Qt.CursorShape.PointingHandCursor,
    "add-stage": Qt.CursorShape.PointingHandCursor,
    "add-channel": Qt.CursorShape.PointingHandCursor,
}


class CanvasView(CanvasCommands):
    """Turns what hand and keyboard do into gestures and commands."""

    tool_changed = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.tool = "select"
        self._pressed: tuple[Hit, QPointF] | None = None
        self._space = False
        self.bars = ScrollBars(self)

    def set_tool(self, tool: str) -> None:
        """Choose what a click does: one of `TOOLS`."""
        if tool != self.tool:
            self.tool = tool
            self.tool_changed.emit(tool)
            self.message.emit(_(TOOL_HINTS[tool]) if tool in TOOL_HINTS else "")
            self._show_cursor()

    def start_link(self) -> None:
        """Link what is selected; where fewer than two touchpoints are, choose the link tool."""
        if not self.link_selection():
            self.set_tool("link")

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer and wait whether it is dragged."""
        self.setFocus()
        point = event.position()
        if self.gesture is not None:
            self.cancel()
            return
        if event.button() == MIDDLE or (event.button() == LEFT and self._space):
            self._start(Pan(self, point))
            return
        if event.button() != LEFT:
            return
        hit = self._hit(point)
        if self.tool != "select" and self._use_tool(hit, point):
            return
        self._pressed = hit, point
        self._choose(hit, bool(event.modifiers() & (SHIFT | CTRL)))
        if hit.kind == "add-stage":
            self._pressed = None
            self.add_stage()
        elif hit.kind == "add-channel":
            self._pressed = None
            self.add_channel()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on with a gesture; without a button, show what is under the pointer."""
        point, keys = event.position(), event.modifiers()
        if self.gesture is not None:
            self.gesture.move(point, keys)
        elif self._pressed is not None and event.buttons() & LEFT:
            hit, start = self._pressed
            if (point - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                begun = self._gesture(hit, start, bool(keys & SHIFT))
                self._start(begun)
                if begun is not None:
                    begun.move(point, keys)
        else:
            self._hover(self._hit(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture: what it previewed becomes one edit."""
        gesture, self.gesture = self.gesture, None
        pressed, self._pressed = self._pressed, None
        if gesture is not None:
            gesture.release(event.position(), event.modifiers())
            if self.tool == "link" and isinstance(gesture, DrawLink):
                self.set_tool("select")
        elif pressed is not None and not event.modifiers() & (SHIFT | CTRL):
            # A click (no drag) on one of several selected cards selects it alone.
            hit = pressed[0]
            if hit.kind == "card" and hit.id in self.document.selection:
                self.document.selection.set([hit.id])
        self._show_cursor()
        self.refresh()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit a title, or add a touchpoint in an empty cell."""
        if event.button() != LEFT:
            return
        self._pressed = None
        hit = self._hit(event.position())
        if hit.kind == "cell":
            self.add_touchpoint_at(*self.reading(event.position()))
        elif hit.kind == "text" and hit.text is not None:
            self.edit_text(hit.text)
        elif hit.kind == "lane" and hit.id in self.document.journey:
            self.document.selection.set([hit.id])
        elif hit.id and hit.kind in ("card", "header", "row", "chip", "note"):
            self.edit_title(hit.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu for what lies under the pointer."""
        point = QPointF(event.pos())
        hit = self._hit(point)
        if hit.id and hit.id not in self.document.selection:
            self._choose(hit, False)
        self.remember_place(point)
        self.menu = context_menu(hit, self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift or Alt, pan."""
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        if event.modifiers() & (SHIFT | ALT):
            along = delta.x() or delta.y()
            sideways = bool(event.modifiers() & SHIFT)
            self.look(self.camera.shifted(along if sideways else 0, 0 if sideways else along))
        else:
            self.look(self.camera.zoomed(WHEEL_STEP ** (event.angleDelta().y() or delta.y()), event.position()))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any longer."""
        self._hover(Hit("paper"))

    def event(self, event: QEvent) -> bool:
        """Pinch zooms; Tab makes a touchpoint while one is selected instead of leaving the canvas."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.look(self.camera.zoomed(1 + event.value(), event.position()))
            return True
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and self._is(self.document.selection.current or "", Touchpoint)
        ):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def _hit(self, point: QPointF) -> Hit:
        return hit_test(self.map_layout, *self.reading(point), self.handles())

    def _hover(self, hit: Hit) -> None:
        if hit != self.hovered:
            self.hovered = hit
            self._show_cursor()
            self.refresh()

    def _choose(self, hit: Hit, add: bool) -> None:
        selection = self.document.selection
        if hit == Hit("lane", "emotion") and self._is(selection.current or "", Persona):
            return  # its feelings are about to be drawn
        if hit.kind in ("cell", "lane", "paper") or (hit.kind == "text" and not hit.id):
            if not add:
                selection.clear()
        elif hit.id and add:
            selection.toggle(hit.id)
        elif hit.id and hit.id not in selection:
            selection.set([hit.id])

    def _gesture(self, hit: Hit, start: QPointF, add: bool) -> Gesture | None:
        selection = self.document.selection
        if hit.kind == "handle" or (hit.kind == "card" and self.tool == "link"):
            return DrawLink(self, hit.id, start)
        if hit.kind == "card":
            cards = tuple(id for id in selection.ids if id in self.map_layout.cards)
            return MoveCards(self, hit.id, cards if hit.id in cards else (hit.id,), start)
        if hit.kind in ("header", "row"):
            return Reorder(self, hit.id)
        if hit.kind == "note":
            return MoveNote(self, hit.id, start)
        if hit == Hit("lane", "emotion"):
            return emotion_gesture(self, start)
        if hit.kind in ("cell", "paper", "lane"):
            return Band(self, start, selection.ids if add else ())
        return None

    def _use_tool(self, hit: Hit, point: QPointF) -> bool:
        """Do what the chosen tool does here; False where it leaves the click to the selection."""
        if self.tool == "link":
            if hit.kind not in ("card", "handle"):
                return False
            source = self.document.selection.current
            if source in self.map_layout.cards and source != hit.id and hit.kind == "card":
                with self.document.edit(N_("Draw link")) as edit:
                    edits.connect(self.document.journey, edit, str(source), hit.id)
                self.document.selection.set([hit.id])
                return True
            return False
        if self.tool == "touchpoint":
            if hit.kind != "cell":
                return False
            self.add_touchpoint_at(*self.reading(point))
        elif self.tool == "note":
            self.add_note_at(*self.reading(point))
        elif hit.kind in ("card", "header") or (hit.kind == "link" and self.tool == "pain"):
            self.document.selection.set([hit.id])
            if self.tool == "pain":
                self.add_pain()
            else:
                self.add_truth()
        else:
            return False
        self.set_tool("select")
        return True

    def _start(self, gesture: Gesture | None) -> None:
        self.gesture = gesture
        self._show_cursor()

    def _show_cursor(self) -> None:
        if isinstance(self.gesture, Pan):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self.tool != "select":
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.setCursor(CURSORS.get(self.hovered.kind, Qt.CursorShape.ArrowCursor))

    # -- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, commands, tools, and typing into the selected card."""
        key, keys = event.key(), event.modifiers()
        if self.title_editor is not None:
            self.title_editor.keyPressEvent(event)
        elif key in ARROWS and not keys & (CTRL | META):
            if keys & ALT:
                self.nudge(*ARROWS[key])
            else:
                self.step(*ARROWS[key], extend=bool(keys & SHIFT))
        elif key == Qt.Key.Key_Space and not keys:
            self._space = True
            self._show_cursor()
        elif key in COMMANDS and not keys & (CTRL | META | ALT | SHIFT):
            getattr(self, COMMANDS[key])()
        elif (text := typed_text(event)) and self._type(key, text):
            pass
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting go of the space bar ends the readiness to pan."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()
        super().keyReleaseEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text from an input method begins a title as typed text does."""
        if event.commitString().strip():
            self._type(0, event.commitString())
        event.accept()

    def _type(self, key: int, text: str) -> bool:
        current = self.document.selection.current
        if current is not None and self.tool == "select":
            self.edit_title(current, text)
            return self.title_editor is not None
        if key in TOOL_KEYS:
            self.set_tool(TOOL_KEYS[key])
            return True
        return False

    def cancel(self) -> None:
        """Esc: drop the gesture, else the tool, else the selection."""
        gesture, self.gesture = self.gesture, None
        self._pressed = None
        if gesture is not None:
            gesture.cancel()
        elif self.tool != "select":
            self.set_tool("select")
        else:
            self.document.selection.clear()
        self._show_cursor()
        self.refresh()
