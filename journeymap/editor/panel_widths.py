"""The panels at the sides grow and shrink with the size of texts, and leave room for the map."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter

from journeymap.editor.settings import Settings
from journeymap.editor.theme import theme

KEPT = "window/text-scale"
MOST_SHARE = 0.45  # of the window, for both panels together


class PanelWidths(QObject):
    """Follows the theme for one splitter of three: panel, map, panel."""

    def __init__(self, splitter: QSplitter, settings: Settings) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._settings = settings
        self._scale = 1.0
        theme().changed.connect(self.fit)

    def fit(self) -> None:
        """As wide as the texts of today need, as they were wide for those of before."""
        now = theme().scale
        if now == self._scale:
            return
        ratio, self._scale = now / self._scale, now
        left, middle, right = self._splitter.sizes()
        whole = left + middle + right
        ratio = min(ratio, max(1.0, MOST_SHARE * whole / max(1, left + right)))
        left, right = round(left * ratio), round(right * ratio)
        self._splitter.setSizes([left, whole - left - right, right])

    def restore(self) -> None:
        """The widths were kept at this size of texts."""
        try:
            self._scale = float(self._settings.text(KEPT, "1.0"))
        except ValueError:
            self._scale = 1.0
        if not 0.5 <= self._scale <= 2.0:
            self._scale = 1.0

    def remember(self) -> None:
        """Keep at which size of texts the widths were chosen."""
        self._settings.set_text(KEPT, str(self._scale))
