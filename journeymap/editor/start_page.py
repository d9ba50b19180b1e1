"""The start page: what was recovered, templates for a new map, and the maps that were open last."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journeymap.editor.recent_list import RecentList
from journeymap.editor.recovery_box import RecoveryBox
from journeymap.editor.settings import Settings
from journeymap.editor.template_card import PICTURE, TemplateCard
from journeymap.editor.widgets.labels import TextLabel
from journeymap.files.recovery import Leftover
from journeymap.files.templates import new_journey, templates
from journeymap.language import _
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem

WIDTH = 3 * (PICTURE.width() + 4) + 2 * 16


class StartPage(QScrollArea):
    """`template_chosen` carries a template's name, `recent_chosen` a Path, `restored` a Leftover."""

    template_chosen = Signal(str)
    recent_chosen = Signal(object)
    open_wanted = Signal()
    restored = Signal(object)

    def __init__(
        self, settings: Settings, picture: Callable[[Journey, int], QImage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("startPage")
        self.setWidget(inside)
        self.recovery = RecoveryBox()
        self.recovery.hide()
        self.recovery.restored.connect(self.restored)
        self.recovery.finished.connect(self.recovery.hide)
        self.cards = [TemplateCard(info) for info in templates()]
        self.recent = RecentList(settings)
        self.recent.chosen.connect(self.recent_chosen)
        self.open = QPushButton(_("Open…"))
        self.open.clicked.connect(self.open_wanted)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(TextLabel(_("Journeymap"), role="hero"))
        column.addWidget(
            TextLabel(_("Draw a customer journey, heat it with a survey, hand it over."), role="muted", wrap=True)
        )
        column.addWidget(self.recovery)
        column.addSpacing(6)
        column.addWidget(TextLabel(_("New map"), role="title"))
        row = QHBoxLayout()
        row.setSpacing(16)
        height = max((card.sizeHint().height() for card in self.cards), default=0)
        for card in self.cards:
            card.setFixedHeight(height)
            card.chosen.connect(self.template_chosen)
            row.addWidget(card)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(10)
        head = QHBoxLayout()
        head.addWidget(TextLabel(_("Recent maps"), role="title"), 1)
        head.addWidget(self.open)
        column.addLayout(head)
        column.addWidget(self.recent)
        column.addStretch(1)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        middle.setLayout(column)
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(32, 36, 32, 32)
        outer.addStretch(1)
        outer.addWidget(middle, 100)
        outer.addStretch(1)
        self._waiting = list(self.cards)
        # Pictures come one by one after the page is there: a start does not wait for them.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw_next)

    def offer(self, leftovers: Sequence[Leftover]) -> None:
        """Show what can be recovered."""
        self.recovery.show_leftovers(leftovers)
        self.recovery.setVisible(bool(leftovers))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to draw the pictures."""
        super().showEvent(event)
        self._timer.start()

    def sizeHint(self) -> QSize:
        """Room for three templates."""
        return QSize(1100, 720)

    def _draw_next(self) -> None:
        if not self._waiting or not self.isVisible():
            return
        card = self._waiting.pop(0)
        ratio = self.devicePixelRatioF()
        try:
            journey = new_journey(card.name)
            card.show_picture(self._picture(journey, round(PICTURE.width() * 2 * ratio)), ratio)
        except Problem:
            # A template without a picture can still be chosen.
            card.show_picture(QImage(), ratio)
        self._timer.start()
