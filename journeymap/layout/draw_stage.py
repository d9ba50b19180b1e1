"""A stage: its column, washed in its heat, and its header with name, goal and score."""

from journeymap.language import _
from journeymap.layout import sizes
from journeymap.layout.draw_difference import difference_shapes
from journeymap.layout.map_layout import StageBox
from journeymap.layout.palette import INK, MUTED, NO_HEAT, WHITE, ink_on, tint
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Box, Point, Polygon, Rect, Shape, Text
from journeymap.layout.text import elide
from journeymap.model.structure import Stage
from journeymap.survey.display import metric_name, show_margin, show_n, show_value
from journeymap.survey.score import Score

PLAIN_HEADER = "#D3DCE8"
PLAIN_COLUMN = "#FBFCFE"
SCORE_SIZE = (112.0, 44.0)


def column_shapes(scene: Scene, box: StageBox) -> list[Shape]:
    """The stage's column, behind everything else."""
    colour = scene.colour(box.id)
    return [Box(box.rect, tint(colour, 0.13) if colour else PLAIN_COLUMN, radius=10)]


def header_shapes(scene: Scene, box: StageBox) -> list[Shape]:
    """The arrow-shaped header: the first has a straight back, the others take up the arrow before them."""
    stage = scene.journey.get(Stage, box.id)
    score = scene.score(box.id)
    fill = scene.colour(box.id) or (NO_HEAT if score is not None else PLAIN_HEADER)
    ink = ink_on(fill)
    first = next(iter(scene.layout.stages)) == box.id
    header = box.header
    x = header.x + (18 if first else 30)
    right = header.right - 26 if score is None else header.right - 32 - SCORE_SIZE[0]
    width = max(right - x, 40)
    title = elide(stage.title or _("Untitled stage"), "stage", width, scene.measure)
    shapes: list[Shape] = [Polygon(_arrow(header, first), fill)]
    if stage.goal:
        shapes.append(Text(Rect(x, header.y + 12, width, 26), (title,), "stage", ink))
        goal = elide(stage.goal, "goal", width, scene.measure)
        shapes.append(Text(Rect(x, header.y + 41, width, 18), (goal,), "goal", ink))
    else:
        shapes.append(Text(Rect(x, header.y + 23, width, 26), (title,), "stage", ink))
    if score is not None:
        shapes += _score(score, Rect(header.right - 26 - SCORE_SIZE[0], header.y + 14, *SCORE_SIZE))
    return shapes + difference_shapes(scene.differences.get(box.id), header.grown(-3), 0)


def _score(score: Score, place: Rect) -> list[Shape]:
    shown = f"{metric_name(score.metric)} {show_value(score)}"
    note = f"{show_margin(score)}  {show_n(score.n)}"
    if score.shown == "withheld":
        shown, note = metric_name(score.metric), show_value(score)
    hatch = "#E6EAF0" if score.shown == "tentative" else None
    inner = place.w - 20
    return [
        Box(place, WHITE, radius=8, hatch=hatch),
        Text(Rect(place.x + 10, place.y + 4, inner, 20), (shown,), "score", INK),
        Text(Rect(place.x + 10, place.y + 25, inner, 15), (note,), "small", MUTED),
    ]


def _arrow(header: Rect, first: bool) -> tuple[Point, ...]:
    tip, middle = header.right, header.y + header.h / 2
    points = [
        (header.x, header.y),
        (tip - sizes.ARROW, header.y),
        (tip, middle),
        (tip - sizes.ARROW, header.bottom),
        (header.x, header.bottom),
    ]
    return tuple(points) if first else (*points, (header.x + sizes.ARROW, middle))
