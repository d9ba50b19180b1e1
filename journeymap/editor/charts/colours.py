"""Colours of the charts: the map's heat palette for bad and good, and a few neutral ones of the window's scheme."""

from journeymap.editor.charts.groups import Bar, Tone
from journeymap.editor.theme import COLOURS
from journeymap.layout.palette import mix, ramp

MIDDLE = "#E4E7EC"
# What it is for -> the name in the scheme. Edges stand around dots: a score in the middle of the ramp is nearly as light as paper.
NEUTRAL: dict[str, str] = {
    "surface": "panel",
    "whisker": "border_strong",
    "edge": "muted",
    "line": "ink",
    "value": "ink",
    "zero": "rule",
    "axis": "muted",
    "goal": "good",
}
_STRENGTH, _BAND, _MIDDLE_BAR = 0.82, 0.16, 0.28


def neutral(name: str) -> str:
    """A colour of `NEUTRAL` in the scheme of the moment."""
    return COLOURS[NEUTRAL[name]]


def band() -> str:
    """The field between the ends of intervals."""
    return mix(COLOURS["panel"], COLOURS["accent"], _BAND)


def group_colour(tone: Tone, palette: str) -> str:
    """The fill of a group's part in the stack."""
    return {"bad": ramp(0.0, palette), "middle": MIDDLE, "good": ramp(1.0, palette)}[tone]


def bar_colour(bar: Bar, palette: str) -> str:
    """The fill of a bar: by its group, or, where the metric has none, from bad over grey to good."""
    bad, good = (mix(COLOURS["panel"], ramp(end, palette), _STRENGTH) for end in (0.0, 1.0))
    middle = mix(COLOURS["panel"], COLOURS["muted"], _MIDDLE_BAR)
    if bar.tone is not None:
        return {"bad": bad, "middle": middle, "good": good}[bar.tone]
    if bar.good < 0.5:
        return mix(bad, middle, bar.good * 2)
    return mix(middle, good, bar.good * 2 - 1)
