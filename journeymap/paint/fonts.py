"""The fonts a map is set in: never points (screens differ), no hinting, so that every machine gives the same widths."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontInfo

from journeymap.layout.text import STYLES

FAMILIES = ("Inter", "Noto Sans", "Vazirmatn", "Noto Sans Arabic", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "Arial")

_NO_HINTING = QFont.HintingPreference.PreferNoHinting


@lru_cache(maxsize=64)
def font(style: str) -> QFont:
    """The font of a text style, its size in map units as pixels."""
    found = STYLES[style]
    font = QFont(list(FAMILIES))
    font.setPixelSize(max(1, round(found.size)))
    font.setWeight(QFont.Weight(found.weight))
    font.setHintingPreference(_NO_HINTING)
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return font


def has_fonts() -> bool:
    """Whether this machine has any font at all; without one Qt draws boxes and says nothing."""
    # The list of families has three generic names even then; only a font that is really found has a name of its own.
    return bool(QFontInfo(QFont()).family())
