"""What the window does with the preferences: shows them, and lets them take effect on the open map."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journeymap.editor.document import Document
from journeymap.editor.preferences.choices import PALETTE, TENTATIVE, WITHHOLD, first_heat, read
from journeymap.editor.preferences.dialog import PreferencesDialog
from journeymap.editor.settings import Settings
from journeymap.editor.typing_focus import finish_typing


class PreferenceCommands(QObject):
    """Follows the settings and one document."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._document: Document | None = None
        settings.changed.connect(self._setting)

    def ask(self) -> None:
        """Show the page."""
        finish_typing(self._window)
        PreferencesDialog(self._settings, self._window).open()

    def attach(self, document: Document | None) -> None:
        """A map was opened: it is heated as the user likes it."""
        self._document = document
        if document is not None:
            document.set_heat(first_heat(read(self._settings)))

    def _setting(self, name: str) -> None:
        if self._document is None or name not in (PALETTE, WITHHOLD, TENTATIVE):
            return
        wanted, heat = read(self._settings), self._document.heat
        palette = wanted.palette if name == PALETTE else heat.palette
        self._document.set_heat(replace(heat, palette=palette, thresholds=wanted.thresholds))
