"""A sheet that lies over the window until something else is clicked: for what is chosen quickly."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from journeymap.editor.theme import COLOURS

SHADOW, RADIUS = 16, 10
DARKEST = 13


class Overlay(QFrame):
    """A child of the window and no window of its own, so that no platform puts it elsewhere or takes the focus away.

    Esc, a click beside it and a command that goes elsewhere close it; the focus goes back to where it was. Its contents
    go into `box`, which leaves room for the shadow around them.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._before: QWidget | None = None
        self.box = QVBoxLayout(self)
        edge = SHADOW + 1
        self.box.setContentsMargins(edge, edge, edge, edge)
        self.box.setSpacing(0)
        self.hide()

    def place(self) -> QRect:
        """Where the sheet lies in the window, its shadow not counted; overridden."""
        return QRect(0, 0, 200, 100)

    def first_focus(self) -> QWidget:
        """What takes the focus when it opens; overridden."""
        return self

    def open(self) -> None:
        """Show the sheet."""
        window = self.parentWidget()
        if self.isVisible() or window is None:
            return
        self._before = window.window().focusWidget()
        self.lay()
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._focus_moved)
        self.opened.emit()

    def close_sheet(self) -> None:
        """Take it away, and give the focus back."""
        if not self.isVisible():
            return
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
            application.focusChanged.disconnect(self._focus_moved)
        inside = self.isAncestorOf(self.window().focusWidget() or self)
        self.hide()
        before, self._before = self._before, None
        if inside and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    # -- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press beside the sheet closes it; another size of the window lays it anew."""
        if not isValid(self):
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if not self._holds(watched):
                self.close_sheet()
        elif kind == QEvent.Type.Resize and watched is self.parentWidget():
            self.lay()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet and its shadow."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sheet = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
            painter.setPen(Qt.PenStyle.NoPen)
            for step in range(SHADOW, 0, -2):
                shade = QColor(0, 0, 0, DARKEST * (SHADOW - step + 2) // SHADOW)
                painter.setBrush(shade)
                grown = sheet.adjusted(-step, -step + 4, step, step)
                painter.drawRoundedRect(grown, RADIUS + step, RADIUS + step)
            painter.setPen(QPen(QColor(COLOURS["border"]), 1))
            painter.setBrush(QColor(COLOURS["panel"]))
            painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def lay(self) -> None:
        """Lay it where `place` says."""
        self.setGeometry(self.place().adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A command that puts the focus elsewhere closes the sheet; another program's window does not."""
        if now is not None and not self._holds(now):
            self.close_sheet()

    def _holds(self, widget: QWidget) -> bool:
        """Whether a widget belongs to the sheet; a list that opens from it is a window of its own, but its child."""
        at: QWidget | None = widget
        while at is not None:
            if at is self:
                return True
            at = at.parentWidget()
        return False
