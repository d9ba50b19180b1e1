"""Texts and names that Excel takes: properties over all texts, and the traps by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from journeymap.formats.excel.safe import SHEET_NAME_LIMIT, TEXT_LIMIT, headings, safe_text, sheet_names, utf16_length

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)  # lone surrogates and controls too


@given(ANY_TEXT)
def test_safe_text_can_be_written_and_holds_no_controls(text: str) -> None:
    safe = safe_text(text).text
    safe.encode("utf-8")
    assert not any(ord(c) < 32 and c not in "\t\n" for c in safe)
    assert "\ufffe" not in safe
    assert "\uffff" not in safe


@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=0x1F9FF, exclude_categories=("C", "Zl", "Zp")), max_size=60)
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    safe = safe_text(text)
    assert unescape(safe.text) == text
    assert not safe.cut


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_what_could_be_a_formula_is_marked(start: str) -> None:
    assert safe_text(f"{start}1+2").risky
    assert not safe_text(f"a{start}1").risky


def test_controls_go_and_halves_of_pairs_are_replaced() -> None:
    assert safe_text("a\x00b\x0bc\ud800d\ufffee").text == "abc\ufffdde"


def test_what_excel_takes_for_a_code_is_written_so_that_it_is_read_as_it_stands() -> None:
    assert safe_text("_x000D_ _X000D_ _x00_").text == "_x005F_x000D_ _X000D_ _x00_"


@pytest.mark.parametrize("letter", ["a", "ж", "😀"])
def test_a_long_text_is_cut_with_an_ellipsis_where_excel_would_cut_it_silently(letter: str) -> None:
    size = utf16_length(letter)
    fits = safe_text(letter * (TEXT_LIMIT // size))
    assert not fits.cut
    assert fits.text == letter * (TEXT_LIMIT // size)
    long = safe_text(letter * (TEXT_LIMIT // size + 1))
    assert long.cut
    assert long.text.endswith(letter + "…")
    assert TEXT_LIMIT - size < utf16_length(long.text) <= TEXT_LIMIT


@given(st.lists(ANY_TEXT, min_size=1, max_size=8))
def test_sheets_get_names_that_excel_takes(titles: list[str]) -> None:
    names = sheet_names(titles)
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 1 <= utf16_length(name) <= SHEET_NAME_LIMIT
        assert not set(name) & set("[]:*?/\\'\n")
        assert name == name.strip()
        assert name.casefold() != "history"


def test_sheet_names_keep_what_they_can() -> None:
    assert sheet_names(["Map", "map", "A/B: [c]*?", "History", "", "Touchpoint'ler", "x" * 40, "x" * 40]) == [
        "Map",
        "map 2",
        "A B c",
        "History 2",
        "5",
        "Touchpoint’ler",
        "x" * 31,
        "x" * 29 + " 2",
    ]


@given(st.lists(ANY_TEXT, max_size=8))
def test_headings_of_a_table_are_lines_and_no_two_are_alike(titles: list[str]) -> None:
    names = headings(titles)
    assert len({name.casefold() for name in names}) == len(titles)
    assert all(name and "\n" not in name for name in names)
