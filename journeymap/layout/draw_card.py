"""A touchpoint's card: title, heat stripe, score with n, badges for pain points and a moment of truth."""

from journeymap.language import _
from journeymap.layout.map_layout import CardBox
from journeymap.layout.palette import INK, MUTED, NO_HEAT, WHITE, ink_on, tint
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Box, Polygon, Rect, Shape, Text
from journeymap.layout.text import wrap
from journeymap.model.structure import Touchpoint
from journeymap.survey.display import show_n, show_value
from journeymap.survey.score import Score

EDGE = "#D5DBE5"
PAIN_FILL, PAIN_EDGE, PAIN_INK = "#FDECEA", "#E5A9A4", "#B42318"
TRUTH_FILL, TRUTH_INK = "#F4B740", "#5C3B00"
STRIPE = 6.0
RADIUS = 10.0
TITLE_LINES = 2
PILL_WIDTH, PILL_HEIGHT = 50.0, 20.0


def card_shapes(scene: Scene, box: CardBox) -> list[Shape]:
    """Everything on one card, bottom first."""
    touchpoint = scene.journey.get(Touchpoint, box.id)
    rect, colour, score = box.rect, scene.colour(box.id), scene.score(box.id)
    shapes: list[Shape] = [Box(rect, WHITE, EDGE, 1, RADIUS, shadow=True)]
    if score is not None:
        stripe = Rect(rect.x + 0.5, rect.y + 0.5, STRIPE, rect.h - 1)
        shapes.append(Box(stripe, colour or NO_HEAT, radius=STRIPE / 2))
    shapes.append(card_title(scene, touchpoint, rect))
    if score is not None:
        shapes += _score(score, colour, rect)
    if scene.pains.get(box.id):
        shapes += _pain_badge(scene.pains[box.id], rect)
    if box.id in scene.truths:
        shapes += _truth_badge(rect)
    return shapes


def card_title(scene: Scene, touchpoint: Touchpoint, rect: Rect) -> Text:
    """The title on at most two lines; a card without one says so in grey."""
    place = Rect(rect.x + 18, rect.y + 12, rect.w - 30, 18.0 * TITLE_LINES)
    lines = wrap(touchpoint.title or _("Untitled"), "card", place.w, TITLE_LINES, scene.measure)
    return Text(place, lines, "card", INK if touchpoint.title else MUTED)


def _score(score: Score, colour: str | None, rect: Rect) -> list[Shape]:
    y = rect.bottom - PILL_HEIGHT - 8
    pill = Rect(rect.x + 16, y, PILL_WIDTH, PILL_HEIGHT)
    if score.shown == "withheld":
        note = Rect(pill.x, y + 2.5, 110, 15)
        return [Text(note, (show_value(score),), "small", MUTED)]
    fill = colour or NO_HEAT
    hatch = tint(fill, 0.45) if score.shown == "tentative" else None
    number = Rect(pill.x, y + 2, pill.w, 16)
    return [
        Box(pill, fill, radius=6, hatch=hatch),
        Text(number, (show_value(score),), "pill", ink_on(fill), "middle"),
        Text(Rect(pill.right + 6, y + 2.5, 60, 15), (show_n(score.n),), "small", MUTED),
    ]


def _pain_badge(count: int, rect: Rect) -> list[Shape]:
    pill = Rect(rect.right - 40, rect.bottom - 29, 30, 21)
    x, y = pill.x + 8, pill.y + 5
    bolt = ((x + 4.2, y), (x, y + 6.2), (x + 3, y + 6.2), (x + 1.8, y + 11), (x + 6.4, y + 4.4), (x + 3.4, y + 4.4))
    return [
        Box(pill, PAIN_FILL, PAIN_EDGE, 1, 10.5),
        Polygon(bolt, PAIN_INK),
        Text(Rect(pill.x + 15, pill.y + 3, 12, 15), (str(count) if count < 100 else "+",), "badge", PAIN_INK),
    ]


def _truth_badge(rect: Rect) -> list[Shape]:
    x, y = rect.right - 2, rect.y + 2
    return [
        Polygon(diamond(x, y, 14), TRUTH_FILL, WHITE, 2.5),
        Text(Rect(x - 7, y - 9, 14, 18), ("!",), "card", TRUTH_INK, "middle"),
    ]


def diamond(x: float, y: float, r: float) -> tuple[tuple[float, float], ...]:
    """The corners of a square that stands on its tip."""
    return ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
