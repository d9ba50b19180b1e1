"""The first rows of the file, as they were read."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from journeymap.editor.theme import COLOURS
from journeymap.editor.widgets.labels import plain_tip
from journeymap.layout.palette import mix

ROWS = 30
CELL_LIMIT = 160
TIP_LIMIT = 700
WIDEST = 230
NARROWEST = 64
ROW_HEIGHT = 22
TINT = 0.05

# Numbers of rows stay in the background; cells keep the distance of their headings.
STYLE = """
QTableView::item { padding: 0 5px; }
QHeaderView::section:vertical { font-weight: 400; padding: 0 7px; }
QTableCornerButton::section, QAbstractScrollArea::corner { background: transparent; border: none; }
"""

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class PreviewModel(QAbstractTableModel):
    """The columns of a table and its first `ROWS` rows; columns that the plan uses are tinted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._used: Collection[str] = frozenset()

    def show_table(self, columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
        """Show another table."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._rows = tuple(rows[:ROWS])
        self.endResetModel()

    def mark_used(self, columns: Collection[str]) -> None:
        """Tell which columns the plan uses."""
        if columns != self._used:
            self._used = columns
            if self._rows:
                role = Qt.ItemDataRole.BackgroundRole
                last = self.index(len(self._rows) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last, [role])

    def rowCount(self, parent: Index = ROOT) -> int:
        """As Qt wants it."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """As Qt wants it."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell on one line, cut; the whole of it (up to a limit) as its tip."""
        row = self._rows[index.row()]
        # A ragged file's rows may be shorter than its header.
        text = row[index.column()] if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[: CELL_LIMIT * 2].split())[:CELL_LIMIT]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(text)
        if role == Qt.ItemDataRole.BackgroundRole and self._columns[index.column()] in self._used:
            return QColor(mix(COLOURS["panel"], COLOURS["accent"], TINT))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Names of columns, and numbers of rows."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        name = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(name[: CELL_LIMIT * 2].split())[:CELL_LIMIT]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(name)
        return None


class Preview(QTableView):
    """The table of the first rows; nothing in it can be altered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PreviewModel(self)
        self.setStyleSheet(STYLE)
        self.setModel(self.rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setMinimumSectionSize(NARROWEST)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW_HEIGHT)

    def show_table(self, columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
        """Show another table, its columns as wide as what is in them, within reason."""
        self.rows.show_table(columns, rows)
        metrics = self.fontMetrics()
        bold = QFont(self.font())
        bold.setBold(True)
        for column, name in enumerate(columns):
            widths = [metrics.horizontalAdvance(row[column][:40]) for row in rows[:ROWS] if column < len(row)]
            width = max([*widths, QFontMetrics(bold).horizontalAdvance(name[:40])]) + 24
            self.setColumnWidth(column, min(max(width, NARROWEST), WIDEST))


def _tip(text: str) -> str:
    return plain_tip(text if len(text) <= TIP_LIMIT else text[:TIP_LIMIT] + "…")
