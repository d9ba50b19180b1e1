"""Touchpoints moved to a place of the map."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeymap.model.columns import columns_of, has_room, make_room, spread, touchpoints_in
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.structure import Channel, Stage, Touchpoint


@dataclass(frozen=True, slots=True)
class Place:
    """Where a touchpoint stands: stage, channel and order in time."""

    stage: str
    channel: str
    order: float


def place_touchpoints(
    journey: Journey, edit: Edit, ids: Sequence[str], stage: str, channel: str | None, order: float
) -> None:
    """Move touchpoints to a place; several keep the order of their columns and, where `channel` is None, their channels.

    Where `order` is that of a column, the others go to the columns that follow at the same distance as before; else
    they get new columns after `order`. Where a card that is not moved holds the cell, those of that column get a
    column of their own just after it. Raises `Problem` for an unknown id.
    """
    journey.get(Stage, stage)
    if channel is not None:
        journey.get(Channel, channel)
    if not in_time(journey, ids):
        return
    order = make_room(journey, edit, stage, order)
    moved = in_time(journey, ids)
    distances = _distances(journey, moved)
    orders = _orders(journey, stage, order, {card.id for card in moved}, list(dict.fromkeys(distances.values())))
    settle(
        journey,
        edit,
        {card.id: Place(stage, channel or card.channel, orders[distances[card.id]]) for card in moved},
    )


def settle(journey: Journey, edit: Edit, wanted: Mapping[str, Place], step: int = 1) -> None:
    """Move touchpoints to places, no two into one cell; `wanted` is in the order of time.

    Where a cell is held by a card that is not moved, all that go to that column get a column of their own just after it
    (`step` 1) or before it (−1); where several want one cell, they follow each other.
    """
    for stage in sorted({place.stage for place in wanted.values()}):
        here = {id: place for id, place in wanted.items() if place.stage == stage}
        others = [card for card in touchpoints_in(journey, stage) if card.id not in wanted]
        held = {(card.channel, card.order) for card in others}
        columns = sorted({card.order for card in others} | {place.order for place in here.values()})
        layers_of = _layers(here)
        for number, order in enumerate(columns):
            layers = layers_of.get(order, [])
            taken = any((here[id].channel, order) in held for layer in layers for id in layer)
            beside = columns[number + step] if 0 <= number + step < len(columns) else None
            count = max(0, len(layers) - (not taken))
            fresh = spread(order, beside, count) if step > 0 else spread(beside, order, count)
            orders = fresh if taken else [order, *fresh] if step > 0 else [*fresh, order]
            for own, layer in zip(orders, layers, strict=False):
                for id in layer:
                    edit.update(id, stage=stage, channel=here[id].channel, order=own)


def in_time(journey: Journey, ids: Iterable[str]) -> list[Touchpoint]:
    """These touchpoints, each once, from the first stage's first column on; raises `Problem` for an unknown id."""
    place_of = {stage.id: place for place, stage in enumerate(journey.stages)}
    cards = [journey.get(Touchpoint, id) for id in dict.fromkeys(ids)]
    return sorted(cards, key=lambda card: (place_of[card.stage], card.order, card.id))


def by_stage(cards: Iterable[Touchpoint]) -> dict[str, list[Touchpoint]]:
    """Touchpoints by the id of their stage."""
    result: dict[str, list[Touchpoint]] = {}
    for card in cards:
        result.setdefault(card.stage, []).append(card)
    return result


def _orders(journey: Journey, stage: str, order: float, moved: set[str], distances: Sequence[int]) -> dict[int, float]:
    """The order for each distance from the first column, where the first is to have this order."""
    columns = columns_of(journey, stage)
    if order in columns:
        first, last = columns.index(order), len(columns) - 1
        places = ((distance, first + distance) for distance in distances)
        return {distance: columns[min(at, last)] + max(0, at - last) for distance, at in places}
    standing = [card.order for card in touchpoints_in(journey, stage) if card.id not in moved]
    before = max((other for other in standing if other < order), default=None)
    after = min((other for other in standing if other > order), default=None)
    if len(distances) > 1 and after is not None and not has_room((order, after)):
        orders = spread(before, after, len(distances))
    else:
        orders = [order, *spread(order, after, len(distances) - 1)]
    return dict(zip(distances, orders, strict=True))


def _distances(journey: Journey, moved: Sequence[Touchpoint]) -> dict[str, int]:
    """How many columns each card stands after the first; columns between two stages do not count."""
    result: dict[str, int] = {}
    for cards in by_stage(moved).values():
        columns = columns_of(journey, cards[0].stage)
        first = columns.index(cards[0].order)
        start = max(result.values(), default=-1) + 1
        for card in cards:
            result[card.id] = start + columns.index(card.order) - first
    return result


def _layers(wanted: Mapping[str, Place]) -> dict[float, list[list[str]]]:
    """The ids that want each column; the first layer has the first that wants each cell, the next the second, …"""
    depths: dict[tuple[float, str], int] = {}
    result: dict[float, list[list[str]]] = {}
    for id, place in wanted.items():
        layers = result.setdefault(place.order, [])
        depth = depths.get((place.order, place.channel), 0)
        depths[place.order, place.channel] = depth + 1
        if depth == len(layers):
            layers.append([])
        layers[depth].append(id)
    return result
