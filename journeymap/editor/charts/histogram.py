"""How many answers of each value."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.editor.charts.colours import bar_colour
from journeymap.editor.charts.groups import Bar, bars
from journeymap.editor.charts.numbers import show_number
from journeymap.editor.charts.plot import calm_plot
from journeymap.editor.widgets.labels import set_tip
from journeymap.language import ngettext
from journeymap.survey.display import whole
from journeymap.survey.score import Score

FEW = 7


class Histogram(QWidget):
    """Bars for the answers of one score, on its scale, coloured as the metric counts them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.plot: Any = calm_plot(self)
        self.items: Any = pg.BarGraphItem(x=[], height=[], width=1, pen=None)
        self.plot.addItem(self.items)
        box.addWidget(self.plot)

    def show_score(self, score: Score, palette: str) -> None:
        """Draw the answers of a score."""
        found = bars(score)
        step = found[1].centre - found[0].centre
        self.items.setOpts(
            x=[bar.centre for bar in found],
            height=[bar.n for bar in found],
            width=step * 0.76,
            brushes=[pg.mkBrush(bar_colour(bar, palette)) for bar in found],
        )
        text = "\n".join(_bar_text(bar) for bar in found)
        set_tip(self, text)
        self.setAccessibleName(text)
        top = max(max(bar.n for bar in found), 1)
        self.plot.setXRange(found[0].centre - step / 2, found[-1].centre + step / 2, padding=0)
        self.plot.setYRange(0, top * 1.04, padding=0)
        self.plot.getAxis("bottom").setTicks([[(at, show_number(at)) for at in ticks(score)]])


def _bar_text(bar: Bar) -> str:
    ends = show_number(bar.low) if bar.low == bar.high else f"{show_number(bar.low)}–{show_number(bar.high)}"
    return ngettext("{value}: {n} answer", "{value}: {n} answers", bar.n).format(value=ends, n=whole(bar.n))


def ticks(score: Score) -> list[float]:
    """What is written below the bars: each answer of a short scale, else its ends and middle."""
    low, high = score.scale
    found = bars(score)
    if found[0].low == found[0].high and len(found) <= FEW:
        return [bar.centre for bar in found]
    middle = (low + high) / 2
    if found[0].low == found[0].high:
        middle = float(int(middle))
    return [low, middle, high]
