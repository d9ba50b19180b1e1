"""From a journey to the geometry of its map."""

from collections import defaultdict

from journeymap.language import is_right_to_left
from journeymap.layout import sizes
from journeymap.layout.cards import card_height
from journeymap.layout.grid import Cell, Grid
from journeymap.layout.lanes import lay_lanes
from journeymap.layout.map_layout import CardBox, ChipBox, ColumnBox, LayoutOptions, MapLayout, RowBox, StageBox
from journeymap.layout.notes import note_boxes
from journeymap.layout.route import route
from journeymap.layout.shapes import Rect
from journeymap.layout.text import Measure, RoughMeasure
from journeymap.model.journey import Journey
from journeymap.model.structure import Touchpoint


def build(journey: Journey, options: LayoutOptions | None = None, measure: Measure | None = None) -> MapLayout:
    """Where everything of a map stands; depends on the journey, the options and the widths of texts only."""
    options, measure = options or LayoutOptions(), measure or RoughMeasure()
    by_stage: dict[str, list[Touchpoint]] = defaultdict(list)
    for touchpoint in journey.touchpoints:
        by_stage[touchpoint.stage].append(touchpoint)

    stages, right = _stages(journey, by_stage, top=sizes.TITLE_HEIGHT if options.title else sizes.MARGIN)
    heights = {touchpoint.id: card_height(touchpoint, journey.info, measure) for touchpoint in journey.touchpoints}
    rows, cards, cells, bottom = _rows(journey, by_stage, stages, right, heights)
    lanes = lay_lanes(journey, options.lanes, stages, bottom + sizes.ROWS_BOTTOM, right, measure)
    bottom = lanes.bottom

    top = next(iter(stages.values())).rect.y if stages else sizes.TITLE_HEIGHT
    body = Rect(sizes.MARGIN, top, right - sizes.MARGIN, bottom + sizes.BODY_PAD - top)
    stages = {
        box.id: StageBox(box.id, Rect(box.rect.x, top, box.rect.w, body.h), box.header, box.columns)
        for box in stages.values()
    }
    headers = {box.id: box.header for box in stages.values()}
    columns = tuple((column.x, column.right) for box in stages.values() for column in box.columns)
    bands = tuple((box.rect.y + sizes.CARD_TOP, box.rect.bottom - sizes.CARD_BOTTOM) for box in rows.values())
    grid = Grid(columns, bands, cells)
    legend = Rect(
        sizes.MARGIN, body.bottom, right - sizes.MARGIN, sizes.LEGEND_HEIGHT if options.legend else sizes.MARGIN
    )
    footer = Rect(sizes.MARGIN, legend.bottom, legend.w, sizes.FOOTER_HEIGHT if options.signed else 0.0)
    index: dict[str, list[ChipBox]] = defaultdict(list)
    for chip in lanes.chips:
        index[chip.id].append(chip)
    return MapLayout(
        width=right + sizes.MARGIN,
        height=footer.bottom,
        rtl=is_right_to_left(journey.info.language),
        options=options,
        body=body,
        title=Rect(sizes.MARGIN, 0, right - sizes.MARGIN, top),
        legend=legend,
        footer=footer,
        stages=stages,
        rows=rows,
        cards=cards,
        grid=grid,
        routes=route(grid, ((link.id, link.source, link.target) for link in journey.links)),
        lanes=lanes.boxes,
        chips=tuple(lanes.chips),
        texts=tuple(lanes.texts),
        notes=note_boxes(journey, {**{id: card.rect for id, card in cards.items()}, **headers}, body, measure),
        chip_index={id: tuple(found) for id, found in index.items()},
    )


def _stages(journey: Journey, by_stage: dict[str, list[Touchpoint]], top: float) -> tuple[dict[str, StageBox], float]:
    """The stages side by side, each as wide as its columns of cards; and where the last one ends."""
    stages: dict[str, StageBox] = {}
    x = sizes.LABEL_WIDTH
    for stage in journey.stages:
        orders: list[float | None] = list(dict.fromkeys(t.order for t in by_stage[stage.id]))
        orders += [None] * (sizes.LEAST_COLUMNS - len(orders))
        columns = tuple(
            ColumnBox(order, x + sizes.STAGE_PAD + place * (sizes.CARD_WIDTH + sizes.COLUMN_GAP), sizes.CARD_WIDTH)
            for place, order in enumerate(orders)
        )
        width = columns[-1].right + sizes.STAGE_PAD - x
        header = Rect(x, top + sizes.HEADER_TOP, width, sizes.HEADER_HEIGHT)
        stages[stage.id] = StageBox(stage.id, Rect(x, top, width, 0), header, columns)
        x += width + sizes.STAGE_GAP
    right = x - sizes.STAGE_GAP if stages else sizes.LABEL_WIDTH + sizes.LEAST_WIDTH
    return stages, right


def _rows(
    journey: Journey,
    by_stage: dict[str, list[Touchpoint]],
    stages: dict[str, StageBox],
    right: float,
    heights: dict[str, float],
) -> tuple[dict[str, RowBox], dict[str, CardBox], dict[str, Cell], float]:
    """The channels below each other, each as high as its fullest cell; and where the last one ends."""
    stacks: dict[tuple[str, str, float], list[Touchpoint]] = defaultdict(list)
    for touchpoints in by_stage.values():
        for touchpoint in touchpoints:
            stacks[touchpoint.channel, touchpoint.stage, touchpoint.order].append(touchpoint)
    deepest: dict[str, float] = defaultdict(lambda: min(heights.values(), default=sizes.CARD_HEIGHT))
    for (channel_id, _, _), stack in stacks.items():
        depth = sum(heights[touchpoint.id] + sizes.STACK_GAP for touchpoint in stack) - sizes.STACK_GAP
        deepest[channel_id] = max(deepest[channel_id], depth)

    top = next(iter(stages.values())).header.bottom if stages else sizes.TITLE_HEIGHT + sizes.HEADER_HEIGHT
    y = top + sizes.ROWS_TOP
    rows: dict[str, RowBox] = {}
    number: dict[str, int] = {}
    for place, channel in enumerate(journey.channels):
        height = sizes.CARD_TOP + deepest[channel.id] + sizes.CARD_BOTTOM
        rows[channel.id] = RowBox(
            channel.id,
            Rect(sizes.MARGIN, y, right - sizes.MARGIN, height),
            Rect(sizes.MARGIN, y, sizes.LABEL_WIDTH - sizes.MARGIN - 8, height),
        )
        number[channel.id] = place
        y += height

    cards: dict[str, CardBox] = {}
    cells: dict[str, Cell] = {}
    first = 0
    for box in stages.values():
        places = {column.order: (place, column.x) for place, column in enumerate(box.columns)}
        for touchpoint in by_stage[box.id]:
            place, x = places[touchpoint.order]
            row = rows[touchpoint.channel]
            stack = stacks[touchpoint.channel, box.id, touchpoint.order]
            above = sum(heights[other.id] + sizes.STACK_GAP for other in stack[: stack.index(touchpoint)])
            rect = Rect(x, row.rect.y + sizes.CARD_TOP + above, sizes.CARD_WIDTH, heights[touchpoint.id])
            cards[touchpoint.id] = CardBox(touchpoint.id, rect, box.id, row.id, place)
            cells[touchpoint.id] = Cell(rect, first + place, number[row.id])
        first += len(box.columns)
    return rows, cards, cells, y
