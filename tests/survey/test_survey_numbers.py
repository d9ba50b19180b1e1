"""Numbers as people write them."""

import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.survey.numbers import guess_decimal, is_plain_number, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9", 9),
        ("9.0", 9),
        (" 7 ", 7),
        ("-99", -99),
        ("−5", -5),
        ("1,234", 1234),
        ("1 234", 1234),
        ("85 %", 85),
        ("1e1", 10),
        ("۹", 9),
        ("۸٫۵", 8.5),
        ("٣", 3),
        ("१०", 10),
        ("１０", 10),
        ("\u200f۷\u200e", 7),
        ("10 - Extremely likely", 10),
        ("0 – Not at all likely", 0),
        ("5: very good", 5),
        ("4. Good", 4),
        ("(4) Good", 4),
        ("5 stars", 5),
        ("5 ★★★★★", 5),
        ("۵ ستاره", 5),
        ("9 puan", 9),
        ("4 / 5", 4),
        ("4/5", 4),
        ("4 of 5", 4),
        ("4 von 5", 4),
        ("4 из 5", 4),
        ("Very satisfied (5)", 5),
        ("Extremely likely - 10", 10),
        ("Puan: 9", 9),
    ],
)
def test_a_number_is_found(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "n/a",
        "-",
        "NaN",
        "inf",
        "1e999",
        "9" * 400,
        "2026-07-18",
        "5/10/2026 09:15:00",
        "07/18",
        "6/5",
        "7-8",
        "1,4,5",
        "4,5",
        "130.92.34.66",
        "+90 555 123 4567",
        "R_2YPOQ602ER1jkf1",
        "a@b5.example",
        "iPhone 7",
        "²",
        "۴/۵",
        "5 days later they still had not come",
    ],
)
def test_what_names_no_number_or_more_than_one_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("4,5", 4.5), ("1.234", 1234), ("1.234,5", 1234.5), ("4.5", 4.5), ("۸٫۵", 8.5), ("9", 9), ("4,5 - good", 4.5)],
)
def test_a_decimal_comma_is_the_files_own(text: str, value: float) -> None:
    assert parse_number(text, ",") == value


@given(st.integers(-(10**9), 10**9), st.sampled_from("0٠۰०０"))
def test_every_scripts_digits_are_read(value: int, zero: str) -> None:
    text = "".join(chr(ord(zero) + int(c)) if c.isdigit() else c for c in str(value))
    assert parse_number(text) == value


@given(st.text(max_size=60), st.sampled_from([".", ",", "٫"]))
def test_any_text_gives_a_finite_number_or_none(text: str, decimal: str) -> None:
    value = parse_number(text, decimal)
    assert value is None or math.isfinite(value)
    if value is not None:
        assert any(unicodedata.decimal(c, None) is not None for c in text)


@given(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)))
def test_both_decimal_signs_name_the_same_number(value: float) -> None:
    text = f"{value:.4f}"
    assert parse_number(text) == pytest.approx(value)
    assert parse_number(text.replace(".", ","), ",") == pytest.approx(value)


def test_a_heading_with_a_number_is_no_number() -> None:
    assert not is_plain_number("1. How satisfied were you?")
    assert not is_plain_number("Score (2)")
    assert is_plain_number("۹")
    assert is_plain_number("4,5")


@pytest.mark.parametrize(
    ("columns", "sign"),
    [
        ([["4,5", "3,25"], ["a", "b"]], ","),
        ([["4.5", "3"], ["1,5"]], "."),
        ([["4.5"], ["4,5", "3,5"]], ","),
        ([["۴٫۵", "۳٫۵"]], "٫"),
        ([["1,4,5", "2,3", "4,5"]], "."),
        ([["1,234", "5,678"]], "."),
        ([["9", "8"]], "."),
        ([], "."),
    ],
)
def test_the_decimal_sign_is_found(columns: list[list[str]], sign: str) -> None:
    assert guess_decimal(columns) == sign
