"""Exports: made elsewhere, from a copy, as a whole or not at all."""

import threading
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImageReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from journeymap.editor import export_commands
from journeymap.editor.background import Task
from journeymap.editor.export_dialog import ExportDialog
from journeymap.editor.window import MainWindow
from journeymap.model.problem import Problem
from tests.editor.window_hand import CTRL, LEFT, SHIFT, dialog, document_of, keys, name_file


def ask_for_png(qtbot: QtBot, window: MainWindow, path: Path, size: int = 0) -> None:
    keys(window, Qt.Key.Key_E, CTRL)
    asked = dialog(window, ExportDialog)
    asked.sizes.button(size).click()
    QTest.mouseClick(asked.go, LEFT)
    name_file(qtbot, window, path)


def finished(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.exports.busy, timeout=30_000)


def test_a_picture_is_exported_at_the_chosen_size(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    sizes = []
    for place in (0, 1):
        path = tmp_path / f"map-{place}.png"
        ask_for_png(qtbot, window, path, place)
        finished(qtbot, window)
        reader = QImageReader(str(path))
        sizes.append(reader.size())
        assert window.status.message.text() == f"Exported “map-{place}.png”."
    assert sizes[1].width() == 2 * sizes[0].width()


def test_the_size_is_proposed_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    ask_for_png(qtbot, window, tmp_path / "map.png", 2)
    finished(qtbot, window)
    keys(window, Qt.Key.Key_E, CTRL)
    assert dialog(window, ExportDialog).sizes.checkedId() == 2


def test_a_workbook_is_exported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    keys(window, Qt.Key.Key_E, CTRL | SHIFT)
    assert dialog(window, QFileDialog).selectedFiles()[0].endswith("A small map.xlsx")
    name_file(qtbot, window, tmp_path / "map.xlsx")
    finished(qtbot, window)
    assert "Map" in openpyxl.load_workbook(tmp_path / "map.xlsx").sheetnames


def slow(begun: threading.Event, go_on: threading.Event) -> Callable[..., Callable[[Task], bytes]]:
    def maker(*_args: object) -> Callable[[Task], bytes]:
        def work(task: Task) -> bytes:
            begun.set()
            go_on.wait(20)
            return b"new"

        return work

    return maker


def test_an_export_can_be_called_off_and_leaves_the_old_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    monkeypatch.setattr(export_commands, "xlsx_work", slow(begun, go_on))
    path = tmp_path / "map.xlsx"
    path.write_bytes(b"old")
    window.exports._xlsx_named(str(path))
    assert begun.wait(10)
    assert window.status.progress.isVisible()
    assert window.status.message.text() == "Exporting “map.xlsx”…"
    QTest.mouseClick(window.status.cancel, LEFT)
    go_on.set()
    finished(qtbot, window)
    assert path.read_bytes() == b"old"
    assert not window.status.progress.isVisible()
    assert window.status.message.text() == "Cancelled."


def test_the_map_can_be_altered_while_it_is_exported(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    seen: list[int] = []

    def maker(journey: object, *_args: object) -> Callable[[Task], bytes]:
        def work(task: Task) -> bytes:
            begun.set()
            go_on.wait(20)
            seen.append(len(journey.touchpoints))  # type: ignore[attr-defined]
            return b"new"

        return work

    monkeypatch.setattr(export_commands, "xlsx_work", maker)
    window.exports._xlsx_named(str(tmp_path / "map.xlsx"))
    assert begun.wait(10)
    with document_of(window).edit("Delete") as edit:
        edit.remove("search")
    go_on.set()
    finished(qtbot, window)
    assert seen == [4]


def test_a_folder_that_is_gone_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.exports._xlsx_named(str(tmp_path / "gone" / "map.xlsx"))
    finished(qtbot, window)
    assert "is not there (any more)" in dialog(window, QMessageBox, "problem").text()


def test_a_map_too_large_for_a_picture_is_said(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def maker(*_args: object) -> Callable[[Task], bytes]:
        def work(task: Task) -> bytes:
            raise Problem("Choose a smaller scale.")

        return work

    monkeypatch.setattr(export_commands, "png_work", maker)
    window.exports._png_named(str(tmp_path / "map.png"))
    finished(qtbot, window)
    assert dialog(window, QMessageBox, "problem").text() == "Choose a smaller scale."
    assert not (tmp_path / "map.png").exists()


def test_closing_calls_an_export_off(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    monkeypatch.setattr(export_commands, "xlsx_work", slow(begun, go_on))
    window.exports._xlsx_named(str(tmp_path / "map.xlsx"))
    assert begun.wait(10)
    window.close()
    go_on.set()
    finished(qtbot, window)
    assert not (tmp_path / "map.xlsx").exists()
