"""Cells are typed into, by keyboard alone; each edit is one Change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from journeymap.editor.window import MainWindow
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Link, Stage, Touchpoint
from tests.editor.table_hand import TableHand
from tests.editor.window_hand import ALT, CTRL, SHIFT

Key = Qt.Key


@pytest.fixture
def hand(window: MainWindow) -> TableHand:
    return TableHand(window)


def card(hand: TableHand, id: str = "search") -> Touchpoint:
    return hand.document.journey.get(Touchpoint, id)


def labels(hand: TableHand) -> list[str]:
    return [change.label for change in hand.document.history._done]


def test_rows_are_grouped_by_stage(hand: TableHand) -> None:
    assert hand.titles() == [
        "Before",
        "Search",
        "Order",
        "Add a touchpoint",
        "After",
        "Call",
        "Rate",
        "Add a touchpoint",
    ]
    assert (hand.text("call", "stage"), hand.text("call", "channel")) == ("After", "Contact centre")
    assert (hand.text("call", "pains"), hand.text("call", "truths")) == ("Long queue", "Somebody answers")


def test_typing_replaces_a_text_and_enter_goes_down(hand: TableHand) -> None:
    hand.go("search")
    hand.type("Looks around")
    assert hand.editor() is not None
    hand.key(Key.Key_Return)
    assert card(hand).title == "Looks around"
    assert labels(hand) == ["Rename"]
    assert hand.at() == (("item", "order"), "title")
    assert hand.editor() is None


def test_enter_passes_headings_and_shift_enter_goes_up(hand: TableHand) -> None:
    hand.go("+before")
    hand.key(Key.Key_Return)
    assert hand.at()[0] == ("item", "call")
    hand.key(Key.Key_Return, SHIFT)
    assert hand.at()[0] == ("add", "before")


def test_tab_goes_right_and_enter_back_to_where_that_began(hand: TableHand) -> None:
    hand.go("search", "does")
    hand.type("reads")
    hand.key(Key.Key_Tab)
    hand.type("hm")
    hand.key(Key.Key_Tab)
    assert hand.at() == (("item", "search"), "expects")
    hand.key(Key.Key_Return)
    assert hand.at() == (("item", "order"), "does")
    assert (card(hand).does, card(hand).thinks) == ("reads", "hm")
    hand.key(Key.Key_Backtab)
    assert hand.at()[1] == "channel"


def test_tab_at_the_end_of_a_row_goes_to_the_next_one(hand: TableHand) -> None:
    hand.go("search", "truths")  # the senses after it are hidden at first
    hand.key(Key.Key_Tab)
    assert hand.at() == (("item", "order"), "title")
    hand.key(Key.Key_Backtab)
    assert hand.at() == (("item", "search"), "truths")


def test_f2_keeps_the_text_and_escape_drops_what_was_typed(hand: TableHand) -> None:
    hand.go("search")
    hand.key(Key.Key_F2)
    hand.type("ing")
    hand.key(Key.Key_Escape)
    assert card(hand).title == "Search"
    hand.key(Key.Key_F2)
    hand.type("ing")
    hand.key(Key.Key_Return)
    assert card(hand).title == "Searching"


def test_alt_enter_begins_a_line_in_a_text(hand: TableHand) -> None:
    hand.go("search", "does")
    hand.type("one")
    hand.key(Key.Key_Return, ALT)
    hand.type("two")
    hand.key(Key.Key_Return)
    assert card(hand).does == "one\ntwo"


def test_what_is_typed_unchanged_is_no_edit(hand: TableHand) -> None:
    hand.put("search", "title", "Search")
    assert labels(hand) == []


def test_a_stage_is_chosen_by_typing_and_the_cursor_stays_in_its_place(hand: TableHand) -> None:
    hand.go("search", "stage")
    hand.type("aft")
    assert isinstance(hand.editor(), QComboBox)
    hand.key(Key.Key_Return)
    assert card(hand).stage == "after"
    assert labels(hand) == ["Move card"]
    assert hand.titles()[:3] == ["Before", "Order", "Add a touchpoint"]
    assert hand.titles()[-2] == "Search"
    assert hand.at() == (("item", "order"), "stage")


def test_a_channel_that_is_taken_at_that_moment_gives_the_card_a_column_of_its_own(hand: TableHand) -> None:
    with hand.document.edit("Fill") as edit:
        edit.add(Touchpoint, id="both", stage="after", channel="web", order=card(hand, "call").order)
    hand.put("both", "channel", "contact centre")
    assert card(hand, "both").channel == "phone"
    assert card(hand, "both").order != card(hand, "call").order


def test_an_unknown_stage_is_said_and_nothing_altered(hand: TableHand) -> None:
    hand.put("search", "stage", "Nowhere")
    assert labels(hand) == []
    assert hand.said[-1] == "Row 2, Stage: There is no stage “Nowhere”; the map has: Before, After."
    assert hand.at() == (("item", "order"), "stage")


def test_a_severity_that_is_no_number_is_said(window: MainWindow) -> None:
    hand = TableHand(window, "pain")
    hand.put("queue", "severity", "high")
    assert hand.said[-1] == "Row 1, Severity: “high” is not allowed; a whole number from 1 to 5 is."
    hand.put("queue", "severity", "9")
    assert "from 1 to 5" in hand.said[-1]
    assert labels(hand) == []
    hand.put("queue", "severity", "5")
    assert hand.document.journey.get(PainPoint, "queue").severity == 5
    assert labels(hand) == ["Change severity"]


def test_a_severity_goes_up_by_the_arrow(window: MainWindow) -> None:
    hand = TableHand(window, "pain")
    hand.go("queue", "severity")
    hand.key(Key.Key_F2)
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Return)
    assert hand.document.journey.get(PainPoint, "queue").severity == 5


def test_the_empty_row_adds_a_touchpoint_to_its_stage(hand: TableHand) -> None:
    hand.put("+before", "title", "Compare")
    made = next(t for t in hand.document.journey.touchpoints if t.title == "Compare")
    assert (made.stage, made.channel) == ("before", "web")
    assert labels(hand) == ["Add touchpoint"]
    assert hand.titles()[:5] == ["Before", "Search", "Order", "Compare", "Add a touchpoint"]
    assert hand.at() == (("add", "before"), "title")
    hand.type("Ask")
    hand.key(Key.Key_Tab)
    hand.key(Key.Key_Tab)
    hand.type("contact centre")
    hand.key(Key.Key_Tab)
    made = next(t for t in hand.document.journey.touchpoints if t.title == "Ask")
    assert made.channel == "phone"
    assert hand.at() == (("item", made.id), "does")


def test_twenty_touchpoints_go_in_without_the_mouse(hand: TableHand) -> None:
    hand.go("+after")
    for n in range(20):
        hand.type(f"Step {n}")
        hand.key(Key.Key_Return)
    assert [t.title for t in hand.document.journey.touchpoints if t.title.startswith("Step")] == [
        f"Step {n}" for n in range(20)
    ]
    assert len(labels(hand)) == 20


def test_a_map_without_channels_says_what_is_missing(hand: TableHand) -> None:
    with hand.document.edit("Empty") as edit:
        edit.remove("web", "phone")
    hand.put("+before", "title", "Compare")
    assert "needs a stage and a channel" in hand.said[-1]
    assert hand.document.journey.touchpoints == []


def test_a_stage_is_renamed_in_its_heading(hand: TableHand) -> None:
    hand.put("#before", "title", "Orientation")
    assert hand.document.journey.get(Stage, "before").title == "Orientation"
    assert hand.text("search", "stage") == "Orientation"
    hand.go("#before", "does")
    hand.type("x")
    assert hand.editor() is None


def test_emotions_of_each_persona(hand: TableHand) -> None:
    with hand.document.edit("Fill") as edit:
        edit.add(Persona, id="ann", title="Ann", order=0.0)
        edit.add(Persona, id="bob", title="Bob", order=1.0)
    heading = hand.model.headerData(hand.column("emotion:bob"), Qt.Orientation.Horizontal)
    assert heading == "Emotion: Bob"
    hand.put("search", "emotion:bob", "-1.5")
    (felt,) = hand.document.journey.all(Emotion)
    assert (felt.persona, felt.touchpoint, felt.value) == ("bob", "search", -1.5)
    assert hand.text("search", "emotion:bob") == "−1.5"
    hand.put("search", "emotion:bob", "3")
    assert hand.said[-1] == "Row 2, Emotion: Bob: “3” is not allowed; a number from −2 to 2 is."
    hand.pane.memory.hide("why:bob", False)
    hand.go("search", "why:bob")
    hand.paste("Too much choice")
    assert hand.document.journey.all(Emotion)[0].note == "Too much choice"
    hand.go("order", "why:bob")
    hand.paste("Odd")
    assert hand.said[-1] == "Row 3, Why: Bob: Say first how Bob feels here."
    hand.go("search", "emotion:bob")
    hand.key(Key.Key_Delete)
    assert hand.document.journey.all(Emotion) == []


def test_titles_of_pain_points_rename_add_and_take_away(hand: TableHand) -> None:
    hand.put("call", "pains", "Endless queue; No call back")
    pains = hand.document.journey.all(PainPoint)
    assert [(pain.title, pain.severity) for pain in pains] == [("Endless queue", 4), ("No call back", 3)]
    assert len(labels(hand)) == 1
    hand.put("rate", "pains", "no call back")
    assert hand.document.journey.all(PainPoint)[1].on == (pains[1].on[0], "rate")
    hand.go("call", "pains")
    hand.key(Key.Key_Delete)
    (left,) = hand.document.journey.all(PainPoint)
    assert (left.title, left.on) == ("No call back", ("rate",))
    hand.document.undo()
    assert hand.text("call", "pains") == "Endless queue; No call back"


def test_titles_of_moments_of_truth(hand: TableHand) -> None:
    hand.put("search", "truths", "First click")
    assert [(t.title, t.on) for t in hand.document.journey.all(MomentOfTruth)][-1] == ("First click", "search")


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("share", "40 %", 0.4),
        ("share", "12.5", 0.125),
        ("experience_level", "3", 3),
        ("experience_level", "anticipates", 4),
        ("tags", "new, loud; new", ("new", "loud")),
        ("owner", "Shop", "Shop"),
    ],
)
def test_values_are_read(hand: TableHand, key: str, typed: str, value: object) -> None:
    hand.go("search", key)
    hand.paste(typed)
    assert getattr(card(hand), key) == value
    shown = hand.text("search", key)
    hand.paste(hand.copied().rstrip("\n"))
    assert hand.text("search", key) == shown != ""


def test_ctrl_enter_writes_all_selected_cells_as_one_change(hand: TableHand) -> None:
    hand.select(["search", "order", "call"], ["owner"])
    hand.type("Shop")
    hand.key(Key.Key_Return, CTRL)
    owners = {t.id: t.owner for t in hand.document.journey.touchpoints}
    assert owners == {"search": "Shop", "order": "Shop", "call": "Shop", "rate": ""}
    assert labels(hand) == ["Change cells"]
    assert hand.view.hasFocus()


def test_fill_down(hand: TableHand) -> None:
    with hand.document.edit("Fill") as edit:
        edit.update("search", owner="Shop", does="reads")
    hand.select(["search", "order", "call"], ["does", "owner"])
    hand.key(Key.Key_D, CTRL)
    assert [t.owner for t in hand.document.journey.touchpoints] == ["Shop", "Shop", "Shop", ""]
    assert labels(hand) == ["Fill", "Fill down"]
    hand.go("rate", "owner")
    hand.key(Key.Key_D, CTRL)
    assert card(hand, "rate").owner == "Shop"


def test_delete_empties_cells_but_not_those_that_must_say_something(hand: TableHand) -> None:
    with hand.document.edit("Fill") as edit:
        edit.update("search", owner="Shop", does="reads")
    hand.select(["search", "order"], ["stage", "does", "owner"])
    hand.key(Key.Key_Delete)
    assert (card(hand).owner, card(hand).does, card(hand).stage) == ("", "", "before")
    assert labels(hand) == ["Fill", "Clear cells"]
    hand.go("search", "stage")
    hand.key(Key.Key_Delete)
    assert hand.said[-1] == "“Stage” can't be empty."
    assert len(hand.document.journey.touchpoints) == 4


def test_a_cell_for_reading_only_says_so(hand: TableHand) -> None:
    hand.go("search", "score")
    hand.type("5")
    assert hand.editor() is None
    assert hand.said[-1] == "“Score” is for reading only."


def test_a_link_is_added_when_both_ends_are_named(window: MainWindow) -> None:
    hand = TableHand(window, "link")
    before = len(hand.document.journey.links)
    hand.put("+", "source", "search")
    assert "as soon as “To” names a touchpoint" in hand.said[-1]
    assert hand.text("+", "source") == "search"
    assert len(hand.document.journey.links) == before
    hand.put("+", "target", "call")
    assert hand.document.journey.graph.has_edge("search", "call")
    assert labels(hand) == ["Draw link"]
    assert hand.text("+", "source") == "Add a link"


def test_a_link_is_not_drawn_twice_or_to_itself(window: MainWindow) -> None:
    hand = TableHand(window, "link")
    hand.put("search-order", "target", "search")
    assert "itself" in hand.said[-1]
    hand.put("search-order", "source", "order")
    assert "itself" in hand.said[-1]
    hand.put("order-call", "target", "rate")
    assert hand.document.journey.get(Link, "order-call").target == "rate"
    hand.put("order-call", "source", "call")
    assert "already" in hand.said[-1]


def test_pain_points_and_actions_by_name(window: MainWindow) -> None:
    hand = TableHand(window, "pain")
    hand.put("+", "title", "Slow")
    hand.put("+", "on", "rate; after")
    made = hand.document.journey.all(PainPoint)[-1]
    assert (made.title, made.on) == ("Slow", ("rate", "after"))
    hand.put(made.id, "actions", "Buy a server")
    (action,) = hand.document.journey.all(Action)
    assert (action.title, action.answers) == ("Buy a server", (made.id,))
    hand.pane.show_sheet("action")
    hand.put(action.id, "due", "2026-12-01")
    hand.put(action.id, "status", "planned")
    hand.put(action.id, "answers", "Slow; Long queue; rate")
    action = hand.document.journey.get(Action, action.id)
    assert (str(action.due), action.status, action.answers) == ("2026-12-01", "planned", (made.id, "queue", "rate"))
    hand.put(action.id, "due", "soon")
    assert "“soon” is not a date" in hand.said[-1]


def test_names_that_two_touchpoints_have_are_told_apart(window: MainWindow) -> None:
    hand = TableHand(window, "truth")
    with hand.document.edit("Fill") as edit:
        edit.update("rate", title="Search")
    hand.put("answer", "on", "Search (After)")
    assert hand.document.journey.get(MomentOfTruth, "answer").on == "rate"
    assert hand.text("answer", "on") == "Search (After)"


def test_a_path_takes_the_links_along(window: MainWindow) -> None:
    hand = TableHand(window, "persona")
    hand.put("+", "title", "Ann")
    (ann,) = hand.document.journey.all(Persona)
    hand.put(ann.id, "path", "search; order; rate")
    assert hand.document.journey.get(Persona, ann.id).path == ("search", "search-order", "order", "rate")
    assert hand.text(ann.id, "path") == "Search; Order; Rate"
