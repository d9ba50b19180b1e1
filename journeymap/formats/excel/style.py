"""How a cell looks, as a value: each look is made once in a workbook and then shared by all cells that have it."""

from copy import copy
from dataclasses import dataclass, replace
from typing import Literal

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.workbook import Workbook

from journeymap.layout.palette import ink_on, luminance

LEAST_CONTRAST = 4.5
BLACK = "#000000"
FONT = "Calibri"  # LibreOffice sets fonts without a name in a serif face
Across = Literal["left", "center", "right"]
Line = Literal["hair", "thin", "medium", "thick", "mediumDashed"]
Edge = tuple[Line, str]  # a line and its colour `#RRGGBB`


@dataclass(frozen=True, slots=True)
class Look:
    """Font, fill, borders, alignment and number format of a cell. `hatch`: the colour of diagonal lines over the fill.

    `reading` is Excel's reading order: 0 by the text, 1 left to right, 2 right to left.
    """

    size: float = 10
    bold: bool = False
    colour: str = "#1B2330"
    fill: str | None = None
    hatch: str | None = None
    edge: Edge | None = None
    above: Edge | None = None
    format: str = "General"
    across: Across | None = None
    down: Literal["top", "center", "bottom"] = "center"
    wrap: bool = False
    indent: int = 0
    reading: int = 0
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text within a cell that has a font of its own."""

    text: str
    size: float = 10
    bold: bool = False
    colour: str = "#1B2330"


class Looks:
    """The looks of one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._scratch = workbook.create_sheet("looks").cell(1, 1)
        self._known: dict[Look, StyleArray] = {}
        self._fonts: dict[tuple[float, bool, str], InlineFont] = {}

    def close(self, workbook: Workbook) -> None:
        """Take away the sheet on which the looks were made."""
        workbook.remove(workbook["looks"])

    def style(self, look: Look) -> StyleArray:
        """What a cell's `_style` is for this look; shared, so it must not be altered."""
        style = self._known.get(look)
        if style is None:
            cell = self._scratch
            cell.font = Font(name=FONT, size=look.size, bold=look.bold, color=argb(look.colour))
            cell.fill = _fill(look)
            side = _side(look.edge)
            cell.border = Border(left=side, right=side, top=_side(look.above or look.edge), bottom=side)
            cell.alignment = Alignment(
                horizontal=look.across,
                vertical=look.down,
                wrap_text=look.wrap or None,
                indent=look.indent,
                readingOrder=look.reading,
            )
            cell.number_format = look.format
            cell.quotePrefix = look.quote
            style = self._known[look] = copy(cell._style)
        return style

    def quoted(self, look: Look) -> StyleArray:
        """The same look for a text that could be read as a formula: Excel is told to keep it as text."""
        return self.style(replace(look, quote=True))

    def rich(self, runs: list[Run]) -> CellRichText:
        """A cell's text of several fonts."""
        return CellRichText([TextBlock(self._font(run), run.text) for run in runs])

    def _font(self, run: Run) -> InlineFont:
        key = (run.size, run.bold, run.colour)
        if key not in self._fonts:
            self._fonts[key] = InlineFont(rFont=FONT, sz=run.size, b=run.bold, color=Color(rgb=argb(run.colour)))
        return self._fonts[key]


def ink_for(fill: str) -> str:
    """The ink for small text on a fill: the map's own, or black where that has too little contrast (WCAG 2 asks for 4.5)."""
    ink = ink_on(fill)
    light, dark = sorted((luminance(fill) + 0.05, luminance(ink) + 0.05), reverse=True)
    return ink if light / dark >= LEAST_CONTRAST else BLACK


def argb(colour: str) -> str:
    """`#RRGGBB` as Excel writes it."""
    return "FF" + colour[1:]


def _fill(look: Look) -> PatternFill:
    if look.fill is None:
        return PatternFill()
    if look.hatch is None:
        return PatternFill("solid", fgColor=argb(look.fill))
    return PatternFill("lightUp", fgColor=argb(look.hatch), bgColor=argb(look.fill))


def _side(edge: Edge | None) -> Side:
    return Side(style=edge[0], color=argb(edge[1])) if edge else Side()
