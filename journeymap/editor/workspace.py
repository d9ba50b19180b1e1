"""Everything that shows one open map: outline, canvas, scores, inspector, with their splitters."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from journeymap.editor.document import Document
from journeymap.editor.inspector.panel import Inspector
from journeymap.editor.map_view import MapView
from journeymap.editor.outline.advice import Advice
from journeymap.editor.outline.view import Outline
from journeymap.editor.panel_widths import PanelWidths
from journeymap.editor.parts import Parts
from journeymap.editor.settings import Settings
from journeymap.language import N_

if TYPE_CHECKING:
    from journeymap.editor.persona.path_mode import PathMode
    from journeymap.editor.table.pane import TablePane

ViewName = Literal["map", "table", "actions"]
# The views of one map, in the order of the switch.
VIEWS: tuple[tuple[ViewName, str], ...] = (("map", N_("Map")), ("table", N_("Table")), ("actions", N_("Actions")))
PanelName = Literal["outline", "inspector", "scores"]
PANELS: tuple[PanelName, ...] = ("outline", "inspector", "scores")
OUTLINE_WIDTH, INSPECTOR_WIDTH = 217, 317


class Workspace(QWidget):
    """`message` carries sentences for the status bar; `panels_changed` says that a panel or a view was shown or hidden.

    The map's canvas is always there; the other views are made when they are first shown.
    """

    message = Signal(str)
    panels_changed = Signal()

    def __init__(self, document: Document, settings: Settings, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._settings = settings
        self.outline = Outline(document, Advice(document, settings, self), self)
        self.canvas = parts.canvas(document, self)
        self.scores = parts.scores(document, self)
        self.inspector = Inspector(document, settings, self)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # Bars that stand above every view: what is sought, what is looked at.
        self.bars = QVBoxLayout()
        self.bars.setSpacing(0)
        column.addLayout(self.bars)
        self.stack = QStackedWidget(centre)
        self.stack.addWidget(self.canvas)
        self.upright = QSplitter(Qt.Orientation.Vertical, centre)
        self.upright.setChildrenCollapsible(False)
        for place, widget in enumerate((self.stack, self.scores)):
            self.upright.addWidget(widget)
            self.upright.setStretchFactor(place, 1 - place)
        column.addWidget(self.upright, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.outline, centre, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 0)
        self.splitter.setSizes([OUTLINE_WIDTH, 1600 - OUTLINE_WIDTH - INSPECTOR_WIDTH, INSPECTOR_WIDTH])
        self._widths = PanelWidths(self.splitter, settings)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.splitter)
        for splitter, kept in ((self.splitter, "splitter"), (self.upright, "splitter-lower")):
            state = settings.state(kept)
            if not state.isEmpty() and splitter.restoreState(state) and splitter is self.splitter:
                self._widths.restore()
        self._panels: dict[PanelName, QWidget] = {
            "outline": self.outline,
            "inspector": self.inspector,
            "scores": self.scores,
        }
        self.view: ViewName = "map"
        self.path_mode: PathMode | None = None
        self._wanted: dict[PanelName, bool] = {}
        for name in PANELS:
            self._set(name, settings.flag(f"panel/{name}", True))
        self._makers: dict[ViewName, Callable[[], MapView]] = {"table": self._make_table, "actions": self._make_actions}
        self._views: dict[ViewName, MapView] = {}
        self.outline.wanted.connect(self.reveal)
        self.outline.message.connect(self.message)
        self.outline.typing_wanted.connect(self._type_title)
        self.canvas.message.connect(self.message)
        self.inspector.message.connect(self.message)
        self.inspector.path_wanted.connect(self.draw_path)
        QWidget.setTabOrder(self.outline, self.canvas)
        QWidget.setTabOrder(self.canvas, self.inspector)

    def panel_shown(self, name: PanelName) -> bool:
        """Whether a panel is wanted; that of the scores gives way to the actions all the same."""
        return self._wanted[name]

    def show_panel(self, name: PanelName, shown: bool) -> None:
        """Show or hide a panel, and remember it."""
        if shown != self.panel_shown(name):
            self._set(name, shown)
            self._settings.set_flag(f"panel/{name}", shown)
            self.panels_changed.emit()

    def show_view(self, name: ViewName) -> None:
        """Show the map, or another view of it."""
        shown = self.view_of(name)
        self.view = name
        self._settings.set_text("view", name)
        self.stack.setCurrentWidget(shown)
        self._set("scores", self._wanted["scores"])
        shown.setFocus()
        self.panels_changed.emit()

    def restore_view(self) -> None:
        """Show the view that was shown last time."""
        last = self._settings.text("view")
        self.show_view(next((name for name, _title in VIEWS if name == last), "map"))

    def focus_view(self) -> None:
        """Let the view that is shown have the keyboard again."""
        shown = self.stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    def view_of(self, name: ViewName) -> QWidget:
        """The widget of a view; it is made here where it was never shown before."""
        if name == "map":
            return self.canvas
        if name not in self._views:
            view = self._views[name] = self._makers[name]()
            view.message.connect(self.message)
            self.stack.addWidget(view)
        return self._views[name]

    def draw_path(self, persona: str) -> None:
        """Let the path of a persona be drawn on the map."""
        from journeymap.editor.persona.path_mode import PathMode

        self.show_view("map")
        if self.path_mode is None:
            self.path_mode = PathMode(self.document, self.canvas)
            self.path_mode.message.connect(self.message)
        self.path_mode.begin(persona)

    def reveal(self, id: str) -> None:
        """Bring an element into view; where the view that is shown does not have it, the map is shown."""
        if self.view != "map":
            if self._views[self.view].reveal(id):
                return
            self.show_view("map")
        self.canvas.reveal(id)

    def edit_title(self, id: str) -> bool:
        """Let a title be typed in the view that is shown; False where that can't be done there."""
        if self.view != "map":
            return self._views[self.view].edit_title(id)
        if self.canvas.map_layout.rect_of(id) is None:
            return False
        self.canvas.edit_title(id)
        return True

    def remember(self) -> None:
        """Keep the sizes of the panels for the next time."""
        self._settings.set_state("splitter", self.splitter.saveState())
        self._settings.set_state("splitter-lower", self.upright.saveState())
        self._widths.remember()

    def _set(self, name: PanelName, shown: bool) -> None:
        self._wanted[name] = shown
        # Scores say nothing about actions, and a board needs the height.
        seen = shown and (name != "scores" or self.view != "actions")
        self._panels[name].setVisible(seen)

    def _type_title(self) -> None:
        self.show_panel("inspector", True)
        self.inspector.edit_title()

    @property
    def table(self) -> "TablePane":
        """The table of the map."""
        from journeymap.editor.table.pane import TablePane

        view = self.view_of("table")
        assert isinstance(view, TablePane)
        return view

    def _make_table(self) -> MapView:
        from journeymap.editor.table.pane import TablePane

        return TablePane(self.document, self._settings, self)

    def _make_actions(self) -> MapView:
        from journeymap.editor.actions_view.view import ActionsView

        view = ActionsView(self.document, self._settings, self)
        view.wanted.connect(self.reveal)
        return view
