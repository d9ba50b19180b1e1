"""What is being typed when a command comes: it counts before the command does."""

from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

TextField = QLineEdit | QPlainTextEdit | QTextEdit


def typed_in(window: QWidget) -> TextField | None:
    """The field in which is typed now, or None."""
    field = window.focusWidget()
    return field if isinstance(field, (QLineEdit, QPlainTextEdit, QTextEdit)) else None


def finish_typing(window: QWidget) -> None:
    """Let the field that has the focus hand over what was typed, as if it were left; it keeps the focus."""
    field = window.focusWidget()
    if not isinstance(field, (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)):
        return
    field.clearFocus()
    # A field that opened for one title only (on the canvas) is gone by now.
    if isValid(field) and field.isVisible():
        field.setFocus()
