"""The outline as an item model: it follows each Change by the ids that it touches, so that large maps stay quick."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeymap.editor.document import Document
from journeymap.editor.focus_bar.state import is_shown
from journeymap.editor.outline.nodes import (
    SECTIONS,
    Line,
    Node,
    NodeKind,
    middle,
    persona_ids,
    stage_ids,
    touchpoints_by_stage,
)
from journeymap.editor.widgets.labels import plain_tip
from journeymap.language import _
from journeymap.model.change import Change
from journeymap.model.journey import Journey
from journeymap.model.people import Persona
from journeymap.model.structure import Channel, Stage, Touchpoint

Index = QModelIndex | QPersistentModelIndex
NODE_ROLE = Qt.ItemDataRole.UserRole
TEXT, ACCESSIBLE, TIP = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class OutlineModel(QAbstractItemModel):
    """Sections; in them stages with their touchpoints, personas, the ranking, findings. Indexes carry the serial number of a node."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._serial = 0
        self._nodes: dict[int, Node] = {}
        self._by_id: dict[str, Node] = {}
        self.root = self._node("root", "")
        self._sections: dict[str, Node] = {}
        for name in SECTIONS:
            section = self._sections[name] = self._node("section", name, self.root)
            self.root.children.append(section)
        self._fill(self._sections["journey"], "stage", stage_ids(document.journey))
        by_stage = touchpoints_by_stage(document.journey)
        for stage in self._sections["journey"].children:
            self._fill(stage, "touchpoint", by_stage.get(stage.id, ()))
        self._fill(self._sections["personas"], "persona", persona_ids(document.journey))
        document.changed.connect(self._changed)

    # -- what the view asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own signature
        """The index of a child."""
        node = self._at(parent)
        if node is None or column != 0 or not 0 <= row < len(node.children):
            return QModelIndex()
        return self.createIndex(row, 0, node.children[row].serial)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has no argument
        """The index of a node's parent."""
        node = self._at(index)
        return self.index_of(node.parent) if node is not None and node.parent is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many children a node has."""
        node = self._at(parent)
        return len(node.children) if node is not None else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One."""
        return 1

    def data(self, index: Index, role: int = TEXT) -> Any:
        """The text, the tip, or the node itself (`NODE_ROLE`)."""
        node = self._at(index)
        if node is None or not index.isValid():
            return None
        if role == NODE_ROLE:
            return node
        if role == ACCESSIBLE and node.kind == "persona" and not is_shown(self._document.focus, node.id):
            return _("{persona}, faded").format(persona=self.text(node))
        if role in (TEXT, ACCESSIBLE):
            return self.text(node)
        if role == TIP:
            return plain_tip(self.tip(node))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Sections can't be selected, all else can."""
        node = self._at(index)
        if node is None or node is self.root:
            return Qt.ItemFlag.NoItemFlags
        if node.kind in ("section", "more", "note"):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # -- what the window asks

    def text(self, node: Node) -> str:
        """What a row says."""
        if node.line is not None:
            return node.line.text
        if node.kind == "section":
            return _(SECTIONS[node.id])
        record = self._document.journey.records.get(node.id)
        return getattr(record, "title", "") or _("Untitled")

    def tip(self, node: Node) -> str:
        """What its tip says: the text that may be cut, or more."""
        return node.line.tip if node.line is not None and node.line.tip else self.text(node)

    def index_of(self, node: Node | None) -> QModelIndex:
        """The index of a node."""
        if node is None or node is self.root:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.serial)

    def index_of_id(self, id: str) -> QModelIndex:
        """The index of a stage, touchpoint or persona; an invalid one where it has no row."""
        return self.index_of(self._by_id.get(id))

    def section(self, name: str) -> Node:
        """The node of a section: `journey`, `personas`, `fix-first` or `checks`."""
        return self._sections[name]

    def set_lines(self, name: str, lines: Sequence[Line]) -> None:
        """Show these lines in a section; those that are as they were stay, so that what is selected stays so."""
        section = self._sections[name]
        start, old_end, new_end = middle([node.line for node in section.children], lines)
        parent = self.index_of(section)
        if old_end > start:
            self.beginRemoveRows(parent, start, old_end - 1)
            gone = section.children[start:old_end]
            del section.children[start:old_end]
            self.endRemoveRows()
            self._drop(gone)
        if new_end > start:
            made = [self._line(section, line) for line in lines[start:new_end]]
            self.beginInsertRows(parent, start, new_end - 1)
            section.children[start:start] = made
            self.endInsertRows()

    # -- following the journey

    def _changed(self, change: Change) -> None:
        journey = self._document.journey
        touched = {type(record) for record in change.records()}
        if Stage in touched:
            self._sync(self._sections["journey"], "stage", stage_ids(journey))
        if _moved(change):
            by_stage = touchpoints_by_stage(journey)
            for id in _stages_of(change, journey):
                node = self._by_id.get(id)
                if node is not None:
                    self._sync(node, "touchpoint", by_stage.get(id, ()))
        if Persona in touched:
            self._sync(self._sections["personas"], "persona", persona_ids(journey))
        for id in change.ids:
            index = self.index_of_id(id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _sync(self, parent: Node, kind: NodeKind, ids: Sequence[str]) -> None:
        """Make the children of a node those with these ids: what stands between equal ends goes and comes."""
        start, old_end, new_end = middle([child.id for child in parent.children], ids)
        index = self.index_of(parent)
        kept: dict[str, Node] = {}
        if old_end > start:
            self.beginRemoveRows(index, start, old_end - 1)
            gone = parent.children[start:old_end]
            del parent.children[start:old_end]
            self.endRemoveRows()
            kept = {node.id: node for node in gone}
        if new_end > start:
            made = [self._reuse(kept, kind, id, parent) for id in ids[start:new_end]]
            self.beginInsertRows(index, start, start + len(made) - 1)
            parent.children[start:start] = made
            self.endInsertRows()
        self._drop(list(kept.values()))

    def _reuse(self, kept: dict[str, Node], kind: NodeKind, id: str, parent: Node) -> Node:
        node = kept.pop(id, None)
        return node if node is not None else self._node(kind, id, parent)

    def _drop(self, nodes: list[Node]) -> None:
        for top in nodes:
            for node in top.walk():
                self._nodes.pop(node.serial, None)
                if self._by_id.get(node.id) is node:
                    del self._by_id[node.id]

    def _fill(self, parent: Node, kind: NodeKind, ids: Sequence[str]) -> None:
        parent.children = [self._node(kind, id, parent) for id in ids]

    def _line(self, section: Node, line: Line) -> Node:
        node = self._node(line.kind, "", section)
        node.line = line
        return node

    def _node(self, kind: NodeKind, id: str, parent: Node | None = None) -> Node:
        self._serial += 1
        node = self._nodes[self._serial] = Node(kind, id, self._serial, parent)
        if kind in ("stage", "touchpoint", "persona"):
            self._by_id[id] = node
        return node

    def _at(self, index: Index) -> Node | None:
        return self._nodes.get(index.internalId()) if index.isValid() else self.root


def _moved(change: Change) -> bool:
    """Whether touchpoints or stages came, went or changed their place, rather than only their texts."""
    for step in change.steps:
        before, after = step.before, step.after
        if isinstance(before, Touchpoint) and isinstance(after, Touchpoint):
            if (before.stage, before.channel, before.order) != (after.stage, after.channel, after.order):
                return True
        elif isinstance(before, Channel) and isinstance(after, Channel):
            if before.order != after.order:
                return True
        elif (before is None or after is None) and isinstance(before or after, (Touchpoint, Stage)):
            return True
    return False


def _stages_of(change: Change, journey: Journey) -> set[str]:
    """The stages that a change touches, itself or through their touchpoints; all where channels change places."""
    if any(isinstance(record, Channel) for record in change.records()):
        return {stage.id for stage in journey.stages}
    found = {record.stage for record in change.records() if isinstance(record, Touchpoint)}
    return found | {record.id for record in change.records() if isinstance(record, Stage)}
