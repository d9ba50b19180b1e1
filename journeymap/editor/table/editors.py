"""The fields in which cells are typed. Each has `text()`, and `begin(text, typed)`: with `typed` a key has opened it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCursor, QValidator
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from journeymap.editor.table.cells import read_whole
from journeymap.model.problem import Problem

MOST_LINES = 10  # of a field for texts


class LineCell(QLineEdit):
    """A line of text; the cursor begins at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)

    def begin(self, text: str, typed: bool) -> None:
        """Start with this text."""
        self.setText("" if typed else text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The view selects all text in a field that it opens, and the next key would replace it."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.end(False)


class TextCell(QPlainTextEdit):
    """A text of many lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._grow)

    def begin(self, text: str, typed: bool) -> None:
        """Start with this text."""
        self.setPlainText("" if typed else text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def text(self) -> str:
        """What was typed."""
        return self.toPlainText()

    def wanted(self) -> int:
        """How high the field should be to show its text, ten lines at most."""
        most = MOST_LINES * self.fontMetrics().lineSpacing()
        height, block = 0.0, self.document().firstBlock()
        while block.isValid() and height < most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return int(min(height, most)) + 18

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the text otherwise."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        height = min(max(self.height(), self.wanted()), parent.height())
        top = max(0, min(self.y(), parent.height() - height))
        if (height, top) != (self.height(), self.y()):
            self.setGeometry(self.x(), top, self.width(), height)
        if self.wanted() <= height:
            self.verticalScrollBar().setValue(0)


class ChoiceCell(QComboBox):
    """A list that can be typed into: what is typed is completed from the list. `picked` when one was chosen by hand."""

    picked = Signal(object)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItems(list(names))
        self.activated.connect(self._activated)

    def begin(self, text: str, typed: bool) -> None:
        """Start with this text."""
        self.setCurrentIndex(self.findText(text))
        self.setEditText("" if typed else text)
        if typed:
            self.setCurrentIndex(-1)
        width = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(min(self.count(), 500))), default=0
        )
        self.view().setMinimumWidth(min(width + 40, 420))

    def text(self) -> str:
        """What was typed or chosen."""
        return self.currentText()

    def _activated(self, row: int) -> None:
        self.picked.emit(self)


class StepsCell(QSpinBox):
    """A small whole number by its arrows; anything can be typed, so that the table can say what is allowed."""

    def __init__(self, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(low, high)

    def begin(self, text: str, typed: bool) -> None:
        """Start with this text."""
        self.lineEdit().setText("" if typed else text)

    def text(self) -> str:
        """What was typed."""
        return self.lineEdit().text()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed."""
        return QValidator.State.Acceptable, text, pos

    def valueFromText(self, text: str) -> int:
        """The number that was typed, the lowest one for anything else."""
        return self._number() or self.minimum()

    def textFromValue(self, val: int) -> str:
        """What stands in the field is what was typed, never what Qt thinks of it."""
        return self.lineEdit().text()

    def fixup(self, text: str) -> str:
        """Nothing is put right behind the user's back."""
        return text

    def stepBy(self, steps: int) -> None:
        """Up or down from what was typed."""
        now = self._number()
        start = now + steps if now is not None else self.minimum() if steps > 0 else self.maximum()
        self.lineEdit().setText(str(min(self.maximum(), max(self.minimum(), start))))
        self.lineEdit().selectAll()

    def stepEnabled(self) -> QSpinBox.StepEnabledFlag:
        """Always both ways."""
        return QSpinBox.StepEnabledFlag.StepUpEnabled | QSpinBox.StepEnabledFlag.StepDownEnabled

    def _number(self) -> int | None:
        try:
            return read_whole(self.lineEdit().text(), self.minimum(), self.maximum())
        except Problem:
            return None


CellEditor = LineCell | TextCell | ChoiceCell | StepsCell
EDITORS = (LineCell, TextCell, ChoiceCell, StepsCell)
