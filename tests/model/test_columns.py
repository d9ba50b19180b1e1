"""The columns of a stage, and the room between them."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.model import edits
from journeymap.model.columns import FAR, columns_of, has_room, make_room, order_between, spread, touchpoints_in
from journeymap.model.journey import Journey
from journeymap.model.structure import Stage, Touchpoint

Draw = Callable[..., Journey]
Picture = Callable[[Journey], tuple[str, ...]]


ORDERS = st.floats(-1e9, 1e9)


@pytest.mark.parametrize(
    ("before", "after", "order"),
    [(None, None, 0), (2, None, 3), (None, 2, 1), (2, 3, 2.5), (-1, 1, 0), (1e9, None, 1e9), (None, -1e9, -1e9)],
)
def test_order_between(before: float | None, after: float | None, order: float) -> None:
    assert order_between(before, after) == order


@settings(derandomize=True, deadline=None)
@given(ORDERS, ORDERS)
def test_order_between_lies_between_where_there_is_room(a: float, b: float) -> None:
    low, high = min(a, b), max(a, b)
    order = order_between(low, high)
    assert low <= order <= high
    if has_room((low, high)) and low < high:
        assert low < order < high


@pytest.mark.parametrize(
    ("before", "after", "count", "orders"),
    [
        (None, None, 3, [0, 1, 2]),
        (5, None, 2, [6, 7]),
        (None, 5, 2, [3, 4]),
        (0, 1, 3, [0.25, 0.5, 0.75]),
        (0, 1, 0, []),
        (None, 5, 0, []),
        (5, None, 0, []),
    ],
)
def test_spread(before: float | None, after: float | None, count: int, orders: list[float]) -> None:
    assert spread(before, after, count) == orders


@settings(derandomize=True, deadline=None)
@given(ORDERS, ORDERS, st.integers(1, 200))
def test_spread_ascends_where_there_is_room(a: float, b: float, count: int) -> None:
    low, high = min(a, b), max(a, b)
    if has_room((low, high)) and low < high:
        orders = [low, *spread(low, high, count), high]
        assert orders == sorted(set(orders))


def test_touchpoints_and_columns_of_a_stage(draw: Draw) -> None:
    journey = draw("B.A|C", "D..|.")
    assert [card.id for card in touchpoints_in(journey, "s0")] == ["B", "D", "A"]
    assert columns_of(journey, "s0") == [0, 2]
    assert (columns_of(journey, "gone"), touchpoints_in(journey, "gone")) == ([], [])


def test_touchpoints_of_a_stage_are_no_pain_points_on_it(full: Journey) -> None:
    assert [card.id for card in touchpoints_in(full, "s1")] == ["C"]


@pytest.mark.parametrize(
    ("columns", "room"),
    [
        ((), True),
        ((0,), True),
        ((0, 1, 2), True),
        ((0, 1e-5), True),
        ((0, 1e-7), False),
        ((1e6, 1e6 + 0.5), False),
        ((0, FAR * 1.1), False),
        ((-FAR * 1.1, 0), False),
    ],
)
def test_has_room(columns: tuple[float, ...], room: bool) -> None:
    assert has_room(columns) == room


def test_make_room_leaves_a_stage_alone_that_has_room(draw: Draw) -> None:
    journey = draw("A..B")
    with journey.edit("Room") as edit:
        assert make_room(journey, edit, "s0", 1.5) == 1.5
    assert journey.revision == 0


@pytest.mark.parametrize(
    ("order", "as_numbered"), [(-5, -1), (0, 0), (1e-9, 0.5), (2e-9, 1), (3, 1.5), (7, 2), (8, 3), (0.5e-9, 0.5)]
)
def test_make_room_renumbers_and_says_where_an_order_went(
    draw: Draw, picture: Picture, order: float, as_numbered: float
) -> None:
    journey = draw("ABC", "D..")
    with journey.edit("Squeeze") as edit:
        edit.update("B", order=2e-9)
        edit.update("C", order=7)
    with journey.edit("Room") as edit:
        assert make_room(journey, edit, "s0", order) == as_numbered
    assert picture(journey) == ("ABC", "D..")
    assert columns_of(journey, "s0") == [0, 1, 2]


def test_make_room_keeps_an_order_near(draw: Draw) -> None:
    """The ends of the range leave no room for a second column behind the first."""
    journey = draw("AB|.")
    with journey.edit("Room") as edit:
        assert [make_room(journey, edit, "s0", order) for order in (1e9, -1e9)] == [2, -1]
        assert [make_room(journey, edit, "s1", order) for order in (1e9, -1e9)] == [0, 0]
        edits.place_touchpoints(journey, edit, ["A", "B"], "s1", None, 1e9)
    assert [card.order for card in journey.touchpoints] == [0, 1]


def test_floats_never_run_out(draw: Draw) -> None:
    """Two hundred cards put in at the same place: after fifty, halving comes to the end of the floats."""
    journey = draw("AB")
    for number in range(200):
        with journey.edit("Add card") as edit:
            columns = columns_of(journey, "s0")
            order = edits.order_between(columns[0], columns[1])
            edits.add_touchpoint(journey, edit, "s0", "c0", str(number), order)
    titles = [card.title for card in journey.touchpoints]
    assert titles == ["A", *(str(number) for number in reversed(range(200))), "B"]
    assert len(columns_of(journey, "s0")) == 202


def test_a_file_may_come_with_any_orders(draw: Draw, picture: Picture) -> None:
    journey = draw("AB|C")
    for a, b in [(0.0, 5e-324), (1e9 - 1e-6, 1e9), (-1e9, -1e9 + 1e-6)]:
        with journey.edit("Squeeze") as edit:
            edit.update("A", order=a)
            edit.update("B", order=b)
        with journey.edit("Add cards") as edit:
            before = edits.next_touchpoint(journey, edit, "A", title="N")
            after = edits.add_touchpoint(journey, edit, "s0", "c0", "Z")
        assert picture(journey) == ("ANBZ|C",)
        with journey.edit("Remove") as edit:
            edit.remove(before.id, after.id)
    assert journey.find(Stage, "s0") is not None
    assert journey.get(Touchpoint, "A").order == 0
