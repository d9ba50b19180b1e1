"""Lanes, notes and images on the canvas, under a hand."""

import base64

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap.editor.canvas.view import CanvasView
from journeymap.editor.document import Document
from journeymap.layout.draw_emotion import card_places, height
from journeymap.layout.focus import Focus
from journeymap.layout.shapes import Rect
from journeymap.model.content import Image, Lane, LaneCell, Note
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Touchpoint
from tests.editor.canvas_hand import Hand, small_map

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(params=["en", "fa"])
def hand(request: pytest.FixtureRequest, qtbot: QtBot) -> Hand:
    journey = small_map(request.param)
    with journey.edit("Lanes") as edit:
        edit.add(Lane, id="own", title="Promise")
        edit.update("journey", lanes=("does", "emotion", "pain", "own"))
        edit.update("a", does="Sees it twice")
        edit.add(Persona, id="p", title="First flat", path=("a", "b"))
        edit.add(Emotion, id="ea", persona="p", touchpoint="a", value=1.0)
    canvas = CanvasView(Document(journey))
    qtbot.addWidget(canvas)
    canvas.resize(1500, 1000)
    canvas.show()
    qtbot.waitExposed(canvas)
    return Hand(canvas)


def dot(hand: Hand, touchpoint: str, value: float) -> tuple[float, float]:
    lane = hand.canvas.map_layout.lanes["emotion"]
    return card_places(hand.canvas.picture.scene)[touchpoint], height(lane, value)


def felt(hand: Hand) -> dict[str, float]:
    return {emotion.touchpoint: emotion.value for emotion in hand.document.journey.all(Emotion)}


def test_dragging_a_point_sets_the_emotion_in_whole_steps(hand: Hand) -> None:
    hand.drag(dot(hand, "a", 1.0), dot(hand, "a", -1.7))
    assert felt(hand) == {"a": -2.0}
    assert hand.document.history.undo_label == "Set emotion"
    hand.document.undo()
    assert felt(hand) == {"a": 1.0}


def test_with_shift_it_stands_in_between(hand: Hand) -> None:
    start = hand.press(dot(hand, "a", 1.0))
    end = hand.at(dot(hand, "a", -0.6))
    hand.move(start, end)
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, SHIFT, end)
    assert felt(hand)["a"] == pytest.approx(-0.6, abs=0.11)


def test_under_a_card_without_a_feeling_one_is_made(hand: Hand) -> None:
    hand.drag(dot(hand, "c", 0.0), dot(hand, "c", 2.0))
    assert felt(hand)["c"] == 2.0


def test_esc_leaves_the_feeling_as_it_was(hand: Hand) -> None:
    start = hand.press(dot(hand, "a", 1.0))
    hand.move(start, hand.at(dot(hand, "a", -2.0)))
    hand.key(ESC)
    assert felt(hand) == {"a": 1.0}


def box(hand: Hand, lane: str, stage: str) -> tuple[float, float]:
    return next(t for t in hand.canvas.map_layout.texts if t.lane == lane and t.stage == stage).rect.centre


def test_a_text_in_a_lane_is_typed_in_its_place(hand: Hand) -> None:
    hand.double_click(box(hand, "does", "s0"))
    assert hand.canvas.title_editor is not None
    assert hand.canvas.title_editor.toPlainText() == "Sees it twice"
    hand.canvas.title_editor.setPlainText("Sees it\nthree times")
    hand.key(ENTER)
    assert hand.document.journey.get(Touchpoint, "a").does == "Sees it\nthree times"
    assert hand.document.history.undo_label == "Edit text"


def test_an_empty_place_in_an_own_lane_gets_a_cell_and_loses_it_again(hand: Hand) -> None:
    hand.double_click(box(hand, "own", "s1"))
    hand.type("Delivered on the day")
    hand.key(ENTER)
    assert [(c.stage, c.text) for c in hand.document.journey.all(LaneCell)] == [("s1", "Delivered on the day")]
    hand.double_click(box(hand, "own", "s1"))
    assert hand.canvas.title_editor is not None
    hand.canvas.title_editor.setPlainText("")
    hand.key(ENTER)
    assert hand.document.journey.all(LaneCell) == []


