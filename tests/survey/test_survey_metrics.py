"""Metrics against the known answers of SURVEYS.md 2.2, and against what must always hold."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from journeymap.model.measures import Metric
from journeymap.survey.metrics import ces, csat, estimate, mean, nps
from journeymap.survey.quantiles import t_quantile, z_quantile

NPS = [
    # promoters, passives, detractors: NPS, low, high
    (5, 3, 2, 30.0, -19.05, 65.20),
    (10, 0, 0, 100.0, 47.50, 100.0),
    (12, 10, 8, 13.33, -15.11, 39.35),
    (40, 35, 25, 15.0, -0.70, 29.82),
    (400, 350, 250, 15.0, 10.05, 19.86),
    (0, 1, 0, 0.0, -60.01, 60.01),
]
CSAT = [
    (4, 5, 37.55, 96.38),
    (8, 10, 49.02, 94.33),
    (60, 100, 50.20, 69.06),
    (85, 100, 76.72, 90.69),
    (10, 10, 72.25, 100.0),
]


@pytest.mark.parametrize(("promoters", "passives", "detractors", "value", "low", "high"), NPS)
def test_nps_has_the_known_answers(
    promoters: int, passives: int, detractors: int, value: float, low: float, high: float
) -> None:
    found = nps([(0.0, detractors), (8.0, passives), (9.0, promoters)])
    assert found.value == pytest.approx(value, abs=0.005)
    assert found.low == pytest.approx(low, abs=0.0051)
    assert found.high == pytest.approx(high, abs=0.0051)
    assert found.n == promoters + passives + detractors


@pytest.mark.parametrize(("best", "n", "low", "high"), CSAT)
def test_csat_has_the_known_answers(best: int, n: int, low: float, high: float) -> None:
    found = csat([(2.0, n - best), (4.0, best // 2), (5.0, best - best // 2)], (1.0, 5.0))
    assert found.value == pytest.approx(100 * best / n)
    assert found.low == pytest.approx(low, abs=0.0051)
    assert found.high == pytest.approx(high, abs=0.0051)


def test_nps_knows_its_groups() -> None:
    groups = [nps([(float(answer), 1)]).value for answer in range(11)]
    assert groups == [-100] * 7 + [0] * 2 + [100] * 2


def test_csat_counts_the_two_best_points_of_any_scale() -> None:
    assert csat([(5.0, 1), (6.0, 1), (7.0, 2)], (1.0, 7.0)).value == 75
    assert csat([(8.0, 1), (9.0, 1), (10.0, 2)], (1.0, 10.0)).value == 75
    assert csat([(1.0, 1), (2.0, 2), (3.0, 1), (5.0, 4)], (1.0, 5.0), high_is_good=False).value == 37.5


@given(st.lists(st.tuples(st.integers(1, 7), st.integers(1, 40)), min_size=2, max_size=7, unique_by=lambda p: p[0]))
def test_a_mean_has_students_interval(pairs: list[tuple[int, int]]) -> None:
    answers = [value for value, n in pairs for _ in range(n)]
    found = mean([(float(value), n) for value, n in pairs], (1.0, 7.0))
    low, high = stats.t.interval(0.95, len(answers) - 1, loc=sum(answers) / len(answers), scale=stats.sem(answers))
    assert found.value == pytest.approx(sum(answers) / len(answers))
    assert found.low == pytest.approx(max(1, low), rel=1e-6)
    assert found.high == pytest.approx(min(7, high), rel=1e-6)


def test_one_answer_leaves_the_whole_scale_open() -> None:
    assert ces([(6.0, 1)], (1.0, 7.0)) == (6.0, 1.0, 7.0, 1)


def test_equal_answers_have_an_interval_of_no_width() -> None:
    assert mean([(4.0, 9)], (1.0, 5.0)) == (4.0, 4.0, 4.0, 9)


@pytest.mark.parametrize("metric", ["nps", "csat", "ces", "mean"])
@pytest.mark.parametrize("values", [[], [(3.0, 0)]])
def test_no_answers_have_no_score(metric: Metric, values: list[tuple[float, int]]) -> None:
    with pytest.raises(ValueError, match="no answers"):
        estimate(metric, values, (1.0, 5.0))


@given(
    st.sampled_from(["nps", "csat", "ces", "mean"]),
    st.dictionaries(st.integers(0, 10), st.integers(1, 10**6), min_size=1),
    st.booleans(),
)
def test_every_interval_holds_its_value_and_stays_in_range(metric: Metric, values: dict[int, int], good: bool) -> None:
    scale = (0.0, 10.0)
    found = estimate(metric, [(float(value), n) for value, n in values.items()], scale, good)
    low, high = {"nps": (-100, 100), "csat": (0, 100)}.get(metric, scale)
    assert low <= found.low <= found.high <= high
    assert low <= found.value <= high
    if metric != "nps":  # adjusted Wald is not centred on the raw score: ten promoters of ten lie at its end
        assert found.low - 1e-9 <= found.value <= found.high + 1e-9


@given(st.integers(1, 3000), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_t_quantiles_are_scipys(df: int, confidence: float) -> None:
    assert t_quantile(df, confidence) == pytest.approx(float(stats.t.ppf((1 + confidence) / 2, df)), rel=1e-7)


def test_quantiles_meet_at_infinity() -> None:
    assert z_quantile() == pytest.approx(1.959963984540054, abs=1e-12)
    assert t_quantile(10**7) == pytest.approx(z_quantile(), abs=1e-6)
    assert math.isclose(t_quantile(1), 12.706204736432095, rel_tol=1e-9)
    with pytest.raises(ValueError, match="degrees"):
        t_quantile(0)
