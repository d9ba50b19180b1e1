"""What a workshop finds and decides: pain points, moments of truth, actions."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from journeymap.model.record import Id, Order, Record, Value
from journeymap.model.text import Line, Text

Five = Annotated[int, Field(ge=1, le=5)]
PainCategory = Literal[
    "long-wait",
    "staff-could-not-help",
    "unresolved",
    "too-much-automation",
    "not-personal",
    "rude-staff",
    "inconsistent-channels",
    "price",
    "information",
    "quality",
    "other",
]
Frequency = Literal["rare", "sometimes", "often", "always"]
EvidenceSource = Literal["survey", "complaint", "staff", "social-media", "interview", "observation", "other"]
TruthType = Literal["zero", "first", "second", "ultimate", "pain"]
Lever = Literal[
    "process", "people-and-training", "product", "channel", "technology", "communication", "personalisation", "culture"
]
Status = Literal["idea", "planned", "doing", "done", "dropped"]


class Evidence(Value):
    """Why we believe it: a source, a quote, a date as written, a link (http or https)."""

    source: EvidenceSource = "other"
    quote: Text = ""
    date: Line = ""
    link: Line = ""


class PainPoint(Record):
    """What hurts, on one or more touchpoints, links or stages; `severity` 1 (nuisance) to 5 (they leave)."""

    kind: ClassVar[str] = "pain"
    title: Line = ""
    on: Annotated[tuple[Id, ...], Field(min_length=1)]
    order: Order = 0.0
    severity: Five = 3
    frequency: Frequency | None = None
    category: PainCategory = "other"
    own_category: Line = ""
    evidence: tuple[Evidence, ...] = ()


class MomentOfTruth(Record):
    """Where the customer decides; `weight` 1 to 5. Zero: before contact, first: buying, second: using, ultimate: telling others."""

    kind: ClassVar[str] = "truth"
    title: Line = ""
    on: Id
    order: Order = 0.0
    type: TruthType = "first"
    why: Text = ""
    weight: Five = 3


class Action(Record):
    """What will be done, and which pain points, touchpoints or stages it answers; `gain` is the expected change of the score."""

    kind: ClassVar[str] = "action"
    title: Line = ""
    answers: tuple[Id, ...] = ()
    order: Order = 0.0
    lever: Lever = "process"
    channels: tuple[Id, ...] = ()
    owner: Line = ""
    due: date | None = None
    effort: Five | None = None
    impact: Five | None = None
    cost: Line = ""
    gain: float | None = None
    status: Status = "idea"
