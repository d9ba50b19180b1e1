"""A main window in folders of its own, with a stand-in for the dialog that imports surveys."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.file_commands import Waiting
from journeymap.editor.parts import standard_parts
from journeymap.editor.settings import Settings
from journeymap.editor.window import MainWindow


class StandInImport(QDialog):
    """Remembers what it was asked to import."""

    asked: list[Path]

    def __init__(self, document: Document, path: Path, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.document = document
        self.path = path
        self.setObjectName("standInImport")


WindowMaker = Callable[[], MainWindow]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of the test's own."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowMaker]:
    """Makes windows that share settings and recovery folder, as starts of the program one after the other do."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        parts = replace(standard_parts(), import_dialog=StandInImport)
        window = MainWindow(Settings(tmp_path / "settings.ini"), tmp_path / "recovery", parts)
        window.resize(1366, 768)
        made.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in made:
        window.files.let_go()
        window.close()
        window.deleteLater()
        # No event loop runs between tests, and only one would delete them: windows would pile up.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def empty_window(make_window: WindowMaker) -> MainWindow:
    """A window that shows the start page."""
    window = make_window()
    window.begin(None)
    return window


@pytest.fixture
def window(make_window: WindowMaker, journey: Journey) -> MainWindow:
    """A window with the small map of `tests/conftest.py`, never saved."""
    window = make_window()
    window.files.offer(Waiting(journey))
    return window
