"""A table view whose first column stays where it is while the others are scrolled."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from journeymap.editor.table.following import Index
from journeymap.editor.theme import COLOURS

Hint = QAbstractItemView.ScrollHint
Flag = QItemSelectionModel.SelectionFlag


class Header(QHeaderView):
    """The headings; the first one stays too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setHighlightSections(True)
        self.setMinimumSectionSize(40)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def frozen_rect(self) -> QRect:
        """Where the first heading stands; an empty rectangle while it is not scrolled away."""
        return (
            frozen(self.viewport(), self.sectionSize(0), self.sectionViewportPosition(0)) if self.count() else QRect()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The headings, then the first one over them."""
        super().paintEvent(event)
        rect = self.frozen_rect()
        if not rect.isEmpty():
            with QPainter(self.viewport()) as painter:
                painter.fillRect(rect, QColor(COLOURS["ground"]))
                self.paintSection(painter, rect, 0)
                _edge(painter, rect, self.isRightToLeft())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The heading that stays hides what lies under it."""
        if not self.frozen_rect().contains(event.position().toPoint()):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As a press."""
        if not self.frozen_rect().contains(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)


class Grid(QTableView):
    """Paints the first column over the others once they are scrolled, and a frame around the current cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.anchor = QPersistentModelIndex()
        self.nothing = ""  # what is said where there are no rows
        self._drag: QPoint | None = None
        self.setHorizontalHeader(Header(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setCornerButtonEnabled(True)
        self.setCornerWidget(QWidget())  # where both scroll bars meet; without one Qt draws a frame there
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    # -- where things are

    def frozen_rect(self) -> QRect:
        """Where the first column stands; an empty rectangle while it is not scrolled away."""
        if self.model() is None or not self.model().columnCount():
            return QRect()
        return frozen(self.viewport(), self.columnWidth(0), self.columnViewportPosition(0))

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is seen."""
        rect = super().visualRect(index)
        fixed = self.frozen_rect() if index.isValid() and index.column() == 0 else QRect()
        if not fixed.isEmpty():
            rect.moveLeft(fixed.left())
        return rect

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """The cell under a pixel."""
        if self.frozen_rect().contains(pos):
            row = self.rowAt(pos.y())
            return self.model().index(row, 0) if row >= 0 else QModelIndex()
        return super().indexAt(pos)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = Hint.EnsureVisible) -> None:
        """Scroll by the least that shows a cell beside the first column."""
        if not index.isValid():
            return
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() == 0:
            bar.setValue(before)
            return
        fixed = self.frozen_rect()
        rect = self.visualRect(index)
        hidden = fixed.right() + 1 - rect.left() if not self.isRightToLeft() else rect.right() + 1 - fixed.left()
        if not fixed.isEmpty() and hidden > 0:
            bar.setValue(bar.value() - hidden)

    # -- selecting: from where it began to where the pointer is, also across what is scrolled away

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the selection begins."""
        index = self.indexAt(event.position().toPoint())
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.anchor = QPersistentModelIndex(index)
        self._drag = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Remember where the pointer is."""
        self._drag = event.position().toPoint()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The selection is made."""
        super().mouseReleaseEvent(event)
        self._drag = None

    def setSelection(self, rect: QRect, command: Flag) -> None:
        """Select from the anchor to the pointer."""
        end = self.indexAt(self._drag) if self._drag is not None else QModelIndex()
        if self._drag is None or not end.isValid() or not self.anchor.isValid():
            super().setSelection(rect, command)
            return
        self.selectionModel().select(span(self.anchor, end), command)

    def extend_to(self, index: QModelIndex) -> None:
        """Select from the anchor to a cell and make that the current one."""
        if not self.anchor.isValid():
            self.anchor = QPersistentModelIndex(self.currentIndex())
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        self.selectionModel().select(span(self.anchor, index), Flag.ClearAndSelect)
        self.scrollTo(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """The first column is painted apart, so it is painted anew."""
        super().selectionChanged(selected, deselected)
        self.viewport().update(self.frozen_rect())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Move the frame."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            self.viewport().update(self.visualRect(index))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, the first column over them, the frame of the current cell."""
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            fixed = self.frozen_rect()
            if not fixed.isEmpty() and fixed.intersects(event.rect()):
                self._paint_first(painter, fixed & event.rect(), fixed)
            self._paint_frame(painter, fixed)
            if not self.model().rowCount():
                painter.setPen(QColor(COLOURS["muted"]))
                place = self.viewport().rect().adjusted(24, 24, -24, -24)
                flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
                painter.drawText(place, int(flags) | Qt.TextFlag.TextWordWrap, self.nothing)

    def _paint_first(self, painter: QPainter, dirty: QRect, fixed: QRect) -> None:
        painter.fillRect(fixed, QColor(COLOURS["panel"]))
        first, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        if first < 0:
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state
        for row in range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1):
            index = self.model().index(row, 0)
            place = QRect(fixed.left(), self.rowViewportPosition(row), fixed.width() - 1, self.rowHeight(row) - 1)
            option.rect = place
            chosen = self.selectionModel().isSelected(index)
            option.state = plain | QStyle.StateFlag.State_Selected if chosen else plain
            self.itemDelegate().paint(painter, option, index)
            painter.setPen(QColor(COLOURS["rule"]))
            painter.drawLine(place.left(), place.bottom() + 1, place.right(), place.bottom() + 1)
        _edge(painter, fixed, self.isRightToLeft())

    def _paint_frame(self, painter: QPainter, fixed: QRect) -> None:
        current = self.currentIndex()
        if not current.isValid() or not (self.hasFocus() or self.viewport().hasFocus()):
            return
        if current.column() and not fixed.isEmpty():
            painter.setClipRect(self.viewport().rect().adjusted(0, 0, -fixed.width(), 0))
            if not self.isRightToLeft():
                painter.setClipRect(self.viewport().rect().adjusted(fixed.width(), 0, 0, 0))
        painter.setPen(QPen(QColor(COLOURS["accent"]), 2))
        painter.drawRect(self.visualRect(current).adjusted(1, 1, -2, -2))

    def _scrolled(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.updateEditorGeometries()


def span(one: Index, other: Index) -> QItemSelection:
    """All cells between two corners."""
    model = one.model()
    rows, columns = sorted((one.row(), other.row())), sorted((one.column(), other.column()))
    return QItemSelection(model.index(rows[0], columns[0]), model.index(rows[1], columns[1]))


def frozen(viewport: QWidget, width: int, position: int) -> QRect:
    """Where a first column of this width stays in a viewport, if it would be at another position by itself."""
    x = viewport.width() - width if viewport.isRightToLeft() else 0
    return QRect() if position == x else QRect(x, 0, width, viewport.height())


def _edge(painter: QPainter, rect: QRect, rtl: bool) -> None:
    painter.setPen(QColor(COLOURS["border_strong"]))
    x = rect.left() if rtl else rect.right()
    painter.drawLine(x, rect.top(), x, rect.bottom())
