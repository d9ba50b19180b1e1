"""The lines of a list as a table with ticks."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from journeymap.editor.capture.drop import Kind, Target
from journeymap.editor.capture.sticky_list import StickyLine, doubts, too_long
from journeymap.editor.widgets.labels import plain_tip
from journeymap.language import N_, _
from journeymap.model.journey import Journey
from journeymap.model.structure import Stage

Index = QModelIndex | QPersistentModelIndex
HEADS = (N_("Text"), N_("Stage"), N_("Remark"))
TEXT, STAGE, REMARK = range(3)
Role = Qt.ItemDataRole
Check = Qt.CheckState


class ListModel(QAbstractTableModel):
    """One row for each line. What the user ticks or unticks stays so; the rest is ticked unless something speaks against it."""

    ticked = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self.lines: list[StickyLine] = []
        self._doubts: list[str] = []
        self._by_hand: dict[int, bool] = {}
        self._target: Target | None = None
        self._stages: Mapping[str, str] = {}

    def offer(self, lines: list[StickyLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self._by_hand = {}
        self._judge()
        self.endResetModel()
        self.ticked.emit()

    def aim(self, target: Target, stages: Mapping[str, str]) -> None:
        """Lines go to this target, or to the stage that their place names (`stages`)."""
        kind = self._target.kind if self._target is not None else None
        self._target, self._stages = target, stages
        if kind != target.kind:
            self._judge()
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(HEADS) - 1))
        self.ticked.emit()

    def wanted(self, row: int) -> bool:
        """Whether a line will be added."""
        if self._too_long(row):
            return False
        return self._by_hand.get(row, not self._doubts[row])

    def chosen(self) -> list[tuple[str, Target]]:
        """What will be added, and where."""
        if self._target is None:
            return []
        rows = [row for row in range(len(self.lines)) if self.wanted(row)]
        return [(self.lines[row].text, self._target.in_stage(self._stage(row))) for row in rows]

    def tick_all(self, on: bool) -> None:
        """Tick every line, or none."""
        self._by_hand = dict.fromkeys(range(len(self.lines)), on)
        if self.lines:
            self.dataChanged.emit(self.index(0, TEXT), self.index(len(self.lines) - 1, TEXT))
        self.ticked.emit()

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature; the index is immutable
        """A row for each line."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """Text, stage, remark."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The names of the columns."""
        return _(HEADS[section]) if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A line that can be added can be ticked."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == TEXT and not self._too_long(index.row()):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The text on one line, its stage, why it is not ticked."""
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            return self._word(row, column)
        if role == Role.ToolTipRole:
            return plain_tip(self.lines[row].text if column == TEXT else self._word(row, column))
        if role == Role.CheckStateRole and column == TEXT:
            return Check.Checked if self.wanted(row) else Check.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Tick or untick."""
        if role != Role.CheckStateRole or self._too_long(index.row()):
            return False
        self._by_hand[index.row()] = Check(value) == Check.Checked
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    # -- inside

    def _word(self, row: int, column: int) -> str:
        line = self.lines[row]
        if column == TEXT:
            return " ".join(line.text.split())
        if column == STAGE:
            stage = self._journey.find(Stage, self._stage(row))
            return stage.title or _("Untitled") if stage is not None else ""
        return self._doubts[row]

    def _stage(self, row: int) -> str:
        assert self._target is not None
        return self._stages.get(self.lines[row].place, self._target.stage)

    def _kind(self) -> Kind:
        return self._target.kind if self._target is not None else "touchpoint"

    def _too_long(self, row: int) -> bool:
        return too_long(self.lines[row], self._kind())

    def _judge(self) -> None:
        self._doubts = doubts(self._journey, self.lines, self._kind())
