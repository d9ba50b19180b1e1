"""A hand for tests of the table: it goes to cells, types, pastes, and reads what stands there."""

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymap.editor.document import Document
from journeymap.editor.table.commands import TableView
from journeymap.editor.table.cursor import selection_of
from journeymap.editor.table.editors import EDITORS, CellEditor
from journeymap.editor.table.model import TableModel
from journeymap.editor.table.pane import TablePane
from journeymap.editor.table.rows import Row
from journeymap.editor.window import MainWindow

NO_KEYS = Qt.KeyboardModifier.NoModifier
Flag = QItemSelectionModel.SelectionFlag


class TableHand:
    """Drives the table of a window; rows are named by ids of elements, columns by their keys."""

    def __init__(self, window: MainWindow, sheet: str = "touchpoint") -> None:
        assert window.workspace is not None
        self.window = window
        window.workspace.show_view("table")
        self.pane: TablePane = window.workspace.table
        self.pane.show_sheet(sheet)
        self.view: TableView = self.pane.view
        self.model: TableModel = self.pane.model
        self.document: Document = self.pane.document
        self.said: list[str] = []
        self.pane.message.connect(self.said.append)
        self.view.setFocus()
        self.settle()

    def settle(self) -> None:
        """Let what was put off happen."""
        QCoreApplication.processEvents()

    def column(self, key: str) -> int:
        """The place of a column."""
        return [column.key for column in self.model.columns].index(key)

    def row(self, id: str) -> int:
        """The place of an element's row; `+stage` is the empty row of a stage, `#stage` its heading."""
        kind = {"+": "add", "#": "stage"}.get(id[:1])
        found = [place for place, row in enumerate(self.model.rows) if row == (kind or "item", id[1:] if kind else id)]
        assert len(found) == 1, (id, self.model.rows)
        return found[0]

    def text(self, id: str, key: str) -> str:
        """What a cell shows."""
        return str(self.model.data(self.model.index(self.row(id), self.column(key))))

    def titles(self) -> list[str]:
        """What the first column shows, row by row."""
        return [self.model.text(row, 0) for row in self.model.rows]

    def go(self, id: str, key: str = "title") -> None:
        """Make a cell the current one."""
        self.view.go(self.row(id), self.column(key))

    def select(self, ids: list[str], keys: list[str]) -> None:
        """Select a block of cells; the first is the current one."""
        rows, columns = sorted(map(self.row, ids)), sorted(map(self.column, keys))
        self.view.go(rows[0], columns[0])
        self.view.selectionModel().select(selection_of(self.model, rows, columns), Flag.ClearAndSelect)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.target(), key, keys)
        self.settle()

    def type(self, text: str) -> None:
        """Type ASCII text where the keyboard is; the first key opens the cell."""
        for letter in text:
            QTest.keyClicks(self.target(), letter)
        self.settle()

    def put(self, id: str, key: str, text: str) -> None:
        """Go to a cell, type, Enter."""
        self.go(id, key)
        self.type(text)
        self.key(Qt.Key.Key_Return)

    def paste(self, text: str) -> None:
        """Ctrl+V of a text."""
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def copied(self) -> str:
        """Ctrl+C, and what is on the clipboard then."""
        self.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        return QApplication.clipboard().text()

    def editor(self) -> CellEditor | None:
        """The field in which a cell is typed, if one is open."""
        found = [w for w in self.view.viewport().findChildren(QWidget) if isinstance(w, EDITORS) and w.isVisible()]
        return found[0] if found else None

    def at(self) -> tuple[Row, str]:
        """Where the current cell is."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()], self.model.columns[index.column()].key

    def target(self) -> QWidget:
        """What has the keyboard."""
        return self.editor() or self.view
