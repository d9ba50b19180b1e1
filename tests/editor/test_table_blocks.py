"""Blocks are copied to a spreadsheet, pasted from one, and rows come and go: each time one Change."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from journeymap.editor.window import MainWindow
from journeymap.model.findings import PainPoint
from journeymap.model.structure import Stage, Touchpoint
from tests.editor.table_hand import TableHand
from tests.editor.window_hand import ALT, CTRL, SHIFT

Key = Qt.Key


@pytest.fixture
def hand(window: MainWindow) -> TableHand:
    return TableHand(window)


def card(hand: TableHand, id: str) -> Touchpoint:
    return hand.document.journey.get(Touchpoint, id)


def labels(hand: TableHand) -> list[str]:
    return [change.label for change in hand.document.history._done]


def test_a_block_is_copied_as_text_parted_by_tabs(hand: TableHand) -> None:
    with hand.document.edit("Fill") as edit:
        edit.update("order", does="one\ntwo")
    hand.select(["search", "order"], ["title", "stage", "channel", "does"])
    assert hand.copied() == 'Search\tBefore\tWeb site\t\nOrder\tBefore\tWeb site\t"one\ntwo"\n'


def test_headings_of_stages_are_copied_only_alone(hand: TableHand) -> None:
    hand.key(Key.Key_A, CTRL)
    lines = hand.copied().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Search", "Order", "Call", "Rate"]
    hand.select(["#before"], ["title"])
    assert hand.copied() == "Before\n"


def test_headings_of_columns_go_along_if_wanted(hand: TableHand) -> None:
    hand.select(["search"], ["title", "stage"])
    hand.key(Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == "Touchpoint\tStage\nSearch\tBefore\n"


def test_a_block_is_pasted_over_cells_across_stages(hand: TableHand) -> None:
    hand.go("order", "does")
    hand.paste("a\tb\r\nc\td\r\n")
    assert (card(hand, "order").does, card(hand, "order").thinks) == ("a", "b")
    assert (card(hand, "call").does, card(hand, "call").thinks) == ("c", "d")
    assert labels(hand) == ["Paste into table"]
    assert hand.said[-1] == "2 rows pasted."
    assert len(hand.view.selectionModel().selectedIndexes()) == 4


def test_more_rows_than_there_are_add_elements(hand: TableHand) -> None:
    hand.go("rate")
    hand.paste("Rates\nPays\nLeaves\n")
    titles = [t.title for t in hand.document.journey.touchpoints if t.stage == "after"]
    assert titles == ["Call", "Rates", "Pays", "Leaves"]
    assert labels(hand) == ["Paste into table"]
    assert hand.said[-1] == "3 rows pasted, 2 of them new."
    hand.key(Key.Key_Z, CTRL)
    assert len(hand.document.journey.touchpoints) == 4


def test_a_list_goes_into_the_stage_of_the_empty_row(hand: TableHand) -> None:
    hand.go("+before")
    hand.paste("One\tAfter\nTwo\t\n\t\nThree\tbefore\tcontact centre\n")
    places = {t.title: (t.stage, t.channel) for t in hand.document.journey.touchpoints}
    assert (places["One"], places["Two"]) == (("after", "web"), ("before", "web"))
    assert places["Three"] == ("before", "phone")
    assert len(places) == 7


def test_a_line_of_headings_says_which_columns_are_meant(hand: TableHand) -> None:
    hand.go("search", "does")
    hand.paste("owner\tTouchpoint\nShop\tFinds\nSales\tOrders\n")
    assert (card(hand, "search").owner, card(hand, "search").title) == ("Shop", "Finds")
    assert (card(hand, "order").owner, card(hand, "order").title) == ("Sales", "Orders")
    assert card(hand, "search").does == ""


def test_bad_cells_are_left_out_and_said_and_all_else_is_written(hand: TableHand) -> None:
    hand.go("search")
    hand.paste("Looks\tNowhere\tweb site\nOrders\tafter\tMoon\n")
    assert (card(hand, "search").title, card(hand, "search").stage) == ("Looks", "before")
    assert (card(hand, "order").title, card(hand, "order").stage) == ("Orders", "after")
    assert hand.said[-1] == (
        "Row 2, Stage: There is no stage “Nowhere”; the map has: Before, After. 1 more cell was left as it is."
    )


def test_one_cell_fills_the_selection_and_a_block_repeats_itself(hand: TableHand) -> None:
    hand.select(["search", "order", "call", "rate"], ["owner"])
    hand.paste("Shop")
    assert {t.owner for t in hand.document.journey.touchpoints} == {"Shop"}
    hand.select(["search", "order", "call", "rate"], ["does"])
    hand.paste("a\nb\n")
    assert [t.does for t in hand.document.journey.touchpoints] == ["a", "b", "a", "b"]


def test_what_is_copied_out_and_pasted_back_alters_nothing(hand: TableHand) -> None:
    with hand.document.edit("Fill") as edit:
        edit.update("search", share=0.25, tags=("a", "b"), experience_level=3, does='say "yes"\n\tno')
    hand.key(Key.Key_A, CTRL)
    text = hand.copied()
    hand.go("search")
    hand.paste(text)
    assert labels(hand) == ["Fill"]


def test_a_table_that_was_altered_in_a_spreadsheet_comes_back(hand: TableHand) -> None:
    hand.key(Key.Key_A, CTRL)
    text = hand.copied().replace("Call", "Calls").replace("Long queue", "Longer queue; Music")
    hand.go("search")
    hand.paste(text)
    assert card(hand, "call").title == "Calls"
    assert [pain.title for pain in hand.document.journey.all(PainPoint)] == ["Longer queue", "Music"]
    assert labels(hand) == ["Paste into table"]


def test_columns_without_a_place_are_said(hand: TableHand) -> None:
    hand.go("search", "truths")
    hand.paste("a\tb\tc\n")
    assert hand.said[-1] == "1 row pasted. 2 columns had no place."


def test_cut_empties_what_it_copies(hand: TableHand) -> None:
    hand.go("search")
    hand.key(Key.Key_X, CTRL)
    assert QApplication.clipboard().text() == "Search\n"
    assert card(hand, "search").title == ""
    assert labels(hand) == ["Cut cells"]


def test_cards_from_the_map_are_pasted_as_cards(hand: TableHand) -> None:
    assert hand.window.workspace is not None
    hand.document.selection.set(["search"])
    hand.window.workspace.canvas.copy()
    hand.go("call")
    hand.key(Key.Key_V, CTRL)
    assert [t.title for t in hand.document.journey.touchpoints].count("Search") == 2
    assert labels(hand) == ["Paste"]


def test_a_formula_is_copied_as_text_and_comes_back_as_it_was(hand: TableHand) -> None:
    with hand.document.edit("Fill") as edit:
        edit.update("search", title="=HYPERLINK(1)")
    hand.go("search")
    text = hand.copied()
    assert text == "'=HYPERLINK(1)\n"
    hand.go("order")
    hand.paste(text)
    assert card(hand, "order").title == "=HYPERLINK(1)"


def test_a_text_of_hostile_markup_stays_text(hand: TableHand) -> None:
    hand.go("search")
    hand.paste("<img src=x> <b>bold</b>")
    assert hand.text("search", "title") == "<img src=x> <b>bold</b>"
    tip = hand.model.data(hand.model.index(hand.row("search"), 0), Qt.ItemDataRole.ToolTipRole)
    assert tip is None or "<img" not in tip


def menu_key() -> QContextMenuEvent:
    return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))


# -- rows


def test_rows_are_added_above_and_below(hand: TableHand) -> None:
    hand.go("order")
    hand.view.add_above()
    hand.type("Above")
    hand.key(Key.Key_Return)
    hand.go("order")
    hand.key(Key.Key_Plus, CTRL)
    hand.type("Below")
    hand.key(Key.Key_Return)
    assert hand.titles()[:6] == ["Before", "Search", "Above", "Order", "Below", "Add a touchpoint"]
    assert labels(hand) == ["Add touchpoint", "Rename"] * 2


def test_rows_are_deleted_with_what_belongs_to_them(hand: TableHand) -> None:
    hand.select(["search", "call"], ["title"])
    hand.key(Key.Key_Minus, CTRL)
    assert [t.id for t in hand.document.journey.touchpoints] == ["order", "rate"]
    assert hand.document.journey.all(PainPoint) == []
    assert labels(hand) == ["Delete rows"]
    assert hand.said[-1] == "2 rows deleted."
    hand.select(["#before"], ["title"])
    hand.key(Key.Key_Minus, CTRL)
    assert "table “Stages”" in hand.said[-1]
    assert len(hand.document.journey.stages) == 2


def test_rows_move_up_and_down_and_into_the_next_stage(hand: TableHand) -> None:
    hand.go("search")
    hand.key(Key.Key_Down, ALT)
    assert hand.titles()[:4] == ["Before", "Order", "Search", "Add a touchpoint"]
    assert hand.at()[0] == ("item", "search")
    hand.key(Key.Key_Down, ALT)
    assert card(hand, "search").stage == "after"
    assert hand.titles()[3:5] == ["After", "Search"]
    hand.key(Key.Key_Up, ALT)
    hand.key(Key.Key_Up, ALT)
    assert hand.titles()[:4] == ["Before", "Search", "Order", "Add a touchpoint"]
    assert labels(hand) == ["Move rows"] * 4
    hand.key(Key.Key_Up, ALT)
    assert len(labels(hand)) == 4


def test_several_rows_move_together(window: MainWindow) -> None:
    hand = TableHand(window, "stage")
    with hand.document.edit("Fill") as edit:
        edit.add(Stage, id="last", title="Last", order=9.0)
    hand.select(["after", "last"], ["title"])
    hand.key(Key.Key_Up, ALT)
    assert [stage.id for stage in hand.document.journey.stages] == ["after", "last", "before"]
    hand.key(Key.Key_Down, ALT)
    assert [stage.id for stage in hand.document.journey.stages] == ["before", "after", "last"]


def test_links_have_no_order_of_their_own(window: MainWindow) -> None:
    hand = TableHand(window, "link")
    hand.go("search-order", "source")
    hand.key(Key.Key_Down, ALT)
    assert "order of their touchpoints" in hand.said[-1]


def test_the_menu_opens_by_a_key_and_offers_what_can_be_done(hand: TableHand) -> None:
    hand.select(["search", "order"], ["owner"])
    hand.view.contextMenuEvent(menu_key())
    texts = [action.text() for action in hand.view.menu.actions() if action.isEnabled() and action.text()]
    assert "Fill down" in texts
    assert "Delete rows" in texts
    next(action for action in hand.view.menu.actions() if action.text() == "Delete rows").trigger()
    assert len(hand.document.journey.touchpoints) == 2
    hand.view.menu.close()
