"""Actions on their board (a column for each status) and in the matrix of effort and impact."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import get_args

from journeymap.model.columns import FAR, spread
from journeymap.model.edit import Edit
from journeymap.model.findings import Action, Status
from journeymap.model.journey import Journey

STATUSES: tuple[Status, ...] = get_args(Status)
LEAST, MOST = 1, 5


def column_of(journey: Journey, status: Status) -> list[Action]:
    """The actions with a status, from top to bottom of its column."""
    return [action for action in journey.all(Action) if action.status == status]


def place_actions(journey: Journey, edit: Edit, ids: Iterable[str], status: Status, before: str | None = None) -> None:
    """Put actions into a status's column, in the order in which they stand now, right before another one or at the end.

    `before` None or an action that is not in the column means the end. Raises `Problem` for an id that is no action.
    """
    wanted = {journey.get(Action, id).id for id in ids}
    moving = [action.id for action in journey.all(Action) if action.id in wanted]
    rest = [action for action in journey.all(Action) if action.id not in wanted]
    column = [action for action in rest if action.status == status]
    place = next((at for at, action in enumerate(column) if action.id == before), len(column))
    after = [*(action.id for action in column[:place]), *moving, *(action.id for action in column[place:])]
    if after == [action.id for action in column_of(journey, status)]:
        return  # they are there already
    low = column[place - 1].order if place > 0 else None
    high = column[place].order if place < len(column) else None
    orders = spread(low, high, len(moving))
    if not _has_room(low, orders, high):
        orders = _renumbered(edit, rest, column, place, len(moving))
    for id, order in zip(moving, orders, strict=True):
        edit.update(id, status=status, order=order)


def step_actions(journey: Journey, edit: Edit, ids: Iterable[str], dx: int, dy: int) -> None:
    """Move actions one column (`dx` ±1, to the same height) or one place up or down (`dy` ±1); at the edge they stay."""
    wanted = {journey.get(Action, id).id for id in ids}
    moving = [action.id for action in journey.all(Action) if action.id in wanted]
    # The foremost goes first, so that none runs into another.
    for id in moving if dx + dy < 0 else reversed(moving):
        action = journey.get(Action, id)
        column = column_of(journey, action.status)
        at = next(place for place, other in enumerate(column) if other.id == id)
        if dx:
            column_number = STATUSES.index(action.status) + dx
            if 0 <= column_number < len(STATUSES):
                status = STATUSES[column_number]
                beside = column_of(journey, status)
                place_actions(journey, edit, [id], status, beside[at].id if at < len(beside) else None)
        elif 0 <= at + dy < len(column) and column[at + dy].id not in wanted:
            after = at + dy + (1 if dy > 0 else 0)
            place_actions(journey, edit, [id], action.status, column[after].id if after < len(column) else None)


def rate_actions(journey: Journey, edit: Edit, ids: Iterable[str], effort: int | None, impact: int | None) -> None:
    """Give actions effort and impact, 1 to 5 each, or neither (None); raises `Problem` out of range."""
    for id in ids:
        edit.update(journey.get(Action, id).id, effort=effort, impact=impact)


def shift_rating(journey: Journey, edit: Edit, ids: Iterable[str], effort: int, impact: int) -> None:
    """Change effort and impact of actions by so many steps, within 1 to 5; what was not known begins in the middle."""
    for id in ids:
        action = journey.get(Action, id)
        if action.effort is None or action.impact is None:
            middle = (LEAST + MOST) // 2
            edit.update(id, effort=action.effort or middle, impact=action.impact or middle)
        else:
            edit.update(id, effort=_within(action.effort + effort), impact=_within(action.impact + impact))


def _within(step: int) -> int:
    return max(LEAST, min(MOST, step))


def _has_room(low: float | None, orders: Sequence[float], high: float | None) -> bool:
    row = [*([] if low is None else [low]), *orders, *([] if high is None else [high])]
    return all(a < b for a, b in pairwise(row)) and all(abs(order) <= FAR for order in row)


def _renumbered(edit: Edit, rest: Sequence[Action], column: Sequence[Action], place: int, count: int) -> list[float]:
    """All actions numbered anew with room for some in a column; returns the orders for these."""
    at = rest.index(column[place]) if place < len(column) else len(rest)
    for number, action in enumerate(rest):
        edit.update(action.id, order=float(number if number < at else number + count))
    return [float(at + number) for number in range(count)]
