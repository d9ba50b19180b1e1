"""Groups, bars and ranges of the charts: no answer is lost on the way to the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.editor.charts.groups import Bar, bars, groups
from journeymap.editor.charts.histogram import ticks
from journeymap.editor.charts.intervals import value_range
from journeymap.editor.charts.numbers import show_number
from journeymap.language import use_translations
from journeymap.model.measures import Metric, Scale
from journeymap.survey.metrics import estimate
from journeymap.survey.score import Score

SCALES: list[Scale] = [(0.0, 10.0), (1.0, 5.0), (1.0, 7.0), (0.0, 100.0), (-3.0, 3.0), (0.0, 1.0), (0.5, 2.25)]


def score(metric: Metric, values: dict[float, int], scale: Scale = (0.0, 10.0), high_is_good: bool = True) -> Score:
    pairs = tuple(sorted(values.items()))
    found = estimate(metric, pairs, scale, high_is_good)
    return Score(
        target="t",
        metric=metric,
        value=found.value,
        low=found.low,
        high=found.high,
        n=found.n,
        scale=scale,
        high_is_good=high_is_good,
        wave="w",
        segment="",
        shown="full",
        values=pairs,
    )


@st.composite
def scores(draw: st.DrawFn) -> Score:
    metric: Metric = draw(st.sampled_from(["nps", "csat", "ces", "mean"]))
    scale = (0.0, 10.0) if metric == "nps" else draw(st.sampled_from(SCALES))
    answer = st.floats(*scale).map(lambda value: round(value, 6))
    inside = answer.filter(lambda value: scale[0] <= value <= scale[1])
    if draw(st.booleans()):
        inside = inside.map(float.__round__).map(float).filter(lambda value: scale[0] <= value <= scale[1])
    values = draw(st.dictionaries(inside, st.integers(1, 500), min_size=1, max_size=30))
    return score(metric, values, scale, metric == "nps" or draw(st.booleans()))


@given(scores())
def test_every_answer_is_in_one_bar(score: Score) -> None:
    found = bars(score)
    assert sum(bar.n for bar in found) == score.n
    assert all(0 <= bar.good <= 1 for bar in found)
    assert [bar.centre for bar in found] == sorted(bar.centre for bar in found)


@given(scores())
def test_groups_make_the_score(score: Score) -> None:
    found = {group.name: group for group in groups(score)}
    if score.metric == "nps":
        assert sum(group.n for group in found.values()) == score.n
        assert 100 * (found["promoters"].part - found["detractors"].part) == pytest.approx(score.value)
    elif score.metric == "csat":
        assert 100 * found["top-two"].part == pytest.approx(score.value)
    else:
        assert not found


@given(scores())
def test_the_axis_names_the_ends_of_the_scale(score: Score) -> None:
    found = ticks(score)
    assert (found[0], found[-1]) == score.scale
    assert found == sorted(found)


@given(st.lists(scores(), min_size=1, max_size=6).map(lambda found: [s for s in found if s.metric == found[0].metric]))
def test_whiskers_lie_within_the_range(found: list[Score]) -> None:
    low, high = value_range(found)
    assert all(low <= score.low <= score.high <= high for score in found)
    assert low < high


def test_a_bar_between_groups_is_neither() -> None:
    found = bars(score("nps", {6.5: 1, 6.0: 1, 9.0: 1}))
    assert {bar.tone for bar in found} == {None}
    assert [group.n for group in groups(score("nps", {6.5: 1, 6.0: 1, 9.0: 1}))] == [1, 1, 1]


def test_low_is_good_turns_the_groups() -> None:
    easy = score("csat", {1.0: 3, 2.0: 2, 5.0: 5}, (1.0, 5.0), high_is_good=False)
    assert {group.name: group.n for group in groups(easy)} == {"others": 5, "top-two": 5}
    assert bars(easy)[0] == Bar(1, 1, 3, 1.0, "good")


@pytest.mark.parametrize(
    ("value", "text"), [(5.0, "5"), (0.5, "0.5"), (2.25, "2.25"), (-3.0, "−3"), (1000.0, "1,000"), (1 / 3, "0.33")]
)
def test_numbers_of_a_scale(value: float, text: str) -> None:
    assert show_number(value) == text


def test_numbers_follow_the_language() -> None:
    import gettext

    use_translations("tr", gettext.NullTranslations())
    assert show_number(2.5) == "2,5"
