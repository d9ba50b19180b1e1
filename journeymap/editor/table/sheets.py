"""The tables that there are, as data: which elements they show, in which columns, and how rows come and go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from journeymap.editor.table import rows as how
from journeymap.editor.table.column import Column
from journeymap.editor.table.columns_finding import action_columns, pain_columns, truth_columns
from journeymap.editor.table.columns_other import channel_columns, link_columns, persona_columns, stage_columns
from journeymap.editor.table.columns_touchpoint import touchpoint_columns
from journeymap.editor.table.rows import Row, Texts
from journeymap.editor.table.source import Source, Writing
from journeymap.language import N_
from journeymap.model.content import Lane
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Persona
from journeymap.model.record import Record
from journeymap.model.rows import Ordered
from journeymap.model.structure import Channel, Link, Stage, Touchpoint


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. `key` is the kind of its elements; `ordered_by` names the classes whose records alter which rows there are.

    `add` makes an element from the empty row; `needs` are the columns that must be filled before, `incomplete` says so.
    `beside` adds one next to another, `move` moves some; None where the elements have no order of their own.
    """

    key: str
    cls: type[Record]
    title: str
    columns: Callable[[Source], tuple[Column, ...]]
    rows: Callable[[Journey], list[Row]]
    add: Callable[[Writing, Row, Texts], str]
    add_change: str
    add_hint: str
    ordered_by: tuple[type[Record], ...]
    needs: tuple[str, ...] = ()
    incomplete: str = ""
    beside: Callable[[Writing, str, bool], str] | None = how.add_beside
    move: Callable[[Writing, Sequence[str], int], None] | None = how.move_ordered


def _plain(cls: type[Ordered]) -> Callable[[Writing, Row, Texts], str]:
    return lambda writing, row, texts: how.add_ordered(writing, cls)


TOUCHPOINTS = Sheet(
    "touchpoint",
    Touchpoint,
    N_("Touchpoints"),
    touchpoint_columns,
    how.touchpoint_rows,
    how.add_touchpoint,
    N_("Add touchpoint"),
    N_("Add a touchpoint"),
    (Touchpoint, Stage, Channel),
    beside=how.add_touchpoint_beside,
    move=how.move_touchpoints,
)
SHEETS: tuple[Sheet, ...] = (
    TOUCHPOINTS,
    Sheet(
        "stage",
        Stage,
        N_("Stages"),
        stage_columns,
        partial(how.rows_of, cls=Stage),
        _plain(Stage),
        N_("Add stage"),
        N_("Add a stage"),
        (Stage,),
    ),
    Sheet(
        "channel",
        Channel,
        N_("Channels"),
        channel_columns,
        partial(how.rows_of, cls=Channel),
        _plain(Channel),
        N_("Add channel"),
        N_("Add a channel"),
        (Channel,),
    ),
    Sheet(
        "pain",
        PainPoint,
        N_("Pain points"),
        pain_columns,
        partial(how.rows_of, cls=PainPoint),
        how.add_pain,
        N_("Add pain point"),
        N_("Add a pain point"),
        (PainPoint,),
        needs=("on",),
        incomplete=N_("The pain point is added as soon as “{column}” names a touchpoint, a link or a stage."),
    ),
    Sheet(
        "truth",
        MomentOfTruth,
        N_("Moments of truth"),
        truth_columns,
        partial(how.rows_of, cls=MomentOfTruth),
        how.add_truth,
        N_("Add moment of truth"),
        N_("Add a moment of truth"),
        (MomentOfTruth,),
        needs=("on",),
        incomplete=N_("The moment of truth is added as soon as “{column}” names a touchpoint or a stage."),
    ),
    Sheet(
        "action",
        Action,
        N_("Actions"),
        action_columns,
        partial(how.rows_of, cls=Action),
        _plain(Action),
        N_("Add action"),
        N_("Add an action"),
        (Action,),
    ),
    Sheet(
        "link",
        Link,
        N_("Links"),
        link_columns,
        how.link_rows,
        how.add_link,
        N_("Draw link"),
        N_("Add a link"),
        (Link, Touchpoint, Stage),
        needs=("source", "target"),
        incomplete=N_("The link is added as soon as “{column}” names a touchpoint too."),
        beside=None,
        move=None,
    ),
    Sheet(
        "persona",
        Persona,
        N_("Personas"),
        persona_columns,
        partial(how.rows_of, cls=Persona),
        _plain(Persona),
        N_("Add persona"),
        N_("Add a persona"),
        (Persona,),
    ),
)
# Changes of these alter which columns a table has, or what they are called.
COLUMNS_BY: tuple[type[Record], ...] = (Persona, Lane)


def sheet_of(record: object) -> Sheet | None:
    """The table in which an element has its row."""
    return next((sheet for sheet in SHEETS if isinstance(record, sheet.cls)), None)
