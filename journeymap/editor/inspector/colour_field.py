"""A field in which a colour is chosen: one of a few, or one of one's own."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QColorDialog, QGridLayout, QToolButton, QWidget

from journeymap.editor.icons import icon
from journeymap.editor.inspector.field import Field
from journeymap.editor.theme import COLOURS
from journeymap.editor.widgets.labels import set_tip
from journeymap.language import _

SWATCH = 20
IN_A_ROW = 6


class ColourField(Field):
    """A button for each colour; the last one shows a colour of one's own, or offers to choose one."""

    def __init__(self, colours: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = [colour for colour, _ in colours]
        self._value = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3)
        grid.setColumnStretch(IN_A_ROW, 1)
        self.buttons: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for place, (colour, name) in enumerate(colours):
            button = self._button(name)
            button.setIcon(_swatch(colour))
            self._group.addButton(button, place)
            grid.addWidget(button, place // IN_A_ROW, place % IN_A_ROW)
            self.buttons.append(button)
        self.own = self._button(_("Another colour…"))
        place = len(colours)
        grid.addWidget(self.own, place // IN_A_ROW, place % IN_A_ROW)
        self.setFocusProxy(self.buttons[0])
        self._group.idClicked.connect(self._clicked)
        self.own.clicked.connect(self._ask)
        self.show_value(None)

    def setAccessibleName(self, name: str) -> None:
        """Name every button after the field."""
        super().setAccessibleName(name)
        for button in (*self.buttons, self.own):
            button.setAccessibleDescription(name)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self._value = str(value or "")
        for colour, button in zip(self._colours, self.buttons, strict=True):
            button.setChecked(colour == value)
        is_own = bool(self._value) and self._value not in self._colours
        self.own.setChecked(is_own)
        self.own.setIcon(_swatch(self._value) if is_own else icon("plus", "muted"))

    def show_mixed(self) -> None:
        """Show that the selected elements differ."""
        self.show_value(None)

    def focus_target(self) -> QWidget:
        """The first button."""
        return self.buttons[0]

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(SWATCH, SWATCH))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(name)
        set_tip(button, name)
        return button

    def _clicked(self, place: int) -> None:
        self._take(self._colours[place])

    def _ask(self) -> None:
        self.show_value(self._value)  # the click itself has chosen nothing yet
        dialog = QColorDialog(QColor(self._value or self._colours[0]), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, colour: QColor) -> None:
        self._take(colour.name().upper())

    def _take(self, colour: str) -> None:
        changed = colour != self._value
        self.show_value(colour)
        if changed:
            self.edited.emit(colour)


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(2 * SWATCH, 2 * SWATCH)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(COLOURS["swatch_edge"]), 2))
        painter.setBrush(QColor(colour))
        painter.drawEllipse(3, 3, 2 * SWATCH - 6, 2 * SWATCH - 6)
    picture.setDevicePixelRatio(2)
    return QIcon(picture)
