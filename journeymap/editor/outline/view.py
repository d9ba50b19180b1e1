"""The outline: the map as a tree, what to fix first, what is missing or odd."""

import time

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from journeymap.editor.document import Document
from journeymap.editor.outline.advice import Advice
from journeymap.editor.outline.delegate import button_rect
from journeymap.editor.outline.line_menu import Choice, button_tip, line_menu
from journeymap.editor.outline.model import NODE_ROLE
from journeymap.editor.outline.nodes import WITH_BUTTON, Line, Node, has_eye
from journeymap.editor.outline.persona_eye import eye_tip, persona_menu, toggle
from journeymap.editor.outline.tree import OutlineTree
from journeymap.editor.outline.weights_dialog import WeightsDialog
from journeymap.editor.widgets.labels import plain_tip
from journeymap.language import explain
from journeymap.layout.focus import Focus
from journeymap.model.change import Change
from journeymap.model.problem import Problem

CHECK_AFTER_MS, PATIENCE = 300, 6
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Outline(OutlineTree):
    """`message` carries a sentence for the status bar; `typing_wanted`: the title of what is selected should be typed;
    `persona_wanted`: one more persona.

    `advice` gives the ranking and the findings; it is asked a moment after a change, once for many changes.
    """

    message = Signal(str)
    typing_wanted = Signal()
    persona_wanted = Signal()

    def __init__(self, document: Document, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.advice = advice
        self.menu: QMenu | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_AFTER_MS)
        self._timer.timeout.connect(self.check_now)
        document.changed.connect(self._check_later)
        document.overlay_changed.connect(self._check_later)
        advice.changed.connect(self.check_now)
        self.check_now()

    def check_now(self) -> None:
        """Look for what to fix first, and for what is missing or odd."""
        started = time.perf_counter()
        self.outline_model.set_lines("fix-first", self.advice.ranks())
        self.outline_model.set_lines("checks", self.advice.findings())
        # A very large map is looked through less often, so that most of the time is left for the hand.
        self._timer.setInterval(max(CHECK_AFTER_MS, round((time.perf_counter() - started) * 1000 * PATIENCE)))

    def open_weights(self) -> None:
        """Ask how much each part of the ranking counts."""
        WeightsDialog(self.advice, self.window()).open()

    def fix(self, line: Line) -> None:
        """Mend a finding, and select what came of it."""
        try:
            ids = self.advice.fix(line)
        except Problem as problem:
            self.message.emit(explain(problem))
            return
        self.check_now()
        if ids:
            self._document.selection.set(ids)
            self.wanted.emit(ids[-1])
            if not getattr(self._document.journey.records[ids[-1]], "title", ""):
                self.typing_wanted.emit()

    def press(self, index: QModelIndex) -> None:
        """Do what the button of a row does: add a persona, open weights or checks, mend a finding, show more, look at a persona or not."""
        node: Node = index.data(NODE_ROLE)
        if node.kind == "persona":
            toggle(self._document, node)
        elif node.kind == "more":
            self.advice.show_all(not self.advice.all_ranks)
        elif node.id == "personas":
            self.persona_wanted.emit()
        elif node.id == "fix-first":
            self.open_weights()
        elif node.line is not None:
            self.fix(node.line)
        else:
            self._open_menu(node, self.visualRect(index).bottomLeft())

    # -- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a button does what the button says."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and self._on_button(index, point):
            self.press(index)
            event.accept()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button of a heading, or shows more; the space bar presses the eye of a persona."""
        node: Node | None = self.currentIndex().data(NODE_ROLE)
        if event.key() == Qt.Key.Key_Space and node is not None and has_eye(node):
            self.press(self.currentIndex())
            event.accept()
            return
        if event.key() in ENTER and node is not None and (node.kind == "more" or node.id in WITH_BUTTON):
            self.press(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a row: mend a finding, switch a check off, weigh otherwise."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        node: Node | None = index.data(NODE_ROLE)
        if node is not None:
            self._open_menu(node, self.visualRect(index).center() if by_key else event.pos())

    def viewportEvent(self, event: QEvent) -> bool:
        """A button has a tip of its own."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if self._on_button(index, event.pos()):
                node: Node = index.data(NODE_ROLE)
                tip = eye_tip(self._document, node) if node.kind == "persona" else button_tip(node)
                QToolTip.showText(event.globalPos(), plain_tip(tip), self)
                return True
        return super().viewportEvent(event)

    def _open_menu(self, node: Node, place: QPoint) -> None:
        if has_eye(node):
            menu: QMenu | None = persona_menu(self._document, node, self)
        else:
            menu = line_menu(node, self.advice.silenced, self)
        if menu is not None:
            self.menu = menu
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.triggered.connect(self._on_menu)
            menu.popup(self.viewport().mapToGlobal(place))

    def _on_menu(self, action: QAction) -> None:
        choice = action.data()
        if isinstance(choice, Focus):
            self._document.set_focus(choice)
        if not isinstance(choice, Choice):
            return
        if choice.line is not None:
            self.fix(choice.line)
        elif choice.rule:
            self.advice.silence(choice.rule, choice.silent)
        else:
            self.open_weights()

    def _on_button(self, index: QModelIndex, point: QPoint) -> bool:
        node: Node | None = index.data(NODE_ROLE)
        if node is None:
            return False
        place = button_rect(node, self.visualRect(index), self.right_to_left())
        return node.kind == "more" or (place is not None and place.contains(point))

    def _check_later(self, change: Change | None = None) -> None:
        # A throttle, not a debounce: findings also appear while somebody keeps typing.
        if not self._timer.isActive():
            self._timer.start()
