"""Heat colours: from a score as it is displayed to a colour, so that two equal numbers never have two colours."""

from dataclasses import dataclass

from journeymap.language import N_
from journeymap.model.measures import Metric, Scale
from journeymap.survey.display import displayed
from journeymap.survey.score import Score

INK = "#1B2330"
MUTED = "#667085"
WHITE = "#FFFFFF"
PAPER = "#F5F6F9"
RULE = "#DDE2EA"
NO_HEAT = "#E4E7EC"


@dataclass(frozen=True, slots=True)
class Palette:
    """Five colours from bad to good; what lies between is mixed. The middle stands for neither bad nor good."""

    name: str
    stops: tuple[str, str, str, str, str]


# "safe" and "blue" keep a distance of at least 40 (CIE76) between bad and good for protan, deutan and tritan readers
# (Machado et al. 2009); "classic" does not, which is why it is a choice and not the default.
PALETTES: dict[str, Palette] = {
    "safe": Palette(N_("Red – teal"), ("#B8392C", "#EFA66B", "#F6F0DA", "#93CBC6", "#14707F")),
    "blue": Palette(N_("Orange – blue"), ("#B5481B", "#F0A860", "#F6F1E0", "#92BFDD", "#1F5F99")),
    "classic": Palette(N_("Red – amber – green"), ("#C62828", "#F28C28", "#F6D55C", "#A8CF6B", "#2E8B45")),
}
DEFAULT_PALETTE = "safe"

# Where the ramp begins and ends, in the metric's unit; None: the question's own scale.
RANGES: dict[Metric, tuple[float, float] | None] = {
    "nps": (-60.0, 60.0),
    "csat": (40.0, 100.0),
    "ces": None,
    "mean": None,
}


def heat(score: Score, palette: str = DEFAULT_PALETTE) -> str:
    """The colour of a score, `#RRGGBB`, from its displayed value and the range of its metric."""
    low, high = heat_range(score.metric, score.scale)
    part = (displayed(score) - low) / (high - low)
    return ramp(part if score.high_is_good else 1 - part, palette)


def heat_range(metric: Metric, scale: Scale) -> tuple[float, float]:
    """The values at which the ramp begins and ends."""
    return RANGES[metric] or scale


def ramp(part: float, palette: str = DEFAULT_PALETTE) -> str:
    """The colour at a part of the way from bad (0) to good (1); beyond the ends it stays."""
    stops = PALETTES.get(palette, PALETTES[DEFAULT_PALETTE]).stops
    place = min(max(part, 0.0), 1.0) * (len(stops) - 1)
    index = min(int(place), len(stops) - 2)
    return mix(stops[index], stops[index + 1], place - index)


def mix(first: str, second: str, part: float) -> str:
    """The colour at a part of the way from one to another, in sRGB."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#RRGGBB`, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def tint(colour: str, part: float = 0.14) -> str:
    """A light wash of a colour on white."""
    return mix(WHITE, colour, part)


def ink_on(fill: str) -> str:
    """Dark or white ink, whichever can be read better on a fill (WCAG 2 contrast)."""
    light = luminance(fill)
    on_dark = (1.05) / (light + 0.05)
    on_light = (light + 0.05) / (luminance(INK) + 0.05)
    return WHITE if on_dark > on_light else INK


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2)."""
    parts = (c / 255 for c in channels(colour))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
