"""Touchpoints moved by one column or one channel, as the arrow keys do it."""

from collections.abc import Iterable, Sequence

from journeymap.model.columns import columns_of, make_room, order_between, spread, touchpoints_in
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.moves import Place, by_stage, in_time, settle
from journeymap.model.structure import Touchpoint


def nudge(journey: Journey, edit: Edit, ids: Sequence[str], dx: int, dy: int) -> None:
    """Move touchpoints `dx` columns later (or earlier, if negative) and `dy` channels down (or up).

    Past the edge of its stage a column goes to the near end of the stage beside it. Where one of the cards would leave
    the map, none moves that way. A card in the way is passed. Raises `Problem` for an unknown id.
    """
    for _ in range(abs(dx)):
        _nudge_in_time(journey, edit, ids, 1 if dx > 0 else -1)
    if dy:
        _nudge_in_channels(journey, edit, ids, dy)


def _nudge_in_channels(journey: Journey, edit: Edit, ids: Iterable[str], step: int) -> None:
    rows = [channel.id for channel in journey.channels]
    row_of = {card.id: rows.index(card.channel) + step for card in in_time(journey, ids)}
    if not all(0 <= row < len(rows) for row in row_of.values()):
        return
    for stage in by_stage(in_time(journey, ids)):
        make_room(journey, edit, stage)
    moved = in_time(journey, ids)
    settle(journey, edit, {card.id: Place(card.stage, rows[row_of[card.id]], card.order) for card in moved})


def _nudge_in_time(journey: Journey, edit: Edit, ids: Iterable[str], step: int) -> None:
    stages = [stage.id for stage in journey.stages]
    place_of = {stage: place for place, stage in enumerate(stages)}
    moved = in_time(journey, ids)
    if any(card.stage == stages[_end(step)] and card.order == _edge(journey, card.stage, step) for card in moved):
        return
    for place in sorted({place_of[card.stage] + by for card in moved for by in (0, step)}):
        if 0 <= place < len(stages):
            make_room(journey, edit, stages[place])
    wanted: dict[str, Place] = {}
    for stage, cards in by_stage(in_time(journey, ids)).items():
        stays = _one_column_on(cards, touchpoints_in(journey, stage), step)
        for card in cards:
            if card.order in stays:
                wanted[card.id] = Place(stage, card.channel, stays[card.order])
            else:
                beside = stages[place_of[stage] + step]
                near = _edge(journey, beside, -step)
                order = order_between(None, near) if step > 0 else order_between(near, None)
                wanted[card.id] = Place(beside, card.channel, order)
    settle(journey, edit, wanted, step)


def _one_column_on(cards: Sequence[Touchpoint], everyone: Sequence[Touchpoint], step: int) -> dict[float, float]:
    """For each column of a stage with moved cards the order that it goes to; a column that leaves the stage is left out.

    Columns beside each other go together: where a card that is not moved is in the way of one, all of them pass it.
    """
    columns = sorted({card.order for card in everyone})
    at = {order: place for place, order in enumerate(columns)}
    ids = {card.id for card in cards}
    held = {(card.channel, card.order) for card in everyone if card.id not in ids}
    result: dict[float, float] = {}
    for run in _runs(sorted({at[card.order] for card in cards})):
        target = {columns[place]: columns[place + step] for place in run if 0 <= place + step < len(columns)}
        beyond = run[_end(step)] + step
        blocked = any((card.channel, target.get(card.order)) in held for card in cards)
        if blocked and 0 <= beyond < len(columns):
            passed = columns[beyond]
            next_one = columns[beyond + step] if 0 <= beyond + step < len(columns) else None
            fresh = spread(passed, next_one, len(run)) if step > 0 else spread(next_one, passed, len(run))
            target = dict(zip((columns[place] for place in run), fresh, strict=True))
        result.update(target)
    return result


def _runs(places: Iterable[int]) -> list[list[int]]:
    """Ascending numbers, cut where one is left out."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _end(step: int) -> int:
    """The index of the last of a row (`step` 1) or of the first (−1)."""
    return -1 if step > 0 else 0


def _edge(journey: Journey, stage: str, step: int) -> float | None:
    """The order of a stage's last column (`step` 1) or of its first (−1); None where it has none."""
    columns = columns_of(journey, stage)
    return columns[_end(step)] if columns else None
