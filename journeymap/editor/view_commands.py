"""The View, Scores and Help menus."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

from journeymap.editor.actions import Actions
from journeymap.editor.heat_bar import HeatBar, ramp_icon
from journeymap.editor.shortcuts_dialog import ShortcutsDialog
from journeymap.editor.view_switch import ViewSwitch
from journeymap.editor.widgets.labels import message_box
from journeymap.editor.workspace import PANELS, VIEWS, PanelName, ViewName, Workspace
from journeymap.language import _
from journeymap.layout.palette import PALETTES
from journeymap.version import __version__


class ViewCommands(QObject):
    """Zoom, panels, heat, help; without a map the first three do nothing."""

    def __init__(
        self, window: QMainWindow, actions: Actions, heat: HeatBar, palettes: QMenu, switch: ViewSwitch
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._heat = heat
        self._switch = switch
        self.workspace: Workspace | None = None
        self._palettes = QActionGroup(self)
        for key, palette in PALETTES.items():
            action = palettes.addAction(ramp_icon(key), _(palette.name))
            action.setData(key)
            action.setCheckable(True)
            self._palettes.addAction(action)
        self._palettes.triggered.connect(self._palette)
        palettes.aboutToShow.connect(self._check_palette)

    def fit(self) -> None:
        """The whole map in view."""
        if self.workspace is not None:
            self.workspace.canvas.fit()

    def fit_selection(self) -> None:
        """What is selected in view."""
        if self.workspace is not None:
            self.workspace.canvas.fit_selection()

    def zoom_in(self) -> None:
        """Nearer."""
        if self.workspace is not None:
            self.workspace.canvas.zoom_in()

    def zoom_out(self) -> None:
        """Away."""
        if self.workspace is not None:
            self.workspace.canvas.zoom_out()

    def zoom_actual(self) -> None:
        """One pixel a map unit."""
        self.set_zoom(1.0)

    def set_zoom(self, zoom: float) -> None:
        """Look from this near."""
        if self.workspace is not None:
            self.workspace.canvas.set_zoom(zoom)

    def view_map(self) -> None:
        """Show the map itself."""
        self.show_view("map")

    def view_table(self) -> None:
        """Show the map as tables; from there, back to the map."""
        self.show_view("map" if self.workspace is not None and self.workspace.view == "table" else "table")

    def view_actions(self) -> None:
        """Show the actions as a board or matrix."""
        self.show_view("actions")

    def show_view(self, name: ViewName) -> None:
        """Show the map or another view of it."""
        if self.workspace is not None:
            self.workspace.show_view(name)

    def show_outline(self, shown: bool) -> None:
        """Show or hide the outline."""
        self._show("outline", shown)

    def show_inspector(self, shown: bool) -> None:
        """Show or hide the inspector."""
        self._show("inspector", shown)

    def show_scores(self, shown: bool) -> None:
        """Show or hide the scores panel."""
        self._show("scores", shown)

    def full_screen(self, on: bool) -> None:
        """The whole screen for the window, or as before."""
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def heat(self, on: bool) -> None:
        """Show the heat, or not."""
        self._heat.switch(on)

    def shortcuts(self) -> None:
        """All keys on one page."""
        ShortcutsDialog(self._actions, self._window).open()

    def about(self) -> None:
        """Which program this is."""
        text = _("Journeymap {version}").format(version=__version__)
        detail = _(
            "Customer journey maps with measured scores. Works without a network; your maps stay on this machine."
        )
        box = message_box(self._window, QMessageBox.Icon.Information, _("About Journeymap"), text, detail)
        box.setObjectName("about")
        box.open()

    def show_state(self) -> None:
        """Check the actions that stand for what is shown."""
        workspace = self.workspace
        for name in PANELS:
            self._actions[f"show-{name}"].setChecked(workspace is not None and workspace.panel_shown(name))
        self._actions["show-scores"].setEnabled(workspace is not None and workspace.view != "actions")
        for view, _title in VIEWS:
            self._actions[f"view-{view}"].setChecked(workspace is not None and workspace.view == view)
        self._switch.show_name(workspace.view if workspace is not None else "map")
        self._actions["heat"].setChecked(workspace is not None and workspace.document.heat.on)

    def _show(self, name: PanelName, shown: bool) -> None:
        if self.workspace is not None:
            self.workspace.show_panel(name, shown)

    def _palette(self, action: QAction) -> None:
        self._heat.choose_palette(str(action.data()))

    def _check_palette(self) -> None:
        if self.workspace is not None:
            for action in self._palettes.actions():
                action.setChecked(action.data() == self.workspace.document.heat.palette)
