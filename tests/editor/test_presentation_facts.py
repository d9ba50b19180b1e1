"""What is said about a step."""

import pytest

from journeymap import Journey
from journeymap.editor.presentation.facts import Facts, facts_of
from journeymap.editor.presentation.steps import OVERVIEW, Step
from journeymap.survey.overlay import make_overlay
from tests.editor.presentation_hand import talk_map


def facts(step: Step, persona: str = "", journey: Journey | None = None) -> Facts:
    journey = journey or talk_map()
    return facts_of(journey, make_overlay(journey), step, persona)


def found(facts: Facts, kind: str) -> list[tuple[str, int]]:
    return [(one.title, one.severity) for one in facts.found if one.kind == kind]


DRIVES = Step("touchpoint", "t3", "s1")
MOVE = Step("stage", "s1", "s1")


def test_a_touchpoint_says_where_it_is_and_what_happens() -> None:
    said = facts(DRIVES)
    assert (said.kicker, said.title) == ("Move · Van", "Drives")
    assert [(text.text, text.quote) for text in said.texts] == [
        ("Sits beside the driver", False),
        ("Where is he going?", True),
        ("To arrive", False),
    ]
    assert said.score is not None
    assert said.score.n == 100
    assert said.colour is not None


def test_pain_points_come_from_the_worst_on_with_those_of_the_links_that_leave() -> None:
    assert found(facts(DRIVES), "pain") == [("Box is lost", 5), ("Comes late", 2)]
    assert found(facts(Step("touchpoint", "t2", "s1")), "pain") == [("Box is lost", 5)]


def test_actions_answer_the_touchpoint_or_what_hurts_there_unless_they_were_dropped() -> None:
    assert found(facts(DRIVES), "action") == [("Track boxes", 0)]
    assert found(facts(Step("touchpoint", "t0", "s0")), "action") == []


def test_a_moment_of_truth_says_why() -> None:
    (truth,) = (one for one in facts(DRIVES).found if one.kind == "truth")
    assert (truth.title, truth.note) == ("At the door", "decides if they tell others")


def test_every_persona_says_what_it_feels_or_only_the_one_that_is_looked_at() -> None:
    assert [(felt.name, felt.low, felt.high) for felt in facts(DRIVES).felt] == [("Ann", -2, -2), ("Bo", 0.5, 0.5)]
    assert [felt.name for felt in facts(DRIVES, "bo").felt] == ["Bo"]


def test_a_stage_pools_what_is_in_it() -> None:
    said = facts(MOVE)
    assert (said.kicker, said.title, said.target) == ("Stage 2 of 3", "Move", 30.0)
    assert [text.label for text in said.texts] == ["The customer wants"]
    assert found(said, "pain") == [("Box is lost", 5), ("Costs more", 3), ("Comes late", 2)]
    assert [(felt.name, felt.low, felt.high) for felt in said.felt] == [("Ann", -2, 1), ("Bo", 0.5, 0.5)]
    notes = {one.title: one.note for one in said.found if one.kind == "pain"}
    assert notes == {"Box is lost": "Packs", "Costs more": "Price", "Comes late": "Drives"}


def test_the_whole_map_introduces_its_personas_and_the_worst_pain() -> None:
    said = facts(OVERVIEW)
    assert (said.title, said.kicker) == ("Moving house", "Example · as-is")
    assert [person.name for person in said.people] == ["Ann", "Bo", "Cy"]
    assert found(said, "pain")[0] == ("Box is lost", 5)
    assert said.score is not None


def test_few_answers_have_no_colour() -> None:
    said = facts(Step("touchpoint", "t1", "s0"))
    assert said.score is not None
    assert said.score.shown == "withheld"
    assert said.colour is None


@pytest.mark.parametrize("step", [OVERVIEW, MOVE, DRIVES])
def test_nothing_is_nameless(step: Step) -> None:
    journey = talk_map()
    with journey.edit("Forget") as edit:
        for id in ("journey", "s1", "t3", "late", "door", "track", "ann", "c1"):
            edit.update(id, title="")
    said = facts(step, journey=journey)
    assert said.title
    assert all(one.title for one in said.found)
    assert all(person.name for person in said.people)


def test_an_empty_map_says_that_it_is() -> None:
    assert [text.text for text in facts(OVERVIEW, journey=Journey("New")).texts] == ["This map has no stages yet."]
