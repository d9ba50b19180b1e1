"""Touchpoints made one after the other, and the links between them."""

from collections.abc import Callable

import pytest

from journeymap.model import edits
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.structure import Link, Touchpoint

Draw = Callable[..., Journey]
Picture = Callable[[Journey], tuple[str, ...]]


def test_a_new_touchpoint_stands_after_the_last_of_its_stage(draw: Draw, picture: Picture) -> None:
    journey = draw("A..|.", ".B.|.")
    with journey.edit("Add card") as edit:
        new = edits.add_touchpoint(journey, edit, "s0", "c0", "N")
        edits.add_touchpoint(journey, edit, "s1", "c1", "M")
    assert picture(journey) == ("A.N|.", ".B.|M")
    assert journey.get(Touchpoint, new.id) == new


def test_a_new_touchpoint_at_an_order(draw: Draw, picture: Picture) -> None:
    journey = draw("AB", "..")
    with journey.edit("Add card") as edit:
        assert edits.add_touchpoint(journey, edit, "s0", "c1", "X", 1).order == 1
        assert edits.add_touchpoint(journey, edit, "s0", "c1", "Y", 0.5).order == 0.5
    assert picture(journey) == ("A.B", ".YX")


@pytest.mark.parametrize(("stage", "channel"), [("gone", "c0"), ("s0", "gone"), ("c0", "s0"), ("A", "c0")])
def test_a_touchpoint_needs_a_stage_and_a_channel(draw: Draw, stage: str, channel: str) -> None:
    journey = draw("A")
    with pytest.raises(Problem, match="There is no"), journey.edit("Add card") as edit:
        edits.add_touchpoint(journey, edit, stage, channel)
    with pytest.raises(Problem, match="There is no"), journey.edit("Paste") as edit:
        edits.paste_lines(journey, edit, "One", stage, channel)
    assert len(journey.touchpoints) == 1


def test_enter_makes_the_next_touchpoint_linked(draw: Draw, picture: Picture) -> None:
    journey = draw("A.B|C", ".D.|.")
    with journey.edit("Add card") as edit:
        new = edits.next_touchpoint(journey, edit, "A", title="N")
    assert picture(journey) == ("AN.B|C", "..D.|.")
    [link] = journey.links
    assert (link.source, link.target, link.type) == ("A", new.id, "next")


def test_twenty_touchpoints_with_enter(draw: Draw, picture: Picture) -> None:
    journey = draw("A|B")
    last = "A"
    for letter in "CDEFGHIJKLMNOPQRSTUV":
        with journey.edit("Add card") as edit:
            last = edits.next_touchpoint(journey, edit, last, title=letter).id
    assert picture(journey) == ("ACDEFGHIJKLMNOPQRSTUV|B",)
    assert len(journey.links) == 20


def test_tab_makes_one_at_the_start_of_the_next_stage(draw: Draw, picture: Picture) -> None:
    journey = draw(".|C|.", "A|.|.")
    with journey.edit("Add card") as edit:
        new = edits.next_touchpoint(journey, edit, "A", 1, "N")
        later = edits.next_touchpoint(journey, edit, "A", 2, "M")
    assert picture(journey) == (".|.C|.", "A|N.|M")
    assert {(link.source, link.target) for link in journey.links} == {("A", new.id), ("A", later.id)}


def test_backwards_it_makes_one_at_the_end_of_the_stage_before(draw: Draw, picture: Picture) -> None:
    journey = draw("AB|C")
    with journey.edit("Add card") as edit:
        new = edits.next_touchpoint(journey, edit, "C", -1, "N")
    assert picture(journey) == ("ABN|C",)
    assert [(link.source, link.target) for link in journey.links] == [(new.id, "C")]


def test_there_may_be_no_stage_to_go_to(draw: Draw) -> None:
    journey = draw("A|B")
    with pytest.raises(Problem, match="no stage after “Stage 1”"), journey.edit("Add card") as edit:
        edits.next_touchpoint(journey, edit, "B", 1)
    with pytest.raises(Problem, match="no stage before “Stage 0”"), journey.edit("Add card") as edit:
        edits.next_touchpoint(journey, edit, "A", -1)
    with pytest.raises(Problem, match="no touchpoint “gone”"), journey.edit("Add card") as edit:
        edits.next_touchpoint(journey, edit, "gone")
    with journey.edit("Rename") as edit:
        edit.update("s1", title="")
    with pytest.raises(Problem, match="after “s1”"), journey.edit("Add card") as edit:
        edits.next_touchpoint(journey, edit, "B", 1)
    assert len(journey.touchpoints) == 2


def test_connect(draw: Draw) -> None:
    journey = draw("AB|C")
    with journey.edit("Link") as edit:
        link = edits.connect(journey, edit, "A", "B", "channel-switch")
        assert link is not None
        assert edits.connect(journey, edit, "A", "B") is None
        assert edits.connect(journey, edit, "A", "A") is None
        back = edits.connect(journey, edit, "B", "A", "return")
        assert back is not None
    assert journey.get(Link, link.id).type == "channel-switch"
    assert len(journey.links) == 2
    for source, target in (("A", "s0"), ("gone", "B"), ("gone", "gone")):
        with pytest.raises(Problem, match="no touchpoint"), journey.edit("Link") as edit:
            edits.connect(journey, edit, source, target)


def test_a_link_that_was_removed_can_be_made_again(full: Journey) -> None:
    with full.edit("Link again") as edit:
        edit.remove("AB")
        assert edits.connect(full, edit, "A", "B") is not None


def test_pasted_lines(draw: Draw, picture: Picture) -> None:
    journey = draw("A|B", ".|.")
    with journey.edit("Paste") as edit:
        text = "\r\n One \n\n\t\n• Two\u2028- 3 - 4\r-5 °C\n*\tSix\x00"
        cards = edits.paste_lines(journey, edit, text, "s0", "c1")
    assert [card.title for card in cards] == ["One", "Two", "3 - 4", "-5 °C", "Six"]
    assert picture(journey) == ("A.....|B", ".OT3-S|.")
    assert journey.links == []


def test_pasting_no_lines_does_nothing(draw: Draw) -> None:
    journey = draw("A")
    with journey.edit("Paste") as edit:
        assert edits.paste_lines(journey, edit, " \n\t\n", "s0", "c0") == []
    assert journey.revision == 0


def test_pasted_lines_have_limits(draw: Draw) -> None:
    journey = draw("A")
    with pytest.raises(Problem, match="has 501 characters"), journey.edit("Paste") as edit:
        edits.paste_lines(journey, edit, "fine\n" + "x" * 501, "s0", "c0")
    with pytest.raises(Problem, match="1001 lines"), journey.edit("Paste") as edit:
        edits.paste_lines(journey, edit, "x\n" * 1001, "s0", "c0")
    with journey.edit("Paste") as edit:
        edits.paste_lines(journey, edit, "\n".join(["x" * 500, *"y" * 999]), "s0", "c0")
    assert len(journey.touchpoints) == 1001
