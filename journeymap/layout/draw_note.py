"""Sticky notes and images that lie on the map."""

from journeymap.layout import sizes
from journeymap.layout.map_layout import NoteBox
from journeymap.layout.palette import ink_on, mix
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Box, Photo, Rect, Shape, Text
from journeymap.model.content import Image, Note


def note_shapes(scene: Scene, box: NoteBox) -> list[Shape]:
    """A coloured slip with its text, or the image."""
    note = scene.journey.get(Note, box.id)
    image = scene.journey.find(Image, note.image or "")
    if image is not None:
        return [Photo(box.rect, image.type, image.data)]
    rect = box.rect
    place = Rect(rect.x + sizes.NOTE_PAD, rect.y + sizes.NOTE_PAD, rect.w - 2 * sizes.NOTE_PAD, rect.h)
    edge = mix(note.colour, "#000000", 0.14)
    return [Box(rect, note.colour, edge, 0.8, 3, shadow=True), Text(place, box.lines, "note", ink_on(note.colour))]
