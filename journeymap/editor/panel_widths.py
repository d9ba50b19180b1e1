"""The panels at the sides grow and shrink with the size of texts, and leave room for the map."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter

from journeymap.editor.settings import Settings
from journeymap.editor.theme import theme

KEPT = "window/text-scale"


def growth(scale: float) -> float:
    """How much wider panels are for larger texts: half of what the texts grow by, for they can break into lines."""
    return 1 + (scale - 1) / 2


def grown(pixels: float) -> int:
    """A length of a panel that was chosen for texts of the usual size, for those of today."""
    return round(pixels * growth(theme().scale))


class PanelWidths(QObject):
    """Follows the theme for one splitter of three: panel, map, panel. `scale` is what its widths were chosen for."""

    def __init__(self, splitter: QSplitter, settings: Settings) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._settings = settings
        self._scale = 1.0
        theme().changed.connect(self.fit)
        splitter.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before it is shown, a splitter does not know how wide its parts are."""
        if event.type() == QEvent.Type.Show:
            self.fit()
        return False

    def fit(self) -> None:
        """As wide as the texts of today need, as they were wide for those of before."""
        now = theme().scale
        if now == self._scale or not self._splitter.isVisible():
            return
        ratio, self._scale = growth(now) / growth(self._scale), now
        left, middle, right = self._splitter.sizes()
        whole = left + middle + right
        left, right = round(left * ratio), round(right * ratio)
        self._splitter.setSizes([left, max(1, whole - left - right), right])

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
