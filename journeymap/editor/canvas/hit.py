"""What lies under the pointer, in reading coordinates."""

from dataclasses import dataclass
from typing import Literal

from journeymap.layout.curves import distance
from journeymap.layout.map_layout import MapLayout, TextBox
from journeymap.layout.shapes import Rect

HitKind = Literal[
    "handle",
    "card",
    "chip",
    "text",
    "note",
    "header",
    "row",
    "link",
    "add-stage",
    "add-channel",
    "cell",
    "lane",
    "paper",
]
HANDLE_RADIUS = 7.0
LINK_REACH = 6.0


@dataclass(frozen=True, slots=True)
class Hit:
    """What is there: the kind of thing and its id ("" for paper; the lane's key for a lane).

    For a text in a lane `text` is its box; its id is "" where the place is still empty.
    """

    kind: HitKind
    id: str = ""
    text: TextBox | None = None


def hit_test(layout: MapLayout, x: float, y: float, handles: tuple[str, ...] = ()) -> Hit:
    """The topmost thing at a point; `handles` are the cards whose link handle is shown."""
    for id in handles:
        if id in layout.cards and handle_rect(layout.cards[id].rect).grown(3).contains(x, y):
            return Hit("handle", id)
    note = next((note for note in reversed(layout.notes.values()) if note.rect.contains(x, y)), None)
    if note is not None:
        return Hit("note", note.id)
    for lane in layout.lanes.values():
        if lane.rect.contains(x, y):
            return _in_lane(layout, lane.key, x, y)
    card = next((card for card in layout.cards.values() if card.rect.contains(x, y)), None)
    if card is not None:
        return Hit("card", card.id)
    for box in layout.stages.values():
        if box.header.contains(x, y):
            return Hit("header", box.id)
    for row in layout.rows.values():
        if row.label.contains(x, y):
            return Hit("row", row.id)
    near = [(distance(route, x, y), id) for id, route in layout.routes.items() if route.bounds.grown(8).contains(x, y)]
    if near and min(near)[0] <= LINK_REACH:
        return Hit("link", min(near)[1])
    if add_stage_rect(layout).contains(x, y):
        return Hit("add-stage")
    if add_channel_rect(layout).contains(x, y):
        return Hit("add-channel")
    return Hit("cell") if layout.stage_at(x) and layout.row_at(y) else Hit("paper")


def _in_lane(layout: MapLayout, key: str, x: float, y: float) -> Hit:
    chip = next((chip for chip in layout.chips if chip.lane == key and chip.rect.contains(x, y)), None)
    if chip is not None:
        return Hit("chip", chip.id)
    text = next((text for text in layout.texts if text.lane == key and text.rect.contains(x, y)), None)
    return Hit("lane", key) if text is None else Hit("text", text.id, text)


def handle_rect(card: Rect) -> Rect:
    """Where a card's link handle is: in the middle of the edge where reading goes on."""
    return Rect(card.right - HANDLE_RADIUS, card.centre[1] - HANDLE_RADIUS, 2 * HANDLE_RADIUS, 2 * HANDLE_RADIUS)


def add_stage_rect(layout: MapLayout) -> Rect:
    """The plus after the last stage."""
    last = next(reversed(layout.stages.values()), None)
    if last is None:
        return Rect(layout.body.x + 140, layout.body.y + 4, 40, 72)
    return Rect(last.header.right + 10, last.header.y + 16, 40, 40)


def add_channel_rect(layout: MapLayout) -> Rect:
    """The plus in the gap before the first channel, beside the stages' headers."""
    return Rect(layout.body.x + 4, layout.body.y + 20, 112, 40)
