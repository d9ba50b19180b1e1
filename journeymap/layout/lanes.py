"""The lanes below the channels: what stands in each, under which stage."""

from collections import defaultdict
from collections.abc import Iterator

from journeymap.layout import sizes
from journeymap.layout.map_layout import ChipBox, LaneBox, LaneKey, StageBox
from journeymap.layout.shapes import Rect
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Emotion
from journeymap.model.record import Record
from journeymap.model.structure import Link, Stage, Touchpoint

ALWAYS: tuple[LaneKey, ...] = ("pain", "truth")
CHIPS: dict[LaneKey, tuple[type[PainPoint | MomentOfTruth | Action], str]] = {
    "pain": (PainPoint, "on"),
    "truth": (MomentOfTruth, "on"),
    "action": (Action, "answers"),
}


def lane_boxes(
    journey: Journey, wanted: tuple[LaneKey, ...] | None, stages: dict[str, StageBox], y: float, right: float
) -> tuple[dict[LaneKey, LaneBox], tuple[ChipBox, ...], float]:
    """The lanes from y downwards with their chips, and where the last one ends."""
    lanes: dict[LaneKey, LaneBox] = {}
    chips: list[ChipBox] = []
    for key in shown_lanes(journey) if wanted is None else wanted:
        height = sizes.EMOTION_HEIGHT
        if key != "emotion":
            found = _by_stage(journey, key)
            most = max([1, *(len(ids) for stage, ids in found.items() if stage in stages)])
            height = sizes.LANE_TOP + most * (sizes.CHIP_HEIGHT + sizes.CHIP_GAP) - sizes.CHIP_GAP + sizes.LANE_BOTTOM
            for box in stages.values():
                for place, id in enumerate(found.get(box.id, ())):
                    top = y + sizes.LANE_TOP + place * (sizes.CHIP_HEIGHT + sizes.CHIP_GAP)
                    rect = Rect(box.rect.x + 14, top, box.rect.w - 28, sizes.CHIP_HEIGHT)
                    chips.append(ChipBox(id, rect, key, box.id))
        lanes[key] = LaneBox(
            key,
            Rect(sizes.MARGIN, y, right - sizes.MARGIN, height),
            Rect(sizes.MARGIN, y, sizes.LABEL_WIDTH - sizes.MARGIN, height),
        )
        y += height
    return lanes, tuple(chips), y


def shown_lanes(journey: Journey) -> tuple[LaneKey, ...]:
    """The lanes that a map shows of itself: pain points and moments of truth always, others where there are any."""
    lanes: list[LaneKey] = ["emotion"] if journey.all(Emotion) else []
    lanes += ALWAYS
    return (*lanes, "action") if journey.all(Action) else tuple(lanes)


def _by_stage(journey: Journey, key: LaneKey) -> dict[str, list[str]]:
    """The ids of a lane's elements under each stage; what sits on several stages stands under each of them."""
    cls, field = CHIPS[key]
    found: dict[str, list[str]] = defaultdict(list)
    for record in journey.all(cls):
        named = getattr(record, field)
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
