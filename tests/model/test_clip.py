"""What copying takes along, and where pasting puts it."""

import json
from collections.abc import Callable

import pytest

from journeymap.model import clip
from journeymap.model.clip_text import read_clip
from journeymap.model.content import Image, Lane, LaneCell, Note
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts
from journeymap.model.people import Emotion, Persona
from journeymap.model.problem import Problem
from journeymap.model.structure import Channel, Stage, Touchpoint

Draw = Callable[..., Journey]
Picture = Callable[[Journey], tuple[str, ...]]


def paste(journey: Journey, text: str, stage: str | None = None, channel: str | None = None) -> list[str]:
    """Paste, and see that undo takes all of it back."""
    before = dict(journey.records)
    with journey.edit("Paste") as edit:
        ids = clip.paste(journey, edit, text, stage, channel)
    assert edit.change is not None
    twin = journey.copy()
    twin.apply(edit.change.inverse())
    assert dict(twin.records) == before
    return ids


def duplicate(journey: Journey, *ids: str) -> list[str]:
    return paste(journey, clip.copy(journey, ids))


def copied(journey: Journey, *ids: str) -> str:
    return " ".join(sorted(read_clip(clip.copy(journey, ids)).records))


@pytest.mark.parametrize(
    ("ids", "taken"),
    [
        (["D"], "D"),
        (["A"], "A eA nA pA pABs1"),
        (["A", "B"], "A AB B eA mB nA pA pAB pABs1"),
        (["A", "C"], "A C eA eC nA pA pABs1"),
        (["s1"], "C eC pABs1 s1"),
        (["s0"], "A AB B D eA mB nA pA pAB pABs1 s0"),
        (["c1"], "D c1"),
        (["pA"], "pA"),
        (["act"], "act"),
        (["per"], "eA eC per"),
        (["AB"], ""),
        (["AB", "A", "B", "A"], "A AB B eA mB nA pA pAB pABs1"),
        (["gone", "journey", "w1", "kA", "plan"], ""),
        ([], ""),
    ],
)
def test_what_is_copied(full: Journey, ids: list[str], taken: str) -> None:
    assert copied(full, *ids) == taken
    assert full.revision == 1


def test_a_pain_point_that_came_along_hurts_only_what_is_copied(full: Journey) -> None:
    records = read_clip(clip.copy(full, ["A"])).records
    assert isinstance(pain := records["pABs1"], PainPoint)
    assert pain.on == ("A",)
    records = read_clip(clip.copy(full, ["A", "pABs1"])).records
    assert isinstance(pain := records["pABs1"], PainPoint)
    assert pain.on == ("A", "B", "s1")


def test_a_copy_is_the_same_text_each_time(full: Journey) -> None:
    assert clip.copy(full, ["A", "B", "s1"]) == clip.copy(full.copy(), ["A", "B", "s1"])


def test_duplicated_cards_stand_after_their_originals(draw: Draw, picture: Picture) -> None:
    journey = draw("ABC|D", "E..|.")
    duplicate(journey, "A")
    assert picture(journey) == ("AABC|D", "E...|.")
    journey = draw("ABC|D", "E..|.")
    duplicate(journey, "A", "B", "E", "D")
    assert picture(journey) == ("ABABC|DD", "E.E..|..")


def test_pasted_cards_have_new_ids_and_all_else_alike(full: Journey) -> None:
    with full.edit("Fill") as edit:
        edit.update("D", does="Walks", tags=("x",), experience_level=3)
    [id] = duplicate(full, "D")
    original, new = full.get(Touchpoint, "D"), full.get(Touchpoint, id)
    assert id != "D"
    assert new.replace(id="D", order=original.order) == original


def test_links_inside_come_along_and_are_rewired(full: Journey) -> None:
    a, b = duplicate(full, "A", "B")
    assert {(link.source, link.target) for link in full.links} == {("A", "B"), ("B", "C"), (a, b)}
    [new] = [link.id for link in full.links if link.source == a]
    assert {pain.on for pain in full.all(PainPoint) if pain.title == "On the link"} == {("AB",), (new,)}


