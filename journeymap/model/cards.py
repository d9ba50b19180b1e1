"""Touchpoints and the links between them: made one after the other, as fast as a workshop talks."""

import re

from journeymap.model.columns import columns_of, make_room, order_between, spread
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.structure import Channel, Link, LinkType, Stage, Touchpoint
from journeymap.model.text import LINE_LIMIT, clean_line, clean_text

PASTE_LIMIT = 1_000
# What word processors and slides put before the lines of a list.
_BULLET = re.compile(r"^[•‣◦▪●○·*–-]\s+")


def add_touchpoint(
    journey: Journey, edit: Edit, stage: str, channel: str, title: str = "", order: float | None = None
) -> Touchpoint:
    """A new touchpoint in a stage and channel, at this order in time (None: after the last of the stage).

    Raises `Problem` where there is no such stage or channel, or a value is out of range.
    """
    journey.get(Stage, stage)
    journey.get(Channel, channel)
    if order is None:
        make_room(journey, edit, stage)
        order = order_between(max(columns_of(journey, stage), default=None), None)
    else:
        order = make_room(journey, edit, stage, order)
    return edit.add(Touchpoint, title=title, stage=stage, channel=channel, order=order)


def next_touchpoint(journey: Journey, edit: Edit, id: str, stage_step: int = 0, title: str = "") -> Touchpoint:
    """The touchpoint that follows another in the same channel, linked from it.

    With `stage_step` 0 it stands in a new column right after it, with 1 at the start of the next stage. With −1 it
    precedes: it stands at the end of the stage before and the link leads from it. Raises `Problem` where there is no
    such stage.
    """
    origin = journey.get(Touchpoint, id)
    stages = [stage.id for stage in journey.stages]
    place = stages.index(origin.stage) + stage_step
    if place >= len(stages):
        raise Problem("There is no stage after “{stage}”. Add a stage first.", stage=_title(journey, origin.stage))
    if place < 0:
        raise Problem("There is no stage before “{stage}”. Add a stage first.", stage=_title(journey, origin.stage))
    stage = stages[place]
    make_room(journey, edit, stage)
    origin = journey.get(Touchpoint, id)
    columns = columns_of(journey, stage)
    if stage_step == 0:
        order = order_between(origin.order, min((c for c in columns if c > origin.order), default=None))
    elif stage_step > 0:
        order = order_between(None, min(columns, default=None))
    else:
        order = order_between(max(columns, default=None), None)
    new = add_touchpoint(journey, edit, stage, origin.channel, title, order)
    if stage_step < 0:
        connect(journey, edit, new.id, id)
    else:
        connect(journey, edit, id, new.id)
    return new


def connect(journey: Journey, edit: Edit, source: str, target: str, type: LinkType = "next") -> Link | None:
    """A link from one touchpoint to another; None where there is one already or both are the same.

    Raises `Problem` where an end is no touchpoint of this map.
    """
    journey.get(Touchpoint, source)
    journey.get(Touchpoint, target)
    if source == target or journey.graph.has_edge(source, target):
        return None
    return edit.add(Link, source=source, target=target, type=type)


def paste_lines(journey: Journey, edit: Edit, text: str, stage: str, channel: str) -> list[Touchpoint]:
    """One new touchpoint for each line of a text that is not blank, at the end of the stage, not linked.

    Bullets before the lines are left out. Raises `Problem` for a line of more than 500 characters, for more than
    1,000 lines, and as `add_touchpoint`.
    """
    titles = [_BULLET.sub("", title) for line in clean_text(text).split("\n") if (title := clean_line(line))]
    if len(titles) > PASTE_LIMIT:
        raise Problem(
            "The text has {n} lines; at most {limit} can be pasted at once. Paste it in parts.",
            n=len(titles),
            limit=PASTE_LIMIT,
        )
    for title in titles:
        if len(title) > LINE_LIMIT:
            raise Problem(
                "The line “{line}…” is too long for a title: it has {n} characters, at most {limit} fit.",
                line=title[:40],
                n=len(title),
                limit=LINE_LIMIT,
            )
    journey.get(Stage, stage)
    journey.get(Channel, channel)
    make_room(journey, edit, stage)
    orders = spread(max(columns_of(journey, stage), default=None), None, len(titles))
    return [
        edit.add(Touchpoint, title=title, stage=stage, channel=channel, order=order)
        for title, order in zip(titles, orders, strict=True)
    ]


def _title(journey: Journey, stage: str) -> str:
    return journey.get(Stage, stage).title or stage
