"""What the bare keys do on the canvas; keys with Ctrl belong to the window's menus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

NO_KEYS = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
META = Qt.KeyboardModifier.MetaModifier

ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

# With nothing selected a bare letter chooses a tool, whatever the keyboard's language: by key, not by character.
TOOL_KEYS: dict[int, str] = {
    Qt.Key.Key_T: "touchpoint",
    Qt.Key.Key_P: "pain",
    Qt.Key.Key_M: "truth",
    Qt.Key.Key_L: "link",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_V: "select",
}

# key -> name of the canvas's method
COMMANDS: dict[int, str] = {
    Qt.Key.Key_Return: "next_touchpoint",
    Qt.Key.Key_Enter: "next_touchpoint",
    Qt.Key.Key_Tab: "next_stage_touchpoint",
    Qt.Key.Key_F2: "edit_current",
    Qt.Key.Key_Delete: "delete_selection",
    Qt.Key.Key_Backspace: "delete_selection",
    Qt.Key.Key_Escape: "cancel",
}


def typed_text(event: QKeyEvent) -> str:
    """The printable text of a key press without Ctrl or Alt, or ""."""
    if event.modifiers() & (CTRL | META) or (event.modifiers() & ALT and not event.text()):
        return ""
    text = event.text()
    return text if text.isprintable() and text.strip() else ""
