"""What sessions that did not end well have left, with the choice to restore or discard it."""

from collections.abc import Sequence

from babel.dates import format_datetime
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget

from journeymap.editor.widgets.labels import ElidedLabel, TextLabel, message_box
from journeymap.files.recovery import Leftover
from journeymap.language import _, locale, ngettext


class LeftoverRow(QObject):
    """The two buttons of one leftover."""

    def __init__(self, leftover: Leftover, box: "RecoveryBox") -> None:
        super().__init__(box)
        self.leftover = leftover
        self._box = box
        self.widget = QWidget()
        title = leftover.title or _("Untitled map")
        name = ElidedLabel(leftover_name(leftover), role="strong")
        note = ElidedLabel(leftover_note(leftover), role="small")
        self.restore = QPushButton(_("Restore"))
        self.discard = QPushButton(_("Discard"))
        self.restore.setAccessibleName(_("Restore “{title}”").format(title=title))
        self.discard.setAccessibleName(_("Discard “{title}”").format(title=title))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(note)
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(texts, 1)
        row.addWidget(self.restore)
        self.restore.setVisible(not leftover.trouble)
        row.addWidget(self.discard)
        self.restore.clicked.connect(self._restore)
        self.discard.clicked.connect(self._discard)

    def _restore(self) -> None:
        self._box.restored.emit(self.leftover)

    def _discard(self) -> None:
        self._box.ask_discard(self)


class RecoveryBox(QFrame):
    """`restored` carries a Leftover that the user wants back; `finished`: nothing is left to decide, or "Later"."""

    restored = Signal(object)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recovery")
        self.setProperty("role", "banner")
        self.rows: list[LeftoverRow] = []
        self._doomed: LeftoverRow | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 12, 16, 12)
        self._box.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(TextLabel(_("These maps were not saved when the program ended"), role="strong", wrap=True), 1)
        self.later = QPushButton(_("Later"))
        self.later.clicked.connect(self.finished)
        head.addWidget(self.later)
        self._box.addLayout(head)

    def show_leftovers(self, leftovers: Sequence[Leftover]) -> None:
        """Offer these."""
        for row in self.rows:
            row.widget.hide()
            row.widget.deleteLater()
        self.rows = [LeftoverRow(leftover, self) for leftover in leftovers]
        for row in self.rows:
            self._box.addWidget(row.widget)

    def ask_discard(self, row: LeftoverRow) -> None:
        """Ask once more before something is lost for good."""
        self._doomed = row
        text = _("Discard the unsaved changes to “{title}”?").format(title=row.leftover.title or _("Untitled map"))
        box = message_box(
            self, QMessageBox.Icon.Warning, _("Journeymap"), text, _("They can't be restored afterwards.")
        )
        box.setObjectName("discardLeftover")
        box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.finished.connect(self._discard)
        box.open()

    def remove(self, leftover: Leftover) -> None:
        """Something was restored or discarded: its row goes."""
        for row in [row for row in self.rows if row.leftover == leftover]:
            row.widget.hide()
            row.widget.deleteLater()
            self.rows.remove(row)
        if not self.rows:
            self.finished.emit()

    def _discard(self, answer: int) -> None:
        row, self._doomed = self._doomed, None
        if row is not None and answer == QMessageBox.StandardButton.Discard.value:
            row.leftover.discard()
            self.remove(row.leftover)


class RecoveryDialog(QDialog):
    """The same as a dialog, for a start that opens a map at once."""

    def __init__(self, leftovers: Sequence[Leftover], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recoveryDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Recovered maps"))
        self.setMinimumWidth(560)
        self.box = RecoveryBox(self)
        self.box.show_leftovers(leftovers)
        self.box.finished.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addWidget(self.box)


def leftover_name(leftover: Leftover) -> str:
    """What the map is called, or that it can't be restored and why."""
    if not leftover.trouble:
        return leftover.title or _("Untitled map")
    why = _(leftover.trouble)
    if not leftover.title:
        return _("One session can't be restored: {why}").format(why=why)
    return _("“{title}” can't be restored: {why}").format(title=leftover.title, why=why)


def leftover_note(leftover: Leftover) -> str:
    """Where the map belongs, when it was changed last, and how much is not saved, or can be restored of it."""
    when = format_datetime(leftover.when, "short", locale=locale())
    changes = ngettext("{n} change", "{n} changes", leftover.changes).format(n=leftover.changes)
    if leftover.trouble:
        return _("{path} · {when}").format(path=leftover.path or leftover.session, when=when)
    if leftover.damaged:
        changes = _("{n} of about {all} changes can be restored").format(
            n=leftover.changes, all=leftover.changes + leftover.damaged
        )
    if leftover.path is None:
        return _("never saved · {when} · {changes}").format(when=when, changes=changes)
    return _("{path} · {when} · {changes}").format(path=leftover.path, when=when, changes=changes)
