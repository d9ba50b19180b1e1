"""Blocks of cells on the clipboard, as Excel writes and reads them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.editor.table.tsv import as_typed, harmless, read_tsv, write_tsv

CELLS = st.text(alphabet=st.sampled_from('ab"\t\n ;،ژ'), max_size=6)
BLOCKS = st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=4))


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a", [["a"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"two\nlines"\tb\r\n', [["two\nlines", "b"]]),
        ('"two\r\nlines"', [["two\nlines"]]),
        ('"say ""yes"""\n', [['say "yes"']]),
        ('"quoted" and more\tb\n', [['"quoted" and more', "b"]]),
        ('5" screen\tb', [['5" screen', "b"]]),
        ("a\tb\n\nc", [["a", "b"], ["", ""], ["c", ""]]),
        ("a\t\n", [["a", ""]]),
        ("a\rb", [["a"], ["b"]]),
        ("", [[""]]),
        ('"open', [['"open']]),
    ],
)
def test_what_spreadsheets_write_is_read(text: str, block: list[list[str]]) -> None:
    assert read_tsv(text) == block


@given(BLOCKS)
def test_what_is_written_is_read_again(block: list[list[str]]) -> None:
    assert read_tsv(write_tsv(block)) == block


@given(BLOCKS)
def test_other_programs_read_it_too(block: list[list[str]]) -> None:
    found = list(csv.reader(io.StringIO(write_tsv(block), newline=""), dialect="excel-tab"))
    assert [row or [""] for row in found] == block


@given(st.text(max_size=60))
def test_any_text_gives_a_block(text: str) -> None:
    block = read_tsv(text)
    assert len({len(row) for row in block}) == 1


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "- too slow", "="])
def test_no_text_becomes_a_formula(text: str) -> None:
    assert harmless(text) == "'" + text
    assert as_typed(harmless(text)) == text


@pytest.mark.parametrize("text", ["-1.5", "-1,5", "-31", "+5", "25%", "-3 %", "'tis", "a=b", ""])
def test_numbers_and_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text
    assert as_typed(text) == text
