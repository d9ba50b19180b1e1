"""What all parts of a form have in common that are more than a field."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.editor.document import Document
from journeymap.language import explain
from journeymap.model.change import Change
from journeymap.model.problem import Problem
from journeymap.model.record import Record


class PartWidget(QWidget):
    """Shows something about the selected records; it alters the map by itself and says in `refused` what could not be done.

    `added`: a record was added and selected; its title wants to be typed. `several`: whether it can show more than one record.
    """

    refused = Signal(str)
    added = Signal()
    several: ClassVar[bool] = False

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(6)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show what belongs to these records, all of one kind."""
        raise NotImplementedError

    def wanted(self, records: Sequence[Record]) -> bool:
        """Whether there is anything to show about these records."""
        return self.several or len(records) == 1

    def concerned(self, change: Change) -> bool:
        """Whether a change may have altered what is shown, apart from the records themselves."""
        return False

    def finish(self) -> None:
        """Hand over what was typed and not handed over yet."""

    def set_all(self, ids: Sequence[str], label: str, **fields: object) -> None:
        """One edit: these fields of these records get other values; those that are gone are left out."""
        try:
            with self.document.edit(label) as edit:
                for id in ids:
                    if id in self.document.journey:
                        edit.update(id, **fields)
        except Problem as problem:
            self.refused.emit(explain(problem))
