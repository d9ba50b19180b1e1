"""What else lies on a map: notes, images and lanes of one's own."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from journeymap.model.people import Colour
from journeymap.model.record import Id, Order, Record
from journeymap.model.text import Line, Text

Pixels = Annotated[int, Field(ge=0, le=100_000)]
Coordinate = Annotated[float, Field(ge=-1e7, le=1e7)]


class Note(Record):
    """A sticky note, or an image that lies on the map.

    `x`, `y` in map units from the corner of its anchor `on` where reading begins, or from the map's where there is none;
    `width` in map units.
    """

    kind: ClassVar[str] = "note"
    text: Text = ""
    on: Id | None = None
    x: Coordinate = 0.0
    y: Coordinate = 0.0
    width: Annotated[float, Field(ge=40, le=4000)] = 150.0
    colour: Colour = "#FFF3C4"
    image: Id | None = None


class Image(Record):
    """A picture that the map stores once; `data` is base64 of a PNG, JPEG, WebP or GIF file, `width` × `height` pixels."""

    kind: ClassVar[str] = "image"
    title: Line = ""
    type: Literal["image/png", "image/jpeg", "image/webp", "image/gif"]
    data: Annotated[str, Field(max_length=28_000_000, pattern=r"^[A-Za-z0-9+/]*={0,2}$", repr=False)]
    width: Pixels = 0
    height: Pixels = 0


class Lane(Record):
    """A lane of the user's own below the channels: a text or an image for each stage."""

    kind: ClassVar[str] = "lane"
    title: Line = ""
    order: Order = 0.0
    type: Literal["text", "image"] = "text"
    shown: bool = True


class LaneCell(Record):
    """What stands in a lane under one stage."""

    kind: ClassVar[str] = "cell"
    lane: Id
    stage: Id
    text: Text = ""
    image: Id | None = None
