"""Where copied touchpoints go."""

from collections.abc import Mapping, Sequence

from journeymap.model.columns import columns_of, make_room, spread
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.moves import Place
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.structure import Channel, Stage, Touchpoint


def find_places(
    journey: Journey,
    edit: Edit,
    records: Mapping[str, Record],
    ids: Mapping[str, str],
    stage: str | None,
    channel: str | None,
) -> dict[str, Place]:
    """The place of each copied touchpoint by its new id (`ids` has them by the old one), in the order of time.

    A card whose stage is copied as well keeps its place in it, one whose channel is copied its column. The others go
    into new columns of their own stage or, where that is not in the map or `stage` is another one, of `stage`. Raises
    `Problem` where a card's stage or channel is not in the map and none is given.
    """
    if stage is not None:
        journey.get(Stage, stage)
    if channel is not None:
        journey.get(Channel, channel)
    cards = [record for record in records.values() if isinstance(record, Touchpoint)]
    loose = [card for card in cards if not isinstance(records.get(card.stage), Stage)]
    stage_of = _stages(journey, loose, stage)
    same_row = len({card.channel for card in loose}) == 1
    order_of = _orders(journey, edit, records, loose, stage_of)
    result: dict[str, Place] = {}
    for card in cards:
        row = card.channel if journey.find(Channel, card.channel) else channel
        if isinstance(records.get(card.channel), Channel):
            row = ids[card.channel]
        elif same_row and card.id in stage_of and channel is not None:
            row = channel
        if row is None:
            raise Problem("Select a channel first: the channel that was copied from is not in this map.")
        column = stage_of[card.id] if card.id in stage_of else ids[card.stage]
        result[ids[card.id]] = Place(column, row, order_of.get(card.id, card.order))
    return result


def _stages(journey: Journey, cards: Sequence[Touchpoint], given: str | None) -> dict[str, str]:
    own = {card.stage for card in cards if journey.find(Stage, card.stage)}
    if given is not None and given not in own:
        return {card.id: given for card in cards}
    result: dict[str, str] = {}
    for card in cards:
        stage = card.stage if card.stage in own else given
        if stage is None:
            raise Problem("Select a stage first: the stage that was copied from is not in this map.")
        result[card.id] = stage
    return result


def _orders(
    journey: Journey,
    edit: Edit,
    records: Mapping[str, Record],
    cards: Sequence[Touchpoint],
    stage_of: Mapping[str, str],
) -> dict[str, float]:
    result: dict[str, float] = {}
    for stage in dict.fromkeys(stage_of.values()):
        here = [card for card in cards if stage_of[card.id] == stage]
        last = make_room(journey, edit, stage, max(card.order for card in here))
        standing: dict[str, float] = {}
        for card in here:
            original = journey.find(Touchpoint, card.id)
            if original is not None and original.stage == card.stage == stage:
                standing[card.id] = original.order
            if isinstance(records.get(card.channel), Channel) and card.stage == stage:
                result[card.id] = standing.get(card.id, card.order)
        columns = columns_of(journey, stage)
        if standing:
            last = max(standing.values())
        elif any(card.stage != stage for card in here):
            last = max(columns, default=-1.0)
        keys = dict.fromkeys((card.stage, card.order) for card in here if card.id not in result)
        new = spread(last, min((column for column in columns if column > last), default=None), len(keys))
        order_of = dict(zip(keys, new, strict=True))
        result.update((card.id, order_of[card.stage, card.order]) for card in here if card.id not in result)
    return result
