"""The geometry of a map: where everything stands, in map units, counted from the side where reading begins.

x grows in reading direction. A right-to-left map has the same layout with `rtl` set; what is drawn from it is mirrored
in one place (`Picture`), and the pointer is turned back in one place (the canvas).
"""

from dataclasses import dataclass, field

from journeymap.layout.grid import Grid, Route
from journeymap.layout.shapes import Rect

# A key of `lane_table.LANES`, or the id of a Lane record.
LaneKey = str


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """What is shown and how. `lanes` None: those that the map itself shows (`JourneyInfo.lanes`).

    `footer` and `logo` (a PNG file) stand in a row of their own below the legend; both belong to whoever made the map.
    """

    title: bool = True
    legend: bool = True
    lanes: tuple[LaneKey, ...] | None = None
    palette: str = "safe"
    heat: bool = True
    footer: str = ""
    logo: bytes | None = None

    @property
    def signed(self) -> bool:
        """Whether there is a row for footer and logo."""
        return self.legend and bool(self.footer or self.logo)


@dataclass(frozen=True, slots=True)
class ColumnBox:
    """A column of cards within a stage; `order` is what its touchpoints carry, None where the column is still empty."""

    order: float | None
    x: float
    w: float

    @property
    def right(self) -> float:
        """Its far edge."""
        return self.x + self.w


@dataclass(frozen=True, slots=True)
class StageBox:
    """A stage: the whole column, its header, its columns of cards."""

    id: str
    rect: Rect
    header: Rect
    columns: tuple[ColumnBox, ...]


@dataclass(frozen=True, slots=True)
class RowBox:
    """A channel: the whole row over all stages, and the place of its name."""

    id: str
    rect: Rect
    label: Rect


@dataclass(frozen=True, slots=True)
class CardBox:
    """A touchpoint's card; `column` is its number within the stage."""

    id: str
    rect: Rect
    stage: str
    channel: str
    column: int


@dataclass(frozen=True, slots=True)
class ChipBox:
    """A pain point, moment of truth or action in its lane, below one of its stages."""

    id: str
    rect: Rect
    lane: LaneKey
    stage: str


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text (or image) in a lane: `field` of the record `id`; where `id` is "" the place is still empty.

    `column` is the column of cards it stands under, None in a lane of one's own, whose texts belong to a stage.
    """

    id: str
    field: str
    rect: Rect
    lane: LaneKey
    stage: str
    column: int | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteBox:
    """A sticky note or an image on the map."""

    id: str
    rect: Rect
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane below the channels; `kind` is one of `lane_table.LaneKind`."""

    key: LaneKey
    rect: Rect
    label: Rect
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Where everything stands. `body` holds stages, rows and lanes; title above, legend and footer below."""

    width: float
    height: float
    rtl: bool
    options: LayoutOptions
    body: Rect
    title: Rect
    legend: Rect
    footer: Rect
    stages: dict[str, StageBox]
    rows: dict[str, RowBox]
    cards: dict[str, CardBox]
    grid: Grid
    routes: dict[str, Route]
    lanes: dict[LaneKey, LaneBox]
    chips: tuple[ChipBox, ...]
    texts: tuple[TextBox, ...] = ()
    notes: dict[str, NoteBox] = field(default_factory=dict)
    chip_index: dict[str, tuple[ChipBox, ...]] = field(default_factory=dict)

    def rect_of(self, id: str) -> Rect | None:
        """Where an element stands: card, stage header, channel name, link or chip (all of its chips); None if nowhere."""
        if id in self.cards:
            return self.cards[id].rect
        if id in self.stages:
            return self.stages[id].header
        if id in self.rows:
            return self.rows[id].label
        if id in self.routes:
            return self.routes[id].bounds
        if id in self.notes:
            return self.notes[id].rect
        chips = self.chip_index.get(id)
        return chips[0].rect if chips else None

    def stage_at(self, x: float) -> StageBox | None:
        """The stage whose column holds an x, with the small gap after it."""
        return next((box for box in self.stages.values() if box.rect.x <= x <= box.rect.right + 6), None)

    def row_at(self, y: float) -> RowBox | None:
        """The channel whose row holds a y."""
        return next((box for box in self.rows.values() if box.rect.y <= y < box.rect.bottom), None)
