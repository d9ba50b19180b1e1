"""Opening and saving a map."""

import hashlib
import os
import stat
from pathlib import Path

from journeymap.files.atomic import write_atomic
from journeymap.files.format import from_bytes, to_bytes
from journeymap.files.json_text import SIZE_LIMIT
from journeymap.files.os_errors import explain_os_error, explain_read_error
from journeymap.language import N_
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem

SUFFIX = ".journey"
NO_FILE = ""  # instead of a digest: nothing is known to be there


class ChangedMeanwhile(Problem):
    """A file is not the one that was opened or saved last: another program wrote it, or (`gone`) it is not there any more."""

    @property
    def gone(self) -> bool:
        """Whether there is no file any more."""
        return bool(self.params.get("gone"))


def open_journey(path: Path) -> Journey:
    """The map in a file; raises `Problem` where it can't be read or holds no sound map. The file is never altered."""
    return open_with_digest(path)[0]


def open_with_digest(path: Path) -> tuple[Journey, str]:
    """As `open_journey`, and the digest of the file's bytes, by which `save_journey` sees whether it is still the same file."""
    data = read_file(path)
    return from_bytes(data, path.name), digest_of(data)


def digest_of(data: bytes) -> str:
    """What tells one version of a file from another: the SHA-256 of its bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def save_journey(journey: Journey, path: Path, known: str | None = None) -> str:
    """Write a map to its file, as a whole or not at all; returns the digest of what was written.

    Raises `Problem` where that fails, and the old file stays. `known` is the digest of the bytes that may be replaced
    (`NO_FILE`: none): where others are there, `ChangedMeanwhile` is raised. None replaces whatever is there.
    """
    data = to_bytes(journey)
    if known is not None:
        _check_unchanged(path, known, data)
    # A fault of ours would be found out too late, by a file that can't be opened: so it is read back before it counts.
    if from_bytes(data, path.name).records != journey.records:
        raise Problem("“{name}” was not saved: it would not hold the map as it is.", name=path.name)
    try:
        write_atomic(path, data)
    except OSError as error:
        raise explain_os_error(path, error) from error
    return digest_of(data)


def _check_unchanged(path: Path, known: str, wanted: bytes) -> None:
    if not os.path.exists(path):
        if known != NO_FILE:
            raise ChangedMeanwhile(N_("“{name}” is not there any more; it was not saved."), name=path.name, gone=True)
        return
    try:
        found = digest_of(read_file(path))
    except Problem:
        found = NO_FILE
    # Where the very bytes are there already (a save that a crash cut short before it was noted), nothing can be lost.
    if found == NO_FILE or found not in (known, digest_of(wanted)):
        raise ChangedMeanwhile(
            N_("“{name}” was changed by another program in the meantime; it was not saved."),
            name=path.name,
            gone=False,
        )


def read_file(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """The bytes of an ordinary file of at most `limit` bytes; raises `Problem` where it can't be read."""
    try:
        # Looked at before it is opened: opening a pipe would wait for ever.
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise Problem("“{name}” is no ordinary file.", name=path.name)
        if found.st_size > limit:
            raise Problem(
                "“{name}” is too large: {size} MB, at most {limit} MB can be read.",
                name=path.name,
                size=found.st_size // 2**20,
                limit=limit // 2**20,
            )
        return path.read_bytes()
    except OSError as error:
        raise explain_read_error(path, error) from error
    except ValueError:
        raise Problem("No file can have the name “{name}”.", name=path.name) from None
