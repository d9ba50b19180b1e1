"""The table of questions as a Qt model over the draft."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from journeymap.editor.import_dialog.draft import Draft, Row
from journeymap.editor.import_dialog.scale import show_scale
from journeymap.editor.theme import COLOURS
from journeymap.editor.widgets.labels import plain_tip
from journeymap.language import N_, _
from journeymap.survey.display import metric_name, whole

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
VALUE = Qt.ItemDataRole.EditRole


class Column(IntEnum):
    """The columns of the table of questions."""

    QUESTION = 0
    TARGET = 1
    METRIC = 2
    SCALE = 3
    HIGH_IS_GOOD = 4
    USED = 5
    SCORE = 6


TITLES: dict[Column, str] = {
    Column.QUESTION: N_("Question"),
    Column.TARGET: N_("Scores"),
    Column.METRIC: N_("Metric"),
    Column.SCALE: N_("Scale"),
    Column.HIGH_IS_GOOD: N_("High is good"),
    Column.USED: N_("Answers"),
    Column.SCORE: N_("Score"),
}


class QuestionsModel(QAbstractTableModel):
    """What each question scores; `edited` tells that the user altered the draft."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None

    def show_draft(self, draft: Draft | None) -> None:
        """Show the questions of another draft, or those of the same one that are others now."""
        self.beginResetModel()
        self._draft = draft
        self.endResetModel()

    def counted(self) -> None:
        """The answers were counted anew."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, Column.USED), self.index(self.rowCount() - 1, Column.SCORE))

    @property
    def draft(self) -> Draft | None:
        """What is shown."""
        return self._draft

    def row(self, index: Index) -> Row:
        """The question of a cell."""
        assert self._draft is not None
        return self._draft.rows[index.row()]

    def rowCount(self, parent: Index = ROOT) -> int:
        """As Qt wants it."""
        return 0 if parent.isValid() or self._draft is None else len(self._draft.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """As Qt wants it."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(TITLES[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.USED:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What may be altered: the target of every question, the rest of those that are not left out."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = index.column()
        question = self.row(index).question
        # NPS has one scale and one direction.
        free = question is not None and question.metric != "nps"
        if (
            column == Column.TARGET
            or (column == Column.METRIC and question is not None)
            or (column == Column.SCALE and free)
        ):
            found |= Qt.ItemFlag.ItemIsEditable
        if column == Column.HIGH_IS_GOOD and free:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts for the screen, values for the editors."""
        row, column = self.row(index), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == VALUE:
            return self._value(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.ForegroundRole and row.question is None and column <= Column.TARGET:
            return QColor(COLOURS["muted"])
        if role == Qt.ItemDataRole.TextAlignmentRole and column == Column.USED:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.CheckStateRole and column == Column.HIGH_IS_GOOD and row.question is not None:
            return Qt.CheckState.Checked if row.question.high_is_good else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = VALUE) -> bool:
        """What the user chose; a value that makes no sense changes nothing."""
        if self._draft is None:
            return False
        column = Column(index.column())
        if column == Column.HIGH_IS_GOOD and role == Qt.ItemDataRole.CheckStateRole:
            done = self._draft.set_high_is_good(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role != VALUE:
            return False
        elif column == Column.TARGET and isinstance(value, str):
            done = self._draft.set_target(index.row(), value)
        elif column == Column.METRIC and isinstance(value, str):
            done = self._draft.set_metric(index.row(), value)
        elif column == Column.SCALE and isinstance(value, tuple):
            done = self._draft.set_scale(index.row(), value)
        else:
            return False
        if done:
            self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(Column) - 1))
            self.edited.emit()
        return done

    def _text(self, row: Row, column: Column) -> str:
        assert self._draft is not None
        if column == Column.QUESTION:
            return " ".join(row.name.split())
        if column == Column.TARGET:
            return self._draft.target_title(row.question.target if row.question else "")
        if row.question is None:
            return ""
        if column == Column.METRIC:
            return metric_name(row.question.metric)
        if column == Column.SCALE:
            return show_scale(row.question.scale)
        if column == Column.USED:
            n = self._draft.used(row)
            return "" if n is None else whole(n)
        return ""

    def _value(self, row: Row, column: Column) -> object:
        if column == Column.TARGET:
            return row.question.target if row.question else ""
        if row.question is None:
            return None
        return {Column.METRIC: row.question.metric, Column.SCALE: row.question.scale}.get(column)

    def _tip(self, row: Row, column: Column) -> str:
        if column == Column.QUESTION:
            return plain_tip(f"{row.name}\n{row.label}" if row.label else row.name)
        if column == Column.TARGET:
            return plain_tip(self._text(row, column))
        return ""
