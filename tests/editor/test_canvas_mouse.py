"""The canvas under a mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap.editor.canvas.hit import add_channel_rect, add_stage_rect, handle_rect
from journeymap.editor.canvas.view import CanvasView
from journeymap.editor.document import Document
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.structure import Link, Touchpoint
from tests.editor.canvas_hand import Hand, small_map

SHIFT = Qt.KeyboardModifier.ShiftModifier
ESC = Qt.Key.Key_Escape


@pytest.fixture(params=["en", "fa"])
def hand(request: pytest.FixtureRequest, qtbot: QtBot) -> Hand:
    canvas = CanvasView(Document(small_map(request.param)))
    qtbot.addWidget(canvas)
    canvas.resize(1400, 800)
    canvas.show()
    qtbot.waitExposed(canvas)
    return Hand(canvas)


def touchpoint(hand: Hand, id: str) -> Touchpoint:
    return hand.document.journey.get(Touchpoint, id)


def test_a_click_selects_and_a_click_beside_selects_nothing(hand: Hand) -> None:
    hand.click("a")
    assert hand.selected == ["a"]
    hand.click("b", SHIFT)
    assert hand.selected == ["a", "b"]
    hand.click("b", SHIFT)
    assert hand.selected == ["a"]
    hand.click(hand.cell("s2", "c2"))
    assert hand.selected == []


def test_a_card_is_dragged_to_another_cell_in_one_step(hand: Hand) -> None:
    hand.drag("a", hand.cell("s2", "c2"))
    assert (touchpoint(hand, "a").stage, touchpoint(hand, "a").channel) == ("s2", "c2")
    assert hand.document.history.undo_label == "Move card"
    hand.document.undo()
    assert touchpoint(hand, "a").stage == "s0"
    assert hand.document.history.undo_label is None


def test_a_card_dropped_on_another_goes_before_or_after_it(hand: Hand) -> None:
    rect = hand.canvas.map_layout.cards["c"].rect
    hand.drag("a", (rect.x + 20, rect.centre[1]))
    assert touchpoint(hand, "a").order < touchpoint(hand, "c").order
    hand.document.undo()
    rect = hand.canvas.map_layout.cards["c"].rect
    hand.drag("a", (rect.right - 20, rect.centre[1]))
    assert touchpoint(hand, "a").order > touchpoint(hand, "c").order


def test_esc_drops_a_drag(hand: Hand) -> None:
    start = hand.press("a")
    hand.move(start, hand.at(hand.cell("s2", "c2")))
    hand.key(ESC)
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, pos=hand.at(hand.cell("s2", "c2")))
    assert touchpoint(hand, "a").stage == "s0"
    assert hand.document.history.undo_label is None


def test_several_selected_cards_move_together(hand: Hand) -> None:
    hand.click("a")
    hand.click("b", SHIFT)
    hand.drag("a", hand.cell("s2", "c0"))
    assert {touchpoint(hand, "a").stage, touchpoint(hand, "b").stage} == {"s2"}
    assert touchpoint(hand, "a").order < touchpoint(hand, "b").order
    assert (touchpoint(hand, "a").channel, touchpoint(hand, "b").channel) == ("c0", "c1")
    assert hand.document.history.undo_label == "Move cards"


def test_a_rubber_band_selects_what_it_touches(hand: Hand) -> None:
    layout = hand.canvas.map_layout
    b = layout.cards["b"].rect
    hand.drag((b.x - 8, layout.rows["c0"].rect.y + 4), (b.right + 8, b.bottom + 4))
    assert hand.selected == ["b"]
    hand.drag((layout.stages["s0"].rect.x + 4, layout.rows["c0"].rect.y + 4), (b.right + 8, b.bottom + 4))
    assert set(hand.document.selection.ids) == {"a", "b"}


def test_a_double_click_in_a_cell_adds_a_touchpoint_there(hand: Hand) -> None:
    hand.double_click(hand.cell("s1", "c2"))
    hand.type("Calls the shop")
    hand.key(Qt.Key.Key_Escape)
    assert len(hand.document.journey.touchpoints) == 3, "Esc takes back what was not kept"
    hand.double_click(hand.cell("s1", "c2"))
    hand.type("Calls the shop")
    hand.click(hand.cell("s2", "c0"))
    hand.leave()
    made = next(t for t in hand.document.journey.touchpoints if t.title == "Calls the shop")
    assert (made.stage, made.channel) == ("s1", "c2")
    assert hand.document.history.undo_label == "Add touchpoint"


def test_a_double_click_on_a_card_or_header_edits_its_title(hand: Hand) -> None:
    hand.double_click("b")
    assert hand.canvas.title_editor is not None
    hand.key(Qt.Key.Key_Escape)
    hand.double_click("s1")
    assert hand.canvas.title_editor is not None
    hand.canvas.title_editor.setPlainText("Buying")
    hand.key(Qt.Key.Key_Return)
    assert hand.document.journey.stages[1].title == "Buying"


def test_stages_and_channels_are_reordered_by_their_headers(hand: Hand) -> None:
    hand.drag("s0", "s2")
    assert [stage.id for stage in hand.document.journey.stages] in (["s1", "s0", "s2"], ["s1", "s2", "s0"])
    hand.document.undo()
    label = hand.canvas.map_layout.rows["c2"].label
    hand.drag("c0", (label.centre[0], label.bottom - 2))
    assert [channel.id for channel in hand.document.journey.channels] == ["c1", "c2", "c0"]


def test_a_link_is_drawn_from_a_handle_to_a_card(hand: Hand) -> None:
    hand.click("b")
    start = hand.canvas.pixels(handle_rect(hand.canvas.map_layout.cards["b"].rect)).center().toPoint()
    hand.drag(start, "c")
    assert ("b", "c") in {(link.source, link.target) for link in hand.document.journey.all(Link)}
    assert hand.document.history.undo_label == "Draw link"


def test_a_link_drawn_to_empty_ground_makes_its_touchpoint(hand: Hand) -> None:
    hand.click("b")
    start = hand.canvas.pixels(handle_rect(hand.canvas.map_layout.cards["b"].rect)).center().toPoint()
    hand.drag(start, hand.cell("s2", "c1"))
    hand.type("Unpacks it")
    hand.leave()
    made = next(t for t in hand.document.journey.touchpoints if t.title == "Unpacks it")
    assert (made.stage, made.channel) == ("s2", "c1")
    assert ("b", made.id) in {(link.source, link.target) for link in hand.document.journey.all(Link)}
    hand.document.undo()
    assert len(hand.document.journey.touchpoints) == 3


def test_a_link_can_be_selected_and_deleted(hand: Hand) -> None:
    route = hand.canvas.map_layout.routes["ab"]
    hand.click(route.points[0] if len(route.points) < 5 else route.points[3])
    if hand.selected != ["ab"]:
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = route.points[:4]
        hand.click(((x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8))
    assert hand.selected == ["ab"]
    hand.key(Qt.Key.Key_Delete)
    assert hand.document.journey.all(Link) == []


def test_the_plus_signs_add_a_stage_and_a_channel(hand: Hand) -> None:
    hand.click(add_stage_rect(hand.canvas.map_layout).centre)
    hand.type("Afterwards")
    hand.key(Qt.Key.Key_Return)
    assert [stage.title for stage in hand.document.journey.stages][-1] == "Afterwards"
    hand.click(add_channel_rect(hand.canvas.map_layout).centre)
    hand.type("Courier")
    hand.key(Qt.Key.Key_Return)
    assert [channel.title for channel in hand.document.journey.channels][-1] == "Courier"


def test_the_wheel_zooms_at_the_pointer(hand: Hand) -> None:
    canvas = hand.canvas
    before, place = canvas.zoom(), hand.at("b")
    under = canvas.camera.to_map(place.toPointF())
    hand.wheel("b", 3)
    assert canvas.zoom() > before * 1.3
    after = canvas.camera.to_map(place.toPointF())
    assert abs(after[0] - under[0]) < 2
    assert abs(after[1] - under[1]) < 2
    hand.wheel("b", -3, SHIFT)
    assert canvas.camera.to_map(place.toPointF())[0] != pytest.approx(after[0])


def test_the_middle_button_pans(hand: Hand) -> None:
    before = hand.canvas.camera
    start = QPoint(700, 400)
    hand.press(start, Qt.MouseButton.MiddleButton)
    hand.move(start, start + QPoint(120, -40))
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.MiddleButton, pos=start + QPoint(120, -40))
    assert (hand.canvas.camera.x - before.x, hand.canvas.camera.y - before.y) == (120, -40)


def test_after_panning_the_picture_is_the_same_as_painted_anew(hand: Hand) -> None:
    canvas = hand.canvas
    canvas.set_zoom(1.0)
    canvas._make_crisp()
    canvas.grab()
    canvas.look(canvas.camera.shifted(-37, 23))
    panned = canvas.grab().toImage()
    canvas._backing.forget()
    fresh = canvas.grab().toImage()
    differing = 0
    for y in range(0, fresh.height(), 5):
        for x in range(0, fresh.width(), 5):
            a, b = panned.pixelColor(x, y), fresh.pixelColor(x, y)
            differing += max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) > 40
    assert differing <= 20


def test_the_tools_add_pain_points_and_moments_of_truth_where_is_clicked(hand: Hand) -> None:
    hand.canvas.set_tool("pain")
    hand.click("c")
    hand.type("Too slow")
    hand.key(Qt.Key.Key_Return)
    assert [(pain.title, pain.on) for pain in hand.document.journey.all(PainPoint)] == [("Too slow", ("c",))]
    hand.canvas.set_tool("truth")
    hand.click("s1")
    hand.type("Price shown")
    hand.key(Qt.Key.Key_Return)
    assert [(truth.title, truth.on) for truth in hand.document.journey.all(MomentOfTruth)] == [("Price shown", "s1")]
    assert hand.canvas.tool == "select"


def test_the_context_menu_offers_what_fits_and_does_it(hand: Hand, qtbot: QtBot) -> None:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    point = hand.at("a")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, hand.canvas.mapToGlobal(point))
    QApplication.sendEvent(hand.canvas, event)
    menu = hand.canvas.menu
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert "Add pain point" in texts
    assert "Delete" in texts
    next(action for action in menu.actions() if action.text() == "Delete").trigger()
    menu.close()
    assert "a" not in hand.document.journey


def test_the_scroll_bars_appear_where_the_map_is_larger_than_the_view(hand: Hand) -> None:
    canvas = hand.canvas
    canvas.fit()
    assert not canvas.bars.across.isVisible()
    canvas.set_zoom(3.0)
    assert canvas.bars.across.isVisible()
    assert canvas.bars.down.isVisible()
    before = canvas.camera
    canvas.bars.across.setValue(canvas.bars.across.value() + 100)
    canvas.bars.down.setValue(canvas.bars.down.value() + 50)
    assert (before.x - canvas.camera.x, before.y - canvas.camera.y) == (100, 50)


def test_a_wide_map_opens_large_enough_to_read_where_reading_begins(qtbot: QtBot) -> None:
    for language in ("en", "fa"):
        journey = small_map(language)
        with journey.edit("Widen") as edit:
            for place in range(16):
                edit.add(Touchpoint, title=f"Step {place}", stage="s1", channel="c0", order=float(place))
        canvas = CanvasView(Document(journey))
        qtbot.addWidget(canvas)
        canvas.resize(800, 500)
        canvas.show()
        qtbot.waitExposed(canvas)
        assert canvas.zoom() == pytest.approx(0.45)
        first = canvas.pixels(canvas.map_layout.rows["c0"].label)
        assert 0 <= first.left() < first.right() <= 800
        canvas.fit()
        assert canvas.zoom() < 0.45


def test_names_of_stages_and_channels_stay_in_view(hand: Hand) -> None:
    canvas = hand.canvas
    canvas.set_zoom(2.0)
    card = canvas.map_layout.cards["c"].rect
    place = canvas.pixels(card).center().toPoint()
    canvas.look(canvas.camera.shifted(canvas.width() // 2 - place.x(), 60 - place.y()))
    canvas._make_crisp()
    band = canvas.grab().toImage()
    stage = canvas.pixels(canvas.map_layout.stages["s1"].header)
    assert stage.bottom() < 0, "the header itself is out of view"
    assert band.pixelColor(int(max(stage.left(), 0)) + 60, 3).name() == "#d3dce8"
