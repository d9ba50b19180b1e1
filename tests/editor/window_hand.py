"""A hand for tests of the window: it types, clicks buttons of boxes, names files in file dialogs."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from journeymap.editor.document import Document
from journeymap.editor.inspector.form import Form
from journeymap.editor.window import MainWindow
from journeymap.editor.workspace import Workspace

D = TypeVar("D", bound=QDialog)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def document_of(window: MainWindow) -> Document:
    """The open document."""
    assert window.files.document is not None
    return window.files.document


def workspace_of(window: MainWindow) -> Workspace:
    """The workspace that shows it."""
    assert window.workspace is not None
    return window.workspace


def form_of(window: MainWindow) -> Form:
    """The form that the inspector shows."""
    inspector = workspace_of(window).inspector
    inspector.refresh()
    assert inspector.form is not None
    return inspector.form


def dialog(window: QWidget, cls: type[D], name: str = "") -> D:
    """The open dialog of a class."""
    found = [box for box in window.findChildren(cls) if box.isVisible() and (not name or box.objectName() == name)]
    assert len(found) == 1, [box.objectName() for box in found]
    return found[0]


def no_dialog(window: QWidget) -> bool:
    """Whether no dialog is open."""
    return not [box for box in window.findChildren(QDialog) if box.isVisible()]


def press(box: QMessageBox, button: QMessageBox.StandardButton) -> None:
    """Click a button of a message."""
    QTest.mouseClick(box.button(button), LEFT)


def name_file(qtbot: QtBot, window: QWidget, path: Path) -> None:
    """Type a path into the open file dialog and accept it."""
    asked = dialog(window, QFileDialog)
    field = asked.findChild(QLineEdit)
    assert field is not None
    asked.setDirectory(str(path.parent))
    field.setText(path.name)
    asked.accept()
    qtbot.waitUntil(lambda: not asked.isVisible() if _alive(asked) else True)


def _alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return isValid(widget)


def keys(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    # A screen without a window manager does not give the window its activity back when a dialog has gone.
    if not window.isActiveWindow():
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window, 5000)
    target = window.focusWidget() or window
    QTest.keyClick(target, key, modifiers)
