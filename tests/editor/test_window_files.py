"""New, open, save, close and what is asked on the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.inspector.text_field import TextField
from journeymap.editor.window import MainWindow
from journeymap.files.document_file import open_journey, save_journey
from journeymap.model.structure import Touchpoint
from tests.editor.window_hand import (
    CTRL,
    LEFT,
    dialog,
    document_of,
    form_of,
    keys,
    name_file,
    no_dialog,
    press,
    workspace_of,
)

Button = QMessageBox.StandardButton


def rename(window: MainWindow, title: str = "Another title") -> None:
    with document_of(window).edit("Rename") as edit:
        edit.update("search", title=title)


@pytest.fixture
def saved(journey: Journey, tmp_path: Path) -> Path:
    path = tmp_path / "small.journey"
    save_journey(journey, path)
    return path


def test_a_template_makes_a_map_that_is_not_yet_altered(empty_window: MainWindow) -> None:
    assert empty_window.workspace is None
    card = next(card for card in empty_window.start_page.templates.cards if card.name == "five-stages")
    QTest.mouseClick(card, LEFT)
    document = document_of(empty_window)
    assert len(document.journey.stages) == 5
    assert document.path is None
    assert not empty_window.isWindowModified()
    assert empty_window.stack.currentWidget() is empty_window.workspace


def test_the_title_shows_the_name_and_what_is_not_saved(window: MainWindow) -> None:
    assert window.windowTitle() == "A small map[*] – Journeymap"
    rename(window)
    assert window.isWindowModified()
    document_of(window).undo()
    assert not window.isWindowModified()


def test_save_asks_for_a_name_once(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rename(window)
    keys(window, Qt.Key.Key_S, CTRL)
    assert dialog(window, QFileDialog).selectedFiles()[0].endswith("A small map.journey")
    path = tmp_path / "kept.journey"
    name_file(qtbot, window, path)
    assert open_journey(path).get(Touchpoint, "search").title == "Another title"
    assert not window.isWindowModified()
    assert window.windowTitle() == "kept.journey[*] – Journeymap"
    rename(window, "Third")
    keys(window, Qt.Key.Key_S, CTRL)
    assert no_dialog(window)
    assert open_journey(path).get(Touchpoint, "search").title == "Third"


def test_what_is_being_typed_is_saved_too(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "typed.journey"
    document_of(window).path = path
    document_of(window).selection.set(["search"])
    field = form_of(window).bound["title"].field
    assert isinstance(field, TextField)
    field.text.setFocus()
    field.text.selectAll()
    QTest.keyClicks(field.text, "Looks around")
    assert document_of(window).journey.get(Touchpoint, "search").title == "Search"
    keys(window, Qt.Key.Key_S, CTRL)
    assert open_journey(path).get(Touchpoint, "search").title == "Looks around"
    assert field.text.hasFocus()


def test_a_save_that_fails_is_said_and_the_map_stays_unsaved(window: MainWindow, tmp_path: Path) -> None:
    document_of(window).path = tmp_path / "gone" / "map.journey"
    rename(window)
    window.files.save()
    box = dialog(window, QMessageBox, "problem")
    assert "is not there (any more)" in box.text()
    assert window.isWindowModified()


@pytest.mark.parametrize("answer", [Button.Cancel, Button.Discard])
def test_close_asks_about_what_is_unsaved(window: MainWindow, answer: Button) -> None:
    rename(window)
    window.close()
    assert window.isVisible()
    press(dialog(window, QMessageBox, "unsaved"), answer)
    assert window.isVisible() == (answer == Button.Cancel)
    assert (window.files.document is None) == (answer == Button.Discard)


def test_save_on_closing_asks_for_a_name_and_then_closes(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rename(window)
    window.close()
    press(dialog(window, QMessageBox, "unsaved"), Button.Save)
    assert window.isVisible()
    name_file(qtbot, window, tmp_path / "last.journey")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert open_journey(tmp_path / "last.journey").get(Touchpoint, "search").title == "Another title"


def test_save_on_closing_that_fails_or_is_called_off_keeps_the_window(window: MainWindow, tmp_path: Path) -> None:
    rename(window)
    window.close()
    press(dialog(window, QMessageBox, "unsaved"), Button.Save)
    dialog(window, QFileDialog).reject()
    assert window.isVisible()
    document_of(window).path = tmp_path / "gone" / "map.journey"
    window.close()
    press(dialog(window, QMessageBox, "unsaved"), Button.Save)
    assert window.isVisible()
    assert document_of(window).modified


def test_an_untouched_map_closes_without_a_question(window: MainWindow) -> None:
    window.close()
    assert not window.isVisible()


def test_an_exception_while_closing_keeps_the_window(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(then: object) -> None:
        raise RuntimeError("boom")

    rename(window)
    monkeypatch.setattr(window.files, "leave", fail)
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    assert "Something went wrong" in dialog(window, QMessageBox, "problem").text()
    assert document_of(window).modified


def test_close_map_brings_the_start_page_back(window: MainWindow) -> None:
    keys(window, Qt.Key.Key_W, CTRL)
    assert window.workspace is None
    assert window.stack.currentWidget() is window.start_page
    assert not window.tool_bar.isVisible()
    assert not window.actions_table["save"].isEnabled()


def test_open_reads_a_file_and_remembers_it(empty_window: MainWindow, qtbot: QtBot, saved: Path) -> None:
    keys(empty_window, Qt.Key.Key_O, CTRL)
    name_file(qtbot, empty_window, saved)
    assert document_of(empty_window).path == saved
    assert [row.path for row in empty_window.start_page.recent.rows] == [saved]
    assert next(a.text() for a in empty_window.menus["recent"].actions()) == "small.journey"
    empty_window.files.close()
    QTest.mouseClick(empty_window.start_page.recent.rows[0], LEFT)
    assert document_of(empty_window).path == saved
    empty_window.files.close()
    empty_window.menus["recent"].actions()[0].trigger()
    assert document_of(empty_window).path == saved


def test_the_list_of_recent_maps_can_be_cleared(empty_window: MainWindow, saved: Path) -> None:
    empty_window.files.open_path(saved)
    assert empty_window.actions_table["clear-recent"].isEnabled()
    empty_window.actions_table["clear-recent"].trigger()
    assert empty_window.start_page.recent.rows == []
    assert not empty_window.menus["recent"].isEnabled()


def test_a_file_that_cannot_be_read_leaves_the_open_map_alone(window: MainWindow, tmp_path: Path) -> None:
    before = document_of(window)
    bad = tmp_path / "bad.journey"
    bad.write_text("{", encoding="utf-8")
    window.files.open_path(bad)
    assert "bad.journey" in dialog(window, QMessageBox, "problem").text()
    assert document_of(window) is before


def test_a_recent_map_that_is_gone_leaves_the_list(empty_window: MainWindow, saved: Path) -> None:
    empty_window.files.open_path(saved)
    empty_window.files.close()
    saved.unlink()
    empty_window.files.open_path(saved)
    assert dialog(empty_window, QMessageBox, "problem").text()
    assert empty_window.start_page.recent.rows == []


def test_opening_another_map_asks_about_the_unsaved_one(window: MainWindow, saved: Path) -> None:
    rename(window)
    before = document_of(window)
    window.files.open_path(saved)
    press(dialog(window, QMessageBox, "unsaved"), Button.Cancel)
    assert document_of(window) is before
    window.files.open_path(saved)
    press(dialog(window, QMessageBox, "unsaved"), Button.Discard)
    assert document_of(window).path == saved


def drop(window: MainWindow, path: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, no_keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), action, data, button, no_keys)
    enter.ignore()
    window.dragEnterEvent(enter)
    if not enter.isAccepted():
        return False
    window.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, no_keys))
    return True


def test_a_map_dropped_on_the_window_opens(empty_window: MainWindow, saved: Path) -> None:
    assert drop(empty_window, saved)
    assert document_of(empty_window).path == saved


def test_a_survey_dropped_on_a_map_is_imported(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "answers.CSV"
    assert drop(window, path)
    opened = dialog(window, QDialog, "standInImport")
    assert opened.path == path  # type: ignore[attr-defined]
    assert opened.isModal()
    opened.accept()
    assert "answers.CSV" in window.status.message.text()


def test_a_survey_dropped_on_nothing_asks_for_a_map_first(empty_window: MainWindow, tmp_path: Path) -> None:
    assert drop(empty_window, tmp_path / "answers.xlsx")
    assert "Open the map first" in dialog(empty_window, QMessageBox, "problem").text()


def test_other_files_are_not_taken(window: MainWindow, tmp_path: Path) -> None:
    assert not drop(window, tmp_path / "letter.docx")


def test_import_asks_for_a_file(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    QTest.mouseClick(window.tool_bar.heat.empty, LEFT)
    name_file(qtbot, window, path)
    assert dialog(window, QDialog, "standInImport").isVisible()


def test_the_second_map_does_not_disturb_the_first_ones_views(window: MainWindow, saved: Path, qtbot: QtBot) -> None:
    first = workspace_of(window)
    with qtbot.waitSignal(first.destroyed):
        window.files.open_path(saved)
    rename(window)
    assert workspace_of(window).document.journey.get(Touchpoint, "search").title == "Another title"


def test_a_title_being_typed_on_the_map_is_saved_too(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "typed.journey"
    document_of(window).path = path
    document_of(window).selection.set(["search"])
    window.edits.rename()
    editor = workspace_of(window).canvas.title_editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Looks around")
    QTest.keyClick(editor, Qt.Key.Key_S, CTRL)
    assert open_journey(path).get(Touchpoint, "search").title == "Looks around"
    assert not window.isWindowModified()


def test_leaving_while_a_title_is_typed_asks_about_it(window: MainWindow) -> None:
    document_of(window).selection.set(["search"])
    window.edits.rename()
    editor = workspace_of(window).canvas.title_editor
    assert editor is not None
    QTest.keyClicks(editor, " more")
    window.close()
    press(dialog(window, QMessageBox, "unsaved"), Button.Cancel)
    assert document_of(window).journey.get(Touchpoint, "search").title == "Search more"
