"""Text widths as Qt will paint them."""

from functools import lru_cache

from PySide6.QtGui import QFontMetricsF

from journeymap.paint.fonts import font


class QtMeasure:
    """Implements `layout.text.Measure` with the fonts that maps are painted in. Needs a QGuiApplication."""

    def width(self, text: str, style: str) -> float:
        """The width of one line in map units."""
        return line_width(text, style)


@lru_cache(maxsize=64)
def _metrics(style: str) -> QFontMetricsF:
    return QFontMetricsF(font(style))


@lru_cache(maxsize=20_000)
def line_width(text: str, style: str) -> float:
    """The width of one line in map units."""
    return _metrics(style).horizontalAdvance(text)
