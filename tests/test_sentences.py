"""Every text that a user reads goes through translation, whole: found by reading the syntax of the program."""

import ast
import string
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "journeymap"
MARKS = {"_", "N_", "ngettext", "Problem"}
# Calls whose first (or named) argument a user reads.
SHOWN = {
    "TextLabel",
    "ElidedLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QAction",
    "setText",
    "setWindowTitle",
    "setTitle",
    "setPlaceholderText",
    "setStatusTip",
    "setWhatsThis",
    "setAccessibleName",
    "setAccessibleDescription",
    "showMessage",
    "addMenu",
    "addAction",
    "addTab",
    "set_tip",
    "edit",
}


def faults(source: str) -> list[str]:
    """What is wrong with the sentences of a file."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = (
            node.func.id
            if isinstance(node.func, ast.Name)
            else node.func.attr
            if isinstance(node.func, ast.Attribute)
            else ""
        )
        whole = node.args[: 2 if name == "ngettext" else 1]
        if name in MARKS and isinstance(node.func, ast.Name):
            found += [f"{node.lineno}: {name} of a text that is glued together" for text in whole if is_glued(text)]
            found += unlike(node, keywords(node)) if name == "Problem" else []
        elif name == "format" and isinstance(node.func, ast.Attribute) and is_marked(node.func.value):
            found += unlike(node.func.value, keywords(node))
        elif name in SHOWN:
            texts = node.args[1:2] if name == "set_tip" else whole
            found += [
                f"{node.lineno}: {name} shows a text that is not translated" for text in texts if is_plain_words(text)
            ]
    return found


def is_glued(text: ast.expr) -> bool:
    return isinstance(text, (ast.JoinedStr, ast.BinOp)) or (
        isinstance(text, ast.Call) and not is_marked(text) and "format" in ast.unparse(text.func)
    )


def is_marked(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS


def is_plain_words(text: ast.expr) -> bool:
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    words = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return any(sum(letter.isalpha() for letter in word) > 1 for word in words)


def keywords(call: ast.Call) -> set[str] | None:
    """The names that are given; None where some come in a dictionary."""
    names = {keyword.arg for keyword in call.keywords}
    return None if None in names else {name for name in names if name}


def unlike(marked: ast.expr, given: set[str] | None) -> list[str]:
    """What is said of a sentence whose placeholders are not the names that it is given."""
    assert isinstance(marked, ast.Call)
    name = ast.unparse(marked.func)
    constants = [text.value for text in marked.args[: 2 if name == "ngettext" else 1] if isinstance(text, ast.Constant)]
    texts = [text for text in constants if isinstance(text, str)]
    if given is None or not texts:
        return []
    wanted = {
        part
        for text in texts
        for _before, part, _spec, _conversion in string.Formatter().parse(text)
        if part is not None
    }
    return [f"{marked.lineno}: {texts[0]!r} wants {sorted(wanted)}, gets {sorted(given)}"] if wanted != given else []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_sentences_are_whole_and_translated(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "_(f'Open {name}')",
        "_('Open ' + name)",
        "_('Open %s' % name)",
        "_('Open {name}'.format(name=name))",
        "N_(f'Open {name}')",
        "ngettext('a card', f'{n} cards', n)",
        "Problem('No file ' + name)",
        "Problem('No file {name}')",
        "Problem('No file {name}', path=path)",
        "_('Open {name}').format(title=title)",
        "ngettext('a card', '{n} cards', n).format(m=n)",
        "label.setText('Title')",
        "label.setText(f'Title {n}')",
        "TextLabel('Title', self)",
        "set_tip(button, 'Save')",
        "journey.edit('Move card')",
    ],
)
def test_a_fault_is_found(source: str) -> None:
    assert faults(source) != []


@pytest.mark.parametrize(
    "source",
    [
        "_('Open {name}').format(name=name)",
        "_(spec.text)",
        "_('A' if x else 'B')",
        "ngettext('a card', '{n} cards', n).format(n=n)",
        "Problem('No file {name}', name=name)",
        "Problem('No file {name}', **params)",
        "label.setText('')",
        "label.setText('→')",
        "label.setText(_('Title'))",
        "set_tip(button, _('Save'))",
        "journey.edit(N_('Move card'))",
        "'{a} {b}'.format(a=1)",
    ],
)
def test_what_is_right_is_no_fault(source: str) -> None:
    assert faults(source) == []
