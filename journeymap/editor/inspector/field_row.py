"""Fields beside each other; below each other where there is no room for their texts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from journeymap.editor.theme import scaled
from journeymap.editor.widgets.flow_row import FlowRow

LEAST_WIDTH = 112  # of a field, for texts of the usual size
SPACE = 7


class FieldRow(FlowRow):
    """Each field is as wide as the other."""

    def __init__(self, fields: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(fields, SPACE, scaled(LEAST_WIDTH), parent)

    def changeEvent(self, event: QEvent) -> None:
        """Larger texts need wider fields."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.set_least(scaled(LEAST_WIDTH))
