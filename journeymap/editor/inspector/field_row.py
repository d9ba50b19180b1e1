"""Fields beside each other; below each other where there is no room for their texts."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from journeymap.editor.theme import scaled

LEAST_WIDTH = 118  # of a field, for texts of the usual size
SPACE = 7


class FieldRow(QWidget):
    """Turns its layout when its width changes."""

    def __init__(self, fields: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE)
        for field in fields:
            self._box.addWidget(field, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below each other."""
        super().resizeEvent(event)
        room = self.width() - SPACE * (len(self._fields) - 1)
        wanted = QBoxLayout.Direction.LeftToRight
        if room < scaled(LEAST_WIDTH) * len(self._fields):
            wanted = QBoxLayout.Direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
