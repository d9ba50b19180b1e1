"""Quantiles of the normal and of Student's t distribution for two-sided intervals, without numpy."""

import math
from functools import lru_cache

CONFIDENCE = 0.95
_EXACT_UP_TO = 60


@lru_cache(maxsize=16)
def z_quantile(confidence: float = CONFIDENCE) -> float:
    """How many standard errors an interval reaches to either side, normal distribution; 1.959964 for 95 %."""
    from statistics import NormalDist

    return NormalDist().inv_cdf((1 + confidence) / 2)


@lru_cache(maxsize=4096)
def t_quantile(df: int, confidence: float = CONFIDENCE) -> float:
    """The same for Student's t with `df` ≥ 1 degrees of freedom, to six digits and better.

    Up to 60 degrees by Newton's method on the exact probability for whole degrees (Abramowitz & Stegun 26.7.3 and 26.7.4),
    above by the Cornish-Fisher expansion (26.7.5).
    """
    if df < 1:
        raise ValueError("degrees of freedom start at 1")
    if df == 1:
        return math.tan(math.pi * confidence / 2)
    t = _expansion(df, z_quantile(confidence))
    if df <= _EXACT_UP_TO:
        scale = math.exp(math.lgamma((df + 1) / 2) - math.lgamma(df / 2)) / math.sqrt(math.pi * df)
        for _ in range(20):
            density = 2 * scale * (1 + t * t / df) ** (-(df + 1) / 2)
            step = (_within(t, df) - confidence) / density
            t -= step
            if abs(step) < 1e-12 * t:
                break
    return t


def _within(t: float, df: int) -> float:
    """The probability of lying between −t and t."""
    theta = math.atan(t / math.sqrt(df))
    sine, cosine = math.sin(theta), math.cos(theta)
    term = cosine if df % 2 else 1.0
    total = term if df > 1 else 0.0
    for k in range(2 if df % 2 else 1, df - 1, 2):
        term *= cosine * cosine * k / (k + 1)
        total += term
    if df % 2:
        return 2 / math.pi * (theta + sine * total)
    return sine * total


def _expansion(df: int, z: float) -> float:
    z2 = z * z
    g1 = z * (z2 + 1) / 4
    g2 = z * ((5 * z2 + 16) * z2 + 3) / 96
    g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384
    g4 = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160
    return z + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df
