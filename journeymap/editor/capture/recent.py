"""The lines that were caught last, each with a way to take it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from journeymap.editor.capture.drop import KINDS, Kind
from journeymap.editor.icons import icon, pixmap
from journeymap.editor.widgets.labels import ElidedLabel, TextLabel, set_tip
from journeymap.language import _

SHOWN = 5
MARK = 16


class RecentLine(QWidget):
    """One line: what it became, its text, where it went, and a button that takes it back."""

    taken_back = Signal(str)

    def __init__(self, id: str, kind: Kind, text: str, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.element = id
        mark = TextLabel()
        mark.setPixmap(pixmap(KINDS[kind].icon, MARK, "muted", self.devicePixelRatioF()))
        mark.setFixedWidth(MARK + 2)
        set_tip(mark, _(KINDS[kind].name))
        self.label = ElidedLabel(text)
        where = ElidedLabel(place, role="small")
        where.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.button = QToolButton()
        self.button.setIcon(icon("undo"))
        self.button.setProperty("role", "mini")
        self.button.setAccessibleName(_("Take back “{line}”").format(line=text))
        set_tip(self.button, _("Take this line back"))
        self.button.clicked.connect(self._clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(mark)
        row.addWidget(self.label, 3)
        row.addWidget(where, 2)
        row.addWidget(self.button)

    def _clicked(self) -> None:
        self.taken_back.emit(self.element)


class RecentLines(QWidget):
    """The newest first. `taken_back` carries an id."""

    taken_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RecentLine] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)

    def show_lines(self, lines: list[tuple[str, Kind, str, str]]) -> None:
        """Show these: id, kind, text, place."""
        for row in self.rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RecentLine(*line, self) for line in lines[:SHOWN]]
        for row in self.rows:
            row.taken_back.connect(self.taken_back)
            self._box.addWidget(row)
            row.show()
        self.setVisible(bool(self.rows))
