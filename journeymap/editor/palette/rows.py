"""The lines of the palette: the list's model, and how a line is painted."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeymap.editor.icons import pixmap
from journeymap.editor.palette.entry import Entry
from journeymap.editor.palette.ranking import spans
from journeymap.editor.theme import COLOURS, scaled
from journeymap.editor.widgets.labels import plain_tip
from journeymap.language import _

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE, DETAIL_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ROW, EDGE, ICON, GAP = 34, 12, 18, 10
ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
TRAILING = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)


class PaletteModel(QAbstractListModel):
    """The entries that are offered, and what was typed to find them; `detail` says more of one when it is shown."""

    def __init__(self, detail: Callable[[Entry], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._detail = detail
        self.entries: list[Entry] = []
        self.typed = ""

    def offer(self, entries: Sequence[Entry], typed: str) -> None:
        """Offer other entries."""
        self.beginResetModel()
        self.entries = list(entries)
        self.typed = typed
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text; the entry and its detail; for a screen reader all of it in one sentence."""
        if not index.isValid() or not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == ENTRY_ROLE:
            return entry
        if role == DETAIL_ROLE:
            return entry.why or self._detail(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(entry.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(entry)
        return None

    def spoken(self, entry: Entry) -> str:
        """A line as it is read aloud: text, what it is, its keys, whether it is on."""
        on = {True: _("on"), False: _("off"), None: ""}[entry.checked]
        return ", ".join(part for part in (entry.text, entry.why or self._detail(entry), entry.keys, on) if part)


class PaletteDelegate(QStyledItemDelegate):
    """Icon, text with the letters that fit, what it is, keys; a tick before what is on. Mirrored in a right-to-left window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons: dict[tuple[str, str, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are of one height."""
        return QSize(0, scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        entry: Entry = index.data(ENTRY_ROLE)
        whole = QRect(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOURS["accent_wash"]))
            painter.drawRoundedRect(whole.adjusted(6, 1, -6, -1), 6, 6)
        ink = COLOURS["disabled" if entry.why else "accent_pressed" if selected else "ink"]
        quiet = COLOURS["disabled" if entry.why else "muted"]
        font, small = QFont(option.font), QFont(option.font)
        small.setPixelSize(scaled(13))
        room = _Room(whole.adjusted(EDGE + 4, 0, -EDGE - 4, 0), rtl)
        name = "check" if entry.checked else entry.icon
        place = room.take(ICON)
        if name:
            ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
            top = place.top() + (place.height() - ICON) // 2
            painter.drawPixmap(place.left(), top, self._icon(name, "disabled" if entry.why else "muted", ratio))
        room.take(GAP)
        if entry.keys:
            painter.setFont(small)
            painter.setPen(QColor(quiet))
            width = QFontMetrics(small).horizontalAdvance(entry.keys)
            painter.drawText(room.take_end(width), TRAILING, entry.keys)
            room.take_end(GAP * 2)
        detail = str(index.data(DETAIL_ROLE))
        least = min(room.rect.width() // 3, QFontMetrics(small).horizontalAdvance(detail))
        metrics = QFontMetrics(font)
        width = min(metrics.horizontalAdvance(entry.text) + 2, room.rect.width() - least - GAP)
        text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, width)
        typed = index.model().typed  # type: ignore[attr-defined]  # PaletteModel's own
        _draw_text(painter, room.take(width), text, font, ink, spans(typed, text) if not entry.why else [], rtl)
        room.take(GAP)
        painter.setFont(small)
        painter.setPen(QColor(quiet))
        detail = QFontMetrics(small).elidedText(detail, Qt.TextElideMode.ElideRight, room.rect.width())
        painter.drawText(room.rect, ONE_LINE, detail)
        painter.restore()

    def _icon(self, name: str, colour: str, ratio: float) -> QPixmap:
        key = name, COLOURS[colour], ratio
        if key not in self._icons:
            self._icons[key] = pixmap(name, ICON, colour, ratio)
        return self._icons[key]


class _Room:
    """What is left of a line when its parts are taken from where reading begins, or from its end."""

    def __init__(self, rect: QRect, rtl: bool) -> None:
        self.rect = rect
        self._rtl = rtl

    def take(self, width: int) -> QRect:
        """A part at the beginning."""
        return self._cut(width, at_left=not self._rtl)

    def take_end(self, width: int) -> QRect:
        """A part at the end."""
        return self._cut(width, at_left=self._rtl)

    def _cut(self, width: int, at_left: bool) -> QRect:
        rect = QRect(self.rect)
        if at_left:
            rect.setWidth(width)
            self.rect.setLeft(self.rect.left() + width)
        else:
            rect.setLeft(rect.left() + rect.width() - width)
            self.rect.setWidth(self.rect.width() - width)
        return rect


def _draw_text(
    painter: QPainter, rect: QRect, text: str, font: QFont, ink: str, bold: list[tuple[int, int]], rtl: bool
) -> None:
    """One line of text in which some letters are stronger; in the direction of its own script."""
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if text.isascii() and rtl else Qt.LayoutDirection.LayoutDirectionAuto
    )
    layout.setTextOption(option)
    ranges = []
    for start, end in bold:
        part = QTextLayout.FormatRange()
        # Qt counts UTF-16 units.
        part.start, part.length = _units(text[:start]), _units(text[start:end])
        shape = QTextCharFormat()
        shape.setForeground(QColor(COLOURS["accent"]))
        shape.setFontUnderline(True)
        part.format = shape
        ranges.append(part)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    painter.setPen(QColor(ink))
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
