"""The scores that heat a map: chosen, pooled, withheld, told where they come from."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap import Journey
from journeymap.model.measures import Counts, Metric, Wave
from journeymap.model.record import make
from journeymap.survey.metrics import nps
from journeymap.survey.overlay import HeatChoice, all_scores, make_overlay, metrics, segments, waves
from journeymap.survey.score import NO_OVERLAY, Thresholds
from tests.survey.survey_maps import a_map, counts, with_counts

GOOD = {10.0: 40}
BAD = {0.0: 40}


def test_a_map_without_answers_heats_nothing() -> None:
    assert make_overlay(a_map()) == NO_OVERLAY
    assert (metrics(a_map()), waves(a_map()), segments(a_map()), all_scores(a_map())) == ([], [], [], [])


def test_touchpoints_stages_and_the_journey_have_scores() -> None:
    overlay = make_overlay(with_counts(a_map(), counts("t0", GOOD), counts("t1", BAD), counts("t6", {10: 20, 8: 20})))
    values = {target: (score.value, score.n, score.pooled) for target, score in overlay.scores.items()}
    assert values == {
        "t0": (100, 40, False),
        "t1": (-100, 40, False),
        "t6": (50, 40, False),
        "s0": (0, 80, True),
        "s2": (50, 40, True),
        "journey": (100 / 6, 120, True),
    }
    assert (overlay.metric, overlay.wave, overlay.wave_title, overlay.notes) == ("nps", "w", "Autumn 2026", ())
    assert overlay.source == "Source: survey.csv, Autumn 2026, 120 answers"


def test_a_stage_that_was_asked_directly_keeps_its_own_answers() -> None:
    overlay = make_overlay(with_counts(a_map(), counts("t0", BAD), counts("s0", GOOD), counts("t6", BAD)))
    assert (overlay.scores["s0"].value, overlay.scores["s0"].pooled) == (100, False)
    assert overlay.scores["journey"].n == 80  # the stage's own and the other stage's touchpoint


def test_the_journey_that_was_asked_directly_keeps_its_own_answers() -> None:
    overlay = make_overlay(with_counts(a_map(), counts("t0", BAD), counts("journey", GOOD)))
    assert (overlay.scores["journey"].value, overlay.scores["journey"].pooled) == (100, False)


def test_a_touchpoint_takes_its_answers_along_to_another_stage() -> None:
    journey = with_counts(a_map(), counts("t0", BAD), counts("t1", GOOD))
    with journey.edit("Move card") as edit:
        edit.update("t0", stage="s4")
    scores = make_overlay(journey).scores
    assert (scores["s0"].value, scores["s4"].value) == (100, -100)


@pytest.mark.parametrize(
    ("n", "shown"), [(1, "withheld"), (4, "withheld"), (5, "tentative"), (29, "tentative"), (30, "full")]
)
def test_few_answers_are_withheld_or_tentative(n: int, shown: str) -> None:
    assert make_overlay(with_counts(a_map(), counts("t0", {9: n}))).scores["t0"].shown == shown


def test_the_thresholds_can_be_chosen() -> None:
    journey = with_counts(a_map(), counts("t0", {9: 40}))
    assert make_overlay(journey, HeatChoice(thresholds=Thresholds(41, 99))).scores["t0"].shown == "withheld"
    assert {score.shown for score in all_scores(journey, Thresholds(1, 41))} == {"tentative"}


def csat(target: str, values: dict[float, int], scale: tuple[float, float] = (1.0, 5.0), wave: str = "w") -> Counts:
    return counts(target, values, wave, metric="csat", scale=scale)


def test_the_metric_with_most_answers_is_shown_unless_chosen() -> None:
    journey = with_counts(a_map(), counts("t0", {9: 40}), csat("t1", {5: 41}))
    overlay = make_overlay(journey)
    assert (overlay.metric, set(overlay.scores)) == ("csat", {"t1", "s0", "journey"})
    assert overlay.notes == ("1 element was measured with another metric than CSAT and has no colour.",)
    assert make_overlay(journey, HeatChoice(metric="nps")).metric == "nps"
    assert metrics(journey) == ["nps", "csat"]


def test_a_choice_without_answers_heats_nothing_and_stays_chosen() -> None:
    overlay = make_overlay(with_counts(a_map(), counts("t0", GOOD)), HeatChoice(metric="ces"))
    assert (overlay.metric, overlay.wave, dict(overlay.scores)) == ("ces", "w", {})
    assert make_overlay(with_counts(a_map(), counts("t0", GOOD)), HeatChoice(on=False)) == NO_OVERLAY
    assert make_overlay(with_counts(a_map(), counts("t0", GOOD)), HeatChoice(wave="gone")) == NO_OVERLAY


def wave(id: str, order: float, start: date | None = None) -> Wave:
    return make(Wave, id=id, title=id.title(), order=order, start=start, end=start)


@pytest.mark.parametrize(
    ("found", "latest"),
    [
        ([wave("a", 1), wave("b", 2)], "b"),
        ([wave("a", 2), wave("b", 1)], "a"),
        ([wave("a", 1, date(2026, 9, 1)), wave("b", 2, date(2026, 3, 1))], "a"),
        ([wave("a", 1, date(2026, 9, 1)), wave("b", 2)], "b"),
    ],
)
def test_the_latest_wave_is_shown_unless_chosen(found: list[Wave], latest: str) -> None:
    journey = with_counts(a_map(), counts("t0", GOOD, "a"), counts("t0", BAD, "b"), waves=found)
    assert make_overlay(journey).wave == waves(journey)[-1].id == latest
    assert make_overlay(journey, HeatChoice(wave="a")).scores["t0"].value == 100
    assert make_overlay(journey, HeatChoice(wave="B")).scores["t0"].value == -100  # by its title


def test_segments_are_apart_and_together() -> None:
    journey = with_counts(
        a_map(),
        counts("t0", {10: 40}, segment="Families"),
        counts("t0", {0: 10}, segment="Singles"),
        counts("t0", {0: 10}),
    )
    assert segments(journey) == ["Families", "Singles"]
    assert make_overlay(journey).scores["t0"].n == 60
    families = make_overlay(journey, HeatChoice(segment="Families"))
    assert (families.scores["t0"].value, families.scores["t0"].segment) == (100, "Families")
    assert families.source == "Source: survey.csv, Autumn 2026, Families, 40 answers"


def test_answers_on_other_scales_are_not_added_up_and_told_of() -> None:
    journey = with_counts(a_map(), csat("t0", {5: 40}), csat("t1", {7: 30}, scale=(1.0, 7.0)))
    overlay = make_overlay(journey)
    assert (overlay.scores["s0"].scale, overlay.scores["s0"].n) == ((1, 5), 40)
    assert any("1–5, 1–7" in note for note in overlay.notes)
    assert any("commonest scale" in note for note in overlay.notes)


def test_scales_that_run_the_other_way_are_told_of() -> None:
    easy = counts("t0", {5: 40}, metric="ces", scale=(1.0, 5.0))
    effort = counts("t6", {5: 40}, metric="ces", scale=(1.0, 5.0), high_is_good=False)
    journey = with_counts(a_map(), easy, effort)
    overlay = make_overlay(journey)
    assert any("low ones" in note for note in overlay.notes)
    assert overlay.scores["t0"].good == 1
    assert overlay.scores["t6"].good == 0


ASKED = "How likely are you to recommend us after: {}"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (ASKED.format("Sees video ad"), ASKED.format("Reads reviews"), False),
        (ASKED.format("Sees video ad"), "Would you tell your friends about the reviews?", True),
        ("Sees video ad", "Reads reviews", False),
        ("Q1", "Q2", False),
    ],
)
def test_other_wordings_are_told_of(first: str, second: str, told: bool) -> None:
    overlay = make_overlay(
        with_counts(a_map(), counts("t0", GOOD, question=first), counts("t1", GOOD, question=second))
    )
    assert any("worded differently" in note for note in overlay.notes) is told


def test_titles_given_later_make_no_other_wording() -> None:
    journey = with_counts(
        a_map(),
        counts("t0", GOOD, question="Sees the ad on the street", about="Sees the ad on the street"),
        counts("t1", GOOD, question="Reads a few reviews at home", about="Reads a few reviews at home"),
    )
    with journey.edit("Rename") as edit:
        edit.update("t0", title="Видит рекламу на улице")
        edit.update("t1", title="Читает отзывы дома")
    assert not any("worded differently" in note for note in make_overlay(journey).notes)


def test_all_scores_are_in_the_order_of_the_map() -> None:
    found = [wave("old", 1), wave("new", 2)]
    journey = with_counts(
        a_map(),
        counts("t6", GOOD, "new", segment="Families"),
        counts("t1", GOOD, "new"),
        counts("t0", GOOD, "new"),
        csat("t0", {4: 3}, wave="old"),
        waves=found,
    )
    rows = [(s.wave, s.segment, s.metric, s.target) for s in all_scores(journey)]
    assert rows == [
        ("old", "", "csat", "journey"),
        ("old", "", "csat", "s0"),
        ("old", "", "csat", "t0"),
        *(("new", "", "nps", target) for target in ("journey", "s0", "t0", "t1", "s2", "t6")),
        *(("new", "Families", "nps", target) for target in ("journey", "s2", "t6")),
    ]


def test_counts_of_nothing_are_no_score() -> None:
    journey = with_counts(a_map(), counts("t0", {9: 0}), counts("t1", {}))
    assert dict(make_overlay(journey).scores) == {}
    assert all_scores(journey) == []


METRICS: list[tuple[Metric, tuple[float, float]]] = [
    ("nps", (0, 10)),
    ("csat", (1, 5)),
    ("csat", (1, 7)),
    ("mean", (1, 5)),
]
COUNTS = st.tuples(
    st.sampled_from([f"t{i}" for i in range(14)] + [f"s{i}" for i in range(5)] + ["journey"]),
    st.sampled_from(METRICS),
    st.sampled_from(["", "x", "y"]),
    st.dictionaries(st.integers(1, 5), st.integers(0, 9), max_size=4),
)


def made(found: list[tuple[str, tuple[Metric, tuple[float, float]], str, dict[int, int]]]) -> Journey:
    each = [
        counts(target, {float(v): n for v, n in values.items()}, metric=metric, scale=scale, segment=segment)
        for target, (metric, scale), segment, values in found
    ]
    return with_counts(a_map(), *each)


@given(st.lists(COUNTS, max_size=12))
def test_overlay_and_all_scores_agree(
    found: list[tuple[str, tuple[Metric, tuple[float, float]], str, dict[int, int]]],
) -> None:
    journey = made(found)
    everything = all_scores(journey)
    for metric in metrics(journey):
        for segment in ["", *segments(journey)]:
            overlay = make_overlay(journey, HeatChoice(metric=metric, segment=segment))
            rows = {s.target: s for s in everything if (s.metric, s.segment) == (metric, segment)}
            assert dict(overlay.scores) == rows


@given(
    st.lists(
        st.tuples(st.integers(0, 13), st.dictionaries(st.integers(0, 10), st.integers(1, 50), min_size=1)), max_size=14
    )
)
def test_a_pooled_nps_is_the_nps_of_all_its_answers(found: list[tuple[int, dict[int, int]]]) -> None:
    each = {f"t{i}": {float(v): n for v, n in values.items()} for i, values in found}
    journey = with_counts(a_map(), *(counts(target, values) for target, values in each.items()))
    scores = make_overlay(journey).scores
    if each:
        total: Counter[float] = Counter()
        for values in each.values():
            total.update(values)
        assert scores["journey"].n == total.total()
        assert scores["journey"].value == pytest.approx(nps(total.items()).value)
        assert sum(s.n for id, s in scores.items() if id.startswith("s")) == total.total()
