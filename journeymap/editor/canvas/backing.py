"""The back buffer: a pixmap of the view, shifted when panning and painted again only where it must be.

This is the canvas's one cache. It is invalid as a whole after `forget` (another map, another heat, another size); after
a pan only the strips that came into view are painted; while zooming the old frame is shown scaled until `repaint`.
"""

import math

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from journeymap.editor.canvas.camera import Camera
from journeymap.layout.palette import PAPER
from journeymap.layout.picture import Picture
from journeymap.layout.shapes import Rect
from journeymap.paint.painter import colour, draw_parts, prepare


class Backing:
    """A painted view of a picture."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._camera: Camera | None = None
        self._ratio = 1.0

    def forget(self) -> None:
        """Nothing that was painted holds any longer."""
        self._camera = None

    def paint(self, painter: QPainter, picture: Picture, camera: Camera, size: QSize, ratio: float) -> None:
        """Put the view on the widget, painting what is missing first."""
        self._bring(picture, camera, size, ratio)
        painter.drawPixmap(0, 0, self._pixmap)

    def paint_scaled(self, painter: QPainter, camera: Camera, size: QSize, ratio: float) -> bool:
        """Put the last frame on the widget as it looks from here, at once and blurred; False where there is none."""
        if self._camera is None or not self._fits(size, ratio):
            return False
        old = self._camera
        factor = camera.zoom / old.zoom
        painter.save()
        painter.fillRect(QRect(0, 0, size.width(), size.height()), colour(PAPER))
        painter.translate(camera.x - old.x * factor, camera.y - old.y * factor)
        painter.scale(factor, factor)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.restore()
        return True

    def _fits(self, size: QSize, ratio: float) -> bool:
        return self._ratio == ratio and self._pixmap.size() == self._device(size, ratio)

    @staticmethod
    def _device(size: QSize, ratio: float) -> QSize:
        return QSize(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))

    def _bring(self, picture: Picture, camera: Camera, size: QSize, ratio: float) -> None:
        if not self._fits(size, ratio):
            self._pixmap = QPixmap(self._device(size, ratio))
            self._pixmap.setDevicePixelRatio(ratio)
            self._ratio = ratio
            self._camera = None
        whole = QRect(0, 0, size.width(), size.height())
        old = self._camera
        if old == camera:
            return
        regions = [whole]
        dx, dy = (camera.x - old.x, camera.y - old.y) if old is not None else (0, 0)
        near = abs(dx) < size.width() and abs(dy) < size.height()
        if old is not None and old.zoom == camera.zoom and near and ratio == int(ratio):
            scale = int(ratio)
            self._pixmap.scroll(dx * scale, dy * scale, self._pixmap.rect())
            regions = _exposed(whole, dx, dy)
        self._camera = camera
        with QPainter(self._pixmap) as painter:
            prepare(painter)
            for region in regions:
                paint_region(painter, picture, camera, region)


def paint_region(painter: QPainter, picture: Picture, camera: Camera, region: QRect) -> None:
    """Paint the part of the view in `region` (pixels) from the picture, paper first."""
    painter.resetTransform()
    painter.setClipRect(region, Qt.ClipOperation.ReplaceClip)
    painter.fillRect(region, colour(PAPER))
    left, top = (region.x() - camera.x) / camera.zoom, (region.y() - camera.y) / camera.zoom
    painter.setTransform(camera.transform())
    seen = Rect(left, top, region.width() / camera.zoom, region.height() / camera.zoom)
    draw_parts(painter, picture.parts_in(seen))
    painter.resetTransform()
    painter.setClipping(False)


def _exposed(whole: QRect, dx: int, dy: int) -> list[QRect]:
    """The strips that come into view when what is painted moves by so many pixels."""
    width, height = whole.width(), whole.height()
    strips = []
    if dx:
        strips.append(QRect(0 if dx > 0 else width + dx, 0, abs(dx), height))
    if dy:
        strips.append(QRect(0, 0 if dy > 0 else height + dy, width, abs(dy)))
    return strips
