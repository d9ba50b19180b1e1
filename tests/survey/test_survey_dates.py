"""Dates: known without doubt or not at all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.survey.dates import date_range, from_jalali, looks_like_date

D = date


@pytest.mark.parametrize(
    ("texts", "first", "last"),
    [
        (["2026-07-18 08:28:09", "2026-07-01"], D(2026, 7, 1), D(2026, 7, 18)),
        (["2026-07-18T08:28:09Z"], D(2026, 7, 18), D(2026, 7, 18)),
        (["08/01/2025", "25/12/2025"], D(2025, 1, 8), D(2025, 12, 25)),
        (["5/10/2026 09:15:00", "5/25/2026 09:15:00"], D(2026, 5, 10), D(2026, 5, 25)),
        (["1.10.2026"], D(2026, 10, 1), D(2026, 10, 1)),
        (["2026/09/27 3:00:00 PM GMT+3"], D(2026, 9, 27), D(2026, 9, 27)),
        (["11 آبان 1404", "10 آبان 1404"], D(2025, 11, 1), D(2025, 11, 2)),
        (["۱۴۰۳/۰۵/۱۲"], D(2024, 8, 2), D(2024, 8, 2)),
        (["3 октября 2026", "1 Temmuz 2026"], D(2026, 7, 1), D(2026, 10, 3)),
        (["2026-07-18", "", "later"], D(2026, 7, 18), D(2026, 7, 18)),
    ],
)
def test_the_first_and_last_day_are_found(texts: list[str], first: date, last: date) -> None:
    assert date_range(texts) == (first, last)


@pytest.mark.parametrize(
    "texts",
    [
        ["08/01/2025", "09/02/2025"],  # eighth of January or first of August
        ["25/12/21"],  # which is the year?
        ["13/12/2025", "12/13/2025"],
        ["yesterday"],
        ["2026-13-40"],
        [],
        ["2026-07-18", "a", "b", "c"],
    ],
)
def test_what_can_be_read_in_two_ways_is_not_read(texts: list[str]) -> None:
    assert date_range(texts) == (None, None)


@pytest.mark.parametrize(
    ("jalali", "gregorian"),
    [
        ((1400, 1, 1), D(2021, 3, 21)),
        ((1399, 12, 30), D(2021, 3, 20)),
        ((1403, 12, 30), D(2025, 3, 20)),
        ((1404, 1, 1), D(2025, 3, 21)),
        ((1357, 11, 22), D(1979, 2, 11)),
        ((1300, 1, 1), D(1921, 3, 21)),
    ],
)
def test_persian_dates_are_the_calendars(jalali: tuple[int, int, int], gregorian: date) -> None:
    assert from_jalali(*jalali) == gregorian


@pytest.mark.parametrize("jalali", [(1404, 12, 30), (1403, 12, 31), (1404, 7, 31), (1404, 13, 1), (1200, 1, 1)])
def test_persian_days_that_do_not_exist_are_none(jalali: tuple[int, int, int]) -> None:
    assert from_jalali(*jalali) is None


@given(st.integers(1300, 1469), st.integers(1, 12), st.integers(1, 29))
def test_persian_days_follow_each_other(year: int, month: int, day: int) -> None:
    today = from_jalali(year, month, day)
    tomorrow = from_jalali(year, month, day + 1) or from_jalali(year + month // 12, month % 12 + 1, 1)
    assert today is not None
    assert tomorrow == today + timedelta(days=1)


def test_the_form_of_a_date_is_known_in_any_order() -> None:
    assert looks_like_date("25/12/21")
    assert looks_like_date("11 آبان 1404")
    assert not looks_like_date("StartDate")
    assert not looks_like_date("4.5")
