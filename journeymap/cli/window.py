"""`journeymap [FILE]`: the window."""

import argparse
import ctypes
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from journeymap.cli.console import NotDone
from journeymap.files.os_errors import explain_read_error
from journeymap.language import N_


def open_window(args: argparse.Namespace) -> int:
    """Open the window, on a file where one is named."""
    path: Path | None = args.file
    if path is not None:
        try:
            path.stat()
        except (OSError, ValueError) as error:
            raise explain_read_error(path, error if isinstance(error, OSError) else OSError()) from error
    if not has_screen():
        raise NotDone(N_("There is no screen for the window. The commands need none: see journeymap --help."))
    return show(path)


def show(path: Path | None) -> int:
    """The window until it is closed; raises `NotDone` where Qt can't be loaded."""
    try:
        from journeymap.editor.app import run
    except ImportError as error:
        raise NotDone(
            N_("The window can't be opened: {why}. See the README for what Qt needs."), why=str(error)
        ) from error
    return run(path)


def show_apart(path: Path, environment: Mapping[str, str]) -> int:
    """The window in a process of its own, until it is closed: this one has painted, and a process can have one Qt application only."""
    sys.stdout.flush()
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "journeymap"]
    done = subprocess.run([*program, str(path)], env=environment)  # noqa: S603 - this program itself, and a path
    return 0 if done.returncode == 0 else 1


def has_screen() -> bool:
    """Whether a window can be opened; Qt would end the process where it can't."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if not sys.platform.startswith("linux"):
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), wayland).exists():
        return True
    return bool(os.environ.get("DISPLAY")) and _x_answers()


def _x_answers() -> bool:
    """Whether the X server that DISPLAY names lets us in; the name may be left over from a session that ended."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
