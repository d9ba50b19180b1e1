"""The sheet "Map": the map itself, readable without zooming and printed on one page's width."""

from openpyxl.worksheet.worksheet import Worksheet

from journeymap.formats.excel.book import Book, letter, merge
from journeymap.formats.excel.facts import Facts
from journeymap.formats.excel.fit import Fit
from journeymap.formats.excel.map_cards import write_channels
from journeymap.formats.excel.map_frame import MapFrame
from journeymap.formats.excel.map_grid import MapGrid
from journeymap.formats.excel.map_head import write_stages, write_title
from journeymap.formats.excel.map_lanes import write_lanes
from journeymap.formats.excel.map_legend import write_legend

A3, A4 = 8, 9
A4_WIDTH = 150.0  # characters; a wider map would be too small to read on A4
PAGE_SHAPE = 0.68  # height by width of what is printed on a page
ONE_PAGE = 1.35  # a map this much taller than its page is made to fit; a taller one goes on over several pages
POINTS_PER_CHARACTER = 5.25
PAGE_WIDTH = 780.0  # points, A4 without its margins; a narrower map is not made larger


def write_map(book: Book, sheet: Worksheet, grid: MapGrid, facts: Facts, fit: Fit, missing: int = 0) -> None:
    """Draw the map on its sheet: head, channels, lanes, legend; then what stays in sight and how it is printed.

    `missing` is how many rows of the tables did not fit, which the foot says.
    """
    frame = MapFrame(book, sheet, facts, grid, fit)
    frame.columns()
    write_title(frame)
    head = frame.row
    write_stages(frame)
    body = frame.row
    write_channels(frame)
    write_lanes(frame)
    write_legend(frame, missing)
    merge(sheet, frame.merges)

    sheet.freeze_panes = f"B{body}"
    sheet.print_area = f"A1:{letter(grid.last)}{frame.row - 1}"
    if body > head:
        sheet.print_title_rows = f"{head}:{body - 1}"
    sheet.page_setup.paperSize = A4 if grid.width <= A4_WIDTH else A3
    page = max(grid.width * POINTS_PER_CHARACTER, PAGE_WIDTH) * PAGE_SHAPE
    sheet.page_setup.fitToHeight = 1 if frame.total <= page * ONE_PAGE else 0
    sheet.print_options.horizontalCentered = True
