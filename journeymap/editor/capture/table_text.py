"""A text or a file as rows of cells: plain lines, cells between tabs, or a whiteboard's CSV. No Qt in here."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from journeymap.editor.capture.columns import is_heading
from journeymap.model.problem import Problem
from journeymap.model.text import clean_line, clean_text
from journeymap.survey.encoding import decode
from journeymap.survey.filetype import check_text
from journeymap.survey.reading import Reading, read_table
from journeymap.survey.reading_csv import guess_delimiter

TEXT_BYTES = 20_000_000
TEXT_SUFFIXES = (".txt", ".text", ".md", "")
DELIMITERS = (",", ";", "|")
# What word processors, slides and chats put before the lines of a list.
_BULLET = re.compile(r"^(?:[•‣◦▪●○·*–-]|\[[ xX]?\])\s+")
_NUMBER = re.compile(r"^\(?\d{1,3}[.)]\s+")


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows of cells, all equally wide; `heading` says that the first row names the columns."""

    rows: tuple[tuple[str, ...], ...]
    heading: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, blank where there are none."""
        return self.rows[0] if self.heading else ("",) * self.width

    @property
    def body(self) -> tuple[tuple[str, ...], ...]:
        """The rows below the heading."""
        return self.rows[1:] if self.heading else self.rows

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def cells_of_text(text: str) -> Cells:
    """What was pasted: cells between tabs, a CSV that begins with headings, else a line in each row."""
    text = clean_text(text)
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and sum("\t" in line for line in lines) >= 0.6 * len(lines):
        return _with_heading(_parsed(text, "\t"))
    if len(lines) > 1:
        delimiter = guess_delimiter(text)
        rows = _parsed(text, delimiter) if delimiter in DELIMITERS else []
        if len(rows) > 1 and len(rows[0]) > 1 and is_heading(rows[0]):
            return _with_heading(rows)
    return _with_heading([(line,) for line in plain_lines(lines)])


def plain_lines(lines: list[str]) -> list[str]:
    """The lines of a list without bullets; without numbers where every line has one."""
    clean = [_BULLET.sub("", clean_line(line)) for line in lines]
    if len(clean) > 1 and all(_NUMBER.match(line) for line in clean):
        clean = [_NUMBER.sub("", line) for line in clean]
    return [line for line in clean if line]


def cells_of_file(path: Path) -> Cells:
    """A whiteboard's export; raises `Problem` for a file that is not there, too large, or no such list."""
    name = path.name
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= TEXT_BYTES else b""
    except OSError as error:
        why = error.strerror or str(error)
        raise Problem("“{name}” can't be read: {why}.", name=name, why=why) from None
    if size > TEXT_BYTES:
        raise Problem(
            "“{name}” is {size} MB large; a list of notes has at most {limit} MB.",
            name=name,
            size=size // 1_000_000,
            limit=TEXT_BYTES // 1_000_000,
        )
    if not data.strip():
        raise Problem("“{name}” is empty.", name=name)
    try:
        if path.suffix.lower() in TEXT_SUFFIXES:
            text = decode(data, name).text
            check_text(text, name)
            return cells_of_text(text)
        return _with_heading(list(read_table(path, Reading(header_rows=0)).rows))
    except Problem:
        # What a survey's reader says of other files speaks of answers.
        raise Problem(
            "“{name}” is not a list of notes that can be read. Export the board as CSV, XLSX or text.", name=name
        ) from None


def _parsed(text: str, delimiter: str) -> list[tuple[str, ...]]:
    try:
        rows = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error:  # a cell longer than the reader takes
        rows = [tuple(line.split(delimiter)) for line in text.split("\n")]
    return [row for row in rows if any(cell.strip() for cell in row)]


def _with_heading(rows: list[tuple[str, ...]]) -> Cells:
    width = max(map(len, rows), default=0)
    even = [(*row, *[""] * (width - len(row))) for row in rows]
    kept = [place for place in range(width) if any(row[place].strip() for row in even)]
    cells = tuple(tuple(row[place] for place in kept) for row in even)
    return Cells(cells, len(cells) > 1 and is_heading(cells[0]))
