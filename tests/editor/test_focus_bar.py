"""The focus: chosen in the sheet, by the eye of a persona, said in bar and status bar."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.file_commands import Waiting
from journeymap.editor.focus_bar.bar import FocusBar
from journeymap.editor.focus_bar.sheet import FocusSheet
from journeymap.editor.focus_bar.state import counted, in_words, kept, toggled_persona, trimmed
from journeymap.editor.outline.delegate import button_rect
from journeymap.editor.outline.model import NODE_ROLE
from journeymap.editor.window import MainWindow
from journeymap.layout.focus import EVERYTHING, Focus
from journeymap.model.findings import Action
from journeymap.model.measures import Counts, Wave
from journeymap.model.people import Persona
from tests.editor.window_hand import CTRL, LEFT, SHIFT, document_of, keys, workspace_of


@pytest.fixture
def people(journey: Journey) -> Journey:
    """The small map with two personas, tags, an action and some answers."""
    with journey.edit("Fill") as edit:
        edit.add(Persona, id="p", title="Families", path=("search", "order"), order=0.0)
        edit.add(Persona, id="q", title="Offices", path=("order", "call"), order=1.0)
        edit.update("search", tags=("quick", "web"))
        edit.update("rate", tags=("Web",))
        edit.add(Action, id="a", title="Call back", answers=("queue",), status="doing")
        edit.add(Wave, id="w", title="Autumn")
        edit.add(Counts, target="order", wave="w", metric="nps", scale=(0.0, 10.0), values=((9.0, 50),))
    return journey


@pytest.fixture
def peopled(make_window: Callable[[], MainWindow], people: Journey) -> MainWindow:
    """A window with that map."""
    window = make_window()
    window.files.offer(Waiting(people))
    return window


def bar_of(window: MainWindow) -> FocusBar:
    """The thin bar."""
    bar = window.search.focus.bar
    assert bar is not None
    return bar


def sheet_of(window: MainWindow) -> FocusSheet:
    """The sheet, opened by its key."""
    sheet = window.search.focus.sheet
    if not sheet.isVisible():
        keys(window, Qt.Key.Key_F, CTRL | SHIFT)
    assert sheet.isVisible()
    return sheet


# -- in words and numbers


@pytest.mark.parametrize(
    ("focus", "n", "words"),
    [
        (Focus(), 4, ""),
        (Focus(personas=frozenset("p")), 2, "Families"),
        (Focus(personas=frozenset("pq")), 3, "Families · Offices"),
        (Focus(channels=frozenset({"phone"})), 1, "Contact centre"),
        (Focus(tags=frozenset({"quick", "Web"})), 2, "quick · Web"),
        (Focus(least_severity=4), 1, "severity 4 or more"),
        (Focus(least_severity=5), 0, "severity 5"),
        (Focus(statuses=frozenset({"doing"})), 1, "actions: In progress"),
        (Focus(statuses=frozenset({"done"})), 0, "actions: Done"),
        (Focus(assumed_only=True), 3, "only assumed"),
        (Focus(personas=frozenset("q"), channels=frozenset({"web"})), 1, "Offices · Web site"),
    ],
)
def test_what_is_looked_at_and_how_much_remains(people: Journey, focus: Focus, n: int, words: str) -> None:
    assert kept(people, focus) == n
    assert in_words(people, focus) == words
    assert counted(people, focus) == f"{n} of 4 touchpoints"


def test_what_is_gone_from_the_map_goes_from_the_focus(people: Journey) -> None:
    focus = Focus(frozenset("pq"), frozenset({"phone"}), frozenset({"quick"}), 2, frozenset({"doing"}), True)
    assert trimmed(people, focus) == focus
    with people.edit("Remove") as edit:
        edit.remove("p", "phone")
        edit.update("search", tags=())
    assert trimmed(people, focus) == Focus(
        frozenset("q"), least_severity=2, statuses=frozenset({"doing"}), assumed_only=True
    )


def test_an_eye_shows_or_fades_one_persona(people: Journey) -> None:
    only_q = toggled_persona(people, Focus(least_severity=3), "p")
    assert only_q == Focus(personas=frozenset("q"), least_severity=3)
    assert toggled_persona(people, only_q, "p") == Focus(least_severity=3)
    assert toggled_persona(people, only_q, "q") == Focus(least_severity=3)  # nobody left means everybody


# -- the sheet


def test_every_choice_counts_at_once(peopled: MainWindow) -> None:
    document, sheet = document_of(peopled), sheet_of(peopled)
    QTest.mouseClick(sheet.personas["q"], LEFT, pos=QPoint(8, sheet.personas["q"].height() // 2))
    assert document.focus == Focus(personas=frozenset("q"))
    assert sheet.count.text() == "2 of 4 touchpoints"
    sheet.channels["phone"].click()
    assert document.focus.channels == {"phone"}
    sheet.channels["phone"].click()
    sheet.tags["web"].click()
    assert sheet.count.text() == "0 of 4 touchpoints"
    sheet.tags["web"].click()
    sheet.severity.button(4).click()
    sheet.statuses["doing"].click()
    sheet.assumed.click()
    assert document.focus == Focus(frozenset("q"), least_severity=4, statuses=frozenset({"doing"}), assumed_only=True)
    assert sheet.count.text() == "1 of 4 touchpoints"
    sheet.everything.click()
    assert document.focus == EVERYTHING
    assert not sheet.personas["q"].isChecked()
    assert sheet.severity.checkedId() == 0
    assert not sheet.everything.isEnabled()


def test_it_offers_what_the_map_has(peopled: MainWindow) -> None:
    sheet = sheet_of(peopled)
    assert list(sheet.personas) == ["p", "q"]
    assert list(sheet.channels) == ["web", "phone"]
    assert list(sheet.tags) == ["quick", "web", "Web"] or list(sheet.tags) == ["quick", "Web", "web"]
    assert peopled.rect().contains(sheet.geometry())
    keys(peopled, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    with document_of(peopled).edit("Rename") as edit:
        edit.update("p", title="Big & small families")
        edit.remove("q")
    sheet = sheet_of(peopled)
    assert list(sheet.personas) == ["p"]
    assert sheet.personas["p"].accessibleName() == "Big & small families"


def test_by_keyboard_alone(peopled: MainWindow) -> None:
    sheet = sheet_of(peopled)
    assert peopled.focusWidget() is sheet.personas["p"]
    keys(peopled, Qt.Key.Key_Space)
    assert document_of(peopled).focus.personas == {"p"}
    keys(peopled, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert document_of(peopled).focus.personas == {"p"}


def test_a_map_of_nothing_has_a_sheet_too(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    window.files.offer(Waiting(Journey("Empty")))
    sheet = sheet_of(window)
    assert sheet.personas == sheet.channels == {}
    assert sheet.count.text() == "0 of 0 touchpoints"
    assert window.focusWidget() is sheet.assumed


def test_it_stays_within_a_small_window_of_either_direction(peopled: MainWindow) -> None:
    sheet = sheet_of(peopled)
    peopled.resize(900, 560)
    QApplication.processEvents()
    assert peopled.rect().contains(sheet.place())
    peopled.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert peopled.rect().contains(sheet.place())
    assert not sheet.grab().isNull()


# -- where it is said


def test_bar_status_and_button_say_that_a_part_is_looked_at(peopled: MainWindow) -> None:
    bar, document = bar_of(peopled), document_of(peopled)
    assert not bar.isVisible()
    assert not peopled.status.focus.isVisible()
    document.set_focus(Focus(personas=frozenset("p")))
    assert bar.isVisible()
    assert (bar.count.text(), bar.words.text()) == ("2 of 4 touchpoints", "Families")
    assert peopled.status.focus.text() == "Focus: 2 of 4 touchpoints"
    assert peopled.actions_table["focus"].isChecked()
    assert peopled.actions_table["show-all"].isEnabled()
    bar.everything.click()
    assert not document.focus
    assert not bar.isVisible()
    assert not peopled.status.focus.isVisible()
    assert not peopled.actions_table["focus"].isChecked()
    assert not peopled.actions_table["show-all"].isEnabled()


def test_that_nothing_fits_is_said(peopled: MainWindow) -> None:
    document_of(peopled).set_focus(Focus(least_severity=5))
    assert bar_of(peopled).words.text() == "severity 5: nothing on the map fits"


def test_the_bar_opens_the_sheet(peopled: MainWindow) -> None:
    document_of(peopled).set_focus(Focus(personas=frozenset("p")))
    bar_of(peopled).change.click()
    sheet = peopled.search.focus.sheet
    assert sheet.isVisible()
    assert sheet.personas["p"].isChecked()
    peopled.actions_table["focus"].trigger()
    assert not sheet.isVisible()
    assert peopled.actions_table["focus"].isChecked()


def test_esc_on_the_map_leaves_the_focus(peopled: MainWindow) -> None:
    document = document_of(peopled)
    document.set_focus(Focus(personas=frozenset("p")))
    document.selection.set(["search"])
    workspace_of(peopled).canvas.setFocus()
    keys(peopled, Qt.Key.Key_Escape)
    keys(peopled, Qt.Key.Key_Escape)
    assert not document.selection
    assert document.focus.personas == {"p"}


def test_it_follows_the_map(peopled: MainWindow, qtbot: QtBot) -> None:
    document = document_of(peopled)
    document.set_focus(Focus(personas=frozenset("p")))
    with document.edit("Extend path") as edit:
        edit.update("p", path=("search", "order", "rate"))
    qtbot.waitUntil(lambda: bar_of(peopled).count.text() == "3 of 4 touchpoints")
    with document.edit("Remove") as edit:
        edit.remove("p")
    qtbot.waitUntil(lambda: not document.focus)
    assert not bar_of(peopled).isVisible()


def test_the_map_fades_what_is_not_looked_at(peopled: MainWindow) -> None:
    canvas = workspace_of(peopled).canvas
    document_of(peopled).set_focus(Focus(channels=frozenset({"phone"})))
    assert {"search", "order", "rate"} <= canvas.picture.scene.faded
    assert "call" not in canvas.picture.scene.faded


def test_another_map_is_looked_at_as_a_whole(peopled: MainWindow) -> None:
    document_of(peopled).set_focus(Focus(personas=frozenset("p")))
    peopled.files.let_go()
    peopled.files.new_from("blank")
    assert not document_of(peopled).focus
    assert not peopled.status.focus.isVisible()
    assert not peopled.actions_table["focus"].isChecked()


# -- the eye in the outline


def test_the_eye_of_a_persona(peopled: MainWindow) -> None:
    document, outline = document_of(peopled), workspace_of(peopled).outline
    index = outline.outline_model.index_of_id("q")
    place = button_rect(index.data(NODE_ROLE), outline.visualRect(index), False)
    assert place is not None
    QTest.mouseClick(outline.viewport(), LEFT, pos=place.center())
    assert document.focus == Focus(personas=frozenset("p"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Offices, faded"
    assert not document.selection
    outline.setFocus()
    outline.setCurrentIndex(index)
    QTest.keyClick(outline, Qt.Key.Key_Space)
    assert document.focus == EVERYTHING
    assert not outline.grab().isNull()


def test_a_persona_alone_by_its_menu(peopled: MainWindow) -> None:
    document, outline = document_of(peopled), workspace_of(peopled).outline
    index = outline.outline_model.index_of_id("q")
    outline._open_menu(index.data(NODE_ROLE), QPoint(5, 5))
    menu = outline.menu
    assert menu is not None
    entries = {action.text(): action for action in menu.actions()}
    assert not entries["Look at all personas"].isEnabled()
    entries["Look at this persona only"].trigger()
    assert document.focus == Focus(personas=frozenset("q"))
    menu.close()


def test_a_single_persona_has_no_eye(peopled: MainWindow) -> None:
    with document_of(peopled).edit("Remove") as edit:
        edit.remove("q")
    outline = workspace_of(peopled).outline
    index = outline.outline_model.index_of_id("p")
    assert button_rect(index.data(NODE_ROLE), outline.visualRect(index), False) is None


def test_it_speaks_the_language(marked_language: None, peopled: MainWindow) -> None:
    document_of(peopled).set_focus(Focus(personas=frozenset("p"), least_severity=2))
    sheet, bar = sheet_of(peopled), bar_of(peopled)
    for text in (sheet.count.text(), sheet.assumed.text(), sheet.everything.text(), bar.count.text(), bar.words.text()):
        assert "⟦" in text
    assert all("⟦" in check.accessibleName() for check in sheet.statuses.values())
    assert "⟦" in peopled.status.focus.text()
