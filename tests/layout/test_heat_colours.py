"""Heat colours: told apart by colour-blind readers, taken from the displayed value, readable ink on each."""

from dataclasses import replace

import numpy as np
import pytest

from journeymap.layout.palette import INK, PALETTES, WHITE, heat, ink_on, luminance, ramp
from journeymap.survey.score import Score

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
VISION = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def seen(colour: str, vision: str) -> np.ndarray:
    """The colour in CIELAB as a reader with this vision sees it."""
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.array(VISION[vision]) @ linear, 0, 1)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ linear
    f = np.cbrt(np.maximum(xyz / np.array([0.9505, 1, 1.089]), 0.0089))
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def score(value: float, metric: str = "nps", **fields: object) -> Score:
    base = Score("t", "nps", value, value - 5, value + 5, 100, (0.0, 10.0), True, "w", "", "full")
    return replace(base, metric=metric, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("palette", ["safe", "blue"])
def test_bad_and_good_differ_for_colour_blind_readers(palette: str, vision: str) -> None:
    ends = [seen(ramp(part, palette), vision) for part in (0.0, 1.0)]
    middles = [seen(ramp(part, palette), vision) for part in (0.25, 0.75)]
    assert np.linalg.norm(ends[0] - ends[1]) >= 35
    assert np.linalg.norm(middles[0] - middles[1]) >= 35


def test_the_classic_palette_would_fail_that_test() -> None:
    assert np.linalg.norm(seen(ramp(0.0, "classic"), "deutan") - seen(ramp(1.0, "classic"), "deutan")) < 35


def test_equal_numbers_have_equal_colours() -> None:
    assert heat(score(12.4)) == heat(score(11.6))
    assert heat(score(12.4)) != heat(score(20.0))


def test_zero_has_a_colour_and_beyond_the_ends_it_stays() -> None:
    assert heat(score(0.0)) == ramp(0.5)
    assert heat(score(-100.0)) == heat(score(-60.0)) == ramp(0.0)
    assert heat(score(100.0)) == ramp(1.0)


def test_where_low_is_good_the_ramp_is_turned_round() -> None:
    effort = score(1.0, "ces", scale=(1.0, 5.0), high_is_good=False)
    assert heat(effort) == ramp(1.0)
    assert heat(replace(effort, value=5.0)) == ramp(0.0)


@pytest.mark.parametrize("palette", PALETTES)
def test_numbers_can_be_read_on_every_heat(palette: str) -> None:
    for step in range(101):
        fill = ramp(step / 100, palette)
        ink = ink_on(fill)
        light, dark = sorted((luminance(ink), luminance(fill)), reverse=True)
        assert ink in (INK, WHITE)
        assert (light + 0.05) / (dark + 0.05) >= 3.5, (palette, step, fill)
