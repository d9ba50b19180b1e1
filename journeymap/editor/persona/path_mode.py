"""Drawing the path of a persona on the map: cards are clicked in their order; one Change when it is done."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from journeymap.editor.canvas.hit import hit_test
from journeymap.editor.canvas.view import CanvasView
from journeymap.editor.document import Document
from journeymap.editor.persona.path_bar import WIDTH, PathBar
from journeymap.editor.persona.path_marks import PathMarks
from journeymap.editor.persona.path_part import CHANGE
from journeymap.editor.theme import scaled
from journeymap.language import _, explain
from journeymap.model.change import Change
from journeymap.model.paths import cards_of, linked_way, path_of
from journeymap.model.people import Persona
from journeymap.model.problem import Problem
from journeymap.model.structure import Touchpoint

MARGIN = 12
TOGGLE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
# Keys that go on to the canvas: what is selected, and where it is looked at from.
PASSED = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class PathMode(QObject):
    """Goes between the hand and the canvas while it lasts. `message` carries sentences for the status bar."""

    message = Signal(str)

    def __init__(self, document: Document, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._document = document
        self._canvas = canvas
        self._pressed = False
        self.persona = ""
        self.cards: tuple[str, ...] = ()
        self.bar: PathBar | None = None
        self._marks: PathMarks | None = None
        document.changed.connect(self._changed)
        canvas.camera_changed.connect(self._repaint)

    @property
    def is_on(self) -> bool:
        """Whether a path is being drawn."""
        return self.bar is not None

    def begin(self, persona: str) -> None:
        """Draw the path of a persona; what it has already is kept."""
        self.end()
        record = self._document.journey.get(Persona, persona)
        self.persona = persona
        self.cards = cards_of(self._document.journey, record.path)
        self._marks = PathMarks(self._canvas)
        self.bar = PathBar(self._canvas)
        self.bar.accept.clicked.connect(self.accept)
        self.bar.cancel.clicked.connect(self.end)
        self.bar.clear.clicked.connect(self.clear)
        self.bar.way.clicked.connect(self.along)
        self._canvas.installEventFilter(self)
        self._lay()
        self._marks.show()
        self.bar.show()
        self._show()
        self._canvas.setFocus()

    def toggle(self, card: str) -> None:
        """Put a card at the end of the path, or take it out."""
        there = card in self.cards
        self.cards = tuple(id for id in self.cards if id != card) if there else (*self.cards, card)
        self._show()

    def along(self) -> None:
        """Fill the gaps along the links."""
        self.cards = linked_way(self._document.journey, self.cards)
        self._show()

    def clear(self) -> None:
        """Begin again."""
        self.cards = ()
        self._show()

    def accept(self) -> None:
        """The path is as it should be: one Change."""
        journey, persona, cards = self._document.journey, self.persona, self.cards
        self.end()
        if persona not in journey:
            return
        try:
            with self._document.edit(CHANGE) as edit:
                edit.update(persona, path=path_of(journey, cards))
        except Problem as problem:
            self.message.emit(explain(problem))
        self._document.selection.set([persona])

    def end(self) -> None:
        """Leave the path as it was."""
        if self.bar is None or self._marks is None:
            return
        self._canvas.removeEventFilter(self)
        for widget in (self.bar, self._marks):
            widget.hide()
            widget.deleteLater()
        self.bar = self._marks = None
        self._canvas.setFocus()

    # -- between the hand and the canvas

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Clicks on cards and the keys of the mode are taken, all else goes on."""
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._lay()
        elif isinstance(event, QMouseEvent) and kind in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonDblClick,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseMove,
        ):
            return self._mouse(event)
        elif isinstance(event, QKeyEvent) and kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return self._key(event)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if event.button() != Qt.MouseButton.LeftButton:
                return False
            card = self._card_at(event.position())
            self._pressed = bool(card)
            if card:
                self.toggle(card)
            return self._pressed
        if event.type() == QEvent.Type.MouseMove:
            return self._pressed
        taken, self._pressed = self._pressed, False
        return taken

    def _key(self, event: QKeyEvent) -> bool:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        taken = key not in PASSED and (not control or key in TOGGLE_KEYS)
        if event.type() == QEvent.Type.ShortcutOverride:
            # Del would delete the persona whose path this is.
            if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape, *TOGGLE_KEYS):
                event.accept()
                return True
            return False
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in TOGGLE_KEYS and control:
            self.accept()
        elif key in TOGGLE_KEYS:
            current = self._document.selection.current or ""
            if self._document.journey.find(Touchpoint, current) is not None:
                self.toggle(current)
        return taken

    def _card_at(self, point: QPointF) -> str:
        hit = hit_test(self._canvas.map_layout, *self._canvas.reading(point))
        return hit.id if hit.kind == "card" else ""

    # -- what is shown

    def _show(self) -> None:
        persona = self._document.journey.find(Persona, self.persona)
        if self.bar is not None and self._marks is not None and persona is not None:
            self.bar.show_path(persona.title or _("Untitled"), len(self.cards))
            self._marks.show_path(self.cards, persona.colour)

    def _repaint(self) -> None:
        if self._marks is not None:
            self._marks.update()

    def _lay(self) -> None:
        if self.bar is None or self._marks is None:
            return
        self._marks.setGeometry(self._canvas.rect())
        width = min(scaled(WIDTH), self._canvas.width() - 2 * MARGIN)
        height = max(self.bar.sizeHint().height(), _height_for(self.bar, width))
        self.bar.setGeometry((self._canvas.width() - width) // 2, MARGIN, width, height)

    def _changed(self, change: Change) -> None:
        if self.bar is None:
            return
        journey = self._document.journey
        if self.persona not in journey:
            self.end()
            return
        self.cards = tuple(id for id in self.cards if id in journey)
        self._show()
        self._repaint()


def _height_for(widget: QWidget, width: int) -> int:
    layout = widget.layout()
    return layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
