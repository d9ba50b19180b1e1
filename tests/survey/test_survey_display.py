"""Scores as they are shown, in the digits and marks of a language."""

import gettext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.language import use_translations
from journeymap.model.measures import Metric
from journeymap.survey import display
from journeymap.survey.score import Score, Shown


def a_score(
    value: float, metric: Metric = "nps", n: int = 412, shown: Shown = "full", reach: float = 5.0, good: bool = True
) -> Score:
    scales = {"nps": (0.0, 10.0), "csat": (1.0, 5.0), "ces": (1.0, 7.0), "mean": (0.0, 1.0)}
    return Score("t", metric, value, value - reach, value + reach, n, scales[metric], good, "w", "", shown)


@pytest.mark.parametrize(
    ("score", "text"),
    [
        (a_score(34.4), "+34"),
        (a_score(-31.2), "−31"),
        (a_score(0.4), "0"),
        (a_score(-0.4), "0"),
        (a_score(0.5), "+1"),
        (a_score(-0.5), "−1"),
        (a_score(100), "+100"),
        (a_score(77.5, "csat"), "78 %"),
        (a_score(5.45, "ces"), "5.5"),
        (a_score(5.04, "ces"), "5.0"),
        (a_score(0.366, "mean"), "0.37"),
        (a_score(34, shown="tentative"), "+34"),
        (a_score(34, n=3, shown="withheld"), "n<5"),
    ],
)
def test_a_value_is_shown(score: Score, text: str) -> None:
    assert display.show_value(score) == text


def test_margins_intervals_and_numbers_of_answers() -> None:
    assert display.show_margin(a_score(34, reach=4.6)) == "±5"
    assert display.show_margin(a_score(78, "csat", reach=4.4)) == "±4 %"
    assert display.show_margin(a_score(5, "ces", reach=0.26)) == "±0.3"
    assert display.show_interval(a_score(-31, reach=5)) == "−36 to −26"
    assert display.show_interval(a_score(70, "csat", reach=5)) == "65 % to 75 %"
    assert display.show_n(2431) == "n=2,431"


def test_what_is_withheld_shows_nothing_of_itself() -> None:
    score = a_score(34, n=3, shown="withheld")
    assert (display.show_margin(score), display.show_interval(score)) == ("", "")


def test_metrics_have_names() -> None:
    assert [display.metric_name(metric) for metric in display.METRICS] == ["NPS", "CSAT", "CES", "Mean"]


@pytest.mark.parametrize(
    ("code", "value", "mean", "n"),
    [
        ("de", "−31", "5,4", "n=2.431"),
        ("ru", "−31", "5,4", "n=2\u00a0431"),
        ("fa", "\u200e−۳۱", "۵٫۴", "n=۲٬۴۳۱"),
        ("ar", "\u200e−31", "5.4", "n=2,431"),
    ],
)
def test_numbers_are_written_as_the_language_does(code: str, value: str, mean: str, n: str) -> None:
    use_translations(code, gettext.NullTranslations())
    assert display.show_value(a_score(-31)) == value
    assert display.show_value(a_score(5.4, "ces")) == mean
    assert display.show_n(2431) == n


def test_colours_come_from_what_is_shown() -> None:
    one, other = a_score(33.6), a_score(34.4)
    assert display.show_value(one) == display.show_value(other)
    assert display.displayed(one) == display.displayed(other) == 34
    assert display.displayed_good(one) == display.displayed_good(other) == 0.67
    assert display.displayed_good(a_score(78.4, "csat")) == 0.78
    assert display.displayed_good(a_score(1.0, "ces")) == 0
    assert display.displayed_good(a_score(1.0, "ces", good=False)) == 1


@given(st.floats(-100, 100), st.sampled_from([0, 1, 2]))
def test_rounding_moves_by_half_a_step_at_most(value: float, places: int) -> None:
    shown = display.rounded(value, places)
    assert abs(shown - value) <= 0.5 * 10**-places + 1e-8
    assert display.rounded(-value, places) == -shown
    assert str(shown) != "-0.0"


@given(st.floats(-100, 100))
def test_the_shown_text_is_the_shown_value(value: float) -> None:
    score = a_score(value)
    assert int(display.show_value(score).replace("−", "-")) == display.displayed(score)
