"""Widgets beside each other, below each other where there is no room for all."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class FlowRow(QWidget):
    """Turns its layout when its width changes. `least` is the width that each needs, None: as much as it wants."""

    def __init__(
        self, widgets: Sequence[QWidget], space: int = 4, least: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._least = least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(space)
        for widget in widgets:
            self._box.addWidget(widget, 0 if least is None else 1)
        if least is None:
            self._box.addStretch(1)

    def set_least(self, least: int) -> None:
        """Each needs another width."""
        self._least = least
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them."""
        widths = [widget.minimumSizeHint().width() for widget in self._widgets if not widget.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below each other."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """One of them came, went, or wants another width."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return done

    def _turn(self) -> None:
        shown = [widget for widget in self._widgets if not widget.isHidden()]
        wanted = [self._least if self._least is not None else widget.sizeHint().width() for widget in shown]
        needed = sum(wanted) + self._box.spacing() * (len(shown) - 1)
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if needed <= self.width() else directions.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)
