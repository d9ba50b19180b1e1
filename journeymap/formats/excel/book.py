"""A workbook under way: puts safe values into cells, and ends as bytes that are the same for the same map."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from journeymap.formats.excel.safe import safe_text
from journeymap.formats.excel.style import Look, Looks, Run
from journeymap.survey.task import Cancelled, StopAsked

Value = str | int | float | date | None
PART_DATE = (1980, 1, 1, 0, 0, 0)
MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - Excel knows no time zones
LAST_COLUMN = 16_384
LAST_ROW = 1_048_576


class Book:
    """A workbook under way. `cut` counts the texts that were too long for a cell; `rtl` mirrors its sheets."""

    def __init__(self, rtl: bool, cancelled: StopAsked | None = None) -> None:
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        self.workbook.calculation.fullCalcOnLoad = False  # there is nothing to calculate
        self.looks = Looks(self.workbook)
        self.rtl = rtl
        self.cut = 0
        self._cancelled = cancelled

    def sheet(self, name: str) -> Worksheet:
        """A new sheet; its name must be safe and free."""
        sheet: Worksheet = self.workbook.create_sheet(name)
        sheet.sheet_view.rightToLeft = self.rtl
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation = "landscape"
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        margins = sheet.page_margins
        margins.left = margins.right = 0.4
        margins.top = margins.bottom = 0.5
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, value: Value, look: Look) -> None:
        """Set a cell; text is never anything but text."""
        cell: Any = sheet.cell(row, column)
        if isinstance(value, str):
            safe = safe_text(value)
            self.cut += safe.cut
            if safe.text:
                cell.value = safe.text
                cell.data_type = "s"
            cell._style = self.looks.quoted(look) if safe.risky else self.looks.style(look)
            return
        # The look comes first: openpyxl gives a date without a format one of its own.
        cell._style = self.looks.style(look)
        if value is not None:
            cell.value = value

    def put_runs(self, sheet: Worksheet, row: int, column: int, runs: Sequence[Run], look: Look) -> None:
        """Set a cell whose text has several fonts. The texts are short: what fits on the map."""
        cleaned = [Run(safe_text(run.text).text, run.size, run.bold, run.colour) for run in runs]
        kept = [run for run in cleaned if run.text]
        cell: Any = sheet.cell(row, column)
        risky = bool(kept) and safe_text(kept[0].text).risky
        cell._style = self.looks.quoted(look) if risky else self.looks.style(look)
        if kept:
            cell.value = self.looks.rich(kept)
            cell.data_type = "s"

    def fill(self, sheet: Worksheet, area: tuple[int, int, int, int], look: Look) -> None:
        """Give all cells of an area (first row, first column, last row, last column) one look."""
        style = self.looks.style(look)
        for row in range(area[0], area[2] + 1):
            for column in range(area[1], area[3] + 1):
                cell: Any = sheet.cell(row, column)
                cell._style = style

    def check(self) -> None:
        """Raise `Cancelled` where the user has stopped the export."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def to_bytes(self) -> bytes:
        """The workbook as the bytes of an XLSX file; every part carries the same date, so equal maps give equal bytes."""
        self.looks.close(self.workbook)
        self.workbook.active = 0
        plain = io.BytesIO()
        writer = ExcelWriter(self.workbook, zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED, allowZip64=True))
        writer.save()
        packed = io.BytesIO()
        with (
            zipfile.ZipFile(plain) as parts,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
        ):
            for name in parts.namelist():
                self.check()
                part = zipfile.ZipInfo(name, PART_DATE)
                part.compress_type = zipfile.ZIP_DEFLATED
                part.create_system = 0
                archive.writestr(part, parts.read(name))
        return packed.getvalue()


def merge(sheet: Worksheet, areas: Sequence[tuple[int, int, int, int]]) -> None:
    """Merge areas that don't touch; at once, because one by one takes time with the square of their number.

    The cells within keep their own borders and fills, which is what Excel itself writes.
    """
    ranges = [
        CellRange(min_row=top, min_col=left, max_row=bottom, max_col=right)
        for top, left, bottom, right in areas
        if (top, left) != (bottom, right)
    ]
    sheet.merged_cells.ranges = set(ranges)


def letter(column: int) -> str:
    """The letters of a column, counted from 1."""
    return get_column_letter(column)
