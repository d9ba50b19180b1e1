"""What a crash leaves is offered at the next start, and nothing is offered that was saved or discarded."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.file_commands import Waiting
from journeymap.editor.keeper import Keeper
from journeymap.editor.recovery_box import LeftoverRow, RecoveryBox, RecoveryDialog
from journeymap.editor.widgets.labels import ElidedLabel
from journeymap.editor.window import MainWindow
from journeymap.files.document_file import open_journey, save_journey
from journeymap.files.recovery import leftovers, recover
from journeymap.model.structure import Touchpoint
from tests.editor.window_hand import LEFT, dialog, document_of, press

WindowMaker = Callable[[], MainWindow]
Button = QMessageBox.StandardButton


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


def crash(window: MainWindow) -> None:
    """What a crash leaves: the journal as it is, the window gone without a question."""
    window.files.let_go(keep=True)


def rename(window: MainWindow, title: str) -> None:
    with document_of(window).edit("Rename") as edit:
        edit.update("search", title=title)


def test_every_change_is_kept_as_it_is_made(window: MainWindow, folder: Path) -> None:
    rename(window, "One")
    rename(window, "Two")
    document_of(window).undo()
    crash(window)
    (found,) = leftovers(folder)
    assert (found.title, found.path, found.changes) == ("A small map", None, 3)
    assert recover(found).get(Touchpoint, "search").title == "One"


def test_nothing_is_offered_after_saving_or_discarding(window: MainWindow, folder: Path, tmp_path: Path) -> None:
    rename(window, "One")
    document_of(window).path = tmp_path / "map.journey"
    window.files.save()
    crash(window)
    assert leftovers(folder) == []


def test_a_closed_map_leaves_nothing(window: MainWindow, folder: Path) -> None:
    rename(window, "One")
    window.files.close()
    press(dialog(window, QMessageBox, "unsaved"), Button.Discard)
    assert leftovers(folder) == []


def test_the_start_page_offers_what_was_left_and_restores_it(
    make_window: WindowMaker, journey: Journey, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "map.journey"
    save_journey(journey, path)
    first = make_window()
    first.files.open_path(path)
    rename(first, "Not saved")
    crash(first)
    second = make_window()
    second.begin(None)
    box = second.start_page.recovery
    assert box.isVisible()
    assert "map.journey" in box.rows[0].widget.findChildren(ElidedLabel)[1].text()
    QTest.mouseClick(box.rows[0].restore, LEFT)
    document = document_of(second)
    assert document.journey.get(Touchpoint, "search").title == "Not saved"
    assert document.path == path
    assert document.modified
    assert second.isWindowModified()
    assert open_journey(path).get(Touchpoint, "search").title == "Search"
    # A crash of the second session loses nothing either.
    crash(second)
    (found,) = leftovers(folder)
    assert recover(found).get(Touchpoint, "search").title == "Not saved"


def left_by_a_crash(make_window: WindowMaker, journey: Journey) -> None:
    first = make_window()
    first.files.offer(Waiting(journey))
    rename(first, "Not saved")
    crash(first)


def test_later_leaves_it_for_the_next_start(make_window: WindowMaker, journey: Journey, folder: Path) -> None:
    left_by_a_crash(make_window, journey)
    second = make_window()
    second.begin(None)
    QTest.mouseClick(second.start_page.recovery.later, LEFT)
    assert not second.start_page.recovery.isVisible()
    assert len(leftovers(folder)) == 1


def test_discard_asks_once_more(make_window: WindowMaker, journey: Journey, folder: Path) -> None:
    left_by_a_crash(make_window, journey)
    second = make_window()
    second.begin(None)
    box = second.start_page.recovery
    QTest.mouseClick(box.rows[0].discard, LEFT)
    press(dialog(second, QMessageBox, "discardLeftover"), Button.Cancel)
    assert len(leftovers(folder)) == 1
    QTest.mouseClick(box.rows[0].discard, LEFT)
    press(dialog(second, QMessageBox, "discardLeftover"), Button.Discard)
    assert leftovers(folder) == []
    assert not box.isVisible()


def test_a_start_with_a_map_offers_it_in_a_dialog(
    make_window: WindowMaker, journey: Journey, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "other.journey"
    save_journey(Journey("Other"), path)
    left_by_a_crash(make_window, journey)
    second = make_window()
    second.begin(path)
    assert document_of(second).path == path
    offered = dialog(second, RecoveryDialog)
    QTest.mouseClick(offered.box.rows[0].restore, LEFT)
    assert document_of(second).journey.get(Touchpoint, "search").title == "Not saved"
    assert not offered.isVisible()


def test_restoring_asks_about_what_is_open_and_unsaved(
    make_window: WindowMaker, journey: Journey, folder: Path
) -> None:
    left_by_a_crash(make_window, journey)
    second = make_window()
    second.files.new_from("blank")
    with document_of(second).edit("Rename") as edit:
        edit.update("journey", title="Mine")
    (found,) = leftovers(folder)
    second.restore(found)
    press(dialog(second, QMessageBox, "unsaved"), Button.Cancel)
    assert document_of(second).journey.info.title == "Mine"
    assert found in leftovers(folder)


def test_a_map_that_cannot_be_recovered_any_more_is_said(
    make_window: WindowMaker, journey: Journey, folder: Path
) -> None:
    left_by_a_crash(make_window, journey)
    second = make_window()
    second.begin(None)
    (folder / second.start_page.recovery.rows[0].leftover.session.name / "base.journey").unlink()
    QTest.mouseClick(second.start_page.recovery.rows[0].restore, LEFT)
    assert dialog(second, QMessageBox, "problem").text()
    assert second.workspace is None


def test_a_folder_that_cannot_be_written_is_a_mark_and_no_dialog(
    qtbot: QtBot, make_window: WindowMaker, journey: Journey, folder: Path
) -> None:
    folder.write_text("in the way", encoding="utf-8")
    window = make_window()
    window.files.offer(Waiting(journey))
    assert window.status.saved.text() == "Not protected against a crash"
    assert "recovery" in window.status.saved.toolTip()
    rename(window, "One")
    assert not window.findChildren(QMessageBox)


def test_trouble_is_told_once_and_when_it_is_over(qtbot: QtBot, journey: Journey, folder: Path, tmp_path: Path) -> None:
    folder.write_text("in the way", encoding="utf-8")
    document = Document(journey)
    keeper = Keeper(document, folder)
    told: list[object] = []
    keeper.trouble.connect(told.append)
    for title in ("One", "Two"):
        with document.edit("Rename") as edit:
            edit.update("search", title=title)
    assert len(told) == 1
    folder.unlink()
    keeper.saved(tmp_path / "map.journey")
    assert told[1:] == [None]
    keeper.discard()


def test_the_box_shows_texts_as_they_are(
    qtbot: QtBot, make_window: WindowMaker, journey: Journey, folder: Path
) -> None:
    with journey.edit("Rename") as edit:
        edit.update("journey", title="<b>bold</b>")
    left_by_a_crash(make_window, journey)
    box = RecoveryBox()
    qtbot.addWidget(box)
    box.show_leftovers(leftovers(folder))
    assert box.rows[0].restore.accessibleName() == "Restore “<b>bold</b>”"


def texts_of(row: LeftoverRow) -> list[str]:
    return [label.text() for label in row.widget.findChildren(ElidedLabel)]


@pytest.mark.parametrize("name", ["base.journey", "changes.jsonl"])
def test_a_session_that_can_not_be_restored_is_said_and_can_be_discarded(
    make_window: WindowMaker, journey: Journey, folder: Path, name: str
) -> None:
    left_by_a_crash(make_window, journey)
    next(folder.glob(f"*/{name}")).write_bytes(b"garbage")
    second = make_window()
    second.begin(None)
    (row,) = second.start_page.recovery.rows
    assert "can't be restored: its" in texts_of(row)[0]
    assert not row.restore.isVisible()
    QTest.mouseClick(row.discard, LEFT)
    press(dialog(second, QMessageBox, "discardLeftover"), Button.Discard)
    assert leftovers(folder) == []


def test_a_damaged_line_in_the_middle_says_how_much_can_be_restored(
    make_window: WindowMaker, journey: Journey, folder: Path
) -> None:
    first = make_window()
    first.files.offer(Waiting(journey))
    for number in range(10):
        rename(first, f"edit {number}")
    crash(first)
    changes = next(folder.glob("*/changes.jsonl"))
    lines = changes.read_bytes().splitlines(keepends=True)
    changes.write_bytes(b"".join([*lines[:4], b"garbage\n", *lines[5:]]))
    second = make_window()
    second.begin(None)
    (row,) = second.start_page.recovery.rows
    assert "3 of about 10 changes can be restored" in texts_of(row)[1]
    QTest.mouseClick(row.restore, LEFT)
    assert document_of(second).journey.get(Touchpoint, "search").title == "edit 2"
