"""Finds what the program needs from the operating system, says what is missing and why, and installs it where it can.

    python3 packaging/system.py run     what the program and its pictures need; a screen's libraries where there is a screen
    python3 packaging/system.py test    as `run`, and the programs that tests open exported files with, where CI=true

Runs with the system's own Python before anything is installed, so it imports nothing but the standard library. On Debian and its
children packages come through apt-get: at once for root, through sudo, after saying so, for others. Elsewhere it names
the packages and goes on. Nothing is done, and nothing said, where all is there.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


class Need(NamedTuple):
    """Something of the system: how it is looked for (`library`, `module`, `program` or `font`), Debian's package, why."""

    how: str
    name: str
    package: str
    why: str


PYTHON = (Need("module", "ensurepip", f"python3.{sys.version_info.minor}-venv", "makes the virtual environment"),)
PICTURES = (
    Need("library", "libGL.so.1", "libgl1", "Qt is linked to it, also where it does not use it"),
    Need("library", "libEGL.so.1", "libegl1", "Qt is linked to it, also where it does not use it"),
    Need("library", "libxkbcommon.so.0", "libxkbcommon0", "Qt reads keyboards with it"),
    Need("library", "libdbus-1.so.3", "libdbus-1-3", "Qt talks to the desktop with it"),
    Need("library", "libfontconfig.so.1", "libfontconfig1", "Qt finds fonts with it"),
    Need("library", "libglib-2.0.so.0", "libglib2.0-0", "Qt's event loop"),
    Need("font", "Noto Sans", "fonts-noto-core", "letters of all languages; without fonts Qt draws boxes"),
)
X_WINDOW = (
    Need("library", "libxcb-cursor.so.0", "libxcb-cursor0", "windows on X11"),
    Need("library", "libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "keyboards on X11"),
    Need("library", "libxcb-icccm.so.4", "libxcb-icccm4", "windows on X11"),
    Need("library", "libxcb-image.so.0", "libxcb-image0", "windows on X11"),
    Need("library", "libxcb-keysyms.so.1", "libxcb-keysyms1", "keyboards on X11"),
    Need("library", "libxcb-render-util.so.0", "libxcb-render-util0", "windows on X11"),
    Need("library", "libxcb-shape.so.0", "libxcb-shape0", "windows on X11"),
    Need("library", "libxcb-xkb.so.1", "libxcb-xkb1", "keyboards on X11"),
)
WAYLAND_WINDOW = (Need("library", "libwayland-cursor.so.0", "libwayland-cursor0", "windows on Wayland"),)
READERS = (
    Need("program", "soffice", "libreoffice-calc-nogui", "tests open exported workbooks with it"),
    Need("program", "pdftoppm", "poppler-utils", "tests look at pages with it"),
)


def main(arguments: list[str]) -> int:
    """Do what the command line says; returns the exit code."""
    purpose = arguments[0] if len(arguments) == 1 else ""
    if purpose not in ("run", "test"):
        print(__doc__)
        return 2
    if not sys.platform.startswith("linux"):
        return 0  # Qt's wheels bring what Windows and macOS lack
    missing = [need for need in needs(purpose, dict(os.environ)) if not is_there(need)]
    if missing:
        tell(missing)
        install([need.package for need in missing])
        missing = [need for need in missing if not is_there(need)]
    if missing:
        say("Still missing: " + ", ".join(f"{need.name} ({need.package})" for need in missing) + ".")
        say("Install them with your system's package manager; the names are Debian's. Going on without them.")
    return 0


def needs(purpose: str, environment: dict[str, str]) -> list[Need]:
    """What a purpose (`run` or `test`) needs in this environment."""
    found = [*PYTHON, *PICTURES]
    if environment.get("DISPLAY"):
        found += X_WINDOW
    if environment.get("WAYLAND_DISPLAY"):
        found += WAYLAND_WINDOW
    if purpose == "test" and environment.get("CI") == "true":
        found += READERS
    return found


def is_there(need: Need) -> bool:
    """Whether the system has it, found out by trying rather than by asking a package manager."""
    if need.how == "module":
        return importlib.util.find_spec(need.name) is not None
    if need.how == "program":
        return shutil.which(need.name) is not None
    if need.how == "font":
        folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
        pattern = (
            need.name.replace(" ", "") + "[-[]*"
        )  # NotoSans-Regular.ttf, or NotoSans[wght].ttf, but not NotoSansMono
        return any(next(folder.rglob(pattern), None) is not None for folder in folders)
    try:
        ctypes.CDLL(need.name)
    except OSError:
        return False
    return True


def tell(missing: list[Need]) -> None:
    """Say what is missing and why."""
    say("This system lacks:")
    for need in missing:
        say(f"  {need.name:<26} {need.why} (package {need.package})")


def install(packages: list[str]) -> None:
    """Install Debian packages; as root, or with sudo after saying so. Where neither will do, nothing happens."""
    if shutil.which("apt-get") is None:
        return
    prefix: list[str] = []
    if os.geteuid() != 0:
        if shutil.which("sudo") is None:
            say("Installing them needs root, and there is no sudo here.")
            return
        say("Installing them needs root: sudo may now ask for your password.")
        prefix = ["sudo"] if sys.stdin is not None and sys.stdin.isatty() else ["sudo", "-n"]
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    say("Installing through apt-get: " + " ".join(packages))
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*command, *step],
            stdin=None if prefix == ["sudo"] else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        if done.returncode != 0:
            say(done.stdout)
            say(f"apt-get {step[0]} failed (exit code {done.returncode}).")


def say(text: str) -> None:
    """A line on the screen, at once, so that it stands before what apt-get says."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
