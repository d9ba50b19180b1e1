"""Where a card lands that is dropped somewhere: the cell or the gap between two columns, and the mark that shows it."""

from collections.abc import Collection
from dataclasses import dataclass

from journeymap.layout import sizes
from journeymap.layout.map_layout import ColumnBox, MapLayout, StageBox
from journeymap.layout.shapes import Rect
from journeymap.model.edits import order_between

GAP_REACH = 16.0


@dataclass(frozen=True, slots=True)
class Landing:
    """A place for a card, and what to draw there: the cell's outline, or a bar between two columns."""

    stage: str
    channel: str
    order: float
    mark: Rect
    between: bool


def landing_at(layout: MapLayout, x: float, y: float, moving: Collection[str] = ()) -> Landing | None:
    """Where a card lands whose middle is dropped at a point; None outside the cells. `moving` cards leave their places free."""
    box = layout.stage_at(x)
    row = layout.row_at(y)
    if box is None or row is None:
        return None
    taken = {
        card.column
        for card in layout.cards.values()
        if card.stage == box.id and card.channel == row.id and card.id not in moving
    }
    place = _column_at(box, x)
    column = box.columns[place]
    if x < column.x - sizes.COLUMN_GAP / 2 + GAP_REACH or (place in taken and x < column.x + column.w / 2):
        return _between(box, row.id, place, row.rect)
    if x > column.right + sizes.COLUMN_GAP / 2 - GAP_REACH or place in taken:
        return _between(box, row.id, place + 1, row.rect)
    order = column.order if column.order is not None else _after(box)
    top = row.rect.y + sizes.CARD_TOP
    if column.order is None:
        column = next(c for c in box.columns if c.order is None)
    return Landing(box.id, row.id, order, Rect(column.x, top, column.w, sizes.CARD_HEIGHT), between=False)


def _column_at(box: StageBox, x: float) -> int:
    middles = [column.x + column.w / 2 for column in box.columns]
    return min(range(len(middles)), key=lambda place: abs(middles[place] - x))


def _orders(box: StageBox) -> list[float]:
    return [column.order for column in box.columns if column.order is not None]


def _after(box: StageBox) -> float:
    return order_between(max(_orders(box), default=None), None)


def _between(box: StageBox, channel: str, place: int, row: Rect) -> Landing:
    orders = _orders(box)
    place = min(place, len(orders))
    before = orders[place - 1] if place > 0 else None
    after = orders[place] if place < len(orders) else None
    x = _gap(box.columns, place)
    mark = Rect(x - 2, row.y + sizes.CARD_TOP, 4, row.h - sizes.CARD_TOP - sizes.CARD_BOTTOM)
    return Landing(box.id, channel, order_between(before, after), mark, between=True)


def _gap(columns: tuple[ColumnBox, ...], place: int) -> float:
    if place < len(columns):
        return columns[place].x - (sizes.STAGE_PAD if place == 0 else sizes.COLUMN_GAP) / 2
    return columns[-1].right + sizes.STAGE_PAD / 2
