"""Finding: the palette, find and replace, the focus."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from journeymap.editor.actions import Actions
from journeymap.editor.find.commands import FindCommands
from journeymap.editor.focus_bar.commands import FocusCommands
from journeymap.editor.palette.commands import PaletteCommands
from journeymap.editor.settings import Settings
from journeymap.editor.workspace import Workspace


class SearchCommands(QObject):
    """`message` carries sentences for the status bar."""

    message = Signal(str)

    def __init__(
        self, window: QWidget, actions: Actions, settings: Settings, focus_button: Callable[[], QRect]
    ) -> None:
        """`focus_button` is where the button is that opens the focus, in the window."""
        super().__init__(window)
        self._palette = PaletteCommands(window, actions, settings)
        self.finding = FindCommands(window)
        self.focus = FocusCommands(window, actions["focus"], focus_button)
        self._palette.message.connect(self.message)
        self.finding.message.connect(self.message)

    def attach(self, workspace: Workspace | None) -> None:
        """Serve another map."""
        self._palette.attach(workspace)
        self.focus.attach(workspace)
        self.finding.attach(workspace)

    def palette(self) -> None:
        """Show the palette."""
        self._palette.open()
