"""Text files with separators: which separator, and the rows of cells."""

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator

from journeymap.model.problem import Problem
from journeymap.survey.limits import CELL_LINES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from journeymap.survey.task import Progress, StopAsked, tick

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 64_000
_SAMPLE_ROWS = 300


def rows_of(
    text: str,
    name: str,
    delimiter: str | None = None,
    progress: Progress | None = None,
    cancelled: StopAsked | None = None,
) -> tuple[list[tuple[str, ...]], str]:
    """All rows but blank lines, as wide as they are, and the delimiter; a first line `sep=;` is heeded and left out.

    Raises `Problem` for zero bytes, a quote that never closes and a file larger than the limits.
    """
    if "\0" in text:
        raise Problem(
            "“{name}” is not a text file: it contains zero bytes. Export the survey as CSV or XLSX again.", name=name
        )
    text, said = _without_sep_line(text)
    delimiter = delimiter or said or guess_delimiter(text)
    rows: list[tuple[str, ...]] = []
    cells = 0
    lines = max(1, text.count("\n") or text.count("\r"))
    for line, row in _records(text, name, delimiter):
        if len(rows) % 5_000 == 0:
            tick(line / lines, progress, cancelled)
        rows.append(tuple(row))
        cells += len(row)
        if len(row) > MAX_COLUMNS:
            raise Problem(
                "Line {line} of “{name}” has {n} columns; at most {limit} can be read. Check the delimiter.",
                line=line,
                name=name,
                n=len(row),
                limit=MAX_COLUMNS,
            )
        if len(rows) > MAX_ROWS or cells > MAX_CELLS:
            raise too_large(name)
    return rows, delimiter


def too_large(name: str) -> Problem:
    """What is said of a table with more rows or cells than are read."""
    return Problem(
        "“{name}” is too large: at most {rows} rows and {cells} cells can be read. Split the file or leave out columns.",
        name=name,
        rows=MAX_ROWS,
        cells=MAX_CELLS,
    )


def _without_sep_line(text: str) -> tuple[str, str | None]:
    """Excel's first line `sep=;` apart from the rest."""
    head = text[:8].lower()
    if head.startswith(("sep=", '"sep=')):
        end = min((at for at in (text.find("\n"), text.find("\r")) if at >= 0), default=len(text))
        line = text[:end].strip().strip('"')
        if len(line) == 5 or line.lower() == "sep=":
            sign = line[4:] or "\t"
            return text[end:].lstrip("\r\n"), sign
    return text, None


def _records(text: str, name: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not a blank line, with the line it starts on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = 1
    last: tuple[int, int] | None = None
    while True:
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error:
            raise _unclosed(name, start) from None
        if reader.line_num - start >= CELL_LINES and any(cell.count("\n") >= CELL_LINES for cell in row):
            raise _unclosed(name, start)
        last = (start, reader.line_num)
        if row:
            yield start, row
        start = reader.line_num + 1
    # A quote that is opened but not closed swallows the rest of the file into the last record.
    if last is not None and last[1] > last[0] and text.count('"') % 2 and _ends_in_quotes(text, last[0], delimiter):
        raise _unclosed(name, last[0])


def _ends_in_quotes(text: str, line: int, delimiter: str) -> bool:
    lines = itertools.islice(io.StringIO(text, newline=""), line - 1, None)
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _unclosed(name: str, line: int) -> Problem:
    return Problem(
        "In “{name}” a quotation mark is opened on or after line {line} and never closed. "
        "Close it, or export the survey again.",
        name=name,
        line=line,
    )


def guess_delimiter(text: str) -> str:
    """The delimiter by which the first rows have equally many columns, quotes respected; a comma where none divides."""
    sample = text[:_SAMPLE]
    cut = len(text) > _SAMPLE
    fits = {sign: _evenness(sample, sign, cut) for sign in DELIMITERS}
    best = max(DELIMITERS, key=lambda sign: fits[sign])
    if fits[best] > 0:
        return best
    # One column: a sign that does not occur, so that decimal commas stay in their cells.
    return next((sign for sign in DELIMITERS if sign not in sample), DELIMITERS[0])


def _evenness(sample: str, delimiter: str, cut: bool) -> float:
    """How well a delimiter divides a sample: the share of rows as wide as the usual one, more for more columns; 0 for one column."""
    widths = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if row:
                widths.append(len(row))
            if len(widths) > _SAMPLE_ROWS:
                break
    except csv.Error:
        pass
    if cut and len(widths) > 1:
        widths.pop()
    if not widths:
        return 0.0
    usual, times = max(Counter(widths).items(), key=lambda item: (item[1], item[0]))
    if usual == 2 and widths[0] == 1 and widths.count(1) == 1 and delimiter == ",":
        return 0.0  # a heading without a comma over numbers with a decimal one
    if usual < 2:
        # One column most of the time; still better than nothing where some rows do divide.
        return sum(width > 1 for width in widths) / len(widths) * 0.1
    share = times / len(widths)
    same_as_first = 1.0 if widths[0] == usual else 0.6
    return share * share * same_as_first * (2 - 1 / usual)
