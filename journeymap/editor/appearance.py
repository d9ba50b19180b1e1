"""The look of the window as its user wants it: the system's light or dark, or one chosen for good; and the size of texts."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from journeymap.editor.schemes import SCHEMES, scheme_name
from journeymap.editor.settings import Settings
from journeymap.editor.theme import LEAST_SCALE, MOST_SCALE, apply_theme, theme

SCHEME, TEXT_SIZE = "appearance/scheme", "appearance/text"
SYSTEM = "system"


class Appearance(QObject):
    """Dresses the application, and does so again when the settings or the system change."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        hints.accessibility().contrastPreferenceChanged.connect(self.apply)
        settings.changed.connect(self._setting)
        self._dress()

    def apply(self) -> None:
        """Dress the application anew where it ought to look otherwise."""
        now = theme()
        if (now.scheme, now.scale) != (self.scheme(), text_scale(self._settings)):
            self._dress()

    def scheme(self) -> str:
        """The name of the scheme that is wanted."""
        wanted = self._settings.text(SCHEME, SYSTEM)
        if wanted in SCHEMES:
            return wanted
        hints = self._application.styleHints()
        contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        return scheme_name(hints.colorScheme() == Qt.ColorScheme.Dark, contrast)

    def _setting(self, name: str) -> None:
        if name in (SCHEME, TEXT_SIZE):
            self.apply()

    def _dress(self) -> None:
        # The frame of the window and the system's own dialogs are to go with what is inside.
        wanted = self._settings.text(SCHEME, SYSTEM)
        kinds = Qt.ColorScheme
        kind = kinds.Unknown if wanted not in SCHEMES else kinds.Dark if wanted.startswith("dark") else kinds.Light
        self._application.styleHints().setColorScheme(kind)
        apply_theme(self._application, self.scheme(), text_scale(self._settings))


def text_scale(settings: Settings) -> float:
    """The scale of texts that is wanted, 0.9 to 1.5."""
    try:
        percent = int(settings.text(TEXT_SIZE, "100"))
    except ValueError:
        percent = 100
    return min(max(percent / 100, LEAST_SCALE), MOST_SCALE)
