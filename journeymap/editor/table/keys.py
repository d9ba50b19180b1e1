"""The keys of the table, as a table."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Key = Qt.Key
Standard = QKeySequence.StandardKey

# what is pressed -> the view's method; standard keys are those of the platform
STANDARD: tuple[tuple[QKeySequence.StandardKey, str], ...] = (
    (Standard.Copy, "copy"),
    (Standard.Cut, "cut"),
    (Standard.Paste, "paste"),
    (Standard.SelectAll, "select_all"),
)
COMMANDS: dict[str, str] = {
    "Del": "clear",
    "Backspace": "clear",
    "F2": "type_here",
    "Ctrl+D": "fill_down",
    "Ctrl+Shift+C": "copy_with_headings",
    "Ctrl++": "add_below",
    "Ctrl+=": "add_below",
    "Ctrl+Shift++": "add_below",
    "Ctrl+-": "delete_rows",
    "Alt+Up": "move_up",
    "Alt+Down": "move_down",
    "Ctrl+Space": "select_columns",
    "Shift+Space": "select_rows",
    "Return": "go_down",
    "Enter": "go_down",
    "Shift+Return": "go_up",
    "Shift+Enter": "go_up",
    "Tab": "go_right",
    "Backtab": "go_left",
    "Shift+Backtab": "go_left",
    "Shift+Tab": "go_left",
    "Ctrl+Tab": "leave",
    "Ctrl+Shift+Tab": "leave_back",
    "Ctrl+Shift+Backtab": "leave_back",
    "Ctrl+PgDown": "next_sheet",
    "Ctrl+PgUp": "previous_sheet",
}


def _combined(keys: str) -> int:
    sequence: Any = QKeySequence(keys)  # its stub has no __getitem__
    return int(sequence[0].toCombined())


_BY_KEY = {_combined(keys): method for keys, method in COMMANDS.items()}
# The keys that move the current cell; with Shift they extend the selection.
MOVES = frozenset(
    {
        Key.Key_Up,
        Key.Key_Down,
        Key.Key_Left,
        Key.Key_Right,
        Key.Key_Home,
        Key.Key_End,
        Key.Key_PageUp,
        Key.Key_PageDown,
    }
)


def command_of(event: QKeyEvent) -> str:
    """The method that a key stands for, or ""."""
    for standard, method in STANDARD:
        if event.matches(standard):
            return method
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _BY_KEY.get(event.key() | keys.value, "")
