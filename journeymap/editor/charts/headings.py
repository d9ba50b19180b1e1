"""Headings of the panel's sections: a bold title that is cut where there is no room, and a muted remark."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journeymap.editor.theme import scaled
from journeymap.editor.widgets.labels import ElidedLabel

KEPT_WIDTH = 160
HEIGHT = 22


class Heading(QWidget):
    """A bold title and a muted remark on one line. Where there is no room, the remark is cut, with `cut_title` the title."""

    def __init__(self, cut_title: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut_title = cut_title
        self.title = ElidedLabel("", self, role="strong")
        self.remark = ElidedLabel("", self, role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for label in (self.title, self.remark):
            # As wide as their text, so that the remark follows the title; narrower where there is no room.
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(label)
        row.addStretch(1)
        # The same beside and without digits of a taller script, so that all sections begin at one height.
        self.setFixedHeight(scaled(HEIGHT))

    def show_text(self, title: str, remark: str = "") -> None:
        """Show these."""
        self.title.setText(title)
        self.remark.setText(remark)
        kept = self.remark if self._cut_title else self.title
        kept.setMinimumWidth(min(kept.sizeHint().width(), KEPT_WIDTH))
