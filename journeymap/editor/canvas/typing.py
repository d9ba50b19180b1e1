"""Titles and texts are typed in their place on the map."""

from collections.abc import Callable

from journeymap.editor.canvas.title_editor import TitleEditor
from journeymap.editor.canvas.widget import CanvasWidget
from journeymap.language import N_
from journeymap.layout.map_layout import TextBox
from journeymap.layout.shapes import Rect
from journeymap.model.content import Lane, LaneCell, Note
from journeymap.model.problem import Problem
from journeymap.model.structure import Channel, JourneyInfo, Stage, Touchpoint
from journeymap.model.text import clean_line

RENAME = N_("Rename")


class CanvasTyping(CanvasWidget):
    """Opens a field over an element, and makes one edit of what was typed."""

    _box: TextBox | None = None

    def edit_title(self, id: str, text: str | None = None) -> None:
        """Open an element's title for typing; with `text` that stands there instead of the title."""
        if self.title_editor is not None:
            self.title_editor.finish("leave")
        record = self.document.journey.records.get(id)
        rect = self.map_layout.rect_of(id)
        if isinstance(record, Note):
            self.edit_note(id)
            return
        if record is None or rect is None or isinstance(record, JourneyInfo) or not hasattr(record, "title"):
            return
        self.reveal(id)
        style = "card" if isinstance(record, Touchpoint) else "stage" if isinstance(record, Stage) else "channel"
        inset = Rect(rect.x + 16, rect.y + 8, rect.w - 24, rect.h - 40) if isinstance(record, Touchpoint) else rect
        if isinstance(record, Channel):
            inset = Rect(rect.x, rect.y + 28, rect.w, 44)
        place = self.pixels(inset)
        editor = TitleEditor(id, record.title, style, place, self.camera.zoom, self.map_layout.rtl, self)
        if text is not None:
            editor.setPlainText(text)
            editor.moveCursor(editor.textCursor().MoveOperation.End)
        editor.finished.connect(self._on_title)
        self._open(editor)

    def edit_note(self, id: str, new: bool = False) -> None:
        """Open a sticky note's text for typing; a new one that is left empty goes again."""
        note = self.document.journey.find(Note, id)
        if note is not None and id in self.map_layout.notes and note.image is None:
            self.reveal(id)
            if new:
                self._selected_before = self.document.selection.ids
                self.document.selection.set([id])
            self._new = id if new else None
            self._type_in(id, note.text, self.map_layout.notes[id].rect, self._on_note)

    def edit_text(self, box: TextBox) -> None:
        """Open a text in a lane for typing, or an empty place in one."""
        record = self.document.journey.records.get(box.id)
        if self.document.journey.find(LaneCell, box.id) is None and record is None and not self._is_own(box):
            return
        self._box = box
        self._type_in(box.id, getattr(record, box.field, ""), box.rect, self._on_text)

    def _is_own(self, box: TextBox) -> bool:
        lane = self.document.journey.find(Lane, box.lane)
        return lane is not None and lane.type == "text"

    def _type_in(self, id: str, text: str, rect: Rect, done: Callable[[str, str, str], None]) -> None:
        if self.title_editor is not None:
            self.title_editor.finish("leave")
        tall = Rect(rect.x, rect.y, rect.w, max(rect.h, 64))
        rtl = self.map_layout.rtl
        editor = TitleEditor(id, text, "note", self.pixels(tall), self.camera.zoom, rtl, self, many=True)
        editor.finished.connect(done)
        self._open(editor)

    def _open(self, editor: TitleEditor) -> None:
        self.title_editor = editor
        editor.show()
        editor.setFocus()

    def _on_note(self, id: str, text: str, how: str) -> None:
        new, self._new = self._new == id, None
        self._close_editor()
        note = self.document.journey.find(Note, id)
        if note is None:
            return
        if new and not text:
            self.take_back(id)
        elif note.text != text:
            try:
                with self.document.edit(N_("Edit note")) as edit:
                    edit.update(id, text=text)
            except Problem as problem:
                self.show_problem(problem)
                return
            if new:
                self.document.fold()

    def _on_text(self, id: str, text: str, how: str) -> None:
        box, self._box = self._box, None
        self._close_editor()
        if box is None or text == getattr(self.document.journey.records.get(id), box.field, ""):
            return
        try:
            with self.document.edit(N_("Edit text")) as edit:
                if not id:
                    edit.add(LaneCell, lane=box.lane, stage=box.stage, text=text)
                elif box.field == "owner":
                    edit.update(id, owner=clean_line(text))
                elif not text and self.document.journey.find(LaneCell, id) is not None:
                    edit.remove(id)
                else:
                    edit.update(id, **{box.field: text})
        except Problem as problem:
            self.show_problem(problem)

    def edit_new(self, id: str) -> None:
        """Type the title of an element that was just added; left empty, it is taken away again."""
        if self._new is None:
            self._selected_before = self.document.selection.ids
        self.document.selection.set([id])
        self.edit_title(id)
        self._new = id if self.title_editor is not None else None

    def _on_title(self, id: str, text: str, how: str) -> None:
        new = self._new == id
        self._new = None
        self._close_editor()
        record = self.document.journey.records.get(id)
        if record is None:
            return
        if new and not text:
            if how == "enter":
                self._new = id
                self.edit_new(id)
                return
            self.take_back(id)
            if how == "tab" and isinstance(record, Touchpoint):
                self.skipped(record)
            return
        if getattr(record, "title", "") != text:
            try:
                with self.document.edit(RENAME) as edit:
                    edit.update(id, title=text)
            except Problem as problem:
                self.show_problem(problem)
                return
            if new:
                self.document.fold()
        self.typed(id, how, new)

    def take_back(self, id: str) -> None:
        """A new element that stayed empty goes again, and leaves no step in the history."""
        with self.document.edit(N_("Delete")) as edit:
            edit.remove(id)
        self.document.fold()
        self.document.selection.set(old for old in self._selected_before if old in self.document.journey)

    def skipped(self, card: Touchpoint) -> None:
        """A new card was left empty with Tab: what comes belongs in the stage after it."""

    def typed(self, id: str, how: str, new: bool) -> None:
        """A title was typed; `how` says which key ended it."""
