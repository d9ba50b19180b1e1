"""Names of stages and channels at the edges of the view, while their own places are scrolled out of it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from journeymap.editor.canvas.surface import Seen
from journeymap.language import _
from journeymap.layout.draw_stage import PLAIN_HEADER
from journeymap.layout.palette import INK, RULE, WHITE, ink_on
from journeymap.model.structure import Channel, Stage
from journeymap.paint.fonts import font
from journeymap.paint.painter import brush, colour, pen

BAND, PAD = 26.0, 8.0
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_NO_PEN = Qt.PenStyle.NoPen


def paint_sticky(painter: QPainter, seen: Seen, width: float, height: float) -> None:
    """Draw what is needed to tell a card's stage and channel: a band at the top, names at the side where reading begins."""
    layout = seen.map_layout
    if not layout.stages:
        return
    face = QFont(font("channel"))
    face.setPixelSize(13)
    painter.setFont(face)
    header = seen.pixels(next(iter(layout.stages.values())).header)
    top = header.bottom() < BAND
    rows = next(iter(layout.rows.values()), None)
    if rows is not None and _hidden(seen, seen.pixels(rows.label), width):
        _rows(painter, seen, width, height, BAND if top else 0)
    if top:
        _stages(painter, seen, width)


def _hidden(seen: Seen, label: QRectF, width: float) -> bool:
    return label.left() > width - BAND if seen.map_layout.rtl else label.right() < BAND


def _stages(painter: QPainter, seen: Seen, width: float) -> None:
    scene = seen.picture.scene
    for box in seen.map_layout.stages.values():
        place = seen.pixels(box.header)
        rect = QRectF(max(place.left(), 0), 0, min(place.right(), width) - max(place.left(), 0), BAND)
        if rect.width() < 24:
            continue
        fill = scene.colour(box.id) or PLAIN_HEADER
        painter.setPen(_NO_PEN)
        painter.setBrush(brush(fill))
        painter.drawRect(rect.adjusted(0, 0, -1, 0))
        painter.setPen(colour(ink_on(fill)))
        _write(painter, rect, scene.journey.get(Stage, box.id).title or _("Untitled stage"), seen)


def _rows(painter: QPainter, seen: Seen, width: float, height: float, top: float) -> None:
    for box in seen.map_layout.rows.values():
        place = seen.pixels(box.rect)
        middle = min(max(place.center().y(), top + BAND / 2), height - BAND / 2)
        if place.bottom() < top + BAND or place.top() > height - BAND:
            continue
        title = seen.document.journey.get(Channel, box.id).title or _("Untitled")
        room = min(painter.fontMetrics().horizontalAdvance(title) + 2 * PAD, 180.0)
        left = width - room - 14 if seen.map_layout.rtl else 2
        rect = QRectF(left, middle - BAND / 2, room, BAND)
        painter.setPen(pen(RULE, 1))
        painter.setBrush(brush(WHITE))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(colour(INK))
        _write(painter, rect, title, seen)


def _write(painter: QPainter, rect: QRectF, text: str, seen: Seen) -> None:
    inner = rect.adjusted(PAD, 0, -PAD, 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()) + 1)
    side = Qt.AlignmentFlag.AlignRight if seen.map_layout.rtl else Qt.AlignmentFlag.AlignLeft
    painter.drawText(inner, int(_CENTRE | side | Qt.AlignmentFlag.AlignAbsolute), shown)
