"""The palette itself: a line to type into, and below it what fits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from journeymap.editor.icons import icon
from journeymap.editor.palette.entry import Entry
from journeymap.editor.palette.ranking import rank
from journeymap.editor.palette.rows import ROW, PaletteDelegate, PaletteModel
from journeymap.editor.theme import scaled
from journeymap.editor.widgets.labels import TextLabel
from journeymap.editor.widgets.overlay import Overlay
from journeymap.language import _

WIDTH, ROWS, TOP = 640, 11, 84
FIELD, FOOT = 56, 34
# Keys that walk through the list while one types.
STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -(ROWS - 1),
    Qt.Key.Key_PageDown: ROWS - 1,
}


class Palette(Overlay):
    """`chosen` carries the entry that Enter or a click chose; the sheet is closed by then."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, detail: Callable[[Entry], str]) -> None:
        super().__init__(window)
        self._entries: Sequence[Entry] = ()
        self._recent: dict[str, int] = {}
        self.setObjectName("palette")
        self.setAccessibleName(_("Find a command or element"))
        self.field = QLineEdit()
        self.field.setObjectName("paletteField")
        self.field.setPlaceholderText(_("Type a command, an element, a setting…"))
        self.field.setAccessibleName(_("Find a command or element"))
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.rows = PaletteModel(detail, self)
        self.list = QListView()
        self.list.setObjectName("paletteList")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("Results"))
        self.nothing = TextLabel(_("Nothing fits. Fewer letters find more."), role="muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = TextLabel(_("↑ ↓ to choose · Enter to go · Esc to close"), role="small")
        self.hint.setContentsMargins(16, 6, 16, 8)
        rule = QFrame()
        rule.setProperty("role", "rule")
        for widget in (self.field, rule, self.list, self.nothing, self.hint):
            self.box.addWidget(widget, 1 if widget in (self.list, self.nothing) else 0)
        self.field.textChanged.connect(self._typed)
        self.list.clicked.connect(self._clicked)
        self.list.selectionModel().currentChanged.connect(self._announce)

    def ask(self, entries: Sequence[Entry], recent: Sequence[str]) -> None:
        """Open it with these entries; what was chosen lately comes first."""
        self._entries = entries
        self._recent = {key: place for place, key in enumerate(recent)}
        self.field.clear()
        self._typed("")
        self.open()

    def place(self) -> QRect:
        """Below the tool bar, in the middle."""
        window = self.window()
        width = min(scaled(WIDTH), window.width() - 60)
        rows = min(len(self.rows.entries), ROWS) or 2
        height = min(scaled(FIELD) + rows * scaled(ROW) + 10 + scaled(FOOT), window.height() - TOP - 40)
        return QRect((window.width() - width) // 2, TOP, width, height)

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field

    @property
    def current(self) -> Entry | None:
        """The entry that Enter would choose."""
        row = self.list.currentIndex().row()
        return self.rows.entries[row] if 0 <= row < len(self.rows.entries) else None

    # -- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that walk through the list or choose from it, typed in the field."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in STEPS:
            self._step(STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and held:
            self._go(0 if key == Qt.Key.Key_Home else len(self.rows.entries) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._step(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_K and held:
            self.close_sheet()
        else:
            return False
        return True

    def _typed(self, typed: str) -> None:
        found = rank(typed, self._entries, self._recent) if typed.strip() else self._first()
        self.rows.offer(found, typed)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if self.isVisible():
            self.lay()
        self._go(0)

    def _first(self) -> list[Entry]:
        """Before anything is typed: what was chosen lately, then the commands that can be used now."""
        known = {entry.key: entry for entry in self._entries}
        late = [known[key] for key in self._recent if key in known]
        return [*late, *(e for e in self._entries if e.weight == 0 and not e.why and e.key not in self._recent)]

    def _step(self, by: int) -> None:
        count = len(self.rows.entries)
        if not count:
            return
        row = self.list.currentIndex().row() + by
        # One step leads round the end, a page stops there.
        self._go(row % count if abs(by) == 1 else min(max(row, 0), count - 1))

    def _go(self, row: int) -> None:
        self.list.setCurrentIndex(self.rows.index(row, 0))

    def _clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._choose()

    def _choose(self) -> None:
        entry = self.current
        if entry is None or entry.why:
            return
        self.close_sheet()
        self.chosen.emit(entry)

    def _announce(self) -> None:
        """The focus stays in the field, so the line is read aloud from there."""
        entry = self.current
        spoken = self.rows.spoken(entry) if entry is not None else _("Nothing fits. Fewer letters find more.")
        self.field.setAccessibleDescription(spoken)
        if self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, spoken))
