"""The table in which the user says what each question scores."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from journeymap.editor.import_dialog.draft import Draft
from journeymap.editor.import_dialog.fields import (
    ROW_HEIGHT,
    CheckDelegate,
    MetricDelegate,
    ScaleDelegate,
    TargetDelegate,
)
from journeymap.editor.import_dialog.pill import PillDelegate
from journeymap.editor.import_dialog.questions_model import Column, QuestionsModel

WIDTHS: dict[Column, int] = {
    Column.TARGET: 240,
    Column.METRIC: 96,
    Column.SCALE: 96,
    Column.HIGH_IS_GOOD: 104,
    Column.USED: 84,
    Column.SCORE: 136,
}


class QuestionsView(QTableView):
    """Click a field, or go to it with the arrow keys and press F2 or Space, to alter it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions = QuestionsModel(self)
        self.setStyleSheet("QTableView::item { padding: 0 5px; }")
        self.setModel(self.questions)
        self.pills = PillDelegate(self)
        self.setItemDelegateForColumn(Column.TARGET, TargetDelegate(self))
        self.setItemDelegateForColumn(Column.METRIC, MetricDelegate(self))
        self.setItemDelegateForColumn(Column.SCALE, ScaleDelegate(self))
        self.setItemDelegateForColumn(Column.HIGH_IS_GOOD, CheckDelegate(self))
        self.setItemDelegateForColumn(Column.SCORE, self.pills)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.clicked.connect(self._clicked)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        across.setSectionResizeMode(Column.QUESTION, QHeaderView.ResizeMode.Stretch)

    def show_draft(self, draft: Draft | None) -> None:
        """Show the questions of a draft, or none."""
        self.questions.show_draft(draft)

    def _clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable and self.state() != QAbstractItemView.State.EditingState:
            self.edit(index)
