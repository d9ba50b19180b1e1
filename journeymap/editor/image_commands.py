"""Images from files onto the map: chosen in a dialog, or dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journeymap.editor.background import Task, run
from journeymap.editor.file_dialogs import IMAGE_FILTER, ask_open
from journeymap.editor.settings import Settings
from journeymap.editor.widgets.problems import show_problem
from journeymap.editor.workspace import Workspace
from journeymap.language import _
from journeymap.model.problem import Problem

LARGEST = 2400  # pixels of the longer side: sharp on any page, and the map stays small


class ImageCommands(QObject):
    """Reads an image off the window's thread, no larger than a page needs, and lays it on the map that is open."""

    message = Signal(str)

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._name = ""
        self.workspace: Workspace | None = None

    def ask(self) -> None:
        """Choose a file."""
        if self.workspace is not None:
            dialog = ask_open(self._window, self._settings, _("Choose a picture"), IMAGE_FILTER, "image")
            dialog.fileSelected.connect(self._named)
            dialog.open()

    def load(self, path: Path) -> None:
        """Lay the image of a file on the map."""
        if self.workspace is None:
            self.message.emit(_("Open a map first."))
            return
        self._name = path.stem

        def work(task: Task) -> bytes:
            from journeymap.paint.shrink import read_image

            return read_image(path, LARGEST)

        run(work, self._read, self._failed)

    def _named(self, name: str) -> None:
        self.load(Path(name))

    def _read(self, data: bytes) -> None:
        if self.workspace is not None:
            self.workspace.canvas.add_image(data, self._name)

    def _failed(self, problem: Problem) -> None:
        show_problem(self._window, problem)
