"""Where the arrow keys lead: to the nearest element in a direction, as it is seen on the screen."""

from journeymap.layout.map_layout import MapLayout
from journeymap.layout.shapes import Rect

ASIDE = 2.5  # how much farther it seems to go aside than ahead


def neighbour(layout: MapLayout, id: str | None, dx: int, dy: int) -> str | None:
    """The element next to `id` in a direction (reading coordinates); the first card from nowhere.

    Left and right stay among elements of a kind (cards, headers, names, chips) where there is one; up and down do not.
    """
    families = element_rects(layout)
    places = {other: rect for family in families for other, rect in family.items()}
    if id is None or id not in places:
        return next(iter(layout.cards), None) or next(iter(layout.stages), None)
    own = next(family for family in families if id in family)
    return (dx and _nearest(own, places[id], dx, dy)) or _nearest(places, places[id], dx, dy)


def _nearest(places: dict[str, Rect], start: Rect, dx: int, dy: int) -> str | None:
    x0, y0 = start.centre
    best: tuple[float, str] | None = None
    for id, rect in places.items():
        x, y = rect.centre
        ahead = (x - x0) * dx + (y - y0) * dy
        aside = abs((x - x0) * dy) + abs((y - y0) * dx)
        if ahead < 4 or aside > ahead * 4:
            continue
        cost = ahead + ASIDE * aside
        if best is None or cost < best[0]:
            best = cost, id
    return best[1] if best else None


def element_rects(layout: MapLayout) -> tuple[dict[str, Rect], ...]:
    """Every element that the arrows can reach with its place: cards, headers, channels' names, chips."""
    return (
        {id: box.rect for id, box in layout.cards.items()},
        {id: box.header for id, box in layout.stages.items()},
        {id: box.label for id, box in layout.rows.items()},
        {chip.id: chip.rect for chip in reversed(layout.chips)},
    )
