"""From a file to a table of texts: what it is, how it is read, and the one function that does so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from journeymap.language import _, ngettext
from journeymap.model.problem import Problem
from journeymap.survey import limits
from journeymap.survey.encoding import decode
from journeymap.survey.filetype import check_text, kind_of
from journeymap.survey.headers import MAX_HEADER_ROWS, Headings, read_headings
from journeymap.survey.numbers import DECIMALS, guess_decimal
from journeymap.survey.origin import Origin, origin
from journeymap.survey.reading_csv import rows_of
from journeymap.survey.reading_xlsx import read_sheet
from journeymap.survey.task import Progress, StopAsked, tick

Kind = Literal["csv", "xlsx"]
_SAMPLE_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read; None stands for: find out.

    `kind` csv is any text with separators, xlsx any spreadsheet. `encoding` and `delimiter` mean text files, `sheet`
    spreadsheets only. `header_rows` is 0 to 10, `decimal` one of `.`, `,`, `٫`.
    """

    kind: Kind | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header_rows: int | None = None
    decimal: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A file as it was read: all cells as text, every row as wide as there are columns.

    `columns` are distinct names. `reading` is complete. `sheets` are a spreadsheet's sheets. `notes` are sentences
    (already translated) on what was found. `name` is the file's name, `labels` the wording of a column's question
    where the file gives it apart from its name (else ""), `aliases` the other names of each column (code, wording),
    `origin` the survey tool that wrote the file, or "".
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    reading: Reading
    sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    name: str = ""
    labels: tuple[str, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    origin: Origin = ""


def read_table(
    path: Path,
    how: Reading | None = None,
    *,
    progress: Progress | None = None,
    cancelled: StopAsked | None = None,
) -> Table:
    """Read a survey file as it is, or as `how` overrules; everything else is found out.

    `progress` hears 0 to 1. Raises `Problem` for a file that can't be read or has no answers, `Cancelled` where
    `cancelled` says so, and never anything else, whatever the file contains.
    """
    how = how or Reading()
    name = path.name
    _check(how)
    tick(0.0, progress, cancelled)
    data = _bytes_of(path)
    kind = how.kind or kind_of(data, name)
    notes: list[str] = []
    if kind == "xlsx":
        sheet = read_sheet(data, name, how.sheet, progress, cancelled)
        rows, sheets = sheet.rows, sheet.names
        how = replace(how, kind="xlsx", sheet=sheet.name, encoding=None, delimiter=None)
        if len(sheets) > 1:
            notes.append(_("Sheet “{sheet}” is read, one of {n}.").format(sheet=sheet.name, n=len(sheets)))
    else:
        decoded = decode(data, name, how.encoding)
        check_text(decoded.text, name)
        rows, delimiter = rows_of(decoded.text, name, how.delimiter, progress, cancelled)
        sheets = ()
        how = replace(how, kind="csv", encoding=decoded.encoding, delimiter=delimiter, sheet=None)
        if decoded.lost:
            notes.append(
                ngettext(
                    "{n} character could not be read as {encoding}; it shows as �. Choose another encoding.",
                    "{n} characters could not be read as {encoding}; they show as �. Choose another encoding.",
                    decoded.lost,
                ).format(n=decoded.lost, encoding=decoded.encoding)
            )
    del data
    table = _table(rows, how, name, sheets, notes)
    tick(1.0, progress, cancelled)
    return table


def _check(how: Reading) -> None:
    if how.header_rows is not None and not 0 <= how.header_rows <= MAX_HEADER_ROWS:
        raise Problem(
            "The number of heading rows must be 0 to {limit}, not {n}.", limit=MAX_HEADER_ROWS, n=how.header_rows
        )
    if how.delimiter is not None and (len(how.delimiter) != 1 or how.delimiter in '"\r\n\0'):
        raise Problem("The delimiter must be one character, such as , or ; — not “{sign}”.", sign=how.delimiter)
    if how.decimal is not None and how.decimal not in DECIMALS:
        raise Problem("The decimal sign must be . or , — not “{sign}”.", sign=how.decimal)


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise Problem("“{name}” is not a file.", name=path.name)
        if size > limits.MAX_BYTES:
            raise Problem(
                "“{name}” is {size} MB large; at most {limit} MB can be read. Split the file or leave out columns.",
                name=path.name,
                size=size // 1_000_000,
                limit=limits.MAX_BYTES // 1_000_000,
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise Problem("There is no file “{name}”.", name=path.name) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Problem("“{name}” can't be read: {why}.", name=path.name, why=why) from None
    if not data.strip():
        raise Problem("“{name}” is empty.", name=path.name)
    return data


def _table(rows: list[tuple[str, ...]], how: Reading, name: str, sheets: tuple[str, ...], notes: list[str]) -> Table:
    width = _width(rows)
    if not width:
        raise Problem("“{name}” has no cells with anything in them.", name=name)
    heads = read_headings(rows, width, how.header_rows)
    first = heads.skipped + heads.rows
    body = _padded(rows[first:], width)
    if not body:
        raise Problem(
            "“{name}” has headings but no answers below them. Check the number of heading rows, or export the answers again.",
            name=name,
        )
    notes += _notes(heads, rows[first:], width)
    decimal = how.decimal or guess_decimal(zip(*body[:_SAMPLE_ROWS], strict=True))
    by = origin(heads.names, heads.aliases, heads.codes)
    how = replace(how, header_rows=heads.rows, decimal=decimal)
    return Table(heads.names, body, how, sheets, tuple(notes), name, heads.labels, heads.aliases, by)


def _width(rows: Sequence[tuple[str, ...]]) -> int:
    """How many columns have anything in them; a trailing delimiter makes no column."""
    width = 0
    for row in rows:
        if len(row) > width:
            end = len(row)
            while end > width and not row[end - 1].strip():
                end -= 1
            width = end
    return width


def _padded(rows: Sequence[tuple[str, ...]], width: int) -> list[tuple[str, ...]]:
    blanks = ("",) * width
    return [row if len(row) == width else row[:width] if len(row) > width else row + blanks[len(row) :] for row in rows]


def _notes(heads: Headings, body: Sequence[tuple[str, ...]], width: int) -> list[str]:
    notes = []
    if heads.skipped:
        notes.append(
            ngettext(
                "{n} row above the headings holds a title and is skipped.",
                "{n} rows above the headings hold a title or nothing and are skipped.",
                heads.skipped,
            ).format(n=heads.skipped)
        )
    if heads.rows != 1:
        notes.append(
            ngettext("{n} row is read as headings.", "{n} rows are read as headings.", heads.rows).format(n=heads.rows)
        )
    if heads.renamed:
        names = ", ".join(f"“{name[:60]}”" for name in list(dict.fromkeys(heads.renamed))[:3])
        notes.append(
            _("Some columns have the same heading ({names}); they are told apart by a number.").format(names=names)
        )
    short = sum(len(row) < width for row in body)
    if short:
        notes.append(
            ngettext(
                "{n} row has fewer cells than there are columns; the missing ones count as blank.",
                "{n} rows have fewer cells than there are columns; the missing ones count as blank.",
                short,
            ).format(n=short)
        )
    return notes
