"""packaging/constraints.txt names exactly what the program, its tests and its build use, in the versions that are installed."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def constraints() -> dict[str, str]:
    lines = (PROJECT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, str] = {}
    for line in lines:
        if line and not line.startswith("#"):
            match = re.fullmatch(r"([A-Za-z0-9_.-]+)==([A-Za-z0-9_.!+-]+)", line)
            assert match is not None, f"{line} is no exact version"
            found[canonicalize_name(match[1])] = match[2]
    return found


def wanted() -> list[str]:
    project = PYPROJECT["project"]
    optional = [needed for group in project["optional-dependencies"].values() for needed in group]
    return [*project["dependencies"], *optional]


def all_needed(texts: Iterable[str]) -> dict[str, str]:
    """The version of everything that these requirements lead to, as installed here."""
    found: dict[str, str] = {}
    waiting = [(Requirement(text), "") for text in texts]
    done = set()
    while waiting:
        needed, extra = waiting.pop()
        if needed.marker is not None and not needed.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(needed.name)
        for wish in ("", *needed.extras):
            if (name, wish) not in done:
                done.add((name, wish))
                installed = distribution(name)
                found[name] = installed.version
                waiting += [(Requirement(text), wish) for text in installed.requires or ()]
    return found


def test_constraints_are_what_is_installed() -> None:
    named = constraints()
    build = {canonicalize_name(Requirement(text).name) for text in PYPROJECT["build-system"]["requires"]}
    assert build <= named.keys()
    assert {name: version for name, version in named.items() if name not in build} == all_needed(wanted())


def test_constraints_satisfy_pyproject() -> None:
    named = constraints()
    for needed in map(Requirement, [*wanted(), *PYPROJECT["build-system"]["requires"]]):
        assert needed.specifier.contains(named[canonicalize_name(needed.name)]), needed


def test_what_is_needed_is_followed_to_its_end() -> None:
    assert {"pyqtgraph", "numpy", "shiboken6"} <= all_needed(["pyqtgraph", "pyside6-essentials"]).keys()
