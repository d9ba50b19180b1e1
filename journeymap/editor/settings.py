"""What the program remembers between two starts: window, panels, recent files, language; an ini file in the user's folder."""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

RECENT_LIMIT = 12


class Settings(QObject):
    """Named values with a meaning; anything odd in the file counts as not there. `changed` carries the name of a text that was set."""

    recent_changed = Signal()
    changed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if path is None:
            format, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
            self._store = QSettings(format, scope, "Journeymap", "Journeymap", self)
        else:
            self._store = QSettings(str(path), QSettings.Format.IniFormat, self)

    def state(self, name: str) -> QByteArray:
        """The geometry or state of a window or splitter, empty where none is known."""
        value = self._store.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, value: QByteArray) -> None:
        """Remember the geometry or state of a window or splitter."""
        self._store.setValue(f"window/{name}", value)

    def text(self, name: str, default: str = "") -> str:
        """A remembered text."""
        value = self._store.value(name)
        return value if isinstance(value, str) else default

    def set_text(self, name: str, value: str) -> None:
        """Remember a text."""
        self._store.setValue(name, value)
        self.changed.emit(name)

    def flag(self, name: str, default: bool) -> bool:
        """A remembered yes or no."""
        return {"true": True, "false": False}.get(self.text(name), default)

    def set_flag(self, name: str, value: bool) -> None:
        """Remember a yes or no."""
        self.set_text(name, "true" if value else "false")

    def folder(self, purpose: str) -> str:
        """The folder that was used last for a purpose (`map`, `survey`, `export`), or the user's documents."""
        last = self.text(f"folder/{purpose}")
        if last and Path(last).is_dir():
            return last
        documents = Path.home() / "Documents"
        return str(documents if documents.is_dir() else Path.home())

    def set_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder that was used for a purpose."""
        self.set_text(f"folder/{purpose}", str(folder))

    def recent(self) -> list[Path]:
        """The maps that were opened or saved, the last one first."""
        value = self._store.value("recent")
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in names if isinstance(name, str) and name][:RECENT_LIMIT]

    def add_recent(self, path: Path) -> None:
        """Put a map at the top of the list."""
        path = path.absolute()
        self._set_recent([path, *(other for other in self.recent() if other != path)])

    def forget_recent(self, path: Path) -> None:
        """Take a map off the list."""
        self._set_recent([other for other in self.recent() if other != path])

    def clear_recent(self) -> None:
        """Empty the list."""
        self._set_recent([])

    def _set_recent(self, paths: list[Path]) -> None:
        self._store.setValue("recent", [str(path) for path in paths[:RECENT_LIMIT]])
        self.recent_changed.emit()


def chosen_language(settings: Settings, environment: Mapping[str, str] = os.environ) -> str:
    """The code of the language to speak: the user's choice, else the environment's, else the system's."""
    for name in ("JOURNEYMAP_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "").split(":")[0].split(".")[0].split("@")[0]
        if name == "JOURNEYMAP_LANGUAGE" and not value:
            value = settings.text("language")
        if value in ("C", "POSIX"):
            return "en"
        if value:
            return value
    return QLocale.system().name()
