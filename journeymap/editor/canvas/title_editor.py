"""A title is typed in its place on the map."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeymap.layout.text import STYLES
from journeymap.model.text import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text
from journeymap.paint.fonts import font

LEAST_PIXELS = 13
LEAST_WIDTH, LEAST_HEIGHT = 150, 30


class TitleEditor(QPlainTextEdit):
    """A small field over an element; `finished` carries the id, the text, and the key that ended it.

    Keys: Enter, Tab or another place (`"enter"`, `"tab"`, `"leave"`) keep the text, Esc (`"escape"`) drops it.
    With `many` lines Shift+Enter begins a new one.
    """

    finished = Signal(object, object, object)

    def __init__(
        self, id: str, text: str, style: str, place: QRectF, zoom: float, rtl: bool, parent: QWidget, many: bool = False
    ) -> None:
        super().__init__(parent)
        self.element = id
        self._before = text
        self._done = False
        self._many = many
        face = QFont(font(style))
        face.setPixelSize(max(LEAST_PIXELS, round(STYLES[style].size * zoom)))
        self.setFont(face)
        self.setObjectName("titleEditor")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self.document().setDocumentMargin(2)
        self.setTabChangesFocus(False)
        self.setPlainText(text)
        rect = place.toRect()
        width, height = max(rect.width(), LEAST_WIDTH), max(rect.height(), LEAST_HEIGHT)
        self.setGeometry(rect.x() - 4 if not rtl else rect.right() - width + 5, rect.y() - 4, width + 8, height + 8)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.textChanged.connect(self._shorten)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Tab and Esc end the typing; everything else is typed."""
        ends = {
            Qt.Key.Key_Return: "enter",
            Qt.Key.Key_Enter: "enter",
            Qt.Key.Key_Tab: "tab",
            Qt.Key.Key_Escape: "escape",
        }
        how = ends.get(Qt.Key(event.key()))
        if how == "enter" and self._many and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            how = None
        if how is None:
            super().keyPressEvent(event)
        else:
            self.finish(how)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Clicking elsewhere keeps what was typed; a menu or another window does not end the typing."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self.finish("leave")

    def _shorten(self) -> None:
        """However the text got here, a title or a text has its limit."""
        limit = TEXT_LIMIT if self._many else LINE_LIMIT
        if len(self.toPlainText()) > limit:
            self.setPlainText(self.toPlainText()[:limit])
            self.moveCursor(QTextCursor.MoveOperation.End)

    def _clean(self, text: str) -> str:
        return clean_text(text).strip() if self._many else clean_line(text)

    def finish(self, how: str) -> None:
        """End the typing, once."""
        if self._done:
            return
        self._done = True
        text = self._before if how == "escape" else self._clean(self.toPlainText())
        self.finished.emit(self.element, text, how)
