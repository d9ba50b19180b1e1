"""New, open, save, close, restore: what happens to the open map and its file."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journeymap.editor.collision import Collision
from journeymap.editor.document import Document
from journeymap.editor.file_dialogs import MAP_FILTER, MAP_SUFFIX, ask_open, ask_save
from journeymap.editor.guard import Guard, Then
from journeymap.editor.keeper import Keeper
from journeymap.editor.preferences.choices import sign
from journeymap.editor.settings import Settings
from journeymap.editor.typing_focus import finish_typing
from journeymap.editor.widgets.problems import show_problem
from journeymap.files.document_file import NO_FILE, ChangedMeanwhile, open_with_digest, save_journey
from journeymap.files.file_name import file_name
from journeymap.files.recovery import Leftover, recover
from journeymap.files.templates import new_journey
from journeymap.language import _
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Waiting:
    """A map that is read and will be shown once the open one may be left."""

    journey: Journey
    path: Path | None = None
    leftover: Leftover | None = None
    digest: str = NO_FILE


class FileCommands(QObject):
    """Holds the open document. `document_changed` comes when another one is open (or none); `message` is for the status bar."""

    document_changed = Signal()
    message = Signal(str)
    trouble = Signal(object)

    def __init__(self, window: QWidget, settings: Settings, recovery: Path) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._recovery = recovery
        self._guard = Guard(window, self._save_then)
        self._collision = Collision(window, self._ask_where, self._overwrite, self._save_dropped)
        self._keeper: Keeper | None = None
        self._waiting: Waiting | None = None
        self._after_save: Then | None = None
        self.document: Document | None = None

    # -- commands

    def new(self) -> None:
        """Close the map, so that the start page offers templates."""
        self.close()

    def new_from(self, template: str) -> None:
        """A map from a template; the one that is open is left for it."""
        try:
            journey = new_journey(template)
        except Problem as problem:
            show_problem(self._window, problem)
            return
        sign(journey, self._settings)
        self.offer(Waiting(journey))

    def open(self) -> None:
        """Ask for a map and open it."""
        dialog = ask_open(self._window, self._settings, _("Open map"), MAP_FILTER, "map")
        dialog.fileSelected.connect(self._open_named)
        dialog.open()

    def open_path(self, path: Path) -> None:
        """Open a map; where that fails, say why and leave everything as it is."""
        finish_typing(self._window)
        try:
            journey, digest = open_with_digest(path)
        except Problem as problem:
            if not path.exists():
                self._settings.forget_recent(path.absolute())
            show_problem(self._window, problem)
            return
        self._settings.add_recent(path)
        self._settings.set_folder("map", path.absolute().parent)
        self.offer(Waiting(journey, path.absolute(), digest=digest))

    def save(self) -> None:
        """Save to the map's file, asking for one where it has none."""
        self._after_save = None
        self._save()

    def save_as(self) -> None:
        """Ask for a file and save there."""
        self._after_save = None
        self._ask_where()

    def close(self) -> None:
        """Close the map; the start page comes back."""
        self.leave(self._close)

    def clear_recent(self) -> None:
        """Empty the list of recent maps."""
        self._settings.clear_recent()

    def leave(self, then: Then) -> None:
        """Do `then` once nothing unsaved would be lost."""
        finish_typing(self._window)
        self._guard.leave(self.document, then)

    def restore(self, leftover: Leftover) -> None:
        """Open what was recovered; it counts as unsaved."""
        try:
            journey = recover(leftover)
        except Problem as problem:
            show_problem(self._window, problem)
            return
        self.offer(Waiting(journey, leftover.path, leftover, leftover.digest))

    def offer(self, waiting: Waiting) -> None:
        """Show this map once the open one may be left."""
        self._waiting = waiting
        self.leave(self._switch)

    def let_go(self, keep: bool = False) -> None:
        """Close the map without a question; `keep`: its recovery journal stays (the program is being ended)."""
        document, keeper = self.document, self._keeper
        self.document = self._keeper = None
        if keeper is not None:
            if keep:
                keeper.leave()
            else:
                keeper.discard()
        if document is not None:
            document.close()
            self.document_changed.emit()
            document.deleteLater()

    # -- how

    def _open_named(self, name: str) -> None:
        self.open_path(Path(name))

    def _switch(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        old, old_keeper = self.document, self._keeper
        document = Document(waiting.journey, waiting.path, self, waiting.digest)
        if waiting.leftover is not None:
            document.mark_unsaved()
        keeper = Keeper(document, self._recovery, unsaved=document.modified)
        if waiting.leftover is not None and keeper.problem is None:
            # The new journal holds all of it now.
            waiting.leftover.discard()
        keeper.trouble.connect(self.trouble)
        self.document, self._keeper = document, keeper
        if old_keeper is not None:
            old_keeper.discard()
        if old is not None:
            old.close()
        self.document_changed.emit()
        self.trouble.emit(keeper.problem)
        if old is not None:
            old.deleteLater()

    def _close(self) -> None:
        self.let_go()

    def _save_then(self, then: Then) -> None:
        self._after_save = then
        self._save()

    def _save(self) -> None:
        if self.document is None:
            return
        if self.document.path is None:
            self._ask_where()
        else:
            self._write(self.document.path, self.document.digest)

    def _ask_where(self) -> None:
        document = self.document
        if document is None:
            return
        finish_typing(self._window)
        proposed = document.path or Path(file_name(document.journey.info.title, _("Journey map")) + MAP_SUFFIX)
        dialog = ask_save(self._window, self._settings, _("Save map"), MAP_FILTER, "map", proposed)
        dialog.fileSelected.connect(self._write_named)
        dialog.rejected.connect(self._save_dropped)
        dialog.open()

    def _save_dropped(self) -> None:
        self._after_save = None

    def _write_named(self, name: str) -> None:
        path = Path(name).absolute()
        document = self.document
        # The dialog has asked whether to replace the file, but its own file the user takes for the one that was opened.
        self._write(path, document.digest if document is not None and document.path == path else None)

    def _overwrite(self, path: Path) -> None:
        self._write(path, None)

    def _write(self, path: Path, known: str | None) -> None:
        then, self._after_save = self._after_save, None
        document, keeper = self.document, self._keeper
        if document is None or keeper is None:
            return
        finish_typing(self._window)
        try:
            digest = save_journey(document.journey, path, known)
        except ChangedMeanwhile as changed:
            self._after_save = then
            self._collision.ask(path, changed.gone)
            return
        except Problem as problem:
            show_problem(self._window, problem)
            return
        keeper.saved(path, digest)
        document.mark_saved(path, digest)
        self._settings.add_recent(path)
        self._settings.set_folder("map", path.absolute().parent)
        self.message.emit(_("Saved as “{name}”.").format(name=path.name))
        if then is not None:
            then()
