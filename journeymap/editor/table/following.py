"""Which rows and columns a table has: they follow each Change by the ids that it touches, so that large maps stay quick."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeymap.editor.document import Document
from journeymap.editor.table.axis import runs, steps
from journeymap.editor.table.column import Column
from journeymap.editor.table.concern import concerned, moves
from journeymap.editor.table.rows import Row
from journeymap.editor.table.sheets import COLUMNS_BY, TOUCHPOINTS, Sheet
from journeymap.editor.table.source import Source
from journeymap.model.change import Change
from journeymap.model.record import Record

Index = QModelIndex | QPersistentModelIndex


class FollowingModel(QAbstractTableModel):
    """The rows and columns of one table, kept in step with the map while it is looked at. `rows` and `columns` are those of now."""

    def __init__(self, document: Document, sheet: Sheet = TOUCHPOINTS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.source = Source(document)
        self.sheet = sheet
        self.rows: list[Row] = []
        self.columns: tuple[Column, ...] = ()
        self._places: dict[Row, int] = {}
        self._asleep = True
        document.changed.connect(self._changed)
        document.overlay_changed.connect(self._scored)
        document.focus_changed.connect(self._all)

    # -- which table

    def wake(self, awake: bool) -> None:
        """Follow the map only while the table is looked at."""
        if awake and self._asleep:
            self._asleep = False
            self.show_sheet(self.sheet)
        self._asleep = not awake

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another table, or all of this one anew."""
        self.beginResetModel()
        self.sheet = sheet
        self.columns = sheet.columns(self.source)
        self._set_rows(sheet.rows(self.document.journey))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def record(self, row: Row) -> Record | None:
        """The element of a row."""
        return self.document.journey.records.get(row.id) if row.kind != "add" else None

    def row_of(self, row: Row) -> int:
        """The place of a row, −1 where it is not shown."""
        return self._places.get(row, -1)

    # -- following the journey

    def _changed(self, change: Change) -> None:
        if self._asleep:
            return
        records = list(change.records())
        if any(isinstance(record, COLUMNS_BY) for record in records):
            self._sync_columns()
        if moves(change, self.sheet.ordered_by):
            self._sync_rows()
        touched = concerned(change, self.document.journey)
        if touched is None:
            self._all()
        else:
            self._emit({row for id in touched for row in (Row("item", id), Row("stage", id)) if row in self._places})

    def _scored(self) -> None:
        if not self._asleep:
            self._sync_columns()
            self._all()

    def _all(self) -> None:
        if self.rows and self.columns and not self._asleep:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def _emit(self, rows: set[Row]) -> None:
        for first, last in runs(sorted(self._places[row] for row in rows if row in self._places)):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _set_rows(self, rows: list[Row]) -> None:
        self.rows = rows
        self._places = {row: place for place, row in enumerate(rows)}

    def _sync_rows(self) -> None:
        new = self.sheet.rows(self.document.journey)
        if new == self.rows:
            return
        way = steps(self.rows, new)
        if way.many:
            self.show_sheet(self.sheet)
            return
        for first, last in way.removed:
            self.beginRemoveRows(QModelIndex(), first, last)
            self._set_rows(self.rows[:first] + self.rows[last + 1 :])
            self.endRemoveRows()
        if way.reordered:
            self._reorder(list(way.kept))
        for first, last in way.inserted:
            self.beginInsertRows(QModelIndex(), first, last)
            self._set_rows(self.rows[:first] + new[first : last + 1] + self.rows[first:])
            self.endInsertRows()

    def _reorder(self, rows: list[Row]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        old = self.rows
        self._set_rows(rows)
        self.changePersistentIndexList(before, [self.index(self._places[old[i.row()]], i.column()) for i in before])
        self.layoutChanged.emit()

    def _sync_columns(self) -> None:
        new = self.sheet.columns(self.source)
        if [column.key for column in new] != [column.key for column in self.columns]:
            self.show_sheet(self.sheet)
            return
        changed = [place for place, column in enumerate(new) if column.heading != self.columns[place].heading]
        self.columns = new
        for first, last in runs(changed):
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, first, last)
