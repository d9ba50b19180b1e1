"""Numbers as people and programs write them in answers: any script's digits, decimal commas, labels before or after."""

import math
import re
import unicodedata
from collections.abc import Iterable

DECIMALS = (".", ",", "٫")

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u2066\u2067\u2068\u2069"))
_SIGNS = {
    "\u2212": "-",
    "\ufe63": "-",
    "\uff0d": "-",
    "\uff0b": "+",
    "\uff0e": ".",
    "\uff0c": ",",
    "\u066a": "%",
    "\uff05": "%",
    "\u066c": "\u00a0",  # the Arabic thousands separator, read as a grouping blank
    "\uff0f": "/",
    "\u2044": "/",
    "\u2215": "/",
    "\uff1a": ":",
}
_BLANK = "[ \u00a0\u2009\u202f'\u2019]"
_TAIL = r"(?:[eE][+-]?\d{1,2})?\s?%?"
_NUMBER = {
    ".": re.compile(
        rf"[+-]?(?:(?:[1-9]\d{{0,2}}(?:,\d{{3}})+|[1-9]\d{{0,2}}(?:{_BLANK}\d{{3}})+|\d+)(?:\.\d*)?|\.\d+){_TAIL}"
    ),
    ",": re.compile(
        rf"[+-]?(?:(?:[1-9]\d{{0,2}}(?:\.\d{{3}})+|[1-9]\d{{0,2}}(?:{_BLANK}\d{{3}})+|\d+)(?:,\d*)?|,\d+|\d+\.\d+){_TAIL}"
    ),
}
_GROUPED_BY_DOTS = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?" + _TAIL)
_PART = {".": r"[+-]?\d{1,9}(?:\.\d{1,6})?", ",": r"[+-]?\d{1,9}(?:[.,]\d{1,6})?"}
_OUT_OF = {
    decimal: re.compile(rf"({part})\s*(?:/|\s(?:of|out of|von|de|sur|из|از)\s)\s*(\d{{1,3}})", re.IGNORECASE)
    for decimal, part in _PART.items()
}
_LABEL_AFTER = {
    decimal: re.compile(rf"[(\[]?({part})[)\]]?(\s*[-–—:=(\[.)|]+\s*|\s+)(\D{{1,120}})")
    for decimal, part in _PART.items()
}
_LABEL_BEFORE = {
    decimal: re.compile(rf"(\D{{1,120}}?)(?:\s[-–—]\s*|\s*[:=]\s*|\s*[(\[]\s*)({part})\s*[)\]]?")
    for decimal, part in _PART.items()
}
_POINTS = frozenset({3, 4, 5, 6, 7, 9, 10, 11, 20, 50, 100})  # ends of a scale that "4 / 5" may name
_WORDS_WITHOUT_SEPARATOR = 3


def parse_number(text: str, decimal: str = ".") -> float | None:
    """The number that an answer names, or None where it names none or more than one.

    Understands the digits of every script, grouped thousands, a decimal `.`, `,` or `٫` (which one is the file's, so it
    is given), a percent sign, "4 / 5" and "4 of 5" (the 4), and one label: "10 - Extremely likely", "5 stars",
    "Very satisfied (5)". With a decimal comma a dot counts as decimal where it can't group thousands. Dates,
    ranges, lists and words give None.
    """
    if text.isascii() and text.isdigit():
        return float(text) if len(text) < 300 else None
    mode = "," if decimal == "," else "."
    foreign = False
    if not text.isascii():
        text, foreign = _plain(text, mode)
    text = text.strip()
    if _NUMBER[mode].fullmatch(text):
        return _value(text, mode)
    if not any("0" <= c <= "9" for c in text) or len(text) > 200:
        return None
    return _with_label(text, mode, foreign)


def is_plain_number(text: str) -> bool:
    """Whether a text is a number and nothing else, with whichever decimal sign."""
    text = _plain(text, ".")[0].strip() if not text.isascii() else text.strip()
    return any(pattern.fullmatch(text) for pattern in _NUMBER.values())


def _plain(text: str, decimal: str) -> tuple[str, bool]:
    """The text with ASCII digits and signs, and whether it had digits of another script."""
    text = text.translate(_INVISIBLE)
    out = []
    foreign = False
    for c in text:
        if c == "٫":
            out.append(decimal)
        elif c > "\x7f" and (digit := unicodedata.decimal(c, None)) is not None:
            out.append(str(digit))
            foreign = True
        else:
            out.append(_SIGNS.get(c, c))
    return "".join(out), foreign


def _value(text: str, decimal: str) -> float | None:
    text = text.rstrip("% \u00a0")
    for blank in " \u00a0\u2009\u202f'\u2019":
        text = text.replace(blank, "")
    if decimal == ",":
        if "," in text or _GROUPED_BY_DOTS.fullmatch(text):
            text = text.replace(".", "").replace(",", ".")
    else:
        text = text.replace(",", "")
    value = float(text)
    return value if math.isfinite(value) else None


def _with_label(text: str, decimal: str, foreign: bool) -> float | None:
    # In Persian "۴/۵" may be 4.5 as well as 4 of 5, so it is neither.
    out_of = _OUT_OF[decimal].fullmatch(text)
    if out_of and not (foreign and "/" in text and " " not in text):
        value, end = _value(out_of[1], decimal), int(out_of[2])
        return value if value is not None and end in _POINTS and 0 <= value <= end else None
    after = _LABEL_AFTER[decimal].fullmatch(text)
    if after and _is_label(after[3]) and (after[2].strip() or len(after[3].split()) <= _WORDS_WITHOUT_SEPARATOR):
        return _value(after[1], decimal)
    before = _LABEL_BEFORE[decimal].fullmatch(text)
    if before and _is_label(before[1]):
        return _value(before[2], decimal)
    return None


def _is_label(text: str) -> bool:
    return any(c.isalpha() or c in "★☆⭐" or ord(c) > 0x1F000 for c in text)


_COMMA = re.compile(r"\s*[+-]?\d+,\d+\s*%?")
_DOT = re.compile(r"\s*[+-]?\d+\.\d+\s*%?")
_GROUPED = re.compile(r"\s*[+-]?[1-9]\d{0,2}[.,]\d{3}\s*")


def guess_decimal(columns: Iterable[Iterable[str]]) -> str:
    """The decimal sign of a table, column by column: `,` or `٫` where more columns' numbers have it than have a dot, else `.`.

    A column with lists of choices ("1,4,5") says nothing, nor does one where every number could be grouped thousands.
    """
    votes = {".": 0, ",": 0, "٫": 0}
    for column in columns:
        found = {".": 0, ",": 0, "٫": 0}
        for cell in column:
            if cell.count(",") > 1:
                found[","] = 0
                break
            if "٫" in cell:
                found["٫"] += 1
            elif _GROUPED.fullmatch(cell):
                continue
            elif _COMMA.fullmatch(_plain(cell, ".")[0]):
                found[","] += 1
            elif _DOT.fullmatch(cell):
                found["."] += 1
        for sign, n in found.items():
            votes[sign] += n
    best = max(DECIMALS, key=lambda sign: votes[sign])
    return best if votes[best] > votes["."] else "."