def test_a_note_is_laid_down_typed_moved_and_stays_with_its_card(hand: Hand) -> None:
    hand.canvas.set_tool("note")
    hand.click("b")
    hand.type("Ask the shop")
    hand.key(ENTER)
    (note,) = hand.document.journey.all(Note)
    assert (note.text, note.on) == ("Ask the shop", "b")
    assert hand.document.history.undo_label == "Add note"
    hand.document.selection.clear()
    rect = hand.canvas.map_layout.notes[note.id].rect
    hand.drag(rect.centre, (rect.centre[0] + 60, rect.centre[1] + 30))
    moved = hand.document.journey.get(Note, note.id)
    assert moved.x - note.x == pytest.approx(60, abs=3)
    assert moved.y - note.y == pytest.approx(30, abs=3)


def test_a_note_left_empty_leaves_nothing(hand: Hand) -> None:
    hand.canvas.add_note()
    hand.key(ESC)
    assert hand.document.journey.all(Note) == []
    assert hand.document.history.undo_label is None


def png(colour: str = "#C62828") -> bytes:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows paths only
    return bytes(store.data())


def test_an_image_is_stored_once_and_painted(hand: Hand) -> None:
    hand.canvas.add_image(png())
    hand.canvas.add_image(png())
    assert len(hand.document.journey.all(Note)) == 2
    (image,) = hand.document.journey.all(Image)
    assert (image.type, image.width, image.height) == ("image/png", 40, 20)
    assert base64.b64decode(image.data) == png()
    note = hand.document.journey.all(Note)[0]
    place = hand.canvas.pixels(hand.canvas.map_layout.notes[note.id].rect).center().toPoint()
    hand.document.selection.clear()
    assert hand.canvas.grab().toImage().pixelColor(place).name() == "#c62828"


def test_what_is_no_image_is_refused_with_a_sentence(hand: Hand) -> None:
    said: list[str] = []
    hand.canvas.message.connect(said.append)
    hand.canvas.add_image(b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>")
    assert "PNG" in said[-1]
    assert hand.document.journey.all(Image) == []


def test_an_image_on_the_clipboard_is_pasted(hand: Hand) -> None:
    QGuiApplication.clipboard().setImage(QImage.fromData(png("#2E8B45")))
    hand.canvas.paste()
    assert len(hand.document.journey.all(Image)) == 1


def test_what_is_out_of_focus_fades(hand: Hand) -> None:
    pixels = hand.canvas.pixels
    card = hand.canvas.map_layout.cards["c"].rect
    place = pixels(Rect(card.x + 5, card.y - 0.2, card.w - 10, 1)).center().toPoint()
    before = hand.canvas.grab().toImage()
    hand.document.set_focus(Focus(personas=frozenset({"p"})))
    after = hand.canvas.grab().toImage()
    assert "c" in hand.canvas.picture.scene.faded
    assert "a" not in hand.canvas.picture.scene.faded
    assert before.pixelColor(place).lightness() < after.pixelColor(place).lightness()


def test_with_a_persona_selected_its_own_feelings_are_drawn(hand: Hand) -> None:
    with hand.document.edit("Add persona") as edit:
        edit.add(Persona, id="q", title="Family", order=1.0)
    hand.document.selection.set(["q"])
    hand.drag(dot(hand, "a", 1.0), dot(hand, "a", -2.0))
    hand.drag(dot(hand, "c", 0.0), dot(hand, "c", 1.0))
    found = {(emotion.persona, emotion.touchpoint): emotion.value for emotion in hand.document.journey.all(Emotion)}
    assert found == {("p", "a"): 1.0, ("q", "a"): -2.0, ("q", "c"): 1.0}
    assert hand.selected == ["q"]


def test_beside_a_dot_the_persona_without_a_feeling_gets_one(hand: Hand) -> None:
    with hand.document.edit("Add persona") as edit:
        edit.add(Persona, id="q", title="Family", order=1.0)
    hand.drag(dot(hand, "a", -1.0), dot(hand, "a", -2.0))
    found = {(emotion.persona, emotion.touchpoint): emotion.value for emotion in hand.document.journey.all(Emotion)}
    assert found == {("p", "a"): 1.0, ("q", "a"): -2.0}
