"""What all views of a map beside the canvas have in common: the table, the actions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class MapView(QWidget):
    """One more view of the open map, shown in the place of the canvas. `message` carries sentences for the status bar."""

    message = Signal(str)

    def reveal(self, id: str) -> bool:
        """Bring an element into view; False where this view does not show it (the map is shown instead)."""
        return False

    def edit_title(self, id: str) -> bool:
        """Let an element's title be typed where it stands; False where that can't be done here."""
        return False
