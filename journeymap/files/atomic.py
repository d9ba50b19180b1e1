"""The one writer: a file is replaced as a whole by its next version, or stays as it was."""

import contextlib
import errno
import os
import re
import secrets
import stat
import time
from pathlib import Path

from journeymap.files.os_errors import NotConfirmed, explain_os_error

__all__ = ["explain_os_error", "write_atomic"]

_POSIX = os.name == "posix"
_TRIES = 5
_PAUSE = 0.2  # seconds
ABANDONED = 3600.0  # seconds: nobody writes one file for so long


def write_atomic(path: Path, data: bytes, private: bool = False) -> None:
    """Put these bytes into a file: first beside it, down to the disk, then in its place in one step.

    A link is written through to the file it leads to; the mode of an existing file stays; `private` makes a new one
    readable for its owner only. Raises `OSError`; then the old file is as it was and nothing lies about, except for
    `NotConfirmed`: the new file is in place but the disk did not confirm it.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    temporary = target.with_name(_temporary_name(target.name))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o600 if private or mode is not None else 0o666)
    try:
        try:
            _write_all(handle, data)
            if _POSIX and mode is not None:
                os.fchmod(handle, mode)
            os.fsync(handle)
        finally:
            os.close(handle)
        _replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _confirm(target.parent)
    _sweep(target)


def _mode_of(target: Path) -> int | None:
    """The permissions of the file that is there; a device or a pipe must not be replaced by a file."""
    try:
        found = os.stat(target).st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(found):
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(target))
    return stat.S_IMODE(found)


def _temporary_name(name: str) -> str:
    """A hidden name that nobody uses; short, so that a name of 255 bytes can still be written."""
    return f"{_temporary_start(name)}{os.getpid()}-{secrets.token_hex(4)}.tmp"


def _temporary_start(name: str) -> str:
    return "." + name.encode("utf-8", "surrogateescape")[:100].decode("utf-8", "ignore") + "."


def _sweep(target: Path) -> None:
    """Remove what processes that were killed while they wrote this same file have left."""
    pattern = re.compile(re.escape(_temporary_start(target.name)) + r"\d+-[0-9a-f]{8}\.tmp")
    with contextlib.suppress(OSError):
        for path in target.parent.iterdir():
            if pattern.fullmatch(path.name) and time.time() - path.lstat().st_mtime > ABANDONED:
                path.unlink()


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = os.write(handle, rest)
        if written == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[written:]


def _replace(temporary: Path, target: Path) -> None:
    # On Windows a virus scanner or a cloud drive may have the file open for a moment.
    for tries_left in reversed(range(1 if _POSIX else _TRIES)):
        try:
            os.replace(temporary, target)
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _confirm(folder: Path) -> None:
    """Have the disk keep the new name; Windows has no such call, and some network drives refuse it."""
    if not _POSIX:
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EACCES, errno.EBADF):
            raise NotConfirmed(error.errno, error.strerror, str(folder)) from error
