"""The doors through which text reaches the screen as plain text; Qt would take some user text for HTML and load files named in it."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QSizePolicy, QWidget

from journeymap.editor.icons import application_icon, pixmap

ICON_SIZE = 36


class TextLabel(QLabel):
    """A label that shows plain text only. `role` names its look in the style sheet (`title`, `caption`, `muted`, …)."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "", wrap: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)


class ElidedLabel(TextLabel):
    """One line of plain text with an ellipsis where there is no room, at its end or as `cut` says; the whole text is its tip."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "",
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, parent, role=role)
        self._cut = cut
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        set_tip(self, text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, cut where it does not fit."""
        metrics = QFontMetrics(self.font())
        place = self.contentsRect()
        text = metrics.elidedText(self.text().replace("\n", " "), self._cut, place.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), text)


def plain_tip(text: str) -> str:
    """Text for a tool tip that Qt can't take for markup; "" stays "" (no tip)."""
    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>") if text else ""


def set_tip(target: QWidget | QAction, text: str) -> None:
    """Give a widget or an action a tool tip of plain text."""
    target.setToolTip(plain_tip(text))


def no_mnemonic(text: str) -> str:
    """Text for a button or a menu in which `&` is a character and underlines nothing."""
    return text.replace("&", "&&")


def message_box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str, detail: str = "") -> QMessageBox:
    """A message of plain text, modal to its window, that goes when it is closed; show it with `open()`."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.setTextFormat(Qt.TextFormat.PlainText)
    if icon == QMessageBox.Icon.Warning:
        box.setIconPixmap(pixmap("warning", ICON_SIZE, "warning", box.devicePixelRatioF()))
    else:
        box.setIconPixmap(application_icon().pixmap(ICON_SIZE, ICON_SIZE))
    box.setWindowTitle(title)
    box.setText(text)
    if detail:
        # The informative text is a label of its own that Qt makes as AutoText.
        box.setInformativeText(detail)
        for label in box.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
    return box
