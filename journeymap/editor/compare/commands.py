"""The commands about versions in the Map menu."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journeymap.editor.background import Task
from journeymap.editor.compare.dialog import CompareDialog
from journeymap.editor.document import Document
from journeymap.editor.export_commands import ExportCommands
from journeymap.editor.file_dialogs import PNG_FILTER, ask_save
from journeymap.editor.settings import Settings
from journeymap.editor.typing_focus import finish_typing
from journeymap.editor.widgets.problems import show_problem
from journeymap.language import N_, _
from journeymap.layout.picture import Picture
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.versions import as_is_and_to_be, derive, discard_other, switch
from journeymap.words import VERSIONS, word

SCALE = 2.0


class VersionCommands(QObject):
    """Derive, switch, compare and discard the second version of the open map; `message` is for the status bar."""

    message = Signal(str)

    def __init__(self, window: QWidget, settings: Settings, exports: ExportCommands) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._exports = exports
        self._picture: Picture | None = None
        self.document: Document | None = None

    def derive(self) -> None:
        """Keep the map as its as-is, and go on with a to-be version."""
        if self._edited(N_("Derive to-be version"), derive):
            self.message.emit(_("You are now drawing the to-be version. The as-is is kept in the same map."))

    def switch(self) -> None:
        """Go on with the other version."""
        if self._edited(N_("Switch version"), switch) and self.document is not None:
            version = word(VERSIONS, self.document.journey.info.version)
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

    def _edited(self, label: str, change: Callable[[Journey, Edit], None]) -> bool:
        document = self._ready()
        if document is None:
            return False
        try:
            with document.edit(label) as edit:
                change(document.journey, edit)
        except Problem as problem:
            show_problem(self._window, problem)
            return False
        return True

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
        picture = self._picture
        if picture is not None:
            self._exports.write(Path(name), picture_work(picture))


def picture_work(picture: Picture) -> Callable[[Task], bytes]:
    """The work that makes a PNG file of a picture that nobody else alters."""

    def work(task: Task) -> bytes:
        from journeymap.paint.picture import image_of
        from journeymap.paint.png import encode_png

        return encode_png(image_of(picture, SCALE))

    return work
