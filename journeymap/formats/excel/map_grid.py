"""Where everything of a map stands on its sheet: the columns of each stage, the rows of each channel."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.formats.excel.book import LAST_COLUMN
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.structure import Stage, Touchpoint

LABEL_WIDTH = 19.0
GAP_WIDTH = 0.9
CARD_WIDTH = 21.0
LEAST_STAGE_WIDTH = 32.0
LEAST_MAP_WIDTH = 90.0


@dataclass(frozen=True, slots=True)
class StageSpan:
    """A stage's columns on the sheet, both ends counted, and the `order` of the cards in each."""

    stage: Stage
    first: int
    last: int
    orders: tuple[float, ...]
    card_width: float

    @property
    def columns(self) -> range:
        """The numbers of its columns."""
        return range(self.first, self.last + 1)

    @property
    def width(self) -> float:
        """All its columns together, in characters."""
        return self.card_width * len(self.columns)


@dataclass(frozen=True, slots=True)
class MapGrid:
    """The sheet's columns: 1 for the names of the rows, then each stage's, with a narrow one between two stages.

    `stacks` are the cards of each cell by channel and column; several in one cell stand below each other.
    """

    spans: tuple[StageSpan, ...]
    stacks: dict[tuple[str, int], tuple[Touchpoint, ...]]
    last: int

    @property
    def width(self) -> float:
        """The whole sheet, in characters."""
        if not self.spans:
            return LEAST_MAP_WIDTH
        return LABEL_WIDTH + sum(span.width for span in self.spans) + GAP_WIDTH * max(0, len(self.spans) - 1)

    def depth(self, channel: str) -> int:
        """How many rows a channel needs."""
        return max([1, *(len(self.stacks.get((channel, c), ())) for span in self.spans for c in span.columns)])

    def cells(self) -> Iterator[int]:
        """All columns that can hold a card."""
        for span in self.spans:
            yield from span.columns


def map_grid(journey: Journey) -> MapGrid:
    """The grid of a map; raises `Problem` where it has more columns than Excel."""
    by_stage: dict[str, list[Touchpoint]] = defaultdict(list)
    for touchpoint in journey.touchpoints:
        by_stage[touchpoint.stage].append(touchpoint)
    orders = {stage.id: tuple(dict.fromkeys(t.order for t in by_stage[stage.id])) for stage in journey.stages}
    cards = max(1, sum(max(1, len(found)) for found in orders.values()))
    least = max(CARD_WIDTH, min((LEAST_MAP_WIDTH - LABEL_WIDTH) / cards, 40.0))

    spans: list[StageSpan] = []
    stacks: dict[tuple[str, int], list[Touchpoint]] = defaultdict(list)
    column = 2
    for stage in journey.stages:
        count = max(1, len(orders[stage.id]))
        width = max(least, LEAST_STAGE_WIDTH / count)
        span = StageSpan(stage, column, column + count - 1, orders[stage.id], width)
        place = {order: span.first + number for number, order in enumerate(span.orders)}
        for touchpoint in by_stage[stage.id]:
            stacks[touchpoint.channel, place[touchpoint.order]].append(touchpoint)
        spans.append(span)
        column = span.last + 2
    last = spans[-1].last if spans else 2
    if last > LAST_COLUMN:
        raise Problem(
            "The map has {columns} columns and Excel no more than {limit}. Export it as a picture, or split the map.",
            columns=last,
            limit=LAST_COLUMN,
        )
    return MapGrid(tuple(spans), {key: tuple(found) for key, found in stacks.items()}, last)
