"""The table under hand: typing, keys, going from cell to cell."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from journeymap.editor.table.delegate import CellDelegate
from journeymap.editor.table.grid import Grid
from journeymap.editor.table.keys import MOVES, command_of
from journeymap.editor.table.menu import table_menu
from journeymap.editor.table.model import Index, TableModel
from journeymap.editor.table.ranges import columns_in, rows_in
from journeymap.editor.table.rows import Row
from journeymap.language import _

Trigger = QAbstractItemView.EditTrigger
Action = QAbstractItemView.CursorAction
Flag = QItemSelectionModel.SelectionFlag
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LINES = {False: 1, True: 3}  # of text in a row, plain and wrapped


class TableKeys(Grid):
    """Goes from cell to cell as a spreadsheet does; what is done with blocks of cells comes on top of it.

    `message` carries sentences for the status bar; `sheet_wanted` how many tables further to show (1 or −1).
    """

    message = Signal(str)
    sheet_wanted = Signal(int)

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self.cell_delegate = CellDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.cell_delegate)
        self.setEditTriggers(Trigger.AnyKeyPressed | Trigger.EditKeyPressed | Trigger.DoubleClicked)
        self.setAccessibleName(_("Table of the map"))
        self.setAccessibleDescription(_("Arrow keys go from cell to cell, typing edits, Ctrl+Tab leaves the table"))
        self._home: int | None = None
        self._neighbours: dict[str, Row] = {}
        self.verticalHeader().setSectionsClickable(True)
        self.verticalHeader().setHighlightSections(True)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.wrap(False)
        self.cell_delegate.ended.connect(self._ended)
        self.cell_delegate.filled.connect(self.fill)
        model.refused.connect(self.message)
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

    def type_in(self, row: Row, column: int = 0) -> None:
        """Open a cell for typing."""
        place = self.table.row_of(row)
        if place >= 0:
            self.go(place, column)
            self.edit(self.currentIndex(), Trigger.AllEditTriggers, None)

    def type_here(self) -> None:
        """Open the current cell for typing."""
        index = self.currentIndex()
        if index.isValid() and not self.edit(index, Trigger.AllEditTriggers, None):
            self.keyboardSearch("")

    # -- typing

    def edit(self, index: Index, trigger: Trigger = Trigger.AllEditTriggers, event: QEvent | None = None) -> bool:  # type: ignore[override]  # Qt has two methods of this name
        """Open a cell; remember where to go from it, since what is typed may move its row."""
        if trigger in (Trigger.CurrentChanged, Trigger.NoEditTriggers) or not index.isValid():
            return False
        self.cell_delegate.typed = trigger == Trigger.AnyKeyPressed
        steps = {"down": self._beyond(index.row(), 1), "up": self._beyond(index.row(), -1)}
        self._neighbours = {where: self.table.rows[place] for where, place in steps.items()}
        self.table.made = None
        return bool(super().edit(index, trigger, event))  # type: ignore[arg-type]  # Qt takes no event as well

    def keyboardSearch(self, search: str) -> None:
        """A key on a cell that can't be typed into says so instead of going elsewhere."""
        index = self.currentIndex()
        if index.isValid():
            heading = self.table.columns[index.column()].heading
            self.message.emit(_("“{column}” is for reading only.").format(column=heading))

    def fill(self, text: str) -> None:
        """Write a text into all selected cells."""
        raise NotImplementedError

    def _ended(self, where: str) -> None:
        made, row = self.table.made, self.current_row()
        if made is not None and where in ("right", "left"):
            self.go(self.table.row_of(made), self.currentIndex().column())
        if where in ("right", "left"):
            self._sideways(1 if where == "right" else -1)
        elif made is None and row is not None:
            place = self.table.row_of(self._neighbours.get(where, row))
            self.go(place if place >= 0 else self.currentIndex().row(), self._column())
        elif row is not None:
            self.go(self.currentIndex().row(), self._column())
        self.setFocus()

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

    # -- events

    def event(self, event: QEvent) -> bool:
        """Keys of the table come before the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and command_of(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands, ways, typing."""
        command = command_of(event)
        if self.state() == QAbstractItemView.State.EditingState:
            if not command:
                super().keyPressEvent(event)
            return
        if command:
            getattr(self, command)()
        elif event.key() in MOVES and event.modifiers() & SHIFT:
            self._extend(event)
        else:
            super().keyPressEvent(event)
            if event.key() in MOVES:
                self._home = None
                self.anchor = QPersistentModelIndex(self.currentIndex())

    def focusInEvent(self, event: object) -> None:
        """There is always a current cell."""
        self.begin()
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """The frame of the current cell goes."""
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu at the pointer, or at the current cell where a key asked for it."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu = table_menu(self, self.usable)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu.popup(place)

    def usable(self, method: str) -> bool:
        """Whether a command can do anything now."""
        row = self.current_row()
        if row is None:
            return False
        if method == "paste":
            return bool(QApplication.clipboard().text())
        if method in ("move_up", "move_down"):
            return row.kind == "item" and self.table.sheet.move is not None
        if method == "add_above":
            return row.kind == "item" and self.table.sheet.beside is not None
        return method != "delete_rows" or row.kind == "item"

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
    from journeymap.editor.table.axis import runs

    found = QItemSelection()
    for first, last in runs(rows):
        for left, right in runs(columns):
            found.select(model.index(first, left), model.index(last, right))
    return found
