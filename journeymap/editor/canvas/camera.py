"""Which part of the map is seen: zoom and offset. Pixel = map unit × zoom + offset."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from journeymap.layout.shapes import Rect

LEAST_ZOOM, MOST_ZOOM = 0.02, 8.0


@dataclass(frozen=True, slots=True)
class Camera:
    """A view of the map; offsets are whole pixels, so that what was painted can be shifted."""

    zoom: float = 1.0
    x: int = 0
    y: int = 0

    def to_map(self, point: QPointF) -> tuple[float, float]:
        """The place on paper under a pixel."""
        return (point.x() - self.x) / self.zoom, (point.y() - self.y) / self.zoom

    def to_pixels(self, rect: Rect) -> QRectF:
        """A rectangle of the map in pixels."""
        return QRectF(rect.x * self.zoom + self.x, rect.y * self.zoom + self.y, rect.w * self.zoom, rect.h * self.zoom)

    def seen(self, width: float, height: float) -> Rect:
        """The part of the map that a widget of this size shows."""
        return Rect(-self.x / self.zoom, -self.y / self.zoom, width / self.zoom, height / self.zoom)

    def transform(self) -> QTransform:
        """From map units to pixels."""
        return QTransform(self.zoom, 0, 0, self.zoom, self.x, self.y)

    def zoomed(self, factor: float, at: QPointF) -> "Camera":
        """Nearer or farther, the place under `at` staying where it is."""
        zoom = min(max(self.zoom * factor, LEAST_ZOOM), MOST_ZOOM)
        factor = zoom / self.zoom
        x = at.x() - (at.x() - self.x) * factor
        y = at.y() - (at.y() - self.y) * factor
        return Camera(zoom, round(x), round(y))

    def shifted(self, dx: int, dy: int) -> "Camera":
        """Moved by whole pixels."""
        return Camera(self.zoom, self.x + dx, self.y + dy)

    def showing(self, rect: Rect, width: float, height: float, margin: float = 24) -> "Camera":
        """Moved by the least that brings a rectangle into view."""
        pixels = self.to_pixels(rect)
        dx = _into(pixels.left(), pixels.right(), width, margin)
        dy = _into(pixels.top(), pixels.bottom(), height, margin)
        return self.shifted(round(dx), round(dy)) if dx or dy else self


def fitting(rect: Rect, width: float, height: float, most: float = 1.0, margin: float = 12) -> Camera:
    """The view that shows a whole rectangle in the middle, at `most` times its size."""
    room_w, room_h = max(width - 2 * margin, 1), max(height - 2 * margin, 1)
    zoom = min(room_w / max(rect.w, 1), room_h / max(rect.h, 1), most)
    zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
    middle_x, middle_y = rect.centre
    return Camera(zoom, round(width / 2 - middle_x * zoom), round(height / 2 - middle_y * zoom))


def _into(low: float, high: float, room: float, margin: float) -> float:
    if low < margin:
        return margin - low
    if high > room - margin:
        # What is larger than the window shows its beginning.
        return max(room - margin - high, margin - low)
    return 0
