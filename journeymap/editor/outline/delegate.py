"""Paints the rows of the outline: headings, stages with their heat, touchpoints with their score, ranking, findings."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QPolygon
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeymap.editor.document import Document
from journeymap.editor.focus_bar.state import is_shown
from journeymap.editor.icons import pixmap
from journeymap.editor.outline.model import NODE_ROLE
from journeymap.editor.outline.nodes import WITH_BUTTON, Line, Node, has_eye
from journeymap.editor.outline.persona_eye import eye
from journeymap.editor.theme import COLOURS, scaled
from journeymap.editor.upper import upper
from journeymap.layout.palette import heat
from journeymap.model.people import Persona
from journeymap.survey.display import show_value

ROW = 27
HEADING = 38
EDGE = 16
SWATCH = 11
INDENT = 36
LINE = 19
BUTTON, BUTTON_ICON = 24, 15
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
TRAILING = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)


def button_rect(node: Node, whole: QRect, rtl: bool) -> QRect | None:
    """Where the button of a row is: that of a heading, that which mends a finding, a persona's eye; None where it has none."""
    if node.kind == "section" and node.id in WITH_BUTTON:
        top = whole.bottom() - BUTTON - 1
    elif has_eye(node) or (node.line is not None and node.line.fix):
        top = whole.top() + 2
    else:
        return None
    left = whole.left() + EDGE - 8 if rtl else whole.right() - EDGE + 8 - BUTTON
    return QRect(left, top, BUTTON, BUTTON)


