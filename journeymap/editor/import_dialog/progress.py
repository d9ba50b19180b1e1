"""What is under way, how far it is, and a button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import _


class ProgressRow(QWidget):
    """Empty while nothing happens; `stopped` and `again` tell what the user wants."""

    stopped = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextLabel("", self, role="small")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.bar.setFixedWidth(140)
        self.button = QPushButton(_("Stop"), self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._clicked)
        self._busy = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.text)
        row.addWidget(self.bar)
        row.addWidget(self.button)
        # The row keeps its place, so that nothing jumps when work begins.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.hide()

    def begin(self, text: str) -> None:
        """Work began."""
        self._busy = True
        self.text.setText(text)
        self.button.setText(_("Stop"))
        self.bar.setValue(0)
        self.bar.show()
        self.show()

    def advance(self, part: float) -> None:
        """So much is done, 0 to 1."""
        self.bar.setValue(round(part * 100))

    def end(self) -> None:
        """Work is done."""
        self._busy = False
        self.hide()

    def offer_again(self, text: str) -> None:
        """The user stopped the work; it can be begun again."""
        self._busy = False
        self.text.setText(text)
        self.button.setText(_("Again"))
        self.bar.hide()
        self.show()

    def _clicked(self) -> None:
        (self.stopped if self._busy else self.again).emit()
