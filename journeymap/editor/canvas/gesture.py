"""One gesture of the mouse: from press to release, or to Esc. It previews; only `release` alters the map, once."""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter


class Gesture(Protocol):
    """What the canvas asks of a gesture. Points are pixels of the canvas."""

    def move(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """The pointer moved with the button held down."""

    def release(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """The button was let go: do it."""

    def cancel(self) -> None:
        """Esc, or another button: leave everything as it was."""

    def paint(self, painter: QPainter) -> None:
        """Draw the preview over the map, in pixels."""
