"""The Workshop menu's box for lines, and the File menu's import of sticky notes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMainWindow

from journeymap.editor.background import Task, run
from journeymap.editor.capture.box import CaptureBox
from journeymap.editor.capture.drop import Target
from journeymap.editor.capture.list_dialog import ListDialog
from journeymap.editor.capture.table_text import Cells, cells_of_file, cells_of_text
from journeymap.editor.file_dialogs import ask_open
from journeymap.editor.settings import Settings
from journeymap.editor.typing_focus import finish_typing
from journeymap.editor.widgets.problems import show_problem
from journeymap.editor.workspace import Workspace
from journeymap.language import N_, _, ngettext
from journeymap.model.problem import Problem
from journeymap.survey.display import whole

NOTES_FILTER = N_("Lists and whiteboard exports (*.csv *.tsv *.txt *.xlsx)")
INSET = 24


class CaptureCommands(QObject):
    """Opens one box and one list at a time, for the map that is open. `message` is for the status bar."""

    message = Signal(str)

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._workspace: Workspace | None = None
        self.box: CaptureBox | None = None
        self.list: ListDialog | None = None
        self._task: Task | None = None

    @property
    def workspace(self) -> Workspace | None:
        """The map that is open."""
        return self._workspace

    @workspace.setter
    def workspace(self, workspace: Workspace | None) -> None:
        self._workspace = workspace
        if self._task is not None:
            self._task.cancel()
        for open_one in (self.list, self.box):
            if open_one is not None:
                open_one.close()

    def show_box(self) -> None:
        """The box, in front; a second time it takes the focus again."""
        if self._workspace is None:
            return
        finish_typing(self._window)
        if self.box is None:
            document = self._workspace.document
            self.box = CaptureBox(document, self._settings, self._window)
            self.box.caught.connect(self._show)
            self.box.listed.connect(self._listed)
            self.box.gone.connect(self._box_gone)
            if self._settings.state("capture").isEmpty():
                self.box.move(self._corner(self.box))
            self.box.where.look_at(document.selection.current)
            self.box.show()
        self.box.raise_()
        self.box.activateWindow()
        self.box.field.setFocus()

    def import_notes(self) -> None:
        """Ask for a whiteboard's export, then show what is in it."""
        if self._workspace is None:
            return
        finish_typing(self._window)
        dialog = ask_open(self._window, self._settings, _("Import sticky notes"), NOTES_FILTER, "notes")
        dialog.fileSelected.connect(self._named)
        dialog.open()

    def load(self, path: Path) -> None:
        """Read a list in the background and show it."""
        if self._workspace is None or self._task is not None:
            return
        self._settings.set_folder("notes", path.absolute().parent)
        self._task = run(partial(_read, path), partial(self._read_done, path.name), self._failed)
        self._task.ended.connect(self._task_ended)

    # -- inside

    def _named(self, name: str) -> None:
        self.load(Path(name))

    def _read_done(self, name: str, cells: Cells) -> None:
        self._show_list(cells, _("Import sticky notes – {name}").format(name=name), None)

    def _listed(self, text: str, target: Target) -> None:
        self._show_list(cells_of_text(text), _("Paste a list"), target)

    def _show_list(self, cells: Cells, title: str, target: Target | None) -> None:
        if self._workspace is None or self.list is not None:
            return
        journey = self._workspace.document.journey
        parent = self.box if self.box is not None and target is not None else self._window
        try:
            if not journey.stages or not journey.channels:
                raise Problem("A touchpoint needs a stage and a channel: add these first.")
            self.list = ListDialog(self._workspace.document, cells, title, target, parent)
        except Problem as problem:
            show_problem(self._window, problem)
            return
        self.list.added.connect(self._added)
        self.list.finished.connect(self._list_gone)
        self.list.open()

    def _show(self, id: str) -> None:
        """Let the room see where it went."""
        if self._workspace is not None:
            self._workspace.document.selection.set([id])
            self._workspace.canvas.reveal(id)

    def _added(self, ids: tuple[str, ...]) -> None:
        n = len(ids)
        if self._workspace is not None:
            self._workspace.document.selection.set(ids)
            self._workspace.canvas.reveal(ids[0])
        self.message.emit(ngettext("{n} line was added.", "{n} lines were added.", n).format(n=whole(n)))

    def _failed(self, problem: Problem) -> None:
        show_problem(self._window, problem)

    def _task_ended(self) -> None:
        self._task = None

    def _list_gone(self) -> None:
        self.list = None

    def _box_gone(self) -> None:
        self.box = None

    def _corner(self, box: CaptureBox) -> QPoint:
        """Over the lower corner of the canvas, where it covers least."""
        assert self._workspace is not None
        canvas = self._workspace.canvas
        place = canvas.mapToGlobal(canvas.rect().bottomRight())
        return QPoint(place.x() - box.width() - INSET, max(0, place.y() - box.sizeHint().height() - 2 * INSET))


def _read(path: Path, task: Task) -> Cells:
    return cells_of_file(path)
