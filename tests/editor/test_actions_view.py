"""Board and matrix, driven by mouse and keyboard: each thing that is done there is one Change."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.actions_view.keys import ActionsKeys, beside
from journeymap.editor.actions_view.tip import action_tip
from journeymap.editor.actions_view.view import ActionsView
from journeymap.editor.document import Document
from journeymap.editor.settings import Settings
from journeymap.editor.theme import theme
from journeymap.editor.window import MainWindow
from journeymap.layout.focus import Focus
from journeymap.layout.shapes import Rect
from journeymap.model.action_moves import STATUSES, column_of
from journeymap.model.findings import Action, PainPoint
from tests.editor.window_hand import ALT, CTRL, LEFT, SHIFT, document_of, keys, workspace_of

NONE = Qt.KeyboardModifier.NoModifier
TODAY = date(2026, 11, 22)


def today() -> date:
    return TODAY


@pytest.fixture
def document(qtbot: QtBot, journey: Journey) -> Document:
    """Four ideas, one of them rated, and a plan."""
    with journey.edit("Fill") as edit:
        edit.add(Action, id="a", title="Call ahead", order=0.0, answers=("queue",), owner="Ada", effort=2, impact=5)
        edit.add(Action, id="b", title="More staff", order=1.0)
        edit.add(Action, id="c", title="Bot", order=2.0, effort=3)
        edit.add(Action, id="x", title="Map", order=3.0, status="planned", due=date(2026, 1, 1), effort=5, impact=1)
    return Document(journey)


@pytest.fixture
def view(qtbot: QtBot, document: Document, settings: Settings) -> Iterator[ActionsView]:
    view = ActionsView(document, settings, today=today)
    qtbot.addWidget(view)
    view.resize(1000, 640)
    view.show()
    qtbot.waitExposed(view)
    yield view
    for menu in view.findChildren(QMenu):
        menu.close()


@pytest.fixture
def matrix(view: ActionsView) -> ActionsView:
    view.show_kind("matrix")
    return view


def columns(document: Document) -> list[str]:
    return ["".join(action.id for action in column_of(document.journey, status)) for status in STATUSES]


def chosen(document: Document) -> tuple[str, ...]:
    return document.selection.ids


def ratings(document: Document) -> dict[str, tuple[int | None, int | None]]:
    return {action.id: (action.effort, action.impact) for action in document.journey.all(Action)}


def middle(canvas: ActionsKeys, id: str) -> QPoint:
    return canvas.pixels(canvas.shown.rects[id]).center().toPoint()


def click(canvas: ActionsKeys, id: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(canvas, LEFT, modifiers, middle(canvas, id))


def take(canvas: ActionsKeys, id: str, to: QPoint) -> None:
    """Press on a card and move it, without letting go."""
    start = middle(canvas, id)
    QTest.mousePress(canvas, LEFT, NONE, start)
    for part in (0.3, 0.7, 1.0):
        point = QPointF(start) + (QPointF(to) - QPointF(start)) * part
        move = QEvent.Type.MouseMove
        QApplication.sendEvent(canvas, QMouseEvent(move, point, canvas.mapToGlobal(point), LEFT, LEFT, NONE))


def drag(canvas: ActionsKeys, id: str, to: QPoint) -> None:
    take(canvas, id, to)
    QTest.mouseRelease(canvas, LEFT, NONE, to)


def is_dragged(view: ActionsView) -> bool:
    return view.board.dragging


def in_column(view: ActionsView, place: int, y: float) -> QPoint:
    rect = view.board.board.columns[place].rect
    return view.board.pixels(Rect(rect.centre[0], y, 0, 0)).center().toPoint()


def in_cell(view: ActionsView, effort: int, impact: int) -> QPoint:
    return view.matrix.pixels(view.matrix.matrix.cells[effort, impact]).center().toPoint()


# -- the board


def test_a_card_is_dragged_to_another_column_in_one_change(view: ActionsView, document: Document) -> None:
    before = document.journey.revision
    drag(view.board, "b", in_column(view, 1, 400))
    assert columns(document) == ["ac", "xb", "", "", ""]
    assert document.journey.revision == before + 1
    assert document.history.undo_label == "Move action"
    assert chosen(document) == ("b",)
    document.undo()
    assert columns(document) == ["abc", "x", "", "", ""]


def test_a_card_is_dragged_to_another_place_in_its_column(view: ActionsView, document: Document) -> None:
    drag(view.board, "c", in_column(view, 0, 62))
    assert columns(document)[0] == "cab"
    before = document.journey.revision
    drag(view.board, "c", middle(view.board, "c") + QPoint(12, 3))
    assert document.journey.revision == before, "dropped where it was"


def test_several_selected_cards_go_together(view: ActionsView, document: Document) -> None:
    click(view.board, "a")
    click(view.board, "c", CTRL)
    assert chosen(document) == ("a", "c")
    drag(view.board, "a", in_column(view, 2, 300))
    assert columns(document) == ["b", "x", "ac", "", ""]


def test_escape_drops_what_is_dragged(view: ActionsView, document: Document) -> None:
    before = document.journey.revision
    take(view.board, "b", in_column(view, 3, 300))
    assert is_dragged(view)
    assert set(view.board.lifted()) == {"b"}
    view.board.grab()  # the preview can be painted
    QTest.keyClick(view.board, Qt.Key.Key_Escape)
    assert not is_dragged(view)
    QTest.mouseRelease(view.board, LEFT, NONE, in_column(view, 3, 300))
    assert document.journey.revision == before
    assert chosen(document) == ("b",)


def test_a_click_on_nothing_and_escape_select_nothing(view: ActionsView, document: Document) -> None:
    click(view.board, "a")
    QTest.mouseClick(view.board, LEFT, NONE, in_column(view, 4, 300))
    assert not document.selection
    click(view.board, "a")
    QTest.keyClick(view.board, Qt.Key.Key_Escape)
    assert not document.selection


def test_arrows_walk_over_the_board(view: ActionsView, document: Document) -> None:
    view.setFocus()
    QTest.keyClick(view.board, Qt.Key.Key_Down)
    assert chosen(document) == ("a",), "the first where nothing was selected"
    QTest.keyClick(view.board, Qt.Key.Key_Down)
    assert chosen(document) == ("b",)
    QTest.keyClick(view.board, Qt.Key.Key_Right)
    assert chosen(document) == ("x",)
    QTest.keyClick(view.board, Qt.Key.Key_Right)
    assert chosen(document) == ("x",), "no card beyond"
    QTest.keyClick(view.board, Qt.Key.Key_Left)
    assert chosen(document) == ("a",)
    QTest.keyClick(view.board, Qt.Key.Key_Down, SHIFT)
    assert chosen(document) == ("a", "b")


def test_alt_and_arrows_move_the_card(view: ActionsView, document: Document) -> None:
    click(view.board, "b")
    QTest.keyClick(view.board, Qt.Key.Key_Up, ALT)
    assert columns(document)[0] == "bac"
    QTest.keyClick(view.board, Qt.Key.Key_Right, ALT)
    assert columns(document)[:2] == ["ac", "bx"]
    for _ in range(6):
        QTest.keyClick(view.board, Qt.Key.Key_Right, ALT)
    assert columns(document) == ["ac", "x", "", "", "b"]
    QTest.keyClick(view.board, Qt.Key.Key_Left, ALT)
    assert columns(document) == ["ac", "x", "", "b", ""]


def test_n_adds_below_the_selected_card_and_its_title_is_typed(view: ActionsView, document: Document) -> None:
    click(view.board, "a")
    QTest.keyClick(view.board, Qt.Key.Key_N)
    editor = view.board.title_editor
    assert editor is not None
    QTest.keyClicks(editor, "Text ahead")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    titles = [action.title for action in column_of(document.journey, "idea")]
    assert titles == ["Call ahead", "Text ahead", "More staff", "Bot"]
    assert view.board.title_editor is None
    assert document.history.undo_label == "Add action"
    document.undo()
    assert columns(document)[0] == "abc", "adding and typing are one step"


def test_a_new_action_that_stays_empty_goes_again(view: ActionsView, document: Document) -> None:
    click(view.board, "b")
    QTest.keyClick(view.board, Qt.Key.Key_N)
    assert view.board.title_editor is not None
    QTest.keyClick(view.board.title_editor, Qt.Key.Key_Escape)
    assert columns(document)[0] == "abc"
    assert chosen(document) == ("b",)
    assert document.history.undo_label is None, "it leaves no step"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_title_is_typed_in_its_place(view: ActionsView, document: Document, key: Qt.Key) -> None:
    click(view.board, "a")
    QTest.keyClick(view.board, key)
    editor = view.board.title_editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Ring")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert document.journey.get(Action, "a").title == "Ring"
    assert document.history.undo_label == "Rename"


def test_a_double_click_edits_or_adds(view: ActionsView, document: Document) -> None:
    QTest.mouseDClick(view.board, LEFT, NONE, middle(view.board, "b"))
    assert view.board.title_editor is not None
    QTest.keyClick(view.board.title_editor, Qt.Key.Key_Escape)
    QTest.mouseDClick(view.board, LEFT, NONE, in_column(view, 2, 300))
    assert view.board.title_editor is not None
    QTest.keyClicks(view.board.title_editor, "Here")
    view.board.finish_typing()
    assert [action.title for action in column_of(document.journey, "doing")] == ["Here"]


def test_a_new_action_answers_what_is_selected_elsewhere(view: ActionsView, document: Document) -> None:
    document.selection.set(["queue"])
    QTest.mouseClick(view.add, LEFT)
    made = document.selection.current
    assert made is not None
    assert document.journey.get(Action, made).answers == ("queue",)


def test_delete_deletes_the_card(view: ActionsView, document: Document) -> None:
    click(view.board, "b")
    QTest.keyClick(view.board, Qt.Key.Key_Delete)
    assert columns(document)[0] == "ac"
    assert document.journey.find(PainPoint, "queue") is not None


def test_the_board_follows_the_map(view: ActionsView, document: Document) -> None:
    with document.edit("Change status") as edit:
        edit.update("a", status="done")
    assert view.board.board.columns[3].ids == ("a",)
    document.undo()
    assert view.board.board.columns[0].ids == ("a", "b", "c")


def test_what_is_not_looked_at_fades(view: ActionsView, document: Document) -> None:
    assert view.board.faint() == frozenset()
    document.set_focus(Focus(statuses=frozenset({"idea"})))
    assert view.board.faint() == {"b", "c", "x"}, "they answer nothing that is looked at, or have another status"
    view.grab()


def test_cards_are_as_large_as_the_texts_of_the_window(view: ActionsView, document: Document) -> None:
    width = view.board.pixels(view.board.shown.rects["a"]).height()
    try:
        theme().scale = 1.5
        theme().changed.emit()
        assert view.board.pixels(view.board.shown.rects["a"]).height() > 1.3 * width
        assert view.board.minimumWidth() == round(view.board.least_width * 1.5)
        drag(view.board, "b", in_column(view, 1, 300))
        assert columns(document)[1] == "xb"
    finally:
        theme().scale = 1.0
        theme().changed.emit()


# -- the matrix


def test_a_chip_is_dragged_into_a_cell(matrix: ActionsView, document: Document) -> None:
    before = document.journey.revision
    drag(matrix.matrix, "b", in_cell(matrix, 4, 2))
    assert ratings(document)["b"] == (4, 2)
    assert document.journey.revision == before + 1
    assert document.history.undo_label == "Rate action"
    assert matrix.matrix.shown.rects["b"].centre[1] > matrix.matrix.shown.rects["a"].centre[1]


def test_back_into_the_tray_nothing_is_known(matrix: ActionsView, document: Document) -> None:
    tray = matrix.matrix.pixels(matrix.matrix.matrix.tray).center().toPoint()
    drag(matrix.matrix, "a", tray + QPoint(0, 60))
    assert ratings(document)["a"] == (None, None)


def test_in_its_own_place_a_chip_stays_what_it_is(matrix: ActionsView, document: Document) -> None:
    before = document.journey.revision
    drag(matrix.matrix, "a", in_cell(matrix, 2, 5) + QPoint(9, 9))
    assert document.journey.revision == before
    tray = matrix.matrix.pixels(matrix.matrix.matrix.tray).center().toPoint()
    drag(matrix.matrix, "c", tray + QPoint(0, 80))
    assert ratings(document)["c"] == (3, None), "what is known of it stays"


def test_alt_and_arrows_rate(matrix: ActionsView, document: Document) -> None:
    click(matrix.matrix, "a")
    QTest.keyClick(matrix.matrix, Qt.Key.Key_Right, ALT)
    QTest.keyClick(matrix.matrix, Qt.Key.Key_Down, ALT)
    assert ratings(document)["a"] == (3, 4)
    QTest.keyClick(matrix.matrix, Qt.Key.Key_Up, ALT)
    QTest.keyClick(matrix.matrix, Qt.Key.Key_Up, ALT)
    assert ratings(document)["a"] == (3, 5)
    click(matrix.matrix, "c")
    QTest.keyClick(matrix.matrix, Qt.Key.Key_Left, ALT)
    assert ratings(document)["c"] == (3, 3)


def test_a_double_click_in_a_cell_adds_there(matrix: ActionsView, document: Document) -> None:
    QTest.mouseDClick(matrix.matrix, LEFT, NONE, in_cell(matrix, 1, 4))
    assert matrix.matrix.title_editor is not None
    QTest.keyClicks(matrix.matrix.title_editor, "Quick")
    QTest.keyClick(matrix.matrix.title_editor, Qt.Key.Key_Return)
    assert ratings(document)[str(document.selection.current)] == (1, 4)
    QTest.keyClick(matrix.matrix, Qt.Key.Key_N)
    assert matrix.matrix.title_editor is not None
    QTest.keyClicks(matrix.matrix.title_editor, "Beside it")
    QTest.keyClick(matrix.matrix.title_editor, Qt.Key.Key_Return)
    assert ratings(document)[str(document.selection.current)] == (1, 4)


def test_from_right_to_left_both_are_mirrored(view: ActionsView, document: Document) -> None:
    with document.edit("Change language") as edit:
        edit.update("journey", language="fa")
    assert middle(view.board, "a").x() > middle(view.board, "x").x()
    drag(view.board, "b", in_column(view, 1, 400))
    assert columns(document)[1] == "xb"
    click(view.board, "a")
    QTest.keyClick(view.board, Qt.Key.Key_Left, ALT)
    assert columns(document)[1] == "axb"
    view.show_kind("matrix")
    assert in_cell(view, 1, 3).x() > in_cell(view, 5, 3).x()
    drag(view.matrix, "c", in_cell(view, 1, 1))
    assert ratings(document)["c"] == (1, 1)
    view.grab()


# -- around them


def menu_of(canvas: ActionsKeys, point: QPoint) -> QMenu:
    reason = QContextMenuEvent.Reason.Mouse
    canvas.contextMenuEvent(QContextMenuEvent(reason, point, canvas.mapToGlobal(point)))
    assert canvas.menu is not None
    return canvas.menu


def entry(menu: QMenu, *names: str) -> QAction:
    for name in names[:-1]:
        found = next(action for action in menu.actions() if action.text() == name)
        inner = found.menu()
        assert isinstance(inner, QMenu)
        menu = inner
    return next(action for action in menu.actions() if action.text() == names[-1])


def test_the_menu_sets_status_effort_and_impact(view: ActionsView, document: Document) -> None:
    assert entry(menu_of(view.board, middle(view.board, "b")), "Status", "Idea").isChecked()
    view.board._wished(entry(view.board.menu or QMenu(), "Status", "Done"))
    assert columns(document)[3] == "b"
    view.board._wished(entry(menu_of(view.board, middle(view.board, "b")), "Effort", "4"))
    view.board._wished(entry(menu_of(view.board, middle(view.board, "b")), "Impact", "1"))
    assert ratings(document)["b"] == (4, 1)
    view.board._wished(entry(menu_of(view.board, middle(view.board, "b")), "Impact", "not known"))
    assert ratings(document)["b"] == (4, None)


def test_the_menu_adds_edits_deletes_and_leads_to_the_map(view: ActionsView, document: Document) -> None:
    entry(menu_of(view.board, in_column(view, 4, 300)), "Add action here").trigger()
    assert view.board.title_editor is not None
    QTest.keyClicks(view.board.title_editor, "No")
    view.board.finish_typing()
    assert [action.title for action in column_of(document.journey, "dropped")] == ["No"]
    entry(menu_of(view.board, middle(view.board, "a")), "Edit title").trigger()
    assert view.board.title_editor is not None
    view.board.finish_typing()
    wanted = QSignalSpy(view.wanted)
    entry(menu_of(view.board, middle(view.board, "a")), "Show on the map what it answers").trigger()
    assert chosen(document) == ("queue",)
    assert wanted.count() == 1
    entry(menu_of(view.board, middle(view.board, "a")), "Delete").trigger()
    assert columns(document)[0] == "bc"


def test_the_tip_says_what_there_is_no_room_for(view: ActionsView) -> None:
    assert action_tip(view.board.shown.facts, "a").split("\n") == [
        "Call ahead",
        "Idea · Process",
        "Owner: Ada",
        "Effort: 2, impact: 5",
        "Answers: Long queue",
    ]
    point = middle(view.board, "a")
    assert QApplication.sendEvent(view.board, QHelpEvent(QEvent.Type.ToolTip, point, view.board.mapToGlobal(point)))


def test_which_of_the_two_is_shown_is_remembered(matrix: ActionsView, document: Document, settings: Settings) -> None:
    other = ActionsView(document, settings)
    assert other.kind == "matrix"
    settings.set_text("actions/shown", "nonsense")
    assert ActionsView(document, settings).kind == "board"


def test_a_map_without_actions_says_how_to_begin(view: ActionsView, document: Document) -> None:
    with document.edit("Delete") as edit:
        edit.remove("a", "b", "c", "x")
    assert view.hint.text().startswith("There are no actions yet.")
    view.board.setFocus()
    QTest.keyClick(view.board, Qt.Key.Key_N)
    assert view.board.title_editor is not None
    QTest.keyClicks(view.board.title_editor, "First")
    QTest.keyClick(view.board.title_editor, Qt.Key.Key_Return)
    assert view.hint.text().startswith("Drag cards")


def test_a_small_window_scrolls_to_what_is_selected(view: ActionsView, document: Document) -> None:
    with document.edit("Add actions") as edit:
        for number in range(20):
            edit.add(Action, id=f"n{number}", title=f"Action {number}", order=10.0 + number)
    view.resize(700, 300)
    area = view.board.scroll_area()
    assert area is not None
    assert view.reveal("n19")
    assert area.verticalScrollBar().value() > 0
    assert not view.reveal("queue")


def test_the_nearest_card_in_a_direction() -> None:
    rects = {"a": Rect(0, 0, 10, 10), "b": Rect(0, 20, 10, 10), "c": Rect(20, 25, 10, 10), "d": Rect(40, 0, 10, 10)}
    assert beside(rects, rects["a"], 1, 0) == "d"
    assert beside(rects, rects["b"], 1, 0) == "c"
    assert beside(rects, rects["a"], 0, 1) == "b"
    assert beside(rects, rects["a"], 0, -1) is None


# -- in the window


def shown_in(window: MainWindow) -> str:
    return workspace_of(window).view


def test_the_view_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    document, workspace = document_of(window), workspace_of(window)
    with document.edit("Add action") as edit:
        edit.add(Action, id="a", title="Call ahead", answers=("queue",))
    window.actions_table["view-actions"].trigger()
    assert shown_in(window) == "actions"
    assert window.actions_table["view-actions"].isChecked()
    assert window.switch.buttons["actions"].isChecked()
    assert not workspace.scores.isVisible()
    assert not window.actions_table["show-scores"].isEnabled()
    view = workspace.view_of("actions")
    assert isinstance(view, ActionsView)
    # A finding about an action is shown here, one about a touchpoint on the map.
    workspace.outline.wanted.emit("a")
    assert shown_in(window) == "actions"
    document.selection.set(["a"])
    window.actions_table["rename"].trigger()
    assert view.board.title_editor is not None
    view.board.finish_typing()
    workspace.outline.wanted.emit("call")
    assert shown_in(window) == "map"
    assert workspace.scores.isVisible()
    assert window.actions_table["show-scores"].isEnabled()


def test_alt_and_a_number_choose_the_view(window: MainWindow) -> None:
    keys(window, Qt.Key.Key_3, ALT)
    assert shown_in(window) == "actions"
    keys(window, Qt.Key.Key_1, ALT)
    assert shown_in(window) == "map"
    QTest.mouseClick(window.switch.buttons["actions"], LEFT)
    assert shown_in(window) == "actions"
