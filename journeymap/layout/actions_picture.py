"""Board and matrix as one picture on paper: title, the one or both, a source line; mirrored where the map reads so."""

from dataclasses import replace
from typing import Literal

from journeymap.language import _
from journeymap.layout import sizes
from journeymap.layout.action_facts import ActionFacts
from journeymap.layout.board import MARGIN, Board, build_board
from journeymap.layout.draw_footer import signature_shapes
from journeymap.layout.matrix import Matrix, build_matrix
from journeymap.layout.palette import INK, MUTED
from journeymap.layout.shapes import Circle, Curve, Polygon, Rect, Shape, Text, mirror
from journeymap.layout.text import elide
from journeymap.words import VERSIONS, word

What = Literal["board", "matrix", "both"]
WIDTH, MATRIX_HEIGHT = 1280.0, 640.0
HEAD, FOOT = 76.0, 30.0


def actions_picture(
    facts: ActionFacts, what: What = "both", footer: str = "", logo: bytes | None = None
) -> tuple[float, float, list[Shape]]:
    """Width and height in map units, and the shapes, bottom first; `footer` and `logo` (a PNG file) as below a map."""
    views: list[Board | Matrix] = []
    if what != "matrix":
        views.append(build_board(facts, WIDTH))
    if what != "board":
        views.append(build_matrix(facts, WIDTH, MATRIX_HEIGHT))
    width = max(view.width for view in views)
    shapes = _head(facts, width)
    y = HEAD
    for view in views:
        shapes += (moved(shape, y) for shape in drawn(view))
        y += view.height
    foot = _foot(facts, width, y)
    shapes += foot
    y += FOOT if foot else 0
    if footer or logo:
        place = Rect(MARGIN, y, width - 2 * MARGIN, sizes.LOGO_HEIGHT + 2 * MARGIN)
        shapes += signature_shapes(place, footer, logo, facts.measure)
        y = place.bottom
    if facts.rtl:
        shapes = [mirror(shape, width) for shape in shapes]
    return width, y, shapes


def drawn(view: Board | Matrix) -> list[Shape]:
    """Everything of a board or matrix, not mirrored."""
    return [*view.frame(), *(shape for id in view.rects for shape in view.card(id))]


def _head(facts: ActionFacts, width: float) -> list[Shape]:
    info, room = facts.journey.info, width - 2 * MARGIN
    title = _("Actions: {title}").format(title=info.title or _("Untitled journey"))
    parts = [
        _("Client: {client}").format(client=info.client) if info.client else "",
        ", ".join(part for part in (word(VERSIONS, info.version), info.period) if part),
    ]
    line = "   ·   ".join(part for part in parts if part)
    return [
        Text(Rect(MARGIN, 14, room, 38), (elide(title, "title", room, facts.measure),), "title", INK),
        Text(Rect(MARGIN, 52, room, 20), (elide(line, "subtitle", room, facts.measure),), "subtitle", MUTED),
    ]


def _foot(facts: ActionFacts, width: float, y: float) -> list[Shape]:
    info, room = facts.journey.info, width - 2 * MARGIN
    parts = [info.author, _("drawn {date}").format(date=info.drawn) if info.drawn else ""]
    line = "   ·   ".join(part for part in parts if part)
    if not line:
        return []
    return [Text(Rect(MARGIN, y - 2, room, 17), (elide(line, "legend", room, facts.measure),), "legend", MUTED, "end")]


def moved(shape: Shape, dy: float, dx: float = 0.0) -> Shape:
    """A shape elsewhere."""
    if isinstance(shape, Circle):
        return replace(shape, x=shape.x + dx, y=shape.y + dy)
    if isinstance(shape, (Curve, Polygon)):
        return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))
    rect = shape.rect
    return replace(shape, rect=Rect(rect.x + dx, rect.y + dy, rect.w, rect.h))
