"""What stands where on the screen: the map's part, the text, the strip of dots."""

from dataclasses import dataclass

from journeymap.editor.presentation.steps import StepKind
from journeymap.layout.shapes import Rect

STRIP = 44.0
PAD = 40.0
COLUMN_GAP = 48.0
HEADING = 138.0
LONG = 1.9  # a stage of this shape and wider
WIDE = 1.5  # a screen of this shape and wider: 16:9 and 16:10, not 4:3


@dataclass(frozen=True, slots=True)
class Places:
    """Rectangles in pixels, counted from the side where reading begins.

    `text` holds `columns` of equal width. `heading` has no height where the title stands with the text.
    """

    unit: float
    map: Rect
    panel: Rect
    text: Rect
    columns: int
    strip: Rect
    heading: Rect

    def column(self, number: int) -> Rect:
        """The place of one column of text."""
        gap = COLUMN_GAP * self.unit
        width = (self.text.w - gap * (self.columns - 1)) / self.columns
        return Rect(self.text.x + number * (width + gap), self.text.y, width, self.text.h)


def places_of(width: float, height: float, kind: StepKind, shape: float) -> Places:
    """The places on a screen of this size; `shape` is the width of what is shown of the map divided by its height.

    Stages and touchpoints have their text beside the map. The whole map has its title above and the text below; so has
    the text of a stage that is far wider than high, and everything on a screen that is higher than wide.
    """
    unit = min(height / 1080, width / 1440)
    pad = PAD * unit
    strip = Rect(0, height - STRIP * unit, width, STRIP * unit)
    heading = Rect(pad, pad * 0.7, width - 2 * pad, 0)
    columns = 1
    if kind == "overview":
        heading = Rect(pad, pad * 0.7, width - 2 * pad, HEADING * unit - pad * 0.7)
        tall = min(max(width / shape, strip.y * 0.3), strip.y * 0.55)
        area = Rect(0, heading.bottom, width, tall)
        panel = Rect(0, area.bottom, width, strip.y - area.bottom)
        columns = 1 if width < height else 3 if width / height > WIDE else 2
    elif width < height or (kind == "stage" and shape > LONG):
        area = Rect(0, 0, width, min(max(width / shape, strip.y * 0.25), strip.y * 0.45))
        columns = 1 if width < height else 2
        panel = Rect(0, area.bottom, width, strip.y - area.bottom)
    else:
        side = round(width * (0.42 if width / height > WIDE else 0.47))
        area = Rect(0, 0, width - side, strip.y)
        panel = Rect(width - side, 0, side, strip.y)
    text = Rect(panel.x + pad, panel.y + pad * 0.8, panel.w - 2 * pad, panel.h - pad * 1.4)
    return Places(unit, area, panel, text, columns, strip, heading)
