"""The sheet "Map" under way: what its parts share, its columns, and rows of one height that are tinted by stage."""

from dataclasses import dataclass, field, replace

from openpyxl.worksheet.worksheet import Worksheet

from journeymap.formats.excel.book import Book, letter
from journeymap.formats.excel.facts import Facts
from journeymap.formats.excel.fit import Fit, row_height
from journeymap.formats.excel.map_grid import GAP_WIDTH, LABEL_WIDTH, LEAST_MAP_WIDTH, MapGrid, StageSpan
from journeymap.formats.excel.style import Across, Look, Run
from journeymap.layout.palette import INK, MUTED, PAPER, RULE, tint

SEPARATOR_HEIGHT = 5.0
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"  # marks without a width


@dataclass
class MapFrame:
    """What the parts of the map's sheet share.

    `row` is the next free row, `merges` are the areas to be merged at the end, `total` is the height of all rows in points.
    """

    book: Book
    sheet: Worksheet
    facts: Facts
    grid: MapGrid
    fit: Fit
    row: int = 1
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    total: float = 0.0

    @property
    def start(self) -> Across:
        """Where lines begin."""
        return "right" if self.book.rtl else "left"

    @property
    def end(self) -> Across:
        """Where lines end."""
        return "left" if self.book.rtl else "right"

    def look(self, look: Look) -> Look:
        """A look in the map's direction of reading, texts at the start unless they are centred or at the end."""
        return replace(look, across=look.across or self.start, reading=2 if self.book.rtl else 0)

    def numbers(self, text: str) -> str:
        """Figures with their signs, kept in their order within a line that runs from right to left."""
        return f"{LEFT_TO_RIGHT}{text}{LEFT_TO_RIGHT}{RIGHT_TO_LEFT}" if self.book.rtl and text else text

    def tint(self, span: StageSpan) -> str:
        """The wash of a stage's column."""
        colour = self.facts.colour(span.stage.id)
        return tint(colour, 0.13) if colour else PAPER

    def height(self, points: float) -> None:
        """How high the row under way is."""
        self.sheet.row_dimensions[self.row].height = row_height(points)
        self.total += row_height(points)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge an area when the sheet is done."""
        self.merges.append((top, left, bottom, right))

    def tinted(self, rows: int = 1, look: Look | None = None) -> None:
        """Wash the cells of all stages in the next rows; the row under way stays the same."""
        for span in self.grid.spans:
            area = (self.row, span.first, self.row + rows - 1, span.last)
            self.book.fill(self.sheet, area, replace(look or Look(), fill=self.tint(span)))

    def separator(self) -> None:
        """A low row with a line above, where a channel or a lane begins."""
        line = Look(above=("thin", RULE))
        self.book.fill(self.sheet, (self.row, 1, self.row, self.grid.last), line)
        self.tinted(look=line)
        self.height(SEPARATOR_HEIGHT)
        self.row += 1

    def label(self, text: str, note: str, rows: int) -> None:
        """The name of a channel or lane, before the first stage, as high as its rows."""
        shown, _lines = self.fit.lines(text, LABEL_WIDTH - 1, 11, 4, bold=True)
        runs = [Run(shown, 11, True, INK)]
        if note:
            runs.append(Run(f"\n{note}", 9, False, MUTED))
        look = self.look(Look(size=11, bold=True, wrap=True, down="top"))
        self.book.put_runs(self.sheet, self.row, 1, runs, look)
        self.merge(self.row, 1, self.row + rows - 1, 1)

    def columns(self) -> None:
        """Set the widths of all columns."""
        widths = {1: LABEL_WIDTH}
        for span in self.grid.spans:
            widths.update(dict.fromkeys(span.columns, span.card_width))
            widths[span.last + 1] = GAP_WIDTH
        if not self.grid.spans:
            widths[2] = LEAST_MAP_WIDTH - LABEL_WIDTH
        for column, width in widths.items():
            if column <= self.grid.last:
                self.sheet.column_dimensions[letter(column)].width = width
