"""The Edit and Map menus: a field in which is typed takes what belongs to text, the table or the canvas all else."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from journeymap.editor.inspector.colours import PERSONA_COLOURS
from journeymap.editor.typing_focus import finish_typing, typed_in
from journeymap.editor.workspace import Workspace
from journeymap.language import N_, _, explain
from journeymap.model import edits
from journeymap.model.findings import PainPoint
from journeymap.model.people import Persona
from journeymap.model.problem import Problem
from journeymap.model.structure import Stage, Touchpoint

if TYPE_CHECKING:
    from journeymap.editor.table.commands import TableView
    from journeymap.editor.table.pane import TablePane


class EditCommands(QObject):
    """Commands on the map that is open; without one they do nothing."""

    message = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.workspace: Workspace | None = None

    @property
    def _table(self) -> "TablePane | None":
        """The table while it is shown."""
        return self.workspace.table if self.workspace is not None and self.workspace.view == "table" else None

    @property
    def _cells(self) -> "TableView | None":
        """The cells of the table while they have the keyboard."""
        field = self._window.focusWidget()
        return self._table.view if self._table is not None and field in (self._table, self._table.view) else None

    def undo(self) -> None:
        """Take the last change back."""
        self._replay("undo")

    def redo(self) -> None:
        """Make it again."""
        self._replay("redo")

    def cut(self) -> None:
        """Cut text, or what is selected."""
        field = typed_in(self._window)
        if field is not None:
            field.cut()
        elif self._cells is not None:
            self._cells.cut()
        elif self.workspace is not None:
            self.workspace.canvas.cut()

    def copy(self) -> None:
        """Copy text, or what is selected."""
        field = typed_in(self._window)
        if field is not None:
            field.copy()
        elif self._cells is not None:
            self._cells.copy()
        elif self.workspace is not None:
            self.workspace.canvas.copy()

    def paste(self) -> None:
        """Paste text into the field, or elements into the map."""
        field = typed_in(self._window)
        if field is not None:
            field.paste()
        elif self._cells is not None:
            self._cells.paste()
        elif self.workspace is not None:
            self.workspace.canvas.paste()

    def duplicate(self) -> None:
        """A second copy of what is selected."""
        if self.workspace is not None:
            self.workspace.canvas.duplicate()

    def delete(self) -> None:
        """Delete what is selected; in the table, empty its cells."""
        if self._cells is not None:
            self._cells.clear()
        elif self.workspace is not None:
            self.workspace.canvas.delete_selection()

    def select_all(self) -> None:
        """Select all text, or all touchpoints."""
        field = typed_in(self._window)
        if field is not None:
            field.selectAll()
        elif self._cells is not None:
            self._cells.select_all()
        elif self.workspace is not None:
            self.workspace.canvas.select_all()

    def rename(self) -> None:
        """Type a title: where it stands in the view that is shown, else in the inspector."""
        workspace = self.workspace
        if self._cells is not None:
            self._cells.type_here()
            return
        current = workspace.document.selection.current if workspace is not None else None
        if workspace is None or current is None:
            return
        if not workspace.edit_title(current):
            workspace.show_panel("inspector", True)
            workspace.inspector.edit_title()

    def add_note(self) -> None:
        """A sticky note beside what is selected."""
        if self.workspace is not None:
            self.workspace.canvas.add_note()

    def add_stage(self) -> None:
        """A stage at the end."""
        if self._table is not None:
            self._table.add("stage")
        elif self.workspace is not None:
            self.workspace.canvas.add_stage()

    def add_channel(self) -> None:
        """A channel at the bottom."""
        if self._table is not None:
            self._table.add("channel")
        elif self.workspace is not None:
            self.workspace.canvas.add_channel()

    def add_persona(self) -> None:
        """A persona, its name ready to be typed: in the table, else in the inspector."""
        if self.workspace is None:
            return
        if self._table is not None:
            self._table.add("persona")
            return
        document = self.workspace.document
        personas = document.journey.all(Persona)
        colour, _name = PERSONA_COLOURS[len(personas) % len(PERSONA_COLOURS)]
        order = max((persona.order for persona in personas), default=-1.0) + 1
        with document.edit(N_("Add persona")) as edit:
            made = edit.add(Persona, order=order, colour=colour)
        self._type_title(made.id)

    def add_action(self) -> None:
        """An action that answers what is selected."""
        if self.workspace is None:
            return
        if self._table is not None:
            self._table.add("action")
            return
        document = self.workspace.document
        classes = (PainPoint, Touchpoint, Stage)
        answers = [id for id in document.selection.ids if isinstance(document.journey.records.get(id), classes)]
        with document.edit(N_("Add action")) as edit:
            made = edits.add_action(document.journey, edit, answers)
        self._type_title(made.id)

    def properties(self) -> None:
        """Show what the map is about in the inspector."""
        if self.workspace is not None:
            finish_typing(self._window)
            self.workspace.document.selection.clear()
            self.workspace.show_panel("inspector", True)
            self.workspace.inspector.edit_title()

    def _type_title(self, id: str) -> None:
        if self.workspace is not None:
            self.workspace.document.selection.set([id])
            self.workspace.show_panel("inspector", True)
            self.workspace.inspector.edit_title()

    def _replay(self, which: str) -> None:
        if self.workspace is None:
            return
        finish_typing(self._window)
        document = self.workspace.document
        label = document.history.undo_label if which == "undo" else document.history.redo_label
        try:
            if which == "undo":
                document.undo()
            else:
                document.redo()
        except Problem as problem:
            self.message.emit(explain(problem))
            return
        if label:
            text = _("Undone: {change}") if which == "undo" else _("Redone: {change}")
            self.message.emit(text.format(change=_(label)))


def release_clipboard() -> None:
    """Let go of the clipboard at the end: on the screenless platform Qt crashes on what is left there."""
    if QApplication.platformName() == "offscreen":
        QApplication.clipboard().clear()
