"""Find and replace, driven by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.editor.find.bar import FindBar
from journeymap.editor.window import MainWindow
from journeymap.model.content import Lane, LaneCell
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Touchpoint
from tests.editor.window_hand import CTRL, SHIFT, document_of, keys, workspace_of

RETURN = Qt.Key.Key_Return


def bar_of(window: MainWindow) -> FindBar:
    """The bar of the open map."""
    bar = window.search.finding.bar
    assert bar is not None
    return bar


def finding(window: MainWindow, text: str) -> FindBar:
    """The bar, opened by its key, with a text sought."""
    keys(window, Qt.Key.Key_F, CTRL)
    bar = bar_of(window)
    assert bar.isVisible()
    bar.field.setText(text)
    keys(window, RETURN)
    return bar


def replacing(window: MainWindow, text: str, by: str) -> FindBar:
    """As `finding`, with what to put in its place."""
    bar = finding(window, text)
    keys(window, Qt.Key.Key_H, CTRL)
    assert window.focusWidget() is bar.with_field
    bar.with_field.setText(by)
    return bar


@pytest.fixture
def full(window: MainWindow) -> MainWindow:
    """The small map with more to read in it: “wait” stands in it five times."""
    with document_of(window).edit("Fill") as edit:
        edit.update("search", does="They wait, and wait again.")
        edit.update("queue", title="Waiting in a queue")
        edit.add(Persona, id="p", title="Families", segment="Families who wait", quote="Don't make us wait")
    return window


def test_hits_are_counted_selected_and_named(full: MainWindow) -> None:
    bar = finding(full, "wait")
    document = document_of(full)
    assert bar.count.text() == "1 of 5"
    assert document.selection.ids == ("search",)
    assert bar.where.text() == "What the customer does of “Search”: They wait, and wait again."
    keys(full, RETURN)
    assert bar.count.text() == "2 of 5"
    keys(full, RETURN)
    assert document.selection.ids == ("p",)
    keys(full, RETURN, SHIFT)
    assert bar.count.text() == "2 of 5"
    assert full.focusWidget() is bar.field


def test_f3_goes_on_from_anywhere_and_round_the_end(full: MainWindow) -> None:
    bar = finding(full, "wait")
    workspace_of(full).canvas.setFocus()
    keys(full, Qt.Key.Key_F3)
    assert bar.count.text() == "2 of 5"
    keys(full, Qt.Key.Key_F3, SHIFT)
    keys(full, Qt.Key.Key_F3, SHIFT)
    assert bar.count.text() == "5 of 5"
    assert full.status.message.text() == "The search goes on from the end."
    keys(full, Qt.Key.Key_F3)
    assert full.status.message.text() == "The search goes on from the start."


def test_what_is_typed_is_sought_a_moment_later(full: MainWindow, qtbot: QtBot) -> None:
    bar = finding(full, "")
    QTest.keyClicks(bar.field, "queue")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
    assert document_of(full).selection.ids == ("queue",)


def test_the_search_begins_with_what_is_selected(full: MainWindow) -> None:
    document_of(full).selection.set(["queue"])
    assert finding(full, "wait").count.text() == "5 of 5"


def test_esc_closes_the_bar_and_the_hit_stays_selected(full: MainWindow) -> None:
    bar = finding(full, "queue")
    keys(full, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert document_of(full).selection.ids == ("queue",)
    assert full.focusWidget() is workspace_of(full).canvas
    keys(full, Qt.Key.Key_F3)
    assert bar.isVisible()


def test_case_whole_words_and_scope(full: MainWindow) -> None:
    bar = finding(full, "wait")
    bar.exact.click()
    assert bar.count.text() == "1 of 4"
    bar.words.click()
    bar.exact.click()
    assert bar.count.text() == "1 of 4"
    bar.words.click()
    for scope, count in (("titles", 1), ("texts", 4), ("persona", 2), ("stage", 0), ("all", 5)):
        bar.scope.setCurrentIndex(bar.scope.findData(scope))
        assert len(bar.finder.hits) == count
    assert bar.scope.findData("counts") == -1


def test_not_found_is_said_in_words(full: MainWindow) -> None:
    bar = finding(full, "zebra")
    assert bar.count.text() == "Not found"
    assert not bar.after.isEnabled()
    keys(full, RETURN)
    bar.field.setText("")
    keys(full, RETURN)
    assert bar.count.text() == ""


def test_marked_text_is_sought(full: MainWindow) -> None:
    document_of(full).selection.set(["search"])
    inspector = workspace_of(full).inspector
    inspector.refresh()
    assert inspector.form is not None
    field = inspector.form.bound["does"].field.focus_target()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Home)
    for _letter in "They":
        QTest.keyClick(field, Qt.Key.Key_Right, SHIFT)
    keys(full, Qt.Key.Key_F, CTRL)
    assert bar_of(full).field.text() == "They"
    assert bar_of(full).count.text() == "1 of 1"


def test_hits_follow_the_map(full: MainWindow, qtbot: QtBot) -> None:
    bar = finding(full, "wait")
    with document_of(full).edit("Rename") as edit:
        edit.remove("queue")
        edit.update("order", title="Wait!")
    qtbot.waitUntil(lambda: bar.where.text() != "" and len(bar.finder.hits) == 5)
    document_of(full).undo()
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 5")


def test_a_hit_is_brought_into_view_in_its_lane(full: MainWindow) -> None:
    with document_of(full).edit("Fill") as edit:
        edit.update("journey", lanes=("does", "l"))
        edit.add(Lane, id="l", title="Rules")
        edit.add(LaneCell, id="cell", lane="l", stage="after", text="Thirty days")
        edit.add(Persona, id="q", title="Q")
        edit.add(Emotion, id="e", persona="q", touchpoint="rate", value=1.0, note="Thirty-one")
    canvas = workspace_of(full).canvas
    canvas.set_zoom(4.0)
    finding(full, "thirty days")
    assert document_of(full).selection.ids == ("cell",)
    box = next(box for box in canvas.map_layout.texts if box.id == "cell")
    assert canvas.pixels(box.rect).intersects(canvas.rect())
    finding(full, "thirty-one")
    assert document_of(full).selection.ids == ("rate",)


def test_one_is_replaced_and_the_next_looked_at(full: MainWindow) -> None:
    document = document_of(full)
    bar = replacing(full, "wait", "wait longer")
    keys(full, RETURN)
    assert document.journey.get(Touchpoint, "search").does == "They wait longer, and wait again."
    assert bar.count.text() == "2 of 5"
    keys(full, RETURN)
    assert document.journey.get(Touchpoint, "search").does == "They wait longer, and wait longer again."
    assert bar.finder.current is not None
    assert bar.finder.current.id == "p"
    assert document.history.undo_label == "Replace text"


def test_all_are_replaced_in_one_step(full: MainWindow) -> None:
    document = document_of(full)
    bar = replacing(full, "wait", "rest")
    bar.replace_all.click()
    journey = document.journey
    assert journey.get(Touchpoint, "search").does == "They rest, and rest again."
    assert journey.get(Persona, "p").quote == "Don't make us rest"
    assert getattr(journey.records["queue"], "title") == "resting in a queue"  # noqa: B009 - of whatever class
    assert full.status.message.text() == (
        "4 places replaced. 1 place stays as it is: survey answers are matched by it."
    )
    assert bar.count.text() == "1 of 1"
    document.undo()
    assert document.journey.get(Touchpoint, "search").does == "They wait, and wait again."
    assert document.history.undo_label == "Fill"


def test_a_name_that_answers_are_matched_by_stays(full: MainWindow) -> None:
    bar = replacing(full, "families who", "people who")
    assert not bar.replace_one.isEnabled()
    assert "matched" in bar.where.text()
    keys(full, RETURN)
    assert document_of(full).journey.get(Persona, "p").segment == "Families who wait"


def test_what_does_not_fit_is_said_and_alters_nothing(full: MainWindow) -> None:
    document = document_of(full)
    with document.edit("Fill") as edit:
        edit.update("search", title="z" * 400)
    bar = replacing(full, "z", "zz")
    bar.replace_all.click()
    assert "at most 500 fit" in full.status.message.text()
    assert document.journey.get(Touchpoint, "search").title == "z" * 400
    assert document.history.undo_label == "Fill"


def test_the_keyboard_stays_in_the_bar_when_nothing_is_left(full: MainWindow) -> None:
    bar = replacing(full, "queue", "line")
    bar.replace_all.setFocus()
    bar.replace_all.click()
    assert bar.count.text() == "Not found"
    assert bar.isAncestorOf(full.focusWidget())


def test_from_another_view_the_map_is_shown_and_typing_goes_on(full: MainWindow) -> None:
    workspace = workspace_of(full)
    workspace.show_view("actions")
    bar = finding(full, "they wait")
    assert workspace.view == "map"
    assert full.focusWidget() is bar.field


def test_where_a_hit_stands_is_said_where_there_is_room(full: MainWindow) -> None:
    bar = finding(full, "they wait")
    for width, same_line in ((1600, True), (1000, False)):
        full.resize(width, 800)
        QApplication.processEvents()
        assert (abs(bar.where.geometry().center().y() - bar.count.geometry().center().y()) < 6) is same_line
        assert bar.where.width() > 200


def test_each_map_has_its_own_bar(full: MainWindow) -> None:
    bar = finding(full, "wait")
    full.files.let_go()
    full.files.new_from("blank")
    assert bar_of(full) is not bar
    assert not bar_of(full).isVisible()


def test_it_speaks_the_language(marked_language: None, window: MainWindow) -> None:
    bar = finding(window, "e")
    for text in (bar.count.text(), bar.field.placeholderText(), bar.replace_all.text(), bar.scope.currentText()):
        assert "⟦" in text
    assert "⟦" in bar.where.text()
