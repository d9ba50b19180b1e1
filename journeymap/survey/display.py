"""Scores as they are shown: rounded, with a true minus sign, in the digits and marks of the current language.

Bands and colours must come from `displayed` or `displayed_good`, or one shown number could have two colours.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from journeymap.language import N_, _, is_right_to_left, language, locale
from journeymap.model.measures import Metric
from journeymap.survey.score import Score, Thresholds

METRIC_NAMES: dict[Metric, str] = {"nps": N_("NPS"), "csat": N_("CSAT"), "ces": N_("CES"), "mean": N_("Mean")}
METRICS: tuple[Metric, ...] = tuple(METRIC_NAMES)

_DIGITS = {
    "arab": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"),
    "arabext": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
}
MINUS = "\u2212"
_MARK = "\u200e"  # keeps a sign before its number in a line from right to left


def metric_name(metric: Metric) -> str:
    """The name of a metric in the current language."""
    return _(METRIC_NAMES[metric])


def decimals(score: Score) -> int:
    """How many decimals are shown: none for NPS and CSAT, one for CES and means, two on scales shorter than 3."""
    if score.metric in ("nps", "csat"):
        return 0
    return 1 if score.scale[1] - score.scale[0] >= 3 else 2


def displayed(score: Score) -> float:
    """The value as it is shown, rounded half away from zero; never −0."""
    return rounded(score.value, decimals(score))


def displayed_good(score: Score) -> float:
    """How good the shown value is, 0 to 1: as `Score.good`, of the rounded value."""
    value = displayed(score)
    if score.metric == "nps":
        return (value + 100) / 200
    if score.metric == "csat":
        return value / 100
    low, high = score.scale
    part = min(1.0, max(0.0, (value - low) / (high - low)))
    return part if score.high_is_good else 1 - part


@lru_cache(maxsize=8192)
def rounded(value: float, places: int) -> float:
    """A value rounded half away from zero as people do it, by its shortest decimal form; never −0."""
    # Sums of hundredths carry dust in the last places: 2.675 should become 2.68.
    exact = Decimal(repr(round(value, 9)))
    return float(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)) + 0.0


def show_value(score: Score, thresholds: Thresholds | None = None) -> str:
    """A score's value: "+34", "−31", "78 %", "5.4"; "n<5" where it is withheld."""
    if score.shown == "withheld":
        return f"n<{whole(thresholds.withhold if thresholds else score.least)}"
    value = displayed(score)
    if score.metric == "nps":
        return signed(value)
    if score.metric == "csat":
        return percent(value)
    return number(value, decimals(score))


def show_margin(score: Score) -> str:
    """Half the width of a score's interval: "±5", "±4 %", "±0.3"; "" where it is withheld."""
    if score.shown == "withheld":
        return ""
    places = decimals(score)
    half = rounded((score.high - score.low) / 2, places)
    return "±" + (percent(half) if score.metric == "csat" else number(half, places))


def show_interval(score: Score) -> str:
    """The bounds of a score's interval: "−36 to −26"; "" where it is withheld."""
    if score.shown == "withheld":
        return ""
    places = decimals(score)
    ends = (rounded(score.low, places), rounded(score.high, places))
    if score.metric == "nps":
        low, high = map(signed, ends)
    elif score.metric == "csat":
        low, high = map(percent, ends)
    else:
        low, high = (number(end, places) for end in ends)
    return _("{low} to {high}").format(low=low, high=high)


def show_n(n: int) -> str:
    """The number of answers: "n=412"."""
    return f"n={whole(n)}"


def signed(value: float) -> str:
    """A whole number with its sign: "+34", "−31", "0"."""
    text = number(abs(value), 0)
    if value == 0:
        return text
    mark = _MARK if is_right_to_left(language()) else ""
    return f"{mark}{'+' if value > 0 else MINUS}{text}"


def percent(value: float) -> str:
    """A whole percentage: "78 %"."""
    return _("{value} %").format(value=number(value, 0))


def number(value: float, places: int) -> str:
    """A number with this many decimals, in the digits of the current language, with a true minus sign."""
    return _formatted(language(), value, places)


def whole(n: int) -> str:
    """A whole number with its thousands grouped: "2,431"."""
    return _formatted(language(), n, 0)


@lru_cache(maxsize=8192)
def _formatted(code: str, value: float, places: int) -> str:
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * places if places else "")
    here = locale()
    text = format_decimal(abs(value), format=pattern, locale=here, numbering_system="default")
    # Babel takes the separators of the numbering system but leaves the digits ASCII.
    text = text.translate(_DIGITS.get(here.default_numbering_system, {}))
    if value >= 0:
        return text
    mark = _MARK if is_right_to_left(code) else ""
    return f"{mark}{MINUS}{text}"