class OutlineDelegate(QStyledItemDelegate):
    """Draws from the node and its record; what is right to left in the window is right to left here."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._icons: dict[tuple[str, str, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Headings are higher, findings as high as their text."""
        node: Node = index.data(NODE_ROLE)
        if node.kind == "section":
            return QSize(0, scaled(HEADING))
        if node.kind in ("finding", "note"):
            width = option.widget.viewport().width() if option.widget is not None else 200  # type: ignore[attr-defined]
            room = QRect(0, 0, max(60, width - INDENT - EDGE - self._button_room(node)), 10_000)
            used = QFontMetrics(option.font).boundingRect(room, WRAP, index.data())
            return QSize(0, max(scaled(ROW), used.height() + 9))
        return QSize(0, scaled(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row, over the whole width of the view."""
        node: Node = index.data(NODE_ROLE)
        text: str = index.data()
        whole = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(whole, QColor(COLOURS["accent_wash"]))
        elif option.state & QStyle.StateFlag.State_MouseOver and node.kind not in ("section", "note"):
            painter.fillRect(whole, QColor(COLOURS["hover"]))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(COLOURS["accent"]), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        if node.kind == "section":
            self._section(painter, option, whole, text)
        elif node.line is not None:
            self._line(painter, option, whole, node, node.line)
        else:
            self._record(painter, option, whole, node, text, selected)
        self._button(painter, option, whole, node)
        painter.restore()

    def _section(self, painter: QPainter, option: QStyleOptionViewItem, whole: QRect, text: str) -> None:
        font = QFont(option.font)
        font.setPixelSize(scaled(12))
        font.setWeight(QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4)
        painter.setFont(font)
        painter.setPen(QColor(COLOURS["muted"]))
        painter.drawText(whole.adjusted(EDGE - 2, 12, -EDGE, 0), ONE_LINE, upper(text))

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, whole: QRect, node: Node, line: Line) -> None:
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        if line.kind == "ranked":
            self._ranked(painter, option, whole, line)
            return
        warning = line.finding is not None and line.finding.severity == "warning"
        colour = "warning" if warning else "accent" if line.kind == "more" else "text" if line.finding else "muted"
        start, end = INDENT, EDGE + self._button_room(node)
        room = whole.adjusted(end, 4, -start, -2) if rtl else whole.adjusted(start, 4, -end, -2)
        painter.setPen(QColor(COLOURS[colour]))
        painter.drawText(room, WRAP, line.text)
        if line.finding is None:
            return
        middle = QPoint(self._x(whole, EDGE + 5, rtl), whole.top() + 4 + scaled(LINE) // 2)
        if warning:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOURS["warning"]))
            painter.drawPolygon(QPolygon([middle + QPoint(0, -5), middle + QPoint(6, 5), middle + QPoint(-6, 5)]))
        else:
            painter.setPen(QPen(QColor(COLOURS["faint"]), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 4, 4)

    def _ranked(self, painter: QPainter, option: QStyleOptionViewItem, whole: QRect, line: Line) -> None:
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setPen(QColor(COLOURS["accent_pressed" if selected else "muted"]))
        painter.drawText(whole.adjusted(EDGE, 0, -EDGE, 0), ONE_LINE, line.mark)
        painter.drawText(whole.adjusted(EDGE - 2, 0, 2 - EDGE, 0), TRAILING, line.value)
        used = metrics.horizontalAdvance(line.value) + 8
        room = whole.adjusted(EDGE + used, 0, -INDENT, 0) if rtl else whole.adjusted(INDENT, 0, -EDGE - used, 0)
        painter.setPen(QColor(COLOURS["accent_pressed" if selected else "ink"]))
        painter.drawText(room, ONE_LINE, metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, room.width()))

    def _button(self, painter: QPainter, option: QStyleOptionViewItem, whole: QRect, node: Node) -> None:
        place = button_rect(node, whole, option.direction == Qt.LayoutDirection.RightToLeft)
        if place is None:
            return
        active = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        colour = "accent" if active else "faint"
        if node.kind == "persona" and self._document.focus.personas:
            colour = "accent" if is_shown(self._document.focus, node.id) else "muted"
        heading = "plus" if node.id == "personas" else "settings"
        name = {"section": heading, "persona": eye(self._document, node)}.get(node.kind, "fix")
        icon = self._icon(name, colour, painter.device().devicePixelRatioF())
        margin = (BUTTON - BUTTON_ICON) // 2
        painter.drawPixmap(place.topLeft() + QPoint(margin, margin), icon)

    def _button_room(self, node: Node) -> int:
        return BUTTON - 6 if has_eye(node) or (node.line is not None and node.line.fix) else 0

    def _icon(self, name: str, colour: str, ratio: float) -> QPixmap:
        key = name, COLOURS[colour], ratio
        if key not in self._icons:
            self._icons[key] = pixmap(name, BUTTON_ICON, colour, ratio)
        return self._icons[key]

    def _record(
        self, painter: QPainter, option: QStyleOptionViewItem, whole: QRect, node: Node, text: str, selected: bool
    ) -> None:
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        score = self._document.overlay.scores.get(node.id)
        if node.kind == "stage":
            if node.children:
                self._chevron(painter, whole, bool(option.state & QStyle.StateFlag.State_Open), rtl)
            if score is not None and score.shown != "withheld" and self._document.heat.on:
                self._dot(painter, whole, heat(score, self._document.heat.palette), rtl, round=False)
            else:
                self._ring(painter, whole, rtl)
        elif node.kind == "persona":
            persona = self._document.journey.find(Persona, node.id)
            self._dot(painter, whole, persona.colour if persona is not None else COLOURS["ink"], rtl, round=True)
        shown = show_value(score) if score is not None else ""
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        number = metrics.horizontalAdvance(shown) + 8 if shown else 0
        number += self._button_room(node)
        start, end = (EDGE + number, INDENT) if rtl else (INDENT, EDGE + number)
        faded = node.kind == "persona" and not is_shown(self._document.focus, node.id)
        painter.setPen(QColor(COLOURS["faint" if faded else "accent_pressed" if selected else "ink"]))
        room = whole.adjusted(start, 0, -end, 0)
        painter.drawText(room, ONE_LINE, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
        if shown:
            painter.setPen(QColor(COLOURS["accent_pressed" if selected else "muted"]))
            painter.drawText(whole.adjusted(EDGE - 2, 0, 2 - EDGE, 0), TRAILING, shown)

    def _x(self, whole: QRect, from_edge: int, rtl: bool) -> int:
        return whole.right() - from_edge if rtl else whole.left() + from_edge

    def _dot(self, painter: QPainter, whole: QRect, fill: str, rtl: bool, round: bool) -> None:
        painter.setPen(QPen(QColor(COLOURS["swatch_edge"]), 1))
        painter.setBrush(QColor(fill))
        rect = self._mark(whole, rtl)
        if round:
            painter.drawEllipse(rect)
        else:
            painter.drawRoundedRect(rect, 3, 3)

    def _ring(self, painter: QPainter, whole: QRect, rtl: bool) -> None:
        painter.setPen(QPen(QColor(COLOURS["border"]), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._mark(whole, rtl), 3, 3)

    def _mark(self, whole: QRect, rtl: bool) -> QRect:
        middle = self._x(whole, EDGE + 5, rtl)
        return QRect(middle - SWATCH // 2, whole.center().y() - SWATCH // 2, SWATCH, SWATCH)

    def _chevron(self, painter: QPainter, whole: QRect, open: bool, rtl: bool) -> None:
        x, y = self._x(whole, 8, rtl), whole.center().y()
        ahead = -1 if rtl else 1
        points = (
            [QPoint(x - 3, y - 1), QPoint(x, y + 2), QPoint(x + 3, y - 1)]
            if open
            else [QPoint(x - ahead, y - 3), QPoint(x + 2 * ahead, y), QPoint(x - ahead, y + 3)]
        )
        painter.setPen(QPen(QColor(COLOURS["faint"]), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygon(points))
