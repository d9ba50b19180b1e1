"""What an edit adds, updates and removes, and what goes along with it."""

from collections.abc import Callable

import pytest

from journeymap import Journey
from journeymap.model import edit as edit_module
from journeymap.model.content import Image, Lane, LaneCell, Note
from journeymap.model.findings import Action, PainPoint
from journeymap.model.measures import Counts, Plan, Wave
from journeymap.model.people import Emotion, Persona
from journeymap.model.problem import Problem
from journeymap.model.structure import JOURNEY_ID, Stage, Touchpoint

Draw = Callable[..., Journey]


def removed(journey: Journey, *ids: str) -> set[str]:
    """The ids that are gone after these were removed, and a check that undo brings all of it back."""
    before = dict(journey.records)
    with journey.edit("Remove") as edit:
        edit.remove(*ids)
    gone = before.keys() - journey.records.keys()
    assert edit.change is not None
    twin = journey.copy()
    twin.apply(edit.change.inverse())
    assert dict(twin.records) == before
    return gone


def test_add_makes_an_id_and_refuses_one_that_is_taken(draw: Draw) -> None:
    journey = draw("A")
    with journey.edit("Add") as edit:
        stage = edit.add(Stage, title=" New ")
        assert edit.add(Stage, id="mine").id == "mine"
        for id in ("A", "mine", stage.id, JOURNEY_ID):
            with pytest.raises(Problem, match="used twice"):
                edit.add(Stage, id=id)
        with pytest.raises(Problem, match="order"):
            edit.add(Stage, order=1e10)
    assert journey.get(Stage, stage.id).title == "New"
    assert len(journey.stages) == 3


