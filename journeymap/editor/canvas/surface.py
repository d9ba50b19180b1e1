"""What a gesture sees of the canvas: the document, the layout, the view, and how points are turned."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from journeymap.editor.canvas.camera import Camera
from journeymap.editor.document import Document
from journeymap.layout.map_layout import MapLayout
from journeymap.layout.picture import Picture
from journeymap.layout.shapes import Rect


class Seen(Protocol):
    """What is seen of the map, and from where."""

    document: Document
    camera: Camera

    @property
    def map_layout(self) -> MapLayout:
        """Where everything stands."""

    @property
    def picture(self) -> Picture:
        """What is painted."""

    def reading(self, point: QPointF) -> tuple[float, float]:
        """The place under a pixel in reading coordinates (in a right-to-left map x counts from the right)."""

    def pixels(self, rect: Rect) -> QRectF:
        """A rectangle in reading coordinates, in pixels."""


class Surface(Seen, Protocol):
    """The canvas as its gestures, menus and commands see it."""

    def look(self, camera: Camera) -> None:
        """Look from elsewhere."""

    def refresh(self) -> None:
        """Paint marks and previews again."""

    def edit_title(self, id: str) -> None:
        """Open the title of an element for typing, in its place."""

    def edit_new(self, id: str) -> None:
        """As `edit_title`, for an element that was just added: leaving it empty takes it away again."""
