"""The Workshop menu's presentations."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journeymap.editor.presentation.steps import Way, place_of
from journeymap.editor.presentation.view import Presentation
from journeymap.editor.typing_focus import finish_typing
from journeymap.editor.workspace import Workspace


class PresentCommands(QObject):
    """Presents the map that is open; how it was gone through the last time is the proposal for the next."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._workspace: Workspace | None = None
        self._way: Way = "stages"
        self._persona = ""
        self.shown: Presentation | None = None

    @property
    def workspace(self) -> Workspace | None:
        """The map that is open."""
        return self._workspace

    @workspace.setter
    def workspace(self, workspace: Workspace | None) -> None:
        self.end()
        self._workspace = workspace

    def present(self) -> None:
        """From the whole map on."""
        self._begin(None)

    def present_from_here(self) -> None:
        """From what is selected on; from the whole map where nothing is that has a place in it."""
        if self._workspace is not None:
            document = self._workspace.document
            self._begin(place_of(document.journey, document.selection.current))

    def end(self) -> None:
        """End the presentation, if there is one."""
        if self.shown is not None:
            self.shown.close()

    def _begin(self, at: str | None) -> None:
        if self._workspace is None:
            return
        finish_typing(self._window)
        self.end()
        shown = Presentation(self._workspace.document, self._way, self._persona, at, self._window)
        shown.ended.connect(self._ended)
        self.shown = shown
        shown.fill(self._window.screen())

    def _ended(self) -> None:
        shown, self.shown = self.shown, None
        if shown is not None and self._workspace is not None:
            self._way, self._persona = shown.talk.way, shown.talk.persona
            self._window.activateWindow()
