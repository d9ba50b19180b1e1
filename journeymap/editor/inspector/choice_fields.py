"""Fields in which one of several values is chosen: lists and steps."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from journeymap.editor.inspector.field import Field, several_values
from journeymap.editor.widgets.combo import ElidedCombo
from journeymap.editor.widgets.labels import set_tip

Options = Sequence[tuple[object, str]]


class Combo(ElidedCombo):
    """A list in a form: as wide as the form gives it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class ChoiceField(Field):
    """One value of a list."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = Combo(self)
        self._values: list[object] = []
        self.set_options(options)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self.combo.activated.connect(self._activated)

    def set_options(self, options: Options) -> None:
        """Offer other values."""
        values = [value for value, _ in options]
        texts = [text for _, text in options]
        if values == self._values and texts == [self.combo.itemText(row) for row in range(self.combo.count())]:
            return
        self._values = values
        self.combo.clear()
        self.combo.addItems(texts)

    def show_value(self, value: Any) -> None:
        """Show a value; one that is not in the list (a newer program's) is shown as it is written."""
        if value not in self._values:
            self._values.append(value)
            self.combo.addItem(str(value))
        self.combo.setCurrentIndex(self._values.index(value))
        set_tip(self.combo, self.combo.currentText())

    def show_mixed(self) -> None:
        """Show that the selected elements differ."""
        self.combo.setCurrentIndex(-1)
        self.combo.setPlaceholderText(several_values())

    def focus_target(self) -> QWidget:
        """The list."""
        return self.combo

    def _activated(self, row: int) -> None:
        self.edited.emit(self._values[row])


class StepsField(Field):
    """A number from 1 to a few, as buttons beside each other; where nothing may be chosen, a second press takes it back."""

    def __init__(self, count: int, may_be_none: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_be_none = may_be_none
        self._value: int | None = None
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.buttons: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for number in range(1, count + 1):
            button = QToolButton(self)
            button.setText(str(number))
            button.setCheckable(True)
            button.setProperty("role", "boxed")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, number)
            box.addWidget(button)
            self.buttons.append(button)
        self.setFocusProxy(self.buttons[0])
        self._group.idClicked.connect(self._clicked)

    def setAccessibleName(self, name: str) -> None:
        """Name every button after the field."""
        super().setAccessibleName(name)
        for button in self.buttons:
            button.setAccessibleName(f"{name} {button.text()}")

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self._value = value
        for number, button in enumerate(self.buttons, 1):
            button.setChecked(number == value)

    def show_mixed(self) -> None:
        """Show that the selected elements differ."""
        self.show_value(None)

    def focus_target(self) -> QWidget:
        """The first button."""
        return self.buttons[0]

    def _clicked(self, number: int) -> None:
        value = None if self._may_be_none and number == self._value else number
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.edited.emit(value)