def test_what_sits_on_cards_comes_along(full: Journey) -> None:
    a, b = duplicate(full, "A", "B")
    assert sorted(pain.on for pain in full.all(PainPoint) if a in pain.on) == sorted([(a,), (a, b)])
    assert [truth.on for truth in full.all(MomentOfTruth)] == ["B", b]
    assert {(e.persona, e.touchpoint, e.value) for e in full.all(Emotion)} == {
        ("per", "A", 1),
        ("per", "C", -2),
        ("per", a, 1),
    }
    assert sorted(note.on or "" for note in full.all(Note)) == sorted(["A", a])
    # Neither scores, nor what mentions the originals.
    assert {counts.target for counts in full.all(Counts)} == {"A", "s0"}
    assert full.get(Persona, "per").path == ("A", "AB", "B", "BC", "C", "A")
    assert full.get(Action, "act").answers == ("pA", "pABs1", "A", "s0")


def test_only_what_was_chosen_is_returned(full: Journey) -> None:
    [stage] = duplicate(full, "s0")
    assert isinstance(full.records[stage], Stage)
    ids = duplicate(full, "pA", "A", "AB", "B")
    assert [full.records[id].kind for id in ids] == ["pain", "touchpoint", "link", "touchpoint"]


def test_a_duplicated_stage_stands_after_its_original_with_its_cards(full: Journey, picture: Picture) -> None:
    assert picture(full) == ("AB.|C", "..D|.")
    duplicate(full, "s0")
    assert picture(full) == ("AB.|AB.|C", "..D|..D|.")
    assert len(full.links) == 3


def test_several_stages_stay_together(draw: Draw, picture: Picture) -> None:
    journey = draw("A|B|C")
    ids = duplicate(journey, "s1", "s0")
    assert picture(journey) == ("A|B|A|B|C",)
    assert [journey.get(Stage, id).title for id in ids] == ["Stage 1", "Stage 0"]


def test_a_duplicated_channel_keeps_the_columns(draw: Draw, picture: Picture) -> None:
    journey = draw("AB|C", "D.|E", ".F|.")
    [id] = duplicate(journey, "c1")
    assert picture(journey) == ("AB|C", "D.|E", "D.|E", ".F|.")
    assert journey.channels[2].id == id


def test_a_stage_and_a_channel_that_cross(draw: Draw, picture: Picture) -> None:
    journey = draw("AB|C", "D.|E")
    duplicate(journey, "s0", "c0")
    assert picture(journey) == ("AB|..|C", "..|AB|C", "D.|D.|E")


def test_a_duplicated_pain_point_hurts_the_same(full: Journey) -> None:
    [id] = duplicate(full, "pABs1")
    assert full.get(PainPoint, id).on == ("A", "B", "s1")
    assert full.all(PainPoint)[-1].id == id
    [id] = duplicate(full, "act")
    assert full.get(Action, id).answers == ("pA", "pABs1", "A", "s0")


def test_a_duplicated_persona_feels_the_same(full: Journey) -> None:
    [id] = duplicate(full, "per")
    assert full.get(Persona, id).path == ("A", "AB", "B", "BC", "C", "A")
    assert {(e.touchpoint, e.value) for e in full.all(Emotion) if e.persona == id} == {("A", 1), ("C", -2)}


def test_a_duplicated_note_lies_beside_its_original(full: Journey) -> None:
    with full.edit("Place notes") as edit:
        edit.update("nA", x=5, y=-5)
        edit.add(Image, id="i", type="image/png", data="iVBORw0KGgo=")
        edit.add(Note, id="far", x=1e7, y=0, image="i")
    [new, far] = [full.get(Note, id) for id in duplicate(full, "nA", "far")]
    assert (new.on, new.x, new.y) == ("A", 29, 19)
    assert (far.on, far.x, far.y, far.image) == (None, 1e7, 24, "i")
    [card] = duplicate(full, "A")
    assert {(note.x, note.y) for note in full.all(Note) if note.on == card} == {(5, -5), (29, 19)}


