"""What the operating system refused, in words: what, where, what to do."""

import errno
from pathlib import Path

from journeymap.language import N_
from journeymap.model.problem import Problem


class NotConfirmed(OSError):
    """The new file is in place, but the disk reported an error when it was asked to keep it."""


_NO_SPACE = N_("There is no room for “{name}” in “{folder}”. Make room or choose another folder; nothing was altered.")
_READ_ONLY = N_("“{folder}” is read-only, so “{name}” can't be written there. Choose another folder.")
_NOT_ALLOWED = N_("You may not write “{name}” in “{folder}”. Choose another folder.")
_NO_FOLDER = N_("The folder “{folder}” is not there (any more). Choose another folder.")
_FAULT = N_(
    "The disk reported a fault while “{name}” was written in “{folder}”. Choose another disk; nothing was altered."
)

# Windows reports the same conditions under the same names.
_WRITING = {
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.EFBIG: N_("“{name}” is larger than files may be in “{folder}”. Choose another folder; nothing was altered."),
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.ENAMETOOLONG: N_("The name “{name}” is too long. Choose a shorter one."),
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: N_("“{folder}” is not a folder. Choose another folder."),
    errno.EISDIR: N_("“{name}” in “{folder}” is a folder. Choose another name."),
    errno.ENODEV: N_("“{name}” in “{folder}” is no ordinary file. Choose another name."),
    errno.EIO: _FAULT,
    errno.EINVAL: N_("No file can have the name “{name}”. Choose another one."),
}
_READING = {
    errno.ENOENT: N_("There is no file “{name}” in “{folder}”."),
    errno.ENOTDIR: N_("There is no file “{name}” in “{folder}”."),
    errno.EACCES: N_("You may not read “{name}” in “{folder}”."),
    errno.EPERM: N_("You may not read “{name}” in “{folder}”."),
    errno.EISDIR: N_("“{name}” is a folder, not a file."),
    errno.ENAMETOOLONG: N_("There is no file “{name}” in “{folder}”."),
    errno.EIO: N_("The disk reported a fault while “{name}” was read."),
}


def explain_os_error(path: Path, error: OSError) -> Problem:
    """Why a file could not be written."""
    if isinstance(error, NotConfirmed):
        message = N_(
            "“{name}” was written in “{folder}”, but the disk did not confirm it ({why}). Save it elsewhere too."
        )
    else:
        message = _WRITING.get(error.errno or 0, N_("“{name}” could not be written in “{folder}”: {why}."))
    return _problem(message, path, error)


def explain_read_error(path: Path, error: OSError) -> Problem:
    """Why a file could not be read."""
    return _problem(_READING.get(error.errno or 0, N_("“{name}” could not be read: {why}.")), path, error)


def _problem(message: str, path: Path, error: OSError) -> Problem:
    where = path.absolute()
    return Problem(message, name=where.name, folder=str(where.parent), why=error.strerror or type(error).__name__)
