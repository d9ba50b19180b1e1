"""The block of cells that is selected: which rows and columns it takes in."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionRange

from journeymap.editor.table.model import TableModel
from journeymap.editor.table.rows import Row


def rows_in(selection: QItemSelection) -> list[int]:
    """The places of the rows in which something is selected, ascending."""
    return sorted({row for found in _ranges(selection) for row in range(found.top(), found.bottom() + 1)})


def columns_in(selection: QItemSelection) -> list[int]:
    """The places of the columns in which something is selected, ascending."""
    return sorted({column for found in _ranges(selection) for column in range(found.left(), found.right() + 1)})


def elements(model: TableModel, places: Sequence[int]) -> list[Row]:
    """The rows of elements among these; headings of stages only where nothing else is there."""
    rows = [model.rows[place] for place in places]
    return [row for row in rows if row.kind == "item"] or [row for row in rows if row.kind == "stage"]


def _ranges(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(place) for place in range(selection.count())]
