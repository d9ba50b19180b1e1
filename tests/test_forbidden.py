"""What no file of the program may do, found by reading its syntax: text that Qt could take for markup, dangerous calls, traps."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
LABELS = "editor/widgets/labels.py"
CLI = ("cli.py", "cli/")
EVERYWHERE: tuple[str, ...] = ()

# A name that is called or derived from -> where it may be (the start of a path in journeymap/), and why nowhere else.
CALLS: dict[str, tuple[tuple[str, ...], str]] = {
    "eval": (EVERYWHERE, "runs what it reads"),
    "exec": (EVERYWHERE, "runs what it reads"),
    "print": (CLI, "only the command line speaks on standard output"),
    "QGraphicsItem": (EVERYWHERE, "the canvas paints the layout itself"),
    "QGraphicsScene": (EVERYWHERE, "the canvas paints the layout itself"),
    "QUndoStack": (EVERYWHERE, "crashes PySide6; model.history does it"),
    "QUndoCommand": (EVERYWHERE, "crashes PySide6; model.history does it"),
    "QSaveFile": (EVERYWHERE, "can lose a file on a full disk; files.atomic does it"),
    "QLabel": ((LABELS,), "takes text for markup; TextLabel does not"),
    "QMessageBox": ((LABELS,), "takes text for markup; message_box does not"),
    "QErrorMessage": (EVERYWHERE, "takes text for markup"),
    "QProgressDialog": (EVERYWHERE, "takes text for markup"),
    "QTextEdit": (EVERYWHERE, "takes text for markup; QPlainTextEdit does not"),
    "QTextBrowser": (EVERYWHERE, "takes text for markup"),
}
# A method that is called, on whatever object.
METHODS: dict[str, tuple[tuple[str, ...], str]] = {
    "setToolTip": ((LABELS,), "takes text for markup; set_tip does not"),
    "setHtml": (EVERYWHERE, "text is plain text"),
    "insertHtml": (EVERYWHERE, "text is plain text"),
    "setMarkdown": (EVERYWHERE, "text is plain text"),
}
MODULES = {"pickle", "marshal", "shelve", "xml.dom.minidom", "xml.etree.ElementTree", "xml.sax"}
FUNCTIONS = {
    "os.system": "goes through a shell",
    **{
        f"QMessageBox.{name}": "blocks and takes text for markup; message_box does not"
        for name in ("information", "warning", "critical", "question", "about", "aboutQt")
    },
}

# Parts of the patterns are apart so that this file does not match itself.
HOSTS = "|".join(
    [
        "index" + "-url",
        "find" + "-links",
        r"pypi\.(?:org|python)",
        "python" + "hosted",
        r"deb\.debian",
        r"npmjs\.(?:org|com)",
    ]
)
MACHINE = re.compile(rf"(?:{HOSTS})|(?<![\w.])/(?:home|root|work|Users)/[a-z]", re.IGNORECASE)
TEXT_FILES = {".py", ".md", ".toml", ".txt", ".cfg", ".json", ".journey", ".po", ".pot", ".svg", ".qss", ".csv", ""}


def called(tree: ast.AST) -> Iterator[tuple[ast.expr, str, bool]]:
    """What is called or derived from: the expression, its last name, whether it is an attribute."""
    for node in ast.walk(tree):
        targets = [node.func] if isinstance(node, ast.Call) else node.bases if isinstance(node, ast.ClassDef) else []
        for target in targets:
            if isinstance(target, ast.Name):
                yield target, target.id, False
            elif isinstance(target, ast.Attribute):
                yield target, target.attr, True


def faults(path: str, source: str) -> list[str]:
    """What a file (its path within journeymap/) does and must not."""
    found = []
    tree = ast.parse(source)
    for target, name, is_attribute in called(tree):
        if is_attribute and name in ("eval", "exec"):
            continue  # `menu.exec()` is Qt's, not the built-in
        places, why = CALLS.get(name) or (METHODS.get(name) if is_attribute else None) or ((path,), "")
        if not path.startswith(places or ("nowhere",)):
            found.append(f"{target.lineno}: {name} {why}")
        whole = ast.unparse(target)
        if whole in FUNCTIONS:
            found.append(f"{target.lineno}: {whole} {FUNCTIONS[whole]}")
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "shell" and not _is_false(node.value):
            found.append(f"{node.value.lineno}: shell=True")
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found += [f"{name} must not be imported" for name in names if name in MODULES]
    return found


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def machine_words(text: str) -> list[str]:
    """Registry hosts and paths of somebody's machine."""
    return MACHINE.findall(text)


def program() -> list[Path]:
    return sorted((PROJECT / "journeymap").rglob("*.py"))


def tracked() -> list[Path]:
    folders = ("journeymap", "tests", "packaging", "resources", "docs", ".ci")
    inside = [path for folder in folders for path in (PROJECT / folder).rglob("*") if "__pycache__" not in path.parts]
    return sorted(path for path in (*inside, *PROJECT.glob("*")) if path.is_file() and path.suffix in TEXT_FILES)


@pytest.mark.parametrize("path", program(), ids=lambda path: str(path.relative_to(PROJECT)))
def test_no_file_does_what_is_forbidden(path: Path) -> None:
    assert faults(path.relative_to(PROJECT / "journeymap").as_posix(), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "eval('1')",
        "exec('1')",
        "print(1)",
        "import pickle",
        "from marshal import loads",
        "import xml.etree.ElementTree as tree",
        "subprocess.run('ls', shell=True)",
        "os.system('ls')",
        "class Card(QGraphicsItem): pass",
        "scene = QtWidgets.QGraphicsScene()",
        "stack = QUndoStack()",
        "QLabel('x')",
        "class Name(QLabel): pass",
        "QtWidgets.QLabel('x')",
        "QMessageBox(parent)",
        "QMessageBox.warning(None, 'a', 'b')",
        "widget.setToolTip(title)",
        "QTextEdit()",
        "view.setHtml(text)",
    ],
)
def test_what_is_forbidden_is_found(source: str) -> None:
    assert faults("editor/window.py", source) != []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("cli.py", "print(1)"),
        ("cli/scores.py", "print(1)"),
        (LABELS, "QLabel('x').setToolTip('y')"),
        ("editor/window.py", "menu.exec(position)"),
        ("editor/window.py", "subprocess.run(['ls'], shell=False)"),
        ("editor/window.py", "isinstance(widget, QLabel)"),
    ],
)
def test_what_is_allowed_is_not(path: str, source: str) -> None:
    assert faults(path, source) == []


def test_no_registry_and_no_machine_is_named() -> None:
    named = {str(path.relative_to(PROJECT)): machine_words(path.read_text(encoding="utf-8")) for path in tracked()}
    assert {path: words for path, words in named.items() if words} == {}


@pytest.mark.parametrize(
    "text", ["--index" + "-url x", "see " + "/ho" + "me/anna/maps", "open('/" + "work/main')", "py" + "pi.org"]
)
def test_a_machine_word_is_found(text: str) -> None:
    assert machine_words(text) != []


def test_an_ordinary_path_is_none() -> None:
    assert machine_words("resources/home/index.md and https://example.com/home/page") == []
