"""Fields of one line: text, numbers, shares, dates, tags."""

from datetime import date
from typing import Any

from babel.dates import format_date, parse_date
from babel.numbers import NumberFormatError, format_decimal, parse_decimal
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journeymap.editor.inspector.field import Field, several_values
from journeymap.editor.inspector.values import MIXED
from journeymap.language import _, locale
from journeymap.survey.display import whole

MINUS = "\N{MINUS SIGN}"


class Line(QLineEdit):
    """A line of text that Esc puts back, and that takes no dropped files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)
        self.before = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self.before)
            self.selectAll()
            event.accept()
            return
        super().keyPressEvent(event)


class LineField(Field):
    """A line of text; the other fields of one line say how their value is written and read."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._value: Any = None
        self.line = Line(self)
        self.line.setPlaceholderText(hint)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self.finish)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        if self.line.isModified() and value == self._value:
            return
        self._value = value
        self._show(self.write(value), self._hint)

    def show_mixed(self) -> None:
        """Show that the selected elements differ."""
        if not (self.line.isModified() and self._value is MIXED):
            self._value = MIXED
            self._show("", several_values())

    def finish(self) -> None:
        """Hand over what was typed."""
        if not self.line.isModified():
            return
        self.line.setModified(False)
        try:
            value = self.read(self.line.text())
        except ValueError as error:
            self.line.setText(self.line.before)
            self.refused.emit(str(error))
            return
        if value != self._value:
            self._value = value
            self.line.before = self.line.text()
            self.edited.emit(value)

    def focus_target(self) -> QWidget:
        """The line."""
        return self.line

    def write(self, value: Any) -> str:
        """A value as text."""
        return str(value)

    def read(self, text: str) -> Any:
        """Text as a value; raises `ValueError` with a sentence."""
        return text

    def _show(self, text: str, hint: str) -> None:
        self.line.before = text
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)
        self.line.setModified(False)
        self.line.setPlaceholderText(hint)


class NumberField(LineField):
    """A number or nothing, written as the language writes it."""

    def write(self, value: Any) -> str:
        """A value as text."""
        return "" if value is None else format_decimal(value, locale=locale())

    def read(self, text: str) -> Any:
        """Text as a value."""
        text = text.strip().replace(MINUS, "-")
        if not text:
            return None
        try:
            value = float(parse_decimal(text, locale=locale()))
        except NumberFormatError:
            raise ValueError(_("“{text}” is not a number.").format(text=text)) from None
        if not -1e9 <= value <= 1e9:
            raise ValueError(_("“{text}” is too large.").format(text=text))
        return value


class WidthField(NumberField):
    """A width on the map, 40 to 4,000 units."""

    def read(self, text: str) -> Any:
        """Text as a value."""
        value = super().read(text)
        if value is None or not 40 <= value <= 4000:
            raise ValueError(_("A width lies between {least} and {most}.").format(least=40, most=whole(4000)))
        return value


class ShareField(LineField):
    """A part of the whole or nothing, written in per cent."""

    def write(self, value: Any) -> str:
        """A value as text."""
        if value is None:
            return ""
        return _("{number} %").format(number=format_decimal(value * 100, format="#,##0.#", locale=locale()))

    def read(self, text: str) -> Any:
        """Text as a value."""
        text = text.replace("%", "").replace("٪", "").strip()
        if not text:
            return None
        try:
            value = float(parse_decimal(text, locale=locale())) / 100
        except NumberFormatError:
            raise ValueError(_("“{text}” is not a number.").format(text=text)) from None
        if not 0 <= value <= 1:
            raise ValueError(_("A share lies between 0 and 100 %."))
        return value


class DateField(LineField):
    """A date or nothing; read in the language's short form and as 2026-11-22."""

    def write(self, value: Any) -> str:
        """A value as text."""
        return "" if value is None else format_date(value, "medium", locale=locale())

    def read(self, text: str) -> Any:
        """Text as a value."""
        text = text.strip()
        if not text:
            return None
        if text == self.line.before:
            return self._value
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
        for form in ("short", "medium"):
            try:
                return parse_date(text, locale=locale(), format=form)
            except (ValueError, IndexError, KeyError):
                continue
        raise ValueError(_("“{text}” is not a date; write it like {example}.").format(text=text, example="2026-11-22"))


class TagsField(LineField):
    """Words parted by commas."""

    def write(self, value: Any) -> str:
        """A value as text."""
        return ", ".join(value)

    def read(self, text: str) -> Any:
        """Text as a value."""
        parts = (part.strip() for part in text.replace("،", ",").split(","))
        return tuple(dict.fromkeys(part for part in parts if part))
