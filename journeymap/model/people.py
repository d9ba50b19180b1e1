"""Whom the journey is about, and what they feel."""

from typing import Annotated, ClassVar

from pydantic import Field

from journeymap.model.record import Id, Order, Record
from journeymap.model.text import Line, Text

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Felt = Annotated[float, Field(ge=-2, le=2)]


class Persona(Record):
    """A kind of customer; `segment` names the survey segment that stands for it, `path` the touchpoints and links it takes."""

    kind: ClassVar[str] = "persona"
    title: Line = ""
    order: Order = 0.0
    line: Line = ""
    goals: Text = ""
    quote: Text = ""
    picture: Id | None = None
    colour: Colour = "#1B2330"
    segment: Line = ""
    path: tuple[Id, ...] = ()


class Emotion(Record):
    """What a persona feels at a touchpoint, −2 (bad) to +2 (good), as said in the workshop."""

    kind: ClassVar[str] = "emotion"
    persona: Id
    touchpoint: Id
    value: Felt
    note: Line = ""
