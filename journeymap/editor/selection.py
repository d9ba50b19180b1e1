"""What is selected in the window: ids, in the order in which they were chosen. Never part of the history."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The ids of the selected elements (touchpoints, links, stages, channels, pain points, …); the last is the current one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The selected ids, each once."""
        return self._ids

    @property
    def current(self) -> str | None:
        """The id that was selected last, or None."""
        return self._ids[-1] if self._ids else None

    def __contains__(self, id: object) -> bool:
        return id in self._ids

    def __bool__(self) -> bool:
        return bool(self._ids)

    def set(self, ids: Iterable[str]) -> None:
        """Select these and nothing else."""
        ids = tuple(dict.fromkeys(ids))
        if ids != self._ids:
            self._ids = ids
            self.changed.emit()

    def toggle(self, id: str) -> None:
        """Select an element as well, or no longer."""
        self.set([other for other in self._ids if other != id] if id in self._ids else [*self._ids, id])

    def clear(self) -> None:
        """Select nothing."""
        self.set(())
