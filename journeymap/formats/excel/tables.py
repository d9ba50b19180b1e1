"""Sheets that hold one real Excel table each: headings, filters, types, colour scales."""

from collections.abc import Sequence
from typing import Any

from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Color
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from journeymap.formats.excel.book import LAST_ROW, Book, Value, letter
from journeymap.formats.excel.column import GENERAL, WHOLE, Column, Scale, Sheet
from journeymap.formats.excel.facts import Facts
from journeymap.formats.excel.fit import text_width
from journeymap.formats.excel.safe import headings
from journeymap.formats.excel.style import Look, argb
from journeymap.language import N_, _
from journeymap.layout.palette import RULE, WHITE, heat_range, ramp, tint

FILTER_WIDTH = 5  # what a heading needs besides its text: the filter's button
LEAST_WIDTH = 7
HIGHEST_ROW = 120.0
HEAD = Look(size=10.5, bold=True, colour=WHITE, fill="#2B3A55", wrap=True, edge=("thin", "#2B3A55"))
STEP = 500  # rows between two looks whether the user has stopped the export

Numbered = tuple[int, Any]


def write_table(book: Book, sheet: Worksheet, table: Sheet, facts: Facts) -> int:
    """Write a sheet's table and return how many rows did not fit into a sheet (0 but for enormous surveys)."""
    columns = (Column(N_("No."), lambda facts, record: None, format=WHOLE), *table.columns(facts))
    names = headings(_(column.heading) for column in columns)
    for place, name in enumerate(names, 1):
        book.put(sheet, 1, place, name, HEAD)
    rows = table.rows(facts)
    kept = rows[: LAST_ROW - 1]
    widths = [min(column.most, len(name) + FILTER_WIDTH) for column, name in zip(columns, names, strict=True)]
    blank = _write_rows(book, sheet, columns, kept, facts, widths)

    last = max(2, len(kept) + 1)
    reference = f"A1:{letter(len(columns))}{last}"
    excel_table = Table(displayName=table.name, ref=reference)
    excel_table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True, showColumnStripes=False)
    sheet.add_table(excel_table)
    _set_columns(sheet, columns, widths, blank)
    for place, column in enumerate(columns, 1):
        if column.scale is not None:
            rule = _colours(column.scale, facts)
            if rule is not None:
                sheet.conditional_formatting.add(f"{letter(place)}2:{letter(place)}{last}", rule)
    sheet.freeze_panes = "C2"
    sheet.row_dimensions[1].height = 32
    sheet.print_title_rows = "1:1"
    footer: Any = sheet.oddFooter
    footer.right.text = "&P / &N"
    return len(rows) - len(kept)


def _write_rows(
    book: Book, sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Any], facts: Facts, widths: list[float]
) -> list[bool]:
    """Write all rows, widen `widths` to what they need, and say which columns stayed blank."""
    blank = [True] * len(columns)
    plain = [column.format if isinstance(column.format, str) else GENERAL for column in columns]
    looks: dict[tuple[str, bool], Look] = {}
    for number, record in enumerate(rows, 1):
        if number % STEP == 0:
            book.check()
        for place, column in enumerate(columns):
            value = number if place == 0 else column.value(facts, record)
            if value is not None and value != "":
                blank[place] = False
                if widths[place] < column.most:
                    widths[place] = min(column.most, max(widths[place], _width(value)))
            form = plain[place] if isinstance(column.format, str) else column.format(facts, record)
            text = isinstance(value, str)
            look = looks.get((form, text))
            if look is None:
                look = looks[form, text] = _cell_look(book, form, text)
            book.put(sheet, number + 1, place + 1, value, look)
    return blank


def _cell_look(book: Book, form: str, text: bool) -> Look:
    return Look(
        size=10.5,
        format=form,
        wrap=text,
        down="top",
        edge=("hair", RULE),
        across=("right" if book.rtl else "left") if text else None,
    )


def _width(value: Value) -> float:
    return text_width(value) + 2 if isinstance(value, str) else 11


def _set_columns(sheet: Worksheet, columns: Sequence[Column], widths: Sequence[float], blank: Sequence[bool]) -> None:
    for place, column in enumerate(columns, 1):
        dimension = sheet.column_dimensions[letter(place)]
        dimension.width = max(LEAST_WIDTH, widths[place - 1])
        if column.hidden:
            dimension.hidden = True
        elif column.detail and blank[place - 1]:
            dimension.outlineLevel = 1
            dimension.hidden = True


def _colours(scale: Scale, facts: Facts) -> Rule | None:
    """A colour scale that is light enough for dark text on all of it; None where values have no common scale."""
    if scale == "severity":
        return _rule((1, WHITE), (3, tint(ramp(0.25, facts.palette), 0.55)), (5, tint(ramp(0, facts.palette), 0.6)))
    if scale == "weight":
        return _rule((1, WHITE), (3, "#DCE4F2"), (5, "#A9BEE0"))
    low, high, upwards = 0.0, 1.0, True
    if scale == "felt":
        low, high = -2.0, 2.0
    if scale == "score":
        ranges = {(heat_range(s.metric, s.scale), s.high_is_good) for s in facts.overlay.scores.values()}
        if len(ranges) != 1:
            return None
        ((low, high), upwards) = ranges.pop()
    ends = [tint(ramp(part, facts.palette), 0.6) for part in ((0.0, 0.5, 1.0) if upwards else (1.0, 0.5, 0.0))]
    return _rule((low, ends[0]), ((low + high) / 2, ends[1]), (high, ends[2]))


def _rule(start: tuple[float, str], middle: tuple[float, str], end: tuple[float, str]) -> Rule:
    ends = (start, middle, end)
    scale = ColorScale(
        cfvo=[FormatObject(type="num", val=value) for value, _colour in ends],
        color=[Color(rgb=argb(colour)) for _value, colour in ends],
    )
    return Rule(type="colorScale", colorScale=scale)
