"""The actions as a picture: which, how large, and that it is made."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from journeymap.editor.actions_view.export_dialog import ActionsExportDialog
from journeymap.editor.window import MainWindow
from journeymap.model.findings import Action
from tests.editor.window_hand import LEFT, dialog, document_of, name_file


@pytest.fixture
def asked(window: MainWindow) -> ActionsExportDialog:
    """The open dialog over a map with two actions."""
    with document_of(window).edit("Add actions") as edit:
        edit.add(Action, title="Call ahead", effort=1, impact=5, answers=("queue",), due=date(2026, 1, 1))
        edit.add(Action, title="More staff", status="planned")
    window.actions_table["export-actions"].trigger()
    return dialog(window, ActionsExportDialog)


def exported(qtbot: QtBot, window: MainWindow, path: Path) -> tuple[int, int]:
    """Width and height of the picture, after its file was named."""
    name_file(qtbot, window, path)
    qtbot.waitUntil(lambda: not window.exports.busy, timeout=30_000)
    size = QImageReader(str(path)).size()
    return size.width(), size.height()


@pytest.mark.parametrize(("what", "place"), [("both", 0), ("board", 1), ("matrix", 2)])
def test_a_picture_is_as_large_as_the_dialog_says(
    window: MainWindow, asked: ActionsExportDialog, qtbot: QtBot, tmp_path: Path, what: str, place: int
) -> None:
    asked.whats.button(place).click()
    asked.scales.button(1).click()
    said = asked.scales.button(1).text()
    QTest.mouseClick(asked.go, LEFT)
    assert dialog(window, QFileDialog).selectedFiles()[0].endswith("A small map - actions.png")
    width, height = exported(qtbot, window, tmp_path / "actions.png")
    assert said == f"For slides and screens: {width:,} × {height:,} pixels"
    assert window.status.message.text() == "Exported “actions.png”."


def test_what_was_chosen_is_proposed_again(
    window: MainWindow, asked: ActionsExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    asked.whats.button(2).click()
    asked.scales.button(0).click()
    QTest.mouseClick(asked.go, LEFT)
    exported(qtbot, window, tmp_path / "matrix.png")
    window.actions_table["export-actions"].trigger()
    again = dialog(window, ActionsExportDialog)
    assert (again.whats.checkedId(), again.scales.checkedId()) == (2, 0)


def test_too_large_a_picture_can_not_be_chosen(window: MainWindow) -> None:
    with document_of(window).edit("Add actions") as edit:
        for number in range(400):
            edit.add(Action, title=f"Action {number}", order=float(number))
    window.actions_table["export-actions"].trigger()
    asked = dialog(window, ActionsExportDialog)
    assert not asked.scales.button(2).isEnabled()
    assert asked.scales.checkedId() in (0, 1)
