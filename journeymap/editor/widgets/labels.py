"""Labels and tooltips that show text as it is: what a user wrote is never read as HTML."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class TextLabel(QLabel):
    """A label of plain text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def set_tip(widget: QWidget, text: str) -> None:
    """A tooltip that shows exactly this text, wrapped; "" takes it away."""
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """Plain text as a tooltip wants it: escaped, so that Qt finds no tags to obey, and wrapped by Qt."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
