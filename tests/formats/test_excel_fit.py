"""How much room a text takes: Excel does not measure merged cells, so we do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.formats.excel.fit import ROW_LIMIT, Fit, row_height, text_width
from journeymap.layout.text import ELLIPSIS, RoughMeasure

FIT = Fit(RoughMeasure())
WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzабвгд", min_size=1, max_size=30), max_size=30).map(" ".join)


@given(WORDS, st.floats(3, 120), st.floats(8, 20), st.integers(1, 6))
def test_a_text_is_whole_or_its_beginning_with_an_ellipsis(text: str, width: float, size: float, most: int) -> None:
    shown, lines = FIT.lines(text, width, size, most)
    assert 1 <= lines <= most
    assert shown == text or (shown.endswith(ELLIPSIS) and text.startswith(shown.removesuffix(ELLIPSIS)))


def test_a_wider_cell_needs_fewer_lines_and_a_larger_font_more() -> None:
    text = "Compares the machines that three shops have in stock and puts one of them into the basket"
    narrow, wide = FIT.lines(text, 20, 10, 20)[1], FIT.lines(text, 60, 10, 20)[1]
    assert 1 < wide < narrow
    assert FIT.lines(text, 20, 16, 20)[1] > narrow
    assert FIT.lines(text, 20, 10, 20, bold=True)[1] >= narrow


def test_a_long_word_is_cut_inside_and_gets_no_blanks() -> None:
    word = "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine"
    shown, lines = FIT.lines(word, 20, 10, 2)
    assert lines == 2
    assert word.startswith(shown.removesuffix(ELLIPSIS))


def test_an_own_measure_is_asked() -> None:
    class Wide:
        def width(self, text: str, style: str) -> float:
            return 1000.0 * len(text)

    assert Fit(Wide()).lines("ab cd", 100, 10, 9)[1] > 1


@pytest.mark.parametrize(("points", "height"), [(12.1, 12.25), (20, 20), (5000, ROW_LIMIT)])
def test_heights_are_what_excel_takes(points: float, height: float) -> None:
    assert row_height(points) == height


def test_the_width_of_a_text_is_its_longest_line_and_wide_scripts_count_double() -> None:
    assert text_width("ab\nabcd") == 4
    assert text_width("洗衣机") == 6
    assert text_width("") == 0
