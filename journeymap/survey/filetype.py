"""What a file is, by its contents and not by its name."""

import re
from typing import Literal

from journeymap.model.problem import Problem

_SPREADSHEETS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"$FL2", "SPSS"),
    (b"$FL3", "SPSS"),
    (b"SQLite format 3", "SQLite"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"{\\rtf", "RTF"),
    (b"PAR1", "Parquet"),
)
_HTML = re.compile(
    rb"^\s*<(?:!doctype|html|head|body|table|meta|\?xml|!--|div|script|svg|\w+\s[^>]*xmlns)", re.IGNORECASE
)
_JSON = re.compile(rb'^\s*(?:\{\s*"|\[\s*[\[{]|\{\s*\})')
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(data: bytes, name: str) -> Literal["csv", "xlsx"]:
    """Text with separators, or a spreadsheet; raises `Problem` naming what else the file is."""
    head = data[:4_096]
    if head.startswith(_SPREADSHEETS):
        return "xlsx"
    for sign, other in _OTHERS:
        if head.startswith(sign):
            raise Problem(
                "“{name}” is a {kind} file, not a survey. Export the answers as CSV or XLSX.", name=name, kind=other
            )
    text = head.removeprefix(b"\xef\xbb\xbf")
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = text[2:].replace(b"\0", b"")
        return "csv" if not _HTML.match(text) else _web_page(name)
    if _HTML.match(text):
        return _web_page(name)
    if _JSON.match(text):
        raise Problem("“{name}” is JSON, not a table of answers. Export the answers as CSV or XLSX.", name=name)
    # Zero bytes on one side only may be UTF-16; the text is looked at again once it is one.
    zeros = sorted((text[0::2].count(0), text[1::2].count(0)))
    wide = zeros[1] * 50 > len(text) and zeros[0] * 4 + 2 <= zeros[1]
    if not wide and (_too_many(len(_CONTROLS.findall(text)), len(text)) or sum(zeros) > 3):
        raise no_text(name)
    return "csv"


def check_text(text: str, name: str) -> None:
    """Raise `Problem` where what was decoded is no text: text has hardly any control characters."""
    head = text[:4_096]
    if _too_many(sum(c < " " and c not in "\t\n\v\f\r\x1b" for c in head), len(head)):
        raise no_text(name)


def no_text(name: str) -> Problem:
    """What is said of a file that is neither text nor a spreadsheet."""
    return Problem("“{name}” is not a text file or spreadsheet. Export the answers as CSV or XLSX.", name=name)


def _too_many(controls: int, length: int) -> bool:
    return controls > 0.02 * length + 1


def _web_page(name: str) -> Literal["csv", "xlsx"]:
    raise Problem(
        "“{name}” is a web page or XML, whatever its name says. Open it in a spreadsheet program and save it as XLSX or CSV.",
        name=name,
    )
