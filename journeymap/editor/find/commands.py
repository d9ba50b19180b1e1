"""Find and replace as the menus and keys call it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journeymap.editor.find.bar import FindBar
from journeymap.editor.places import show_element
from journeymap.editor.typing_focus import finish_typing, typed_in
from journeymap.editor.workspace import Workspace
from journeymap.model.search import Hit

LONGEST = 100


class FindCommands(QObject):
    """Without a map they do nothing. `message` carries sentences for the status bar."""

    message = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._workspace: Workspace | None = None
        self.bar: FindBar | None = None

    def attach(self, workspace: Workspace | None) -> None:
        """Serve another map, with a bar of its own."""
        self._workspace = workspace
        self.bar = None
        if workspace is not None:
            self.bar = FindBar(workspace.document, workspace)
            self.bar.message.connect(self.message)
            self.bar.closed.connect(workspace.focus_view)
            self.bar.finder.wanted.connect(self._show)
            workspace.bars.addWidget(self.bar)

    def find(self) -> None:
        """Show the bar; text that is marked somewhere is sought at once."""
        self._ask(replacing=False)

    def replace(self) -> None:
        """Show the bar with its second line."""
        self._ask(replacing=True)

    def next(self) -> None:
        """The next hit."""
        self._step(1)

    def previous(self) -> None:
        """The hit before."""
        self._step(-1)

    def _ask(self, replacing: bool) -> None:
        if self.bar is None:
            return
        marked = self._marked()
        finish_typing(self._window)
        self.bar.ask(marked, replacing)

    def _step(self, by: int) -> None:
        if self.bar is None:
            return
        if not self.bar.isVisible():
            self._ask(replacing=False)
        elif by > 0:
            self.bar.find_next()
        else:
            self.bar.find_previous()

    def _marked(self) -> str:
        """What is marked in the field in which is typed, if it is of one line."""
        field = typed_in(self._window)
        if field is None or (self.bar is not None and self.bar.isAncestorOf(field)):
            return ""
        text = field.selectedText() if isinstance(field, QLineEdit) else field.textCursor().selectedText()
        # Qt parts lines in a marked text by U+2029.
        return text if len(text) <= LONGEST and "\u2029" not in text else ""

    def _show(self, hit: Hit) -> None:
        if self._workspace is None:
            return
        typing = self._window.focusWidget()
        show_element(self._workspace, hit.id, hit.path)
        # Another view that is shown for it takes the focus; who types what is sought goes on typing.
        if typing is not None and self.bar is not None and self.bar.isAncestorOf(typing):
            typing.setFocus()
