"""The main window: puts the parts together and shows the start page or the open map."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from journeymap.editor.actions import Actions
from journeymap.editor.capture.commands import CaptureCommands
from journeymap.editor.compare.commands import VersionCommands
from journeymap.editor.drop import dropped_file, is_image, is_map
from journeymap.editor.edit_commands import EditCommands
from journeymap.editor.export_commands import ExportCommands
from journeymap.editor.file_commands import FileCommands
from journeymap.editor.icons import application_icon, recolour
from journeymap.editor.image_commands import ImageCommands
from journeymap.editor.lanes.commands import LaneCommands
from journeymap.editor.menus import RecentMenu, fill_menu_bar
from journeymap.editor.parts import Parts, standard_parts
from journeymap.editor.preferences.commands import PreferenceCommands
from journeymap.editor.presentation.commands import PresentCommands
from journeymap.editor.recovery_box import RecoveryDialog
from journeymap.editor.search_commands import SearchCommands
from journeymap.editor.settings import Settings
from journeymap.editor.start_page import StartPage
from journeymap.editor.status_bar import StatusBar
from journeymap.editor.survey_commands import SurveyCommands
from journeymap.editor.template_commands import TemplateCommands
from journeymap.editor.theme import theme
from journeymap.editor.tool_bar import ToolBar
from journeymap.editor.tools import Tools
from journeymap.editor.view_commands import ViewCommands
from journeymap.editor.view_switch import ViewSwitch, view_keys
from journeymap.editor.widgets.problems import show_problem, unexpected
from journeymap.editor.wiring import handlers, there
from journeymap.editor.workspace import Workspace
from journeymap.files.recovery import Leftover, leftovers
from journeymap.language import _
from journeymap.model.problem import Problem


class MainWindow(QMainWindow):
    """One window, one map. `settings` and `recovery` (a folder) are where it remembers things."""

    def __init__(self, settings: Settings, recovery: Path, parts: Parts | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._recovery = recovery
        self._parts = parts or standard_parts()
        self._may_close = False
        self._in_close_event = False
        self.workspace: Workspace | None = None
        self.setObjectName("mainWindow")
        self.setWindowIcon(application_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 560)
        self.actions_table = Actions(self)
        self.menus = fill_menu_bar(self.menuBar(), self.actions_table)
        self.recent_menu = RecentMenu(self.menus["recent"], self.actions_table["clear-recent"], settings)
        self.tool_bar = ToolBar(self.actions_table, self.menus["export"])
        self.switch = ViewSwitch(view_keys(self.actions_table), self)
        if self.menuBar().isNativeMenuBar():  # it stands at the top of the screen, and has no corner
            self.tool_bar.add_first(self.switch)
        else:
            self.menuBar().setCornerWidget(self.switch)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self.start_page = StartPage(settings, self._parts.picture)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tool_bar)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(centre)

        self.files = FileCommands(self, settings, recovery)
        self.edits = EditCommands(self)
        self.exports = ExportCommands(self, settings)
        self.surveys = SurveyCommands(self, settings, self._parts)
        self.template_commands = TemplateCommands(self)
        self.preferences = PreferenceCommands(self, settings)
        self.lanes = LaneCommands(self.actions_table, self.menus["lanes"], self)
        self.versions = VersionCommands(self, settings, self.exports)
        self.images = ImageCommands(self, settings)
        self.tools = Tools(self.actions_table, self)
        self.views = ViewCommands(self, self.actions_table, self.tool_bar.heat, self.menus["palette"], self.switch)
        self.search = SearchCommands(self, self.actions_table, settings, self.tool_bar.focus_place)
        self.presents = PresentCommands(self)
        self.captures = CaptureCommands(self, settings)
        self.actions_table.connect_all(handlers(self))
        self.files.document_changed.connect(self._show_document)
        self.files.trouble.connect(self.status.show_trouble)
        self.exports.started.connect(self.status.watch)
        for source in (
            self.files,
            self.edits,
            self.exports,
            self.surveys,
            self.template_commands,
            self.search,
            self.versions,
            self.images,
            self.captures,
        ):
            source.message.connect(self.status.say)
        self.recent_menu.chosen.connect(self.files.open_path)
        self.start_page.template_chosen.connect(self.files.new_from)
        self.start_page.recent_chosen.connect(self.files.open_path)
        self.start_page.open_wanted.connect(self.files.open)
        self.start_page.deletion_wanted.connect(self.template_commands.delete)
        self.template_commands.changed.connect(self.start_page.templates.refresh)
        self.start_page.restored.connect(self.restore)
        self.switch.chosen.connect(self.views.show_view)
        self.tool_bar.heat.import_wanted.connect(self.surveys.ask)
        self.status.zoomed.connect(self.views.set_zoom)
        self.search.focus.said.connect(self.status.show_focus)
        self.menus["edit"].aboutToShow.connect(self.refresh)
        settings.recent_changed.connect(self.refresh)
        theme().changed.connect(self._dressed)
        geometry = settings.state("geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1440, 900)
        self._show_document()

    def begin(self, path: Path | None) -> None:
        """Open a map at the start, and offer what was not saved last time."""
        found = leftovers(self._recovery)
        if path is not None:
            self.files.open_path(path)
        if not found:
            return
        if self.workspace is None:
            self.start_page.offer(found)
        else:
            dialog = RecoveryDialog(found, self)
            dialog.box.restored.connect(dialog.accept)
            dialog.box.restored.connect(self.restore)
            dialog.open()

    def restore(self, leftover: Leftover) -> None:
        """Open what was recovered."""
        self.files.restore(leftover)
        self.start_page.offer(leftovers(self._recovery))

    def refresh(self) -> None:
        """Title and actions as the document is now."""
        document = self.files.document
        if document is None:
            self.setWindowTitle(_("Journeymap"))
            self.setWindowFilePath("")
        else:
            self.setWindowTitle(_("{name}[*] – Journeymap").format(name=document.name.replace("[*]", "[*][*]")))
        self.setWindowModified(document is not None and document.modified)
        self.actions_table.enable(there(document, self._settings))
        undo = document.history.undo_label if document is not None else None
        redo = document.history.redo_label if document is not None else None
        self.actions_table.name_history(undo, redo)
        self.views.show_state()

    # -- events

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is unsaved; whatever goes wrong in here, nothing is lost: the window stays."""
        try:
            event.ignore()
            if not self._may_close:
                self._in_close_event = True
                self.files.leave(self._close_now)
            if self._may_close:
                self._remember()
                self.exports.cancel()
                event.accept()
        except Exception as error:  # an exception that leaves closeEvent would close the window with all that is in it
            event.ignore()
            self._may_close = False
            show_problem(self, error if isinstance(error, Problem) else unexpected(error))
        finally:
            self._in_close_event = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Maps and surveys may be dropped."""
        if dropped_file(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """A map opens, a survey is imported, a picture is laid on the map."""
        path = dropped_file(event.mimeData())
        if path is None:
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if is_map(path):
            self.files.open_path(path)
        elif is_image(path):
            self.images.load(path)
        else:
            self.surveys.load(path)

    def _dressed(self) -> None:
        recolour(self)

    def _close_now(self) -> None:
        self.files.let_go()
        self._may_close = True
        # Within a close event, which Qt does not nest, the event itself is accepted.
        if not self._in_close_event:
            self.close()

    def _remember(self) -> None:
        if not self.isFullScreen():
            self._settings.set_state("geometry", self.saveGeometry())

    def _show_document(self) -> None:
        old = self.workspace
        document = self.files.document
        self.preferences.attach(document)
        self.workspace = Workspace(document, self._settings, self._parts, self.stack) if document is not None else None
        for commands in (self.edits, self.views, self.presents, self.captures, self.images):
            commands.workspace = self.workspace
        self.exports.document = self.surveys.document = self.template_commands.document = document
        self.versions.document = document
        self.tools.attach(self.workspace)
        self.lanes.attach(self.workspace)
        self.search.attach(self.workspace)
        self.tool_bar.heat.attach(document)
        self.status.attach(self.workspace)
        self.tool_bar.setVisible(document is not None)
        self.switch.setVisible(document is not None)
        if self.workspace is not None and document is not None:
            self.stack.addWidget(self.workspace)
            self.stack.setCurrentWidget(self.workspace)
            self.workspace.panels_changed.connect(self.views.show_state)
            self.workspace.scores.import_requested.connect(self.surveys.ask)
            self.workspace.outline.persona_wanted.connect(self.edits.add_persona)
            document.status_changed.connect(self.refresh)
            document.selection.changed.connect(self.refresh)
            document.focus_changed.connect(self.refresh)
            document.overlay_changed.connect(self.refresh)
            self.workspace.restore_view()
        else:
            self.stack.setCurrentWidget(self.start_page)
        if old is not None:
            old.remember()
            self.stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.status.say("")
        self.refresh()
