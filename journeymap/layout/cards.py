"""How high a card is: fixed as a rule, as high as its text where a map shows all of it."""

from journeymap.layout import sizes
from journeymap.layout.text import STYLES, Measure, wrap
from journeymap.model.structure import JourneyInfo, Touchpoint

TITLE_X, TITLE_PAD = 18.0, 30.0
ALL_LINES = 40


def card_height(touchpoint: Touchpoint, info: JourneyInfo, measure: Measure) -> float:
    """The height of a touchpoint's card in map units."""
    height = sizes.CARD_HEIGHT + (sizes.MARKS_HEIGHT if info.marks else 0)
    if not info.full_text:
        return height
    title, text = full_lines(touchpoint, measure)
    return height + max(0, len(title) - 2) * STYLES["card"].line + len(text) * STYLES["note"].line


def full_lines(touchpoint: Touchpoint, measure: Measure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All lines of a card's title, and of what the customer does there."""
    room = sizes.CARD_WIDTH - TITLE_PAD
    title = wrap(touchpoint.title, "card", room, ALL_LINES, measure)
    return title, wrap(touchpoint.does, "note", room, ALL_LINES, measure)
