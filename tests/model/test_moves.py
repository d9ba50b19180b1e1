"""Cards that are moved keep their order in time and never push into a cell that is taken."""

import math
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.model import edits
from journeymap.model.journey import Journey
from journeymap.model.moves import Place, by_stage, in_time, settle
from journeymap.model.problem import Problem
from journeymap.model.record import make
from journeymap.model.structure import Channel, Stage, Touchpoint

Draw = Callable[..., Journey]
Picture = Callable[[Journey], tuple[str, ...]]


@pytest.mark.parametrize(
    ("before", "ids", "stage", "channel", "order", "after"),
    [
        # One card into a free cell, of its column, of another column, of another stage.
        (("AB.", "..C"), "A", "s0", "c1", 0, (".B.", "A.C")),
        (("ABC", "..."), "A", "s0", "c1", 2, ("BC", ".A")),
        (("A|B", ".|."), "A", "s1", "c1", 0, ("|B", "|A")),
        (("A|B", ".|."), "A", "s1", None, 5, ("|BA", "|..")),
        # Between two columns, before the first, after the last.
        (("ABC",), "A", "s0", "c0", 1.5, ("BAC",)),
        (("ABC",), "C", "s0", "c0", -1, ("CAB",)),
        (("ABC",), "A", "s0", "c0", 9, ("BCA",)),
        # To where it stands.
        (("ABC",), "B", "s0", "c0", 1, ("ABC",)),
        # A cell that is taken: just after it, before the next.
        (("ABC", "..."), "A", "s0", "c0", 1, ("BAC", "...")),
        (("A|BC", ".|D."), "A", "s1", "c0", 0, ("|BAC", "|D..")),
        (("AB",), "A", "s0", "c0", 1, ("BA",)),
        # Several keep their columns and channels.
        (("AB.|CD", "..E|.."), "AE", "s1", None, 0.5, ("B|CA.D", ".|..E.")),
        (("A.|...", ".B|..C"), "AB", "s1", None, 5, ("|.A.", "|C.B")),
        (("AB..", "CD.."), "AB", "s0", None, 0, ("AB", "CD")),
        (("AB.", "CDE"), "AB", "s0", None, 1, (".AB", "CDE")),
        (("AB..", "CDEF"), "AB", "s0", None, 2, ("..AB", "CDEF")),
        (("A.BC", "DEFG"), "AB", "s0", None, 1, (".A.CB", "DEFG.")),
        # A column whose one card finds its cell taken gets a column of its own, together.
        (("A|C", "B|."), "AB", "s1", None, 0, ("|CA", "|.B")),
        # All into one channel: those of one column follow each other.
        (("A|.", "B|C"), "AB", "s1", "c0", 5, ("|.AB", "|C..")),
        (("A|CD", "B|.."), "AB", "s1", "c0", 0, ("|CABD", "|....")),
        # From several stages they come to stand beside each other.
        (("A|B|C",), "ABC", "s1", None, 0, ("|ABC|",)),
        (("A|B.C|D",), "AD", "s1", None, 0.5, ("|BADC|",)),
    ],
)
def test_place_touchpoints(
    draw: Draw,
    picture: Picture,
    before: tuple[str, ...],
    ids: str,
    stage: str,
    channel: str | None,
    order: float,
    after: tuple[str, ...],
) -> None:
    journey = draw(*before)
    with journey.edit("Move card") as edit:
        edits.place_touchpoints(journey, edit, list(ids), stage, channel, order)
    assert picture(journey) == after


def test_a_card_alone_gets_exactly_the_order_that_was_asked_for(draw: Draw) -> None:
    journey = draw("A|BC")
    with journey.edit("Move card") as edit:
        edits.place_touchpoints(journey, edit, ["A"], "s1", "c0", 0.25)
    assert journey.get(Touchpoint, "A").order == 0.25


def test_nothing_is_moved_where_nothing_is_said(draw: Draw) -> None:
    journey = draw("AB|C")
    with journey.edit("Move card") as edit:
        edits.place_touchpoints(journey, edit, [], "s0", "c0", 0)
        edits.place_touchpoints(journey, edit, ["A", "A"], "s0", "c0", 0)
    assert journey.revision == 0


