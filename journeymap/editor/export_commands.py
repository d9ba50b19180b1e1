"""Exports: made off the window's thread from a copy of the map, written as a whole."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journeymap.editor.actions_view.export_dialog import ActionsExportDialog
from journeymap.editor.background import Task, run
from journeymap.editor.document import Document
from journeymap.editor.export_dialog import ExportDialog
from journeymap.editor.file_dialogs import PNG_FILTER, XLSX_FILTER, ask_save
from journeymap.editor.outline.advice import this_day
from journeymap.editor.preferences.choices import signed_options
from journeymap.editor.settings import Settings
from journeymap.editor.typing_focus import finish_typing
from journeymap.editor.widgets.problems import show_problem
from journeymap.files.atomic import explain_os_error, write_atomic
from journeymap.files.file_name import file_name
from journeymap.language import _
from journeymap.layout.actions_picture import What
from journeymap.layout.map_layout import LayoutOptions
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.survey.overlay import HeatChoice
from journeymap.survey.score import Overlay


class ExportCommands(QObject):
    """Export as PNG and XLSX. `started` carries a Task and what it does; `message` is for the status bar."""

    started = Signal(object, str)
    message = Signal(str)

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._scale = 2.0
        self._what: What = "both"
        self._task: Task | None = None
        self.document: Document | None = None

    def png(self) -> None:
        """Ask for the scale, then for a file, and make the picture."""
        if self.document is None:
            return
        finish_typing(self._window)
        dialog = ExportDialog(self.document, self._settings, self._window)
        dialog.chosen.connect(self._ask_png)
        dialog.open()

    def actions(self) -> None:
        """Ask which picture of the actions is wanted, then for a file."""
        if self.document is None:
            return
        finish_typing(self._window)
        dialog = ActionsExportDialog(self.document, self._settings, self._window)
        dialog.chosen.connect(self._ask_actions)
        dialog.open()

    def xlsx(self) -> None:
        """Ask for a file and make the workbook."""
        if self.document is None:
            return
        finish_typing(self._window)
        dialog = ask_save(
            self._window, self._settings, _("Export workbook"), XLSX_FILTER, "export", self._proposed(".xlsx")
        )
        dialog.fileSelected.connect(self._xlsx_named)
        dialog.open()

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self._task is not None

    def cancel(self) -> None:
        """Call off what is under way."""
        if self._task is not None:
            self._task.cancel()

    def _ask_png(self, scale: float) -> None:
        self._scale = scale
        dialog = ask_save(
            self._window, self._settings, _("Export picture"), PNG_FILTER, "export", self._proposed(".png")
        )
        dialog.fileSelected.connect(self._png_named)
        dialog.open()

    def _ask_actions(self, what: What, scale: float) -> None:
        self._what, self._scale = what, scale
        proposed = self._proposed("")
        named = proposed.with_name(_("{map} - actions").format(map=proposed.name) + ".png")
        dialog = ask_save(self._window, self._settings, _("Export actions"), PNG_FILTER, "export", named)
        dialog.fileSelected.connect(self._actions_named)
        dialog.open()

    def _proposed(self, suffix: str) -> Path:
        document = self.document
        assert document is not None
        stem = (
            document.path.stem
            if document.path is not None
            else file_name(document.journey.info.title, _("Journey map"))
        )
        name = Path(stem + suffix)
        if document.path is not None and not self._settings.text("folder/export"):
            return document.path.absolute().parent / name  # the first one: beside the map
        return name

    def _png_named(self, name: str) -> None:
        if self.document is not None:
            document = self.document
            options = LayoutOptions(palette=document.heat.palette, heat=document.heat.on)
            options = signed_options(options, self._settings)
            self.write(Path(name), png_work(document.journey.copy(), document.overlay, options, self._scale))

    def _actions_named(self, name: str) -> None:
        if self.document is not None:
            signed = signed_options(LayoutOptions(), self._settings)
            self.write(Path(name), actions_work(self.document.journey.copy(), self._what, self._scale, signed))

    def _xlsx_named(self, name: str) -> None:
        if self.document is not None:
            self.write(Path(name), xlsx_work(self.document.journey.copy(), self.document.overlay, self.document.heat))

    def write(self, path: Path, make: Callable[[Task], bytes]) -> None:
        """Make a file off the window's thread and write it as a whole; `make` must work on copies."""
        path = path.absolute()
        self._settings.set_folder("export", path.parent)

        def work(task: Task) -> Path:
            data = make(task)
            task.check()
            try:
                write_atomic(path, data)
            except OSError as error:
                raise explain_os_error(path, error) from error
            return path

        self._task = run(work, self._done, self._failed)
        self._task.ended.connect(self._ended)
        self.started.emit(self._task, _("Exporting “{name}”…").format(name=path.name))

    def _done(self, path: Path) -> None:
        self.message.emit(_("Exported “{name}”.").format(name=path.name))

    def _failed(self, problem: Problem) -> None:
        self.message.emit("")
        show_problem(self._window, problem)

    def _ended(self) -> None:
        self._task = None


def png_work(journey: Journey, overlay: Overlay, options: LayoutOptions, scale: float) -> Callable[[Task], bytes]:
    """The work that makes a PNG file of a map that nobody else alters."""

    def work(task: Task) -> bytes:
        from journeymap.paint.png import png_bytes

        return png_bytes(journey, overlay, scale, options)

    return work


def actions_work(journey: Journey, what: What, scale: float, signed: LayoutOptions) -> Callable[[Task], bytes]:
    """The work that makes a PNG file of the actions of a map that nobody else alters; footer and logo as on a map."""
    today = this_day()

    def work(task: Task) -> bytes:
        from journeymap.paint.actions_png import actions_png

        return actions_png(journey, what, scale, today, signed.footer, signed.logo)

    return work


def xlsx_work(journey: Journey, overlay: Overlay, heat: HeatChoice) -> Callable[[Task], bytes]:
    """The work that makes a workbook of a map that nobody else alters."""

    def work(task: Task) -> bytes:
        from journeymap.formats.excel import write_excel

        return write_excel(
            journey,
            overlay,
            palette=heat.palette,
            thresholds=heat.thresholds,
            cancelled=lambda: task.is_cancelled,
            progress=task.report,
        )

    return work
