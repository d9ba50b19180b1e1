"""The keyboard on the board and the matrix: arrows walk, Alt+arrows move the card, Enter types, N adds."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from journeymap.editor.actions_view.hand import ActionsHand
from journeymap.editor.canvas.keys import ALT, ARROWS, CTRL, META, SHIFT
from journeymap.language import N_
from journeymap.layout.shapes import Rect
from journeymap.model.edit import Edit

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ActionsKeys(ActionsHand):
    """Steps are in reading direction: in a right-to-left map the left arrow goes on."""

    def shift(self, edit: Edit, ids: list[str], dx: int, dy: int) -> None:
        """Move actions by a step."""
        raise NotImplementedError

    def step(self, dx: int, dy: int, extend: bool = False) -> None:
        """Select the card beside the current one; the first where none is selected."""
        rects, selection = self.shown.rects, self.document.selection
        current = rects.get(selection.current or "")
        found = beside(rects, current, dx, dy) if current is not None else next(iter(rects), None)
        if found is not None:
            selection.set([*(id for id in selection.ids if extend and id != found), found])
            self.reveal(found)

    def nudge(self, dx: int, dy: int) -> None:
        """Move the selected actions by a step, in one edit."""
        ids = self.chosen()
        if ids:
            self.change(self.move_label, lambda edit: self.shift(edit, ids, dx, dy))
            self.reveal(ids[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keys do."""
        key, keys = event.key(), event.modifiers()
        current = self.document.selection.current
        if key in ARROWS and not keys & (CTRL | META):
            dx, dy = ARROWS[key]
            dx = -dx if self.shown.rtl else dx
            if keys & ALT:
                self.nudge(dx, dy)
            else:
                self.step(dx, dy, bool(keys & SHIFT))
        elif key == Qt.Key.Key_Escape:
            if self.dragging:
                self.cancel()
            else:
                self.document.selection.clear()
        elif key in ENTER and not keys & (CTRL | META | ALT) and current in self.shown.rects:
            self.edit_title(str(current))
        elif key == Qt.Key.Key_N and not keys & (CTRL | META | ALT):
            self.add()
        elif key in DELETE and not keys and self.chosen():
            ids = self.chosen()
            self.change(N_("Delete"), lambda edit: edit.remove(*ids))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc and F2 are keys of the view before they are anybody else's; so is Del, which deletes actions only."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = event.key() in (Qt.Key.Key_F2, *DELETE) and not event.modifiers() and bool(self.chosen())
            walks = event.key() in ARROWS and bool(event.modifiers() & ALT)
            if mine or walks:
                event.accept()
                return True
        return super().event(event)


def beside(rects: dict[str, Rect], here: Rect, dx: int, dy: int) -> str | None:
    """The card nearest in a direction: along it first, then across; None where there is none."""
    best: tuple[float, str] | None = None
    for id, rect in rects.items():
        if rect == here:
            continue
        if dx:
            ahead = (rect.centre[0] - here.centre[0]) * dx
            aside = max(rect.y - here.bottom, here.y - rect.bottom, 0.0) * 2 + abs(rect.y - here.y) * 0.01
        else:
            ahead = (rect.centre[1] - here.centre[1]) * dy
            aside = max(rect.x - here.right, here.x - rect.right, 0.0) * 3 + abs(rect.x - here.x) * 0.01
        if ahead > 1 and (best is None or ahead + aside < best[0]):
            best = ahead + aside, id
    return best[1] if best is not None else None
