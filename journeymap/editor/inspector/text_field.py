"""A field of several lines that is as high as its text, and the title of a form."""

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from journeymap.editor.inspector.field import Field, several_values
from journeymap.editor.inspector.values import MIXED

MOST_LINES = 10
PADDING = 12


class Growing(QPlainTextEdit):
    """Plain text that shows all its lines up to a limit; Tab leaves it. `single`: Enter leaves it too."""

    def __init__(self, single: bool, parent: "TextField") -> None:
        super().__init__(parent)
        self._field = parent
        self._single = single
        self.before = ""
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter hands over, Esc drops what was typed."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (self._single or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self._field.finish()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.setPlainText(self.before)
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field hands over what was typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._field.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def minimumSizeHint(self) -> QSize:
        """As narrow as may be."""
        return QSize(40, self.height())

    def _grow(self) -> None:
        # The layout of plain text counts in lines.
        lines = max(1, round(self.document().documentLayout().documentSize().height()))
        height = min(lines, MOST_LINES) * self.fontMetrics().lineSpacing() + PADDING
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > MOST_LINES else policy.ScrollBarAlwaysOff)
        if height != self.height():
            self.setFixedHeight(height)


class TextField(Field):
    """Several lines of text, or the heading of a form."""

    def __init__(self, hint: str = "", heading: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._heading = heading
        self._value: Any = None
        self.text = Growing(heading, self)
        if heading:
            self.text.setProperty("role", "heading")
        self.text.setPlaceholderText(hint)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.text)
        self.setFocusProxy(self.text)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        if self.text.document().isModified() and value == self._value:
            return
        self._value = value
        self._show(str(value), self._hint)

    def show_mixed(self) -> None:
        """Show that the selected elements differ."""
        if not (self.text.document().isModified() and self._value is MIXED):
            self._value = MIXED
            self._show("", several_values())

    def finish(self) -> None:
        """Hand over what was typed; Qt alters some characters by itself, so only what a hand has touched counts."""
        if not self.text.document().isModified():
            return
        self.text.document().setModified(False)
        value = self.text.toPlainText()
        if self._heading:
            value = " ".join(value.split("\n")).strip()
        if value != self._value:
            self._value = value
            self.text.before = value
            self.edited.emit(value)

    def focus_target(self) -> QWidget:
        """The text."""
        return self.text

    def _show(self, text: str, hint: str) -> None:
        self.text.before = text
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)
        self.text.document().setModified(False)
        self.text.setPlaceholderText(hint)
