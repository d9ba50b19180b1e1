"""All actions of the window as a table: what they are called, their keys, their icons, and when they can be used."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from journeymap.editor.icons import icon
from journeymap.editor.widgets.labels import set_tip
from journeymap.language import N_, _

Key = QKeySequence.StandardKey
Role = QAction.MenuRole


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `needs` names what must be there for it to be enabled: "" (nothing), "map", "selection", "touchpoint", …

    `keys` is a standard key of the platform or sequences as Qt writes them, parted by `; `;
    `tip` says more than the text where that is needed.
    """

    id: str
    text: str
    keys: Key | str | None = None
    icon: str = ""
    needs: str = "map"
    tip: str = ""
    checkable: bool = False
    role: Role = Role.NoRole


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", N_("New map…"), Key.New, "new", ""),
    ActionSpec("open", N_("Open…"), Key.Open, "open", ""),
    ActionSpec("clear-recent", N_("Clear the list"), needs="recent"),
    ActionSpec("save", N_("Save"), Key.Save, "save"),
    ActionSpec("save-as", N_("Save as…"), "Ctrl+Shift+S"),
    ActionSpec("save-template", N_("Save as template…"), tip=N_("Keep this map as a template for new ones")),
    ActionSpec("close", N_("Close map"), "Ctrl+W"),
    ActionSpec(
        "import-survey", N_("Import survey…"), "Ctrl+I", "import", tip=N_("Load survey answers from a CSV or XLSX file")
    ),
    ActionSpec("export-png", N_("Picture (PNG)…"), "Ctrl+E", "export", tip=N_("Save the map as a picture")),
    ActionSpec(
        "export-actions", N_("Actions as picture…"), tip=N_("Save the board and matrix of actions as a picture")
    ),
    ActionSpec(
        "export-xlsx", N_("Workbook (XLSX)…"), "Ctrl+Shift+E", "export", tip=N_("Save the map as an Excel workbook")
    ),
    ActionSpec("quit", N_("Quit"), Key.Quit, needs="", role=Role.QuitRole),
    ActionSpec("undo", N_("Undo"), Key.Undo, "undo", "undo"),
    ActionSpec("redo", N_("Redo"), Key.Redo, "redo", "redo"),
    ActionSpec("cut", N_("Cut"), Key.Cut, "cut", "selection"),
    ActionSpec("copy", N_("Copy"), Key.Copy, "copy", "selection"),
    ActionSpec("paste", N_("Paste"), Key.Paste, "paste"),
    ActionSpec("duplicate", N_("Duplicate"), "Ctrl+D", "duplicate", "selection"),
    ActionSpec("delete", N_("Delete"), "Del", "trash", "selection"),
    ActionSpec("rename", N_("Edit title"), "F2", needs="selection"),
    ActionSpec("select-all", N_("Select all"), Key.SelectAll),
    ActionSpec("preferences", N_("Preferences…"), "Ctrl+,", "preferences", "", role=Role.PreferencesRole),
    ActionSpec("find", N_("Find…"), Key.Find, "search", tip=N_("Find in all texts of the map")),
    ActionSpec("find-next", N_("Find next"), "F3"),
    ActionSpec("find-previous", N_("Find previous"), "Shift+F3"),
    ActionSpec("replace", N_("Replace…"), "Ctrl+H", tip=N_("Find and replace in all texts of the map")),
    ActionSpec(
        "palette",
        N_("Commands and elements…"),
        "Ctrl+K",
        "search",
        "",
        tip=N_("Find a command, an element or a setting by a few letters"),
    ),
    ActionSpec(
        "add-touchpoint", N_("Touchpoint"), "Ctrl+Shift+T", "touchpoint", tip=N_("Add a touchpoint"), checkable=True
    ),
    ActionSpec(
        "add-pain",
        N_("Pain point"),
        "Ctrl+Shift+P",
        "pain",
        tip=N_("Add a pain point to what is selected"),
        checkable=True,
    ),
    ActionSpec(
        "add-truth",
        N_("Moment of truth"),
        "Ctrl+Shift+M",
        "truth",
        tip=N_("Add a moment of truth to what is selected"),
        checkable=True,
    ),
    ActionSpec(
        "add-link", N_("Link"), "Ctrl+Shift+L", "link", tip=N_("Link one touchpoint to the next"), checkable=True
    ),
    ActionSpec("add-note", N_("Note"), icon="note", tip=N_("Lay a sticky note on the map")),
    ActionSpec("add-image", N_("Picture…"), icon="image", tip=N_("Lay a picture from a file on the map")),
    ActionSpec("add-stage", N_("Stage"), icon="stage", tip=N_("Add a stage at the end")),
    ActionSpec("add-channel", N_("Channel"), icon="channel", tip=N_("Add a channel at the bottom")),
    ActionSpec("add-persona", N_("Persona"), icon="persona", tip=N_("Add a persona to the map")),
    ActionSpec(
        "add-action", N_("Action"), "Ctrl+Shift+A", icon="action", tip=N_("Add an action that answers what is selected")
    ),
    ActionSpec(
        "derive-version",
        N_("Derive to-be version"),
        needs="one-version",
        tip=N_("Keep this map as the as-is, and draw the to-be from it"),
    ),
    ActionSpec("switch-version", N_("Switch between as-is and to-be"), "Ctrl+Shift+V", needs="two-versions"),
    ActionSpec("compare-versions", N_("Compare as-is and to-be…"), needs="two-versions"),
    ActionSpec("discard-version", N_("Discard the other version"), needs="two-versions"),
    ActionSpec("properties", N_("Properties of the map"), icon="settings"),
    ActionSpec("zoom-in", N_("Zoom in"), "Ctrl++; Ctrl+=", "zoom-in"),
    ActionSpec("zoom-out", N_("Zoom out"), Key.ZoomOut, "zoom-out"),
    ActionSpec("zoom-actual", N_("Actual size"), "Ctrl+1"),
    ActionSpec("fit", N_("Fit the map"), "Ctrl+0", "fit"),
    ActionSpec("fit-selection", N_("Fit the selection"), "Ctrl+2", needs="selection"),
    ActionSpec("view-map", N_("Map"), "Alt+1", tip=N_("Show the map"), checkable=True),
    ActionSpec(
        "view-table", N_("Table"), "Ctrl+T; Alt+2", tip=N_("Show the map as tables to type into"), checkable=True
    ),
    ActionSpec("view-actions", N_("Actions"), "Alt+3", tip=N_("Show the actions as a board or matrix"), checkable=True),
    ActionSpec(
        "focus",
        N_("Focus…"),
        "Ctrl+Shift+F",
        "focus",
        tip=N_("Choose what to look at; the rest of the map fades"),
        checkable=True,
    ),
    ActionSpec("show-all", N_("Show all"), needs="focus", tip=N_("Look at the whole map again")),
    ActionSpec(
        "lanes-auto", N_("Lanes as needed"), tip=N_("Show the lanes that have something in them"), checkable=True
    ),
    ActionSpec("lanes-blueprint", N_("Service blueprint lanes"), tip=N_("Show the lanes of a service blueprint")),
    ActionSpec("add-text-lane", N_("Add a text lane"), icon="lane"),
    ActionSpec("add-image-lane", N_("Add an image lane"), icon="image-add"),
    ActionSpec(
        "full-text", N_("Full text on cards"), tip=N_("Let cards grow to hold all of their text"), checkable=True
    ),
    ActionSpec(
        "card-marks",
        N_("Marks on cards"),
        tip=N_("Show level of experience, senses and evidence on the cards"),
        checkable=True,
    ),
    ActionSpec("show-outline", N_("Outline"), "F7", checkable=True),
    ActionSpec("show-inspector", N_("Inspector"), "F8", checkable=True),
    ActionSpec("show-scores", N_("Scores panel"), "F9", checkable=True),
    ActionSpec("full-screen", N_("Full screen"), Key.FullScreen, needs="", checkable=True),
    ActionSpec("heat", N_("Show heat"), "Ctrl+Shift+H", "heat", "scores", checkable=True),
    ActionSpec(
        "import-notes",
        N_("Import sticky notes…"),
        icon="note",
        tip=N_("Add the lines of a list or of a whiteboard's export (CSV, XLSX, text)"),
    ),
    ActionSpec(
        "capture", N_("Sticky capture…"), "Ctrl+Shift+N", "note", tip=N_("Catch what the room says, line by line")
    ),
    ActionSpec("present", N_("Present"), "F5", "present", tip=N_("Show the map to a room, step by step")),
    ActionSpec(
        "present-here", N_("Present from here"), "Shift+F5", tip=N_("Show the map to a room, from what is selected on")
    ),
    ActionSpec("shortcuts", N_("Keyboard shortcuts"), Key.HelpContents, "help", ""),
    ActionSpec("about", N_("About Journeymap"), needs="", role=Role.AboutRole),
)


