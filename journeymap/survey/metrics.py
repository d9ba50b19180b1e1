"""NPS, CSAT, CES and means with their 95 % intervals, from counts: pairs of (answer, how many)."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from journeymap.model.measures import Metric, Scale
from journeymap.survey.quantiles import CONFIDENCE, t_quantile, z_quantile

Values = Iterable[tuple[float, int]]

NPS_SCALE: Scale = (0.0, 10.0)
PROMOTER_FROM = 9
DETRACTOR_TO = 6


class Estimate(NamedTuple):
    """A measured value, the bounds of its interval and the number of answers; in the metric's own unit."""

    value: float
    low: float
    high: float
    n: int


def nps(values: Values, confidence: float = CONFIDENCE) -> Estimate:
    """The Net Promoter Score of whole answers 0 to 10 (`counting` drops others): % of 9 and 10 minus % of 0 to 6; −100 to 100.

    Interval: adjusted Wald, three answers added (¾ promoters, ¾ detractors, the rest passives), clamped to −100…100
    (Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70:4, 2016). It may not be
    centred on the value, which is the raw score. Raises ValueError where there are no answers.
    """
    n = promoters = detractors = 0
    for value, count in values:
        n += count
        if value >= PROMOTER_FROM:
            promoters += count
        elif value <= DETRACTOR_TO:
            detractors += count
    _at_least_one(n)
    good = (promoters + 0.75) / (n + 3)
    bad = (detractors + 0.75) / (n + 3)
    centre = good - bad
    reach = z_quantile(confidence) * math.sqrt((good + bad - centre * centre) / (n + 3))
    value = 100 * (promoters - detractors) / n
    return Estimate(value, max(-100.0, 100 * (centre - reach)), min(100.0, 100 * (centre + reach)), n)


def csat(values: Values, scale: Scale, high_is_good: bool = True, confidence: float = CONFIDENCE) -> Estimate:
    """The share of the two best answers of a scale of whole points (4 and 5 of 1 to 5; 1 and 2 where low is good), 0 to 100 %.

    Interval: Wilson's score interval (Wilson, Journal of the American Statistical Association 22, 1927). Raises ValueError
    where there are no answers.
    """
    low, high = scale
    n = best = 0
    for value, count in values:
        n += count
        if (value >= high - 1) if high_is_good else (value <= low + 1):
            best += count
    _at_least_one(n)
    z2 = z_quantile(confidence) ** 2
    share = best / n
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    reach = math.sqrt(z2 * (share * (1 - share) + z2 / (4 * n)) / n) / (1 + z2 / n)
    return Estimate(100 * share, max(0.0, 100 * (centre - reach)), min(100.0, 100 * (centre + reach)), n)


def mean(values: Values, scale: Scale, confidence: float = CONFIDENCE) -> Estimate:
    """The mean of the answers, on their scale.

    Interval: Student's t with n − 1 degrees of freedom, clamped to the scale; the whole scale for a single answer. Answers
    that are all equal have an interval of no width, for t knows of nothing but their spread. Raises ValueError where there
    are no answers.
    """
    pairs = [(value, count) for value, count in values if count]
    n = sum(count for _, count in pairs)
    _at_least_one(n)
    average = sum(value * count for value, count in pairs) / n
    low, high = scale
    average = min(max(average, low), high)
    if n == 1:
        return Estimate(average, low, high, 1)
    variance = sum(count * (value - average) ** 2 for value, count in pairs) / (n - 1)
    reach = t_quantile(n - 1, confidence) * math.sqrt(variance / n)
    return Estimate(average, max(low, average - reach), min(high, average + reach), n)


def ces(values: Values, scale: Scale, confidence: float = CONFIDENCE) -> Estimate:
    """The Customer Effort Score: the mean of its answers, 1 to 7 ("made it easy", high is good) or 1 to 5; interval as `mean`."""
    return mean(values, scale, confidence)


def estimate(metric: Metric, values: Values, scale: Scale, high_is_good: bool = True) -> Estimate:
    """The value and 95 % interval of any metric. Raises ValueError where there are no answers."""
    if metric == "nps":
        return nps(values)
    if metric == "csat":
        return csat(values, scale, high_is_good)
    return mean(values, scale)


def _at_least_one(n: int) -> None:
    if n < 1:
        raise ValueError("no answers")
