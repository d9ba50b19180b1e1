"""Opens a cell for typing in the field that its column asks for, and says which key ended it."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeymap.editor.table.column import Column
from journeymap.editor.table.editors import (
    EDITORS,
    CellEditor,
    ChoiceCell,
    LineCell,
    StepsCell,
    TextCell,
)
from journeymap.editor.table.editors_popup import DateCell, NamesCell
from journeymap.editor.table.following import Index
from journeymap.editor.table.model import EDIT, TableModel
from journeymap.editor.theme import scaled

Key = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
# Fields need not be as narrow as their cells.
LEAST_WIDTHS: tuple[tuple[type[QWidget], int], ...] = (
    (TextCell, 300),
    (NamesCell, 300),
    (ChoiceCell, 200),
    (DateCell, 150),
)


class CellDelegate(QStyledItemDelegate):
    """`ended` carries where to go next ("down", "up", "right", "left"); `filled` a text for all selected cells.

    `typed` is set by the view before it opens a cell: whether a key that is typed has opened it.
    """

    ended = Signal(str)
    filled = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.typed = False
        self._open: tuple[QWidget, str] | None = None
        self._enter_mode = False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field for a cell."""
        model = index.model()
        assert isinstance(model, TableModel)
        row, column = model.rows[index.row()], model.columns[index.column()]
        editor = self._make(model, column, parent)
        editor.setProperty("role", "cell")
        editor.setAccessibleName(model.spoken(row, index.column()))
        text = str(model.data(index, EDIT))
        self._open = editor, text
        self._enter_mode = self.typed
        editor.begin(text, self.typed)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Nothing: a Change from elsewhere must not overwrite what is being typed."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Write what was typed, if it is another text."""
        if isinstance(editor, EDITORS) and isinstance(model, TableModel):
            text = editor.text()
            if self._open is not None and self._open != (editor, text):
                self._open = editor, text
                model.setData(index, text)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The field is gone."""
        self._open = None
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell; a field for longer texts may be larger."""
        rect = QRect(option.rect)
        parent = editor.parentWidget()
        room = parent.rect() if parent is not None else rect
        least = next((scaled(width) for cls, width in LEAST_WIDTHS if isinstance(editor, cls)), 0)
        width = min(max(rect.width(), least), room.width())
        if editor.isRightToLeft():
            rect.setLeft(rect.right() - width + 1)
        rect.setWidth(width)
        rect.moveRight(min(rect.right(), room.right()))
        rect.moveLeft(max(rect.left(), room.left()))
        rect.moveBottom(min(rect.bottom(), room.bottom()))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """The keys that end typing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(editor, EDITORS) and isinstance(event, QKeyEvent):
            return self._key(editor, event) or super().eventFilter(editor, event)
        return super().eventFilter(editor, event)

    def _key(self, editor: CellEditor, event: QKeyEvent) -> bool:
        key, keys = Key(event.key()), event.modifiers()
        if key in (Key.Key_Return, Key.Key_Enter):
            if keys & ALT and isinstance(editor, TextCell):
                editor.insertPlainText("\n")
            elif keys & CTRL:
                text = editor.text()
                self._open = None
                self.closeEditor.emit(editor, self.EndEditHint.RevertModelCache)
                self.filled.emit(text)
            else:
                self._finish(editor, "up" if keys & SHIFT else "down")
            return True
        if key in (Key.Key_Tab, Key.Key_Backtab) and not keys & CTRL:
            self._finish(editor, "left" if key == Key.Key_Backtab or keys & SHIFT else "right")
            return True
        if key in (Key.Key_Up, Key.Key_Down) and not keys and self._enter_mode and isinstance(editor, LineCell):
            self._finish(editor, "up" if key == Key.Key_Up else "down")
            return True
        return False

    def _finish(self, editor: CellEditor, where: str) -> None:
        self.commitData.emit(editor)
        self._open = None
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)
        self.ended.emit(where)

    def _picked(self, editor: CellEditor) -> None:
        # A list says so as well when it is left, and may be closed by then.
        if self._open is None or self._open[0] is not editor:
            return
        self.commitData.emit(editor)
        self._open = None
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)

    def _make(self, model: TableModel, column: Column, parent: QWidget) -> CellEditor:
        names = [name for _value, name in column.options(model.source)] if column.options is not None else []
        if column.editor == "choice":
            choice = ChoiceCell(names, parent)
            choice.picked.connect(self._picked)
            return choice
        if column.editor == "date":
            date = DateCell(parent)
            date.picked.connect(self._picked)
            return date
        if column.editor == "steps":
            return StepsCell(*column.steps, parent)
        if column.editor == "names":
            return NamesCell(names, parent)
        return TextCell(parent) if column.editor == "text" else LineCell(parent)
