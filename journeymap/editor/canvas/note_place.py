"""Where a note is anchored, and how an image gets into a map."""

import base64

from journeymap.layout.map_layout import MapLayout
from journeymap.model.content import Image
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.paint.photo import decode, image_type


def note_anchor(layout: MapLayout, x: float, y: float) -> tuple[str | None, float, float]:
    """The card or stage header that a place belongs to (None: the map), and the place as counted from its corner."""
    for card in layout.cards.values():
        if card.rect.contains(x, y):
            return card.id, x - card.rect.x, y - card.rect.y
    for stage in layout.stages.values():
        if stage.header.contains(x, y):
            return stage.id, x - stage.header.x, y - stage.header.y
    return None, x - layout.body.x, y


def store_image(journey: Journey, edit: Edit, data: bytes, title: str = "") -> Image:
    """The map's record of an image file; raises `Problem` where it can't be used. What is there already is used again."""
    decoded = decode(data)
    text = base64.b64encode(data).decode("ascii")
    for image in journey.all(Image):
        if image.data == text:
            return image
    return edit.add(
        Image, title=title, type=image_type(data), data=text, width=decoded.width(), height=decoded.height()
    )
