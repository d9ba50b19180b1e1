"""What lines become on the map, and where notes find room."""

import pytest

from journeymap import Journey
from journeymap.editor.capture.drop import KINDS, Dropper, Kind, Target
from journeymap.layout.build import build
from journeymap.layout.text import RoughMeasure
from journeymap.model.content import Note
from journeymap.model.findings import Action, PainPoint
from journeymap.model.problem import Problem
from journeymap.model.structure import Touchpoint
from tests.editor.canvas_hand import small_map


def drop(journey: Journey, *texts: str, kind: Kind = "touchpoint", card: str = "", channel: str = "c1") -> list[str]:
    measure = RoughMeasure()
    layout = build(journey, measure=measure)
    with journey.edit("Add lines") as edit:
        target = Target(kind, "s0", channel, card)
        return Dropper(journey, edit, layout, measure).drop_all([(text, target) for text in texts])


def test_touchpoints_follow_each_other_at_the_end_of_the_stage() -> None:
    journey = small_map()
    ids = drop(journey, "First\tone", "Second")
    cards = [card for card in journey.touchpoints if card.stage == "s0"]
    assert [card.title for card in cards] == ["Sees ad", "Reads reviews", "First one", "Second"]
    assert [card.channel for card in cards[2:]] == ["c1", "c1"]
    assert ids == [card.id for card in cards[2:]]


@pytest.mark.parametrize(("card", "on"), [("", ("s0",)), ("b", ("b",))])
def test_pain_points_and_actions_are_about_the_stage_or_a_touchpoint(card: str, on: tuple[str, ...]) -> None:
    journey = small_map()
    drop(journey, "Hurts", kind="pain", card=card)
    drop(journey, "Mend it", kind="action", card=card)
    assert journey.all(PainPoint)[0].on == on
    assert journey.all(Action)[0].answers == on


def test_notes_cover_neither_cards_nor_each_other_while_there_is_room() -> None:
    journey = small_map()
    drop(journey, *(f"A remark that takes up to two lines, number {n}" for n in range(3)), kind="note", channel="c0")
    drop(journey, "One more", kind="note", channel="c2")
    layout = build(journey, measure=RoughMeasure())
    notes = [box.rect for box in layout.notes.values()]
    assert len(notes) == 4
    others = [card.rect for card in layout.cards.values()]
    for place, note in enumerate(notes):
        assert not any(note.touches(other) for other in (*notes[place + 1 :], *others))
        assert layout.stages["s0"].rect.x <= note.x
        assert note.right <= layout.stages["s0"].rect.right


def test_the_first_note_lies_in_its_channel() -> None:
    journey = small_map()
    (id,) = drop(journey, "Remark", kind="note", channel="c2")
    layout = build(journey, measure=RoughMeasure())
    assert layout.row_at(layout.notes[id].rect.y) == layout.rows["c2"]


def test_where_no_room_is_left_notes_pile_up_within_the_stage() -> None:
    journey = small_map()
    drop(journey, *(f"Remark {n}" for n in range(80)), kind="note")
    layout = build(journey, measure=RoughMeasure())
    stage = layout.stages["s0"].rect
    assert len(journey.all(Note)) == 80
    spots = [(box.rect.x, box.rect.y) for box in layout.notes.values()]
    assert len(set(spots)) > 60
    assert all(stage.x <= x <= stage.right and stage.y <= y <= stage.bottom for x, y in spots)


def test_a_long_list_of_notes_finds_its_places_in_time() -> None:
    journey = small_map()
    drop(journey, *(f"Remark number {n} of many" for n in range(1000)), kind="note")
    assert len(journey.all(Note)) == 1000


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_that_is_too_long_adds_nothing(kind: Kind) -> None:
    journey = small_map()
    before = dict(journey.records)
    with pytest.raises(Problem):
        drop(journey, "fits", "x" * (20_001 if kind == "note" else 501), kind=kind)
    assert dict(journey.records) == before


def test_a_stage_that_is_gone_is_a_problem() -> None:
    journey = small_map()
    with journey.edit("Delete") as edit:
        edit.remove("s0")
    with pytest.raises(Problem):
        drop(journey, "Late")
    assert journey.find(Touchpoint, "a") is None
