"""Colour scales of the tables: light enough for dark text on all of it."""

from typing import Literal

from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Color

from journeymap.formats.excel.facts import Facts
from journeymap.formats.excel.style import argb
from journeymap.layout.palette import WHITE, heat_range, ramp, tint

# "severity": the higher the worse, 1 to 5; "weight": the higher the more, 1 to 5; "score": the map's heat;
# "good": a part of the way from bad to good, 0 to 1; "felt": −2 to +2
ScaleName = Literal["severity", "weight", "score", "good", "felt"]
Stop = tuple[float, str]

WASH = 0.6
WEIGHTS: tuple[Stop, Stop, Stop] = ((1, WHITE), (3, "#DCE4F2"), (5, "#A9BEE0"))


def colour_scale(name: ScaleName, facts: Facts) -> Rule | None:
    """The rule that colours a column; None where its values have no common scale (means of different questions)."""
    if name == "weight":
        return _rule(WEIGHTS)
    bad, poor = (tint(ramp(part, facts.palette), WASH) for part in (0.0, 0.25))
    if name == "severity":
        return _rule(((1, WHITE), (3, poor), (5, bad)))
    low, high, upwards = (-2.0, 2.0, True) if name == "felt" else (0.0, 1.0, True)
    if name == "score":
        ranges = {(heat_range(s.metric, s.scale), s.high_is_good) for s in facts.overlay.scores.values()}
        if len(ranges) != 1:
            return None
        ((low, high), upwards) = ranges.pop()
    middle, good = (tint(ramp(part, facts.palette), WASH) for part in (0.5, 1.0))
    first, last = (bad, good) if upwards else (good, bad)
    return _rule(((low, first), ((low + high) / 2, middle), (high, last)))


def _rule(stops: tuple[Stop, Stop, Stop]) -> Rule:
    scale = ColorScale(
        cfvo=[FormatObject(type="num", val=value) for value, _colour in stops],
        color=[Color(rgb=argb(colour)) for _value, colour in stops],
    )
    return Rule(type="colorScale", colorScale=scale)
