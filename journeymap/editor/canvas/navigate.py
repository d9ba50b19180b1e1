"""Where the arrow keys lead: to the nearest element in a direction, as it is seen on the screen."""

from journeymap.layout.map_layout import MapLayout
from journeymap.layout.shapes import Rect

ASIDE = 2.5  # how much farther it seems to go aside than ahead


def neighbour(layout: MapLayout, id: str | None, dx: int, dy: int) -> str | None:
    """The card, header, channel or chip next to `id` in a direction (reading coordinates); the first card from nowhere."""
    places = element_rects(layout)
    if id is None or id not in places:
        return next(iter(layout.cards), None) or next(iter(layout.stages), None)
    x0, y0 = places[id].centre
    best: tuple[float, str] | None = None
    for other, rect in places.items():
        x, y = rect.centre
        ahead = (x - x0) * dx + (y - y0) * dy
        aside = abs((x - x0) * dy) + abs((y - y0) * dx)
        if other == id or ahead < 4 or aside > ahead * 4:
            continue
        cost = ahead + ASIDE * aside
        if best is None or cost < best[0]:
            best = cost, other
    return best[1] if best else None


def element_rects(layout: MapLayout) -> dict[str, Rect]:
    """Every element that the arrows can reach, with its place."""
    places = {id: box.header for id, box in layout.stages.items()}
    places |= {id: box.label for id, box in layout.rows.items()}
    places |= {id: box.rect for id, box in layout.cards.items()}
    return places | {chip.id: chip.rect for chip in reversed(layout.chips)}
