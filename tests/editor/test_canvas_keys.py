"""The canvas under a keyboard: a workshop does not wait."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.canvas.view import CanvasView
from journeymap.editor.document import Document
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.structure import Link, Touchpoint
from tests.editor.canvas_hand import Hand, small_map

ALT = Qt.KeyboardModifier.AltModifier
ENTER, TAB, ESC, DEL, F2 = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F2,
)
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down


def open_hand(qtbot: QtBot, journey: Journey) -> Hand:
    canvas = CanvasView(Document(journey))
    qtbot.addWidget(canvas)
    canvas.resize(1400, 800)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.setFocus()
    return Hand(canvas)


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return open_hand(qtbot, small_map())


def test_twenty_touchpoints_without_the_mouse(hand: Hand) -> None:
    hand.document.selection.set(["c"])
    for i in range(1, 21):
        hand.key(ENTER)
        hand.type(f"Step {i}")
        hand.leave()
    assert [title for title in hand.titles if title.startswith("Step")] == [f"Step {i}" for i in range(1, 21)]
    links = {(link.source, link.target) for link in hand.document.journey.all(Link)}
    chain = [
        "c",
        *(next(t.id for t in hand.document.journey.touchpoints if t.title == f"Step {i}") for i in range(1, 21)),
    ]
    assert set(pairwise(chain)) <= links


def test_enter_keeps_the_title_and_makes_the_next_one(hand: Hand) -> None:
    hand.document.selection.set(["c"])
    hand.key(ENTER)
    hand.type("One")
    hand.key(ENTER)
    hand.type("Two")
    hand.key(ENTER)
    hand.key(ENTER)
    hand.key(ESC)
    assert hand.titles == ["Sees ad", "Reads reviews", "Pays", "One", "Two"]
    assert hand.document.selection.ids
    hand.document.undo()
    assert hand.titles == ["Sees ad", "Reads reviews", "Pays", "One"], "a touchpoint with its title is one step"


def test_tab_makes_one_in_the_next_stage(hand: Hand) -> None:
    hand.document.selection.set(["c"])
    hand.key(TAB)
    hand.type("First use")
    hand.key(TAB)
    assert next(t for t in hand.document.journey.touchpoints if t.title == "First use").stage == "s2"
    assert hand.canvas.title_editor is None, "there is no stage after the last one"


def test_typing_replaces_the_selected_title_and_esc_keeps_the_old_one(hand: Hand) -> None:
    hand.document.selection.set(["a"])
    hand.type("Sieht Anzeige")
    assert hand.canvas.title_editor is not None
    hand.key(ENTER)
    assert hand.titles[0] == "Sieht Anzeige"
    assert len(hand.titles) == 3, "Enter after a rename makes nothing new"
    hand.type("x")
    hand.key(ESC)
    assert hand.titles[0] == "Sieht Anzeige"
    assert hand.document.history.undo_label == "Rename"


@pytest.mark.parametrize("text", ["Çok memnunum", "Очень доволен", "خیلی راضی", "日本語"])
def test_every_script_can_be_typed(hand: Hand, text: str) -> None:
    hand.document.selection.set(["a"])
    hand.type(text)
    hand.key(ENTER)
    assert hand.titles[0] == text


def test_f2_edits_the_title_that_is_there(hand: Hand) -> None:
    hand.document.selection.set(["a"])
    hand.key(F2)
    hand.type(" on TV")
    hand.key(ENTER)
    assert hand.titles[0] == "Sees ad on TV"


def test_arrows_move_the_selection(hand: Hand) -> None:
    hand.key(RIGHT)
    assert hand.selected == ["a"]
    hand.key(RIGHT)
    assert hand.selected in (["c"], ["b"])
    hand.document.selection.set(["a"])
    hand.key(UP)
    assert hand.selected == ["s0"]
    hand.key(RIGHT)
    assert hand.selected == ["s1"]


def test_in_a_right_to_left_map_the_arrows_go_as_they_point(qtbot: QtBot) -> None:
    hand = open_hand(qtbot, small_map("fa"))
    hand.document.selection.set(["s0"])
    hand.key(LEFT)
    assert hand.selected == ["s1"]
    hand.document.selection.set(["a"])
    hand.key(LEFT, ALT)
    assert hand.document.journey.get(Touchpoint, "a").order > 0


def test_alt_and_arrows_move_the_card(hand: Hand) -> None:
    hand.document.selection.set(["a"])
    hand.key(DOWN, ALT)
    assert hand.document.journey.get(Touchpoint, "a").channel == "c1"
    for _ in range(4):
        hand.key(RIGHT, ALT)
    assert hand.document.journey.get(Touchpoint, "a").stage != "s0"
    assert hand.document.history.undo_label == "Move card"


def test_del_deletes_what_is_selected_and_its_links(hand: Hand) -> None:
    said: list[str] = []
    hand.canvas.message.connect(said.append)
    hand.document.selection.set(["a"])
    hand.key(DEL)
    assert "a" not in hand.document.journey
    assert hand.document.journey.all(Link) == []
    assert "2 elements deleted" in said[-1]
    hand.document.undo()
    assert hand.titles == ["Sees ad", "Reads reviews", "Pays"]


def test_bare_letters_choose_a_tool_while_nothing_is_selected(hand: Hand) -> None:
    for letter, tool in (("t", "touchpoint"), ("p", "pain"), ("m", "truth"), ("l", "link")):
        hand.type(letter)
        assert hand.canvas.tool == tool
        hand.key(ESC)
        assert hand.canvas.tool == "select"


def test_esc_goes_back_step_by_step(hand: Hand) -> None:
    hand.document.selection.set(["a"])
    hand.canvas.set_tool("pain")
    hand.key(ESC)
    assert (hand.canvas.tool, hand.selected) == ("select", ["a"])
    hand.key(ESC)
    assert hand.selected == []


def test_copy_paste_and_duplicate(hand: Hand) -> None:
    hand.document.selection.set(["a", "b"])
    hand.canvas.copy()
    hand.document.selection.set(["s2"])
    hand.canvas.paste()
    assert len(hand.document.journey.touchpoints) == 5
    assert len(hand.document.journey.all(Link)) == 2
    pasted = [t for t in hand.document.journey.touchpoints if t.id in hand.document.selection.ids]
    assert {t.title for t in pasted} == {"Sees ad", "Reads reviews"}
    assert {t.stage for t in pasted} == {"s2"}
    hand.canvas.duplicate()
    assert len(hand.document.journey.touchpoints) == 7
    hand.document.undo()
    hand.document.undo()
    assert len(hand.document.journey.touchpoints) == 3


def test_cut_takes_away_what_paste_brings_back(hand: Hand) -> None:
    hand.document.selection.set(["c"])
    hand.canvas.cut()
    assert "c" not in hand.document.journey
    hand.canvas.paste()
    assert "Pays" in hand.titles


def test_pasted_lines_of_text_become_a_touchpoint_each(hand: Hand) -> None:
    QApplication.clipboard().setText("Calls\n\nWaits \n=1+2\n")
    hand.document.selection.set(["s1"])
    hand.canvas.paste()
    assert [t.title for t in hand.document.journey.touchpoints if t.id in hand.document.selection.ids] == [
        "Calls",
        "Waits",
        "=1+2",
    ]
    assert hand.document.history.undo_label == "Paste"


def test_ctrl_commands_say_what_they_need(hand: Hand) -> None:
    said: list[str] = []
    hand.canvas.message.connect(said.append)
    hand.canvas.add_pain()
    hand.canvas.add_truth()
    assert len(said) == 2
    assert all(said)


def test_on_an_empty_map_the_first_touchpoint_asks_for_a_stage(qtbot: QtBot) -> None:
    hand = open_hand(qtbot, Journey("Empty"))
    said: list[str] = []
    hand.canvas.message.connect(said.append)
    hand.canvas.add_touchpoint()
    assert "stage" in said[-1]
    hand.key(RIGHT)
    hand.key(DEL)
    hand.key(ENTER)
    hand.canvas.grab()


def test_a_pain_point_and_then_a_moment_of_truth_on_the_same_card(hand: Hand) -> None:
    hand.document.selection.set(["c"])
    hand.canvas.add_pain()
    hand.type("Too slow")
    hand.key(ENTER)
    assert hand.selected == ["c"]
    hand.canvas.add_truth()
    hand.type("Decides here")
    hand.key(ENTER)
    (pain,) = hand.document.journey.all(PainPoint)
    (truth,) = hand.document.journey.all(MomentOfTruth)
    assert (pain.title, pain.on, truth.title, truth.on) == ("Too slow", ("c",), "Decides here", "c")


def test_with_a_pain_point_selected_a_moment_of_truth_goes_to_its_card(hand: Hand) -> None:
    with hand.document.edit("Add") as edit:
        edit.add(PainPoint, id="p", title="Too slow", on=("c",))
    hand.document.selection.set(["p"])
    hand.canvas.add_truth()
    hand.type("Decides here")
    hand.key(ENTER)
    assert [truth.on for truth in hand.document.journey.all(MomentOfTruth)] == ["c"]


def test_letters_do_not_rename_while_a_tool_waits_for_a_click(hand: Hand) -> None:
    hand.document.selection.set(["c"])
    hand.canvas.set_tool("pain")
    hand.type("x")
    assert hand.canvas.title_editor is None
    assert hand.titles == ["Sees ad", "Reads reviews", "Pays"]


def test_a_title_keeps_to_its_limit_however_it_gets_there(hand: Hand) -> None:
    hand.document.selection.set(["a"])
    hand.key(F2)
    assert hand.canvas.title_editor is not None
    hand.canvas.title_editor.setPlainText("x" * 600)
    hand.key(ENTER)
    assert hand.document.journey.get(Touchpoint, "a").title == "x" * 500
