"""A scale as people write it: "0–10"."""

from babel.numbers import format_decimal, get_decimal_symbol

from journeymap.language import is_right_to_left, language, locale
from journeymap.model.measures import Scale
from journeymap.survey.display import MINUS
from journeymap.survey.numbers import parse_number

USUAL: tuple[Scale, ...] = ((0, 10), (1, 5), (1, 7), (1, 10), (0, 5), (0, 100))
LIMIT = 1e9

LEFT_TO_RIGHT = "\u200e"
_DASHES = "–—‐‑‒"


def show_scale(scale: Scale) -> str:
    """Both ends with a dash between."""
    # In a line from right to left the ends would change places.
    mark = LEFT_TO_RIGHT if is_right_to_left(language()) else ""
    return "–".join(mark + _end(value) for value in scale)


def parse_scale(text: str) -> Scale | None:
    """The scale that a text such as "0-10", "1 – 5" or "−2 2" means; None where it is none, or its ends are not low, high."""
    for dash in _DASHES:
        text = text.replace(dash, " – ")
    if "–" not in text:
        # A hyphen between digits parts the ends; before a digit, after a blank or at the start, it is a minus sign.
        text = "".join(
            " – " if sign == "-" and before.strip() and before != "-" else sign
            for before, sign in zip(" " + text, text, strict=False)
        )
    ends = [part for part in text.replace("–", " ").split() if any(c.isdigit() for c in part)]
    decimal = str(get_decimal_symbol(locale()))
    numbers = [parse_number(part, decimal) for part in ends]
    if len(numbers) != 2:
        return None
    low, high = numbers
    if low is None or high is None or not -LIMIT <= low < high <= LIMIT:
        return None
    return low, high


def _end(value: float) -> str:
    # Without groups of thousands, which could be read as decimals or as two numbers.
    text = str(format_decimal(abs(value), format="0.######", locale=locale(), numbering_system="default"))
    return MINUS + text if value < 0 else text
