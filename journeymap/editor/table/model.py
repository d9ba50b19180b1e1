"""One table as an item model: what its cells say, look like and tell a screen reader, and what is typed into them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont

from journeymap.editor.document import Document
from journeymap.editor.table.column import Column
from journeymap.editor.table.columns_touchpoint import n_text, score_text
from journeymap.editor.table.following import FollowingModel, Index
from journeymap.editor.table.rows import Row
from journeymap.editor.table.sheets import TOUCHPOINTS, Sheet
from journeymap.editor.table.writing import Entry, Outcome, write
from journeymap.editor.theme import COLOURS
from journeymap.editor.widgets.labels import plain_tip
from journeymap.language import _, is_right_to_left, ngettext
from journeymap.model.record import Record
from journeymap.model.structure import Touchpoint

Role = Qt.ItemDataRole
DISPLAY, EDIT, TIP = Role.DisplayRole, Role.EditRole, Role.ToolTipRole
LONG = 24  # texts longer than this have a tip
SIGN_FIRST = "\N{LEFT-TO-RIGHT MARK}"


class TableModel(FollowingModel):
    """What the cells of a table say, and what becomes of what is typed into them.

    `refused` carries a sentence that says what could not be written and why; `made` is the row that typing into the
    empty row has added last.
    """

    refused = Signal(str)

    def __init__(self, document: Document, sheet: Sheet = TOUCHPOINTS, parent: QObject | None = None) -> None:
        super().__init__(document, sheet, parent)
        self._drafts: dict[Row, dict[str, str]] = {}
        self.made: Row | None = None

    @property
    def rtl(self) -> bool:
        """Whether the map is read from right to left, and so its tables."""
        return is_right_to_left(self.document.journey.info.language)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another table, or all of this one anew."""
        if sheet is not self.sheet:
            self._drafts.clear()
        super().show_sheet(sheet)

    # -- what the view asks

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """What a cell says, looks like, and tells a screen reader."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == DISPLAY:
            text = self.text(row, index.column())
            # In a line from right to left a sign would be drawn behind its number.
            return SIGN_FIRST + text if column.end and self.rtl and text[:1] in ("+", "\N{MINUS SIGN}") else text
        if role == Role.ForegroundRole:
            return self._ink(row, column)
        if role == Role.BackgroundRole:
            return QColor(COLOURS["ground"]) if row.kind == "stage" else None
        if role == Role.FontRole:
            return _font(row)
        if role == Role.TextAlignmentRole:
            end = column.end and row.kind != "add"
            side = Qt.AlignmentFlag.AlignTrailing if end else Qt.AlignmentFlag.AlignLeading
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == EDIT:
            return self.written(row, index.column())
        if role == TIP:
            text = self.text(row, index.column())
            return plain_tip(text) if len(text) > LONG or "\n" in text else None
        if role == Role.AccessibleTextRole:
            return self.spoken(row, index.column())
        if role == Role.AccessibleDescriptionRole:
            return column.hint if column.put is not None else _("For reading only")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """The headings of columns, the numbers of rows."""
        if orientation == Qt.Orientation.Horizontal:
            if role in (DISPLAY, Role.AccessibleTextRole) and section < len(self.columns):
                return self.columns[section].heading
            if role == TIP and section < len(self.columns):
                column = self.columns[section]
                return plain_tip("\n".join(part for part in (column.heading, column.hint) if part))
            if role == Role.TextAlignmentRole:
                # Unlike cells, headings are not mirrored by Qt.
                side = Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
            return None
        return str(section + 1) if role == DISPLAY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be selected; those that can be written can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.may_write(self.rows[index.row()], index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        """Write what was typed into one cell."""
        if role != EDIT or not index.isValid():
            return False
        row, column = self.rows[index.row()], self.columns[index.column()]
        label = self.sheet.add_change if row.kind == "add" else column.change
        return not self.put([(row, {column.key: str(value)})], label).refused

    # -- what the window asks

    def may_write(self, row: Row, column: int) -> bool:
        """Whether a cell can be typed into."""
        if row.kind == "stage":
            return column == 0
        return self.columns[column].put is not None

    def text(self, row: Row, column: int) -> str:
        """What a cell shows."""
        record, spec = self.record(row), self.columns[column]
        if record is None:
            draft = self._drafts.get(row, {}).get(spec.key, "")
            return draft or (_(self.sheet.add_hint) if column == 0 and row not in self._drafts else "")
        if row.kind == "stage" and self.sheet is TOUCHPOINTS:
            return self._heading(record, spec.key)
        return spec.text(self.source, record)

    def written(self, row: Row, column: int) -> str:
        """What is copied from a cell, and typed over."""
        record, spec = self.record(row), self.columns[column]
        if record is None:
            return self._drafts.get(row, {}).get(spec.key, "")
        if row.kind == "stage":
            return self._heading(record, spec.key)
        return spec.written(self.source, record)

    def spoken(self, row: Row, column: int) -> str:
        """A cell for a screen reader."""
        text = self.text(row, column)
        if row.kind == "stage" and column == 0:
            n = len(self.source.naming(row.id, Touchpoint, "stage"))
            many = ngettext("Stage {title}, {n} touchpoint", "Stage {title}, {n} touchpoints", n)
            return many.format(title=text, n=n)
        if row.kind == "add" and row not in self._drafts:
            return _(self.sheet.add_hint)
        return _("{column}: {value}").format(column=self.columns[column].heading, value=text or _("empty"))

    def put(self, cells: Sequence[tuple[Row, dict[str, str]]], label: str) -> Outcome:
        """Write texts into cells as one Change, and say what was refused. Rows of kind `add` become elements."""
        single = len(cells) == 1 and cells[0][0].kind == "add"
        if single and self.sheet.needs:
            row, texts = cells[0]
            cells = [(row, self._drafts.pop(row, {}) | texts)]
        entries = [
            Entry(row, self.row_of(row) + 1, texts)
            for row, texts in cells
            if any(texts.values()) or (texts and row.kind != "add")
        ]
        outcome = write(self.source, self.sheet, self.columns, entries, label) if entries else Outcome()
        if single and outcome.refused and not outcome.added:
            self._drafts[cells[0][0]] = {key: text for key, text in cells[0][1].items() if text}
        if single:
            self._emit({cells[0][0]})
            self.made = Row("item", outcome.ids[0]) if outcome.added else None
        if outcome.refused:
            self.refused.emit(outcome.sentence())
        return outcome

    def _heading(self, stage: Record, key: str) -> str:
        """What stands in the heading of a stage."""
        if key == "title":
            return self.source.titled(stage.id)
        return score_text(self.source, stage) if key == "score" else n_text(self.source, stage.id) if key == "n" else ""

    def _ink(self, row: Row, column: Column) -> QColor | None:
        if row.kind == "add" and row not in self._drafts:
            return QColor(COLOURS["muted"])
        if row.id in self.source.faded:
            return QColor(COLOURS["disabled"])
        return QColor(COLOURS["muted"]) if column.put is None and row.kind == "item" else None


def _font(row: Row) -> QFont | None:
    if row.kind == "item":
        return None
    font = QFont()
    font.setBold(row.kind == "stage")
    font.setItalic(row.kind == "add")
    return font
