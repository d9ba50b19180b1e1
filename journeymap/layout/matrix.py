"""Effort and impact: a matrix of five by five steps in four quadrants, and a tray for actions that nobody has rated.

All x count in reading direction: effort grows with it. What is drawn is mirrored where the map reads right to left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from journeymap.language import N_, _
from journeymap.layout.action_facts import OVER, ActionFacts
from journeymap.layout.board import COLUMN_FILL, MARGIN, STATUS_COLOURS
from journeymap.layout.draw_card import EDGE
from journeymap.layout.palette import INK, MUTED, RULE, WHITE
from journeymap.layout.shapes import Box, Circle, Curve, Rect, Shape, Text
from journeymap.layout.text import STYLES, elide, wrap
from journeymap.model.action_moves import LEAST, MOST
from journeymap.model.findings import Action
from journeymap.survey.display import whole

STEPS = range(LEAST, MOST + 1)
AXIS, AXIS_TOP, AXIS_BOTTOM = 34.0, 26.0, 46.0
LEAST_CELL, LEAST_ROW = 104.0, 60.0
CHIP_GAP, CHIP_PAD, CHIP_LINES = 5.0, 5.0, 3
TRAY_WIDTH, TRAY_GAP, TRAY_HEAD = 176.0, 14.0, 38.0
# name, fill, whether it lies where effort is high, whether where impact is high
QUADRANTS: tuple[tuple[str, str, bool, bool], ...] = (
    (N_("Quick wins"), "#E6F4EC", False, True),
    (N_("Big bets"), "#E8EFFA", True, True),
    (N_("Fill-ins"), "#F1F3F7", False, False),
    (N_("Leave out"), "#FAF0EE", True, False),
)
LEAST_WIDTH = 2 * MARGIN + AXIS + len(STEPS) * LEAST_CELL + TRAY_GAP + TRAY_WIDTH
Cell = tuple[int, int]  # effort, impact


@dataclass(frozen=True)
class Matrix:
    """Where everything stands; `cells` by (effort, impact), `rects` are the chips by id, in the cells and in the tray."""

    facts: ActionFacts
    width: float
    height: float
    area: Rect
    tray: Rect
    cells: dict[Cell, Rect]
    rects: dict[str, Rect] = field(default_factory=dict)

    @property
    def rtl(self) -> bool:
        """Whether it is drawn mirrored."""
        return self.facts.rtl

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell under a point, or nearest to it; None in the tray."""
        if x >= self.tray.x - TRAY_GAP / 2:
            return None
        return min(self.cells, key=lambda cell: _distance(self.cells[cell], x, y))

    def place_of(self, cell: Cell | None) -> Rect:
        """The place of a cell, or of the tray."""
        return self.cells[cell] if cell is not None else self.tray

    def frame(self) -> list[Shape]:
        """Quadrants, axes and tray, without chips."""
        return [*self._quadrants(), *self._axes(), *self._tray()]

    def card(self, id: str) -> list[Shape]:
        """One chip: a dot of its status and its title; in the tray with what is known of it."""
        facts, rect = self.facts, self.rects[id]
        action = facts.action(id)
        over = action.status in OVER
        dot = STATUS_COLOURS[action.status]
        lines = _title(facts, id, rect.w)
        x, y = rect.x + 12, rect.y + CHIP_PAD + STYLES["note"].line / 2
        shapes: list[Shape] = [
            Box(rect, WHITE, EDGE, 1, 7, shadow=not over),
            Circle(x, y, 4, None if action.status == "idea" else dot, dot, 1.6),
        ]
        if over:
            turn = -1 if facts.rtl else 1  # a tick is not mirrored
            tick = ((x - 2 * turn, y), (x - 0.6 * turn, y + 1.6), (x + 2 * turn, y - 1.8))
            sign = tick if action.status == "done" else ((x - 2, y), (x + 2, y))
            shapes.append(Curve(sign, WHITE, 1.3))
        place = Rect(rect.x + 22, rect.y + CHIP_PAD, rect.w - 28, len(lines) * STYLES["note"].line)
        shapes.append(Text(place, lines, "note", MUTED if over or not action.title else INK))
        known = _known(action)
        if known:
            shapes.append(Text(Rect(place.x, place.bottom, place.w, 15), (known,), "small", MUTED))
        return shapes

    def _quadrants(self) -> list[Shape]:
        shapes: list[Shape] = [Box(self.area.grown(1), WHITE, RULE, 1, 8)]
        middle = self.cells[(MOST + LEAST) // 2, (MOST + LEAST) // 2].centre
        for name, fill, far, high in QUADRANTS:
            left, right = (middle[0], self.area.right) if far else (self.area.x, middle[0])
            top, bottom = (self.area.y, middle[1]) if high else (middle[1], self.area.bottom)
            shapes.append(Box(Rect(left, top, right - left, bottom - top), fill))
            line = Rect(left + 10, top + 6 if high else bottom - 24, right - left - 20, 18)
            text = elide(_(name), "chip", line.w, self.facts.measure)
            shapes.append(Text(line, (text,), "chip", MUTED, "end" if far else "start"))
        for step in list(STEPS)[1:]:
            cell = self.cells[step, step]
            x, y = cell.x, cell.bottom
            shapes.append(Curve(((x, self.area.y), (x, self.area.bottom)), "#59FFFFFF", 1))
            shapes.append(Curve(((self.area.x, y), (self.area.right, y)), "#59FFFFFF", 1))
        return shapes

    def _axes(self) -> list[Shape]:
        shapes: list[Shape] = []
        for step in STEPS:
            column, row = self.cells[step, LEAST], self.cells[LEAST, step]
            below = Rect(column.x, self.area.bottom + 5, column.w, 17)
            beside = Rect(self.area.x - AXIS, row.centre[1] - 8, AXIS - 8, 17)
            shapes += [
                Text(below, (whole(step),), "note", MUTED, "middle"),
                Text(beside, (whole(step),), "note", MUTED, "end"),
            ]
        under = Rect(self.area.x, self.area.bottom + 22, self.area.w, 19)
        over = Rect(self.area.x - AXIS, self.area.y - AXIS_TOP + 1, self.area.w, 19)
        return [
            *shapes,
            Text(under, (_("Effort"),), "channel", INK, "middle"),
            Text(over, (_("Impact"),), "channel", INK),
        ]

    def _tray(self) -> list[Shape]:
        tray, measure = self.tray, self.facts.measure
        room = tray.w - 24
        heading = elide(_("Not placed yet"), "channel", room, measure)
        return [
            Box(tray, COLUMN_FILL, radius=9),
            Text(Rect(tray.x + 12, tray.y + 9, room, 19), (heading,), "channel", INK),
        ]


def build_matrix(facts: ActionFacts, width: float = 0.0, height: float = 0.0) -> Matrix:
    """The matrix in a window of this size: as large as the window if it can be; rows are as high as their fullest cell."""
    by_cell: dict[Cell | None, list[str]] = {}
    for action in facts.journey.all(Action):
        by_cell.setdefault(cell_of(action), []).append(action.id)
    left, top = MARGIN + AXIS, MARGIN + AXIS_TOP
    cell_width = max(LEAST_CELL, (width - left - MARGIN - TRAY_WIDTH - TRAY_GAP) / len(STEPS))
    chip = cell_width - 2 * CHIP_GAP
    heights = {action.id: _height(facts, action.id, chip) for action in facts.journey.all(Action)}
    stacks = {cell: _stack(heights[id] for id in by_cell.get(cell, ())) for cell in product(STEPS, STEPS)}
    rows = list(reversed(STEPS))
    needs = [max(LEAST_ROW, sum(_room(impact)) + max(stacks[effort, impact] for effort in STEPS)) for impact in rows]
    cells: dict[Cell, Rect] = {}
    rects: dict[str, Rect] = {}
    y = top
    for impact, tall in zip(rows, levelled(needs, height - top - AXIS_BOTTOM - MARGIN), strict=True):
        above, below = _room(impact)
        for effort in STEPS:
            cell = cells[effort, impact] = Rect(left + (effort - LEAST) * cell_width, y, cell_width, tall)
            # In the middle: what has a 3 lies between two quadrants.
            at = y + above + (tall - above - below - stacks[effort, impact]) / 2
            for id in by_cell.get((effort, impact), ()):
                rects[id] = Rect(cell.x + CHIP_GAP, at, chip, heights[id])
                at = rects[id].bottom + CHIP_GAP
        y += tall
    area = Rect(left, top, cell_width * len(STEPS), y - top)
    tray_x, at = area.right + TRAY_GAP, top + TRAY_HEAD
    for id in by_cell.get(None, ()):
        rects[id] = Rect(tray_x + 8, at, TRAY_WIDTH - 16, _height(facts, id, TRAY_WIDTH - 16))
        at = rects[id].bottom + CHIP_GAP
    tray = Rect(tray_x, top, TRAY_WIDTH, max(area.h, at + 8 - top))
    return Matrix(
        facts, tray.right + MARGIN, max(tray.bottom, area.bottom + AXIS_BOTTOM) + MARGIN, area, tray, cells, rects
    )


def cell_of(action: Action) -> Cell | None:
    """Where an action stands; None (the tray) while effort or impact is not known."""
    return None if action.effort is None or action.impact is None else (action.effort, action.impact)


def levelled(needs: Sequence[float], room: float) -> list[float]:
    """Heights that fill a room: none below what it needs, and as equal as that allows."""
    for level in sorted(needs, reverse=True):
        # Those that need more than the level keep their need, the others share what is left.
        large = [need for need in needs if need > level]
        share = (room - sum(large)) / (len(needs) - len(large))
        if share >= level:
            return [need if need > level else share for need in needs]
    return list(needs)


def _room(impact: int) -> tuple[float, float]:
    """Above and below the chips of a row: the outer ones leave room for the names of the quadrants."""
    return 24.0 if impact == MOST else CHIP_GAP, 28.0 if impact == LEAST else CHIP_GAP


def _stack(heights: Iterable[float]) -> float:
    """The height of chips that lie on each other."""
    return max(0.0, sum(height + CHIP_GAP for height in heights) - CHIP_GAP)


def _title(facts: ActionFacts, id: str, width: float) -> tuple[str, ...]:
    return wrap(facts.title(id), "note", width - 28, CHIP_LINES, facts.measure)


def _height(facts: ActionFacts, id: str, width: float) -> float:
    known = 15 if _known(facts.action(id)) else 0
    return 2 * CHIP_PAD + len(_title(facts, id, width)) * STYLES["note"].line + known


def _known(action: Action) -> str:
    """What is known of an action in the tray: one of the two, or ""."""
    if action.effort is not None and action.impact is None:
        return _("effort {effort}").format(effort=whole(action.effort))
    if action.impact is not None and action.effort is None:
        return _("impact {impact}").format(impact=whole(action.impact))
    return ""


def _distance(rect: Rect, x: float, y: float) -> float:
    return max(rect.x - x, 0.0, x - rect.right) ** 2 + max(rect.y - y, 0.0, y - rect.bottom) ** 2
