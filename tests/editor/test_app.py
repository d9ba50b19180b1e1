"""The start and the end of the program, in a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from journeymap.files.recovery import leftovers, recover

BEGIN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from journeymap.editor import app as start
from journeymap.editor.window import MainWindow

def act(window):
{act}

def began(window, path):
    begin(window, path)
    QTimer.singleShot(0, lambda: act(window))

begin = MainWindow.begin
MainWindow.begin = began
sys.exit(start.run({path}))
"""
EDIT = """
    window.files.new_from("blank")
    with window.files.document.edit("Rename") as edit:
        edit.update("journey", title="Typed before the end")
    print("ready", flush=True)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Folders of its own for the process."""
    own = {
        name: str(tmp_path / name.lower()) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")
    }
    for folder in own.values():
        Path(folder).mkdir(mode=0o700)
    return {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "JOURNEYMAP_LANGUAGE": "en"}


def start(environment: dict[str, str], act: str, path: str = "None") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", BEGIN.format(act=act, path=path)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_program_starts_and_ends(environment: dict[str, str]) -> None:
    process = start(environment, "    window.close()")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, ""), err
    assert "Traceback" not in err


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_signal_ends_it_at_once_and_nothing_is_lost(
    environment: dict[str, str], tmp_path: Path, number: signal.Signals
) -> None:
    process = start(environment, EDIT)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(number)
    _out, err = process.communicate(timeout=30)
    assert process.returncode == (-9 if number == signal.SIGKILL else 0), err
    (found,) = leftovers(tmp_path / "xdg_data_home" / "journeymap" / "recovery")
    assert recover(found).info.title == "Typed before the end"


def test_a_fault_is_shown_and_the_program_goes_on(environment: dict[str, str]) -> None:
    act = """
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QMessageBox
    def fail():
        raise ValueError("a fault of ours")
    def look():
        boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
        print(len(boxes), boxes[0].text(), flush=True)
        boxes[0].close()
        window.close()
    QTimer.singleShot(0, fail)
    QTimer.singleShot(200, look)
"""
    process = start(environment, act)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert out.startswith("1 Something went wrong inside the program (ValueError)")
    assert "a fault of ours" in err


def test_a_map_that_cannot_be_opened_is_said_in_the_window(environment: dict[str, str], tmp_path: Path) -> None:
    act = """
    from PySide6.QtWidgets import QMessageBox
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    print(boxes[0].text(), flush=True)
    boxes[0].close()
    window.close()
"""
    process = start(environment, act, f"Path({str(tmp_path / 'none.journey')!r})")
    out, err = process.communicate(timeout=60)
    assert "none.journey" in out, err


@pytest.mark.skipif(sys.platform != "linux", reason="only fontconfig can be told that there are no fonts")
def test_without_fonts_it_says_so(environment: dict[str, str], tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text('<?xml version="1.0"?><fontconfig></fontconfig>', encoding="utf-8")
    process = start({**environment, "FONTCONFIG_FILE": str(config)}, "    window.close()")
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "This machine has no fonts" in err


def test_no_window_work_is_loaded_that_a_start_does_not_need(environment: dict[str, str]) -> None:
    heavy = ("pyqtgraph", "networkx", "numpy", "openpyxl")
    code = f"import sys; import journeymap.editor.app; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_the_window_reads_as_the_language_does(environment: dict[str, str]) -> None:
    code = """
import gettext, sys
from journeymap.language import use_translations
use_translations("fa", gettext.NullTranslations())
from journeymap.editor.app import make_application
from PySide6.QtWidgets import QDialogButtonBox
app = make_application(["journeymap"])
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
print(app.layoutDirection().name, box.buttons()[0].text())
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("RightToLeft ")
    assert "Cancel" not in done.stdout  # Qt's own texts come from Qt's catalogue
