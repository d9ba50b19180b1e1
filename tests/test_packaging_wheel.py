"""`pip install .` brings everything: each module, and each file of resources/."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def files(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in found}


def test_the_wheel_holds_every_file(tmp_path: Path) -> None:
    source = tmp_path / "source"  # setuptools leaves its traces where it builds
    for name in ("journeymap", "resources"):
        shutil.copytree(PROJECT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(PROJECT / name, source)
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check", "--quiet"]
    command = [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(tmp_path), str(source)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("journeymap-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
        entry_points = next(archive.read(name).decode() for name in held if name.endswith("entry_points.txt"))
    assert {f"journeymap/{name}" for name in files(PROJECT / "journeymap")} - held == set()
    assert {f"journeymap/resources/{name}" for name in files(PROJECT / "resources")} - held == set()
    assert "journeymap = journeymap.cli:main" in entry_points
