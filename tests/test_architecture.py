"""Who may import whom (docs/ARCHITECTURE.md), how long a file may be, and what a start may load."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
LINES = 400

# Each part of the package, and the parts that it may import beside itself.
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": {"model", "version"},
    "__main__": {"cli"},
    "version": set(),
    "resource": set(),
    "model": set(),
    "language": {"resource"},
    "words": {"language"},
    "survey": {"model", "language", "resource", "words"},
    "layout": {"model", "survey", "language", "resource", "words"},
    "files": {"model", "language", "resource", "words"},
    "formats": {"model", "survey", "layout", "files", "language", "resource", "words"},
    "paint": {"model", "survey", "layout", "files", "language", "resource", "words"},
    "editor": {"model", "survey", "layout", "files", "formats", "paint", "language", "resource", "words", "version"},
    "cli": {
        "model",
        "survey",
        "layout",
        "files",
        "formats",
        "paint",
        "editor",
        "language",
        "resource",
        "words",
        "version",
    },
}
# Of the survey, layout, formats and paint know what a score is and how it is shown (and how long work is stopped), not
# how answers are read.
SCORES_ONLY = {"layout", "formats", "paint"}
SCORES = ("survey.score", "survey.display", "survey.overlay", "survey.evidence", "survey.task")
# Other people's packages that only some modules may import; all others may be imported anywhere but in the model.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "PySide6": ("paint", "editor"),
    "shiboken6": ("editor",),
    "PySide6.QtWidgets": ("editor",),
    "pyqtgraph": ("editor.charts",),
}
MODEL_NEEDS = {"pydantic", "networkx"}
# Takes long to load, so no start pays for it.
HEAVY = ("PySide6", "networkx", "openpyxl", "numpy", "pyqtgraph", "duckdb", "babel.messages", "python_calamine")


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (PROJECT / folder).rglob("*.py"))


def module_name(path: Path) -> str:
    """`journeymap/model/edit.py` -> `model.edit`; the package's own `__init__` stays `__init__`."""
    parts = path.relative_to(PROJECT / "journeymap").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def imported(tree: ast.AST, package: str) -> Iterator[str]:
    """Every module that a file imports, wherever in it; `from a import b` gives both `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = f"journeymap.{package}" if node.level else node.module or ""
            yield start
            yield from (f"{start}.{name.name}" for name in node.names)


def within(module: str, places: tuple[str, ...]) -> bool:
    return any(module == place or module.startswith(place + ".") for place in places)


def wrong_imports(module: str, source: str) -> list[str]:
    """What a module imports and must not."""
    part = module.split(".")[0]
    wrong = []
    for name in imported(ast.parse(source), module.rpartition(".")[0]):
        top, _, rest = name.partition(".")
        if top == "journeymap":
            other = rest.split(".")[0]
            if other in MAY_IMPORT and other != part and other not in MAY_IMPORT.get(part, set()):
                wrong.append(name)
            if part in SCORES_ONLY and other == "survey" and rest != "survey" and not within(rest, SCORES):
                wrong.append(name)
        elif any(within(name, (package,)) and not within(module, places) for package, places in ONLY_IN.items()) or (
            part == "model" and top not in sys.stdlib_module_names and top not in MODEL_NEEDS
        ):
            wrong.append(name)
    return wrong


def too_long(source: str) -> bool:
    return sum(1 for line in source.splitlines() if line.strip()) > LINES


@pytest.mark.parametrize("path", sources("journeymap"), ids=module_name)
def test_imports_keep_their_direction(path: Path) -> None:
    assert module_name(path).split(".")[0] in MAY_IMPORT, "a new part of the house: say above whom it may import"
    assert wrong_imports(module_name(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("model.edit", "from journeymap.survey.score import Score"),
        ("model.edit", "from journeymap.language import _"),
        ("model.edit", "import numpy"),
        ("model.edit", "def f():\n    from PySide6.QtCore import QObject"),
        ("survey.score", "from journeymap.layout.build import build"),
        ("files.format", "from journeymap.survey.score import Score"),
        ("layout.build", "from journeymap.survey.reading import read_table"),
        ("layout.build", "from journeymap.survey import reading"),
        ("layout.build", "from PySide6.QtGui import QFont"),
        ("formats.excel.book", "import journeymap.paint.png"),
        ("paint.png", "from PySide6.QtWidgets import QWidget"),
        ("paint.png", "from PySide6 import QtWidgets"),
        ("paint.png", "from journeymap import editor"),
        ("editor.canvas.view", "import pyqtgraph as pg"),
        ("editor.canvas.view", "from journeymap.cli import main"),
        ("cli", "import PySide6.QtWidgets"),
    ],
)
def test_a_wrong_import_is_found(module: str, source: str) -> None:
    assert wrong_imports(module, source) != []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("model.edit", "import json\nfrom journeymap.model.record import Record\nimport networkx"),
        ("layout.build", "from journeymap.survey.score import Score\nfrom journeymap.survey import display"),
        ("editor.charts.plot", "import pyqtgraph as pg\nfrom PySide6.QtWidgets import QFrame"),
        ("paint.png", "from PySide6.QtGui import QImage"),
    ],
)
def test_a_right_import_is_none(module: str, source: str) -> None:
    assert wrong_imports(module, source) == []


@pytest.mark.parametrize(
    "path", sources("journeymap", "tests", "packaging"), ids=lambda path: str(path.relative_to(PROJECT))
)
def test_no_file_is_too_long(path: Path) -> None:
    assert not too_long(path.read_text(encoding="utf-8"))


def test_a_file_that_is_too_long_is_found() -> None:
    assert too_long("x = 1\n\n" * (LINES + 1))
    assert not too_long("x = 1\n\n" * LINES)


def loaded_by(statement: str) -> list[str]:
    """Which of the heavy modules a fresh process has after a statement."""
    script = f"{statement}\nimport sys\nprint([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PROJECT)
    found = ast.literal_eval(done.stdout)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("module", ["journeymap", "journeymap.cli"])
def test_a_start_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import {module}") == []


def test_something_heavy_is_found() -> None:
    assert loaded_by("import networkx") == ["networkx"]


def test_every_package_is_named_in_pyproject() -> None:
    pyproject = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    folders = {path.parent for path in sources("journeymap")}
    on_disk = {".".join(folder.relative_to(PROJECT).parts) for folder in folders}
    assert set(pyproject["tool"]["setuptools"]["packages"]) == on_disk | {"journeymap.resources"}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []
