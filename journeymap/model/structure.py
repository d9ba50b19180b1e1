"""The skeleton of a map: the journey itself, stages (columns), channels (rows), touchpoints (cards) and links."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from journeymap.model.record import Id, Order, Record, Share, Value
from journeymap.model.text import Line, Text

JOURNEY_ID = "journey"

ChannelType = Literal["physical", "digital", "human"]
LinkType = Literal["next", "alternative", "channel-switch", "return"]
Version = Literal["as-is", "to-be"]


class JourneyInfo(Record):
    """What the map is about; a map has exactly one, with the id `journey`.

    `language` is a code such as `en`, `tr`, `ru`, `fa`; it decides the direction of the map.
    `drawn` is the date that exports print, as the user wrote it. `lanes` names the lanes that are shown, top to bottom
    as the layout orders them (None: pain points and moments of truth, and others where there is something in them).
    `full_text` lets cards grow to hold all of their text; `marks` shows experience level, senses and evidence on them.
    """

    kind: ClassVar[str] = "journey"
    id: Id = JOURNEY_ID
    title: Line = ""
    client: Line = ""
    scope: Text = ""
    version: Version = "as-is"
    period: Line = ""
    language: Annotated[Line, Field(pattern=r"^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*$")] = "en"
    author: Line = ""
    drawn: Line = ""
    lanes: tuple[Line, ...] | None = None
    full_text: bool = False
    marks: bool = False


class Stage(Record):
    """A column of the map; stages stand in the order of `order`, then of their ids.

    `goal` is what the customer wants, `company_goal` what the company wants, `target` the score to be reached.
    """

    kind: ClassVar[str] = "stage"
    title: Line = ""
    order: Order = 0.0
    goal: Line = ""
    company_goal: Line = ""
    target: float | None = None
    note: Text = ""
    tags: tuple[Line, ...] = ()


class Channel(Record):
    """A row of the map: where customer and company meet; in the order of `order`, then of their ids."""

    kind: ClassVar[str] = "channel"
    title: Line = ""
    order: Order = 0.0
    type: ChannelType = "digital"


class Senses(Value):
    """What a physical place does to the five senses, in the consultant's words."""

    sight: Line = ""
    sound: Line = ""
    smell: Line = ""
    touch: Line = ""
    taste: Line = ""


class Touchpoint(Record):
    """One contact between customer and company: a card at stage × channel.

    `order` is the place in time within the stage: touchpoints of one stage with the same order share a column.
    `experience_level` is a step of the pyramid, 1 (informs) to 6 (makes life better). `share` is the part of the
    customers who pass here, 0 to 1. The other texts are the lanes of a service blueprint.
    """

    kind: ClassVar[str] = "touchpoint"
    title: Line = ""
    stage: Id
    channel: Id
    order: Order = 0.0
    does: Text = ""
    thinks: Text = ""
    expects: Text = ""
    physical_evidence: Text = ""
    front_stage: Text = ""
    back_stage: Text = ""
    systems: Text = ""
    process: Text = ""
    owner: Line = ""
    experience_level: Annotated[int, Field(ge=1, le=6)] | None = None
    senses: Senses = Senses()
    share: Share | None = None
    tags: tuple[Line, ...] = ()


class Link(Record):
    """A step from one touchpoint to the next; `share` is the part of the customers who take it, 0 to 1."""

    kind: ClassVar[str] = "link"
    source: Id
    target: Id
    type: LinkType = "next"
    label: Line = ""
    share: Share | None = None
