"""Stages and channels are added and put in order; only what is in the way is renumbered."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.model import edits
from journeymap.model.change import Change
from journeymap.model.content import Lane
from journeymap.model.journey import Journey
from journeymap.model.people import Persona
from journeymap.model.problem import Problem
from journeymap.model.record import make
from journeymap.model.structure import Stage

Draw = Callable[..., Journey]


def stages(*orders: float) -> Journey:
    """A map of stages a, b, c, … with these orders."""
    return Journey(records=[make(Stage, id=chr(97 + number), order=order) for number, order in enumerate(orders)])


def row(journey: Journey) -> str:
    return "".join(stage.title or stage.id for stage in journey.stages)


@pytest.mark.parametrize(
    ("index", "expected"), [(None, "abcN"), (0, "Nabc"), (1, "aNbc"), (3, "abcN"), (99, "abcN"), (-5, "Nabc")]
)
def test_add_stage(index: int | None, expected: str) -> None:
    journey = stages(0, 1, 2)
    with journey.edit("Add stage") as edit:
        stage = edits.add_stage(journey, edit, " N ", index)
    assert row(journey) == expected
    assert journey.get(Stage, stage.id) == stage
    assert edit.change is not None
    assert edit.change.ids == {stage.id}


def test_the_first_stage_and_channel() -> None:
    journey = Journey()
    with journey.edit("Add") as edit:
        stage = edits.add_stage(journey, edit)
        channel = edits.add_channel(journey, edit, "Store", "physical")
    assert (stage.title, stage.order) == ("", 0)
    assert (channel.title, channel.type, channel.order) == ("Store", "physical", 0)


def test_add_channel(draw: Draw) -> None:
    journey = draw("A", "B")
    with journey.edit("Add channel") as edit:
        middle = edits.add_channel(journey, edit, "Middle", index=1)
        last = edits.add_channel(journey, edit, "Last", "human")
    assert [channel.id for channel in journey.channels] == ["c0", middle.id, "c1", last.id]
    assert middle.type == "digital"


def test_a_title_that_is_too_long_is_refused() -> None:
    journey = stages(0)
    with pytest.raises(Problem, match="title"), journey.edit("Add stage") as edit:
        edits.add_stage(journey, edit, "x" * 501)
    assert len(journey.stages) == 1


@pytest.mark.parametrize(
    ("id", "index", "expected"),
    [("a", 2, "bca"), ("a", 1, "bac"), ("c", 0, "cab"), ("b", 1, "abc"), ("b", 99, "acb"), ("b", -1, "bac")],
)
def test_reorder(id: str, index: int, expected: str) -> None:
    journey = stages(0, 1, 2)
    heard: list[Change] = []
    journey.subscribe(heard.append)
    with journey.edit("Move stage") as edit:
        edits.reorder(journey, edit, id, index)
    assert row(journey) == expected
    assert [change.ids for change in heard] == ([{id}] if expected != "abc" else [])


def test_only_what_is_in_the_way_is_renumbered() -> None:
    journey = stages(0, 0, 0, 0, 7, 9)
    with journey.edit("Move stage") as edit:
        edits.reorder(journey, edit, "f", 1)
    assert row(journey) == "afbcde"
    assert edit.change is not None
    assert edit.change.ids == {"f", "b", "c", "d"}
    with journey.edit("Move stage") as edit:
        edits.reorder(journey, edit, "d", 0)
    assert row(journey) == "dafbce"
    assert edit.change is not None
    assert edit.change.ids == {"d"}


def test_what_stands_there_already_is_left_alone() -> None:
    journey = stages(0, 0.3, 2)
    with journey.edit("Move stage") as edit:
        edits.reorder(journey, edit, "b", 1)
    assert journey.revision == 0


def test_where_no_number_is_left_between_two() -> None:
    journey = stages(1, 0, 5e-324)
    with journey.edit("Move stage") as edit:
        edits.reorder(journey, edit, "a", 1)
    assert row(journey) == "bac"


@settings(derandomize=True, deadline=None)
@given(
    st.lists(st.sampled_from([0.0, 0.0, 1.0, 5e-324, 1e9, -1e9, 1e9 - 1e-6]), min_size=1, max_size=7),
    st.lists(st.tuples(st.integers(0, 6), st.integers(-1, 8)), min_size=1, max_size=8),
)
def test_any_stage_goes_to_any_place_whatever_the_orders_were(
    orders: list[float], moves: list[tuple[int, int]]
) -> None:
    journey = stages(*orders)
    for which, index in moves:
        names = list(row(journey))
        name = names[which % len(names)]
        with journey.edit("Move stage") as edit:
            edits.reorder(journey, edit, name, index)
            edits.add_stage(journey, edit, name.upper(), index)
        names.remove(name)
        names.insert(max(0, min(index, len(names))), name)
        names.insert(max(0, min(index, len(names))), name.upper())
        assert row(journey) == "".join(names)
        with journey.edit("Remove stage") as edit:
            edit.remove(*(stage.id for stage in journey.stages if stage.title))


def test_whatever_stands_in_a_row_can_be_reordered(full: Journey) -> None:
    with full.edit("Reorder") as edit:
        edit.add(Lane, id="l1", order=1)
        edit.add(Lane, id="l2", order=2)
        edit.add(Persona, id="per2", order=1)
        edits.reorder(full, edit, "c1", 0)
        edits.reorder(full, edit, "l2", 0)
        edits.reorder(full, edit, "per2", 0)
        edits.reorder(full, edit, "pA", 2)
    assert [channel.id for channel in full.channels] == ["c1", "c0"]
    assert [lane.id for lane in full.all(Lane)] == ["l2", "l1"]
    assert [persona.id for persona in full.all(Persona)] == ["per2", "per"]


@pytest.mark.parametrize("id", ["gone", "A", "AB", "journey", "kA"])
def test_what_stands_in_no_row_can_not_be_reordered(full: Journey, id: str) -> None:
    with pytest.raises(Problem, match=f"“{id}” can't be put"), full.edit("Reorder") as edit:
        edits.reorder(full, edit, id, 0)
