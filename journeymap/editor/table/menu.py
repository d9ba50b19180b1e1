"""The menu of the table, as a table."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from journeymap.editor.icons import icon
from journeymap.language import N_, _

# (method of the view, text, keys, icon); "" is a line
ENTRIES: tuple[tuple[str, str, str, str], ...] = (
    ("cut", N_("Cut"), "Ctrl+X", "cut"),
    ("copy", N_("Copy"), "Ctrl+C", "copy"),
    ("copy_with_headings", N_("Copy with headings"), "Ctrl+Shift+C", ""),
    ("paste", N_("Paste"), "Ctrl+V", "paste"),
    ("clear", N_("Clear cells"), "Del", ""),
    ("fill_down", N_("Fill down"), "Ctrl+D", "down"),
    ("", "", "", ""),
    ("add_above", N_("Add a row above"), "", ""),
    ("add_below", N_("Add a row below"), "Ctrl++", "plus"),
    ("move_up", N_("Move up"), "Alt+Up", "up"),
    ("move_down", N_("Move down"), "Alt+Down", ""),
    ("", "", "", ""),
    ("delete_rows", N_("Delete rows"), "Ctrl+-", "trash"),
)


def table_menu(view: QWidget, usable: Callable[[str], bool]) -> QMenu:
    """The menu; `usable` says of a method whether it can do anything now."""
    menu = QMenu(view)
    for method, text, keys, picture in ENTRIES:
        if not method:
            menu.addSeparator()
            continue
        action = menu.addAction(_(text))
        action.triggered.connect(getattr(view, method))
        action.setEnabled(usable(method))
        if picture:
            action.setIcon(icon(picture))
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
    return menu
