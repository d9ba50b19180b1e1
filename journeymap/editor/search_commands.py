"""Finding: the palette, find and replace, the focus."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journeymap.editor.actions import Actions
from journeymap.editor.find.commands import FindCommands
from journeymap.editor.palette.commands import PaletteCommands
from journeymap.editor.settings import Settings
from journeymap.editor.workspace import Workspace


class SearchCommands(QObject):
    """`message` carries sentences for the status bar."""

    message = Signal(str)

    def __init__(self, window: QWidget, actions: Actions, settings: Settings) -> None:
        super().__init__(window)
        self._palette = PaletteCommands(window, actions, settings)
        self.finding = FindCommands(window)
        self._palette.message.connect(self.message)
        self.finding.message.connect(self.message)

    def attach(self, workspace: Workspace | None) -> None:
        """Serve another map."""
        self._palette.attach(workspace)
        self.finding.attach(workspace)

    def palette(self) -> None:
        """Show the palette."""
        self._palette.open()