@pytest.mark.parametrize(
    ("ids", "stage", "channel"),
    [(["gone"], "s0", None), (["A"], "gone", None), (["A"], "s0", "x"), (["s0"], "s0", None)],
)
def test_what_is_not_there_can_not_be_moved(draw: Draw, ids: list[str], stage: str, channel: str | None) -> None:
    journey = draw("AB|C")
    with pytest.raises(Problem, match="There is no"), journey.edit("Move card") as edit:
        edits.place_touchpoints(journey, edit, ids, stage, channel, 0)


def test_a_block_finds_room_in_the_narrowest_gap(draw: Draw, picture: Picture) -> None:
    for order in (1 - 1e-13, math.nextafter(1, 0)):
        journey = draw("ABC|DE")
        with journey.edit("Move cards") as edit:
            edits.place_touchpoints(journey, edit, ["A", "B", "C"], "s1", None, order)
        assert picture(journey) == ("|DABCE",)


CELLS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from([0, 1, 2, 2.5, 1e-9])), max_size=10)


def cells_of(journey: Journey, ids: set[str]) -> list[Place]:
    return [Place(card.stage, card.channel, card.order) for card in journey.touchpoints if card.id in ids]


@settings(derandomize=True, deadline=None)
@given(
    CELLS,
    st.sets(st.integers(0, 9), max_size=6),
    st.integers(0, 2),
    st.sampled_from([None, "c0", "c1"]),
    st.sampled_from([-1.0, 0.0, 0.5, 1.0, 1.0000000001, 2.0, 7.0]),
)
def test_order_is_kept_and_no_cell_is_shared(
    cells: list[tuple[int, int, float]], chosen: set[int], stage: int, channel: str | None, order: float
) -> None:
    journey = Journey(
        records=[
            *(make(Stage, id=f"s{number}", order=number) for number in range(3)),
            *(make(Channel, id=f"c{number}", order=number) for number in range(3)),
            *(
                make(Touchpoint, id=f"t{number}", stage=f"s{s}", channel=f"c{c}", order=o)
                for number, (s, c, o) in enumerate(dict.fromkeys(cells))
            ),
        ]
    )
    ids = {f"t{number}" for number in chosen} & journey.records.keys()
    others = [card.id for card in in_time(journey, journey.records.keys() & {c.id for c in journey.touchpoints} - ids)]
    moved = [(card.id, (card.stage, card.order)) for card in in_time(journey, ids)]
    with journey.edit("Move cards") as edit:
        edits.place_touchpoints(journey, edit, sorted(ids), f"s{stage}", channel, order)
    everywhere = cells_of(journey, {card.id for card in journey.touchpoints})
    assert len(set(everywhere)) == len(everywhere)
    assert [card.id for card in in_time(journey, others)] == others
    after = {id: journey.get(Touchpoint, id) for id in ids}
    assert all(card.stage == f"s{stage}" and channel in (None, card.channel) for card in after.values())
    for (a, column_a), (b, column_b) in pairwise(moved):
        if column_a == column_b and channel is None:
            assert after[a].order == after[b].order
        elif column_a != column_b:
            assert after[a].order < after[b].order


def test_settle_steps_aside_to_both_sides(draw: Draw, picture: Picture) -> None:
    for step, after in ((1, ("BAC|",)), (-1, ("ABC|",))):
        journey = draw("BC|A")
        with journey.edit("Move card") as edit:
            settle(journey, edit, {"A": Place("s0", "c0", 0)}, step)
        assert picture(journey) == after
    for step, after in ((1, ("XACB|",)), (-1, ("ACXB|",))):
        journey = draw("XB|AC")
        with journey.edit("Move cards") as edit:
            settle(journey, edit, {"A": Place("s0", "c0", 0), "C": Place("s0", "c0", 0)}, step)
        assert picture(journey) == after
    for step, after in ((1, ("AC|",)), (-1, ("AC|",))):
        journey = draw("|AC")
        with journey.edit("Move cards") as edit:
            settle(journey, edit, {"A": Place("s0", "c0", 0), "C": Place("s0", "c0", 0)}, step)
        assert picture(journey) == after


def test_in_time_and_by_stage(draw: Draw) -> None:
    journey = draw("B.|CA", ".D|..")
    cards = in_time(journey, ["A", "C", "D", "B", "A"])
    assert [card.id for card in cards] == ["B", "D", "C", "A"]
    assert {stage: [card.id for card in found] for stage, found in by_stage(cards).items()} == {
        "s0": ["B", "D"],
        "s1": ["C", "A"],
    }
