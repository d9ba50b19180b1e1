"""How a value is written in a cell, and read from what was typed or pasted there; a `Problem` says what is allowed."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from babel.dates import format_date, parse_date
from babel.numbers import get_decimal_symbol

from journeymap.language import _, locale
from journeymap.model.problem import Problem
from journeymap.model.text import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text
from journeymap.survey import display
from journeymap.survey.dates import date_range
from journeymap.survey.numbers import parse_number
from journeymap.survey.words import folded

T = TypeVar("T")
LISTED = 12  # so many allowed values are named in a sentence
EXAMPLE = "2026-11-22"
TAG_COMMAS = str.maketrans({"،": ",", ";": ",", "؛": ","})


def fold(text: str) -> str:
    """A text for comparing: without regard to capitals, widths and blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def read_line(text: str) -> str:
    """Text on one line, at most 500 characters."""
    line = clean_line(text)
    if len(line) > LINE_LIMIT:
        raise Problem("The text has {n} characters; at most {limit} fit.", n=len(line), limit=LINE_LIMIT)
    return line


def read_text(text: str) -> str:
    """Text of many lines, at most 20,000 characters."""
    text = clean_text(text).rstrip()
    if len(text) > TEXT_LIMIT:
        raise Problem("The text has {n} characters; at most {limit} fit.", n=len(text), limit=TEXT_LIMIT)
    return text


def number(text: str) -> float | None:
    """The number that a text is, in any script's digits, with the language's own decimal sign; None where it is none."""
    return parse_number(text, "," if get_decimal_symbol(locale()) == "," else ".")


def read_whole(text: str, low: int, high: int) -> int | None:
    """A whole number between two ends, or nothing."""
    if not text.strip():
        return None
    value = number(text)
    if value is None or value != int(value) or not low <= value <= high:
        raise Problem(
            "“{text}” is not allowed; a whole number from {low} to {high} is.", text=short(text), low=low, high=high
        )
    return int(value)


def read_number(text: str, low: float = -1e9, high: float = 1e9) -> float | None:
    """A number between two ends, or nothing."""
    if not text.strip():
        return None
    value = number(text)
    if value is None:
        raise Problem("“{text}” is not a number.", text=short(text))
    if not low <= value <= high:
        raise Problem(
            "“{text}” is not allowed; a number from {low} to {high} is.",
            text=short(text),
            low=write_number(low),
            high=write_number(high),
        )
    return value


def read_share(text: str) -> float | None:
    """A part of the whole, written in per cent, or nothing."""
    if not text.strip():
        return None
    value = number(text.replace("%", "").replace("٪", ""))
    if value is None or not 0 <= value <= 100:
        raise Problem("“{text}” is not allowed; a share from 0 to 100 % is.", text=short(text))
    return value / 100


def read_date(text: str) -> date | None:
    """A day, or nothing: as 2026-11-22, as the language writes it, or in another form that can't be mistaken."""
    text = text.strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    for form in ("short", "medium"):
        try:
            return parse_date(text, locale=locale(), format=form)
        except (ValueError, IndexError, KeyError):
            continue
    first, _last = date_range((text,))
    if first is None:
        raise Problem("“{text}” is not a date; write it like {example}.", text=short(text), example=EXAMPLE)
    return first


def read_tags(text: str) -> tuple[str, ...]:
    """Words parted by commas or semicolons."""
    parts = (part.strip() for part in clean_text(text).translate(TAG_COMMAS).replace("\n", ",").split(","))
    return tuple(dict.fromkeys(read_line(part) for part in parts if part))


def read_choice(text: str, options: Sequence[tuple[T, str]]) -> T:
    """The value whose word was written, whatever its capitals; raises `Problem` naming the words there are."""
    for compare in (fold, folded):
        wanted = compare(text)
        found = [value for value, name in options if compare(name) == wanted] if wanted else []
        if found:
            return found[0]
    codes = [value for value, _name in options if isinstance(value, str) and value == text.strip()]
    if codes:
        return codes[0]
    raise Problem("“{text}” is not allowed; allowed are: {names}.", text=short(text), names=listed(options))


def listed(options: Sequence[tuple[object, str]]) -> str:
    """The words of options, the first of them where there are many."""
    names = [name for _value, name in options if name]
    more = ", …" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more


def short(text: str) -> str:
    """What was written, cut so that a sentence about it stays a sentence."""
    line = clean_line(text)
    return line if len(line) <= 40 else line[:39] + "…"


def write_number(value: float | None) -> str:
    """A number in the digits of the language, with a true minus sign; "" for nothing."""
    if value is None:
        return ""
    _whole, _point, part = f"{value:.3f}".rstrip("0").partition(".")
    return display.number(value, len(part))


def plain_number(value: float | None) -> str:
    """A number as a spreadsheet understands it: ASCII digits, the language's decimal sign, no grouping."""
    if value is None:
        return ""
    text = f"{value:.10g}"
    return text.replace(".", get_decimal_symbol(locale())) if get_decimal_symbol(locale()) == "," else text


def write_share(value: float | None) -> str:
    """A share in per cent, as the language writes it."""
    if value is None:
        return ""
    return _("{value} %").format(value=write_number(round(value * 100, 1)))


def plain_share(value: float | None) -> str:
    """A share in per cent as a spreadsheet understands it."""
    return "" if value is None else plain_number(round(value * 100, 6)) + "%"


def write_date(value: date | None) -> str:
    """A day as the language writes it."""
    return "" if value is None else str(format_date(value, "medium", locale=locale()))


def plain_date(value: date | None) -> str:
    """A day as 2026-11-22."""
    return "" if value is None else value.isoformat()
