"""A calm pyqtgraph plot: as the panel around it, antialiased, a small font, and nothing that a mouse could move."""

from math import ceil
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QFrame, QWidget

from journeymap.editor.charts.colours import neutral
from journeymap.editor.charts.numbers import show_number
from journeymap.editor.theme import scaled
from journeymap.paint.fonts import FAMILIES

pg.setConfigOptions(antialias=True)

AXIS_PIXELS = 11
AXIS_OFFSET = 2
LEAST_HEIGHT = 17


def axis_font() -> QFont:
    """The font of what is written in a chart."""
    font = QFont(["Noto Sans", *FAMILIES])
    font.setPixelSize(scaled(AXIS_PIXELS))
    return font


def calm_plot(parent: QWidget, with_axis: bool = True) -> Any:
    """A PlotWidget with at most a lower axis. It stays left-to-right in every language; the texts beside it follow."""
    plot = pg.PlotWidget(parent, background=neutral("surface"))
    plot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    plot.setFrameShape(QFrame.Shape.NoFrame)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    plot.setAntialiasing(True)
    # PlotWidget's own minimum is larger than a panel of 190 px has to give.
    plot.setMinimumSize(40, 20)
    item = plot.getPlotItem()
    item.hideButtons()
    item.setMenuEnabled(False)
    item.setMouseEnabled(False, False)
    item.setContentsMargins(0, 0, 0, 0)
    item.getViewBox().setDefaultPadding(0.0)
    item.disableAutoRange()
    item.hideAxis("left")
    if with_axis:
        axis = item.getAxis("bottom")
        axis.setStyle(tickLength=0, tickFont=axis_font(), tickTextOffset=AXIS_OFFSET)
        axis.setHeight(_axis_height())
        axis.setPen(pg.mkPen(neutral("zero")))
        axis.setTextPen(pg.mkPen(neutral("axis")))
    else:
        item.hideAxis("bottom")
    return plot


def _axis_height() -> int:
    """Room for the digits of the current language: a text that does not fit, pyqtgraph leaves out without a word."""
    room = QRectF(0, 0, 100, 100)
    tall = QFontMetricsF(axis_font()).boundingRect(room, int(Qt.AlignmentFlag.AlignCenter), show_number(10)).height()
    # pyqtgraph takes four fifths of what Qt measures.
    return max(LEAST_HEIGHT, ceil(tall * 0.8) + AXIS_OFFSET + 1)
