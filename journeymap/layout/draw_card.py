"""A touchpoint's card: title, heat stripe, score with n, badges for pain points and a moment of truth."""

from journeymap.language import _
from journeymap.layout.cards import ALL_LINES, TITLE_PAD, TITLE_X, full_lines
from journeymap.layout.draw_difference import difference_shapes
from journeymap.layout.draw_marks import grade_shapes, mark_shapes
from journeymap.layout.map_layout import CardBox
from journeymap.layout.palette import INK, MUTED, NO_HEAT, WHITE, ink_on, tint
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Box, Polygon, Rect, Shape, Text
from journeymap.layout.text import STYLES, wrap
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
# A flat moment: felt within ±0.5 of −2…+2, and a score in the middle of what it can be (NPS −10 to +24).
FLAT_FEELING = 0.5
FLAT_GOOD = (0.45, 0.62)


def card_shapes(scene: Scene, box: CardBox) -> list[Shape]:
    """Everything on one card, bottom first."""
    touchpoint = scene.journey.get(Touchpoint, box.id)
    rect, colour, score = box.rect, scene.colour(box.id), scene.score(box.id)
    shapes: list[Shape] = [Box(rect, WHITE, EDGE, 1, RADIUS, shadow=True)]
    if score is not None:
        stripe = Rect(rect.x + 0.5, rect.y + 0.5, STRIPE, rect.h - 1)
        shapes.append(Box(stripe, colour or NO_HEAT, radius=STRIPE / 2))
    shapes.append(card_title(scene, touchpoint, rect))
    if scene.journey.info.full_text:
        shapes += _full_text(scene, touchpoint, rect)
    if scene.journey.info.marks:
        shapes += mark_shapes(touchpoint, rect)
        shapes += grade_shapes(scene.grades[box.id], rect.right - 18, rect.bottom - 43)
    if score is not None:
        shapes += _score(score, colour, rect)
    if scene.pains.get(box.id):
        shapes += _pain_badge(scene.pains[box.id], rect)
    if box.id in scene.truths:
        shapes += _truth_badge(rect, is_flat(scene, box.id))
    return shapes + difference_shapes(scene.differences.get(box.id), rect, RADIUS)


def card_title(scene: Scene, touchpoint: Touchpoint, rect: Rect) -> Text:
    """The title on at most two lines (all of them in full text); a card without one says so in grey."""
    most = ALL_LINES if scene.journey.info.full_text else TITLE_LINES
    room = rect.w - TITLE_PAD
    lines = wrap(touchpoint.title or _("Untitled"), "card", room, most, scene.measure)
    place = Rect(rect.x + TITLE_X, rect.y + 12, room, 18.0 * len(lines))
    return Text(place, lines, "card", INK if touchpoint.title else MUTED)


def _full_text(scene: Scene, touchpoint: Touchpoint, rect: Rect) -> list[Shape]:
    title, text = full_lines(touchpoint, scene.measure)
    y = rect.y + 16 + max(1, len(title)) * STYLES["card"].line
    place = Rect(rect.x + TITLE_X, y, rect.w - TITLE_PAD, len(text) * STYLES["note"].line)
    return [Text(place, text, "note", MUTED)] if text else []


def is_flat(scene: Scene, id: str) -> bool:
    """Whether a moment of truth is neither bad nor memorable, by what was felt and by what was measured."""
    felt = scene.felt.get(id, ())
    score = scene.score(id)
    known = score is not None and score.shown != "withheld"
    if not felt and not known:
        return False
    calm = all(abs(value) <= FLAT_FEELING for value in felt)
    return calm and (score is None or not known or FLAT_GOOD[0] <= score.good <= FLAT_GOOD[1])


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


def _truth_badge(rect: Rect, flat: bool) -> list[Shape]:
    """A diamond with an exclamation mark; a flat moment's is hollow, with a dash."""
    x, y = rect.right - 2, rect.y + 2
    if flat:
        dash = Rect(x - 5, y - 1.2, 10, 2.4)
        return [Polygon(diamond(x, y, 13), "#FFF8E8", TRUTH_FILL, 2.2), Box(dash, TRUTH_INK)]
    return [
        Polygon(diamond(x, y, 14), TRUTH_FILL, WHITE, 2.5),
        Text(Rect(x - 7, y - 9, 14, 18), ("!",), "card", TRUTH_INK, "middle"),
    ]


def diamond(x: float, y: float, r: float) -> tuple[tuple[float, float], ...]:
    """The corners of a square that stands on its tip."""
    return ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
