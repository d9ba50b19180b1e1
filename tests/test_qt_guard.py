"""PySide6 6.12.0 on Python 3.11 drops a reference to None with most calls, and aborts the process after some thousand."""

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

PROJECT = Path(__file__).resolve().parent.parent
CALLS = 50_000
SCRIPT = f"""
from PySide6.QtCore import QObject
thing = QObject()
for _ in range({CALLS}):
    thing.setObjectName("x")
print(thing.objectName())
"""


def test_pyside_is_older_than_the_one_that_aborts() -> None:
    assert Version(version("PySide6-Essentials")) < Version("6.12")
    assert version("shiboken6") == version("PySide6-Essentials")


def test_pyproject_refuses_the_one_that_aborts() -> None:
    wanted = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    pyside = next(needed for needed in map(Requirement, wanted) if needed.name == "pyside6-essentials")
    assert pyside.specifier.contains("6.11.3")
    assert not pyside.specifier.contains("6.12.0")


def test_many_calls_that_return_nothing_do_no_harm() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "x"), done.stderr[-2000:]
