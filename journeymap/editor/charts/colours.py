"""Colours of the charts: the map's heat palette for bad and good, and a few neutral ones."""

from journeymap.editor.charts.groups import Bar, Tone
from journeymap.layout.palette import WHITE, mix, ramp

SURFACE = "#FFFFFF"
MIDDLE = "#E4E7EC"
MIDDLE_BAR = "#C9CDD8"
WHISKER = "#7C8DA8"
# Around dots: a score in the middle of the ramp is nearly as light as the paper.
EDGE = "#667085"
BAND = "#E4EAFA"
LINE = "#1B2330"
ZERO = "#DDE2EA"
GOAL = "#3F9C84"

_STRENGTH = 0.82


def group_colour(tone: Tone, palette: str) -> str:
    """The fill of a group's part in the stack."""
    return {"bad": ramp(0.0, palette), "middle": MIDDLE, "good": ramp(1.0, palette)}[tone]


def bar_colour(bar: Bar, palette: str) -> str:
    """The fill of a bar: by its group, or, where the metric has none, from bad over grey to good."""
    bad, good = (mix(WHITE, ramp(end, palette), _STRENGTH) for end in (0.0, 1.0))
    if bar.tone is not None:
        return {"bad": bad, "middle": MIDDLE_BAR, "good": good}[bar.tone]
    if bar.good < 0.5:
        return mix(bad, MIDDLE_BAR, bar.good * 2)
    return mix(MIDDLE_BAR, good, bar.good * 2 - 1)
