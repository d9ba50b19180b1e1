"""The bar over the map while a path is drawn: whose it is, how long it is by now, and how it ends."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeymap.editor.widgets.labels import ElidedLabel, TextLabel, set_tip
from journeymap.language import _, ngettext

WIDTH = 640


class PathBar(QFrame):
    """What can be pressed; `PathMode` does it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pathBar")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.title = ElidedLabel(role="strong")
        self.hint = TextLabel(
            _("Click the touchpoints in order; click again to take one out."), role="small", wrap=True
        )
        self.way = QPushButton(_("Along the links"))
        set_tip(self.way, _("Fill the gaps with what lies between on the shortest way along the links"))
        self.clear = QPushButton(_("Clear"))
        self.cancel = QPushButton(_("Cancel"))
        self.accept = QPushButton(_("Done"))
        self.accept.setProperty("role", "primary")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 10, 8)
        row.setSpacing(6)
        row.addLayout(texts, 1)
        for button in (self.way, self.clear, self.cancel, self.accept):
            row.addWidget(button)

    def show_path(self, name: str, n: int) -> None:
        """Say whose path it is and how many touchpoints it has."""
        text = ngettext("Path of {persona}: {n} touchpoint", "Path of {persona}: {n} touchpoints", n)
        self.title.setText(text.format(persona=name, n=n))
        self.clear.setEnabled(n > 0)
