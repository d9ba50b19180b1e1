"""The gesture that lays a note elsewhere."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from journeymap.editor.canvas import marks
from journeymap.editor.canvas.surface import Surface
from journeymap.language import N_
from journeymap.model.content import Note


class MoveNote:
    """A sticky note or an image follows the pointer."""

    def __init__(self, surface: Surface, id: str, point: QPointF) -> None:
        self._surface = surface
        self._id = id
        self._start = point
        self._shift = QPointF()

    def move(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Show where it goes."""
        self._shift = point - self._start
        self._surface.refresh()

    def release(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Lay it down."""
        self.move(point, keys)
        document, zoom = self._surface.document, self._surface.camera.zoom
        note = document.journey.get(Note, self._id)
        dx = self._shift.x() / zoom * (-1 if self._surface.map_layout.rtl else 1)
        with document.edit(N_("Move note")) as edit:
            edit.update(note.id, x=round(note.x + dx, 1), y=round(note.y + self._shift.y() / zoom, 1))

    def cancel(self) -> None:
        """It stays where it was."""
        self._surface.refresh()

    def paint(self, painter: QPainter) -> None:
        """Its outline at the new place."""
        place = self._surface.pixels(self._surface.map_layout.notes[self._id].rect).translated(self._shift)
        marks.cell(painter, place, self._surface.camera.zoom)
