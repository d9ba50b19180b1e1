"""As-is and to-be in one map: derived, switched, compared, and never one without the other's scores."""

import pytest

from journeymap import Journey
from journeymap.files.format import from_bytes, to_bytes
from journeymap.model.content import Image, Note
from journeymap.model.findings import PainPoint
from journeymap.model.history import History
from journeymap.model.measures import Counts, Wave
from journeymap.model.problem import Problem
from journeymap.model.structure import Channel, Link, Stage, Touchpoint
from journeymap.model.versions import (
    as_is_and_to_be,
    derive,
    differences,
    discard_other,
    other_version,
    switch,
    united,
)


def as_is() -> Journey:
    journey = Journey("Washing")
    with journey.edit("Fill") as edit:
        edit.add(Stage, id="s", title="Delivery")
        edit.add(Channel, id="c", title="Courier")
        edit.add(Channel, id="d", title="App")
        for i, title in enumerate(("Waits", "Installs", "Calls")):
            edit.add(Touchpoint, id=f"t{i}", title=title, stage="s", channel="c", order=float(i))
        edit.add(Link, id="l", source="t0", target="t1")
        edit.add(PainPoint, id="p", title="Late", on=("t2",))
        edit.add(Wave, id="w", title="Autumn")
        edit.add(Counts, id="n", target="t2", wave="w", metric="nps", scale=(0.0, 10.0), values=((3.0, 12),))
        edit.add(Image, id="i", type="image/png", data="AAAA")
        edit.add(Note, id="note", image="i")
    return journey


def to_be() -> Journey:
    journey = as_is()
    with journey.edit("Derive") as edit:
        derive(journey, edit)
    with journey.edit("Improve") as edit:
        edit.remove("t2")
        edit.update("t0", title="Tracks the courier")
        edit.update("t1", channel="d")
        edit.add(Touchpoint, id="t9", title="Gets a call", stage="s", channel="d", order=5.0)
    return journey


def snapshot(journey: Journey) -> dict[str, object]:
    return dict(journey.records)


def test_deriving_keeps_the_map_as_it_was() -> None:
    journey = to_be()
    assert journey.info.version == "to-be"
    other = other_version(journey)
    assert other is not None
    assert snapshot(other) == snapshot(as_is())


def test_switching_there_and_back_leaves_the_same_map() -> None:
    journey = to_be()
    before = snapshot(journey)
    for expected in ("as-is", "to-be"):
        with journey.edit("Switch") as edit:
            switch(journey, edit)
        assert journey.info.version == expected
    assert snapshot(journey) == before


def test_the_as_is_comes_back_with_its_scores() -> None:
    journey = to_be()
    with journey.edit("Switch") as edit:
        switch(journey, edit)
    assert journey.get(Counts, "n").n == 12
    assert "t9" not in journey


def test_switching_is_one_step_that_can_be_undone() -> None:
    journey = to_be()
    history = History(journey)
    before = snapshot(journey)
    with journey.edit("Switch version") as edit:
        switch(journey, edit)
    history.undo()
    assert snapshot(journey) == before


def test_a_second_derivation_and_a_missing_version_are_sentences() -> None:
    journey = to_be()
    with pytest.raises(Problem, match="second version already"), journey.edit("Again") as edit:
        derive(journey, edit)
    with journey.edit("Discard") as edit:
        discard_other(edit)
    assert other_version(journey) is None
    with pytest.raises(Problem, match="no second version"):
        as_is_and_to_be(journey)


def test_what_differs_is_said_element_by_element() -> None:
    before, after = as_is_and_to_be(to_be())
    found = {difference.id: difference for difference in differences(before, after)}
    assert {id: difference.kind for id, difference in found.items()} == {
        "t0": "changed",
        "t1": "moved",
        "t2": "removed",
        "t9": "added",
        "p": "removed",
        "n": "removed",
    }
    assert found["t0"].fields == ("title",)
    assert found["t1"].fields == ("channel",)
    assert differences(after, after) == []


def test_both_fit_into_one_picture() -> None:
    before, after = as_is_and_to_be(to_be())
    both = united(before, after)
    assert {"t0", "t1", "t2", "t9", "p"} <= set(both.records)
    assert both.get(Touchpoint, "t0").title == "Tracks the courier"


def test_a_map_with_two_versions_is_saved_and_opened() -> None:
    journey = to_be()
    again = from_bytes(to_bytes(journey), "map")
    assert snapshot(again) == snapshot(journey)
    assert to_bytes(again) == to_bytes(journey)


def test_an_image_that_is_gone_is_forgotten_by_both() -> None:
    journey = to_be()
    with journey.edit("Delete") as edit:
        edit.remove("i")
    with journey.edit("Switch") as edit:
        switch(journey, edit)
    assert journey.get(Note, "note").image is None


def test_a_damaged_second_version_is_a_sentence() -> None:
    journey = to_be()
    with journey.edit("Damage") as edit:
        edit.update("other-version", records=({"kind": "stage"},))
    with pytest.raises(Problem, match="damaged"):
        other_version(journey)
