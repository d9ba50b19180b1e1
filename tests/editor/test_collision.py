"""What another program wrote into the map's file is never overwritten without a question."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from journeymap import Journey
from journeymap.editor.window import MainWindow
from journeymap.files.document_file import open_journey, save_journey
from journeymap.files.recovery import leftovers
from journeymap.model.structure import Touchpoint
from tests.editor.window_hand import CTRL, LEFT, dialog, document_of, keys, no_dialog, press

Button = QMessageBox.StandardButton


@pytest.fixture
def path(journey: Journey, tmp_path: Path) -> Path:
    path = tmp_path / "x.journey"
    save_journey(journey, path)
    return path


@pytest.fixture
def opened(empty_window: MainWindow, path: Path) -> MainWindow:
    """A window with a map that is altered."""
    empty_window.files.open_path(path)
    rename(empty_window, "Mine")
    return empty_window


def rename(window: MainWindow, title: str) -> None:
    with document_of(window).edit("Rename") as edit:
        edit.update("search", title=title)


def by_another(path: Path) -> None:
    save_journey(Journey("Somebody else’s"), path)


def click(window: MainWindow, text: str) -> None:
    box = dialog(window, QMessageBox, "changedMeanwhile")
    (button,) = [button for button in box.buttons() if button.text() == text]
    QTest.mouseClick(button, LEFT)


def choose(window: MainWindow, path: Path) -> None:
    """Answer the file dialog; its own question about files that are there would wait for a hand."""
    asked = dialog(window, QFileDialog)
    asked.fileSelected.emit(str(path))
    asked.reject()


def search_in(path: Path) -> str:
    return open_journey(path).get(Touchpoint, "search").title


def test_what_another_program_saved_stays_until_the_user_says_so(opened: MainWindow, path: Path) -> None:
    by_another(path)
    keys(opened, Qt.Key.Key_S, CTRL)
    box = dialog(opened, QMessageBox, "changedMeanwhile")
    assert box.text() == "“x.journey” was changed by another program since you opened it."
    assert box.textFormat() == Qt.TextFormat.PlainText
    press(box, Button.Cancel)
    assert open_journey(path).info.title == "Somebody else’s"
    assert opened.isWindowModified()
    opened.files.save()
    click(opened, "Overwrite")
    assert search_in(path) == "Mine"
    assert not opened.isWindowModified()
    # From now on it is known again.
    rename(opened, "Once more")
    opened.files.save()
    assert no_dialog(opened)
    assert search_in(path) == "Once more"


def test_save_as_keeps_both(opened: MainWindow, path: Path) -> None:
    by_another(path)
    opened.files.save()
    click(opened, "Save as…")
    mine = path.with_name("mine.journey")
    choose(opened, mine)
    assert search_in(mine) == "Mine"
    assert open_journey(path).info.title == "Somebody else’s"
    assert document_of(opened).path == mine


def test_a_file_that_is_gone_is_said_and_can_be_made_again(opened: MainWindow, path: Path) -> None:
    path.unlink()
    opened.files.save()
    assert "moved or deleted" in dialog(opened, QMessageBox, "changedMeanwhile").text()
    click(opened, "Save again")
    assert search_in(path) == "Mine"


def test_leaving_waits_for_the_answer(opened: MainWindow, path: Path) -> None:
    by_another(path)
    opened.close()
    press(dialog(opened, QMessageBox, "unsaved"), Button.Save)
    press(dialog(opened, QMessageBox, "changedMeanwhile"), Button.Cancel)
    assert opened.isVisible()
    # Called off: a later save closes nothing.
    opened.files.save()
    click(opened, "Overwrite")
    assert opened.isVisible()
    rename(opened, "Again")
    by_another(path)
    opened.close()
    press(dialog(opened, QMessageBox, "unsaved"), Button.Save)
    click(opened, "Overwrite")
    assert not opened.isVisible()
    assert search_in(path) == "Again"


def test_save_as_to_the_maps_own_file_asks_as_well(opened: MainWindow, path: Path) -> None:
    by_another(path)
    opened.files.save_as()
    choose(opened, path)
    press(dialog(opened, QMessageBox, "changedMeanwhile"), Button.Cancel)
    assert open_journey(path).info.title == "Somebody else’s"


@pytest.mark.parametrize("saved_first", [False, True])
def test_what_is_restored_does_not_overwrite_what_was_saved_since(
    make_window: Callable[[], MainWindow], opened: MainWindow, path: Path, tmp_path: Path, saved_first: bool
) -> None:
    if saved_first:
        opened.files.save()
        rename(opened, "Mine, later")
    opened.files.let_go(keep=True)
    (found,) = leftovers(tmp_path / "recovery")
    by_another(path)
    second = make_window()
    second.restore(found)
    # Nor after a second crash.
    second.files.let_go(keep=True)
    (found,) = leftovers(tmp_path / "recovery")
    third = make_window()
    third.restore(found)
    third.files.save()
    press(dialog(third, QMessageBox, "changedMeanwhile"), Button.Cancel)
    assert open_journey(path).info.title == "Somebody else’s"


def test_what_is_restored_is_saved_without_a_question_where_nobody_wrote(
    make_window: Callable[[], MainWindow], opened: MainWindow, path: Path, tmp_path: Path
) -> None:
    opened.files.let_go(keep=True)
    (found,) = leftovers(tmp_path / "recovery")
    second = make_window()
    second.restore(found)
    second.files.save()
    assert no_dialog(second)
    assert search_in(path) == "Mine"
