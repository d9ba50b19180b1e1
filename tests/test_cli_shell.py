"""The program as a process of its own: what it loads, pipes, full disks, terminals, and the window."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from journeymap.cli import main, window
from journeymap.cli.locales import system_language
from journeymap.files.document_file import save_journey
from journeymap.files.templates import new_journey
from journeymap.resource import resource

posix = pytest.mark.skipif(os.name != "posix", reason="shell, pipes and devices of POSIX")
QUIET = {
    key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
}
ENVIRONMENT = {**QUIET, "LANGUAGE": "en", "PYTHONUTF8": "1"}


@pytest.fixture
def map_path(tmp_path: Path) -> Path:
    path = tmp_path / "map.journey"
    save_journey(new_journey("washing-machine"), path)
    return path


def journeymap(*words: object, **more: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "journeymap", *map(str, words)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env={**ENVIRONMENT, **more}, check=False
    )


def loaded_by(*words: object) -> set[str]:
    script = "import sys; from journeymap.cli import main; main(sys.argv[1:]); print('\\n'.join(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, words)], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    return set(done.stderr.split())


def test_a_process_of_its_own(map_path: Path) -> None:
    done = journeymap("check", map_path, "--strict")
    assert done.returncode == 1
    assert "Reviews look fake" in done.stdout
    assert done.stderr == ""


def test_a_bad_file_gives_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "bad.journey").write_bytes(b"\0\xff" * 100)
    done = journeymap("scores", tmp_path / "bad.journey")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "journeymap: “bad.journey” is not a Journeymap file.\n"


def test_commands_without_a_picture_load_no_qt(map_path: Path, tmp_path: Path) -> None:
    survey = resource("samples", "washing-machine.csv")
    for words, also in (
        (["--version"], {"networkx", "openpyxl"}),
        (["new", tmp_path / "new.journey"], {"networkx", "openpyxl"}),
        (["plan", map_path, survey], {"networkx", "openpyxl"}),
        (["survey", map_path, survey], {"openpyxl", "numpy"}),
        (["scores", map_path, "--json"], {"networkx", "openpyxl"}),
        (["check", map_path], {"openpyxl"}),
        (["export", map_path, tmp_path / "map.xlsx"], set()),
    ):
        modules = loaded_by(*words)
        assert not {name for name in modules if name.startswith("PySide6")}, words
        assert not {"pyqtgraph", *also} & modules, words


@posix
def test_a_reader_that_goes_away_is_no_error(map_path: Path) -> None:
    journeymap("survey", map_path, resource("samples", "washing-machine.csv"))
    child = subprocess.Popen(
        [sys.executable, "-m", "journeymap", "scores", str(map_path), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    with child.stderr:
        assert child.stderr.read() == b""
    assert child.wait() == 1


@posix
def test_a_full_disk_behind_the_output_is_said(map_path: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "journeymap", "check", str(map_path)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("journeymap: The output could not be written: ")
    assert done.stderr.count("\n") == 1


@posix
def test_a_device_is_not_replaced_by_a_file(map_path: Path) -> None:
    done = journeymap("plan", map_path, resource("samples", "washing-machine.csv"), "--out", "/dev/null")
    assert done.returncode == 1
    assert "is no ordinary file" in done.stderr
    assert Path("/dev/null").is_char_device()


def test_a_terminal_that_does_not_have_the_characters(map_path: Path) -> None:
    survey = resource("samples", "washing-machine.csv")
    journeymap("survey", map_path, survey)
    done = journeymap("scores", map_path, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "?52" in done.stdout
    done = journeymap("scores", map_path, "--json", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0


def test_titles_can_not_steer_the_terminal(tmp_path: Path, map_path: Path) -> None:
    evil = tmp_path / "\x1b[31mevil.csv"
    try:
        evil.write_text("Delivery\n5\n4\n")
    except OSError:
        pytest.skip("this system has no such file names")
    for done in (journeymap("survey", map_path, evil), journeymap("scores", evil)):
        assert "\x1b" not in done.stdout + done.stderr
        assert "evil" in done.stdout + done.stderr


def test_the_window_opens_on_the_file_that_is_named(map_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path | None] = []

    def show(path: Path | None) -> int:
        shown.append(path)
        return 0

    monkeypatch.setattr(window, "show", show)
    monkeypatch.setattr(window, "has_screen", lambda: True)
    assert main([]) == 0
    assert main([str(map_path)]) == 0
    assert shown == [None, map_path]


def test_a_file_called_like_a_command_is_opened_by_its_path(
    tmp_path: Path, map_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path | None] = []
    monkeypatch.setattr(window, "show", shown.append)
    monkeypatch.setattr(window, "has_screen", lambda: True)
    monkeypatch.chdir(tmp_path)
    map_path.rename(tmp_path / "new")
    main([f".{os.sep}new"])
    assert shown == [Path("new")]


def test_a_word_that_is_neither_command_nor_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exprot"]) == 2
    assert "There is no file “exprot”" in capsys.readouterr().err


def test_without_a_screen_it_says_so(map_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux may be without a screen")
    for more in ({}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "none-0"}):
        done = journeymap(map_path, **more)
        assert done.returncode == 1
        assert "There is no screen for the window" in done.stderr
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("screen", [True, False])
def test_the_demo_opens_the_window_where_there_is_a_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, screen: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    from journeymap.cli import demo

    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    shown: list[tuple[Path, str | None]] = []

    def show_apart(path: Path, environment: Mapping[str, str]) -> int:
        shown.append((path, environment.get("QT_QPA_PLATFORM")))
        return 0

    monkeypatch.setattr(demo, "show_apart", show_apart)
    monkeypatch.setattr(demo, "has_screen", lambda: screen)
    main(["demo", "--out", str(tmp_path), "--window"])
    assert shown == ([(tmp_path / "sample.journey", "")] if screen else [])
    assert "sample.xlsx" in capsys.readouterr().out


def test_the_window_has_a_process_of_its_own(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert window.show_apart(tmp_path / "gone.journey", ENVIRONMENT) == 1
    assert "gone.journey" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "tr_TR.UTF-8"}, "tr_TR"),
        ({"LANG": "tr_TR.UTF-8", "LC_ALL": "ru"}, "ru"),
        ({"LANGUAGE": "fa:en", "LC_ALL": "ru"}, "fa"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "POSIX"}, "en"),
        ({"LANG": "ca_ES@valencia"}, "ca_ES"),
    ],
)
def test_the_language_of_the_system(environment: dict[str, str], code: str) -> None:
    assert system_language(environment) == code


def test_a_system_that_says_nothing_has_some_language() -> None:
    assert system_language({}).isascii()
