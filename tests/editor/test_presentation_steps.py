"""Which steps a presentation has, and where it stands after what the user or the map does."""

import pytest

from journeymap import Journey
from journeymap.editor.presentation.steps import (
    OVERVIEW,
    Step,
    index_of,
    path_of,
    place_of,
    steps_of,
    walkers,
    way_of,
)
from journeymap.editor.presentation.talk import Talk
from journeymap.model.people import Persona
from journeymap.model.structure import Stage, Touchpoint
from tests.editor.presentation_hand import talk_map


def ids(steps: list[Step]) -> list[str]:
    return [step.id for step in steps]


def test_the_whole_map_comes_first_then_stages_or_touchpoints_in_time() -> None:
    journey = talk_map()
    assert ids(steps_of(journey, "stages")) == ["journey", "s0", "s1", "s2"]
    assert ids(steps_of(journey, "touchpoints")) == ["journey", "t0", "t1", "t2", "t3", "t4", "t5"]


def test_an_empty_map_has_one_step() -> None:
    assert steps_of(Journey("Nothing"), "stages") == [OVERVIEW]
    assert steps_of(Journey("Nothing"), "touchpoints") == [OVERVIEW]


def test_what_is_at_the_same_time_is_shown_from_top_to_bottom() -> None:
    journey = talk_map()
    with journey.edit("Move") as edit:
        edit.update("t1", order=0.0)
        edit.update("c1", order=-1.0)
    assert ids(steps_of(journey, "touchpoints"))[1:3] == ["t1", "t0"]


def test_a_path_that_follows_links_is_walked_with_its_loop() -> None:
    assert [card.id for card in path_of(talk_map(), "ann")] == ["t0", "t1", "t2", "t3", "t2"]


def test_a_path_that_does_not_is_shown_in_the_order_of_the_map() -> None:
    assert [card.id for card in path_of(talk_map(), "bo")] == ["t0", "t3", "t5"]


def test_stages_without_a_touchpoint_of_the_path_are_left_out() -> None:
    assert ids(steps_of(talk_map(), "stages", "ann")) == ["journey", "s0", "s1"]


def test_a_persona_without_a_path_is_not_offered_and_sees_all() -> None:
    journey = talk_map()
    assert [persona.id for persona in walkers(journey)] == ["ann", "bo"]
    assert len(steps_of(journey, "touchpoints", "cy")) == 7


@pytest.mark.parametrize(
    ("id", "place"),
    [
        ("t2", "t2"),
        ("s1", "s1"),
        ("late", "t3"),
        ("lost", "t2"),
        ("door", "t3"),
        ("track", "t2"),
        ("l1", "t1"),
        ("c0", None),
        ("nothing", None),
        (None, None),
    ],
)
def test_every_element_has_its_place(id: str | None, place: str | None) -> None:
    assert place_of(talk_map(), id) == place


def test_an_element_says_how_to_present_it() -> None:
    journey = talk_map()
    assert way_of(journey, "late") == "touchpoints"
    assert way_of(journey, "s2") == "stages"
    assert way_of(journey, "ann") is None


def test_a_touchpoint_stands_in_the_step_of_its_stage() -> None:
    journey = talk_map()
    assert index_of(steps_of(journey, "touchpoints"), ["s1"]) == 3
    assert index_of(steps_of(journey, "stages"), [None, "s2"]) == 3
    assert index_of(steps_of(journey, "stages"), ["nowhere"]) is None


class TestTalk:
    def test_it_begins_with_the_whole_map(self) -> None:
        assert Talk(talk_map()).step == OVERVIEW

    def test_it_begins_where_it_is_told(self) -> None:
        talk = Talk(talk_map(), at="t4")
        assert (talk.way, talk.step.id) == ("touchpoints", "t4")
        assert Talk(talk_map(), "touchpoints", at="s2").step.id == "s2"

    def test_a_place_that_the_persona_does_not_visit_is_shown_for_all(self) -> None:
        talk = Talk(talk_map(), "touchpoints", "ann", at="t4")
        assert (talk.persona, talk.step.id) == ("", "t4")

    def test_it_does_not_run_over_its_ends(self) -> None:
        talk = Talk(talk_map())
        assert not talk.go(-1)
        assert talk.go(99)
        assert talk.step.id == "s2"
        assert not talk.go(4)

    def test_another_way_stays_where_the_room_is(self) -> None:
        talk = Talk(talk_map(), at="t3")
        talk.choose("stages", "")
        assert talk.step.id == "s1"
        talk.choose("touchpoints", "")
        assert talk.step.id == "t2"

    def test_the_second_time_round_a_loop_is_not_the_first(self) -> None:
        talk = Talk(talk_map(), "touchpoints", "ann")
        talk.go(5)
        talk.refresh()
        assert (talk.index, talk.step.id) == (5, "t2")

    def test_what_goes_from_the_map_goes_from_the_talk(self) -> None:
        journey = talk_map()
        talk = Talk(journey, at="t3")
        with journey.edit("Delete") as edit:
            edit.remove("t3")
        talk.refresh()
        assert talk.step.id == "t2"
        with journey.edit("Delete") as edit:
            edit.remove("s0", "s1", "s2")
        talk.refresh()
        assert talk.step == OVERVIEW

    def test_a_step_is_found_again_when_others_come_before_it(self) -> None:
        journey = talk_map()
        talk = Talk(journey, at="s1")
        with journey.edit("Add stage") as edit:
            edit.add(Stage, id="first", order=-1.0)
        talk.refresh()
        assert (talk.index, talk.step.id) == (3, "s1")

    def test_a_persona_that_goes_leaves_the_path_of_all(self) -> None:
        journey = talk_map()
        talk = Talk(journey, "touchpoints", "bo")
        assert len(talk.steps) == 4
        with journey.edit("Delete") as edit:
            edit.remove("bo")
        talk.refresh()
        assert talk.persona == ""
        assert len(talk.steps) == 1 + len(journey.all(Touchpoint))
        assert journey.find(Persona, "bo") is None
