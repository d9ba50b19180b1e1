"""The start page: at the left the maps that were open last, at the right templates for a new one; above, what was recovered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journeymap.editor.panel_widths import grown
from journeymap.editor.recent_list import RecentList
from journeymap.editor.recovery_box import RecoveryBox
from journeymap.editor.settings import Settings
from journeymap.editor.template_grid import TemplateGrid
from journeymap.editor.theme import scaled, theme
from journeymap.editor.widgets.labels import TextLabel
from journeymap.files.recovery import Leftover
from journeymap.language import _
from journeymap.model.journey import Journey

SIDE = 340
SEARCH = 220


class StartPage(QWidget):
    """`template_chosen` carries a template's name, `recent_chosen` a Path, `restored` a Leftover, `deletion_wanted` a TemplateInfo."""

    template_chosen = Signal(str)
    deletion_wanted = Signal(object)
    recent_chosen = Signal(object)
    open_wanted = Signal()
    restored = Signal(object)

    def __init__(
        self, settings: Settings, picture: Callable[[Journey, int], QImage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.recovery = RecoveryBox()
        self.recovery.hide()
        self.recovery.restored.connect(self.restored)
        self.recovery.finished.connect(self.recovery.hide)
        self.templates = TemplateGrid(picture)
        self.templates.chosen.connect(self.template_chosen)
        self.templates.deletion_wanted.connect(self.deletion_wanted)
        self.templates.found.connect(self._show_found)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find a template"))
        self.search.setAccessibleName(_("Find a template"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.templates.search)
        self.nothing = TextLabel(_("No template fits these words."), role="muted", wrap=True)
        self.nothing.hide()
        self.recent = RecentList(settings)
        self.recent.chosen.connect(self.recent_chosen)
        self.open = QPushButton(_("Open…"))
        self.open.clicked.connect(self.open_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(self._main(), 1)
        self._dressed()
        theme().changed.connect(self._dressed)

    def offer(self, leftovers: Sequence[Leftover]) -> None:
        """Show what can be recovered."""
        self.recovery.show_leftovers(leftovers)
        self.recovery.setVisible(bool(leftovers))

    def showEvent(self, event: QShowEvent) -> None:
        """The times in the list of recent maps may have changed meanwhile."""
        super().showEvent(event)
        self.recent.refresh()

    def sizeHint(self) -> QSize:
        """Room for the list and three templates beside each other."""
        return QSize(1330, 720)

    def _side(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("startSide")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 32, 20, 24)
        column.setSpacing(8)
        column.addWidget(TextLabel(_("Journeymap"), role="hero"))
        column.addWidget(
            TextLabel(_("Draw a customer journey, heat it with a survey, hand it over."), role="muted", wrap=True)
        )
        column.addSpacing(18)
        head = QHBoxLayout()
        head.addWidget(TextLabel(_("Recent maps"), role="title"), 1)
        head.addWidget(self.open)
        column.addLayout(head)
        column.addWidget(self.recent)
        column.addStretch(1)
        side = _scrolling(inside)
        self._left = side
        return side

    def _main(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("startPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 36, 24, 32)
        column.setSpacing(14)
        column.addWidget(self.recovery)
        head = QHBoxLayout()
        head.addWidget(TextLabel(_("New map"), role="title"), 1)
        head.addWidget(self.search)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.templates)
        column.addStretch(1)
        return _scrolling(inside)

    def _dressed(self) -> None:
        self.search.setFixedWidth(scaled(SEARCH))
        self._left.setFixedWidth(grown(SIDE))

    def _show_found(self, number: int) -> None:
        self.nothing.setVisible(number == 0)


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
