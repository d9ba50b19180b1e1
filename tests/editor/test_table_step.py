"""The table, the map and what is selected stay in step, and only what a Change touches is shown anew."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.settings import Settings
from journeymap.editor.table.axis import runs, steps
from journeymap.editor.table.model import TableModel
from journeymap.editor.table.pane import TablePane
from journeymap.editor.table.sheets import SHEETS
from journeymap.editor.window import MainWindow
from journeymap.layout.focus import Focus
from journeymap.model import edits
from journeymap.model.content import Lane
from journeymap.model.findings import PainPoint
from journeymap.model.measures import Counts, Wave
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Channel, Link, Stage, Touchpoint
from tests.editor.table_hand import TableHand
from tests.editor.window_hand import CTRL, SHIFT

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
KEYS = st.lists(st.integers(0, 9), unique=True, max_size=8)


@pytest.fixture
def hand(window: MainWindow) -> TableHand:
    return TableHand(window)


class Ear:
    """Hears which rows a model says have changed."""

    def __init__(self, model: TableModel) -> None:
        self.rows: set[int] = set()
        self.resets = 0
        model.dataChanged.connect(self._changed)
        model.modelReset.connect(self._reset)

    def _changed(self, first: object, last: object, roles: object) -> None:
        self.rows |= set(range(first.row(), last.row() + 1))  # type: ignore[attr-defined]  # Qt's indexes

    def _reset(self) -> None:
        self.resets += 1


# -- selection


def test_a_cell_selects_its_card_and_a_card_its_row(hand: TableHand) -> None:
    hand.go("order", "does")
    assert hand.document.selection.ids == ("order",)
    hand.document.selection.set(["call", "rate"])
    hand.settle()
    assert hand.view.places() == [hand.row("call"), hand.row("rate")]
    assert hand.at()[0] == ("item", "rate")
    hand.go("#before")
    assert hand.document.selection.ids == ("before",)
    hand.go("+before")
    assert not hand.document.selection.ids


def test_what_another_table_shows_leaves_this_one_alone(hand: TableHand) -> None:
    hand.go("order", "does")
    hand.document.selection.set(["queue"])
    hand.settle()
    assert hand.at() == (("item", "order"), "does")
    assert hand.pane.sheet.key == "touchpoint"


def test_a_finding_brings_its_table(hand: TableHand) -> None:
    assert hand.window.workspace is not None
    hand.document.selection.set(["queue"])
    hand.window.workspace.reveal("queue")
    assert hand.pane.sheet.key == "pain"
    assert hand.view.places() == [0]
    assert hand.window.workspace.view == "table"


def test_the_selection_survives_a_switch_to_the_map_and_back(hand: TableHand) -> None:
    assert hand.window.workspace is not None
    hand.go("call", "does")
    hand.key(Key.Key_T, CTRL)
    assert hand.window.workspace.view == "map"
    hand.document.selection.set(["search"])
    with hand.document.edit("Rename") as edit:
        edit.update("search", title="Seeks")
    hand.window.actions_table["view-table"].trigger()
    hand.settle()
    assert hand.at()[0] == ("item", "search")
    assert hand.text("search", "title") == "Seeks"
    assert hand.view.hasFocus()


def test_shift_and_arrows_select_a_block(hand: TableHand) -> None:
    hand.go("search", "does")
    hand.key(Key.Key_Down, SHIFT)
    hand.key(Key.Key_Right, SHIFT)
    assert hand.view.places() == [1, 2]
    assert len(hand.view.span_columns()) == 2
    hand.key(Key.Key_Left, SHIFT)
    hand.key(Key.Key_Left, SHIFT)
    assert [hand.model.columns[c].key for c in hand.view.span_columns()] == ["channel", "does"]


def test_a_block_is_dragged_from_the_column_that_stays(hand: TableHand) -> None:
    hand.view.horizontalScrollBar().setValue(700)
    hand.settle()
    viewport = hand.view.viewport()
    first = QPoint(20, hand.view.rowViewportPosition(1) + 5)
    last = QPoint(viewport.width() - 20, hand.view.rowViewportPosition(2) + 5)
    assert hand.view.indexAt(first).column() == 0
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, first)
    assert hand.view.horizontalScrollBar().value() == 700
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, last)
    assert hand.view.places() == [1, 2]
    assert hand.view.span_columns()[0] == 0
    assert hand.view.span_columns()[-1] == hand.view.indexAt(last).column()


def test_a_cell_is_scrolled_out_from_under_the_column_that_stays(hand: TableHand) -> None:
    hand.view.horizontalScrollBar().setValue(hand.view.horizontalScrollBar().maximum())
    hand.go("search", "stage")
    fixed = hand.view.frozen_rect()
    assert fixed.isEmpty() or hand.view.visualRect(hand.view.currentIndex()).left() >= fixed.right()


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_first_column_stays_while_the_others_scroll(hand: TableHand, language: str) -> None:
    with hand.document.edit("Language") as edit:
        edit.update("journey", language=language)
    hand.settle()
    rtl = language == "fa"
    assert hand.view.isRightToLeft() == rtl
    hand.view.horizontalScrollBar().setValue(900)
    rect = hand.view.visualRect(hand.model.index(1, 0))
    assert (rect.right() >= hand.view.viewport().width() - 2) if rtl else (rect.left() == 0)
    assert hand.view.indexAt(rect.center()) == hand.model.index(1, 0)
    hand.view.grab()


# -- following changes


def test_a_title_is_shown_anew_in_its_row_alone(hand: TableHand) -> None:
    ear = Ear(hand.model)
    with hand.document.edit("Rename") as edit:
        edit.update("order", does="buys")
    assert ear.rows == {hand.row("order"), hand.row("#before")}
    assert ear.resets == 0


def test_what_hangs_on_a_row_shows_it_anew(hand: TableHand) -> None:
    ear = Ear(hand.model)
    with hand.document.edit("Pain") as edit:
        edits.add_pain(hand.document.journey, edit, ["rate"], "Too long")
    assert ear.rows == {hand.row("rate")}
    assert hand.text("rate", "pains") == "Too long"
    with hand.document.edit("Rename") as edit:
        edit.update("web", title="Shop")
    assert hand.text("order", "channel") == "Shop"
    assert {hand.row("search"), hand.row("order"), hand.row("rate")} <= ear.rows
    assert hand.row("call") not in ear.rows


def test_rows_come_and_go_without_losing_the_place(hand: TableHand) -> None:
    ear = Ear(hand.model)
    hand.go("call", "does")
    with hand.document.edit("Edit") as edit:
        edit.remove("search")
        edit.add(Touchpoint, id="new", title="New", stage="before", channel="web", order=-1.0)
    assert hand.titles()[:3] == ["Before", "New", "Order"]
    assert hand.at() == (("item", "call"), "does")
    with hand.document.edit("Edit") as edit:
        edits.reorder(hand.document.journey, edit, "after", 0)
    assert hand.titles()[:2] == ["After", "Call"]
    assert hand.at() == (("item", "call"), "does")
    hand.document.undo()
    hand.document.undo()
    assert hand.titles()[:3] == ["Before", "Search", "Order"]
    assert hand.at() == (("item", "call"), "does")
    assert ear.resets == 0


def test_a_change_from_elsewhere_leaves_what_is_being_typed(hand: TableHand) -> None:
    hand.go("call", "does")
    hand.type("tal")
    with hand.document.edit("Edit") as edit:
        edit.update("call", does="hangs up", title="Calls")
        edit.remove("search")
    hand.settle()
    editor = hand.editor()
    assert editor is not None
    assert editor.text() == "tal"
    hand.type("ks")
    hand.key(Key.Key_Return)
    assert hand.document.journey.get(Touchpoint, "call").does == "talks"


def test_undo_counts_what_is_being_typed(hand: TableHand) -> None:
    hand.put("call", "does", "waits")
    hand.go("call", "does")
    hand.type("talks")
    hand.window.actions_table["undo"].trigger()
    assert hand.document.journey.get(Touchpoint, "call").does == "waits"
    assert hand.document.history.redo_label == "Change what the customer does"


def test_personas_and_lanes_are_columns(hand: TableHand) -> None:
    hand.go("call", "does")
    with hand.document.edit("Edit") as edit:
        edit.add(Persona, id="ann", title="Ann")
        edit.add(Emotion, persona="ann", touchpoint="call", value=-1.0)
        edit.add(Lane, id="lane", title="Law")
    assert hand.text("call", "emotion:ann") == "−1"
    assert hand.at() == (("item", "call"), "does")
    hand.pane.show_sheet("stage")
    hand.put("before", "lane:lane", "none")
    assert hand.text("before", "lane:lane") == "none"
    with hand.document.edit("Edit") as edit:
        edit.update("lane", title="Rules")
    heading = hand.model.headerData(hand.column("lane:lane"), Qt.Orientation.Horizontal)
    assert heading == "Rules"


def test_scores_are_shown_and_follow_the_map(hand: TableHand) -> None:
    with hand.document.edit("Import") as edit:
        edit.add(Wave, id="w", title="Now")
        edit.add(Counts, target="call", wave="w", metric="nps", scale=(0.0, 10.0), values=((0.0, 20), (10.0, 80)))
    hand.settle()
    assert hand.text("call", "score").startswith("+60 ±")
    assert hand.text("call", "n") == "100"
    assert hand.text("#after", "n") == "100"
    assert hand.model.columns[hand.column("score")].heading == "Score: NPS"
    hand.select(["call"], ["score", "n"])
    assert hand.copied() == "60\t100\n"


def test_what_is_not_looked_at_fades(hand: TableHand) -> None:
    hand.document.set_focus(Focus(channels=frozenset({"web"})))
    ink = [
        hand.model.data(hand.model.index(hand.row(id), 0), Qt.ItemDataRole.ForegroundRole) for id in ("call", "rate")
    ]
    assert ink[0] is not None
    assert ink[1] is None


def test_a_table_that_is_not_seen_works_nothing_out(hand: TableHand) -> None:
    assert hand.window.workspace is not None
    hand.window.workspace.show_view("map")
    ear = Ear(hand.model)
    with hand.document.edit("Edit") as edit:
        edit.remove("search")
    assert (ear.rows, ear.resets) == (set(), 0)
    hand.window.workspace.show_view("table")
    assert hand.titles()[:2] == ["Before", "Order"]


@pytest.mark.parametrize("sheet", [sheet.key for sheet in SHEETS])
def test_every_table_shows_every_cell_to_eye_and_ear(hand: TableHand, sheet: str) -> None:
    with hand.document.edit("Fill") as edit:
        edit.add(Persona, id="ann", title="Ann", path=("search", "search-order", "order"))
        edits.add_action(hand.document.journey, edit, ["queue"], "Hire")
    hand.pane.show_sheet(sheet)
    model = hand.model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            assert isinstance(model.data(index), str)
            assert isinstance(model.data(index, Qt.ItemDataRole.EditRole), str)
            spoken = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
            assert spoken
            assert model.columns[column].heading in spoken or model.rows[row].kind != "item"
    hand.view.grab()
    copied = hand.copied()
    assert copied


def test_a_screen_reader_finds_every_cell(hand: TableHand) -> None:
    found = QAccessible.queryAccessibleInterface(hand.view)
    assert found.text(QAccessible.Text.Name) == "Table of the map"

    def name(row: int, key: str) -> str:
        """What is said of a cell; headings of rows and columns count as cells."""
        place = (row + 1) * (hand.model.columnCount() + 1) + hand.column(key) + 1
        return found.child(place).text(QAccessible.Text.Name)

    assert name(hand.row("call"), "pains") == "Pain points: Long queue"
    assert name(-1, "pains") == "Pain points"
    assert name(0, "title") == "Stage Before, 2 touchpoints"
    assert name(hand.row("search"), "owner") == "Owner: empty"
    hand.go("search", "owner")
    hand.key(Key.Key_F2)
    editor = hand.editor()
    assert editor is not None
    assert editor.accessibleName() == "Owner: empty"


def test_all_is_said_in_the_language_of_the_window(window: MainWindow, marked_language: None) -> None:
    hand = TableHand(window)
    for sheet in SHEETS:
        hand.pane.show_sheet(sheet.key)
        for column in hand.model.columns:
            assert column.heading.startswith("⟦"), column.key
            assert not column.hint or "⟦" in column.hint
    assert all(hand.pane.tabs.tabText(place).startswith("⟦") for place in range(hand.pane.tabs.count()))


# -- many


def test_ten_thousand_touchpoints_are_followed_without_a_reset(
    big_journey: Callable[[int], Journey], settings: Settings, qtbot: object
) -> None:
    document = Document(big_journey(10_000))
    pane = TablePane(document, settings)
    pane.resize(1000, 600)
    pane.show()
    ear = Ear(pane.model)
    assert pane.model.rowCount() == 10_020
    with document.edit("Edit") as edit:
        edit.update("t5000", title="Other")
        edit.remove("t17")
        edit.update("t9000", stage="s0", order=-5.0)
    assert ear.resets == 0
    assert pane.model.rowCount() == 10_019
    assert len(ear.rows) < 20
    with document.edit("Edit") as edit:
        edit.remove(*(f"t{n}" for n in range(0, 10_000, 3)))
    assert ear.resets == 1
    pane.close()
    pane.deleteLater()
    document.close()


@given(KEYS, KEYS)
def test_steps_lead_from_one_list_to_another(old: list[int], new: list[int]) -> None:
    way = steps(old, new)
    found = list(old)
    for first, last in way.removed:
        del found[first : last + 1]
    assert sorted(found) == sorted(way.kept)
    assert way.reordered == (tuple(found) != way.kept)
    found = list(way.kept)
    for first, last in way.inserted:
        found[first:first] = new[first : last + 1]
    assert found == new


def test_runs() -> None:
    assert runs([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]


# -- columns and looks


def test_columns_are_hidden_and_their_widths_kept(hand: TableHand, settings: Settings) -> None:
    place = hand.column("thinks")
    hand.pane.columns_menu.aboutToShow.emit()
    action = next(a for a in hand.pane.columns_menu.actions() if a.data() == "thinks")
    action.trigger()
    assert hand.view.isColumnHidden(place)
    hand.view.setColumnWidth(hand.column("does"), 333)
    hand.go("search", "does")
    hand.key(Key.Key_Tab)
    assert hand.at()[1] == "expects"
    hand.pane.show_sheet("link")
    hand.pane.show_sheet("touchpoint")
    assert hand.view.isColumnHidden(place)
    assert hand.view.columnWidth(hand.column("does")) == 333
    assert hand.view.isColumnHidden(hand.column("senses.smell"))


def test_tables_are_changed_by_keys(hand: TableHand) -> None:
    hand.key(Key.Key_PageDown, CTRL)
    assert hand.pane.sheet.key == "stage"
    hand.key(Key.Key_PageUp, CTRL)
    hand.key(Key.Key_PageUp, CTRL)
    assert hand.pane.sheet.key == SHEETS[-1].key
    assert hand.view.hasFocus()


def test_ctrl_tab_leaves_the_table(hand: TableHand) -> None:
    hand.key(Key.Key_Tab, CTRL)
    assert not hand.view.hasFocus()


def test_rows_are_higher_when_texts_wrap(hand: TableHand) -> None:
    before = hand.view.rowHeight(1)
    hand.pane.wrap.setChecked(True)
    assert hand.view.rowHeight(1) > 2 * before


def test_the_view_is_there_again_next_time(make_window: Callable[[], MainWindow], journey: Journey) -> None:
    from journeymap.editor.file_commands import Waiting

    first = make_window()
    first.files.offer(Waiting(journey.copy()))
    assert first.workspace is not None
    first.workspace.show_view("table")
    first.workspace.table.show_sheet("pain")
    second = make_window()
    second.files.offer(Waiting(journey.copy()))
    assert second.workspace is not None
    assert second.workspace.view == "table"
    assert second.workspace.table.sheet.key == "pain"


# -- adding from menu and tool bar


def test_tools_add_in_the_table_what_they_add_on_the_map(hand: TableHand) -> None:
    hand.go("search")
    hand.window.actions_table["add-touchpoint"].trigger()
    hand.type("Then")
    hand.key(Key.Key_Return)
    assert hand.titles()[1:3] == ["Search", "Then"]
    hand.go("search")
    hand.window.actions_table["add-pain"].trigger()
    assert hand.pane.sheet.key == "pain"
    hand.type("Slow")
    hand.key(Key.Key_Return)
    assert [(p.title, p.on) for p in hand.document.journey.all(PainPoint)][-1] == ("Slow", ("search",))
    hand.document.selection.set(["search", "rate"])
    hand.window.actions_table["add-link"].trigger()
    assert hand.document.journey.graph.has_edge("search", "rate")
    assert hand.pane.sheet.key == "link"
    hand.window.actions_table["add-stage"].trigger()
    hand.type("Later")
    hand.key(Key.Key_Return)
    assert hand.document.journey.stages[-1].title == "Later"
    hand.window.actions_table["add-channel"].trigger()
    assert isinstance(hand.model.record(hand.at()[0]), Channel)
    hand.key(Key.Key_Escape)
    hand.document.selection.clear()
    hand.window.actions_table["add-truth"].trigger()
    assert hand.at() == (("add", ""), "title")


def test_the_edit_menu_works_on_cells_while_they_have_the_keyboard(hand: TableHand) -> None:
    hand.go("search", "owner")
    hand.type("Shop")
    hand.key(Key.Key_Return)
    hand.go("search", "owner")
    hand.window.edits.copy()
    hand.go("order", "owner")
    hand.window.edits.paste()
    assert hand.document.journey.get(Touchpoint, "order").owner == "Shop"
    hand.window.edits.delete()
    assert hand.document.journey.get(Touchpoint, "order").owner == ""
    assert hand.window.workspace is not None
    hand.document.selection.set(["rate"])
    hand.window.workspace.outline.setFocus()
    hand.window.edits.delete()
    assert "rate" not in hand.document.journey
    assert isinstance(hand.document.journey.find(Stage, "after"), Stage)
    assert hand.document.journey.find(Link, "call-rate") is None
