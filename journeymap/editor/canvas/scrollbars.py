"""Scroll bars over the edges of the canvas, for hands that have nothing but a mouse; shown where the map is larger than the view."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollBar

from journeymap.editor.canvas.camera import Camera
from journeymap.editor.canvas.widget import CanvasWidget
from journeymap.language import _

THICKNESS = 12
MARGIN = 40


class ScrollBars(QObject):
    """Keeps two scroll bars in step with the camera of a canvas."""

    def __init__(self, canvas: CanvasWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.across = QScrollBar(Qt.Orientation.Horizontal, canvas)
        self.down = QScrollBar(Qt.Orientation.Vertical, canvas)
        self.across.setAccessibleName(_("Scroll sideways"))
        self.down.setAccessibleName(_("Scroll up and down"))
        for bar in (self.across, self.down):
            bar.setCursor(Qt.CursorShape.ArrowCursor)
            bar.valueChanged.connect(self._scrolled)
        canvas.camera_changed.connect(self.follow)
        canvas.document.changed.connect(self.follow)

    def follow(self) -> None:
        """Show where the view is. A hidden canvas lays nothing out; it follows when it is shown."""
        canvas = self._canvas
        if not canvas.isVisible():
            return
        (width, height), camera = canvas.picture.size, canvas.camera
        self._set(self.across, width * camera.zoom, canvas.width(), -camera.x)
        self._set(self.down, height * camera.zoom, canvas.height(), -camera.y)
        right, bottom = canvas.width() - THICKNESS, canvas.height() - THICKNESS
        self.across.setGeometry(0, bottom, right, THICKNESS)
        self.down.setGeometry(right, 0, THICKNESS, bottom)

    @staticmethod
    def _set(bar: QScrollBar, content: float, view: int, value: int) -> None:
        bar.blockSignals(True)
        bar.setRange(min(-MARGIN, value), max(round(content) + MARGIN - view, value))
        bar.setPageStep(view)
        bar.setSingleStep(60)
        bar.setValue(value)
        bar.blockSignals(False)
        bar.setVisible(content > view)

    def _scrolled(self) -> None:
        camera = self._canvas.camera
        x = -self.across.value() if self.across.isVisible() else camera.x
        y = -self.down.value() if self.down.isVisible() else camera.y
        self._canvas.look(Camera(camera.zoom, x, y))
