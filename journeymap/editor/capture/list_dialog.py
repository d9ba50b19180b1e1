"""A list before it is added: which lines, as what, where to; then one Change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from journeymap.editor.capture.catch import catch
from journeymap.editor.capture.columns import Columns, find_columns
from journeymap.editor.capture.drop import Target
from journeymap.editor.capture.list_model import REMARK, STAGE, TEXT, ListModel
from journeymap.editor.capture.sticky_list import lines_of, stages_named
from journeymap.editor.capture.table_text import Cells
from journeymap.editor.capture.where import Where
from journeymap.editor.document import Document
from journeymap.editor.heat_bar import HeatList
from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import _, explain, ngettext
from journeymap.model.problem import Problem
from journeymap.survey.display import whole

EVERY = "every"


class ListDialog(QDialog):
    """Shows the lines of cells with ticks. `added` carries the ids of what they became. Raises `Problem` where there are too many."""

    added = Signal(object)

    def __init__(
        self, document: Document, cells: Cells, title: str, target: Target | None = None, parent: QWidget | None = None
    ) -> None:
        # Before there is a dialog: a list that is too long must not leave half of one behind.
        columns = find_columns(cells.names, cells.body)
        lines = lines_of(cells, columns)
        super().__init__(parent)
        self._document = document
        self._cells = cells
        self._columns = columns
        self.model = ListModel(document.journey)
        self.model.offer(lines)
        self.setObjectName("listDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(720, 600)
        self.where = Where(document, parent=self)
        if target is not None:
            self.where.choose(target)
        else:
            self.where.look_at(document.selection.current)
        self.column = HeatList(_("Column of the texts"), 320)
        self.by_place = QCheckBox(self)
        self.by_place.setChecked(True)
        self.table = self._table()
        self.said = TextLabel(role="warning", wrap=True)
        self.said.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(_("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self._add)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.column.activated.connect(self._column_chosen)
        self.by_place.toggled.connect(self._aim)
        self.where.changed.connect(self._aim)
        self.model.ticked.connect(self._count)
        self._offer_columns()
        self._aim()
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(0, TEXT))

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setObjectName("stickyLines")
        table.setAccessibleName(_("Lines of the list"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 11)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        for column in (STAGE, REMARK):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            table.setColumnWidth(column, 19 * self.fontMetrics().averageCharWidth())
        return table

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        columns = QHBoxLayout()
        self._column_label = TextLabel(_("Texts are in"), role="muted")
        columns.addWidget(self._column_label)
        columns.addWidget(self.column)
        columns.addSpacing(16)
        columns.addWidget(self.by_place)
        columns.addStretch(1)
        ticks = QHBoxLayout()
        self.count = TextLabel(role="muted")
        every, none = QPushButton(_("Tick all")), QPushButton(_("Tick none"))
        every.clicked.connect(self._tick_all)
        none.clicked.connect(self._tick_none)
        for button in (every, none):
            button.setProperty("role", "link")
            button.setAutoDefault(False)
            ticks.addWidget(button)
        ticks.addStretch(1)
        ticks.addWidget(self.count)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addWidget(self.where)
        box.addLayout(columns)
        box.addWidget(self.table, 1)
        box.addLayout(ticks)
        box.addWidget(self.said)
        box.addWidget(buttons)

    # -- what is chosen

    def _offer_columns(self) -> None:
        several = self._cells.width > 1
        for widget in (self._column_label, self.column):
            widget.setVisible(several)
        names = [name.strip() or _("Column {number}").format(number=n) for n, name in enumerate(self._cells.names, 1)]
        entries = [(str(place), name) for place, name in enumerate(names)]
        chosen = EVERY if self._columns.text is None else str(self._columns.text)
        self.column.offer([*entries, (EVERY, _("All columns"))], chosen)

    def _column_chosen(self) -> None:
        value = self.column.value()
        text = None if value == EVERY else int(value)
        self._columns = Columns(text, self._columns.type, self._columns.place)
        try:
            self.model.offer(lines_of(self._cells, self._columns))
        except Problem as problem:
            self.model.offer([])
            self._say(problem)
        self._aim()

    def _aim(self) -> None:
        stages = stages_named(self._document.journey, self.model.lines)
        self.by_place.setVisible(bool(stages))
        if stages and self._columns.place is not None:
            name = self._cells.names[self._columns.place]
            self.by_place.setText(_("Into the stages that “{column}” names").format(column=name))
        target = self.where.target
        if target is not None:
            self.model.aim(target, stages if self.by_place.isChecked() else {})
        self._count()

    def _tick_all(self) -> None:
        self.model.tick_all(True)

    def _tick_none(self) -> None:
        self.model.tick_all(False)

    def _count(self) -> None:
        n, total = len(self.model.chosen()), self.model.rowCount()
        self.count.setText(_("{n} of {total} lines").format(n=whole(n), total=whole(total)))
        self.go.setText(ngettext("Add {n} line", "Add {n} lines", n).format(n=whole(n)))
        self.go.setEnabled(n > 0)

    def _add(self) -> None:
        chosen = self.model.chosen()
        try:
            ids = catch(self._document, chosen)
        except Problem as problem:
            self._say(problem)
            return
        self.added.emit(tuple(ids))
        self.accept()

    def _say(self, problem: Problem) -> None:
        self.said.setText(explain(problem))
        self.said.show()
