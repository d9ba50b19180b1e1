"""A picture of a map to look at: it can be panned, zoomed and brought to an element, not altered."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from journeymap.editor.canvas import marks
from journeymap.editor.canvas.backing import Backing
from journeymap.editor.canvas.camera import Camera, fitting
from journeymap.layout.picture import Picture
from journeymap.layout.shapes import Rect

WHEEL_STEP = 1.0015
CLOSE = 0.9


class PictureView(QWidget):
    """Shows a picture; the wheel zooms at the pointer, any button drags the view."""

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._backing = Backing()
        self.camera = Camera()
        self._fitted = True
        self._last: QPointF | None = None
        self._shown: Rect | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMinimumSize(360, 240)

    def fit(self) -> None:
        """All of it in view."""
        self.camera = fitting(Rect(0, 0, *self._picture.size), self.width(), self.height())
        self._fitted = True
        self.update()

    def reveal(self, id: str) -> None:
        """Look at an element closely, and frame it."""
        layout = self._picture.scene.layout
        rect = layout.rect_of(id)
        if rect is None:
            self._shown = None
            self.fit()
            return
        self._shown = rect.mirrored(layout.width) if layout.rtl else rect
        around = self._shown.grown(260)
        self.camera = fitting(around, self.width(), self.height(), most=CLOSE)
        self._fitted = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, and a frame round what is revealed."""
        with QPainter(self) as painter:
            self._backing.paint(painter, self._picture, self.camera, self.size(), self.devicePixelRatioF())
            if self._shown is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                marks.frame(painter, self.camera.to_pixels(self._shown.grown(6)), self.camera.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was in view as a whole stays so."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        self.camera = self.camera.zoomed(WHEEL_STEP ** event.angleDelta().y(), event.position())
        self._fitted = False
        self.update()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the view."""
        self._last = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._last is None:
            return
        shift = (event.position() - self._last).toPoint()
        self._last += QPointF(shift)
        self.camera = self.camera.shifted(shift.x(), shift.y())
        self._fitted = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._last = None
