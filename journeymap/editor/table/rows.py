"""The rows of each table, and how a row is added to it, beside another one, or moved. No Qt in here."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Literal, NamedTuple

from journeymap.editor.inspector.colours import PERSONA_COLOURS
from journeymap.editor.outline.nodes import touchpoints_by_stage
from journeymap.editor.table.columns_finding import place_named, places_named
from journeymap.editor.table.columns_other import ends_named
from journeymap.editor.table.columns_touchpoint import channel_named, stage_named
from journeymap.editor.table.source import Writing
from journeymap.model import edits
from journeymap.model.columns import columns_of, order_between
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Persona
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.rows import Ordered, order_at
from journeymap.model.structure import Link, Touchpoint

RowKind = Literal["item", "stage", "add"]
Texts = Mapping[str, str]


class Row(NamedTuple):
    """One row: an element (`item`), the heading of a stage, or the empty row in which one is added (`id`: its stage, or "")."""

    kind: RowKind
    id: str = ""


ADD = Row("add")


def touchpoint_rows(journey: Journey) -> list[Row]:
    """Each stage, its touchpoints in the order of time, an empty row."""
    cards = touchpoints_by_stage(journey)
    rows: list[Row] = []
    for stage in journey.stages:
        rows.append(Row("stage", stage.id))
        rows.extend(Row("item", id) for id in cards.get(stage.id, ()))
        rows.append(Row("add", stage.id))
    return rows


def rows_of(journey: Journey, cls: type[Record]) -> list[Row]:
    """All elements of a kind in their order, and an empty row."""
    return [*(Row("item", record.id) for record in journey.all(cls)), ADD]


def link_rows(journey: Journey) -> list[Row]:
    """Links in the order of the touchpoints where they begin, and an empty row."""
    stages = {stage.id: place for place, stage in enumerate(journey.stages)}

    def place(id: str) -> tuple[int, float, str]:
        card = journey.get(Touchpoint, id)
        return stages[card.stage], card.order, card.id

    links = sorted(journey.links, key=lambda link: (place(link.source), place(link.target)))
    return [*(Row("item", link.id) for link in links), ADD]


# -- adding: what is needed first is taken from `texts`; the other columns are written afterwards


def add_touchpoint(writing: Writing, row: Row, texts: Texts) -> str:
    """At the end of the named stage, else of the row's own; in the named channel, else in that of the one before."""
    journey = writing.journey
    if not journey.stages or not journey.channels:
        raise Problem("A touchpoint needs a stage and a channel: add these first.")
    stage, channel = row.id or journey.stages[-1].id, None
    # A name that the map does not have is left out here, and said by its own column.
    with suppress(Problem):
        stage = stage_named(writing.source, texts.get("stage", ""))
    with suppress(Problem):
        channel = channel_named(writing.source, texts.get("channel", ""))
    return writing.add_touchpoint(stage, channel)


def add_ordered(writing: Writing, cls: type[Ordered], index: int | None = None) -> str:
    """A stage, channel, action or persona at a place of its row (None: the end)."""
    row = writing.journey.all(cls)
    fields: dict[str, object] = {"order": order_at(writing.edit, row, index)}
    if cls is Persona:
        fields["colour"] = PERSONA_COLOURS[len(row) % len(PERSONA_COLOURS)][0]
    return writing.edit.add(cls, **fields).id


def add_pain(writing: Writing, row: Row, texts: Texts) -> str:
    """A pain point where its text says."""
    return edits.add_pain(writing.journey, writing.edit, places_named(writing.source, texts["on"])).id


def add_truth(writing: Writing, row: Row, texts: Texts) -> str:
    """A moment of truth where its text says."""
    return edits.add_truth(writing.journey, writing.edit, place_named(writing.source, texts["on"])).id


def add_link(writing: Writing, row: Row, texts: Texts) -> str:
    """A link between two touchpoints."""
    source, target = ends_named(writing.source, texts["source"], texts["target"])
    return writing.edit.add(Link, source=source, target=target).id


# -- beside another row


def add_touchpoint_beside(writing: Writing, id: str, after: bool) -> str:
    """A touchpoint in the same channel, in a column of its own just before or after another."""
    journey = writing.journey
    card = journey.get(Touchpoint, id)
    columns = columns_of(journey, card.stage)
    if after:
        order = order_between(card.order, min((c for c in columns if c > card.order), default=None))
    else:
        order = order_between(max((c for c in columns if c < card.order), default=None), card.order)
    return edits.add_touchpoint(journey, writing.edit, card.stage, card.channel, order=order).id


def add_beside(writing: Writing, id: str, after: bool) -> str:
    """An element of the same kind just before or after another; a finding on the same place."""
    journey = writing.journey
    record = journey.records[id]
    index = [other.id for other in journey.all(type(record))].index(id) + after
    if isinstance(record, PainPoint):
        made = edits.add_pain(journey, writing.edit, record.on).id
    elif isinstance(record, MomentOfTruth):
        made = edits.add_truth(journey, writing.edit, record.on).id
    else:
        assert isinstance(record, Ordered)
        return add_ordered(writing, type(record), index)
    edits.reorder(journey, writing.edit, made, index)
    return made


# -- moving


def move_touchpoints(writing: Writing, ids: Sequence[str], step: int) -> None:
    """Touchpoints past the row above (`step` −1) or below (1); past the end of their stage they go to the one beside it."""
    journey = writing.journey
    rows = [row for row in touchpoint_rows(journey) if row.kind != "add"]
    places = [place for place, row in enumerate(rows) if row.id in set(ids)]
    beyond = (places[0] if step < 0 else places[-1]) + step
    if not 0 < beyond < len(rows):
        return
    if rows[beyond].kind == "stage":
        stages = [stage.id for stage in journey.stages]
        stage = rows[beyond].id if step > 0 else stages[stages.index(rows[beyond].id) - 1]
        columns = columns_of(journey, stage)
        order = order_between(None, min(columns, default=None)) if step > 0 else writing.order_at_end(stage)
    else:
        other = journey.get(Touchpoint, rows[beyond].id)
        stage, columns = other.stage, columns_of(journey, other.stage)
        if step > 0:
            order = order_between(other.order, min((c for c in columns if c > other.order), default=None))
        else:
            order = order_between(max((c for c in columns if c < other.order), default=None), other.order)
    edits.place_touchpoints(journey, writing.edit, list(ids), stage, None, order)


def move_ordered(writing: Writing, ids: Sequence[str], step: int) -> None:
    """Elements one place up (`step` −1) or down (1) in their row, together."""
    journey = writing.journey
    row = [record.id for record in journey.all(type(journey.records[ids[0]]))]
    moved = sorted(ids, key=row.index)
    edge = row.index(moved[0] if step < 0 else moved[-1]) + step
    if not 0 <= edge < len(row):
        return
    passed = row[edge]
    others = [id for id in row if id not in set(ids)]
    at = others.index(passed) + (step > 0)
    wanted = [*others[:at], *moved, *others[at:]]
    # From the end that leads, so that none is put beside one that is still to be moved.
    for id in moved if step < 0 else reversed(moved):
        edits.reorder(journey, writing.edit, id, wanted.index(id))
