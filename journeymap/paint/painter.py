"""Draws shapes with a QPainter: screen, PNG, SVG and PDF are this code."""

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import bidirectional

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from journeymap.layout.picture import Part
from journeymap.layout.shapes import Box, Circle, Curve, Photo, Polygon, Rect, Shape, Text
from journeymap.layout.text import STYLES
from journeymap.paint.fonts import font
from journeymap.paint.measure import line_width
from journeymap.paint.photo import draw_photo

# Enum members are looked up once: PySide6 spends a microsecond on each look-up.
_NO_PEN = Qt.PenStyle.NoPen
_NO_BRUSH = Qt.BrushStyle.NoBrush
_FLAT = Qt.PenCapStyle.FlatCap
_ROUND_JOIN = Qt.PenJoinStyle.RoundJoin
_RTL, _LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
_HATCH_STEP = 6.0
FADED = 0.18
_SHADOWS = ((2.4, "#08101828"), (1.4, "#0C101828"), (0.6, "#10101828"))


def draw(painter: QPainter, shapes: Iterable[Shape]) -> None:
    """Draw shapes in their order; the painter's transform leads from map units to the device."""
    for shape in shapes:
        if isinstance(shape, Text):
            _text(painter, shape)
        elif isinstance(shape, Box):
            _box(painter, shape)
        elif isinstance(shape, Curve):
            _curve(painter, shape)
        elif isinstance(shape, Polygon):
            _style(painter, shape.fill, shape.stroke, shape.width)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))
        elif isinstance(shape, Photo):
            draw_photo(painter, shape)
        else:
            _circle(painter, shape)


def draw_parts(painter: QPainter, parts: Iterable[Part]) -> None:
    """Draw the parts of a picture; what is faded lets the paper through."""
    for part in parts:
        if part.faded:
            painter.setOpacity(FADED)
            draw(painter, part.shapes())
            painter.setOpacity(1.0)
        else:
            draw(painter, part.shapes())


def prepare(painter: QPainter) -> None:
    """Set the painter up for maps: smooth edges and text."""
    painter.setRenderHints(_HINTS, True)


@lru_cache(maxsize=512)
def colour(name: str) -> QColor:
    """A QColor of `#RRGGBB` or `#AARRGGBB`."""
    return QColor(name)


@lru_cache(maxsize=512)
def pen(name: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
    """A pen with flat ends; `dash` in map units."""
    made = QPen(colour(name), width)
    made.setCapStyle(_FLAT)
    made.setJoinStyle(_ROUND_JOIN)
    if dash:
        made.setDashPattern([part / width for part in dash])
    return made


@lru_cache(maxsize=512)
def brush(name: str) -> QBrush:
    """A brush of one colour."""
    return QBrush(colour(name))


def _style(painter: QPainter, fill: str | None, stroke: str | None, width: float) -> None:
    if stroke is None:
        painter.setPen(_NO_PEN)
    else:
        painter.setPen(pen(stroke, width))
    if fill is None:
        painter.setBrush(_NO_BRUSH)
    else:
        painter.setBrush(brush(fill))


def rectf(rect: Rect) -> QRectF:
    """The same rectangle for Qt."""
    return QRectF(rect.x, rect.y, rect.w, rect.h)


def _box(painter: QPainter, box: Box) -> None:
    rect = rectf(box.rect)
    if box.shadow:
        painter.setPen(_NO_PEN)
        for spread, shade in _SHADOWS:
            painter.setBrush(brush(shade))
            soft = rect.adjusted(-spread, 1.2 - spread, spread, 1.2 + spread)
            painter.drawRoundedRect(soft, box.radius + spread, box.radius + spread)
    _style(painter, box.fill, box.stroke, box.width)
    if box.radius:
        painter.drawRoundedRect(rect, box.radius, box.radius)
    else:
        painter.drawRect(rect)
    if box.hatch is not None:
        _hatch(painter, box)


def _hatch(painter: QPainter, box: Box) -> None:
    """Lines at 45°, each cut to the box by arithmetic: clipping would turn text and lines into pictures in some PDFs."""
    rect, inset = box.rect, min(box.radius * 0.35, 3.0)
    left, right, top, bottom = rect.x + inset, rect.right - inset, rect.y + inset, rect.bottom - inset
    painter.setPen(pen(box.hatch or "", 1.5))
    lines = []
    offset = left + top + _HATCH_STEP / 2
    while offset < right + bottom:
        x0, x1 = max(left, offset - bottom), min(right, offset - top)
        if x0 < x1:
            lines.append(QLineF(x0, offset - x0, x1, offset - x1))
        offset += _HATCH_STEP
    painter.drawLines(lines)


def _curve(painter: QPainter, curve: Curve) -> None:
    painter.setPen(pen(curve.colour, curve.width, curve.dash))
    if len(curve.points) == 2:
        (x0, y0), (x1, y1) = curve.points
        painter.drawLine(QLineF(x0, y0, x1, y1))
        return
    painter.setBrush(_NO_BRUSH)
    points = [QPointF(x, y) for x, y in curve.points]
    path = QPainterPath(points[0])
    if not curve.smooth:
        for point in points[1:]:
            path.lineTo(point)
        painter.drawPath(path)
        return
    # One wide path of many curves costs with the square of its length (CANVAS.md): pieces of four.
    for place in range(1, len(points), 3):
        path.cubicTo(points[place], points[place + 1], points[place + 2])
        if place % 12 == 10 and not curve.dash:
            painter.drawPath(path)
            path = QPainterPath(points[place + 2])
    painter.drawPath(path)


def _circle(painter: QPainter, circle: Circle) -> None:
    _style(painter, circle.fill, circle.stroke, circle.width)
    painter.drawEllipse(QPointF(circle.x, circle.y), circle.r, circle.r)


@lru_cache(maxsize=20_000)
def reads_from_right(line: str) -> bool:
    """Whether a line's first letter belongs to a right-to-left script: that, not the map, decides where its signs stand."""
    return next((kind in ("R", "AL") for c in line if (kind := bidirectional(c)) in ("L", "R", "AL")), False)


def _text(painter: QPainter, text: Text) -> None:
    style = STYLES[text.style]
    painter.setFont(font(text.style))
    painter.setPen(colour(text.colour))
    # One baseline for every script, from the size alone: fonts that step in for others have other ascents.
    baseline = text.rect.y + style.line / 2 + style.size * 0.36
    for line in text.lines:
        x = text.rect.x
        if text.align == "middle":
            x += (text.rect.w - line_width(line, text.style)) / 2
        elif (text.align == "end") != text.rtl:
            x = text.rect.right - line_width(line, text.style)
        painter.setLayoutDirection(_RTL if reads_from_right(line) else _LTR)
        painter.drawText(QPointF(x, baseline), line)
        baseline += style.line
