"""What is shown in the place of the first rows where a file can't be read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import _


class Trouble(QWidget):
    """A sentence, and a button to try again; the file may have been mended meanwhile."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = TextLabel("", wrap=True)
        self.button = QPushButton(_("Read again"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.again)
        banner = QFrame(self)
        banner.setProperty("role", "banner")
        inside = QHBoxLayout(banner)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(14)
        inside.addWidget(self.sentence, 1)
        inside.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(banner)
        column.addStretch(1)

    def say(self, sentence: str) -> None:
        """Show this sentence."""
        self.sentence.setText(sentence)
