"""A block of cells as text parted by tabs, as Excel and other spreadsheets put it on the clipboard and read it there."""

import re
from collections.abc import Sequence

Block = list[list[str]]

# A cell in quotation marks may hold tabs, line breaks and doubled marks. Excel writes a cell that merely begins with a
# mark as it is, so the closing mark must end the cell.
_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)|([^\t\r\n]*)')
_NEEDS_QUOTES = re.compile('[\t\r\n]|^"')
# What a spreadsheet would take for a formula, and run: a text that begins so and is no number.
_FORMULA = re.compile(r"[=@]|[+-](?![\d.,]+\s?%?\Z)")
_HARMLESS = re.compile(r"'[=+@-]")


def read_tsv(text: str) -> Block:
    """The cells of a text, row by row, all rows equally long; the line break at the very end begins no row."""
    rows: Block = []
    row: list[str] = []
    place = 0
    while place <= len(text):
        match = _CELL.match(text, place)
        assert match is not None  # the second form matches the empty text
        quoted = match[1]
        row.append(match[2] if quoted is None else quoted.replace('""', '"').replace("\r\n", "\n").replace("\r", "\n"))
        place = match.end()
        if text[place : place + 1] == "\t":
            place += 1
            continue
        rows.append(row)
        row = []
        place += 2 if text[place : place + 2] == "\r\n" else 1
        if place == len(text):
            break
    width = max(map(len, rows), default=0)
    return [cells + [""] * (width - len(cells)) for cells in rows]


def write_tsv(rows: Sequence[Sequence[str]]) -> str:
    """Cells as such a text, with a line break after each row."""
    return "".join("\t".join(map(_cell, row)) + "\n" for row in rows)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before it where it would."""
    return "'" + text if _FORMULA.match(text) else text


def as_typed(text: str) -> str:
    """The text without the apostrophe that `harmless` has put before it."""
    return text[1:] if _HARMLESS.match(text) else text
