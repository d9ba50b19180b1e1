"""The outline: click or walk through it to select; it follows what is selected elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from journeymap.editor.document import Document
from journeymap.editor.outline.delegate import EDGE, OutlineDelegate
from journeymap.editor.outline.model import NODE_ROLE, OutlineModel
from journeymap.editor.outline.nodes import Node
from journeymap.language import _
from journeymap.model.change import Change

CHECK_AFTER_MS = 300
SELECT = QItemSelectionModel.SelectionFlag
Rows = list[tuple[str, tuple[str, ...]]]


class Outline(QTreeView):
    """The map as a list. `wanted` carries the id of an element that the canvas should bring into view.

    `check` gives the findings to show; it runs a moment after a change, once for many changes.
    """

    wanted = Signal(str)

    def __init__(self, document: Document, check: Callable[[], Rows], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._check = check
        self._ours = False
        self._open: set[str] = set()
        self.setObjectName("outline")
        self.setAccessibleName(_("Outline"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumWidth(150)
        self.outline_model = OutlineModel(document, self)
        self.setItemDelegate(OutlineDelegate(document, self))
        # Before the view's own: a row that goes or moves takes its selection along, which is no choice of the user's.
        self.outline_model.rowsAboutToBeRemoved.connect(self._rows_go)
        self.setModel(self.outline_model)
        self.outline_model.rowsRemoved.connect(self._rows_gone)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_AFTER_MS)
        self._timer.timeout.connect(self.check_now)
        self.expanded.connect(self._expanded)
        self.collapsed.connect(self._collapsed)
        self.outline_model.rowsInserted.connect(self._inserted)
        self.selectionModel().selectionChanged.connect(self._chosen)
        document.selection.changed.connect(self.follow_selection)
        document.changed.connect(self._changed)
        document.overlay_changed.connect(self._repaint)
        for section in self.outline_model.root.children:
            self.setExpanded(self.outline_model.index_of(section), True)
        self.check_now()
        self.follow_selection()

    def check_now(self) -> None:
        """Look for what is missing or odd."""
        self.outline_model.set_findings(self._check())

    def follow_selection(self) -> None:
        """Show what is selected in the document, its stage unfolded."""
        if self._ours:
            return
        chosen = QItemSelection()
        last = QModelIndex()
        for id in self._document.selection.ids:
            index = self.outline_model.index_of_id(id)
            if index.isValid():
                chosen.select(index, index)
                last = index
        self._ours = True
        try:
            if last.isValid():
                self.setExpanded(last.parent(), True)
                self.scrollTo(last)
                self.selectionModel().setCurrentIndex(last, SELECT.NoUpdate)
            self.selectionModel().select(chosen, SELECT.ClearAndSelect)
        finally:
            self._ours = False

    # -- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the arrow before a stage folds or unfolds it."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and self._on_arrow(index, point):
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click brings the element into view."""
        index = self.indexAt(event.position().toPoint())
        node: Node | None = index.data(NODE_ROLE)
        if node is not None and node.kind in ("stage", "touchpoint"):
            self.wanted.emit(node.id)
        super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Findings wrap anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def drawBranches(self, painter: object, rect: QRect, index: object) -> None:
        """The delegate draws what there is to draw."""

    def _on_arrow(self, index: QModelIndex, point: QPoint) -> bool:
        node: Node = index.data(NODE_ROLE)
        if node.kind != "stage" or not node.children:
            return False
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (self.viewport().width() - point.x() if rtl else point.x()) < EDGE

    def _chosen(self) -> None:
        if self._ours:
            return
        nodes: list[Node] = [index.data(NODE_ROLE) for index in self.selectionModel().selectedIndexes()]
        ids = [id for node in nodes for id in (node.ids if node.kind == "finding" else (node.id,))]
        ids = [id for id in ids if id in self._document.journey]
        self._ours = True
        try:
            self._document.selection.set(ids)
        finally:
            self._ours = False
        if ids:
            self.wanted.emit(ids[-1])

    def _rows_go(self) -> None:
        self._ours = True

    def _rows_gone(self) -> None:
        self._ours = False

    def _expanded(self, index: QModelIndex) -> None:
        self._open.add(index.data(NODE_ROLE).id)

    def _collapsed(self, index: QModelIndex) -> None:
        self._open.discard(index.data(NODE_ROLE).id)

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """A stage that comes back after it was moved is unfolded as it was."""
        for row in range(first, last + 1):
            index = self.outline_model.index(row, 0, parent)
            node: Node = index.data(NODE_ROLE)
            if node.kind == "stage" and node.id in self._open:
                self.setExpanded(index, True)

    def _changed(self, change: Change) -> None:
        # A throttle, not a debounce: findings also appear while somebody keeps typing.
        if not self._timer.isActive():
            self._timer.start()
        self.follow_selection()
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()
