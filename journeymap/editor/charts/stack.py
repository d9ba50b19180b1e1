"""The groups of a metric as parts of one bar: detractors, passives, promoters, or the top two answers and the rest."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymap.editor.charts.colours import group_colour
from journeymap.editor.charts.groups import GROUP_NAMES, Group
from journeymap.editor.charts.numbers import show_share
from journeymap.editor.theme import scaled
from journeymap.language import _
from journeymap.layout.palette import ink_on
from journeymap.paint.fonts import font

HEIGHT = 24
GAP = 2.0
RADIUS = 4.0
PADDING = 6.0


class Stack(QWidget):
    """One bar, as wide as there is room, each part with its name and share as far as they fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._palette = "safe"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_groups(self, groups: tuple[Group, ...], palette: str) -> None:
        """Draw these groups from left to right."""
        self._groups = groups
        self._palette = palette
        self.setAccessibleName(", ".join(f"{_(GROUP_NAMES[g.name])} {show_share(g.part)}" for g in groups))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line of text with some air."""
        return QSize(220, scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow parts lose their text, so that any width will do."""
        return QSize(40, scaled(HEIGHT))

    def parts(self) -> list[tuple[Group, QRectF]]:
        """The groups that have answers, each with its rectangle."""
        present = [group for group in self._groups if group.n]
        room = self.width() - GAP * (len(present) - 1)
        found = []
        x = 0.0
        for group in present:
            width = room * group.part
            found.append((group, QRectF(x, 0, width, self.height())))
            x += width + GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rounded at the two ends only."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(_font())
            clip = QPainterPath()
            clip.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
            painter.setClipPath(clip)
            for group, rect in self.parts():
                fill = group_colour(group.tone, self._palette)
                painter.fillRect(rect, QColor(fill))
                text = _fitting(group, rect.width() - 2 * PADDING)
                if text:
                    painter.setPen(QColor(ink_on(fill)))
                    metrics = QFontMetricsF(painter.font())
                    top = (rect.height() + metrics.ascent() - metrics.descent()) / 2
                    painter.drawText(QPointF(rect.left() + PADDING, top), text)


def _font() -> QFont:
    made = QFont(font("legend"))
    made.setPixelSize(scaled(made.pixelSize()))
    return made


def _fitting(group: Group, width: float) -> str:
    metrics = QFontMetricsF(_font())
    share = show_share(group.part)
    named = _("{group} {share}").format(group=_(GROUP_NAMES[group.name]), share=share)
    return next((text for text in (named, share) if metrics.horizontalAdvance(text) <= width), "")
