"""A combo box with its name above it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from journeymap.editor.widgets.labels import TextLabel, set_tip


class Choice(QWidget):
    """Offers values by their texts; `chosen` tells that the user took another one (not that the program did)."""

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.combo = QComboBox(self)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.combo.setAccessibleName(name)
        self.combo.activated.connect(self._activated)
        label = TextLabel(name, self, role="caption")
        label.setBuddy(self.combo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(label)
        column.addWidget(self.combo)

    def fill(self, items: Sequence[tuple[str, object]], value: object) -> None:
        """Offer these (text, value) and choose the one with this value, else the first."""
        self._values = [value for _text, value in items]
        self.combo.clear()
        self.combo.addItems([" ".join(text.split()) for text, _value in items])
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else 0)
        set_tip(self.combo, self.combo.currentText())

    @property
    def value(self) -> object:
        """The value that is chosen; None where nothing is offered."""
        return self._values[self.combo.currentIndex()] if self._values else None

    def _activated(self) -> None:
        set_tip(self.combo, self.combo.currentText())
        self.chosen.emit()
