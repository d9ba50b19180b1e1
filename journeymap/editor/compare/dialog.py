"""Two versions side by side: a list of what differs, and one picture in which it is drawn."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from journeymap.editor.compare.picture_view import PictureView
from journeymap.editor.compare.sentences import HEADINGS, sentence, shown
from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import _, ngettext
from journeymap.layout.build import build
from journeymap.layout.draw_difference import SIGNS
from journeymap.layout.map_layout import LayoutOptions
from journeymap.layout.picture import Picture
from journeymap.layout.scene import Scene
from journeymap.model.journey import Journey
from journeymap.model.versions import differences, united
from journeymap.paint.measure import QtMeasure
from journeymap.survey.score import NO_OVERLAY

ID = Qt.ItemDataRole.UserRole


class CompareDialog(QDialog):
    """What leads from one version to the other. `export_wanted` carries the Picture."""

    export_wanted = Signal(object)

    def __init__(self, before: Journey, after: Journey, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1240, 760)
        self.found = shown(differences(before, after))
        self.picture = difference_picture(before, after)
        self.view = PictureView(self.picture, self)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("What differs"))
        self.list.setMinimumWidth(260)
        self.list.setSpacing(3)
        self._fill(before, after)
        self.list.currentItemChanged.connect(self._show)
        n = len(self.found)
        count = ngettext("{n} difference", "{n} differences", n).format(n=n) if n else _("Both versions are the same.")
        self.head = TextLabel(count, role="strong")
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.list)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([340, 900])
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.export = self.buttons.addButton(_("Export picture…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.whole = self.buttons.addButton(_("Fit the map"), QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.rejected.connect(self.reject)
        self.export.clicked.connect(self._export)
        self.whole.clicked.connect(self.view.fit)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 12)
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        box.addLayout(row)
        box.addWidget(splitter, 1)
        box.addWidget(self.buttons)
        for button in (self.export, self.whole):
            button.setAutoDefault(False)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()  # and not the list, whose first line would be looked at before anybody asked

    def _fill(self, before: Journey, after: Journey) -> None:
        kind = ""
        for difference in self.found:
            if difference.kind != kind:
                kind = difference.kind
                heading = QListWidgetItem(f"{SIGNS[kind].sign}  {_(HEADINGS[kind])}")
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                font = heading.font()
                font.setBold(True)
                heading.setFont(font)
                self.list.addItem(heading)
            item = QListWidgetItem(sentence(difference, before, after))
            item.setData(ID, difference.id)
            self.list.addItem(item)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(ID):
            self.view.reveal(item.data(ID))

    def _export(self) -> None:
        self.export_wanted.emit(self.picture)


def difference_picture(before: Journey, after: Journey) -> Picture:
    """The later version with what was removed still in it, each difference framed and signed; without heat."""
    both = united(before, after)
    options = LayoutOptions(heat=False)
    measure = QtMeasure()
    marked = {difference.id: difference.kind for difference in differences(before, after)}
    return Picture(Scene(both, build(both, options, measure), NO_OVERLAY, measure, differences=marked))
