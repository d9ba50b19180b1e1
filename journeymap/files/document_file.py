"""Opening and saving a map."""

import stat
from pathlib import Path

from journeymap.files.atomic import write_atomic
from journeymap.files.format import from_bytes, to_bytes
from journeymap.files.json_text import SIZE_LIMIT
from journeymap.files.os_errors import explain_os_error, explain_read_error
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem

SUFFIX = ".journey"


def open_journey(path: Path) -> Journey:
    """The map in a file; raises `Problem` where it can't be read or holds no sound map. The file is never altered."""
    return from_bytes(read_file(path), path.name)


def save_journey(journey: Journey, path: Path) -> None:
    """Write a map to its file, as a whole or not at all; raises `Problem` where that fails, and the old file stays."""
    data = to_bytes(journey)
    # A fault of ours would be found out too late, by a file that can't be opened: so it is read back before it counts.
    if from_bytes(data, path.name).records != journey.records:
        raise Problem("“{name}” was not saved: it would not hold the map as it is.", name=path.name)
    try:
        write_atomic(path, data)
    except OSError as error:
        raise explain_os_error(path, error) from error


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
