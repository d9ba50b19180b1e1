"""How much room a text takes in a cell: Excel does not do that for merged cells, so widths and heights are reckoned here."""

import math

from journeymap.layout.text import ELLIPSIS, STYLES, Measure, wrap

CELL_PADDING = 6.0  # pixels at both sides together
PIXELS_PER_CHARACTER = 7.0  # the digit 0 of Calibri 11, in which Excel counts column widths
PIXELS_PER_POINT = 96 / 72
BOLD = 1.12
STYLE = "card"
ROW_LIMIT = 409.0  # points: Excel's highest row


class Fit:
    """Breaks text as Excel would, with a little room to spare, because the reader's font may be wider than ours."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure

    def lines(self, text: str, characters: float, size: float, most: int, bold: bool = False) -> tuple[str, int]:
        """The text, with an ellipsis where it needs more than `most` lines, and how many lines it takes.

        `characters` is the width of the cell as Excel counts it, `size` the size of the font in points.
        """
        room = characters * PIXELS_PER_CHARACTER - CELL_PADDING
        units = room / (size * PIXELS_PER_POINT * (BOLD if bold else 1.0)) * STYLES[STYLE].size
        text = " ".join(text.split())
        lines = wrap(text, STYLE, max(units, 1.0), most, self._measure)
        shown = "".join(lines).replace(" ", "")
        if shown != text.replace(" ", ""):
            text = _head(text, len(shown) - len(ELLIPSIS)) + ELLIPSIS
        return text, max(1, len(lines))


def _head(text: str, letters: int) -> str:
    """The beginning of a text that has this many characters besides blanks."""
    end = 0
    while letters > 0:
        letters -= text[end] != " "
        end += 1
    return text[:end]


def line_height(size: float) -> float:
    """The height of a line in points, for a font of this size in points."""
    return size * 1.36


def text_width(text: str) -> int:
    """About how many characters wide a text is as Excel counts: its longest line, wide scripts count double."""
    longest = max(text.split("\n"), key=len)
    return len(longest) if longest.isascii() else sum(2 if character >= "\u1100" else 1 for character in longest)


def row_height(points: float) -> float:
    """A height that Excel takes, in quarters of a point."""
    return min(ROW_LIMIT, math.ceil(points * 4) / 4)