class Actions(QObject):
    """The QActions of the table, by id."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._made = {spec.id: _make(spec, window) for spec in ACTIONS}
        self._needs = {spec.id: spec.needs for spec in ACTIONS}

    def __getitem__(self, id: str) -> QAction:
        return self._made[id]

    def connect_all(self, handlers: dict[str, Callable[..., object]]) -> None:
        """Call a bound method whenever an action is triggered."""
        for id, handler in handlers.items():
            self._made[id].triggered.connect(handler)

    def enable(self, there: Collection[str]) -> None:
        """Enable what needs nothing or only what is there."""
        for id, action in self._made.items():
            action.setEnabled(not self._needs[id] or self._needs[id] in there)

    def name_history(self, undo: str | None, redo: str | None) -> None:
        """Say what undo and redo would do; the labels are English phrases of Changes, or None."""
        for id, label, plain, named in (
            ("undo", undo, N_("Undo"), N_("Undo {change}")),
            ("redo", redo, N_("Redo"), N_("Redo {change}")),
        ):
            text = _(named).format(change=_(label)) if label else _(plain)
            self._made[id].setText(text)
            set_tip(self._made[id], _tip(text, self._made[id]))


def _make(spec: ActionSpec, window: QWidget) -> QAction:
    action = QAction(_(spec.text), window)
    action.setObjectName(spec.id)
    if isinstance(spec.keys, Key):
        action.setShortcuts(spec.keys)
    elif spec.keys:
        action.setShortcuts(QKeySequence.listFromString(spec.keys))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    if spec.icon:
        action.setIcon(icon(spec.icon))
    action.setCheckable(spec.checkable)
    action.setMenuRole(spec.role)
    set_tip(action, _tip(_(spec.tip or spec.text), action))
    window.addAction(action)
    return action


def _tip(text: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return _("{action} ({keys})").format(action=text, keys=keys) if keys else text
