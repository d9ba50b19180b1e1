"""Dates in answers: ISO, day and month with dots or slashes where no doubt is left, Persian (Jalali) dates in figures or words."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from journeymap.survey.words import folded

Order = Literal["ymd", "dmy", "mdy"]

_FIGURES = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[T ,].*)?")
_WORDS = re.compile(r"(\d{1,2})\.?\s+([^\W\d_]+)\.?,?\s+(\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?")
_JALALI_MONTHS = "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"
_MONTHS = (
    _JALALI_MONTHS,
    "january|february|march|april|may|june|july|august|september|october|november|december",
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
    "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık",
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
)
_MONTH = {folded(word): number for line in _MONTHS for number, word in enumerate(line.split("|"), 1)}
_LONG_JALALI_MONTHS = 6  # the first six months have 31 days, the others 30, the last 29 or 30
_NOWRUZ_1300 = date(1921, 3, 21)
_SAMPLE = 5_000


def looks_like_date(text: str) -> bool:
    """Whether a text has the form of a date, in whichever order."""
    text = _ascii(text.strip())
    return bool(_FIGURES.fullmatch(text) or _WORDS.fullmatch(text))


def date_range(texts: Iterable[str]) -> tuple[date | None, date | None]:
    """The first and the last date of a column; (None, None) where day and month can't be told apart or nothing is a date."""
    distinct = {_ascii(day(text)) for text in texts if text.strip()}
    order = _order(distinct)
    found = [value for text in distinct if (value := _parse(text, order)) is not None]
    if not found or len(found) * 2 < len(distinct):
        return None, None
    return min(found), max(found)


def day(text: str) -> str:
    """A date's text without its time of day."""
    text = text.strip()
    return text[:10] if _ISO.fullmatch(text) else text


def _ascii(text: str) -> str:
    return text if text.isascii() else "".join(str(int(c)) if c.isdecimal() else c for c in text)


def _order(texts: Iterable[str]) -> Order | None:
    """Day or month first, by a day above 12 in any date; dots mean day first everywhere."""
    day_first = month_first = dots = 0
    for text in texts:
        match = _FIGURES.fullmatch(text)
        if match and len(match[1]) <= 2:
            day_first += int(match[1]) > 12
            month_first += int(match[3]) > 12
            dots += match[2] == "."
    if day_first and month_first:
        return None
    if day_first or month_first:
        return "dmy" if day_first else "mdy"
    return "dmy" if dots else None


def _parse(text: str, order: Order | None) -> date | None:
    words = _WORDS.fullmatch(text)
    if words:
        month = _MONTH.get(folded(words[2]))
        return _date(int(words[3]), month, int(words[1])) if month else None
    match = _FIGURES.fullmatch(text)
    if not match:
        return None
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return _date(first, second, third)
    if len(match[4]) != 4 or order is None:
        return None  # 25/12/21: nothing tells the year from the day
    return _date(third, second, first) if order == "dmy" else _date(third, first, second)


def _date(year: int, month: int, day: int) -> date | None:
    if 1300 <= year <= 1470:
        return from_jalali(year, month, day)
    try:
        return date(year, month, day) if 1900 <= year <= 2200 else None
    except ValueError:
        return None


def from_jalali(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a Persian one (years 1300 to 1470), or None where there is no such day.

    By the cycle of 33 years, eight of them leap, which agrees with the calendar in use over these years (the cycle of
    2820 years does not: it takes 1404 for a leap year where 1403 was one).
    """
    if not (1300 <= year <= 1470 and 1 <= month <= 12):
        return None
    long_months = min(month - 1, _LONG_JALALI_MONTHS)
    length = 31 if month <= _LONG_JALALI_MONTHS else 30 if month < 12 or _is_leap(year) else 29
    if not 1 <= day <= length:
        return None
    new_year = _NOWRUZ_1300 + timedelta(days=sum(365 + _is_leap(other) for other in range(1300, year)))
    return new_year + timedelta(days=long_months * 31 + (month - 1 - long_months) * 30 + day - 1)


def _is_leap(year: int) -> bool:
    return year % 33 in {1, 5, 9, 13, 17, 22, 26, 30}
