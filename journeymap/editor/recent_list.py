"""The maps that were open last, with their folder and the time of their last change."""

from datetime import UTC, datetime
from pathlib import Path

from babel.dates import format_datetime
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeymap.editor.settings import Settings
from journeymap.editor.theme import scaled
from journeymap.editor.widgets.labels import ElidedLabel, TextLabel, set_tip
from journeymap.language import _, locale

ROW = 46


class RecentRow(QPushButton):
    """One map. `chosen` carries its Path."""

    chosen = Signal(object)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.setProperty("role", "recent")
        self.setAccessibleName(path.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tip(self, str(path))
        name = ElidedLabel(path.stem, role="strong")
        folder = ElidedLabel(str(path.parent), role="small")
        when = TextLabel(changed_at(path), role="small")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(folder)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.addLayout(texts, 1)
        row.addWidget(when)
        for label in (name, folder, when):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(200, scaled(ROW))

    def _choose(self) -> None:
        self.chosen.emit(self.path)


class RecentList(QFrame):
    """Keeps in step with the settings. `chosen` carries a Path."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._nothing = TextLabel(_("The maps that you open or save will be listed here."), role="muted", wrap=True)
        self._nothing.setContentsMargins(0, 8, 0, 8)
        self._box.addWidget(self._nothing)
        self.rows: list[RecentRow] = []
        settings.recent_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is now."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(path) for path in self._settings.recent()]
        for row in self.rows:
            row.chosen.connect(self.chosen)
            self._box.addWidget(row)
        self._nothing.setVisible(not self.rows)


def changed_at(path: Path) -> str:
    """When a file was changed last; what became of it where that can't be known."""
    try:
        seconds = path.stat().st_mtime
    except OSError:
        return _("not found")
    return format_datetime(datetime.fromtimestamp(seconds, UTC).astimezone(), "short", locale=locale())
