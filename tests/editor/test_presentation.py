"""A presentation, driven as a hand, a keyboard and a clicker would."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.file_commands import Waiting
from journeymap.editor.presentation.bar import BUTTONS
from journeymap.editor.presentation.keys import LETTERS, STEPS
from journeymap.editor.presentation.strip import dots_of
from journeymap.editor.presentation.view import Presentation
from journeymap.editor.window import MainWindow
from tests.editor.presentation_hand import LEFT, NO_KEYS, at, key, move_mouse, picture, settle, talk_map, wheel
from tests.editor.window_hand import document_of, keys

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
Maker = Callable[..., Presentation]


@pytest.fixture
def present(qtbot: QtBot) -> Maker:
    """Makes presentations of a map, 1366 × 768, that are shown and have the focus."""

    def make(journey: Journey | None = None, **how: str) -> Presentation:
        shown = Presentation(Document(journey or talk_map()), **how)  # type: ignore[arg-type]
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(shown)
        shown.resize(1366, 768)
        with qtbot.waitActive(shown):
            shown.show()
            shown.activateWindow()
        shown.setFocus()
        return shown

    return make


# -- from the window


@pytest.fixture
def talk_window(window: MainWindow) -> MainWindow:
    window.files.offer(Waiting(talk_map()))
    return window


def shown_by(window: MainWindow) -> Presentation:
    assert window.presents.shown is not None
    return window.presents.shown


def test_f5_presents_and_esc_ends(talk_window: MainWindow, qtbot: QtBot) -> None:
    keys(talk_window, Key.Key_F5)
    shown = shown_by(talk_window)
    assert shown.isFullScreen()
    assert at(shown) == "journey"
    key(shown, Key.Key_Right)
    assert at(shown) == "s0"
    key(shown, Key.Key_Escape)
    assert talk_window.presents.shown is None
    qtbot.waitUntil(lambda: not talk_window.findChildren(Presentation))


def test_it_begins_with_what_is_selected(talk_window: MainWindow) -> None:
    document_of(talk_window).selection.set(["late"])
    keys(talk_window, Key.Key_F5, SHIFT)
    assert at(shown_by(talk_window)) == "t3"
    talk_window.presents.end()
    document_of(talk_window).selection.clear()
    keys(talk_window, Key.Key_F5, SHIFT)
    assert at(shown_by(talk_window)) == "journey"


def test_the_way_is_the_same_the_next_time(talk_window: MainWindow) -> None:
    talk_window.presents.present()
    shown_by(talk_window).choose("touchpoints", "bo")
    talk_window.presents.end()
    talk_window.presents.present()
    assert (shown_by(talk_window).talk.way, shown_by(talk_window).talk.persona) == ("touchpoints", "bo")


def test_without_a_map_there_is_nothing_to_present(empty_window: MainWindow) -> None:
    assert not empty_window.actions_table["present"].isEnabled()
    empty_window.presents.present()
    empty_window.presents.present_from_here()
    assert empty_window.presents.shown is None


def test_a_map_that_is_closed_ends_its_presentation(talk_window: MainWindow) -> None:
    talk_window.presents.present()
    talk_window.files.let_go()
    assert talk_window.presents.shown is None


def test_the_workshop_menu_has_it(talk_window: MainWindow) -> None:
    names = [action.objectName() for action in talk_window.menus["workshop"].actions() if not action.isSeparator()]
    assert names[:2] == ["present", "present-here"]


# -- keys


@pytest.mark.parametrize("which", [k for k, what in STEPS.items() if what == "next"])
def test_next(present: Maker, which: Qt.Key) -> None:
    shown = present()
    key(shown, which)
    assert at(shown) == "s0"


@pytest.mark.parametrize("which", [k for k, what in STEPS.items() if what == "back"])
def test_back(present: Maker, which: Qt.Key) -> None:
    shown = present(at="s1")
    key(shown, which)
    assert at(shown) == "s0"


def test_home_and_end(present: Maker) -> None:
    shown = present()
    key(shown, Key.Key_End)
    assert at(shown) == "s2"
    key(shown, Key.Key_Right)
    assert at(shown) == "s2"
    key(shown, Key.Key_Home)
    assert at(shown) == "journey"
    key(shown, Key.Key_Left)
    assert at(shown) == "journey"


def test_arrows_follow_the_direction_of_reading(present: Maker) -> None:
    shown = present(talk_map("fa"))
    key(shown, Key.Key_Left)
    assert at(shown) == "s0"
    key(shown, Key.Key_PageDown)
    assert at(shown) == "s1"
    key(shown, Key.Key_Right)
    assert at(shown) == "s0"


def test_digits_choose_the_way_and_the_persona(present: Maker) -> None:
    shown = present(at="s1")
    key(shown, Key.Key_2)
    assert (shown.talk.way, at(shown)) == ("touchpoints", "t2")
    key(shown, Key.Key_3)
    assert shown.talk.persona == "ann"
    key(shown, Key.Key_3)
    assert shown.talk.persona == "bo"
    key(shown, Key.Key_3)
    assert shown.talk.persona == ""
    key(shown, Key.Key_1)
    assert (shown.talk.way, at(shown)) == ("stages", "s1")


@pytest.mark.parametrize("which", [Key.Key_B, Key.Key_Period])
def test_black_out(present: Maker, which: Qt.Key) -> None:
    shown = present(at="s1")
    key(shown, which)
    assert {QColor(picture(shown).pixel(x, 300)).name() for x in range(0, 1366, 50)} == {"#000000"}
    key(shown, which)
    assert not shown.black
    assert QColor(picture(shown).pixel(1360, 300)).name() != "#000000"


def test_the_first_key_in_the_dark_only_makes_light(present: Maker) -> None:
    shown = present(at="s1")
    key(shown, Key.Key_B)
    key(shown, Key.Key_Right)
    assert (shown.black, at(shown)) == (False, "s1")
    key(shown, Key.Key_B)
    QTest.mouseClick(shown, LEFT, NO_KEYS, QPoint(400, 300))
    assert (shown.black, at(shown)) == (False, "s1")


def test_esc_ends_even_in_the_dark(present: Maker) -> None:
    shown = present()
    key(shown, Key.Key_B)
    key(shown, Key.Key_Escape)
    assert not shown.isVisible()


def test_no_letter_means_two_things() -> None:
    assert len({keys for keys, _what in LETTERS}) == len(LETTERS)
    assert {"timer", "black", "screen"} <= {what for _keys, what in LETTERS}
    assert {what for what, *_rest in BUTTONS} <= {what for _keys, what in LETTERS} | {"end"}


# -- mouse


def test_clicks_and_the_wheel_go_on_and_back(present: Maker) -> None:
    shown = present()
    QTest.mouseClick(shown, LEFT, NO_KEYS, QPoint(400, 300))
    assert at(shown) == "s0"
    settle(shown)
    wheel(shown, -120)
    assert at(shown) == "s1"
    settle(shown)
    QTest.mouseClick(shown, Qt.MouseButton.RightButton, NO_KEYS, QPoint(400, 300))
    assert at(shown) == "s0"
    settle(shown)
    wheel(shown, 120)
    assert at(shown) == "journey"


def test_a_touch_pad_goes_one_step_at_a_time(present: Maker) -> None:
    shown = present()
    for _turn in range(7):
        wheel(shown, -30)
    assert at(shown) == "s0"
    settle(shown)
    for _turn in range(3):
        wheel(shown, -30)
    assert at(shown) == "s0"


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_dot_is_gone_to(present: Maker, language: str) -> None:
    shown = present(talk_map(language))
    dot = dots_of(shown.talk.steps, shown.slide.places)[2]
    x = 1366 - dot.x if language == "fa" else dot.x
    QTest.mouseClick(shown, LEFT, NO_KEYS, QPoint(round(x), round(dot.y)))
    assert at(shown) == "s1"


def test_many_steps_have_a_bar_instead_of_dots(present: Maker, big_journey: Callable[[int], Journey]) -> None:
    shown = present(big_journey(300), way="touchpoints")
    assert dots_of(shown.talk.steps, shown.slide.places) == []
    picture(shown)


# -- the bar


def test_the_bar_comes_with_the_pointer_and_goes_when_it_rests(present: Maker) -> None:
    shown = present()
    assert shown.bar is not None
    assert not shown.bar.isVisible()
    move_mouse(shown, 300, 400)
    assert shown.bar.isVisible()
    assert shown.cursor().shape() == Qt.CursorShape.ArrowCursor
    shown.hide_bar()
    assert not shown.bar.isVisible()
    assert shown.cursor().shape() == Qt.CursorShape.BlankCursor


def test_the_bar_chooses_way_and_path_and_leaves_the_keys_alone(present: Maker) -> None:
    shown = present(at="s1")
    bar = shown.bar
    assert bar is not None
    move_mouse(shown, 300, 400)
    QTest.mouseClick(bar.ways.buttons["touchpoints"], LEFT)
    assert at(shown) == "t2"
    assert [bar.personas.itemText(row) for row in range(bar.personas.count())] == ["All touchpoints", "Ann", "Bo"]
    bar.personas.setCurrentIndex(2)
    bar.personas.activated.emit(2)
    assert (shown.talk.persona, at(shown)) == ("bo", "t3")
    assert shown.hasFocus()
    key(shown, Key.Key_Tab)
    assert shown.hasFocus()
    key(shown, Key.Key_Right)
    assert at(shown) == "t5"


def test_the_buttons_do_what_their_keys_do(present: Maker) -> None:
    shown = present()
    assert shown.bar is not None
    move_mouse(shown, 300, 400)
    QTest.mouseClick(shown.bar.buttons["timer"], LEFT)
    assert shown.watch.running
    QTest.mouseClick(shown.bar.buttons["black"], LEFT)
    assert shown.black
    assert not shown.bar.isVisible()
    shown.do("black")
    move_mouse(shown, 300, 400)
    assert not shown.bar.buttons["screen"].isVisible()
    QTest.mouseClick(shown.bar.buttons["end"], LEFT)
    assert not shown.isVisible()


# -- timer, moves, changes


def timed(shown: Presentation) -> bool:
    return shown.watch.running


def test_the_timer_starts_and_rests(present: Maker) -> None:
    shown = present()
    before = picture(shown)
    key(shown, Key.Key_T)
    assert timed(shown)
    assert picture(shown) != before
    key(shown, Key.Key_Right)
    key(shown, Key.Key_T)
    assert not timed(shown)


def moves(shown: Presentation) -> bool:
    return shown.moving


def test_the_view_moves_and_arrives(present: Maker, qtbot: QtBot) -> None:
    shown = present()
    key(shown, Key.Key_Right)
    assert moves(shown)
    settle(shown)
    assert not moves(shown)
    still = picture(shown)
    assert still == picture(shown)
    shown.go(0)
    qtbot.waitUntil(lambda: not moves(shown))
    assert shown._look().view == shown.slide.view


def test_a_presentation_alters_nothing(present: Maker) -> None:
    journey = talk_map()
    shown = present(journey)
    before, revision = dict(journey.records), journey.revision
    for which in (*STEPS, Key.Key_Delete, Key.Key_A, Key.Key_Tab, Key.Key_F2):
        if which != Key.Key_Escape:
            key(shown, which)
    for letter, _what in LETTERS:
        QTest.keyClicks(shown, letter)
    picture(shown)
    assert journey.revision == revision
    assert dict(journey.records) == before


def test_it_follows_the_map(present: Maker) -> None:
    shown = present(at="t3")
    document = shown.document
    settle(shown)
    before = picture(shown)
    with document.edit("Rename") as edit:
        edit.update("t3", title="Flies")
    assert shown.accessibleName() == "Flies"
    assert picture(shown) != before
    with document.edit("Delete") as edit:
        edit.remove("t3")
    assert at(shown) == "t2"
    document.undo()
    assert "t3" in [step.id for step in shown.talk.steps]
    with document.edit("Delete") as edit:
        edit.remove("s0", "s1", "s2")
    assert at(shown) == "journey"
    picture(shown)


def test_it_follows_the_heat(present: Maker) -> None:
    from dataclasses import replace

    shown = present(at="t3")
    settle(shown)
    before = picture(shown)
    shown.document.set_heat(replace(shown.document.heat, on=False))
    assert picture(shown) != before


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768), (1280, 720), (640, 480)])
@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_step_can_be_painted_on_every_screen(present: Maker, size: tuple[int, int], language: str) -> None:
    shown = present(talk_map(language))
    shown.resize(*size)
    for way in ("1", "2"):
        QTest.keyClicks(shown, way)
        for index in range(len(shown.talk.steps)):
            shown.go(index)
            settle(shown)
            image = picture(shown)
            assert QColor(image.pixel(2, 2)) != QColor("#000000")


@pytest.mark.usefixtures("marked_language")
def test_all_words_of_the_bar_are_translated(present: Maker) -> None:
    shown = present()
    assert shown.bar is not None
    buttons = [*shown.bar.buttons.values(), *shown.bar.ways.buttons.values()]
    assert all("⟦" in button.text() for button in buttons)
    assert "⟦" in shown.bar.personas.itemText(0)
    assert "⟦" in shown.windowTitle()
