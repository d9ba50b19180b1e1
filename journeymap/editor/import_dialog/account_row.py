"""One row for what became of the answers, or, while work is under way, for how far it is and a button that stops it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedLayout, QWidget

from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import _

HEIGHT = 40
PATIENCE = 250


class AccountRow(QWidget):
    """`stopped` and `again` tell what the user wants. Work under `PATIENCE` milliseconds is not shown: nothing flickers."""

    stopped = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.busy = False
        self.account = TextLabel("", self, wrap=True)
        self.work = QWidget(self)
        self.text = TextLabel("", self.work, role="muted")
        self.bar = QProgressBar(self.work)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.bar.setFixedWidth(180)
        self.button = QPushButton(_("Stop"), self.work)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._clicked)
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.text)
        row.addWidget(self.bar)
        row.addWidget(self.button)
        row.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.account)
        self._stack.addWidget(self.work)
        self.setFixedHeight(HEIGHT)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._show_work)

    def tell(self, sentence: str, trouble: bool = False) -> None:
        """Work is done: show what came of it, or what is wrong."""
        self.busy = False
        self._timer.stop()
        self.account.setProperty("role", "warning" if trouble else "")
        self.account.style().unpolish(self.account)
        self.account.style().polish(self.account)
        self.account.setText(sentence)
        self._stack.setCurrentWidget(self.account)

    def begin(self, text: str) -> None:
        """Work began."""
        self.busy = True
        self.text.setText(text)
        self.button.setText(_("Stop"))
        self.bar.setValue(0)
        self.bar.show()
        self._timer.start()

    def advance(self, part: float) -> None:
        """So much is done, 0 to 1."""
        self.bar.setValue(round(part * 100))

    def offer_again(self, text: str) -> None:
        """The user stopped the work; it can be begun again."""
        self.busy = False
        self._timer.stop()
        self.text.setText(text)
        self.button.setText(_("Again"))
        self.bar.hide()
        self._show_work()

    def _show_work(self) -> None:
        self._stack.setCurrentWidget(self.work)

    def _clicked(self) -> None:
        (self.stopped if self.busy else self.again).emit()
