"""Titles of actions are typed on their cards; new ones are added, and go again if they stay empty."""

from PySide6.QtCore import QRectF

from journeymap.editor.actions_view.canvas import ActionsCanvas
from journeymap.editor.canvas.title_editor import TitleEditor
from journeymap.language import N_
from journeymap.layout.shapes import Rect
from journeymap.model.attach import add_action
from journeymap.model.edit import Edit
from journeymap.model.findings import PainPoint
from journeymap.model.structure import Stage, Touchpoint

TALL = 46.0


class ActionsTyping(ActionsCanvas):
    """Opens a field over a card."""

    title_editor: TitleEditor | None = None
    _new: str | None = None
    _before: tuple[str, ...] = ()

    def edit_title(self, id: str) -> bool:
        """Open a title for typing; False where this action is not shown."""
        self.finish_typing()
        rect = self.shown.rects.get(id)
        if rect is None:
            return False
        self.reveal(id)
        action, layout = self.shown.facts.action(id), self.shown
        place: QRectF = self.pixels(Rect(rect.x + 6, rect.y + 5, rect.w - 12, max(min(rect.h, 90.0) - 10, TALL)))
        self.title_editor = TitleEditor(id, action.title, "card", place, self.zoom, layout.rtl, self)
        self.title_editor.finished.connect(self._typed)
        self.title_editor.show()
        self.title_editor.setFocus()
        return True

    def finish_typing(self) -> None:
        """Keep what is being typed."""
        if self.title_editor is not None:
            self.title_editor.finish("leave")

    def add(self, x: float | None = None, y: float | None = None) -> None:
        """A new action where the selected one stands, or at a place; it answers what is selected elsewhere."""
        self.finish_typing()
        journey, selection = self.document.journey, self.document.selection
        answers = [id for id in selection.ids if isinstance(journey.records.get(id), (PainPoint, Touchpoint, Stage))]
        self._before = selection.ids
        beside = next(reversed(self.chosen()), None)
        made: list[str] = []

        def adding(edit: Edit) -> None:
            made.append(add_action(journey, edit, answers).id)
            self.put_new(edit, made[0], beside, x, y)

        if self.change(N_("Add action"), adding):
            selection.set(made)
            self._new = made[0]
            self.edit_title(made[0])

    def put_new(self, edit: Edit, id: str, beside: str | None, x: float | None, y: float | None) -> None:
        """Put a new action beside another one, or at a place."""
        raise NotImplementedError

    def _typed(self, id: str, text: str, how: str) -> None:
        new, self._new = self._new == id, None
        editor, self.title_editor = self.title_editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()
        if how != "leave":
            self.setFocus()
        if id not in self.document.journey:
            return
        if new and not text:
            self.change(N_("Delete"), lambda edit: edit.remove(id))
            self.document.fold()
            self.document.selection.set(old for old in self._before if old in self.document.journey)
        elif self.shown.facts.action(id).title != text:
            self.change(N_("Rename"), lambda edit: edit.update(id, title=text))
            if new:
                self.document.fold()
