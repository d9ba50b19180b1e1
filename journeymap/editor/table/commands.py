"""The table with its commands: clipboard, clearing, filling, rows. Each is one Change."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication

from journeymap.editor.table import blocks
from journeymap.editor.table.cursor import selection_of
from journeymap.editor.table.ranges import elements
from journeymap.editor.table.row_commands import add_beside, delete_rows, move_rows, paste_elements
from journeymap.editor.table.rows import ADD, Row
from journeymap.editor.table.view import TableKeys
from journeymap.language import N_, explain, ngettext
from journeymap.model.clip import is_clip
from journeymap.model.problem import Problem

Flag = QItemSelectionModel.SelectionFlag


class TableView(TableKeys):
    """The commands; what can't be done is said in the status bar."""

    # -- the clipboard

    def copy(self) -> None:
        """The selected cells as text that a spreadsheet understands."""
        self._copy(False)

    def copy_with_headings(self) -> None:
        """As `copy`, with the headings of the columns."""
        self._copy(True)

    def cut(self) -> None:
        """Copy, then empty."""
        if self._copy(False):
            blocks.clear(self.table, self.places(), self.span_columns(), N_("Cut cells"))

    def paste(self) -> None:
        """Text from a spreadsheet into the cells from the current one on; elements that were copied on the map."""
        text = QApplication.clipboard().text()
        rows, columns = self.places(), self.span_columns()
        if not text or not rows or not columns:
            return
        try:
            if is_clip(text):
                self.table.document.selection.set(paste_elements(self.table, self.current_row(), text))
                return
            pasted = blocks.paste(self.table, rows, columns, self.shown(), text)
        except Problem as problem:
            self.message.emit(explain(problem))
            return
        if not pasted.outcome.refused:
            self.message.emit(pasted.sentence())
        into = [self.table.row_of(row) for row in pasted.rows if row.kind == "item"]
        into += (
            [self.table.row_of(Row("item", id)) for id in pasted.outcome.ids[-pasted.outcome.added :]]
            if pasted.outcome.added
            else []
        )
        self._select([place for place in into if place >= 0], list(pasted.columns))

    def _copy(self, headings: bool) -> bool:
        rows, columns = self.places(), self.span_columns()
        if not rows or not columns:
            return False
        QApplication.clipboard().setText(blocks.copied(self.table, rows, columns, headings))
        n = len(elements(self.table, rows))
        self.message.emit(ngettext("{n} row copied.", "{n} rows copied.", n).format(n=n))
        return True

    # -- cells

    def clear(self) -> None:
        """Empty the selected cells."""
        if self.places() and self.span_columns():
            blocks.clear(self.table, self.places(), self.span_columns(), N_("Clear cells"))

    def fill(self, text: str) -> None:
        """Write a text into all selected cells."""
        self.setFocus()
        if self.places() and self.span_columns():
            blocks.fill(self.table, self.places(), self.span_columns(), text)

    def fill_down(self) -> None:
        """Repeat the first selected row in those below it."""
        if self.places() and self.span_columns():
            blocks.fill_down(self.table, self.places(), self.span_columns())

    # -- rows

    def add_above(self) -> None:
        """A new row before the current one."""
        self._add(False)

    def add_below(self) -> None:
        """A new row after the current one."""
        self._add(True)

    def delete_rows(self) -> None:
        """Delete the elements of the selected rows."""
        rows = elements(self.table, self.places())
        if not rows:
            return
        try:
            n = delete_rows(self.table, rows)
        except Problem as problem:
            self.message.emit(explain(problem))
            return
        self.message.emit(ngettext("{n} row deleted.", "{n} rows deleted.", n).format(n=n))

    def move_up(self) -> None:
        """The selected rows past the one above."""
        self._move(-1)

    def move_down(self) -> None:
        """The selected rows past the one below."""
        self._move(1)

    def _add(self, after: bool) -> None:
        row = self.current_row()
        if row is None:
            return
        try:
            made = add_beside(self.table, row, after)
        except Problem as problem:
            self.message.emit(explain(problem))
            return
        self.type_in(made if made is not None else Row("add", row.id) if row.kind != "item" else ADD)

    def _move(self, step: int) -> None:
        try:
            move_rows(self.table, elements(self.table, self.places()), step)
        except Problem as problem:
            self.message.emit(explain(problem))
        self.scrollTo(self.currentIndex())

    def _select(self, rows: list[int], columns: list[int]) -> None:
        if rows and columns:
            rows = sorted(rows)
            self.go(rows[0], columns[0])
            self.selectionModel().select(selection_of(self.table, rows, columns), Flag.ClearAndSelect)
