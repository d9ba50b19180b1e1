"""The texts and images in a lane."""

from journeymap.layout.map_layout import TextBox
from journeymap.layout.palette import INK, RULE, WHITE
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Box, Photo, Rect, Shape, Text
from journeymap.layout.text import STYLES
from journeymap.model.content import Image, LaneCell

SAID = "#FFFBF0"


def text_shapes(scene: Scene, box: TextBox) -> list[Shape]:
    """A text on a light field; what customers think is said on a warm one. An empty place draws nothing."""
    cell = scene.journey.find(LaneCell, box.id)
    image = scene.journey.find(Image, (cell.image if cell else None) or "")
    if image is not None:
        return [Photo(box.rect, image.type, image.data)]
    if not box.lines:
        return []
    rect = box.rect
    place = Rect(rect.x + 8, rect.y + 5, rect.w - 16, len(box.lines) * STYLES["note"].line)
    fill = SAID if box.lane == "thinks" else WHITE
    return [Box(rect, fill, RULE, 1, 6), Text(place, box.lines, "note", INK)]
