"""A link: its curve and its arrow head, a share or a name where it has one."""

from journeymap.layout.draw_difference import SIGNS
from journeymap.layout.grid import Route
from journeymap.layout.palette import MUTED, WHITE
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Box, Curve, Point, Polygon, Rect, Shape, Text
from journeymap.layout.text import elide
from journeymap.model.structure import Link
from journeymap.survey.display import percent

COLOUR = "#7A869A"
WIDTH = 1.8
DASHES: dict[str, tuple[float, ...]] = {
    "alternative": (6.0, 4.0),
    "channel-switch": (1.5, 3.5),
    "return": (9.0, 3.0, 2.0, 3.0),
}
LABEL_WIDTH = 130.0


def link_shapes(scene: Scene, id: str, route: Route) -> list[Shape]:
    """The line, its head, and its label in the middle."""
    link = scene.journey.get(Link, id)
    difference = scene.differences.get(id)
    colour = SIGNS[difference].colour if difference else COLOUR
    shapes: list[Shape] = [
        Curve(route.points, colour, WIDTH, smooth=True, dash=DASHES.get(link.type, ())),
        Polygon(route.head, colour),
    ]
    words = [word for word in (link.label, "" if link.share is None else percent(link.share * 100)) if word]
    if words:
        text = elide(" · ".join(words), "small", LABEL_WIDTH, scene.measure)
        width = scene.measure.width(text, "small") + 10
        x, y = _middle(route)
        place = Rect(x - width / 2, y - 9, width, 18)
        shapes.append(Box(place, WHITE, radius=9))
        shapes.append(Text(Rect(place.x, y - 7.5, width, 15), (text,), "small", MUTED, "middle"))
    return shapes


def _middle(route: Route) -> Point:
    """The middle of the middle curve."""
    start = (len(route.points) - 1) // 3 // 2 * 3
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = route.points[start : start + 4]
    return (x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8
