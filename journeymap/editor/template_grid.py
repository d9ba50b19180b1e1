"""The templates on the start page, as many beside each other as there is room for."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from journeymap.editor.template_card import PICTURE, TemplateCard
from journeymap.files.templates import new_journey, templates
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem

GAP = 16
DRAWN = 4  # times as wide as it is shown: a map is wider than its picture, and is made small with care
CARD_WIDTH = PICTURE.width() + 4


class TemplateGrid(QWidget):
    """`chosen` carries a template's name, `deletion_wanted` a TemplateInfo.

    Templates come once the page is shown, then their pictures one by one, those that can be seen alone: a start does not
    wait for them. `found` says how many fit what is searched for.
    """

    chosen = Signal(str)
    deletion_wanted = Signal(object)
    found = Signal(int)

    def __init__(self, picture: Callable[[Journey, int], QImage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._columns = 0
        self._words: list[str] = []
        self._waiting: list[TemplateCard] = []
        self.cards: list[TemplateCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        # The columns follow the width, so they must not hold it.
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw_next)

    def refresh(self) -> None:
        """Read the templates again (the user may have made one)."""
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [TemplateCard(info) for info in templates()]
        self._waiting = list(self.cards)
        height = max((card.sizeHint().height() for card in self.cards), default=0)
        for card in self.cards:
            card.setFixedHeight(height)
            card.chosen.connect(self.chosen)
            card.deletion_wanted.connect(self.deletion_wanted)
        self._arrange(anew=True)

    def search(self, text: str) -> None:
        """Show those alone whose title or description holds all words of a text; all for none."""
        self._words = text.split()
        self._arrange(anew=True)

    def minimumSizeHint(self) -> QSize:
        """One column will do."""
        return QSize(CARD_WIDTH, super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Read the templates when they are first seen."""
        super().showEvent(event)
        if not self.cards:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths, other columns."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What has come into view wants its picture."""
        super().paintEvent(event)
        if self._waiting and not self._timer.isActive():
            self._timer.start()

    def _arrange(self, anew: bool = False) -> None:
        columns = max(1, (self.width() + GAP) // (CARD_WIDTH + GAP))
        if columns == self._columns and not anew:
            return
        self._columns = columns
        fitting = [card for card in self.cards if card.fits(self._words)]
        for card in self.cards:
            self._grid.removeWidget(card)
            card.setVisible(card in fitting)
        for place, card in enumerate(fitting):
            self._grid.addWidget(card, place // columns, place % columns)
        self._timer.start()
        if anew:
            self.found.emit(len(fitting))

    def _draw_next(self) -> None:
        card = next((card for card in self._waiting if not card.visibleRegion().isEmpty()), None)
        if card is None:
            return
        self._waiting.remove(card)
        ratio = self.devicePixelRatioF()
        try:
            card.show_picture(self._picture(new_journey(card.name), round(PICTURE.width() * DRAWN * ratio)), ratio)
        except Problem:
            # A template without a picture can still be chosen.
            card.show_picture(QImage(), ratio)
        self._timer.start()
