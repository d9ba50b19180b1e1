"""The outline as a tree whose selection is the document's: click or walk through it to select."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from journeymap.editor.document import Document
from journeymap.editor.outline.delegate import EDGE, OutlineDelegate
from journeymap.editor.outline.model import NODE_ROLE, OutlineModel
from journeymap.editor.outline.nodes import Node
from journeymap.language import _
from journeymap.model.change import Change

SELECT = QItemSelectionModel.SelectionFlag


class OutlineTree(QTreeView):
    """The map as a list. `wanted` carries the id of an element that should be brought into view."""

    wanted = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
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
        self.expanded.connect(self._expanded)
        self.collapsed.connect(self._collapsed)
        self.outline_model.rowsInserted.connect(self._inserted)
        self.selectionModel().selectionChanged.connect(self._chosen)
        document.selection.changed.connect(self.follow_selection)
        document.changed.connect(self._changed)
        document.overlay_changed.connect(self._repaint)
        document.focus_changed.connect(self._repaint)
        for section in self.outline_model.root.children:
            self.setExpanded(self.outline_model.index_of(section), True)
        self.follow_selection()

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

    def right_to_left(self) -> bool:
        """Whether rows read from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _on_arrow(self, index: QModelIndex, point: QPoint) -> bool:
        node: Node = index.data(NODE_ROLE)
        if node.kind != "stage" or not node.children:
            return False
        return (self.viewport().width() - point.x() if self.right_to_left() else point.x()) < EDGE

    def _chosen(self) -> None:
        if self._ours:
            return
        nodes: list[Node] = [index.data(NODE_ROLE) for index in self.selectionModel().selectedIndexes()]
        ids = [id for node in nodes for id in node.ids if id in self._document.journey]
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
        self.follow_selection()
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()