def test_an_id_that_chance_gives_twice_is_made_again(draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = iter(["s0", "A", "fresh"])
    monkeypatch.setattr(edit_module, "new_id", lambda kind: next(ids))
    journey = draw("A")
    with journey.edit("Add") as edit:
        assert edit.add(Stage).id == "fresh"


def test_update_checks_and_returns_the_new_record(draw: Draw) -> None:
    journey = draw("A")
    with journey.edit("Update") as edit:
        record = edit.update("A", title="B", experience_level=3)
        assert record == journey.get(Touchpoint, "A")
        with pytest.raises(Problem, match="There is no element “gone”"):
            edit.update("gone", title="B")
        with pytest.raises(Problem, match="experience_level"):
            edit.update("A", experience_level=9)
        with pytest.raises(TypeError):
            edit.update("A", colour="blue")
        with pytest.raises(Problem, match="can't stand in the place"):
            edit.put("A", journey.get(Touchpoint, "A").replace(id="other"))
    assert journey.get(Touchpoint, "A").experience_level == 3
    assert "other" not in journey


def test_free_id_is_not_in_the_map(draw: Draw) -> None:
    journey = draw("A")
    with journey.edit("Ask") as edit:
        assert edit.free_id("stage") not in journey


def test_unknown_ids_are_ignored(full: Journey) -> None:
    assert removed(full, "gone", "gone too") == set()


def test_a_touchpoint_takes_along_what_can_not_be_without_it(full: Journey) -> None:
    # pAB hurts on the link that goes with A; the scores of A go, those of the stage stay.
    assert removed(full, "A") == {"A", "AB", "pA", "pAB", "eA", "kA"}
    assert full.get(PainPoint, "pABs1").on == ("B", "s1")
    assert full.get(Persona, "per").path == ("B", "BC", "C")
    assert full.get(Action, "act").answers == ("pABs1", "s0")
    assert full.get(Note, "nA").on is None
    assert full.get(Plan, "plan").questions[0].target == "A"


def test_a_pain_point_stays_until_its_last_target_goes(full: Journey) -> None:
    assert "pABs1" not in removed(full, "A")
    assert "pABs1" not in removed(full, "s1")
    assert full.get(PainPoint, "pABs1").on == ("B",)
    assert "pABs1" in removed(full, "B")


def test_a_pain_point_goes_when_all_its_targets_go_at_once(full: Journey) -> None:
    assert "pABs1" in removed(full, "B", "s1", "A")


def test_a_stage_takes_its_touchpoints_along(full: Journey) -> None:
    assert removed(full, "s0") == {"s0", "A", "B", "D", "AB", "BC", "pA", "pAB", "mB", "eA", "kA", "ks0"}
    assert full.get(PainPoint, "pABs1").on == ("s1",)
    assert full.get(Persona, "per").path == ("C",)


def test_a_channel_takes_its_touchpoints_along(full: Journey) -> None:
    assert removed(full, "c1") == {"c1", "D"}
    assert full.get(Action, "act").channels == ("c0",)


def test_a_link_leaves_its_ends(full: Journey) -> None:
    assert removed(full, "AB") == {"AB", "pAB"}
    assert full.get(Persona, "per").path == ("A", "B", "BC", "C", "A")


def test_a_pain_point_leaves_its_action(full: Journey) -> None:
    assert removed(full, "pA", "pABs1") == {"pA", "pABs1"}
    assert full.get(Action, "act").answers == ("A", "s0")
    assert removed(full, "A", "s0") >= {"A", "s0"}
    assert full.get(Action, "act").answers == ()


def test_a_persona_takes_its_emotions_along(full: Journey) -> None:
    assert removed(full, "per") == {"per", "eA", "eC"}
    assert full.all(Emotion) == []


def test_a_wave_takes_its_counts_along_and_a_plan_is_forgotten(full: Journey) -> None:
    assert removed(full, "plan") == {"plan"}
    assert full.get(Wave, "w1").plan is None
    assert removed(full, "w1") == {"w1", "kA", "ks0"}
    assert full.all(Counts) == []


def test_lanes_cells_and_images(draw: Draw) -> None:
    journey = draw("A|B")
    with journey.edit("Fill") as edit:
        edit.add(Image, id="i", type="image/png", data="iVBORw0KGgo=")
        edit.add(Lane, id="lane", type="image")
        edit.add(LaneCell, id="x0", lane="lane", stage="s0", image="i")
        edit.add(LaneCell, id="x1", lane="lane", stage="s1")
        edit.add(Persona, id="per", picture="i")
    assert removed(journey, "i") == {"i"}
    assert journey.get(LaneCell, "x0").image is None
    assert journey.get(Persona, "per").picture is None
    assert removed(journey, "s0") == {"s0", "A", "x0"}
    assert removed(journey, "lane") == {"lane", "x1"}


def test_a_question_may_name_a_target_that_is_gone(full: Journey) -> None:
    removed(full, "A")
    with full.edit("Rename plan") as edit:
        edit.update("plan", title="Other")
    assert full.get(Plan, "plan").questions[0].target == "A"


def test_the_journey_can_not_be_removed(full: Journey) -> None:
    before = dict(full.records)
    with pytest.raises(Problem, match="journey itself"), full.edit("Remove") as edit:
        edit.remove(JOURNEY_ID)
    assert dict(full.records) == before


def test_everything_else_can(full: Journey) -> None:
    everything = full.records.keys() - {JOURNEY_ID}
    assert removed(full, *everything) == everything
    assert len(full) == 1
    assert full.graph.number_of_edges() == 0


def test_remove_and_add_again_in_one_edit(full: Journey) -> None:
    with full.edit("Swap") as edit:
        edit.remove("D")
        edit.add(Touchpoint, id="D", stage="s1", channel="c0")
    assert edit.change is not None
    assert edit.change.ids == {"D"}
    assert full.get(Touchpoint, "D").stage == "s1"


def test_a_long_path_is_forgotten_at_once(draw: Draw) -> None:
    """Checking the path again for each of its touchpoints took minutes."""
    journey = draw("A|B")
    with journey.edit("Fill") as edit:
        cards = [edit.add(Touchpoint, stage="s0", channel="c0", order=order).id for order in range(3000)]
        edit.add(Persona, id="per", path=(*cards, "B", *cards))
        edit.add(PainPoint, id="p", on=(*cards, "s1"))
        edit.add(PainPoint, id="q", on=tuple(cards))
    assert len(removed(journey, "s0")) == 3003
    assert journey.get(Persona, "per").path == ("B",)
    assert journey.get(PainPoint, "p").on == ("s1",)
