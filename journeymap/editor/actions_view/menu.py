"""The context menu of an action on the board and in the matrix."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from journeymap.editor.widgets.labels import no_mnemonic
from journeymap.language import N_, _
from journeymap.model.action_moves import LEAST, MOST
from journeymap.model.findings import Action
from journeymap.model.journey import Journey
from journeymap.survey.display import whole
from journeymap.words import STATUSES, word


@dataclass(frozen=True, slots=True)
class Wish:
    """What an entry asks for; with `set` a field gets a value in one edit of this name."""

    do: Literal["add", "edit", "delete", "set", "answers"]
    field: str = ""
    value: object = None
    label: str = ""


def action_menu(journey: Journey, id: str | None, parent: QWidget) -> QMenu:
    """The menu of an action, or of an empty place; each entry carries a `Wish`."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    action = journey.find(Action, id) if id is not None else None
    if action is None:
        _add(menu, _("Add action here"), Wish("add"))
        return menu
    _add(menu, _("Edit title"), Wish("edit"))
    status = menu.addMenu(_("Status"))
    for code in STATUSES:
        _choice(status, word(STATUSES, code), Wish("set", "status", code, N_("Change status")), code == action.status)
    for title, field, label, now in (
        (_("Effort"), "effort", N_("Change effort"), action.effort),
        (_("Impact"), "impact", N_("Change impact"), action.impact),
    ):
        steps = menu.addMenu(title)
        for step in range(LEAST, MOST + 1):
            _choice(steps, whole(step), Wish("set", field, step, label), step == now)
        steps.addSeparator()
        _choice(steps, _("not known"), Wish("set", field, None, label), now is None)
    if action.answers:
        menu.addSeparator()
        _add(menu, _("Show on the map what it answers"), Wish("answers"))
    menu.addSeparator()
    _add(menu, _("Delete"), Wish("delete"))
    return menu


def _add(menu: QMenu, text: str, wish: Wish) -> QAction:
    entry = menu.addAction(no_mnemonic(text))
    entry.setData(wish)
    return entry


def _choice(menu: QMenu, text: str, wish: Wish, now: bool) -> None:
    entry = _add(menu, text, wish)
    entry.setCheckable(True)
    entry.setChecked(now)
