"""What all parts of a form have in common that are more than a field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.editor.document import Document
from journeymap.model.change import Change
from journeymap.model.record import Record


class PartWidget(QWidget):
    """Shows something about one record; it alters the map by itself and says in `refused` what could not be done.

    `added`: a record was added and selected; its title wants to be typed."""

    refused = Signal(str)
    added = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(6)

    def show_record(self, record: Record) -> None:
        """Show what belongs to a record."""
        raise NotImplementedError

    def concerned(self, change: Change) -> bool:
        """Whether a change may have altered what is shown, apart from the record itself."""
        return False

    def finish(self) -> None:
        """Hand over what was typed and not handed over yet."""
