"""Alt+arrows: one column or one channel at a time, over the edges of stages, never over the edge of the map."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.model import edits
from journeymap.model.journey import Journey
from journeymap.model.moves import in_time
from journeymap.model.problem import Problem

Draw = Callable[..., Journey]
Picture = Callable[[Journey], tuple[str, ...]]


@pytest.mark.parametrize(
    ("before", "ids", "dx", "dy", "after"),
    [
        # Into a free cell of the next column, past a card in the way, both ways.
        (("A.B", ".C."), "A", 1, 0, ("AB", "C.")),
        (("A.B", ".C."), "B", -1, 0, ("AB", ".C")),
        (("ABC",), "A", 1, 0, ("BAC",)),
        (("ABC",), "C", -1, 0, ("ACB",)),
        (("ABC", "D.."), "B", -1, 0, ("BAC", ".D.")),
        (("AB|C",), "A", 1, 0, ("BA|C",)),
        # Over the edge of a stage: to the start of the next, the end of the one before, or into an empty one.
        (("AB|C",), "B", 1, 0, ("A|BC",)),
        (("AB|C",), "C", -1, 0, ("ABC|",)),
        (("A||C",), "A", 1, 0, ("|A|C",)),
        (("A||C",), "C", -1, 0, ("A|C|",)),
        (("A|.", "B|."), "A", 1, 0, (".|A", "B|.")),
        # At the edge of the map nothing happens, for none of them.
        (("AB|CD",), "A", -1, 0, ("AB|CD",)),
        (("AB|CD",), "D", 1, 0, ("AB|CD",)),
        (("AB|CD",), "BD", 1, 0, ("AB|CD",)),
        (("A|B", "C|D"), "C", 0, 1, ("A|B", "C|D")),
        (("A|B", "C|D"), "AD", 0, -1, ("A|B", "C|D")),
        # Cards beside each other stay beside each other.
        (("ABCD",), "AB", 1, 0, ("CABD",)),
        (("ABCD",), "CD", -1, 0, ("ACDB",)),
        (("ABC|D",), "BC", 1, 0, ("AB|CD",)),
        (("A|BCD",), "BC", -1, 0, ("AB|CD",)),
        (("ABCDE",), "AC", 1, 0, ("BADCE",)),
        (("AB..", "..CD"), "AB", 1, 0, ("AB.", ".CD")),
        (("A.C", "B.."), "AB", 1, 0, ("CA", ".B")),
        # A column of which one card meets another goes past it together.
        (("ACD", "B.."), "AB", 1, 0, ("CAD", ".B.")),
        (("DC.", "..A", "..B"), "AB", -1, 0, ("DC", ".A", ".B")),
        (("DCA", "..B"), "AB", -1, 0, ("DAC", ".B.")),
        # Up and down.
        (("A", ".", "B"), "A", 0, 1, (".", "A", "B")),
        (("AB", "C."), "A", 0, 1, ("..B", "CA.")),
        (("AB", ".."), "AB", 0, 1, ("..", "AB")),
        (("A", "B", "."), "AB", 0, 1, (".", "A", "B")),
        # Several steps.
        (("ABCD",), "A", 3, 0, ("BCDA",)),
        (("A.", ".B", ".."), "A", 1, 2, (".", "B", "A")),
    ],
)
def test_nudge(
    draw: Draw, picture: Picture, before: tuple[str, ...], ids: str, dx: int, dy: int, after: tuple[str, ...]
) -> None:
    journey = draw(*before)
    with journey.edit("Move card") as edit:
        edits.nudge(journey, edit, list(ids), dx, dy)
    assert picture(journey) == after


def test_nudging_nothing_does_nothing(draw: Draw) -> None:
    journey = draw("A|B")
    with journey.edit("Move card") as edit:
        edits.nudge(journey, edit, [], 1, 1)
        edits.nudge(journey, edit, ["A"], 0, 0)
    assert journey.revision == 0


def test_at_the_edge_not_even_numbers_change(draw: Draw, picture: Picture) -> None:
    journey = draw("AB|CD")
    with journey.edit("Squeeze") as edit:
        edit.update("B", order=1e-12)
    with journey.edit("Move card") as edit:
        edits.nudge(journey, edit, ["A"], -1, 0)
        edits.nudge(journey, edit, ["A"], 0, 1)
    assert journey.revision == 1
    with journey.edit("Move card") as edit:
        edits.nudge(journey, edit, ["A"], 1, 0)
    assert picture(journey) == ("BA|CD",)


def test_a_card_finds_room_where_there_is_none(draw: Draw, picture: Picture) -> None:
    for step, id, after in ((-1, "C", "ACB|DE"), (1, "A", "BAC|DE"), (-1, "D", "ABCD|E")):
        journey = draw("ABC|DE")
        with journey.edit("Squeeze") as edit:
            edit.update("A", order=-5e-324)
            edit.update("B", order=0)
            edit.update("C", order=5e-324 if id == "A" else 1e9)
        with journey.edit("Move card") as edit:
            edits.nudge(journey, edit, [id], step, 0)
        assert picture(journey) == (after,)


def test_unknown_cards(draw: Draw) -> None:
    journey = draw("A|B")
    for ids in (["gone"], ["A", "s0"]):
        for dx, dy in ((1, 0), (0, 1)):
            with pytest.raises(Problem, match="no touchpoint"), journey.edit("Move card") as edit:
                edits.nudge(journey, edit, ids, dx, dy)


def test_there_and_back_over_the_edge(draw: Draw, picture: Picture) -> None:
    journey = draw("AB|CD")
    for step, after in ((1, "A|BCD"), (-1, "AB|CD"), (1, "A|BCD"), (1, "A|CBD")):
        with journey.edit("Move card") as edit:
            edits.nudge(journey, edit, ["B"], step, 0)
        assert picture(journey) == (after,)


@settings(derandomize=True, deadline=None)
@given(
    st.permutations("ABCDEFGH........||"),
    st.sets(st.sampled_from("ABCDEFGH"), min_size=1, max_size=5),
    st.integers(-2, 2),
    st.integers(-2, 2),
)
def test_order_is_kept_and_no_cell_is_shared(
    draw: Draw, picture: Picture, cells: list[str], chosen: set[str], dx: int, dy: int
) -> None:
    line = "".join(cells)
    rows = [
        "".join(cell if cell == "|" or (cell != "." and ord(cell) % 2 == row) else "." for cell in line)
        for row in range(2)
    ]
    journey = draw(*rows)
    moved = [(card.id, (card.stage, card.order)) for card in in_time(journey, chosen)]
    others = [card.id for card in in_time(journey, set("ABCDEFGH") - chosen)]
    with journey.edit("Move cards") as edit:
        edits.nudge(journey, edit, sorted(chosen), dx, dy)
    assert "+" not in "".join(picture(journey))
    assert [card.id for card in in_time(journey, others)] == others
    places = {card.id: place for place, card in enumerate(in_time(journey, "ABCDEFGH"))}
    assert len(places) == 8
    for (a, column_a), (b, column_b) in pairwise(moved):
        if column_a != column_b:
            assert places[a] < places[b]
