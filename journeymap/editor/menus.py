"""The menus as a table of action ids, and the menu bar that is made of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from journeymap.editor.actions import Actions
from journeymap.editor.settings import Settings
from journeymap.editor.widgets.labels import no_mnemonic, set_tip
from journeymap.language import N_, _

# (title, ids of actions); "-" is a line, "@name" a submenu
MENUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "file",
        N_("&File"),
        (
            "new",
            "open",
            "@recent",
            "-",
            "save",
            "save-as",
            "save-template",
            "-",
            "import-survey",
            "import-notes",
            "@export",
            "-",
            "close",
            "quit",
        ),
    ),
    (
        "edit",
        N_("&Edit"),
        (
            "undo",
            "redo",
            "-",
            "cut",
            "copy",
            "paste",
            "duplicate",
            "delete",
            "-",
            "rename",
            "select-all",
            "-",
            "find",
            "find-next",
            "find-previous",
            "replace",
            "palette",
            "-",
            "preferences",
        ),
    ),
    (
        "map",
        N_("&Map"),
        (
            "add-touchpoint",
            "add-pain",
            "add-truth",
            "add-link",
            "add-action",
            "-",
            "add-note",
            "add-image",
            "-",
            "add-stage",
            "add-channel",
            "add-persona",
            "-",
            "derive-version",
            "switch-version",
            "compare-versions",
            "discard-version",
            "-",
            "properties",
        ),
    ),
    ("scores", N_("&Scores"), ("import-survey", "-", "heat", "@palette", "-", "show-scores")),
    ("workshop", N_("&Workshop"), ("present", "present-here", "-", "capture", "import-notes")),
    (
        "view",
        N_("&View"),
        (
            "view-map",
            "view-table",
            "view-actions",
            "-",
            "fit",
            "fit-selection",
            "zoom-actual",
            "zoom-in",
            "zoom-out",
            "-",
            "focus",
            "show-all",
            "-",
            "@lanes",
            "full-text",
            "card-marks",
            "-",
            "show-outline",
            "show-inspector",
            "show-scores",
            "-",
            "full-screen",
        ),
    ),
    ("help", N_("&Help"), ("shortcuts", "about")),
)

SUBMENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    "recent": (N_("Open recent"), ()),
    "export": (N_("Export"), ("export-png", "export-actions", "export-xlsx")),
    "palette": (N_("Colours"), ()),
    "lanes": (N_("Lanes"), ("lanes-auto", "lanes-blueprint", "-", "add-text-lane", "add-image-lane")),
}


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """Put the menus into a menu bar; returns the menus and submenus by name."""
    menus: dict[str, QMenu] = {}
    for name, title, ids in MENUS:
        menu = menus[name] = bar.addMenu(_(title))
        _fill(menu, ids, actions, menus)
    return menus


def _fill(menu: QMenu, ids: tuple[str, ...], actions: Actions, menus: dict[str, QMenu]) -> None:
    for id in ids:
        if id == "-":
            menu.addSeparator()
        elif id.startswith("@"):
            title, inner = SUBMENUS[id[1:]]
            submenu = menus[id[1:]] = menu.addMenu(_(title))
            _fill(submenu, inner, actions, menus)
        else:
            menu.addAction(actions[id])


class RecentMenu(QObject):
    """Keeps a submenu of recent maps in step with the settings; `chosen` carries a Path."""

    chosen = Signal(object)

    def __init__(self, menu: QMenu, clear: QAction, settings: Settings) -> None:
        super().__init__(menu)
        self._menu = menu
        self._clear = clear
        self._settings = settings
        settings.recent_changed.connect(self.refresh)
        menu.triggered.connect(self._triggered)
        self.refresh()

    def refresh(self) -> None:
        """Fill the submenu again."""
        self._menu.clear()
        for path in self._settings.recent():
            action = self._menu.addAction(no_mnemonic(path.name))
            action.setData(str(path))
            set_tip(action, str(path))
        self._menu.setEnabled(not self._menu.isEmpty())
        self._menu.setToolTipsVisible(True)
        self._menu.addSeparator()
        self._menu.addAction(self._clear)

    def _triggered(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self.chosen.emit(Path(action.data()))
