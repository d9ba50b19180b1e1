"""All keys on one page, from the table of actions and those of the canvas, the table and a workshop."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from journeymap.editor.actions import Actions
from journeymap.editor.menus import MENUS, SUBMENUS
from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import N_, _

# What the keyboard does on the canvas itself.
CANVAS_KEYS: tuple[tuple[str, str], ...] = (
    (N_("Letters"), N_("Type the title of what is selected")),
    (N_("Enter"), N_("The next touchpoint in the same stage and channel")),
    (N_("Tab"), N_("A touchpoint in the next stage")),
    (N_("Arrows"), N_("Select the element beside")),
    (N_("Alt+Arrows"), N_("Move what is selected")),
    (N_("T, P, M, L"), N_("With nothing selected: touchpoint, pain point, moment of truth, link")),
    (N_("Space, middle button"), N_("Move the view")),
    (N_("Wheel, pinch"), N_("Zoom at the pointer")),
    (N_("Esc"), N_("Drop what is under way")),
    (N_("N, Enter"), N_("On the board of actions and in the matrix: add an action, type its title")),
)
# What it does in the table, where keys mean what they mean in a spreadsheet.
TABLE_KEYS: tuple[tuple[str, str], ...] = (
    (N_("Letters, F2"), N_("Type over the cell, or go on with its text")),
    (N_("Enter, Tab"), N_("Keep what was typed and go down, or to the next cell")),
    (N_("Ctrl+Enter"), N_("Write what was typed into all selected cells")),
    (N_("Alt+Enter, Alt+Down"), N_("A new line in a text; open a list or a calendar")),
    (N_("Del, Ctrl+D"), N_("Empty the cells; repeat the first one downwards")),
    (N_("Ctrl++, Ctrl+−"), N_("Add a row below, delete rows")),
    (N_("Alt+Up, Alt+Down"), N_("Move rows")),
    (N_("Ctrl+Shift+C"), N_("Copy with headings")),
    (N_("Ctrl+PgUp, Ctrl+PgDown"), N_("The table before, the next table")),
    (N_("Ctrl+Tab"), N_("Leave the table")),
)
# What a keyboard or a clicker does before a room.
PRESENT_KEYS: tuple[tuple[str, str], ...] = (
    (N_("Right, Down, PgDown, Space"), N_("The next step")),
    (N_("Left, Up, PgUp, Backspace"), N_("The step before")),
    (N_("Home, End"), N_("The whole map, the last step")),
    (N_("1, 2, 3"), N_("Stage by stage, touchpoint by touchpoint, another persona's path")),
    (N_("B, full stop"), N_("A black screen until the next key")),
    (N_("T"), N_("Start or pause the timer")),
    (N_("Esc"), N_("End the presentation")),
)
# What the keys do in the box that catches lines.
CAPTURE_KEYS: tuple[tuple[str, str], ...] = (
    (N_("Enter"), N_("Add the line")),
    (N_("Up, Down"), N_("Another stage")),
    (N_("Alt+Up, Alt+Down"), N_("Another channel or touchpoint")),
    (N_("Ctrl+1 to Ctrl+4"), N_("Touchpoint, pain point, note, idea")),
    (N_("Ctrl+Z in the empty field"), N_("Take the last line back")),
)


class ShortcutsDialog(QDialog):
    """Two columns for each menu: keys, and what they do."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(560, 640)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(20, 16, 20, 16)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._head(_("On the map"))
        for keys, text in CANVAS_KEYS:
            self._row(_(keys), _(text))
        self._head(_("In the table"))
        for keys, text in TABLE_KEYS:
            self._row(_(keys), _(text))
        self._head(_("In a presentation"))
        for keys, text in PRESENT_KEYS:
            self._row(_(keys), _(text))
        self._head(_("In sticky capture"))
        for keys, text in CAPTURE_KEYS:
            self._row(_(keys), _(text))
        seen: set[str] = set()
        for _name, title, ids in MENUS:
            listed = [inner for id in ids for inner in (SUBMENUS[id[1:]][1] if id.startswith("@") else (id,))]
            rows = [id for id in listed if id != "-" and id not in seen and not actions[id].shortcut().isEmpty()]
            seen.update(rows)
            if rows:
                self._head(_(title).replace("&", ""))
            for id in rows:
                keys = actions[id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                self._row(keys, actions[id].text().replace("…", ""))
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(20, 0, 20, 16)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)
        box.addWidget(buttons)

    def _head(self, text: str) -> None:
        label = TextLabel(text, role="strong")
        label.setContentsMargins(0, 10, 0, 0)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def _row(self, keys: str, text: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(TextLabel(keys, role="muted"), row, 0)
        self._grid.addWidget(TextLabel(text, wrap=True), row, 1)
