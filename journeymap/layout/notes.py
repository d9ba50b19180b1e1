"""Sticky notes and images: where they lie, from their anchor or from the map's corner."""

from collections.abc import Mapping

from journeymap.layout import sizes
from journeymap.layout.map_layout import NoteBox
from journeymap.layout.shapes import Rect
from journeymap.layout.text import STYLES, Measure, wrap
from journeymap.model.content import Image, Note
from journeymap.model.journey import Journey

NOTE_LINES = 14
SHAPE = 0.75  # height to width of an image whose size is not known


def note_boxes(journey: Journey, anchors: Mapping[str, Rect], body: Rect, measure: Measure) -> dict[str, NoteBox]:
    """Every note with its place; one whose anchor is nowhere counts from the map's corner."""
    boxes: dict[str, NoteBox] = {}
    for note in journey.all(Note):
        anchor = anchors.get(note.on or "", Rect(body.x, 0, 0, 0))
        lines = wrap(note.text, "note", note.width - 2 * sizes.NOTE_PAD, NOTE_LINES, measure)
        height = max(1, len(lines)) * STYLES["note"].line + 2 * sizes.NOTE_PAD
        image = journey.find(Image, note.image or "")
        if image is not None:
            height = note.width * (image.height / image.width if image.width and image.height else SHAPE)
        boxes[note.id] = NoteBox(note.id, Rect(anchor.x + note.x, anchor.y + note.y, note.width, height), lines)
    return boxes
