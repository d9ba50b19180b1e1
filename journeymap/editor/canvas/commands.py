"""What can be done on the canvas by menu, key or tool bar: each command is one edit."""

import itertools

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from journeymap.editor.canvas.clipboard_image import clipboard_image
from journeymap.editor.canvas.landing import landing_at
from journeymap.editor.canvas.navigate import neighbour
from journeymap.editor.canvas.note_place import note_anchor, store_image
from journeymap.editor.canvas.typing import CanvasTyping
from journeymap.language import N_, _, ngettext
from journeymap.model import clip, edits
from journeymap.model.content import Note
from journeymap.model.edit import Edit
from journeymap.model.findings import MomentOfTruth, PainPoint
from journeymap.model.problem import Problem
from journeymap.model.structure import JOURNEY_ID, Channel, Link, Stage, Touchpoint


class CanvasCommands(CanvasTyping):
    """The commands; they work on what is selected and say in the status bar why they can't."""

    # Where a context menu was opened, in reading coordinates.
    _place: tuple[float, float] | None = None

    # -- adding

    def add_touchpoint(self) -> None:
        """A new touchpoint after the selected one, or at the end of the selected (else the first) stage."""
        journey = self.document.journey
        current = journey.find(Touchpoint, self.document.selection.current or "")
        if current is not None:
            self._add_at(current.stage, current.channel, None)
            return
        if not journey.stages or not journey.channels:
            self.message.emit(_("A touchpoint needs a stage and a channel: add these first."))
            return
        stage = journey.find(Stage, self.document.selection.current or "") or journey.stages[0]
        channel = journey.find(Channel, self.document.selection.current or "") or journey.channels[0]
        self._add_at(stage.id, channel.id, None)

    def add_touchpoint_here(self) -> None:
        """A new touchpoint where the context menu was opened."""
        if self._place is not None:
            self.add_touchpoint_at(*self._place)

    def add_touchpoint_at(self, x: float, y: float) -> None:
        """A new touchpoint at a place in reading coordinates."""
        landing = landing_at(self.map_layout, x, y)
        if landing is not None:
            self._add_at(landing.stage, landing.channel, landing.order)

    def _add_at(self, stage: str, channel: str, order: float | None) -> None:
        with self.document.edit(N_("Add touchpoint")) as edit:
            made = edits.add_touchpoint(self.document.journey, edit, stage, channel, order=order)
        self.edit_new(made.id)

    def next_touchpoint(self) -> None:
        """A touchpoint after the selected one in the same stage, linked from it."""
        self._add_next(0)

    def next_stage_touchpoint(self) -> None:
        """A touchpoint in the next stage, linked from the selected one."""
        self._add_next(1)

    def _add_next(self, step: int) -> None:
        current = self.document.journey.find(Touchpoint, self.document.selection.current or "")
        if current is None:
            self.add_touchpoint()
            return
        try:
            with self.document.edit(N_("Add touchpoint")) as edit:
                made = edits.next_touchpoint(self.document.journey, edit, current.id, step)
        except Problem as problem:
            self.show_problem(problem)
            return
        self.edit_new(made.id)

    def add_stage(self) -> None:
        """A stage after the last one."""
        self._add_stage(None)

    def add_stage_before(self) -> None:
        """A stage before the selected one."""
        self._add_stage(self._index(Stage, 0))

    def add_stage_after(self) -> None:
        """A stage after the selected one."""
        self._add_stage(self._index(Stage, 1))

    def _add_stage(self, index: int | None) -> None:
        with self.document.edit(N_("Add stage")) as edit:
            made = edits.add_stage(self.document.journey, edit, index=index)
        self.edit_new(made.id)

    def add_channel(self) -> None:
        """A channel below the last one."""
        self._add_channel(None)

    def add_channel_above(self) -> None:
        """A channel above the selected one."""
        self._add_channel(self._index(Channel, 0))

    def add_channel_below(self) -> None:
        """A channel below the selected one."""
        self._add_channel(self._index(Channel, 1))

    def _add_channel(self, index: int | None) -> None:
        with self.document.edit(N_("Add channel")) as edit:
            made = edits.add_channel(self.document.journey, edit, index=index)
        self.edit_new(made.id)

    def _index(self, cls: type[Stage] | type[Channel], after: int) -> int | None:
        ids = [record.id for record in self.document.journey.all(cls)]
        current = self.document.selection.current
        return ids.index(current) + after if current in ids else None

    def add_pain(self) -> None:
        """A pain point on all that is selected."""
        on = [id for id in self.marked() if self._is(id, Touchpoint, Stage, Link)]
        if not on:
            self.message.emit(_("Select the touchpoint, link or stage that hurts, then add the pain point."))
            return
        with self.document.edit(N_("Add pain point")) as edit:
            made = edits.add_pain(self.document.journey, edit, on)
        self.edit_new(made.id)

    def add_truth(self) -> None:
        """A moment of truth on what was selected last."""
        current = next((id for id in reversed(self.marked()) if self._is(id, Touchpoint, Stage)), "")
        if not current:
            self.message.emit(_("Select the touchpoint or stage that decides, then add the moment of truth."))
            return
        with self.document.edit(N_("Add moment of truth")) as edit:
            made = edits.add_truth(self.document.journey, edit, current)
        self.edit_new(made.id)

    def marked(self) -> list[str]:
        """What is selected; for a pain point or a moment of truth, what it sits on."""
        found: list[str] = []
        for id in self.document.selection.ids:
            record = self.document.journey.records.get(id)
            if isinstance(record, PainPoint):
                found += record.on
            else:
                found.append(record.on if isinstance(record, MomentOfTruth) else id)
        return list(dict.fromkeys(found))

    def add_note(self) -> None:
        """A sticky note beside what is selected, or in the middle of what is seen."""
        rect = self.map_layout.rect_of(self.document.selection.current or "")
        if rect is not None:
            self.add_note_at(rect.x + rect.w * 0.6, rect.y + rect.h * 0.6)
        else:
            self.add_note_at(*self.reading(QPointF(self.rect().center())))

    def add_note_at(self, x: float, y: float) -> None:
        """A sticky note at a place in reading coordinates; over a card or a header it stays with that."""
        anchor, left, top = note_anchor(self.map_layout, x, y)
        with self.document.edit(N_("Add note")) as edit:
            made = edit.add(Note, on=anchor, x=round(left, 1), y=round(top, 1))
        self.edit_note(made.id, new=True)

    def add_image(self, data: bytes, title: str = "") -> None:
        """An image on the map, in the middle of what is seen; the same image twice is stored once."""
        try:
            with self.document.edit(N_("Add image")) as edit:
                image = store_image(self.document.journey, edit, data, title)
                _anchor, x, y = note_anchor(self.map_layout, *self.reading(QPointF(self.rect().center())))
                made = edit.add(Note, x=round(x, 1), y=round(y, 1), width=240.0, image=image.id)
        except Problem as problem:
            self.show_problem(problem)
            return
        self.document.selection.set([made.id])

    def _is(self, id: str, *classes: type) -> bool:
        return isinstance(self.document.journey.records.get(id), classes)

    def link_selection(self) -> bool:
        """Link the selected touchpoints in the order in which they were selected; False where there are fewer than two."""
        ids = [id for id in self.document.selection.ids if self._is(id, Touchpoint)]
        if len(ids) < 2:
            return False
        with self.document.edit(N_("Draw link")) as edit:
            for source, target in itertools.pairwise(ids):
                edits.connect(self.document.journey, edit, source, target)
        return True

    def reverse_link(self) -> None:
        """Turn the selected links round."""
        links = [self.document.journey.find(Link, id) for id in self.document.selection.ids]
        with self.document.edit(N_("Turn link round")) as edit:
            for link in links:
                if link is not None:
                    edit.update(link.id, source=link.target, target=link.source)

    # -- moving

    def move_earlier(self) -> None:
        """The selected stage or channel one place earlier."""
        self._reorder(-1)

    def move_later(self) -> None:
        """The selected stage or channel one place later."""
        self._reorder(1)

    def _reorder(self, step: int) -> None:
        current = self.document.selection.current or ""
        cls = Stage if self._is(current, Stage) else Channel
        index = self._index(cls, step)
        if index is None or not 0 <= index < len(self.document.journey.all(cls)):
            return
        with self.document.edit(N_("Move stage") if cls is Stage else N_("Move channel")) as edit:
            edits.reorder(self.document.journey, edit, current, index)

    def nudge(self, dx: int, dy: int) -> None:
        """Move the selected cards, stage or channel by one place, as seen on the screen."""
        dx = -dx if self.map_layout.rtl else dx
        ids = [id for id in self.document.selection.ids if self._is(id, Touchpoint)]
        if ids:
            with self.document.edit(N_("Move card") if len(ids) == 1 else N_("Move cards")) as edit:
                edits.nudge(self.document.journey, edit, ids, dx, dy)
            self.reveal(ids[-1])
        elif self._is(self.document.selection.current or "", Stage) and dx:
            self._reorder(dx)
        elif self._is(self.document.selection.current or "", Channel) and dy:
            self._reorder(dy)

    def step(self, dx: int, dy: int, extend: bool = False) -> None:
        """Select the next element in a direction, as seen on the screen; `extend` keeps what is selected."""
        dx = -dx if self.map_layout.rtl else dx
        selection = self.document.selection
        found = neighbour(self.map_layout, selection.current, dx, dy)
        if found is not None:
            selection.set([*(id for id in selection.ids if extend and id != found), found])
            self.reveal(found)

    # -- the rest of the edit menu

    def edit_current(self) -> None:
        """Type the title of what was selected last."""
        if self.document.selection.current:
            self.edit_title(self.document.selection.current)

    def delete_selection(self) -> None:
        """Delete what is selected, and what can't be without it; the status bar says how much went along."""
        ids = [id for id in self.document.selection.ids if id in self.document.journey and id != JOURNEY_ID]
        if not ids:
            return
        with self.document.edit(N_("Delete")) as edit:
            edit.remove(*ids)
        gone = sum(step.after is None for step in edit.steps())
        more = gone - len(ids)
        text = ngettext("{n} element deleted", "{n} elements deleted", gone).format(n=gone)
        if more > 0:
            text = _("{deleted}, {more} of them because they can't be without the others.").format(
                deleted=text, more=more
            )
        self.message.emit(text)

    def select_all(self) -> None:
        """Select every touchpoint."""
        self.document.selection.set(touchpoint.id for touchpoint in self.document.journey.touchpoints)

    def copy(self) -> None:
        """Copy what is selected to the clipboard."""
        if self.document.selection:
            QGuiApplication.clipboard().setText(clip.copy(self.document.journey, self.document.selection.ids))

    def cut(self) -> None:
        """Copy what is selected, and delete it."""
        if self.document.selection:
            self.copy()
            self.delete_selection()

    def paste(self) -> None:
        """Paste elements, an image, or lines of text as a touchpoint each, into the selected stage and channel."""
        image = clipboard_image()
        if image is not None:
            self.add_image(image)
            return
        stage, channel = self._target()
        self._paste(QGuiApplication.clipboard().text(), stage, channel)

    def paste_here(self) -> None:
        """Paste where the context menu was opened."""
        place = landing_at(self.map_layout, *self._place) if self._place else None
        stage, channel = (place.stage, place.channel) if place else self._target()
        self._paste(QGuiApplication.clipboard().text(), stage, channel)

    def duplicate(self) -> None:
        """A second copy of what is selected."""
        if self.document.selection:
            self._paste(clip.copy(self.document.journey, self.document.selection.ids), None, None, N_("Duplicate"))

    def _target(self) -> tuple[str | None, str | None]:
        """The stage and channel of what is selected."""
        current = self.document.journey.records.get(self.document.selection.current or "")
        if isinstance(current, Touchpoint):
            return current.stage, current.channel
        return (
            current.id if isinstance(current, Stage) else None,
            current.id if isinstance(current, Channel) else None,
        )

    def _paste(self, text: str, stage: str | None, channel: str | None, label: str = N_("Paste")) -> None:
        journey = self.document.journey
        try:
            with self.document.edit(label) as edit:
                if clip.is_clip(text):
                    ids = clip.paste(journey, edit, text, stage, channel)
                else:
                    ids = self._paste_lines(edit, text, stage, channel)
        except Problem as problem:
            self.show_problem(problem)
            return
        if ids:
            self.document.selection.set(ids)
            self.reveal(ids[0])

    def _paste_lines(self, edit: Edit, text: str, stage: str | None, channel: str | None) -> list[str]:
        journey = self.document.journey
        if not text.strip():
            raise Problem("There is nothing on the clipboard that can be pasted here.")
        if not journey.stages or not journey.channels:
            raise Problem("A touchpoint needs a stage and a channel: add these first.")
        stage, channel = stage or journey.stages[0].id, channel or journey.channels[0].id
        made = edits.paste_lines(journey, edit, text, stage, channel)
        return [touchpoint.id for touchpoint in made]

    def typed(self, id: str, how: str, new: bool) -> None:
        """Enter after a new touchpoint's title makes the next one, Tab one in the next stage; a finding leads back to its card."""
        if new and self._is(id, PainPoint, MomentOfTruth):
            if how != "leave":  # a click elsewhere, say on its severity, is about the finding or selects by itself
                self.document.selection.set(self.marked())
            return
        if how == "tab" and self._is(id, Touchpoint):
            self.next_stage_touchpoint()
        elif how == "enter" and new and self._is(id, Touchpoint):
            self.next_touchpoint()

    def skipped(self, card: Touchpoint) -> None:
        """Tab on a new card that stayed empty: the next one stands in the stage after, linked from the card before."""
        journey = self.document.journey
        before = journey.find(Touchpoint, self.document.selection.current or "")
        if before is not None:
            stages = [stage.id for stage in journey.stages]
            self._add_next(stages.index(card.stage) - stages.index(before.stage) + 1)

    def remember_place(self, point: QPointF) -> None:
        """Where the next context menu's commands will work."""
        self._place = self.reading(point)
