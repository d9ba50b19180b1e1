"""Importing a survey into the open map."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from journeymap.editor.document import Document
from journeymap.editor.file_dialogs import SURVEY_FILTER, ask_open
from journeymap.editor.parts import Parts
from journeymap.editor.settings import Settings
from journeymap.editor.typing_focus import finish_typing
from journeymap.editor.widgets.problems import show_problem
from journeymap.language import _
from journeymap.model.problem import Problem


class SurveyCommands(QObject):
    """Asks for a file and opens the dialog that reads it. `message` is for the status bar."""

    message = Signal(str)

    def __init__(self, window: QWidget, settings: Settings, parts: Parts) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._parts = parts
        self._dialog: QDialog | None = None
        self._path = Path()
        self.document: Document | None = None

    def ask(self) -> None:
        """Ask for a survey file, then load it."""
        if self.document is None:
            return
        finish_typing(self._window)
        dialog = ask_open(self._window, self._settings, _("Import survey"), SURVEY_FILTER, "survey")
        dialog.fileSelected.connect(self._named)
        dialog.open()

    def load(self, path: Path) -> None:
        """Open the import dialog on a file; without a map, say that one is needed."""
        if self.document is None:
            show_problem(
                self._window,
                Problem(
                    "“{name}” holds answers for a map. Open the map first, then drop the file on it.", name=path.name
                ),
            )
            return
        if self._dialog is not None:
            return
        self._settings.set_folder("survey", path.absolute().parent)
        self._path = path
        self._dialog = self._parts.import_dialog(self.document, path, self._window)
        self._dialog.accepted.connect(self._accepted)
        self._dialog.finished.connect(self._finished)
        self._dialog.open()

    def _named(self, name: str) -> None:
        self.load(Path(name))

    def _accepted(self) -> None:
        self.message.emit(_("The answers of “{name}” are on the map.").format(name=self._path.name))

    def _finished(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
