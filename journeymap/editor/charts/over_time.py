"""A score over the waves of a survey, with its intervals as a band."""

from collections.abc import Iterator, Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.editor.charts.colours import BAND, GOAL, LINE
from journeymap.editor.charts.intervals import DOT, value_range
from journeymap.editor.charts.plot import axis_font, calm_plot
from journeymap.layout.palette import heat
from journeymap.survey.score import Score

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
        if goal is not None:
            low, high = min(low, goal - (high - low) * 0.06), max(high, goal + (high - low) * 0.06)
            self.plot.addItem(pg.InfiniteLine(goal, angle=0, pen=pg.mkPen(GOAL, style=Qt.PenStyle.DashLine)))
        for run in _runs(waves):
            self._draw_run(run, palette)
        self.plot.setXRange(-0.5, len(waves) - 0.5, padding=0)
        self.plot.setYRange(low, high, padding=0)
        self._name_waves()

    def _draw_run(self, run: Sequence[tuple[int, Score]], palette: str) -> None:
        x = [float(at) for at, _ in run]
        lows, highs, values = ([getattr(score, key) for _, score in run] for key in ("low", "high", "value"))
        if len(run) == 1:
            pen = pg.mkPen(BAND, width=DOT)
            self.plot.addItem(pg.PlotCurveItem([x[0], x[0]], [lows[0], highs[0]], pen=pen))
        else:
            ends = [pg.PlotCurveItem(x, edge, pen=None) for edge in (lows, highs)]
            for end in ends:
                self.plot.addItem(end)
            self.plot.addItem(pg.FillBetweenItem(*ends, brush=pg.mkBrush(BAND)))
        self.plot.addItem(pg.PlotCurveItem(x, values, pen=pg.mkPen(LINE, width=1.6)))
        brushes = [pg.mkBrush(heat(score, palette)) for _, score in run]
        self.plot.addItem(pg.ScatterPlotItem(x, values, size=DOT, pen=pg.mkPen("#FFFFFF"), brush=brushes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names of waves are cut to the room they have."""
        super().resizeEvent(event)
        self._name_waves()

    def _name_waves(self) -> None:
        if not self._waves:
            return
        metrics = QFontMetricsF(axis_font())
        room = self.width() / len(self._waves) - 6
        # Where there are many waves, only every second, third … is named.
        step = max(1, round(40 / room + 0.5)) if room < 40 else 1
        names = [
            (at, metrics.elidedText(title, Qt.TextElideMode.ElideRight, room * step))
            for at, (title, _) in enumerate(self._waves)
            if (len(self._waves) - 1 - at) % step == 0
        ]
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
