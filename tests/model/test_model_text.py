"""Texts of a map are plain: no control characters, no halves of surrogate pairs, one kind of line break."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.model.problem import Problem
from journeymap.model.record import make
from journeymap.model.structure import Stage
from journeymap.model.text import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("plain", "plain"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("a\x0bb\x0cc", "abc"),
        ("half \ud83d", "half \ufffd"),
        ("\ud83d\ude00", "\ufffd\ufffd"),
        ("\ufdd0\ufffe\uffff", ""),
        ("😀 \u200d\u200c é", "😀 \u200d\u200c é"),
        ("<b>bold</b> &amp; =1+1", "<b>bold</b> &amp; =1+1"),
    ],
)
def test_clean_text(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  a  b  ", "a  b"),
        ("a\r\nb", "a b"),
        ("a \n\t \n b", "a b"),
        ("\n\n", ""),
        ("\u00a0a\u3000", "a"),
        ("a\tb", "a b"),
        ("\x01 \x02a", "a"),
    ],
)
def test_clean_line(raw: str, clean: str) -> None:
    assert clean_line(raw) == clean


@settings(derandomize=True, deadline=None)
@given(ANYTHING)
def test_clean_text_can_be_written_and_is_clean(raw: str) -> None:
    clean = clean_text(raw)
    assert clean.encode().decode() == clean
    assert clean_text(clean) == clean
    assert all(character in "\n\t" or ord(character) >= 32 for character in clean)


@settings(derandomize=True, deadline=None)
@given(ANYTHING)
def test_a_clean_line_is_one_line(raw: str) -> None:
    clean = clean_line(raw)
    assert len(clean.splitlines()) <= 1
    assert clean == clean.strip() == clean_line(clean)


def test_every_code_point_cleans_to_something_that_can_be_written() -> None:
    for start in range(0, sys.maxunicode + 1, 0x1000):
        block = "".join(chr(point) for point in range(start, start + 0x1000))
        clean_text(block).encode()
        assert len(clean_line(block).splitlines()) <= 1


def test_cleaning_does_not_hang() -> None:
    """An expression that takes quadratic time on blanks would need hours here, and run into the time limit."""
    assert clean_line(" " * 2_000_000 + "x") == "x"
    assert clean_line("a" + "\t " * 500_000 + "b") == "a b"


def test_records_clean_their_texts() -> None:
    stage = make(Stage, title=" Two\nlines\x00 ", note="Two\r\nlines\ud800", tags=(" a\tb ",))
    assert (stage.title, stage.note, stage.tags) == ("Two lines", "Two\nlines\ufffd", ("a b",))


def test_texts_have_an_end() -> None:
    assert make(Stage, title="x" * LINE_LIMIT + "   ", note="x" * TEXT_LIMIT).title == "x" * LINE_LIMIT
    with pytest.raises(Problem, match="title"):
        make(Stage, title="x" * (LINE_LIMIT + 1))
    with pytest.raises(Problem, match="note"):
        make(Stage, note="x" * (TEXT_LIMIT + 1))
