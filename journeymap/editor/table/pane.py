"""The table with its bar: which table is shown, which columns, and what is selected, in step with the map."""

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QVBoxLayout, QWidget

from journeymap.editor.document import Document
from journeymap.editor.icons import icon
from journeymap.editor.map_view import MapView
from journeymap.editor.settings import Settings
from journeymap.editor.table.adding import add_to_selection
from journeymap.editor.table.commands import TableView
from journeymap.editor.table.cursor import selection_of
from journeymap.editor.table.memory import ColumnMemory
from journeymap.editor.table.model import TableModel
from journeymap.editor.table.ranges import elements, rows_in
from journeymap.editor.table.rows import Row
from journeymap.editor.table.sheets import SHEETS, Sheet, sheet_of
from journeymap.editor.widgets.labels import no_mnemonic, set_tip
from journeymap.language import _, explain
from journeymap.model.problem import Problem

Flag = QItemSelectionModel.SelectionFlag


class TablePane(MapView):
    """A bar with the tables that there are, and the table that was chosen."""

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._settings = settings
        self._syncing = self._another = False
        self.model = TableModel(document, parent=self)
        self.view = TableView(self.model, self)
        self.memory = ColumnMemory(settings, self.view, self.model)
        self.setObjectName("tablePane")
        self.view.setObjectName("table")
        self.view.nothing = _("The map has no stages yet. Add them in the table “Stages”.")
        self.tabs = QTabBar()
        self.tabs.setObjectName("sheets")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(_("Tables"))
        for sheet in SHEETS:
            self.tabs.addTab(no_mnemonic(_(sheet.title)))
        self.wrap = QToolButton()
        self.wrap.setCheckable(True)
        self.columns = QToolButton()
        for button, name, tip in (
            (self.wrap, "wrap", _("Three lines of text in each row")),
            (self.columns, "columns", _("Choose columns")),
        ):
            button.setIcon(icon(name))
            button.setAccessibleName(tip)
            button.setProperty("role", "quiet")
            set_tip(button, tip)
        self.columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns_menu = QMenu(self.columns)
        self.columns.setMenu(self.columns_menu)
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 0, 10, 0)
        bar.setSpacing(6)
        bar.addWidget(self.tabs, 1)
        bar.addWidget(self.wrap)
        bar.addWidget(self.columns)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar)
        box.addWidget(self.view, 1)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self._take_selection)
        self.tabs.currentChanged.connect(self._tab)
        self.wrap.toggled.connect(self._wrap)
        self.columns_menu.aboutToShow.connect(self._list_columns)
        self.columns_menu.triggered.connect(self._toggle_column)
        self.view.message.connect(self.message)
        self.view.sheet_wanted.connect(self._step)
        self.view.horizontalHeader().sectionResized.connect(self._widened)
        self.view.selectionModel().selectionChanged.connect(self._chosen)
        self.model.modelAboutToBeReset.connect(self._keep)
        self.model.modelReset.connect(self._restore)
        document.selection.changed.connect(self._late.start)
        document.changed.connect(self._direct)
        self.setFocusProxy(self.view)
        self.wrap.setChecked(settings.flag("table/wrap", False))
        key = settings.text("table/sheet")
        self._kept: tuple[Row | None, int, int, int] = (None, 0, 0, 0)
        self.tabs.setCurrentIndex(next((place for place, sheet in enumerate(SHEETS) if sheet.key == key), 0))
        self._direct()

    # -- which table

    @property
    def sheet(self) -> Sheet:
        """The table that is shown."""
        return self.model.sheet

    def show_sheet(self, key: str) -> None:
        """Show the table of a kind of element."""
        self.tabs.setCurrentIndex([sheet.key for sheet in SHEETS].index(key))

    def reveal(self, id: str) -> bool:
        """Show an element in its table, and select it."""
        sheet = sheet_of(self.document.journey.records.get(id))
        if sheet is None:
            return False
        if self._place(id) < 0:
            self.show_sheet(sheet.key)
        self._take_selection()
        place = self._place(id)
        if place >= 0:
            self.view.scrollTo(self.model.index(place, 0))
        return place >= 0

    def add(self, key: str) -> None:
        """A new element on what is selected, its title opened for typing; where it needs more, the empty row of its table."""
        try:
            made = add_to_selection(self.model, key)
        except Problem as problem:
            self.message.emit(explain(problem))
            return
        if key != self.sheet.key:
            self.show_sheet(key)
        row = Row("item", made) if made else next((row for row in self.model.rows if row.kind == "add"), None)
        if row is not None:
            self.view.setFocus()
            self.view.type_in(row)

    def _tab(self, place: int) -> None:
        sheet = SHEETS[place]
        self._settings.set_text("table/sheet", sheet.key)
        if sheet is not self.model.sheet:
            self._another = True
            self.model.show_sheet(sheet)
            self._another = False
            self._take_selection()

    def _step(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(SHEETS))

    def _direct(self, change: object = None) -> None:
        wanted = Qt.LayoutDirection.RightToLeft if self.model.rtl else Qt.LayoutDirection.LeftToRight
        if self.view.layoutDirection() != wanted:
            self.view.setLayoutDirection(wanted)

    # -- looks

    def _wrap(self, on: bool) -> None:
        self._settings.set_flag("table/wrap", on)
        self.view.wrap(on)

    def _list_columns(self) -> None:
        self.columns_menu.clear()
        hidden = self.memory.hidden()
        for column in self.model.columns[1:]:
            action = self.columns_menu.addAction(no_mnemonic(column.heading))
            action.setData(column.key)
            action.setCheckable(True)
            action.setChecked(column.key not in hidden)

    def _toggle_column(self, action: QAction) -> None:
        self._syncing = True
        self.memory.hide(str(action.data()), not action.isChecked())
        self._syncing = False

    def _widened(self, place: int, before: int, width: int) -> None:
        if not self._syncing and before and width:
            self.memory.widened(place, width)

    # -- a table shown anew keeps its place

    def _keep(self) -> None:
        self._kept = (None, 0, 0, 0)
        if self._another:
            return
        index = self.view.currentIndex()
        bars = self.view.horizontalScrollBar().value(), self.view.verticalScrollBar().value()
        row = self.model.rows[index.row()] if index.isValid() and index.row() < len(self.model.rows) else None
        self._kept = (row, max(0, index.column()), *bars)

    def _restore(self) -> None:
        self._syncing = True
        self.memory.apply()
        row, column, across, down = self._kept
        if row is not None and self.model.row_of(row) >= 0:
            index = self.model.index(self.model.row_of(row), min(column, len(self.model.columns) - 1))
            self.view.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        self.view.horizontalScrollBar().setValue(across)
        self.view.verticalScrollBar().setValue(down)
        self._syncing = False

    # -- what is selected

    def _ids(self) -> list[str]:
        places = rows_in(self.view.selectionModel().selection())
        return [row.id for row in elements(self.model, [place for place in places if place < len(self.model.rows)])]

    def _chosen(self) -> None:
        if self._syncing or not self.isVisible():
            return
        self._syncing = True
        self.document.selection.set(self._ids())
        self._syncing = False
        self._late.stop()

    def _take_selection(self) -> None:
        """Select the rows of what is selected elsewhere."""
        self._late.stop()
        if self._syncing or not self.isVisible():
            return
        ids = self.document.selection.ids
        if set(ids) == set(self._ids()):
            return
        places = [self._place(id) for id in ids]
        rows = sorted(place for place in places if place >= 0)
        if not rows:
            return
        self._syncing = True
        current = self.model.index(
            next(place for place in reversed(places) if place >= 0), max(0, self.view.currentIndex().column())
        )
        model = self.view.selectionModel()
        model.setCurrentIndex(current, Flag.NoUpdate)
        model.select(selection_of(self.model, rows, list(range(len(self.model.columns)))), Flag.ClearAndSelect)
        self.view.scrollTo(current)
        self._syncing = False

    def _place(self, id: str) -> int:
        return max(self.model.row_of(Row("item", id)), self.model.row_of(Row("stage", id)))

    # -- events

    def showEvent(self, event: QShowEvent) -> None:
        """The table follows the map while it is seen."""
        super().showEvent(event)
        self.model.wake(True)
        self._late.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is worked out."""
        super().hideEvent(event)
        self.model.wake(False)
