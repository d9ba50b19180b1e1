"""A group of fields under a heading that folds and unfolds it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journeymap.editor.icons import icon


class FoldBox(QWidget):
    """`toggled` carries the id of the group and whether it is open now."""

    toggled = Signal(str, bool)

    def __init__(self, id: str, title: str, open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = id
        self.button = QPushButton(title)
        self.button.setProperty("role", "fold")
        self.button.setCheckable(True)
        self.button.setChecked(open)
        self.button.setIconSize(QSize(14, 14))
        self.inside = QWidget()
        self.rows = QVBoxLayout(self.inside)
        self.rows.setContentsMargins(0, 0, 0, 4)
        self.rows.setSpacing(10)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.button)
        box.addWidget(self.inside)
        self.button.toggled.connect(self._toggled)
        self._show()

    def _toggled(self) -> None:
        self._show()
        self.toggled.emit(self._id, self.button.isChecked())

    def _show(self) -> None:
        self.inside.setVisible(self.button.isChecked())
        self.button.setIcon(icon("down" if self.button.isChecked() else "right", "muted"))
