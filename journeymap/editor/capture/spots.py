"""Free spots on the map for notes, so that they cover neither cards nor each other as long as there is room. No Qt in here."""

from collections.abc import Iterator

from journeymap.layout import sizes
from journeymap.layout.map_layout import MapLayout
from journeymap.layout.notes import NOTE_LINES
from journeymap.layout.shapes import Rect
from journeymap.layout.text import STYLES, Measure, wrap
from journeymap.model.content import Note

WIDTH = float(Note.model_fields["width"].default)
GAP = 8.0
STEP = 24.0
SHIFT = 16.0  # of a note that has to lie on others


class Spots:
    """Gives one spot after the other; those given count as taken."""

    def __init__(self, layout: MapLayout, measure: Measure) -> None:
        self._layout = layout
        self._measure = measure
        self._taken = [card.rect for card in layout.cards.values()] + [note.rect for note in layout.notes.values()]
        self._piled = 0

    def next(self, text: str, stage: str, channel: str) -> tuple[float, float]:
        """Where a note begins, from the corner of its stage's header: in the channel's row if there is room, else near it."""
        box = self._layout.stages[stage]
        lines = wrap(text, "note", WIDTH - 2 * sizes.NOTE_PAD, NOTE_LINES, self._measure)
        height = max(1, len(lines)) * STYLES["note"].line + 2 * sizes.NOTE_PAD
        near = [rect for rect in self._taken if rect.touches(box.rect)]
        for x, y in self._places(stage, channel, height):
            spot = Rect(x, y, WIDTH, height)
            if not any(spot.touches(rect.grown(GAP / 2)) for rect in near):
                break
        else:
            row = self._layout.rows[channel].rect
            pile = self._piled * SHIFT
            self._piled += 1
            room = max(STEP, box.rect.w - WIDTH - 2 * GAP)
            spot = Rect(box.rect.x + GAP + pile % room, row.y + GAP + pile % max(STEP, row.h), WIDTH, height)
        self._taken.append(spot)
        return round(spot.x - box.header.x, 1), round(spot.y - box.header.y, 1)

    def _places(self, stage: str, channel: str, height: float) -> Iterator[tuple[float, float]]:
        """Places to try: through the channel's row, then the other rows from the nearest on."""
        box = self._layout.stages[stage].rect
        own = self._layout.rows[channel].rect
        for row in sorted(self._layout.rows.values(), key=lambda row: abs(row.rect.y - own.y)):
            y = row.rect.y + GAP
            while y + height <= row.rect.bottom:
                x = box.x + GAP
                while x + WIDTH <= box.right:
                    yield x, y
                    x += WIDTH + GAP
                y += STEP
