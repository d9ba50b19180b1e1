"""The board of actions: a column for each status, a card for each action; as geometry and as shapes.

All x count in reading direction, as in `map_layout`; what is drawn is mirrored where the map reads right to left.
"""

from dataclasses import dataclass, field

from journeymap.language import _
from journeymap.layout.action_facts import ActionFacts, Note
from journeymap.layout.draw_card import EDGE, PAIN_EDGE, PAIN_FILL, PAIN_INK
from journeymap.layout.palette import INK, MUTED, WHITE
from journeymap.layout.shapes import Box, Polygon, Rect, Shape, Text
from journeymap.layout.text import STYLES, elide, wrap
from journeymap.model.action_moves import STATUSES, column_of
from journeymap.model.findings import Status
from journeymap.survey.display import whole
from journeymap.words import STATUSES as STATUS_WORDS
from journeymap.words import word

MARGIN, GAP, PAD = 16.0, 10.0, 7.0
LEAST_COLUMN, LEAST_HEIGHT = 140.0, 220.0
LEAST_WIDTH = 2 * MARGIN + len(STATUSES) * (LEAST_COLUMN + GAP) - GAP
HEAD, CARD_GAP, CARD_PAD = 42.0, 9.0, 11.0
PILL_HEIGHT, PILL_PAD = 21.0, 8.0
TITLE_LINES = 4
COLUMN_FILL = "#EBEEF4"
GAIN_FILL, GAIN_INK = "#E2F3EA", "#13633F"
STATUS_COLOURS: dict[Status, str] = {
    "idea": "#8B95A7",
    "planned": "#3A6EA5",
    "doing": "#B07A1E",
    "done": "#3F7D58",
    "dropped": "#5B6472",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A status: its whole column, and its actions from top to bottom."""

    status: Status
    rect: Rect
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on the board where cards could be put: before another one of a column (None: at its end); `mark` is a line there."""

    status: Status
    before: str | None
    mark: Rect


@dataclass(frozen=True)
class Board:
    """Where everything stands; `rects` are the cards by id."""

    facts: ActionFacts
    width: float
    height: float
    columns: tuple[Column, ...]
    rects: dict[str, Rect] = field(default_factory=dict)

    @property
    def rtl(self) -> bool:
        """Whether it is drawn mirrored."""
        return self.facts.rtl

    def slot_at(self, x: float, y: float, moving: frozenset[str] = frozenset()) -> Slot:
        """The place nearest to a point, for cards that are moved from elsewhere on the board."""
        column = min(self.columns, key=lambda column: abs(column.rect.centre[0] - x))
        rects = [(id, self.rects[id]) for id in column.ids if id not in moving]
        inside = Rect(column.rect.x + PAD, column.rect.y + HEAD, column.rect.w - 2 * PAD, 0)
        for id, rect in rects:
            if y < rect.centre[1]:
                return Slot(column.status, id, Rect(rect.x, rect.y - CARD_GAP / 2 - 1.5, rect.w, 3))
        bottom = max((rect.bottom for _, rect in rects), default=inside.y - CARD_GAP)
        return Slot(column.status, None, Rect(inside.x, bottom + CARD_GAP / 2 - 1.5, inside.w, 3))

    def column_at(self, x: float) -> Status:
        """The status of the column nearest to a place."""
        return min(self.columns, key=lambda column: abs(column.rect.centre[0] - x)).status

    def frame(self) -> list[Shape]:
        """The columns with their headings, without cards."""
        shapes: list[Shape] = []
        for column in self.columns:
            rect, count = column.rect, whole(len(column.ids))
            bar = Rect(rect.x + PAD, rect.y + 6, rect.w - 2 * PAD, 3)
            number = self.facts.measure.width(count, "note")
            room = rect.w - 4 * PAD - number
            title = elide(word(STATUS_WORDS, column.status), "channel", room, self.facts.measure)
            shapes += [
                Box(rect, COLUMN_FILL, radius=9),
                Box(bar, STATUS_COLOURS[column.status], radius=1.5),
                Text(Rect(rect.x + 2 * PAD, rect.y + 15, room, 19), (title,), "channel", INK),
                Text(Rect(rect.right - 2 * PAD - number, rect.y + 16, number, 17), (count,), "note", MUTED, "end"),
            ]
        return shapes

    def card(self, id: str) -> list[Shape]:
        """One card."""
        facts, rect = self.facts, self.rects[id]
        title, note = _lines(facts, id, rect.w)
        room = Rect(rect.x + CARD_PAD, rect.y + 9, rect.w - 2 * CARD_PAD, len(title) * STYLES["card"].line)
        shapes: list[Shape] = [
            Box(rect, WHITE, EDGE, 1, 8, shadow=True),
            Text(room, title, "card", INK if facts.action(id).title else MUTED),
        ]
        for place, line in enumerate(note):
            below = Rect(room.x, room.bottom + 3 + place * STYLES["note"].line, room.w, STYLES["note"].line)
            shapes.append(Text(below, (line.text,), "note", PAIN_INK if line.warns else MUTED))
        return shapes + _pills(facts, id, rect)


def build_board(facts: ActionFacts, width: float = 0.0, height: float = 0.0) -> Board:
    """The board in a window of this size: as wide as it if it can be, as high as its longest column and at least as the window."""
    count = len(STATUSES)
    room = max(LEAST_COLUMN, (width - 2 * MARGIN - (count - 1) * GAP) / count)
    rects: dict[str, Rect] = {}
    bottom = MARGIN + LEAST_HEIGHT
    ids: dict[Status, tuple[str, ...]] = {}
    for place, status in enumerate(STATUSES):
        x, y = MARGIN + place * (room + GAP) + PAD, MARGIN + HEAD
        ids[status] = tuple(action.id for action in column_of(facts.journey, status))
        for id in ids[status]:
            rects[id] = Rect(x, y, room - 2 * PAD, _height(facts, id, room - 2 * PAD))
            y = rects[id].bottom + CARD_GAP
        bottom = max(bottom, y + 30)  # room below the last card to drop another
    height = max(height, bottom + MARGIN)
    columns = tuple(
        Column(status, Rect(MARGIN + place * (room + GAP), MARGIN, room, height - 2 * MARGIN), ids[status])
        for place, status in enumerate(STATUSES)
    )
    return Board(facts, 2 * MARGIN + count * room + (count - 1) * GAP, height, columns, rects)


def _lines(facts: ActionFacts, id: str, width: float) -> tuple[tuple[str, ...], list[Note]]:
    room = width - 2 * CARD_PAD
    return wrap(facts.title(id), "card", room, TITLE_LINES, facts.measure), facts.notes(id, room)


def _height(facts: ActionFacts, id: str, width: float) -> float:
    title, note = _lines(facts, id, width)
    pills = PILL_HEIGHT + 6 if facts.gain(id) or facts.severity(id) else 0
    text = len(title) * STYLES["card"].line + (len(note) * STYLES["note"].line + 3 if note else 0)
    return 9 + text + pills + 9


def _pills(facts: ActionFacts, id: str, rect: Rect) -> list[Shape]:
    """The expected gain, and how bad the worst is that it answers."""
    shapes: list[Shape] = []
    x, y = rect.x + CARD_PAD - 2, rect.bottom - PILL_HEIGHT - 9
    gain, severity = facts.gain(id), facts.severity(id)
    if gain:
        width = facts.measure.width(gain, "badge") + 2 * PILL_PAD
        place = Rect(x, y, width, PILL_HEIGHT)
        shapes += [
            Box(place, GAIN_FILL, radius=PILL_HEIGHT / 2),
            Text(_middle(place), (gain,), "badge", GAIN_INK, "middle"),
        ]
        x += width + 6
    if severity:
        text = _("{severity}/5").format(severity=whole(severity))
        width = facts.measure.width(text, "badge") + 2 * PILL_PAD + 11
        shapes += severity_pill(Rect(x, y, width, PILL_HEIGHT), text)
    return shapes


def severity_pill(place: Rect, text: str) -> list[Shape]:
    """A pill with a bolt and a severity."""
    x, y = place.x + 8, place.y + 5
    bolt = ((x + 4.2, y), (x, y + 6.2), (x + 3, y + 6.2), (x + 1.8, y + 11), (x + 6.4, y + 4.4), (x + 3.4, y + 4.4))
    return [
        Box(place, PAIN_FILL, PAIN_EDGE, 1, PILL_HEIGHT / 2),
        Polygon(bolt, PAIN_INK),
        Text(Rect(x + 9, place.y + 3, place.right - x - 17, 15), (text,), "badge", PAIN_INK),
    ]


def _middle(place: Rect) -> Rect:
    return Rect(place.x, place.y + 3, place.w, 15)
