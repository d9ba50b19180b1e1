"""Which columns are hidden and how wide they are, remembered by their keys for each table."""

from PySide6.QtWidgets import QTableView

from journeymap.editor.settings import Settings
from journeymap.editor.table.model import TableModel
from journeymap.editor.theme import scaled


class ColumnMemory:
    """What the settings say about the columns of the table that is shown."""

    def __init__(self, settings: Settings, view: QTableView, model: TableModel) -> None:
        self._settings = settings
        self._view = view
        self._model = model

    def apply(self) -> None:
        """Hide and widen the columns as they were left."""
        hidden, widths = self.hidden(), self._widths()
        for place, column in enumerate(self._model.columns):
            self._view.setColumnHidden(place, place > 0 and column.key in hidden)
            self._view.setColumnWidth(place, widths.get(column.key, scaled(column.width)))

    def hidden(self) -> set[str]:
        """The keys of the columns that are hidden: at first the rare ones."""
        toggled = self._toggled()
        return {column.key for column in self._model.columns if column.rare != (column.key in toggled)}

    def hide(self, key: str, hidden: bool) -> None:
        """Hide a column, or show it."""
        rare = any(column.rare for column in self._model.columns if column.key == key)
        toggled = self._toggled() - {key} | ({key} if hidden != rare else set())
        self._settings.set_text(self._name("toggled"), " ".join(sorted(toggled)))
        self.apply()

    def _toggled(self) -> set[str]:
        return set(self._settings.text(self._name("toggled")).split())

    def widened(self, place: int, width: int) -> None:
        """A column was made wider or narrower."""
        if width and place < len(self._model.columns):
            widths = self._widths() | {self._model.columns[place].key: width}
            self._settings.set_text(self._name("widths"), " ".join(f"{key}={value}" for key, value in widths.items()))

    def _widths(self) -> dict[str, int]:
        parts = (part.rpartition("=") for part in self._settings.text(self._name("widths")).split())
        return {key: int(value) for key, _mark, value in parts if value.isdigit() and 20 <= int(value) <= 2000}

    def _name(self, what: str) -> str:
        return f"table/{self._model.sheet.key}/{what}"
