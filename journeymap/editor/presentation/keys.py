"""What the keys of a keyboard or a clicker do in a presentation."""

from PySide6.QtCore import Qt

Key = Qt.Key

# Keys that every keyboard layout and every clicker sends alike.
STEPS: dict[Qt.Key, str] = {
    Key.Key_Down: "next",
    Key.Key_PageDown: "next",
    Key.Key_Space: "next",
    Key.Key_Return: "next",
    Key.Key_Enter: "next",
    Key.Key_MediaNext: "next",
    Key.Key_Forward: "next",
    Key.Key_Up: "back",
    Key.Key_PageUp: "back",
    Key.Key_Backspace: "back",
    Key.Key_MediaPrevious: "back",
    Key.Key_Back: "back",
    Key.Key_Home: "first",
    Key.Key_End: "last",
    Key.Key_Escape: "end",
}
# Letters and digits go through Qt's shortcuts, which know them under other layouts (Cyrillic, Persian) as well.
LETTERS: tuple[tuple[str, str], ...] = (
    ("1", "stages"),
    ("2", "touchpoints"),
    ("3", "persona"),
    ("B", "black"),
    (".", "black"),
    ("T", "timer"),
    ("S", "screen"),
)


def meaning(key: Qt.Key, rtl: bool) -> str | None:
    """What a key asks for; left and right follow the direction of reading. None: nothing."""
    if key in (Key.Key_Left, Key.Key_Right):
        return "next" if (key == Key.Key_Right) != rtl else "back"
    return STEPS.get(key)
