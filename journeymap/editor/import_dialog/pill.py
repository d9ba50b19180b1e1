"""The score that a question would give, as the coloured pill of the map."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeymap.editor.import_dialog.fields import ROW_HEIGHT, Index, paint_ground
from journeymap.editor.import_dialog.questions_model import QuestionsModel
from journeymap.editor.theme import COLOURS
from journeymap.layout.palette import NO_HEAT, heat, ink_on
from journeymap.survey.display import show_margin, show_value
from journeymap.survey.overlay import HeatChoice

HEIGHT = 20.0
PADDING = 8.0
GAP = 8.0


class PillDelegate(QStyledItemDelegate):
    """Value on its heat colour, then margin and n; a withheld score shows only that it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = HeatChoice()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for a pill and its margin."""
        return QSize(150, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the pill at the leading edge."""
        paint_ground(self, painter, option, index)
        model = index.model()
        if not isinstance(model, QuestionsModel) or model.draft is None:
            return
        score = model.draft.score(model.row(index), self.heat.thresholds)
        if score is None:
            return
        withheld = score.shown == "withheld"
        fill = NO_HEAT if withheld else heat(score, self.heat.palette)
        value = show_value(score, self.heat.thresholds)
        bold = QFont(option.font)
        bold.setBold(not withheld)
        width = QFontMetricsF(bold).horizontalAdvance(value) + 2 * PADDING
        area = QRectF(option.rect).adjusted(6, 0, -6, 0)
        backwards = option.direction == Qt.LayoutDirection.RightToLeft
        left = area.right() - width if backwards else area.left()
        pill = QRectF(left, area.center().y() - HEIGHT / 2, width, HEIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
        painter.setFont(bold)
        painter.setPen(QColor(ink_on(fill)))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), value)
        if not withheld:
            painter.setFont(option.font)
            painter.setPen(QColor(COLOURS["muted"]))
            rest = area.adjusted(0, 0, -width - GAP, 0) if backwards else area.adjusted(width + GAP, 0, 0, 0)
            painter.drawText(
                rest, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), show_margin(score)
            )
        painter.restore()
