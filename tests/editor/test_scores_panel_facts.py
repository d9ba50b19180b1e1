"""What the panel tells about a target, picked out of all scores."""

import pytest

from journeymap import Journey
from journeymap.editor.charts.facts import facts, shown_target
from journeymap.model.measures import Counts
from journeymap.survey.overlay import all_scores
from tests.editor.survey_hand import add_counts

MANY = {9.0: 30, 3.0: 20}


@pytest.mark.parametrize(
    ("selected", "target"),
    [
        ((), "journey"),
        (("call",), "call"),
        (("after",), "after"),
        (("web",), "journey"),
        (("queue",), "call"),
        (("answer",), "call"),
        (("call", "web"), "call"),
        (("search", "call"), "call"),
        (("order-call",), "call"),
        (("gone",), "journey"),
    ],
)
def test_whose_scores_are_shown(journey: Journey, selected: tuple[str, ...], target: str) -> None:
    assert shown_target(journey, selected) == target


def test_another_metric_stands_in_where_this_one_was_not_asked(journey: Journey) -> None:
    add_counts(journey, "call", MANY)
    add_counts(journey, "rate", {5.0: 8}, metric="csat", scale=(1.0, 5.0))
    add_counts(journey, "rate", {6.0: 40}, metric="ces", scale=(1.0, 7.0))
    found = facts(journey, all_scores(journey), "rate", "nps", "w1")
    assert found.score is not None
    assert found.score.metric == "ces"


def test_a_wave_without_the_target_is_a_gap(journey: Journey) -> None:
    add_counts(journey, "call", MANY, "w1")
    add_counts(journey, "rate", MANY, "w2")
    add_counts(journey, "call", MANY, "w3")
    found = facts(journey, all_scores(journey), "call", "nps", "w3")
    assert [(title, score is not None) for title, score in found.waves] == [("W1", True), ("W2", False), ("W3", True)]
    assert facts(journey, all_scores(journey), "rate", "nps", "w2").waves == ()
    assert facts(journey, all_scores(journey), "rate", "nps", "w3").state == "not asked"


def test_states(journey: Journey) -> None:
    assert facts(journey, [], "call", None, "").state == "no scores"
    add_counts(journey, "call", {1.0: 4})
    assert facts(journey, all_scores(journey), "call", "nps", "w1").state == "withheld"
    add_counts(journey, "call", {2.0: 4}, segment="new")
    found = facts(journey, all_scores(journey), "call", "nps", "w1")
    assert found.state == "shown"
    assert found.score is not None
    assert found.score.n == sum(counts.n for counts in journey.all(Counts)) == 8
    assert [name for name, _ in found.segments] == ["", "new"]
