"""What README and the documents in docs/ name is there."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
PLACES = ("journeymap/", "resources/", "tests/", "packaging/", "docs/")


def named_paths(text: str) -> set[str]:
    """Paths of this project in backticks, code blocks and links; not those with a word in capitals to be replaced."""
    words = re.findall(r"[\w./-]+", text)
    return {word.rstrip(".") for word in words if word.startswith(PLACES) and not re.search(r"\b[A-Z]{2,}/", word)}


def make_targets(text: str) -> set[str]:
    return set(re.findall(r"make ([a-z]+)\b", " ".join(re.findall(r"`[^`]*`|^make .*$", text, re.MULTILINE))))


@pytest.mark.parametrize("name", ["README.md", "docs/ARCHITECTURE.md", "docs/first-tasks.md"])
def test_what_is_named_is_there(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert named_paths(text), "it names no path at all"
    assert {path for path in named_paths(text) if not (PROJECT / path).exists()} == set()
    assert {target for target in make_targets(text) if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()


def test_what_is_not_there_is_found() -> None:
    assert named_paths("see `journeymap/nowhere.py`, [x](docs/x.md), resources/translations/CODE/x") == {
        "journeymap/nowhere.py",
        "docs/x.md",
    }
    assert make_targets("`make run` or make haste\nmake test # x") == {"run", "test"}
