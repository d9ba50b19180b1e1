"""The lanes below the channels: how high each is, and what stands where in it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from journeymap.language import _
from journeymap.layout import sizes
from journeymap.layout.lane_table import LaneSpec, shown_lanes
from journeymap.layout.map_layout import ChipBox, LaneBox, LaneKey, StageBox, TextBox
from journeymap.layout.shapes import Rect
from journeymap.layout.text import STYLES, Measure, wrap
from journeymap.model.content import LaneCell
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.record import Record
from journeymap.model.structure import Link, Stage, Touchpoint

CHIPS: dict[LaneKey, tuple[type[PainPoint | MomentOfTruth | Action], str]] = {
    "pain": (PainPoint, "on"),
    "truth": (MomentOfTruth, "on"),
    "action": (Action, "answers"),
}
TEXT_LINES = 8
NO_LINES: tuple[str, ...] = ()


@dataclass
class Lanes:
    """What has been laid out so far: lanes, chips and texts, and where the next lane begins."""

    bottom: float
    boxes: dict[LaneKey, LaneBox] = field(default_factory=dict)
    chips: list[ChipBox] = field(default_factory=list)
    texts: list[TextBox] = field(default_factory=list)


def lay_lanes(
    journey: Journey,
    wanted: tuple[LaneKey, ...] | None,
    stages: dict[str, StageBox],
    top: float,
    right: float,
    measure: Measure,
) -> Lanes:
    """All shown lanes from `top` downwards."""
    lanes = Lanes(top)
    for spec in shown_lanes(journey, wanted):
        y = lanes.bottom
        height = _fill(journey, spec, stages, y, lanes, measure)
        lanes.boxes[spec.key] = LaneBox(
            spec.key,
            Rect(sizes.MARGIN, y, right - sizes.MARGIN, height),
            Rect(sizes.MARGIN, y, sizes.LABEL_WIDTH - sizes.MARGIN, height),
            spec.kind,
            (spec.name or _("Untitled")) if spec.kind.startswith("own") else _(spec.name),
        )
        lanes.bottom = y + height
    return lanes


def _fill(
    journey: Journey, spec: LaneSpec, stages: dict[str, StageBox], y: float, lanes: Lanes, measure: Measure
) -> float:
    """Put what belongs into a lane that begins at `y`; returns its height."""
    if spec.kind == "emotion":
        return sizes.EMOTION_HEIGHT
    if spec.kind == "line":
        return sizes.LINE_HEIGHT
    if spec.kind == "chips":
        return _chips(journey, spec.key, stages, y, lanes)
    if spec.kind == "text":
        return _texts(journey, spec.key, stages, y, lanes, measure)
    return _own(journey, spec, stages, y, lanes, measure)


def _chips(journey: Journey, key: LaneKey, stages: dict[str, StageBox], y: float, lanes: Lanes) -> float:
    found = _by_stage(journey, key)
    most = max([1, *(len(ids) for stage, ids in found.items() if stage in stages)])
    for box in stages.values():
        for place, id in enumerate(found.get(box.id, ())):
            top = y + sizes.LANE_TOP + place * (sizes.CHIP_HEIGHT + sizes.CHIP_GAP)
            lanes.chips.append(ChipBox(id, Rect(box.rect.x + 14, top, box.rect.w - 28, sizes.CHIP_HEIGHT), key, box.id))
    return sizes.LANE_TOP + most * (sizes.CHIP_HEIGHT + sizes.CHIP_GAP) - sizes.CHIP_GAP + sizes.LANE_BOTTOM


def _texts(
    journey: Journey, key: LaneKey, stages: dict[str, StageBox], y: float, lanes: Lanes, measure: Measure
) -> float:
    """A text under each column of cards, several below each other where several cards of a column have one."""
    columns: dict[tuple[str, float], list[Touchpoint]] = defaultdict(list)
    rows = {channel.id: place for place, channel in enumerate(journey.channels)}
    for touchpoint in sorted(journey.touchpoints, key=lambda touchpoint: rows[touchpoint.channel]):
        columns[touchpoint.stage, touchpoint.order].append(touchpoint)
    deepest = sizes.LANE_LEAST
    for box in stages.values():
        for place, column in enumerate(box.columns):
            touchpoints = columns.get((box.id, column.order), []) if column.order is not None else []
            written = [touchpoint for touchpoint in touchpoints if getattr(touchpoint, key)]
            bottom = y + sizes.LANE_TOP
            for touchpoint in written or touchpoints[:1]:
                text = getattr(touchpoint, key)
                rect, lines = _text_box(text, column.x, column.w, bottom, measure)
                lanes.texts.append(TextBox(touchpoint.id, key, rect, key, box.id, place, lines))
                bottom = rect.bottom + sizes.CHIP_GAP
            deepest = max(deepest, bottom - sizes.CHIP_GAP + sizes.LANE_BOTTOM - y)
    return deepest


def _own(
    journey: Journey, spec: LaneSpec, stages: dict[str, StageBox], y: float, lanes: Lanes, measure: Measure
) -> float:
    """A text or an image under each stage."""
    cells = {cell.stage: cell for cell in journey.all(LaneCell) if cell.lane == spec.key}
    deepest = sizes.LANE_LEAST
    for box in stages.values():
        cell = cells.get(box.id)
        x, width, top = box.rect.x + 14, box.rect.w - 28, y + sizes.LANE_TOP
        if spec.kind == "own-image":
            rect, lines = Rect(x, top, width, sizes.IMAGE_HEIGHT if cells else 24.0), NO_LINES
        else:
            rect, lines = _text_box(cell.text if cell else "", x, width, top, measure)
        lanes.texts.append(TextBox(cell.id if cell else "", "text", rect, spec.key, box.id, None, lines))
        deepest = max(deepest, rect.bottom + sizes.LANE_BOTTOM - y)
    return deepest


def _text_box(text: str, x: float, width: float, y: float, measure: Measure) -> tuple[Rect, tuple[str, ...]]:
    lines = wrap(text, "note", width - 16, TEXT_LINES, measure)
    return Rect(x, y, width, max(1, len(lines)) * STYLES["note"].line + 10), lines


def _by_stage(journey: Journey, key: LaneKey) -> dict[str, list[str]]:
    """The ids of a lane's elements under each stage; what sits on several stages stands under each of them."""
    cls, named_in = CHIPS[key]
    found: dict[str, list[str]] = defaultdict(list)
    for record in journey.all(cls):
        named = getattr(record, named_in)
        for stage in dict.fromkeys(stages_of(journey, named if isinstance(named, tuple) else (named,))):
            found[stage].append(record.id)
    return found


def stages_of(journey: Journey, ids: tuple[str, ...]) -> Iterator[str]:
    """The stages where elements stand: a stage itself, a touchpoint's, a link's source's, those of a pain point."""
    for id in ids:
        record: Record | None = journey.records.get(id)
        if isinstance(record, Stage):
            yield record.id
        elif isinstance(record, Touchpoint):
            yield record.stage
        elif isinstance(record, Link):
            yield journey.get(Touchpoint, record.source).stage
        elif isinstance(record, PainPoint):
            yield from stages_of(journey, record.on)
