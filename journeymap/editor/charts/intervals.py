"""Scores as dots with their intervals as whiskers, one below the other."""

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.editor.charts.colours import neutral
from journeymap.editor.charts.plot import calm_plot
from journeymap.editor.theme import scaled
from journeymap.layout.palette import heat
from journeymap.survey.score import Score

ROW_HEIGHT = 24
DOT = 9
EDGE_PART = 0.08


class Intervals(QWidget):
    """A row for each score, `ROW_HEIGHT` high at the usual size of text, all on one axis; a withheld score leaves its row empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.plot: Any = calm_plot(self, with_axis=False)
        self.plot.getViewBox().invertY(True)
        self.zero: Any = pg.InfiniteLine(0, pen=pg.mkPen(neutral("zero")))
        self.whiskers: Any = pg.ErrorBarItem(
            x=[], y=[], left=[], right=[], beam=0, pen=pg.mkPen(neutral("whisker"), width=1.6)
        )
        self.dots: Any = pg.ScatterPlotItem(size=DOT, pen=pg.mkPen(neutral("edge"), width=1))
        for item in (self.zero, self.whiskers, self.dots):
            self.plot.addItem(item, ignoreBounds=True)
        box.addWidget(self.plot)

    def show_scores(self, scores: Sequence[Score], palette: str) -> None:
        """Draw these scores from top to bottom; they share metric and scale."""
        import numpy as np

        self.setFixedHeight(scaled(ROW_HEIGHT) * max(len(scores), 1))
        drawn = [(row, score) for row, score in enumerate(scores) if score.shown != "withheld"]
        x = np.array([score.value for _, score in drawn], dtype=float)
        y = np.array([row + 0.5 for row, _ in drawn], dtype=float)
        left = np.array([score.value - score.low for _, score in drawn], dtype=float)
        right = np.array([score.high - score.value for _, score in drawn], dtype=float)
        self.whiskers.setData(x=x, y=y, left=left, right=right)
        self.dots.setData(x=x, y=y, brush=[pg.mkBrush(heat(score, palette)) for _, score in drawn])
        low, high = value_range([score for _, score in drawn] or list(scores))
        # At the edge it would look like a rule between the columns.
        edge = (high - low) * EDGE_PART
        self.zero.setVisible(bool(drawn) and low + edge < 0 < high - edge)
        self.plot.setXRange(low, high, padding=0)
        self.plot.setYRange(0, max(len(scores), 1), padding=0)


def value_range(scores: Sequence[Score]) -> tuple[float, float]:
    """From below the lowest interval to above the highest, so that dots and whiskers are whole."""
    low = min((score.low for score in scores), default=0.0)
    high = max((score.high for score in scores), default=1.0)
    first = scores[0] if scores else None
    whole = 1.0 if first is None else {"nps": 200.0, "csat": 100.0}.get(first.metric, first.scale[1] - first.scale[0])
    # A range of at least a fifth of what is possible: a small difference must not look like a large one.
    spread = max(high - low, whole / 5)
    middle = (low + high) / 2
    return middle - spread * 0.56, middle + spread * 0.56
