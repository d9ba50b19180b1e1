"""A field for the segment of the survey that stands for a persona: one that has answers, or a name for a survey to come."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from journeymap.editor.inspector.field import Field, several_values
from journeymap.editor.inspector.line_fields import Line
from journeymap.language import _
from journeymap.model.text import LINE_LIMIT


class SegmentList(QComboBox):
    """A line that can be typed into and a list of names; the wheel scrolls the form."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class SegmentField(Field):
    """The names of segments, and whatever else is typed."""

    def __init__(self, names: Sequence[str], hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._value: Any = None
        self.combo = SegmentList(self)
        self.line = Line(self.combo)
        self.line.setMaxLength(LINE_LIMIT)
        self.combo.setLineEdit(self.line)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(6)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self.offer(names)
        self.line.editingFinished.connect(self.finish)
        self.combo.activated.connect(self._activated)

    def offer(self, names: Sequence[str]) -> None:
        """Offer other names; what stands in the line stays."""
        nobody = _("(nobody)")
        if [self.combo.itemText(row) for row in range(self.combo.count())] != [nobody, *names]:
            text, typed = self.line.text(), self.line.isModified()
            self.combo.clear()
            self.combo.addItems([nobody, *names])
            self.combo.setEditText(text)
            self.line.setModified(typed)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        if not (self.line.isModified() and value == self._value):
            self._value = value
            self._show(str(value), self._hint)

    def show_mixed(self) -> None:
        """Show that the selected elements differ."""
        if not (self.line.isModified() and self._value is None):
            self._value = None
            self._show("", several_values())

    def finish(self) -> None:
        """Hand over what was typed."""
        if self.line.isModified():
            self.line.setModified(False)
            self._take(self.line.text().strip())

    def focus_target(self) -> QWidget:
        """The list."""
        return self.combo

    def _activated(self, row: int) -> None:
        value = self.combo.itemText(row) if row > 0 else ""
        if row == 0:
            self.combo.setEditText("")
        self.line.setModified(False)
        self._take(value)

    def _take(self, value: str) -> None:
        if value != self._value:
            self._value = value
            self.line.before = value
            self.edited.emit(value)

    def _show(self, text: str, hint: str) -> None:
        self.line.before = text
        self.combo.setEditText(text)
        self.line.setCursorPosition(0)
        self.line.setModified(False)
        self.line.setPlaceholderText(hint)
