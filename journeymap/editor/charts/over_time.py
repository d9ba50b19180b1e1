"""A score over the waves of a survey, with its intervals as a band."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.editor.charts.colours import band, neutral
from journeymap.editor.charts.intervals import DOT, value_range
from journeymap.editor.charts.plot import axis_font, calm_plot
from journeymap.layout.palette import heat
from journeymap.survey.display import show_value
from journeymap.survey.score import Score

MOST_VALUES = 8
MOST_NAME = 60
GAP = 6.0

Wave = tuple[str, Score | None]


class OverTime(QWidget):
    """A line through the scores of all waves; a wave without a score, or with one that is withheld, leaves a gap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.plot: Any = calm_plot(self)
        self._waves: tuple[Wave, ...] = ()
        box.addWidget(self.plot)

    def show_waves(self, waves: Sequence[Wave], goal: float | None, palette: str) -> None:
        """Draw the waves from the first to the latest, and the score to be reached as a dashed line."""
        self._waves = tuple(waves)
        self.plot.clear()
        scores = [score for _, score in waves if score is not None and score.shown != "withheld"]
        low, high = value_range(scores)
        # Room for the values above and below the dots.
        low, high = low - (high - low) * 0.1, high + (high - low) * 0.1
        if goal is not None:
            low, high = min(low, goal - (high - low) * 0.06), max(high, goal + (high - low) * 0.06)
            self.plot.addItem(pg.InfiniteLine(goal, angle=0, pen=pg.mkPen(neutral("goal"), style=Qt.PenStyle.DashLine)))
        for run in _runs(waves):
            self._draw_run(run, palette)
        self.plot.setXRange(-0.5, len(waves) - 0.5, padding=0)
        self.plot.setYRange(low, high, padding=0)
        self._name_waves()

    def _draw_run(self, run: Sequence[tuple[int, Score]], palette: str) -> None:
        x = [float(at) for at, _ in run]
        lows, highs, values = ([getattr(score, key) for _, score in run] for key in ("low", "high", "value"))
        if len(run) == 1:
            pen = pg.mkPen(band(), width=DOT)
            self.plot.addItem(pg.PlotCurveItem([x[0], x[0]], [lows[0], highs[0]], pen=pen))
        else:
            ends = [pg.PlotCurveItem(x, edge, pen=None) for edge in (lows, highs)]
            for end in ends:
                self.plot.addItem(end)
            self.plot.addItem(pg.FillBetweenItem(*ends, brush=pg.mkBrush(band())))
        self.plot.addItem(pg.PlotCurveItem(x, values, pen=pg.mkPen(neutral("line"), width=1.6)))
        if len(self._waves) <= MOST_VALUES:
            self._write_values(run)
        brushes = [pg.mkBrush(heat(score, palette)) for _, score in run]
        self.plot.addItem(pg.ScatterPlotItem(x, values, size=DOT, pen=pg.mkPen(neutral("edge")), brush=brushes))

    def _write_values(self, run: Sequence[tuple[int, Score]]) -> None:
        values = [score.value for _, score in run]
        for place, (at, score) in enumerate(run):
            beside = values[max(place - 1, 0) : place] + values[place + 1 : place + 2]
            # In a valley the line would run through a text above it.
            below = bool(beside) and sum(beside) / len(beside) > score.value
            text = pg.TextItem(show_value(score), color=neutral("value"), anchor=(0.5, -0.15 if below else 1.15))
            text.setFont(axis_font())
            text.setPos(at, score.value)
            self.plot.addItem(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names of waves are cut to the room they have."""
        super().resizeEvent(event)
        self._name_waves()

    def _name_waves(self) -> None:
        if not self._waves:
            return
        metrics = QFontMetricsF(axis_font())
        slot = self.width() / len(self._waves)
        widest = max(metrics.horizontalAdvance(title) for title, _ in self._waves)
        # Where there is no room for all names, only every second, third … wave is named, the latest always.
        step = min(max(1, ceil((min(widest, MOST_NAME) + GAP) / max(slot, 1.0))), len(self._waves))
        last = len(self._waves) - 1
        names = []
        for at, (title, _) in enumerate(self._waves):
            if (last - at) % step == 0:
                # A name stands in the middle of its slot, and must not reach over the edge.
                room = slot * min(step, 2 * min(at, last - at) + 1) - GAP
                names.append((at, metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(room, 0.0))))
        self.plot.getAxis("bottom").setTicks([names])


def _runs(waves: Sequence[Wave]) -> Iterator[list[tuple[int, Score]]]:
    run: list[tuple[int, Score]] = []
    for at, (_, score) in enumerate(waves):
        if score is not None and score.shown != "withheld":
            run.append((at, score))
        elif run:
            yield run
            run = []
    if run:
        yield run
