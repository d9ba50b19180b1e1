"""Actions are put into columns and cells; the others keep their order."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model.action_moves import (
    STATUSES,
    column_of,
    place_actions,
    rate_actions,
    shift_rating,
    step_actions,
)
from journeymap.model.findings import Action, Status
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.record import make


def board(*columns: str, order: float | None = None) -> Journey:
    """A letter an action, a string a status."""
    fields: list[dict[str, Any]] = [
        {"id": letter, "title": letter, "status": status}
        for status, column in zip(STATUSES, columns, strict=False)
        for letter in column
    ]
    orders = range(len(fields)) if order is None else [order] * len(fields)
    return Journey(records=[make(Action, order=float(at), **each) for at, each in zip(orders, fields, strict=True)])


def shown(journey: Journey) -> list[str]:
    columns = ["".join(action.id for action in column_of(journey, status)) for status in STATUSES]
    while columns and not columns[-1]:
        columns.pop()
    return columns


def put(journey: Journey, ids: str, status: Status, before: str | None = None) -> list[str]:
    with journey.edit("Move action") as edit:
        place_actions(journey, edit, list(ids), status, before)
    return shown(journey)


def test_into_another_column_or_order() -> None:
    assert put(board("abc", "xy"), "b", "planned", "y") == ["ac", "xby"]
    assert put(board("abc", "xy"), "b", "planned") == ["ac", "xyb"]
    assert put(board("abc"), "c", "idea", "a") == ["cab"]
    assert put(board("abc"), "a", "idea", "a") == ["bca"]
    assert put(board("abc", "xy"), "ca", "planned", "x") == ["b", "acxy"]
    assert put(board("abc"), "a", "dropped", "b") == ["bc", "", "", "", "a"]


@pytest.mark.parametrize("order", [0.0, 1e9, -1e9])
def test_where_all_have_the_same_order(order: float) -> None:
    assert put(board("abc", "xy", order=order), "c", "idea", "b") == ["acb", "xy"]
    assert put(board("abc", "xy", order=order), "a", "planned", "y") == ["bc", "xay"]
    assert put(board("abc", "xy", order=order), "ab", "planned") == ["c", "xyab"]


def test_a_hundred_times_between_two() -> None:
    journey = board("ab", "x")
    for _ in range(100):
        put(journey, "b", "idea", "a")
        put(journey, "a", "idea", "b")
    assert shown(journey) == ["ab", "x"]


def test_only_what_moves_is_altered_while_there_is_room() -> None:
    journey = board("abc")
    with journey.edit("Move action") as edit:
        place_actions(journey, edit, ["c"], "idea", "b")
    assert edit.change is not None
    assert edit.change.ids == {"c"}


def test_what_is_there_already_stays() -> None:
    journey = board("abc")
    for ids, before in (("a", "b"), ("c", None), ("bc", None), ("b", "c")):
        before_all = dict(journey.records)
        put(journey, ids, "idea", before)
        assert dict(journey.records) == before_all


def test_what_is_no_action() -> None:
    with pytest.raises(Problem):
        put(board("a"), "q", "done")


def step(journey: Journey, ids: str, dx: int = 0, dy: int = 0) -> list[str]:
    with journey.edit("Move action") as edit:
        step_actions(journey, edit, list(ids), dx, dy)
    return shown(journey)


def test_steps() -> None:
    assert step(board("abc"), "b", dy=-1) == ["bac"]
    assert step(board("abc"), "b", dy=1) == ["acb"]
    assert step(board("abc"), "a", dy=-1) == ["abc"]
    assert step(board("abc"), "c", dy=1) == ["abc"]
    assert step(board("abc", "xyz"), "b", dx=1) == ["ac", "xbyz"]
    assert step(board("abc", "x"), "c", dx=1) == ["ab", "xc"]
    assert step(board("abc"), "a", dx=-1) == ["abc"]
    assert step(board("", "", "", "", "a"), "a", dx=1) == ["", "", "", "", "a"]


def test_several_step_together() -> None:
    assert step(board("abcd"), "bc", dy=-1) == ["bcad"]
    assert step(board("abcd"), "bc", dy=1) == ["adbc"]
    assert step(board("abcd"), "ab", dy=-1) == ["abcd"]
    assert step(board("abcd", "xyz"), "ac", dx=1) == ["bd", "axycz"]
    assert step(board("abcd"), "cb", dy=1) == ["adbc"]


def test_effort_and_impact() -> None:
    journey = board("ab")
    with journey.edit("Rate action") as edit:
        rate_actions(journey, edit, ["a"], 2, 5)
    a = journey.get(Action, "a")
    assert (a.effort, a.impact) == (2, 5)
    with journey.edit("Rate action") as edit:
        shift_rating(journey, edit, ["a", "b"], 1, 1)
    a, b = journey.get(Action, "a"), journey.get(Action, "b")
    assert (a.effort, a.impact, b.effort, b.impact) == (3, 5, 3, 3)
    with journey.edit("Rate action") as edit:
        rate_actions(journey, edit, ["a", "b"], None, None)
    assert journey.get(Action, "b").effort is None
    with pytest.raises(Problem), journey.edit("Rate action") as edit:
        rate_actions(journey, edit, ["a"], 6, 1)


moves = st.tuples(st.sampled_from("abcdef"), st.sampled_from(STATUSES), st.sampled_from("abcdef?"))


@given(
    orders=st.lists(st.sampled_from([0.0, 1.0, 1.0 + 2**-52, 1e9, -1e9]), min_size=6, max_size=6),
    todo=st.lists(moves, max_size=12),
)
def test_as_a_list_would_do_it(orders: list[float], todo: list[tuple[str, Status, str]]) -> None:
    """Against a plain model: one list for each status."""
    journey = Journey(
        records=[make(Action, id=id, order=order, status="idea") for id, order in zip("abcdef", orders, strict=True)]
    )
    model: dict[Status, list[str]] = {status: [a.id for a in column_of(journey, status)] for status in STATUSES}
    for id, status, before in todo:
        put(journey, id, status, before)
        for column in model.values():
            if id in column:
                column.remove(id)
        at = model[status].index(before) if before in model[status] else len(model[status])
        model[status].insert(at, id)
        assert {s: [a.id for a in column_of(journey, s)] for s in STATUSES} == model
