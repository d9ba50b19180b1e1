"""The script that looks for what the operating system lacks, against systems that lack it."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "packaging" / "system.py"


@pytest.fixture
def system() -> ModuleType:
    spec = importlib.util.spec_from_file_location("packaging_system", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def packages(system: ModuleType, purpose: str, **environment: str) -> set[str]:
    return {need.package for need in system.needs(purpose, environment)}


def test_a_screen_and_ci_need_more(system: ModuleType) -> None:
    least = packages(system, "run")
    assert {"libgl1", "libegl1", "fonts-noto-core", f"python3.{sys.version_info.minor}-venv"} <= least
    assert packages(system, "test") == least
    assert packages(system, "run", DISPLAY=":0") - least >= {"libxcb-cursor0"}
    assert packages(system, "run", WAYLAND_DISPLAY="wayland-0") - least == {"libwayland-cursor0"}
    assert packages(system, "test", CI="true") - least == {"libreoffice-calc-nogui", "poppler-utils"}
    assert packages(system, "run", CI="true") == least


def test_what_is_there_is_found(system: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = tmp_path / "fonts" / "noto"
    fonts.mkdir(parents=True)
    (fonts / "NotoSansMono-Regular.ttf").touch()
    monkeypatch.setattr(system, "FONT_FOLDERS", (str(tmp_path / "fonts"), str(tmp_path / "none")))
    font = system.Need("font", "Noto Sans", "", "")
    assert not system.is_there(font)
    (fonts / "NotoSans-Regular.ttf").touch()
    assert system.is_there(font)
    assert system.is_there(system.Need("module", "json", "", ""))
    assert not system.is_there(system.Need("module", "no_such_module", "", ""))
    assert system.is_there(system.Need("program", "sh", "", ""))
    assert not system.is_there(system.Need("program", "no-such-program", "", ""))
    assert not system.is_there(system.Need("library", "libno-such-library.so.1", "", ""))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt's wheels bring all they need")
class TestLacking:
    """A system that lacks a library, with programs in place of apt-get and sudo that write down how they were called."""

    @pytest.fixture
    def calls(self, system: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        need = system.Need("library", "libno-such-library.so.1", "libno-such1", "a test")
        monkeypatch.setattr(system, "needs", lambda *_: [need])
        monkeypatch.setenv("PATH", str(tmp_path))
        (tmp_path / "env").symlink_to("/usr/bin/env")
        return tmp_path / "calls"

    def program(self, calls: Path, name: str, exit_code: int = 0) -> None:
        path = calls.parent / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> {calls}\nexit {exit_code}\n', encoding="utf-8")
        path.chmod(0o755)

    def test_root_installs_at_once(
        self, system: ModuleType, calls: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.program(calls, "apt-get")
        self.program(calls, "sudo")
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        assert system.main(["run"]) == 0
        assert calls.read_text(encoding="utf-8").splitlines() == [
            "apt-get -q update",
            "apt-get -q install -y --no-install-recommends libno-such1",
        ]
        said = capsys.readouterr().out
        assert "a test (package libno-such1)" in said
        assert "Still missing" in said  # what stood in for apt-get installs nothing

    def test_others_use_sudo_and_say_so(
        self, system: ModuleType, calls: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.program(calls, "apt-get")
        self.program(calls, "sudo")
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        assert system.main(["run"]) == 0
        assert all(line.startswith("sudo -n env ") for line in calls.read_text(encoding="utf-8").splitlines())
        assert "needs root" in capsys.readouterr().out

    @pytest.mark.parametrize("programs", [[], ["apt-get"], ["sudo"]])
    def test_without_sudo_or_apt_it_names_the_packages(
        self,
        programs: list[str],
        system: ModuleType,
        calls: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        for name in programs:
            self.program(calls, name)
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        assert system.main(["run"]) == 0
        assert not calls.exists()
        assert "libno-such-library.so.1 (libno-such1)" in capsys.readouterr().out

    def test_a_failure_of_apt_is_told(
        self, system: ModuleType, calls: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.program(calls, "apt-get", exit_code=100)
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        assert system.main(["run"]) == 0
        assert "apt-get install failed (exit code 100)." in capsys.readouterr().out


def test_nothing_is_said_where_nothing_is_missing(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "is_there", lambda _: True)
    assert system.main(["test"]) == 0
    assert capsys.readouterr().out == ""


def test_a_wrong_word_is_explained(system: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert system.main(["fly"]) == 2
    assert "packaging/system.py run" in capsys.readouterr().out
