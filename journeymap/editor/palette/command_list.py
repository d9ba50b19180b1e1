"""Every command of the window as an entry of the palette, with its keys, and why it can't be used now."""

from PySide6.QtGui import QKeySequence

from journeymap.editor.actions import ACTIONS, Actions, ActionSpec
from journeymap.editor.menus import MENUS, SUBMENUS
from journeymap.editor.palette.entry import COMMAND, Entry, make_entry
from journeymap.language import N_, _

PREFIX = "command"
# What opens the palette has no place in it.
LEFT_OUT = ("palette",)
# What an action needs -> why it can't be used where that is missing.
WHY: dict[str, str] = {
    "map": N_("Open a map first."),
    "selection": N_("Select something first."),
    "touchpoint": N_("Select a touchpoint first."),
    "undo": N_("There is nothing to undo."),
    "redo": N_("There is nothing to redo."),
    "scores": N_("The map has no survey answers yet."),
    "recent": N_("The list is empty."),
    "one-version": N_("The map has both versions already."),
    "two-versions": N_("The map has one version only."),
    "focus": N_("The whole map is shown."),
}
NOT_NOW = N_("Not possible now.")


def command_entries(actions: Actions) -> list[Entry]:
    """The entries, in the order of the table of actions."""
    menus = _menus()
    return [_entry(spec, actions, menus.get(spec.id, "")) for spec in ACTIONS if spec.id not in LEFT_OUT]


def command_key(id: str) -> str:
    """The key of an action's entry."""
    return f"{PREFIX}|{id}"


def _entry(spec: ActionSpec, actions: Actions, menu: str) -> Entry:
    action = actions[spec.id]
    menu = _(menu).replace("&", "")
    tip = _(spec.tip)
    return make_entry(
        command_key(spec.id),
        action.text().replace("&&", "&"),
        COMMAND,
        f"{menu} {tip}",
        detail=tip or menu,
        keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        icon=spec.icon,
        why="" if action.isEnabled() else _(WHY.get(spec.needs, NOT_NOW)),
        checked=action.isChecked() if action.isCheckable() else None,
    )


def _menus() -> dict[str, str]:
    """The title of the menu in which an action stands; the first, where it stands in several."""
    found = {"clear-recent": SUBMENUS["recent"][0]}  # the window fills that menu
    for _name, title, ids in MENUS:
        for id in ids:
            for inner in SUBMENUS[id[1:]][1] if id.startswith("@") else (id,):
                found.setdefault(inner, title)
    return found
