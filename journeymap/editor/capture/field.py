"""A field for one line: Enter hands it over and empties it, a list that is pasted is handed over as a list."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from journeymap.editor.capture.table_text import cells_of_text
from journeymap.model.text import clean_line

PASTE_LIMIT = 2_000_000  # characters
Key, Modifier = Qt.Key, Qt.KeyboardModifier
# Up and down: through the stages; with Alt through the channels or touchpoints.
STEPS: dict[Qt.Key, int] = {Key.Key_Up: -1, Key.Key_Down: 1}
KINDS: dict[Qt.Key, int] = {Key.Key_1: 0, Key.Key_2: 1, Key.Key_3: 2, Key.Key_4: 3}


class LineField(QPlainTextEdit):
    """`entered` carries a line, `listed` a text of several. `stepped` asks for another stage ("stage") or channel ("other").

    `kind_wanted` carries the place of a kind, `undo_wanted` comes for Ctrl+Z in the empty field, `left` for Esc there.
    """

    entered = Signal(str)
    listed = Signal(str)
    stepped = Signal(str, int)
    kind_wanted = Signal(int)
    undo_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("captureField")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def line(self) -> str:
        """What is typed, as one line."""
        return clean_line(self.toPlainText())

    def sizeHint(self) -> QSize:
        """One line, with room around it."""
        return QSize(300, round(self.fontMetrics().height() + 2 * self.document().documentMargin() + 12))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Keys that the main window would take for its own belong to the box while it is typed in."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, arrows up and down, Esc; everything else is typed."""
        key, keys = Qt.Key(event.key()), event.modifiers() & ~Modifier.KeypadModifier
        empty = not self.toPlainText()
        if key in (Key.Key_Return, Key.Key_Enter):
            self.hand_over()
        elif key in STEPS and keys in (Modifier.NoModifier, Modifier.AltModifier):
            self.stepped.emit("other" if keys else "stage", STEPS[key])
        elif key in KINDS and keys == Modifier.ControlModifier:
            self.kind_wanted.emit(KINDS[key])
        elif key == Key.Key_Escape:
            if empty:
                self.left.emit()
            else:
                self.clear()
        elif empty and event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def hand_over(self) -> None:
        """Hand the line over; whoever takes it empties the field."""
        if self.line:
            self.entered.emit(self.line)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted or dropped: one line is typed, several are a list."""
        text = source.text() if source.hasText() else ""
        cells = cells_of_text(text[:PASTE_LIMIT])
        if len(cells.rows) * max(1, cells.width) > 1:
            self.listed.emit(text[:PASTE_LIMIT])
        elif text.strip():
            self.insertPlainText(clean_line(text))

    def _own(self, event: QKeyEvent) -> bool:
        keys = event.modifiers() & ~Modifier.KeypadModifier
        key = Qt.Key(event.key())
        return (key in KINDS and keys == Modifier.ControlModifier) or key == Key.Key_Escape
