"""Every sentence of the actions, the ranking and the findings goes through translation; no title is read as markup."""

from collections.abc import Iterator

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.actions_view.export_dialog import ActionsExportDialog
from journeymap.editor.actions_view.menu import action_menu
from journeymap.editor.actions_view.tip import action_tip
from journeymap.editor.actions_view.view import ActionsView
from journeymap.editor.document import Document
from journeymap.editor.outline.advice import Advice
from journeymap.editor.outline.line_menu import line_menu
from journeymap.editor.outline.view import Outline
from journeymap.editor.outline.weights_dialog import WeightsDialog
from journeymap.editor.settings import Settings
from journeymap.layout.shapes import Shape, Text
from journeymap.model.findings import Action
from tests.editor.test_window_text import assert_translated, texts_of

USER = {
    "A small map",
    "Search",
    "Order",
    "Call",
    "Rate",
    "Before",
    "After",
    "Long queue",
    "Restore Defaults",
    "OK",
    "Cancel",
}


def menu_texts(menu: QMenu) -> Iterator[str]:
    for each in (menu, *menu.findChildren(QMenu)):
        yield from (action.text() for action in each.actions())


def lines(shapes: list[Shape]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Text):
            yield from shape.lines


def test_board_and_matrix(marked_language: None, qtbot: QtBot, journey: Journey, settings: Settings) -> None:
    document = Document(journey)
    with document.edit("Fill") as edit:
        edit.add(Action, id="a", title="Search", answers=("queue",), owner="Call")
        edit.add(Action, id="b", effort=1)
    view = ActionsView(document, settings)
    qtbot.addWidget(view)
    view.resize(2600, 900)  # so wide that no sentence is cut
    view.show()
    for kind in ("board", "matrix"):
        view.show_kind(kind)
        assert_translated(texts_of(view), USER)
        layout = view.canvas.shown
        assert_translated(lines(layout.frame()), USER)
        assert_translated((line for id in layout.rects for line in lines(layout.card(id))), USER)
    assert_translated(menu_texts(action_menu(journey, "a", view)), USER)
    assert_translated(menu_texts(action_menu(journey, None, view)), USER)
    assert_translated(iter(action_tip(view.board.shown.facts, "a").split("\n")), USER)
    assert_translated(texts_of(ActionsExportDialog(document, settings, view)), USER)


def test_ranking_and_findings(marked_language: None, qtbot: QtBot, journey: Journey, settings: Settings) -> None:
    document = Document(journey)
    outline = Outline(document, Advice(document, settings))
    qtbot.addWidget(outline)
    nodes = list(outline.outline_model.root.walk())
    assert_translated((tip for node in nodes for tip in outline.outline_model.tip(node).split("\n")), {*USER, "⟦⟧"})
    for node in nodes:
        menu = line_menu(node, (), outline)
        if menu is not None:
            assert_translated(menu_texts(menu), USER)
    assert_translated(texts_of(WeightsDialog(outline.advice, outline)), USER)


def test_titles_are_no_markup(qtbot: QtBot, journey: Journey, settings: Settings) -> None:
    document = Document(journey)
    with document.edit("Fill") as edit:
        edit.add(Action, id="a", title="<b>Search</b> & go")
    view = ActionsView(document, settings)
    qtbot.addWidget(view)
    view.resize(900, 500)
    assert next(lines(view.board.shown.card("a"))).startswith("<b>")
    assert action_tip(view.board.shown.facts, "a").startswith("<b>Search</b> & go")
