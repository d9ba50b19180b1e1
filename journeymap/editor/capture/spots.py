"""Free spots on the map for notes, so that they cover neither cards nor each other as long as there is room. No Qt in here."""

from collections.abc import Iterator

from journeymap.layout import sizes
from journeymap.layout.map_layout import MapLayout, StageBox
from journeymap.layout.notes import NOTE_LINES
from journeymap.layout.shapes import Rect
from journeymap.layout.text import STYLES, Measure, wrap
from journeymap.model.content import Note

WIDTH = float(Note.model_fields["width"].default)
GAP = 8.0
STEP = 20.0
# Notes that have to lie on others lie like cards in a hand: the first line of each can be read.
DOWN, ACROSS, ASIDE = 26.0, 8.0, 42.0


class Spots:
    """Gives one spot after the other; those given count as taken."""

    def __init__(self, layout: MapLayout, measure: Measure) -> None:
        self._layout = layout
        self._measure = measure
        self._taken = [card.rect for card in layout.cards.values()] + [note.rect for note in layout.notes.values()]
        self._piled: dict[str, int] = {}

    def next(self, text: str, stage: str, channel: str) -> tuple[float, float]:
        """Where a note begins, from the corner of its stage's header: in the channel's row if there is room, else near it."""
        box = self._layout.stages[stage]
        lines = wrap(text, "note", WIDTH - 2 * sizes.NOTE_PAD, NOTE_LINES, self._measure)
        height = max(1, len(lines)) * STYLES["note"].line + 2 * sizes.NOTE_PAD
        # Once a stage is full it stays so: looking through all of it for each note of a long list would take too long.
        spot = None if stage in self._piled else self._free(box, channel, height)
        if spot is None:
            spot = self._pile(box, height)
        self._taken.append(spot)
        return round(spot.x - box.header.x, 1), round(spot.y - box.header.y, 1)

    def _free(self, box: StageBox, channel: str, height: float) -> Rect | None:
        near = [rect.grown(GAP / 2) for rect in self._taken if rect.touches(box.rect)]
        for x, y in self._places(box.rect, channel, height):
            spot = Rect(x, y, WIDTH, height)
            if not any(spot.touches(rect) for rect in near):
                return spot
        return None

    def _pile(self, box: StageBox, height: float) -> Rect:
        rows = [row.rect for row in self._layout.rows.values()]
        top, bottom = min(row.y for row in rows), max(row.bottom for row in rows)
        deep = max(1, int((bottom - top - GAP) // DOWN))
        place = self._piled.get(box.id, 0)
        self._piled[box.id] = place + 1
        x = GAP + (place // deep * ASIDE + place % deep * ACROSS) % max(ASIDE, box.rect.w - WIDTH - GAP)
        return Rect(box.rect.x + x, top + GAP + place % deep * DOWN, WIDTH, height)

    def _places(self, box: Rect, channel: str, height: float) -> Iterator[tuple[float, float]]:
        """Places to try: through the channel's row, then the other rows from the nearest on."""
        own = self._layout.rows[channel].rect
        for row in sorted(self._layout.rows.values(), key=lambda row: abs(row.rect.y - own.y)):
            y = row.rect.y + GAP
            while y + height <= row.rect.bottom:
                x = box.x + GAP
                while x + WIDTH <= box.right:
                    yield x, y
                    x += STEP
                y += STEP
