"""What to fix first: the formula by hand, what is left out, and what must hold for any map."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.record import Record, make
from journeymap.model.structure import JOURNEY_ID, Channel, Link, Stage, Touchpoint
from journeymap.survey.fix_first import PARTS, Ranked, Weights, rank
from journeymap.survey.fix_first_words import PART_NAMES, formula, left_out, show_rank
from journeymap.survey.score import NO_OVERLAY, Overlay, Score


def drawn(*records: Record, **fields: Any) -> Journey:
    """Touchpoints a, b in stage s1, c in s2; `fields` are those of a."""
    return Journey(
        records=[
            make(Stage, id="s1", title="Before", target=10.0),
            make(Stage, id="s2", title="After", order=1.0),
            make(Channel, id="c1"),
            make(Touchpoint, id="a", title="A", stage="s1", channel="c1", **fields),
            make(Touchpoint, id="b", title="B", stage="s1", channel="c1", order=1.0),
            make(Touchpoint, id="c", title="C", stage="s2", channel="c1"),
            make(Link, id="a-b", source="a", target="b"),
            *records,
        ]
    )


def nps(target: str, value: float, **fields: Any) -> Score:
    known: dict[str, Any] = {"n": 100, "wave": "w", "segment": "", "shown": "full", "scale": (0.0, 10.0)}
    return Score(target, "nps", value, value - 5, value + 5, high_is_good=True, **(known | fields))


def heated(*scores: Score) -> Overlay:
    return Overlay("nps", "w", scores={score.target: score for score in scores})


def one(found: list[Ranked], id: str) -> Ranked:
    return next(ranked for ranked in found if ranked.id == id)


def test_the_formula_by_hand() -> None:
    journey = drawn(make(PainPoint, on=("a",), severity=5), make(MomentOfTruth, on="a", weight=4), share=0.8)
    [ranked] = rank(journey, heated(nps("a", -52)))
    # (10 + 52) of the 110 points between −100 and the target +10 are missing.
    assert ranked.value == pytest.approx(0.40 * 1 + 0.20 * 0.8 + 0.25 * 62 / 110 + 0.15 * 0.8)
    assert formula(ranked) == (
        "0.82 = 40 % × 5/5 severity + 20 % × 4/5 moment of truth"
        " + 25 % × 0.56 score (−52 against the target +10) + 15 % × 80 % of the customers"
    )
    assert ranked.unknown == ()
    assert left_out(ranked) == ""


def test_what_is_not_known_is_left_out_and_the_rest_weighs_more() -> None:
    journey = drawn(make(PainPoint, on=("a",), severity=4), make(MomentOfTruth, on="b"))
    [ranked] = rank(journey, NO_OVERLAY)
    assert ranked.unknown == ("score", "share")
    assert [round(part.weight, 3) for part in ranked.parts] == [0.667, 0.333]
    assert ranked.value == pytest.approx(0.8 * 40 / 60)
    assert left_out(ranked) == (
        "Not known here and left out: Score below its target, Share of customers."
        " The other weights were raised to make 100 %."
    )


def test_a_map_without_any_pain_point_is_ranked_by_its_scores() -> None:
    [ranked] = rank(drawn(), heated(nps("a", 0)))
    assert ranked.unknown == ("severity", "truth", "share")
    assert ranked.value == pytest.approx(10 / 110)


def test_without_a_target_the_whole_map_is_what_a_score_is_held_against() -> None:
    overlay = heated(nps("c", -20), nps(JOURNEY_ID, 12))
    [ranked] = rank(drawn(), overlay)
    assert (ranked.id, round(ranked.value, 4)) == ("c", round(32 / 112, 4))
    assert formula(ranked) == "0.29 = 100 % × 0.29 score (−20 against +12 of the whole map)"
    assert rank(drawn(), heated(nps("c", -20))) == []
    assert rank(drawn(), heated(nps("c", -20), nps(JOURNEY_ID, 12, shown="withheld"))) == []


def test_a_target_of_another_metric_is_none() -> None:
    """A target of 150 is no NPS."""
    journey = drawn()
    with journey.edit("Aim") as edit:
        edit.update("s1", target=150.0)
    assert rank(journey, heated(nps("a", -20))) == []


def test_low_is_good_where_the_question_says_so() -> None:
    effort = Score("a", "ces", 5.0, 4.0, 6.0, 50, (1.0, 7.0), False, "w", "", "full")
    journey = drawn()
    with journey.edit("Aim") as edit:
        edit.update("s1", target=3.0)
    [ranked] = rank(journey, Overlay("ces", "w", scores={"a": effort}))
    assert ranked.value == pytest.approx((5 - 3) / (7 - 3))
    assert "(5.0 against the target 3.0)" in formula(ranked)


def test_a_withheld_score_and_one_that_reaches_its_target_fall_short_of_nothing() -> None:
    assert rank(drawn(), heated(nps("a", -90, shown="withheld", n=3), nps("b", 40))) == []


def test_where_nothing_is_wrong_nothing_is_to_be_fixed() -> None:
    assert rank(drawn(make(MomentOfTruth, on="a", weight=5), share=1.0), NO_OVERLAY) == []
    assert rank(Journey(), NO_OVERLAY) == []


def test_what_hurts_on_a_link_hurts_at_both_its_ends() -> None:
    found = rank(drawn(make(PainPoint, on=("a-b",), severity=3)), NO_OVERLAY)
    assert [(ranked.id, ranked.value) for ranked in found] == [("a", 0.6), ("b", 0.6)]


def test_the_worst_comes_first_and_equals_in_the_order_of_time() -> None:
    pains = [make(PainPoint, on=(id,), severity=severity) for id, severity in (("c", 2), ("b", 2), ("a", 1))]
    assert [ranked.id for ranked in rank(drawn(*pains), NO_OVERLAY)] == ["b", "c", "a"]


def test_a_weight_of_nothing_takes_a_part_out() -> None:
    journey = drawn(make(PainPoint, on=("a",), severity=5), make(MomentOfTruth, on="a", weight=1))
    [ranked] = rank(journey, NO_OVERLAY, Weights(1, 0, 0, 0))
    assert ranked.value == 1
    assert rank(journey, NO_OVERLAY, Weights(0, 0, 0, 0)) == []
    assert rank(journey, NO_OVERLAY, Weights(0, 1, 0, 0)) == []


def test_every_part_has_a_name() -> None:
    assert tuple(PART_NAMES) == PARTS


@given(
    severity=st.integers(1, 5),
    weight=st.integers(1, 5),
    value=st.floats(-100, 100),
    share=st.none() | st.floats(0, 1),
    weights=st.builds(Weights, *[st.integers(0, 100)] * 4),
)
def test_for_any_map(severity: int, weight: int, value: float, share: float | None, weights: Weights) -> None:
    pain = make(PainPoint, id="p", on=("a",), severity=severity)
    journey = drawn(pain, make(MomentOfTruth, on="a", weight=weight), share=share)
    found = rank(journey, heated(nps("a", value), nps("b", value)), weights)
    for ranked in found:
        assert 0 < ranked.value <= 1
        assert sum(part.weight for part in ranked.parts) == pytest.approx(1)
        assert 0 <= float(show_rank(ranked)) <= 1
        assert {part.name for part in ranked.parts}.isdisjoint(ranked.unknown)
    doubled = replace(weights, **{name: 2 * getattr(weights, name) for name in PARTS})
    again = rank(journey, heated(nps("a", value), nps("b", value)), doubled)
    assert [ranked.id for ranked in again] == [ranked.id for ranked in found]
    assert [ranked.value for ranked in again] == pytest.approx([ranked.value for ranked in found])
    if severity < 5 and weights.severity and found:
        with journey.edit("Worsen") as edit:
            edit.update("p", severity=severity + 1)
        worse = rank(journey, heated(nps("a", value), nps("b", value)), weights)
        assert one(worse, "a").value > one(found, "a").value
