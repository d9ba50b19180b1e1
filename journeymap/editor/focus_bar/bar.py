"""The thin bar above the map while only a part of it is looked at."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journeymap.editor.document import Document
from journeymap.editor.focus_bar.state import counted, in_words, kept
from journeymap.editor.icons import pixmap
from journeymap.editor.widgets.labels import ElidedLabel, TextLabel
from journeymap.language import _
from journeymap.layout.focus import EVERYTHING

ICON = 16


class FocusBar(QFrame):
    """`change_wanted`: the sheet should open."""

    change_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setObjectName("focusBar")
        self.setAccessibleName(_("Focus"))
        self._sign = TextLabel()
        self.count = TextLabel(role="strong")
        self.words = ElidedLabel()
        self.change = QPushButton(_("Change…"))
        self.everything = QPushButton(_("Show all"))
        for button in (self.change, self.everything):
            button.setProperty("role", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 10, 3)
        row.setSpacing(8)
        for widget in (self._sign, self.count):
            row.addWidget(widget)
        row.addWidget(self.words, 1)
        row.addWidget(self.change)
        row.addWidget(self.everything)
        self.change.clicked.connect(self.change_wanted)
        self.everything.clicked.connect(self._show_all)
        self.hide()

    def refresh(self) -> None:
        """Say what is looked at and how much of the map that is; without a focus there is no bar."""
        journey, focus = self._document.journey, self._document.focus
        self._sign.setPixmap(pixmap("focus", ICON, "accent", self.devicePixelRatioF()))
        self.setVisible(bool(focus))
        if focus:
            self.count.setText(counted(journey, focus))
            words = in_words(journey, focus)
            if not kept(journey, focus):
                words = _("{focus}: nothing on the map fits").format(focus=words)
            self.words.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """The sign has the colour of the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._sign.setPixmap(pixmap("focus", ICON, "accent", self.devicePixelRatioF()))

    def _show_all(self) -> None:
        self._document.set_focus(EVERYTHING)
