"""A signal ends the program at once, and what was not saved is offered at the next start."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journeymap.files.leftovers import leftovers

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from journeymap.editor.app import run
import journeymap.editor.window as window_module

shown = window_module.MainWindow.show

def show(window):
    shown(window)
    window.files.new_from("five-stages")
    def edit():
        document = window.files.document
        with document.edit("Rename") as change:
            change.update("journey", title="Not saved yet")
        print("ready", flush=True)
    QTimer.singleShot(0, window, edit)

window_module.MainWindow.show = show
sys.exit(run(None))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="signals of this kind are a matter of POSIX systems")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_ends_the_program_and_loses_nothing(tmp_path: Path, name: str) -> None:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(tmp_path))
    environment |= {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    process = subprocess.Popen([sys.executable, "-c", PROGRAM], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.2)
        process.send_signal(getattr(signal, name))
        assert process.wait(timeout=20) == 0
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    (left,) = leftovers(tmp_path / "data" / "journeymap" / "recovery")
    assert left.title == "Not saved yet"
