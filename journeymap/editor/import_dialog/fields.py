"""How cells of the table of questions are drawn and edited: as the fields of a form."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeymap.editor.icons import icon
from journeymap.editor.import_dialog.questions_model import QuestionsModel
from journeymap.editor.import_dialog.scale import USUAL, parse_scale, show_scale
from journeymap.editor.theme import COLOURS
from journeymap.language import _
from journeymap.words import METRICS, word

Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole

PADDING = 9
ARROW = 14
ROW_HEIGHT = 33
INDENT = "\u2003"


class FieldDelegate(QStyledItemDelegate):
    """A cell that looks like a combo box, and is one while it is edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrow: QIcon = icon("down", "muted")

    def choices(self, index: Index) -> Iterable[QStandardItem]:
        """What can be chosen, each item with its value under `VALUE`."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a field."""
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A rounded frame, the text, an arrow; the text alone where there is no choice."""
        paint_ground(self, painter, option, index)
        editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        if not editable and not index.data():
            return
        frame = QRectF(option.rect).adjusted(3.5, 3.5, -3.5, -3.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = frame.toRect().adjusted(PADDING, 0, -PADDING, 0)
        backwards = option.direction == Qt.LayoutDirection.RightToLeft
        if editable:
            painter.setPen(QPen(QColor(COLOURS["border"]), 1))
            painter.setBrush(QColor(COLOURS["panel"]))
            painter.drawRoundedRect(frame, 5, 5)
            left = inside.left() if backwards else inside.right() - ARROW
            self._arrow.paint(painter, QRect(left, inside.center().y() - ARROW // 2 + 1, ARROW, ARROW))
        text = inside.adjusted(ARROW + 4, 0, 0, 0) if backwards else inside.adjusted(0, 0, -ARROW - 4, 0)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(ink if isinstance(ink, QColor) else QColor(COLOURS["ink" if editable else "muted"]))
        painter.setFont(option.font)
        said = QFontMetrics(option.font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), said)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A combo box that opens at once."""
        combo = QComboBox(parent)
        model = QStandardItemModel(combo)
        for item in self.choices(index):
            model.appendRow(item)
        combo.setModel(model)
        combo.setMaxVisibleItems(18)
        combo.activated.connect(self._chosen)
        # Only when the view has given the editor its place.
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What is chosen now."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(max(editor.findData(index.data(Qt.ItemDataRole.EditRole), VALUE), 0))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What the user chose."""
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData(VALUE), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Where the field was drawn."""
        editor.setGeometry(option.rect.adjusted(2, 2, -2, -2))

    def _chosen(self) -> None:
        combo = self.sender()
        assert isinstance(combo, QWidget)
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)


class TargetDelegate(FieldDelegate):
    """The choice of what a question scores: stages in bold, their touchpoints below them."""

    def choices(self, index: Index) -> Iterable[QStandardItem]:
        """Leave out, the whole journey, then the stages and touchpoints."""
        model = index.model()
        draft = model.draft if isinstance(model, QuestionsModel) else None
        for target in draft.targets if draft is not None else ():
            item = _item((INDENT if target.kind == "touchpoint" else "") + target.title, target.id)
            if target.kind in ("stage", "journey"):
                view = self.parent()
                font = QFont(view.font()) if isinstance(view, QWidget) else QFont()
                font.setBold(True)
                item.setFont(font)
            yield item


class MetricDelegate(FieldDelegate):
    """The choice of a metric."""

    def choices(self, index: Index) -> Iterable[QStandardItem]:
        """The four metrics."""
        return [_item(word(METRICS, metric), metric) for metric in METRICS]


class ScaleDelegate(FieldDelegate):
    """The scale: a usual one, or any that is typed as two numbers."""

    def choices(self, index: Index) -> Iterable[QStandardItem]:
        """The usual scales, and the one that is set."""
        now = index.data(Qt.ItemDataRole.EditRole)
        scales = [*USUAL, *([now] if isinstance(now, tuple) and now not in USUAL else [])]
        return [_item(show_scale(scale), scale) for scale in scales]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A combo box that can be typed into."""
        combo = super().createEditor(parent, option, index)
        assert isinstance(combo, QComboBox)
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field = combo.lineEdit()
        if field is not None:
            field.setPlaceholderText(_("low–high"))
        return combo

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed or chosen; a text that is no scale leaves the old one."""
        assert isinstance(editor, QComboBox)
        scale = parse_scale(editor.currentText())
        if scale is not None:
            model.setData(index, scale, Qt.ItemDataRole.EditRole)


class CheckDelegate(QStyledItemDelegate):
    """A check box that looks as if it could not be altered where it can't."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Grey where the model does not allow a change."""
        super().initStyleOption(option, index)
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            option.state = option.state & ~QStyle.StateFlag.State_Enabled


def paint_ground(delegate: QStyledItemDelegate, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """The ground of a cell as its style wants it (selected, focused), without any text."""
    ground = QStyleOptionViewItem(option)
    delegate.initStyleOption(ground, index)
    ground.text = ""
    style = option.widget.style() if option.widget is not None else QApplication.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)


def _item(text: str, value: object) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(value, VALUE)
    item.setEditable(False)
    return item
