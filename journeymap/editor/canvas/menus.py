"""The context menus of the canvas, as tables: for each kind of thing the commands that make sense there."""

from PySide6.QtWidgets import QMenu, QWidget

from journeymap.editor.canvas.hit import Hit, HitKind
from journeymap.language import N_, _

# (text, name of the canvas's method); None is a line between groups
Entry = tuple[str, str] | None

_CLIP: tuple[Entry, ...] = (
    None,
    (N_("Cut"), "cut"),
    (N_("Copy"), "copy"),
    (N_("Duplicate"), "duplicate"),
    (N_("Delete"), "delete_selection"),
)
MENUS: dict[HitKind, tuple[Entry, ...]] = {
    "card": (
        (N_("Edit title"), "edit_current"),
        (N_("Add pain point"), "add_pain"),
        (N_("Add moment of truth"), "add_truth"),
        (N_("Draw link from here"), "start_link"),
        (N_("Next touchpoint"), "next_touchpoint"),
        (N_("Touchpoint in the next stage"), "next_stage_touchpoint"),
        *_CLIP,
    ),
    "header": (
        (N_("Rename"), "edit_current"),
        (N_("Add stage before"), "add_stage_before"),
        (N_("Add stage after"), "add_stage_after"),
        (N_("Add pain point"), "add_pain"),
        (N_("Add moment of truth"), "add_truth"),
        None,
        (N_("Move earlier"), "move_earlier"),
        (N_("Move later"), "move_later"),
        *_CLIP,
    ),
    "row": (
        (N_("Rename"), "edit_current"),
        (N_("Add channel above"), "add_channel_above"),
        (N_("Add channel below"), "add_channel_below"),
        None,
        (N_("Move up"), "move_earlier"),
        (N_("Move down"), "move_later"),
        None,
        (N_("Delete"), "delete_selection"),
    ),
    "chip": ((N_("Edit title"), "edit_current"), None, (N_("Delete"), "delete_selection")),
    "link": ((N_("Turn round"), "reverse_link"), None, (N_("Delete"), "delete_selection")),
    "cell": (
        (N_("Add touchpoint here"), "add_touchpoint_here"),
        (N_("Paste here"), "paste_here"),
        None,
        (N_("Add stage"), "add_stage"),
        (N_("Add channel"), "add_channel"),
        None,
        (N_("Select all"), "select_all"),
        (N_("Fit the map"), "fit"),
    ),
}


def context_menu(hit: Hit, target: QWidget) -> QMenu:
    """The menu for what lies under the pointer; each entry calls the method of `target` that it names."""
    menu = QMenu(target)
    for entry in MENUS.get(hit.kind, MENUS["cell"]):
        if entry is None:
            menu.addSeparator()
        else:
            text, method = entry
            menu.addAction(_(text)).triggered.connect(getattr(target, method))
    return menu
