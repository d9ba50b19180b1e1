"""The actions of a map as a view beside the map and the table."""

from PySide6.QtWidgets import QWidget

from journeymap.editor.document import Document
from journeymap.editor.map_view import MapView
from journeymap.editor.settings import Settings


class ActionsView(MapView):
    """The board and the matrix of one map's actions."""

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
