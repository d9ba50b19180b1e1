"""The current cell of the table: how it goes from cell to cell, what is selected with it, how high its row is."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from journeymap.editor.table.axis import runs
from journeymap.editor.table.grid import Grid
from journeymap.editor.table.model import TableModel
from journeymap.editor.table.ranges import columns_in, rows_in
from journeymap.editor.table.rows import Row

Action = QAbstractItemView.CursorAction
Flag = QItemSelectionModel.SelectionFlag
CTRL = Qt.KeyboardModifier.ControlModifier
LINES = {False: 1, True: 3}  # of text in a row, plain and wrapped


class Cursor(Grid):
    """Goes from cell to cell as a spreadsheet does. `sheet_wanted` says how many tables further to show (1 or −1)."""

    sheet_wanted = Signal(int)

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self._home: int | None = None
        self.setModel(model)
        self.verticalHeader().setSectionsClickable(True)
        self.verticalHeader().setHighlightSections(True)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.wrap(False)
        model.modelReset.connect(self._lower_headings)
        model.rowsInserted.connect(self._lower_headings)

    # -- looks

    def wrap(self, on: bool) -> None:
        """Rows for one line of text, or for three."""
        self._wrapped = on
        self.setWordWrap(on)
        header = self.verticalHeader()
        header.setMinimumSectionSize(self._row_height(1))
        header.setDefaultSectionSize(self._row_height(LINES[on]))
        header.setSectionResizeMode(header.ResizeMode.Fixed)
        self._lower_headings()

    def _lower_headings(self) -> None:
        """Headings of stages and empty rows need one line also where texts wrap."""
        if self._wrapped:
            lines = {kind: self._row_height(LINES[kind == "item"]) for kind in ("item", "stage", "add")}
            for place, row in enumerate(self.table.rows):
                if self.rowHeight(place) != lines[row.kind]:
                    self.setRowHeight(place, lines[row.kind])

    def _row_height(self, lines: int) -> int:
        return self.fontMetrics().lineSpacing() * lines + 12

    def changeEvent(self, event: QEvent) -> None:
        """Rows are as high as their text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_wrapped"):
            self.wrap(self._wrapped)

    # -- what is selected

    def places(self) -> list[int]:
        """The rows in which something is selected."""
        return rows_in(self.selectionModel().selection())

    def span_columns(self) -> list[int]:
        """The shown columns in which something is selected."""
        return [column for column in columns_in(self.selectionModel().selection()) if not self.isColumnHidden(column)]

    def shown(self) -> list[int]:
        """The columns that are shown."""
        return [column for column in range(len(self.table.columns)) if not self.isColumnHidden(column)]

    def current_row(self) -> Row | None:
        """The row of the current cell."""
        index = self.currentIndex()
        return self.table.rows[index.row()] if index.isValid() else None

    def begin(self) -> None:
        """Make the first element's cell the current one where none is."""
        if not self.currentIndex().isValid() and self.table.rows:
            self.go(self._beyond(-1, 1), 0)

    def go(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        index = self.table.index(row, column)
        if index.isValid():
            self.anchor = QPersistentModelIndex(index)
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
            self.scrollTo(index)

    # -- going

    def go_down(self) -> None:
        """To the cell below; after a run of Tab to the column where that began."""
        self.go(self._beyond(self.currentIndex().row(), 1), self._column())

    def go_up(self) -> None:
        """To the cell above."""
        self.go(self._beyond(self.currentIndex().row(), -1), self._column())

    def go_right(self) -> None:
        """To the next cell."""
        self._sideways(1)

    def go_left(self) -> None:
        """To the cell before."""
        self._sideways(-1)

    def leave(self) -> None:
        """On to the next part of the window."""
        self.focusNextPrevChild_(True)

    def leave_back(self) -> None:
        """Back to the part before."""
        self.focusNextPrevChild_(False)

    def focusNextPrevChild_(self, on: bool) -> None:
        """Past the table, which keeps Tab for itself."""
        following = self.nextInFocusChain() if on else self.previousInFocusChain()
        while following is not None and following is not self:
            takes = (
                following.focusPolicy() & Qt.FocusPolicy.TabFocus and following.isVisible() and following.isEnabled()
            )
            if takes and not self.isAncestorOf(following):
                following.setFocus(Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason)
                return
            following = following.nextInFocusChain() if on else following.previousInFocusChain()

    def next_sheet(self) -> None:
        """The table after this one."""
        self.sheet_wanted.emit(1)

    def previous_sheet(self) -> None:
        """The table before this one."""
        self.sheet_wanted.emit(-1)

    def select_all(self) -> None:
        """All cells."""
        self.selectAll()

    def select_rows(self) -> None:
        """All of the rows in which something is selected."""
        self._widen(Flag.Rows)

    def select_columns(self) -> None:
        """All of the columns in which something is selected."""
        self._widen(Flag.Columns)

    def _widen(self, flag: Flag) -> None:
        self.selectionModel().select(self.selectionModel().selection(), Flag.Select | flag)

    def _column(self) -> int:
        column = self.currentIndex().column() if self._home is None else self._home
        self._home = None
        return max(0, column)

    def _sideways(self, step: int) -> None:
        index, shown = self.currentIndex(), self.shown()
        if not index.isValid() or not shown:
            return
        home = index.column() if self._home is None else self._home
        place = shown.index(index.column()) + step if index.column() in shown else 0
        row = index.row()
        if place in (-1, len(shown)):
            row, place = self._beyond(row, step), 0 if step > 0 else len(shown) - 1
        self.go(row, shown[place])
        self._home = home if step > 0 and home < shown[place] else None

    def _beyond(self, row: int, step: int) -> int:
        """The next row in a direction that is no heading of a stage; the same one at the end."""
        place = row + step
        while 0 <= place < len(self.table.rows) and self.table.rows[place].kind == "stage":
            place += step
        return place if 0 <= place < len(self.table.rows) else row

    def _extend(self, event: QKeyEvent) -> None:
        actions = {
            Qt.Key.Key_Up: Action.MoveUp,
            Qt.Key.Key_Down: Action.MoveDown,
            Qt.Key.Key_Left: Action.MoveLeft,
            Qt.Key.Key_Right: Action.MoveRight,
            Qt.Key.Key_Home: Action.MoveHome,
            Qt.Key.Key_End: Action.MoveEnd,
            Qt.Key.Key_PageUp: Action.MovePageUp,
            Qt.Key.Key_PageDown: Action.MovePageDown,
        }
        index = self.moveCursor(actions[Qt.Key(event.key())], event.modifiers() & CTRL)
        if index.isValid():
            self.extend_to(index)


def selection_of(model: TableModel, rows: list[int], columns: list[int]) -> QItemSelection:
    """The cells where these rows and columns cross."""
    found = QItemSelection()
    for first, last in runs(rows):
        for left, right in runs(columns):
            found.select(model.index(first, left), model.index(last, right))
    return found
