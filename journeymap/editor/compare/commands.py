"""The commands about versions in the Map menu."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journeymap.editor.background import Task, run
from journeymap.editor.compare.dialog import CompareDialog
from journeymap.editor.document import Document
from journeymap.editor.file_dialogs import PNG_FILTER, ask_save
from journeymap.editor.settings import Settings
from journeymap.editor.typing_focus import finish_typing
from journeymap.editor.widgets.problems import show_problem
from journeymap.files.atomic import explain_os_error, write_atomic
from journeymap.language import N_, _
from journeymap.layout.picture import Picture
from journeymap.model.problem import Problem
from journeymap.model.versions import as_is_and_to_be, derive, discard_other, switch
from journeymap.words import VERSIONS, word

SCALE = 2.0


class VersionCommands(QObject):
    """Derive, switch, compare and discard the second version of the open map; `message` is for the status bar."""

    message = Signal(str)
    started = Signal(object, str)

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._picture: Picture | None = None
        self.document: Document | None = None

    def derive(self) -> None:
        """Keep the map as its as-is, and go on with a to-be version."""
        document = self._ready()
        if document is None:
            return
        try:
            with document.edit(N_("Derive to-be version")) as edit:
                derive(document.journey, edit)
        except Problem as problem:
            show_problem(self._window, problem)
            return
        self.message.emit(_("You are now drawing the to-be version. The as-is is kept in the same map."))

    def switch(self) -> None:
        """Go on with the other version."""
        document = self._ready()
        if document is None:
            return
        try:
            with document.edit(N_("Switch version")) as edit:
                switch(document.journey, edit)
        except Problem as problem:
            show_problem(self._window, problem)
            return
        version = word(VERSIONS, document.journey.info.version)
        self.message.emit(_("You are now looking at the {version} version.").format(version=version))

    def discard(self) -> None:
        """Forget the other version; undo brings it back."""
        document = self._ready()
        if document is not None:
            with document.edit(N_("Discard second version")) as edit:
                discard_other(edit)

    def compare(self) -> None:
        """Show what leads from the as-is to the to-be."""
        document = self._ready()
        if document is None:
            return
        try:
            before, after = as_is_and_to_be(document.journey.copy())
            dialog = CompareDialog(before, after, _("As-is and to-be"), self._window)
        except Problem as problem:
            show_problem(self._window, problem)
            return
        dialog.export_wanted.connect(self._ask_file)
        dialog.open()

    def _ready(self) -> Document | None:
        if self.document is not None:
            finish_typing(self._window)
        return self.document

    def _ask_file(self, picture: Picture) -> None:
        self._picture = picture
        name = Path(_("As-is and to-be") + ".png")
        dialog = ask_save(self._window, self._settings, _("Export picture"), PNG_FILTER, "export", name)
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def _write(self, name: str) -> None:
        picture, path = self._picture, Path(name).absolute()
        if picture is None:
            return

        def work(task: Task) -> Path:
            from journeymap.paint.picture import image_of
            from journeymap.paint.png import encode_png

            data = encode_png(image_of(picture, SCALE))
            task.check()
            try:
                write_atomic(path, data)
            except OSError as error:
                raise explain_os_error(path, error) from error
            return path

        task = run(work, self._done, self._failed)
        self.started.emit(task, _("Exporting “{name}”…").format(name=path.name))

    def _done(self, path: Path) -> None:
        self.message.emit(_("Exported “{name}”.").format(name=path.name))

    def _failed(self, problem: Problem) -> None:
        show_problem(self._window, problem)
