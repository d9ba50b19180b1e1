"""Keeps the recovery journal of the open map: every Change goes into it as it is made."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from journeymap.editor.document import Document
from journeymap.files.recovery import RecoveryJournal
from journeymap.model.change import Change
from journeymap.model.problem import Problem

SYNC_AFTER_MS = 1000


class Keeper(QObject):
    """Listens to one document. `trouble` carries a Problem while the journal can't be written, and None when it can again."""

    trouble = Signal(object)

    def __init__(self, document: Document, folder: Path, unsaved: bool = False) -> None:
        super().__init__(document)
        self._document = document
        self._journal = RecoveryJournal.start(document.journey, document.path, folder, unsaved, document.digest)
        self._told: Problem | None = None
        # The last Changes before a pause reach the disk too, not only the system's cache.
        self._sync = QTimer(self)
        self._sync.setSingleShot(True)
        self._sync.setInterval(SYNC_AFTER_MS)
        self._sync.timeout.connect(self._journal.sync)
        document.changed.connect(self._append)

    @property
    def problem(self) -> Problem | None:
        """Why the journal can't be written now, or None."""
        return self._journal.problem

    def saved(self, path: Path, digest: str = "") -> None:
        """The map was saved: what was kept is not needed any more."""
        self._journal.saved(self._document.journey, path, digest)
        self._tell()

    def discard(self) -> None:
        """The map is closed, and nothing of it needs to be recovered."""
        self._sync.stop()
        self._document.changed.disconnect(self._append)
        self._journal.discard()

    def leave(self) -> None:
        """The program ends without being asked to save: the journal stays for the next start."""
        self._sync.stop()
        self._document.changed.disconnect(self._append)
        self._journal.close()

    def _append(self, change: Change) -> None:
        self._journal.append(change)
        if not self._sync.isActive():
            self._sync.start()
        self._tell()

    def _tell(self) -> None:
        if self._journal.problem != self._told:
            self._told = self._journal.problem
            self.trouble.emit(self._told)