def test_a_duplicated_lane_brings_its_cells_and_shares_its_pictures(draw: Draw) -> None:
    journey = draw("A|B")
    with journey.edit("Fill") as edit:
        edit.add(Image, id="i", type="image/png", data="iVBORw0KGgo=")
        edit.add(Lane, id="lane", title="Photos", type="image")
        edit.add(LaneCell, id="x", lane="lane", stage="s0", image="i", text="T")
    [id] = duplicate(journey, "lane")
    assert [(cell.lane, cell.stage, cell.image, cell.text) for cell in journey.all(LaneCell) if cell.id != "x"] == [
        (id, "s0", "i", "T")
    ]
    assert len(journey.all(Image)) == 1
    [stage] = duplicate(journey, "s0")
    assert sorted((cell.lane, cell.stage) for cell in journey.all(LaneCell)) == sorted(
        [("lane", "s0"), (id, "s0"), ("lane", stage), (id, stage)]
    )
    other = draw("A|B")
    [id] = paste(other, clip.copy(journey, ["lane"]))
    [image] = other.all(Image)
    assert image.id != "i"
    assert [(cell.lane, cell.image) for cell in other.all(LaneCell)] == [(id, image.id)]


def test_pasting_into_another_stage_puts_the_cards_at_its_end(draw: Draw, picture: Picture) -> None:
    journey = draw("AB|C.", "D.|.E")
    paste(journey, clip.copy(journey, "ABD"), "s1", "c0")
    assert picture(journey) == ("AB|C.AB", "D.|.ED.")
    journey = draw("A|B", ".|.")
    paste(journey, clip.copy(journey, "A"), "s1", "c1")
    assert picture(journey) == ("A|B.", ".|.A")


def test_pasting_with_the_originals_stage_selected_puts_them_after_the_originals(draw: Draw, picture: Picture) -> None:
    journey = draw("ABC|D", "E..|.")
    paste(journey, clip.copy(journey, "AE"), "s0", "c1")
    assert picture(journey) == ("AABC|D", "EE..|.")
    paste(journey, clip.copy(journey, "B"), "s0", "c1")
    assert picture(journey) == ("AAB.C|D", "EE.B.|.")


def test_cards_of_several_stages_stay_where_one_of_these_is_selected(draw: Draw, picture: Picture) -> None:
    journey = draw("A.|B", ".C|.")
    paste(journey, clip.copy(journey, "ABC"), "s1", "c0")
    assert picture(journey) == ("A.A.|BB", ".C.C|..")


def test_pasted_cards_follow_originals_that_were_moved(draw: Draw, picture: Picture) -> None:
    journey = draw("ABC|D")
    text = clip.copy(journey, "A")
    with journey.edit("Move card") as edit:
        edit.update("A", order=1.5)
    paste(journey, text)
    assert picture(journey) == ("BAAC|D",)
    with journey.edit("Move card") as edit:
        edit.update("A", stage="s1", order=9)
    paste(journey, text)
    # The original stands elsewhere: its copy goes to where it was copied from.
    assert picture(journey) == ("ABAC|DA",)


def test_there_is_one_emotion_of_a_persona_at_a_touchpoint(full: Journey) -> None:
    with pytest.raises(Problem, match="Nothing of what was copied"):
        duplicate(full, "eA")
    duplicate(full, "eA", "A")
    assert len({(e.persona, e.touchpoint) for e in full.all(Emotion)}) == len(full.all(Emotion)) == 3


def test_pasting_cards_that_were_cut_puts_them_back(draw: Draw, picture: Picture) -> None:
    journey = draw("ABC|D")
    text = clip.copy(journey, "B")
    with journey.edit("Cut") as edit:
        edit.remove("B")
    paste(journey, text)
    assert picture(journey) == ("ABC|D",)


def test_pasting_a_stage_that_was_cut_puts_it_last(full: Journey, picture: Picture) -> None:
    text = clip.copy(full, ["s0"])
    with full.edit("Cut") as edit:
        edit.remove("s0")
    paste(full, text)
    assert picture(full) == ("C|AB.", ".|..D")


def test_pasting_a_channel_that_was_cut_puts_its_cards_back(draw: Draw, picture: Picture) -> None:
    journey = draw("AB|C", "D.|E")
    text = clip.copy(journey, ["c0"])
    with journey.edit("Cut") as edit:
        edit.remove("c0")
    paste(journey, text)
    assert picture(journey) == ("D.|E", "AB|C")


def test_pasting_twice_does_not_pile_up(draw: Draw, picture: Picture) -> None:
    journey = draw("AB|C")
    text = clip.copy(journey, "A")
    for _ in range(3):
        paste(journey, text)
    assert picture(journey) == ("AAAAB|C",)


