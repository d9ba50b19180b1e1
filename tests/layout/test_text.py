"""Wrapping and eliding: nothing is wider than its place, nothing is lost without an ellipsis."""

from hypothesis import given
from hypothesis import strategies as st

from journeymap.layout.text import ELLIPSIS, RoughMeasure, elide, wrap

measure = RoughMeasure()


def test_a_short_text_stays_on_one_line() -> None:
    assert wrap("Reads reviews", "card", 400, 2, measure) == ("Reads reviews",)


def test_a_long_text_breaks_at_blanks_and_ends_in_an_ellipsis() -> None:
    lines = wrap("Compares the washing machines and adds one to the basket", "card", 130, 2, measure)
    assert len(lines) == 2
    assert lines[0] == "Compares the"
    assert lines[1].endswith(ELLIPSIS)


def test_a_word_that_is_too_long_is_broken() -> None:
    lines = wrap("Donaudampfschifffahrtsgesellschaft", "card", 100, 3, measure)
    assert len(lines) > 1
    assert "".join(lines).replace(ELLIPSIS, "") == "Donaudampfschifffahrtsgesellschaft"[: len("".join(lines))]


def test_nothing_wraps_to_nothing() -> None:
    assert wrap("", "card", 100, 2, measure) == ()
    assert elide("", "card", 100, measure) == ""


@given(st.text(max_size=80), st.floats(40, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_place(text: str, width: float, lines: int) -> None:
    found = wrap(text, "card", width, lines, measure)
    assert len(found) <= lines
    assert all(measure.width(line, "card") <= width + 1e-6 for line in found)


@given(st.text(max_size=80), st.floats(40, 300))
def test_an_elided_text_begins_as_the_text_does(text: str, width: float) -> None:
    found = elide(text, "card", width, measure)
    assert measure.width(found, "card") <= width + 1e-6
    line = text.replace("\n", " ")
    assert found == line or (found.endswith(ELLIPSIS) and line.startswith(found[:-1]))
