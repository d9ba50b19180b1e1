"""One open map: the journey, its history, its file, what is selected and how it is heated."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journeymap.editor.selection import Selection
from journeymap.files.document_file import NO_FILE
from journeymap.language import _
from journeymap.layout.focus import EVERYTHING, Focus
from journeymap.model.change import Change
from journeymap.model.edit import Edit
from journeymap.model.history import History
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts, Wave
from journeymap.survey.overlay import HeatChoice, make_overlay
from journeymap.survey.score import NO_OVERLAY, Overlay


class Document(QObject):
    """What all views of one map share. Views listen to its signals; they alter the map through `edit` only.

    `changed` carries each Change after it was made; `overlay_changed` says that scores or colours differ;
    `status_changed` that the path, the saved mark or the undo labels differ. `saved_at` is when it was last saved here,
    `digest` of the bytes that its file held when it was opened or saved ("": it had no file).
    """

    changed = Signal(object)
    overlay_changed = Signal()
    focus_changed = Signal()
    status_changed = Signal()

    def __init__(
        self, journey: Journey, path: Path | None = None, parent: QObject | None = None, digest: str = NO_FILE
    ) -> None:
        super().__init__(parent)
        self.journey = journey
        self.history = History(journey)
        self.path = path
        self.digest = digest
        self.saved_at: datetime | None = None
        self.selection = Selection(self)
        self.heat = HeatChoice()
        self.focus = EVERYTHING
        self._overlay: Overlay | None = None
        self._unsubscribe = journey.subscribe(self._heard)

    @property
    def name(self) -> str:
        """What the window calls it: the name of its file, else its title."""
        if self.path is not None:
            return self.path.name
        return self.journey.info.title or _("Untitled map")

    @contextmanager
    def edit(self, label: str) -> Iterator[Edit]:
        """As `Journey.edit`."""
        with self.journey.edit(label) as edit:
            yield edit

    @property
    def overlay(self) -> Overlay:
        """The scores that heat the map now."""
        if self._overlay is None:
            self._overlay = make_overlay(self.journey, self.heat) if self.journey.all(Counts) else NO_OVERLAY
        return self._overlay

    def set_heat(self, heat: HeatChoice) -> None:
        """Heat the map with another metric, wave, segment or palette."""
        if heat != self.heat:
            self.heat = heat
            self._overlay = None
            self.overlay_changed.emit()

    def set_focus(self, focus: Focus) -> None:
        """Look at a part of the map more closely; the rest fades."""
        if focus != self.focus:
            self.focus = focus
            self.focus_changed.emit()

    def undo(self) -> None:
        """Take the last change back, if there is one."""
        self.history.undo()
        self.status_changed.emit()

    def redo(self) -> None:
        """Make the change again that was taken back last, if there is one."""
        self.history.redo()
        self.status_changed.emit()

    def fold(self) -> None:
        """Make one step of the last two (a new card and its title)."""
        self.history.fold()
        self.status_changed.emit()

    def mark_saved(self, path: Path, digest: str) -> None:
        """The map as it is now stands in this file."""
        self.path = path
        self.digest = digest
        self.saved_at = datetime.now().astimezone()
        self.history.mark_saved()
        self.status_changed.emit()

    def mark_unsaved(self) -> None:
        """The map counts as altered until it is saved (it was recovered)."""
        self.history.mark_unsaved()
        self.status_changed.emit()

    @property
    def modified(self) -> bool:
        """Whether the map differs from its file."""
        return not self.history.saved

    def close(self) -> None:
        """Stop listening to the journey."""
        self._unsubscribe()
        self.history.close()

    def _heard(self, change: Change) -> None:
        measured = any(isinstance(record, (Counts, Wave)) for record in change.records())
        # A card that moved to another stage moves its answers into that stage's pooled score as well.
        if measured or self.journey.all(Counts):
            self._overlay = None
        gone = [id for id in self.selection.ids if id not in self.journey]
        if gone:
            self.selection.set([id for id in self.selection.ids if id in self.journey])
        self.changed.emit(change)
        if measured:
            self.overlay_changed.emit()
        self.status_changed.emit()
