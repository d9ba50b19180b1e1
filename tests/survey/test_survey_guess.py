"""Metric and scale by answers and words, in several languages."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model.measures import Metric
from journeymap.survey.guess import guess_metric, guess_together
from journeymap.survey.propose import guess_metric as guess_metric_of_the_contract

MANY = 60


def spread(low: int, high: int, n: int = MANY) -> list[str]:
    return [str(low + i % (high - low + 1)) for i in range(n)]


@pytest.mark.parametrize(
    ("values", "name", "metric", "scale"),
    [
        (spread(0, 10), "Waits on the day", "nps", (0, 10)),
        (spread(0, 10), "", "nps", (0, 10)),
        (spread(1, 5), "Waits on the day", "csat", (1, 5)),
        (spread(1, 7), "Waits on the day", "csat", (1, 7)),
        (spread(1, 7), "The company made it easy", "ces", (1, 7)),
        (spread(1, 7), "Ne kadar kolaydı?", "ces", (1, 7)),
        (spread(1, 7), "Насколько легко было?", "ces", (1, 7)),
        (spread(1, 7), "چقدر آسان بود؟", "ces", (1, 7)),
        (spread(1, 5), "Wie einfach war es?", "ces", (1, 5)),
        (spread(1, 10), "Overall rating", "mean", (1, 10)),
        (spread(1, 10), "How satisfied were you?", "csat", (1, 10)),
        (spread(1, 10), "Would you recommend us?", "nps", (0, 10)),
        (["9", "10"], "Tavsiye eder misiniz?", "nps", (0, 10)),
        (["5", "4"], "Порекомендуете ли вы нас?", "nps", (0, 10)),
        (["5", "4"], "آیا ما را توصیه می‌کنید؟", "nps", (0, 10)),
        (["5", "4"], "Würden Sie uns weiterempfehlen?", "nps", (0, 10)),
        (["0", "1"] * 9, "recommended", "mean", (0, 1)),
        (spread(0, 100), "Score", "mean", (0, 100)),
        (["4.5", "3.0"], "Stars", "mean", (1, 5)),
        (["12", "250"], "Minutes", "mean", (12, 250)),
        (["-3", "3"], "Change", "mean", (-3, 3)),
        ([*spread(1, 5), "0"], "Stars", "csat", (1, 5)),
        (spread(0, 5), "Stars", "mean", (0, 5)),
        (["10 - Extremely likely", "0 - Not at all likely"], "Q1", "nps", (0, 10)),
        (["۱۰", "۰", "۷"], "Q1", "nps", (0, 10)),
        ([], "NPS", "nps", (0, 10)),
        ([], "Satisfaction", "csat", (1, 5)),
        (["n/a"], "", "csat", (1, 5)),
    ],
)
def test_the_metric_is_guessed(values: list[str], name: str, metric: Metric, scale: tuple[float, float]) -> None:
    assert guess_metric(values, name)[:2] == (metric, scale)


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("How much effort did it take?", False),
        ("How difficult was it?", False),
        ("Wie hoch war Ihr Aufwand?", False),
        ("Сколько усилий потребовалось?", False),
        ("It was easy and took little effort", True),
        ("How satisfied were you?", True),
    ],
)
def test_much_effort_is_bad(name: str, good: bool) -> None:
    assert guess_metric(spread(1, 5), name)[2] is good


@pytest.mark.parametrize("odd", ["11", "99", "-99", "100"])
def test_a_mistyped_answer_does_not_make_a_scale(odd: str) -> None:
    assert guess_metric([*spread(0, 10), odd], "Waits on the day")[:2] == ("nps", (0, 10))
    assert guess_metric([*spread(1, 5), odd], "Waits on the day")[:2] == ("csat", (1, 5))


def test_touchpoints_lean_on_each_other() -> None:
    asked = [(spread(0, 10), "Delivery"), (spread(1, 10), "First wash"), (["5", "4"], "Repair"), (spread(1, 5), "Shop")]
    assert [guess[:2] for guess in guess_together(asked)] == [
        ("nps", (0, 10)),
        ("nps", (0, 10)),
        ("nps", (0, 10)),
        ("csat", (1, 5)),  # sixty answers and none above five: that is another scale
    ]


def test_words_of_its_own_are_stronger_than_neighbours() -> None:
    asked = [(spread(1, 5), "Delivery"), (spread(1, 5), "Payment"), (["9", "3"], "Would you recommend us?")]
    assert guess_together(asked)[2][:2] == ("nps", (0, 10))


@given(st.lists(st.one_of(st.integers(-200, 200).map(str), st.text(max_size=5)), max_size=40), st.text(max_size=30))
def test_any_answers_have_a_guess_that_a_plan_accepts(values: list[str], name: str) -> None:
    metric, (low, high), _ = guess_metric(values, name)
    assert low < high
    if metric == "nps":
        assert (low, high) == (0, 10)
    if metric == "csat":
        assert 3 <= high - low + 1 <= 11


def test_the_order_of_the_answers_does_not_matter() -> None:
    values = [*spread(0, 10), "n/a", "11"]
    shuffled = random.Random(1).sample(values, len(values))
    assert guess_metric(values, "x") == guess_metric(shuffled, "x") == guess_metric_of_the_contract(values, "x")
