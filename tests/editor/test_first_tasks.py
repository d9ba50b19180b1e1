"""Tasks of docs/first-tasks.md, with the steps that are written there: mouse and keyboard in the window."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImageReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from journeymap.editor.compare.dialog import CompareDialog
from journeymap.editor.export_dialog import ExportDialog
from journeymap.editor.inspector.choice_fields import StepsField
from journeymap.editor.outline.delegate import button_rect
from journeymap.editor.outline.model import NODE_ROLE
from journeymap.editor.palette.palette import Palette
from journeymap.editor.window import MainWindow
from journeymap.layout.draw_emotion import card_places, height
from journeymap.model.content import LaneCell
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Touchpoint
from tests.editor.canvas_hand import Hand
from tests.editor.survey_hand import add_counts
from tests.editor.window_hand import CTRL, LEFT, SHIFT, dialog, document_of, form_of, keys, name_file, workspace_of

Key = Qt.Key


@pytest.fixture
def hand(window: MainWindow) -> Hand:
    """On the canvas of the window with the small map of `tests/conftest.py`, all of it in view."""
    keys(window, Key.Key_0, CTRL)
    return Hand(workspace_of(window).canvas)


def type_in(window: MainWindow, text: str, end: Key = Key.Key_Return) -> None:
    """Type where the keyboard is, as the inspector does it, and end with a key."""
    field = QApplication.focusWidget()
    assert isinstance(field, (QLineEdit, QPlainTextEdit)), field
    QTest.keyClicks(field, text)
    QTest.keyClick(QApplication.focusWidget() or field, end)


def command(window: MainWindow, typed: str) -> None:
    """Ctrl+K, a few letters, Enter."""
    keys(window, Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(palette.field, typed)
    QTest.keyClick(palette.field, Key.Key_Return)


def name(qtbot: QtBot, window: MainWindow, title: str, end: Key = Key.Key_Return) -> None:
    """Type the title of what was just added, for which the inspector has put the cursor into it."""
    qtbot.waitUntil(form_of(window).bound["title"].field.focus_target().hasFocus)
    type_in(window, title, end)


def press_row(window: MainWindow, section: str, place: int | None = None) -> None:
    """Click the button of a heading in the outline, or that of a line below it."""
    outline = workspace_of(window).outline
    outline.check_now()
    node = outline.outline_model.section(section)
    index = outline.outline_model.index_of(node if place is None else node.children[place])
    outline.scrollTo(index)
    rect: QRect | None = button_rect(index.data(NODE_ROLE), outline.visualRect(index), False)
    assert rect is not None
    QTest.mouseClick(outline.viewport(), LEFT, pos=rect.center())


def test_five_touchpoints_are_drawn_and_linked(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    window.files.new_from("five-stages")
    hand = Hand(workspace_of(window).canvas)
    keys(window, Key.Key_0, CTRL)
    first, web = document_of(window).journey.stages[0].id, document_of(window).journey.channels[1].id
    hand.double_click(hand.cell(first, web))
    hand.type("Sees the ad")
    hand.key(Key.Key_Return)
    hand.type("Reads reviews")
    for title in ("Pays", "Waits at home", "First wash"):
        hand.key(Key.Key_Tab)
        hand.type(title)
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert hand.titles == ["Sees the ad", "Reads reviews", "Pays", "Waits at home", "First wash"]
    assert len(document_of(window).journey.links) == 4
    assert [t.channel for t in document_of(window).journey.touchpoints] == [web] * 5


def test_tab_on_a_card_that_stayed_empty_goes_on_in_the_next_stage(hand: Hand) -> None:
    hand.click("search")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Tab)
    hand.type("Unpacks")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    [made] = [t for t in hand.document.journey.touchpoints if t.title == "Unpacks"]
    assert (made.stage, made.channel) == ("after", "web")
    assert {link.source for link in hand.document.journey.links if link.target == made.id} == {"search"}
    assert hand.document.journey.get(Touchpoint, "search").title == "Search"
    assert not [t for t in hand.document.journey.touchpoints if not t.title]


def test_a_second_persona_and_its_feelings(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    with document_of(window).edit("Add persona") as edit:
        edit.add(Persona, id="ann", title="Ann")
        edit.add(Emotion, persona="ann", touchpoint="call", value=1.0)
    press_row(window, "personas")
    name(qtbot, window, "Family Kaya")
    keys(window, Key.Key_0, CTRL)
    lane = hand.canvas.map_layout.lanes["emotion"]
    x = card_places(hand.canvas.picture.scene)["call"]
    hand.drag((x, height(lane, 1.0)), (x, height(lane, -2.0)))
    journey = document_of(window).journey
    family = next(persona for persona in journey.all(Persona) if persona.title == "Family Kaya")
    assert {(e.persona, e.value) for e in journey.all(Emotion)} == {("ann", 1.0), (family.id, -2.0)}


def test_a_persona_brings_its_lane(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    assert "emotion" not in hand.canvas.map_layout.lanes
    press_row(window, "personas")
    name(qtbot, window, "Ann")
    assert "emotion" in hand.canvas.map_layout.lanes


def test_a_moment_of_truth_and_a_pain_point_with_evidence(window: MainWindow, hand: Hand) -> None:
    hand.click("order")
    keys(window, Key.Key_M, CTRL | SHIFT)
    hand.type("They pay or leave")
    hand.key(Key.Key_Return)
    keys(window, Key.Key_P, CTRL | SHIFT)
    hand.type("Price shown last")
    steps = form_of(window).bound["severity"].field
    assert isinstance(steps, StepsField)
    hand.leave()  # a press on a button takes the keyboard away first
    QTest.mouseClick(steps.buttons[4], LEFT)
    add = next(b for b in form_of(window).findChildren(QPushButton) if b.text() == "+ Evidence")
    QTest.mouseClick(add, LEFT)
    type_in(window, "I saw the price too late", Key.Key_Tab)
    journey = document_of(window).journey
    [truth] = [t for t in journey.all(MomentOfTruth) if t.on == "order"]
    [pain] = [p for p in journey.all(PainPoint) if p.on == ("order",)]
    assert (truth.title, pain.title, pain.severity) == ("They pay or leave", "Price shown last", 5)
    assert [evidence.quote for evidence in pain.evidence] == ["I saw the price too late"]


def test_the_worst_pain_point_gets_an_action_with_owner_and_date(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    with document_of(window).edit("Add pain point") as edit:
        edit.add(PainPoint, id="nuisance", title="Small print", on=("order",), severity=1)
    workspace_of(window).outline.check_now()
    lines = [n.line.text for n in workspace_of(window).outline.outline_model.section("checks").children if n.line]
    assert "“Long queue”, severity 4 of 5" in lines[0]
    assert "“Small print”, severity 1 of 5" in lines[1]
    press_row(window, "checks", 0)
    name(qtbot, window, "Call back", Key.Key_Tab)
    for field, text in (("owner", "Service"), ("due", "2027-01-31")):
        form_of(window).bound[field].field.focus_target().setFocus()
        type_in(window, text, Key.Key_Tab)
    [action] = document_of(window).journey.all(Action)
    assert (action.title, action.answers, action.owner, str(action.due)) == (
        "Call back",
        ("queue",),
        "Service",
        "2027-01-31",
    )


def test_the_lanes_of_a_service_blueprint_are_shown_and_one_is_filled(window: MainWindow, hand: Hand) -> None:
    command(window, "blueprint")
    keys(window, Key.Key_0, CTRL)
    lane = hand.canvas.map_layout.lanes["front_stage"].rect
    x, _y = hand.cell("after", "phone")
    hand.double_click((x, lane.y + lane.h / 2))
    hand.type("A human answers")
    hand.key(Key.Key_Return)
    journey = document_of(window).journey
    texts = [t.front_stage for t in journey.touchpoints] + [cell.text for cell in journey.all(LaneCell)]
    assert "A human answers" in texts


def test_a_to_be_version_is_made_and_compared(window: MainWindow, hand: Hand) -> None:
    command(window, "derive")
    hand.click("call")
    keys(window, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    command(window, "compare")
    compared = dialog(window, CompareDialog)
    assert "Touchpoint “Call”: from After, Contact centre to After, Web site" in [
        compared.list.item(row).text() for row in range(compared.list.count())
    ]


def test_a_list_of_stickies_is_pasted_into_a_stage(window: MainWindow, hand: Hand) -> None:
    QApplication.clipboard().setText("Asks a neighbour\nPosts a review\n")
    hand.click("after")
    keys(window, Key.Key_V, CTRL)
    assert [t.title for t in hand.document.journey.touchpoints if t.stage == "after"][-2:] == [
        "Asks a neighbour",
        "Posts a review",
    ]


def test_picture_and_workbook_land_beside_the_map(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    document_of(window).path = tmp_path / "shop.journey"
    keys(window, Key.Key_E, CTRL)
    QTest.mouseClick(dialog(window, ExportDialog).go, LEFT)
    assert window.exports._proposed(".png") == tmp_path / "shop.png"
    name_file(qtbot, window, tmp_path / "shop.png")
    qtbot.waitUntil(lambda: not window.exports.busy, timeout=30_000)
    keys(window, Key.Key_E, CTRL | SHIFT)
    name_file(qtbot, window, tmp_path / "shop.xlsx")
    qtbot.waitUntil(lambda: not window.exports.busy, timeout=30_000)
    assert QImageReader(str(tmp_path / "shop.png")).size().width() > 1000
    assert openpyxl.load_workbook(tmp_path / "shop.xlsx").sheetnames


def test_what_was_said_is_over_with_the_next_edit(window: MainWindow, hand: Hand) -> None:
    hand.click("search")
    keys(window, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    keys(window, Key.Key_Z, CTRL)
    assert window.status.message.text().startswith("Undone: ")
    keys(window, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.status.message.text() == ""


def test_a_long_title_leaves_the_zoom_its_room(window: MainWindow) -> None:
    document = document_of(window)
    add_counts(document.journey, "call", {0.0: 20, 10.0: 40})
    document.selection.set(["call"])
    place = window.status.zoom.geometry()
    with document.edit("Rename") as edit:
        edit.update("call", title="Calls again and again because nobody " * 5)
    window.status.refresh()
    QApplication.processEvents()
    assert window.status.zoom.geometry() == place
    assert window.status.rect().contains(window.status.zoom.geometry())
    assert window.status.score.width() <= window.status.width() // 3
