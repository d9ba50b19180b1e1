"""The table under hand: typing, keys, the menu."""

from PySide6.QtCore import QEvent, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip, QWidget

from journeymap.editor.table.cursor import LINES, Cursor
from journeymap.editor.table.delegate import CellDelegate
from journeymap.editor.table.following import Index
from journeymap.editor.table.keys import MOVES, command_of
from journeymap.editor.table.menu import table_menu
from journeymap.editor.table.model import TableModel
from journeymap.editor.table.rows import Row
from journeymap.editor.widgets.labels import plain_tip
from journeymap.language import _

Trigger = QAbstractItemView.EditTrigger
SHORT = 60  # a sentence that has room in every status bar
TIP_MS = 120
SHIFT = Qt.KeyboardModifier.ShiftModifier


class TableKeys(Cursor):
    """Opens cells for typing and hears the keys; what is done with blocks of cells comes on top of it.

    `message` carries sentences for the status bar.
    """

    message = Signal(str)

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.cell_delegate = CellDelegate(self)
        self.setItemDelegate(self.cell_delegate)
        self.setEditTriggers(Trigger.AnyKeyPressed | Trigger.EditKeyPressed | Trigger.DoubleClicked)
        self.setAccessibleName(_("Table of the map"))
        self.setAccessibleDescription(_("Arrow keys go from cell to cell, typing edits, Ctrl+Tab leaves the table"))
        self._neighbours: dict[str, Row] = {}
        self._long = ""
        self._tip = QTimer(self)
        self._tip.setSingleShot(True)
        self._tip.setInterval(TIP_MS)
        self._tip.timeout.connect(self._show_tip)
        self.cell_delegate.ended.connect(self._ended)
        self.cell_delegate.filled.connect(self.fill)
        model.refused.connect(self._refused)

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

    def _refused(self, sentence: str) -> None:
        self.message.emit(sentence)
        # A narrow window cuts a long sentence off in its status bar, and what is allowed stands at the end. It is shown
        # a little later because a tip goes with the field that was typed in.
        self._long = sentence
        if len(sentence) > SHORT:
            self._tip.start()

    def _show_tip(self) -> None:
        corner = self.viewport().rect().bottomLeft() - QPoint(0, self._row_height(LINES[True]))
        QToolTip.showText(self.viewport().mapToGlobal(corner), plain_tip(self._long), self)

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
