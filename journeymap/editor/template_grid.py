"""The templates on the start page, as many beside each other as there is room for."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from journeymap.editor.template_card import PICTURE, TemplateCard
from journeymap.files.templates import new_journey, templates
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem

GAP = 16
CARD_WIDTH = PICTURE.width() + 4


class TemplateGrid(QWidget):
    """`chosen` carries a template's name. Templates and their pictures come one by one once the page is shown."""

    chosen = Signal(str)

    def __init__(self, picture: Callable[[Journey, int], QImage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._columns = 0
        self._waiting: list[TemplateCard] = []
        self.cards: list[TemplateCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw_next)

    def refresh(self) -> None:
        """Read the templates again (the user may have made one)."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [TemplateCard(info) for info in templates()]
        self._waiting = list(self.cards)
        height = max((card.sizeHint().height() for card in self.cards), default=0)
        for card in self.cards:
            card.setFixedHeight(height)
            card.chosen.connect(self.chosen)
        self._columns = 0
        self._arrange()
        self._timer.start()

    def minimumSizeHint(self) -> QSize:
        """One column will do."""
        return QSize(CARD_WIDTH, super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Read the templates when they are first seen; draw what is not drawn yet."""
        super().showEvent(event)
        if not self.cards:
            self.refresh()
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths, other columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.width() + GAP) // (CARD_WIDTH + GAP))
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
            card.show()

    def _draw_next(self) -> None:
        if not self._waiting or not self.isVisible():
            return
        card = self._waiting.pop(0)
        ratio = self.devicePixelRatioF()
        try:
            card.show_picture(self._picture(new_journey(card.name), round(PICTURE.width() * 2 * ratio)), ratio)
        except Problem:
            # A template without a picture can still be chosen.
            card.show_picture(QImage(), ratio)
        self._timer.start()
