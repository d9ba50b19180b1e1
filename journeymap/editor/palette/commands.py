"""Opens the palette with all that can be found now, and does what was chosen."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journeymap.editor.actions import Actions
from journeymap.editor.palette import command_list, element_index
from journeymap.editor.palette.choices import Choice, choices
from journeymap.editor.palette.command_list import command_entries
from journeymap.editor.palette.element_index import ElementIndex
from journeymap.editor.palette.entry import Entry
from journeymap.editor.palette.palette import Palette
from journeymap.editor.palette.recent import Recent
from journeymap.editor.places import show_element
from journeymap.editor.settings import Settings
from journeymap.editor.typing_focus import finish_typing
from journeymap.editor.workspace import Workspace
from journeymap.language import explain
from journeymap.model.problem import Problem


class PaletteCommands(QObject):
    """Without a map it finds commands only. `message` carries sentences for the status bar."""

    message = Signal(str)

    def __init__(self, window: QWidget, actions: Actions, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._recent = Recent(settings)
        self._workspace: Workspace | None = None
        self._index: ElementIndex | None = None
        self._choices: dict[str, Choice] = {}
        self.palette = Palette(window, self._detail)
        self.palette.chosen.connect(self._chosen)

    def attach(self, workspace: Workspace | None) -> None:
        """Find in another map."""
        self.palette.close_sheet()
        self._workspace = workspace
        self._index = ElementIndex(workspace.document, workspace) if workspace is not None else None
        self._choices = {}

    def open(self) -> None:
        """Show it, or close it where it is shown."""
        if self.palette.isVisible():
            self.palette.close_sheet()
            return
        finish_typing(self._window)
        found = command_entries(self._actions)
        if self._workspace is not None and self._index is not None:
            self._choices = {choice.entry.key: choice for choice in choices(self._workspace.document)}
            found += [choice.entry for choice in self._choices.values()]
            found += self._index.entries()
        self.palette.ask(found, self._recent.keys())

    def _detail(self, entry: Entry) -> str:
        if entry.key.startswith(f"{element_index.PREFIX}|") and self._index is not None:
            return self._index.detail(entry)
        return entry.detail

    def _chosen(self, entry: Entry) -> None:
        kind, _bar, rest = entry.key.partition("|")
        # The name of a segment is the client's; what the program remembers of a map are ids.
        if kind != "segment":
            self._recent.add(entry.key)
        if kind == command_list.PREFIX:
            self._actions[rest].trigger()
        elif kind == element_index.PREFIX and self._workspace is not None:
            id, _bar, path = rest.partition("|")
            show_element(self._workspace, id, path)
        elif entry.key in self._choices:
            try:
                self._choices[entry.key].run()
            except Problem as problem:
                self.message.emit(explain(problem))
