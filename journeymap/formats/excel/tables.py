"""Sheets that hold one real Excel table each: headings, filters, types, colour scales."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from journeymap.formats.excel.book import LAST_ROW, Book, Value, letter
from journeymap.formats.excel.column import GENERAL, WHOLE, Column, Sheet
from journeymap.formats.excel.facts import Facts
from journeymap.formats.excel.fit import text_width
from journeymap.formats.excel.safe import headings
from journeymap.formats.excel.scales import colour_scale
from journeymap.formats.excel.style import Across, Look
from journeymap.language import N_, _
from journeymap.layout.palette import RULE, WHITE

HEADING_FILL = "#2B3A55"
FILTER_WIDTH = 5.0  # what a heading needs besides its text: the filter's button
LONG_HEADING = 12  # from this length on a heading takes two lines
LEAST_WIDTH = 7.0
NUMBER_WIDTH = 10.0
ROW_HEIGHT, LINE_HEIGHT = 17.0, 14.5
MOST_LINES = 10  # a row is not higher than this, however long a text in it
STEP = 500  # rows between two looks whether the user has stopped the export
A3, A4 = 8, 9
A4_WIDTH, A3_WIDTH = 190.0, 290.0  # characters that can still be read on a page's width


def write_table(book: Book, sheet: Worksheet, table: Sheet, facts: Facts) -> int:
    """Write a sheet's table and return how many rows did not fit into a sheet (0 but for enormous surveys)."""
    columns = (Column(N_("No."), lambda facts, record: None, format=WHOLE), *table.columns(facts))
    names = headings(_(column.heading) for column in columns)
    rows = table.rows(facts)
    kept = rows[: LAST_ROW - 1]
    widths = [_heading_width(name) for name in names]
    folded = [column.detail and _blank(column, kept, facts) for column in columns]
    shown = [(place, column) for place, column in enumerate(columns) if not folded[place]]
    _write_rows(book, sheet, shown, kept, facts, widths)
    _write_headings(book, sheet, columns, names)

    last = max(2, len(kept) + 1)  # a table has one row at least
    excel_table = Table(displayName=table.name, ref=f"A1:{letter(len(columns))}{last}")
    excel_table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True, showColumnStripes=False)
    sheet.add_table(excel_table)
    for place, column in enumerate(columns, 1):
        rule = colour_scale(column.scale, facts) if column.scale else None
        if rule is not None:
            sheet.conditional_formatting.add(f"{letter(place)}2:{letter(place)}{last}", rule)
    width = _set_columns(sheet, columns, widths, folded)
    sheet.sheet_format.defaultRowHeight = ROW_HEIGHT
    sheet.sheet_format.customHeight = True
    sheet.freeze_panes = "C2"
    # Columns before rows, as Excel itself writes them; openpyxl's own properties put them the other way round.
    name = quote_sheetname(sheet.title)
    titles = DefinedName("_xlnm.Print_Titles", attr_text=f"{name}!$A:$B,{name}!$1:$1")
    sheet.defined_names.add(titles)
    sheet.page_setup.paperSize = A4 if width <= A4_WIDTH else A3
    sheet.page_setup.fitToWidth = max(1, math.ceil(width / A3_WIDTH))
    footer: Any = sheet.oddFooter
    footer.right.text = "&P / &N"
    return len(rows) - len(kept)


def _write_headings(book: Book, sheet: Worksheet, columns: Sequence[Column], names: Sequence[str]) -> None:
    text = Look(size=10.5, bold=True, colour=WHITE, fill=HEADING_FILL, wrap=True, across=_start(book), indent=1)
    number = replace(text, across="center", indent=0)
    for place, (column, name) in enumerate(zip(columns, names, strict=True), 1):
        book.put(sheet, 1, place, name, text if column.format == GENERAL else number)
    two_lines = any(len(name) > LONG_HEADING for name in names)
    sheet.row_dimensions[1].height = 34 if two_lines else 22


def _write_rows(
    book: Book,
    sheet: Worksheet,
    columns: Sequence[tuple[int, Column]],
    rows: Sequence[Any],
    facts: Facts,
    widths: list[float],
) -> None:
    """Write these columns (place and column) of all rows, and widen `widths` to what they need."""
    looks: dict[tuple[str, bool], Look] = {}
    for number, record in enumerate(rows, 1):
        if number % STEP == 0:
            book.check()
        lines = 1
        for place, column in columns:
            value = number if place == 0 else column.value(facts, record)
            form = column.format if isinstance(column.format, str) else column.format(facts, record)
            text = isinstance(value, str)
            look = looks.get((form, text))
            if look is None:
                look = looks[form, text] = _look(book, form, text)
            book.put(sheet, number + 1, place + 1, value, look)
            if value is not None:
                widths[place] = max(widths[place], min(column.most, _width(value)))
                if isinstance(value, str) and (len(value) > column.most or "\n" in value):
                    lines = max(lines, _lines(value, column.most))
        if lines > 1:
            sheet.row_dimensions[number + 1].height = min(lines, MOST_LINES) * LINE_HEIGHT + 2


def _blank(column: Column, rows: Sequence[Any], facts: Facts) -> bool:
    return all(column.value(facts, record) in (None, "") for record in rows)


def _look(book: Book, form: str, text: bool) -> Look:
    plain = Look(size=10.5, down="top", edge=("hair", RULE))
    if text:
        return replace(plain, wrap=True, across=_start(book), indent=1)
    return replace(plain, format=form, across="center")


def _start(book: Book) -> Across:
    return "right" if book.rtl else "left"


def _heading_width(name: str) -> float:
    longest_word = max(map(len, name.split()), default=0)
    one_line = len(name) if len(name) <= LONG_HEADING else math.ceil(len(name) / 2) + 2
    return max(longest_word, one_line) * 1.1 + FILTER_WIDTH


def _width(value: Value) -> float:
    return text_width(value) * 1.1 + 3 if isinstance(value, str) else NUMBER_WIDTH


def _lines(text: str, width: float) -> int:
    return sum(max(1, math.ceil(text_width(part) * 1.1 / width)) for part in text.split("\n"))


def _set_columns(sheet: Worksheet, columns: Sequence[Column], widths: Sequence[float], folded: Sequence[bool]) -> float:
    """Set widths, fold away what is blank, hide the id; returns the width that is left in sight."""
    total = 0.0
    for place, column in enumerate(columns, 1):
        dimension = sheet.column_dimensions[letter(place)]
        dimension.width = round(max(LEAST_WIDTH, widths[place - 1]), 1)
        dimension.hidden = column.hidden or folded[place - 1]
        dimension.outlineLevel = 1 if folded[place - 1] else 0
        # Where Excel puts the button to unfold them.
        dimension.collapsed = place > 1 and folded[place - 2] and not folded[place - 1]
        if not dimension.hidden:
            total += dimension.width
    return total
