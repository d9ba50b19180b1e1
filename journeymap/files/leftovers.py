"""What sessions that did not end well have left: found at the start, offered, recovered or discarded."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from journeymap.files.change_json import change_from_json
from journeymap.files.document_file import read_file
from journeymap.files.format import from_bytes
from journeymap.files.lock import Lock
from journeymap.files.recovery_lines import count_lines, read_lines
from journeymap.language import N_
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem

LOCK = "lock"
BASE = "base.journey"
CHANGES = "changes.jsonl"
NO_CHANGES = N_("its list of changes is missing or damaged")
NO_BASE = N_("its copy of the map is missing or damaged")
_UNREADABLE = (OSError, Problem, ValueError, LookupError, TypeError, AttributeError, RecursionError, MemoryError)


@dataclass(frozen=True, slots=True)
class Leftover:
    """A map that was not saved when its session ended.

    `path` is its file, None where it never had one; `when` the time of its last Change, in local time; `changes` how
    many there are that no file holds; `digest` is of the bytes that the file held when it was opened or saved last.
    `damaged` is about how many more changes there were, which can't be read; `trouble` why nothing can be restored (a
    sentence to translate), "" where it can.
    """

    title: str
    path: Path | None
    when: datetime
    changes: int
    session: Path
    digest: str = ""
    damaged: int = 0
    trouble: str = ""

    def discard(self) -> None:
        """Forget it."""
        shutil.rmtree(self.session, ignore_errors=True)


def leftovers(folder: Path) -> list[Leftover]:
    """What can be recovered, the latest first. Never raises.

    Sessions that live are left alone; what ended with all saved is cleared away. Sessions too damaged to be restored are
    among them, with their `trouble`.
    """
    found = []
    try:
        sessions = sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())
    except OSError:
        return []
    for session in sessions:
        try:
            leftover = _read(session)
        except OSError:
            continue
        if leftover is not None:
            found.append(leftover)
    return sorted(found, key=lambda leftover: leftover.when, reverse=True)


def recover(leftover: Leftover) -> Journey:
    """The map with every Change that was kept, up to the first that is damaged; raises `Problem` where there is nothing any more."""
    journey = from_bytes(read_file(leftover.session / BASE), leftover.title or BASE)
    try:
        for body in read_lines(leftover.session / CHANGES):
            if "change" in body:
                journey.apply(change_from_json(body["change"]))
    except (OSError, Problem, ValueError):
        # What came before is sound, and more is not to be had.
        pass
    return journey


def _read(session: Path) -> Leftover | None:
    try:
        lock = Lock(session / LOCK, create=False)
    except OSError:
        return None
    try:
        return _read_ended(session)
    finally:
        lock.release()


def _read_ended(session: Path) -> Leftover | None:
    when = _when(session)
    try:
        header, *bodies = read_lines(session / CHANGES)
        unsaved = header["unsaved"]
        path: str | None = header["path"]
        title: str = header["title"]
        digest: str = header.get("digest", "")
        changes = 0
        for body in bodies:
            if "saved" in body:
                path, unsaved, changes = body["saved"], False, 0
                digest = body.get("digest", "")
            else:
                changes += 1
                title = _title_after(body["change"], title)
        damaged = count_lines(session / CHANGES) - 1 - len(bodies)
        place = Path(path) if path else None
    except _UNREADABLE:
        return Leftover("", None, when, 0, session, trouble=NO_CHANGES)
    if not changes and not unsaved:
        if damaged:
            return Leftover(title, place, when, 0, session, digest, damaged, NO_CHANGES)
        shutil.rmtree(session, ignore_errors=True)
        return None
    try:
        from_bytes(read_file(session / BASE), BASE)
    except _UNREADABLE:
        return Leftover(title, place, when, changes, session, digest, damaged, NO_BASE)
    return Leftover(title, place, when, changes, session, digest, damaged)


def _when(session: Path) -> datetime:
    changes = session / CHANGES
    return datetime.fromtimestamp((changes if changes.exists() else session).stat().st_mtime, UTC).astimezone()


def _title_after(change: dict[str, Any], title: str) -> str:
    for step in change["steps"]:
        if step["after"] and step["after"]["kind"] == "journey":
            title = step["after"]["fields"].get("title", "")
    return title
