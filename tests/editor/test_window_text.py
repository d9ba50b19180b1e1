"""What is written in the window: user text stays plain text, the program's own goes through translation."""

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.export_dialog import ExportDialog
from journeymap.editor.file_commands import Waiting
from journeymap.editor.inspector.forms import FORMS
from journeymap.editor.outline.nodes import Node
from journeymap.editor.settings import Settings
from journeymap.editor.shortcuts_dialog import ShortcutsDialog
from journeymap.editor.widgets.labels import ElidedLabel, message_box, no_mnemonic, plain_tip
from journeymap.editor.widgets.problems import show_problem
from journeymap.editor.window import MainWindow
from journeymap.model.content import Lane, Note
from journeymap.model.findings import Action, Evidence, MomentOfTruth, PainPoint
from journeymap.model.people import Persona
from journeymap.model.problem import Problem
from journeymap.model.record import Record, make
from journeymap.model.structure import Channel, Link, Stage, Touchpoint
from tests.editor.window_hand import document_of, workspace_of

CANARY = "<img src='canary.png'><b>x</b> &"


def poisoned() -> Journey:
    """A map of every kind of element, with the canary in every text."""
    journey = Journey(
        "x",
        [
            make(Stage, id="s"),
            make(Channel, id="c"),
            make(Touchpoint, id="search", stage="s", channel="c"),
            make(Touchpoint, id="order", stage="s", channel="c", order=1.0),
            make(Link, id="l", source="search", target="order"),
            make(PainPoint, id="queue", on=("search",), evidence=(Evidence(quote=CANARY),)),
            make(MomentOfTruth, id="m", on="search"),
            make(Persona, id="ana", path=("search",)),
            make(Action, id="fix", answers=("queue",)),
            make(Note, id="note", on="search"),
            make(Lane, id="lane"),
        ],
    )
    with journey.edit("Fill") as edit:
        for record in list(journey.records.values()):
            for name, value in record:
                if value == "" and name != "id":
                    edit.update(record.id, **{name: CANARY})
        edit.update("journey", title=CANARY)
    return journey


def texts_of(widget: QWidget) -> Iterator[str]:
    """Everything that a widget and what is in it show, as far as it is the program's own."""
    for each in [widget, *widget.findChildren(QWidget)]:
        if each.objectName() == "titleEditor":
            continue
        if isinstance(each, (QLabel, QAbstractButton)):
            yield each.text()
        elif isinstance(each, QComboBox):
            yield each.placeholderText()
            for row in range(each.count()):
                yield each.itemText(row)
        elif isinstance(each, (QLineEdit, QPlainTextEdit)):
            yield each.placeholderText()
        yield each.accessibleName()
        yield each.toolTip()
        yield each.windowTitle()


def assert_plain(window: MainWindow) -> None:
    for label in window.findChildren(QLabel):
        assert not label.text() or label.textFormat() == Qt.TextFormat.PlainText, label.text()
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    tips += [action.toolTip() for action in window.findChildren(QAction)]
    for tip in tips:
        assert "<img" not in tip, tip
        assert tip.startswith("<qt>") or "<" not in tip, tip


def test_no_text_of_a_map_is_read_as_markup(empty_window: MainWindow) -> None:
    journey = poisoned()
    empty_window.files.offer(Waiting(journey))
    document, workspace = document_of(empty_window), workspace_of(empty_window)
    for ids in [*((id,) for id in journey.records), ("search", "order")]:
        document.selection.set(ids)
        workspace.inspector.refresh()
        empty_window.status.refresh()
        assert_plain(empty_window)


def test_messages_show_problems_as_they_are(empty_window: MainWindow) -> None:
    box = show_problem(empty_window, Problem("“{name}” can't be read.", name=CANARY))
    assert CANARY in box.text()
    assert_plain(empty_window)
    other = message_box(empty_window, QMessageBox.Icon.Information, "Title", CANARY, CANARY)
    assert other.informativeText() == CANARY
    assert_plain(empty_window)


def test_tips_and_menus_show_text_as_it_is() -> None:
    assert plain_tip("") == ""
    assert plain_tip("a < b\n& c") == "<qt>a &lt; b<br>&amp; c</qt>"
    assert no_mnemonic("R&D") == "R&&D"


def test_an_elided_label_keeps_its_whole_text_as_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("A rather long text that does not fit")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    label.grab()
    assert label.toolTip() == "<qt>A rather long text that does not fit</qt>"
    assert label.minimumSizeHint().width() == 0


# Signs, digits, names of keys and of the map's own elements need no translation.
OWN = re.compile(r"^[\W\d]*$|^[TPML1-5+×−]$|^<qt>.*</qt>$|^([A-Z][a-z]*[+ ])*([A-Z]|F?\d+|Del|Esc|[-+=,])$")


def assert_translated(texts: Iterator[str], user: set[str]) -> None:
    missing = {text for text in texts if text and "⟦" not in text and not OWN.match(text) and text not in user}
    assert missing == set()


def test_every_sentence_of_the_window_is_translated(
    marked_language: None, make_window: Callable[[], MainWindow], journey: Journey
) -> None:
    window = make_window()
    user = {str(value) for record in journey.records.values() for _, value in record if isinstance(value, str)}
    user |= {"Buying a washing machine"}
    window.begin(None)
    assert_translated(texts_of(window.start_page), user)
    window.files.offer(Waiting(journey))
    document, workspace = document_of(window), workspace_of(window)
    with document.edit("Fill") as edit:
        edit.add(Persona, id="ana", title="Search")
        edit.add(Action, id="fix", title="Search", answers=("queue",))
        edit.add(Note, id="note", text="Search", on="search")
        edit.add(Lane, id="lane", title="Search")
        edit.update("queue", evidence=(Evidence(),))
    by_kind: dict[type[Record], str] = {type(record): id for id, record in journey.records.items()}
    for cls in FORMS:
        document.selection.set([by_kind[cls]])
        workspace.inspector.refresh()
        assert_translated(texts_of(workspace.inspector), user)
    document.selection.set(["search", "call"])
    workspace.inspector.refresh()
    assert_translated(texts_of(workspace.inspector), user)
    assert_translated(texts_of(window.tool_bar), user)
    assert_translated(texts_of(window.status), user)
    nodes: list[Node] = list(workspace.outline.outline_model.root.walk())
    assert_translated((workspace.outline.outline_model.text(node) for node in nodes), {*user, "⟦⟧"})
    assert_translated((action.text() for action in window.actions_table.findChildren(QAction)), user)


def test_every_dialog_is_translated(marked_language: None, window: MainWindow, settings: Settings) -> None:
    user = {"A small map", "Journeymap", "Cancel", "Close"}  # the last two come from Qt's own catalogue
    for dialog in (
        ExportDialog(document_of(window), settings, window),
        ShortcutsDialog(window.actions_table, window),
    ):
        assert_translated(texts_of(dialog), user)
    assert "⟦" in window.windowTitle()
    window.views.about()
    with document_of(window).edit("Rename") as edit:
        edit.update("search", title="x")
    window.close()
    for box in window.findChildren(QMessageBox):
        assert "⟦" in box.text()
        assert "⟦" in box.informativeText()
