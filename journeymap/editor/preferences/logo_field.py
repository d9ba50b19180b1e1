"""The logo that exports carry, kept as a small PNG file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.editor.settings import Settings
from journeymap.editor.widgets.picture_box import PictureBox
from journeymap.language import _, explain
from journeymap.layout import sizes
from journeymap.model.problem import Problem
from journeymap.paint.shrink import as_png

SHARP = 4  # pixels a map unit: for a poster


class LogoField(QWidget):
    """`refused` carries a sentence; `data` is the logo, or None."""

    refused = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data: bytes | None = None
        self.box = PictureBox(settings, _("Logo"), shrink=round(sizes.LOGO_WIDTH * SHARP))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.box.chosen.connect(self._chosen)
        self.box.removed.connect(self._removed)
        self.box.refused.connect(self.refused)

    def show_data(self, data: bytes | None) -> None:
        """Show a logo, or that there is none."""
        self.data = data
        self.box.show_data(data)

    def _chosen(self, data: bytes, _name: str) -> None:
        try:
            self.show_data(as_png(data, round(sizes.LOGO_WIDTH * SHARP), round(sizes.LOGO_HEIGHT * SHARP)))
            self.refused.emit("")
        except Problem as problem:
            self.refused.emit(explain(problem))

    def _removed(self) -> None:
        self.show_data(None)