def test_pasting_into_another_map(full: Journey, draw: Draw, picture: Picture) -> None:
    other = draw("X|Y", "Z|.")
    with other.edit("Rename") as edit:
        edit.remove("s1", "c1")
        stage = edit.add(Stage, id="there", title="There", order=9)
        edit.add(Touchpoint, id="Y", title="Y", stage=stage.id, channel="c0")
    paste(other, clip.copy(full, ["s0"]), "there", "c0")
    # The stage comes along; c0 is there, c1 is not, so D goes to the channel that was given.
    assert picture(other) == ("X|ABD|Y",)
    assert len(other.links) == 1
    assert other.all(Emotion) == []
    paste(other, clip.copy(full, ["C", "D"]), "there", "c0")
    assert picture(other) == ("X|ABD|YDC",)


def test_where_there_is_no_place_the_user_is_asked_for_one(full: Journey, draw: Draw) -> None:
    text = clip.copy(full, ["C"])
    other = Journey()
    for stage, channel, words in ((None, None, "Select a stage"), ("s0", None, "no stage “s0”")):
        with pytest.raises(Problem, match=words), other.edit("Paste") as edit:
            clip.paste(other, edit, text, stage, channel)
    with other.edit("Add stage") as edit:
        edit.add(Stage, id="t")
    with pytest.raises(Problem, match="Select a channel"), other.edit("Paste") as edit:
        clip.paste(other, edit, text, "t", None)
    with pytest.raises(Problem, match="no channel “gone”"), other.edit("Paste") as edit:
        clip.paste(other, edit, text, "t", "gone")
    with other.edit("Add channel") as edit:
        edit.add(Channel, id="d")
    [id] = paste(other, text, "t", "d")
    assert other.get(Touchpoint, id).title == "C"


@pytest.mark.parametrize("ids", [[], ["pA"], ["gone"], ["AB"]])
def test_what_can_not_stand_in_a_map_is_refused(full: Journey, ids: list[str]) -> None:
    other = Journey()
    with pytest.raises(Problem, match="Nothing of what was copied"), other.edit("Paste") as edit:
        clip.paste(other, edit, clip.copy(full, ids), None, None)
    assert len(other) == 1


def test_a_crowd_in_one_cell_is_set_apart(draw: Draw, picture: Picture) -> None:
    journey = draw("A|B", "C|.")
    other = Journey(records=[journey.records["s1"], journey.records["c0"]])
    paste(other, clip.copy(journey, ["A", "C", "s0"]), None, "c0")
    assert picture(other) == ("|AC",)


def test_what_a_hand_altered_is_taken_as_far_as_it_goes(full: Journey) -> None:
    value = json.loads(clip.copy(full, ["A", "B", "per"]))
    for element in value["elements"]:
        fields = element["fields"]
        if fields["id"] == "A":
            fields["stage"] = "per"  # Not a stage: the given one is used.
        if fields["id"] == "pA":
            fields["on"] = ["per", "A"]
        if fields["id"] == "nA":
            fields["on"] = "per"
        if fields["id"] == "mB":
            fields["on"] = "AB"  # A link decides nothing: it is left out.
        if fields["id"] == "AB":
            fields["target"] = "C"  # Not copied: a link to it is left out.
        fields["later"] = {"kept": True}
    a, b, persona = paste(full, json.dumps(value), "s1", None)
    assert full.get(Touchpoint, a).stage == "s1"
    assert full.get(Touchpoint, a).__pydantic_extra__ == {"later": {"kept": True}}
    assert full.get(Touchpoint, b).stage == "s1"
    assert (a,) in [pain.on for pain in full.all(PainPoint)]
    assert sorted(note.on or "" for note in full.all(Note)) == ["", "A"]
    assert [truth.id for truth in full.all(MomentOfTruth)] == ["mB"]
    assert [link.id for link in full.links] == ["AB", "BC"]
    assert full.get(Persona, persona).path[0] == a


def test_many_cards(draw: Draw) -> None:
    journey = draw("A|B")
    with journey.edit("Fill") as edit:
        for order in range(2000):
            edit.add(Touchpoint, stage="s0", channel="c0", order=order + 1)
    duplicate(journey, "s0")
    assert len(duplicate(journey, *(card.id for card in journey.touchpoints))) == 4003
    assert len(journey.touchpoints) == 8006
