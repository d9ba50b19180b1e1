"""What was not saved yet, kept as it is made: a copy of the map as it was opened, and a line for every Change since."""

import contextlib
import os
import secrets
import shutil
import time
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from journeymap.files.atomic import explain_os_error, write_atomic
from journeymap.files.change_json import change_to_json
from journeymap.files.format import to_bytes
from journeymap.files.leftovers import BASE, CHANGES, LOCK, Leftover, leftovers, recover
from journeymap.files.lock import Lock
from journeymap.files.recovery_lines import to_line
from journeymap.model.change import Change
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem

__all__ = ["Leftover", "RecoveryJournal", "default_recovery_folder", "leftovers", "recover"]

SYNC_EVERY = 1.0  # seconds: what a power cut can take; a crash of the program takes nothing
RETRY_AFTER = 10.0  # seconds
SIZE_LIMIT = 64 * 1024 * 1024  # bytes of changes, then the journal starts anew from a copy of the map


def default_recovery_folder() -> Path:
    """Where this user's sessions keep their recovery journals."""
    return user_data_path("journeymap", appauthor=False) / "recovery"


class RecoveryJournal:
    """The recovery journal of one open map: a folder of its own, locked while the program lives, readable for its user only.

    Nothing here raises: where the disk refuses, `problem` says why until it works again (it is tried anew with the
    next Change, at most every 10 s), and the map can be edited on.
    """

    def __init__(self, journey: Journey, path: Path | None, folder: Path, digest: str = "") -> None:
        """Use `start`."""
        self._journey = journey
        self._path = path
        self._digest = digest
        self._root = folder
        self._session: Path | None = None
        self._lock: Lock | None = None
        self._changes: int | None = None
        self._number = 0
        self._size = 0
        self._synced = 0.0
        self._tried = 0.0
        self._closed = False
        self.problem: Problem | None = None

    @classmethod
    def start(
        cls, journey: Journey, path: Path | None, folder: Path, unsaved: bool = False, digest: str = ""
    ) -> "RecoveryJournal":
        """Begin with the map as it is now. `unsaved`: it differs from its file already (it was recovered or imported).

        `digest` is of the bytes that the file held: a map that is recovered must not replace what was saved since.
        """
        journal = cls(journey, path, folder, digest)
        journal._begin(unsaved)
        return journal

    def append(self, change: Change) -> None:
        """Keep one Change; it is with the operating system when this returns, and on the disk within `SYNC_EVERY` or the next one."""
        self._write({"change": change_to_json(change)})

    def saved(self, journey: Journey, path: Path, digest: str = "") -> None:
        """The map as it is now stands in this file, so that nothing before needs to be recovered."""
        self._journey = journey
        self._path = path
        self._digest = digest
        self._write({"saved": str(path), "digest": digest}, unsaved=False)
        self.sync()

    def sync(self) -> None:
        """Have the disk keep what was appended."""
        if self._changes is not None:
            try:
                os.fsync(self._changes)
            except OSError as error:
                self._fail(error)
            self._synced = time.monotonic()

    def discard(self) -> None:
        """Nothing of this session needs to be recovered: its folder goes."""
        self.close()
        if self._session is not None:
            shutil.rmtree(self._session, ignore_errors=True)
            self._session = None

    def close(self) -> None:
        """Let go of the journal and leave it for the next start to offer."""
        self.sync()
        self._closed = True
        self._let_go()

    def _begin(self, unsaved: bool) -> None:
        before = self._session
        self._let_go()
        self._tried = time.monotonic()
        session = self._root / f"{os.getpid()}-{secrets.token_hex(6)}"
        header = {
            "title": self._journey.info.title,
            "path": self._path and str(self._path),
            "unsaved": unsaved,
            "digest": self._digest,
        }
        line = to_line(0, header)
        try:
            self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
            session.mkdir(mode=0o700)
            self._lock = Lock(session / LOCK)
            write_atomic(session / BASE, to_bytes(self._journey), private=True)
            write_atomic(session / CHANGES, line, private=True)
            self._changes = os.open(session / CHANGES, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        except OSError as error:
            self._fail(error)
            # What was begun goes; an earlier session of ours stays for the next start.
            shutil.rmtree(session, ignore_errors=True)
            return
        self.problem = None
        self._session = session
        self._number, self._size, self._synced = 1, len(line), time.monotonic()
        if before is not None:
            shutil.rmtree(before, ignore_errors=True)

    def _write(self, body: dict[str, Any], unsaved: bool = True) -> None:
        if self._closed:
            return
        if self._changes is None:
            # The map itself holds what could not be written before.
            if not unsaved or time.monotonic() - self._tried >= RETRY_AFTER:
                self._begin(unsaved)
            return
        line = to_line(self._number, body)
        if self._size + len(line) > SIZE_LIMIT:
            self._begin(unsaved)
            return
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[os.write(self._changes, rest) :]
        except OSError as error:
            self._fail(error)
            return
        self._number += 1
        self._size += len(line)
        if time.monotonic() - self._synced >= SYNC_EVERY:
            self.sync()

    def _fail(self, error: OSError) -> None:
        self.problem = explain_os_error(self._root / "recovery", error)
        self._let_go()

    def _let_go(self) -> None:
        if self._changes is not None:
            with contextlib.suppress(OSError):
                os.close(self._changes)
            self._changes = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None
