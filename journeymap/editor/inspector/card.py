"""A card in the inspector: a pain point, a moment of truth or an action in three short texts."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from journeymap.editor.icons import icon
from journeymap.editor.widgets.labels import TextLabel, set_tip
from journeymap.language import _

SELECT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
DELETE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says: a title, a mark at its end (`5/5`), and a note below."""

    title: str
    mark: str = ""
    note: str = ""


class Card(QFrame):
    """`chosen` and `deleted` carry the id of the record that it shows."""

    chosen = Signal(str)
    deleted = Signal(str)

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = ""
        self.setProperty("role", "card")
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = TextLabel(role=f"{kind}-title", wrap=True)
        self.mark = TextLabel(role=f"{kind}-mark")
        self.note = TextLabel(role=f"{kind}-note", wrap=True)
        self.delete = QToolButton()
        self.delete.setIcon(icon("close", "muted"))
        self.delete.setText("" if not self.delete.icon().isNull() else "×")
        self.delete.setProperty("role", "mini")
        self.delete.setAccessibleName(_("Delete"))
        self.delete.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.delete.clicked.connect(self._delete)
        set_tip(self.delete, _("Delete"))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 7, 6, 8)
        box.setSpacing(1)
        box.addLayout(head)
        box.addWidget(self.note)

    def show_text(self, id: str, text: CardText) -> None:
        """Show a record."""
        self.id = id
        self.title.setText(text.title)
        self.mark.setText(text.mark)
        self.note.setText(text.note)
        self.note.setVisible(bool(text.note))
        self.setAccessibleName(", ".join(part for part in (text.title, text.mark, text.note) if part))

    def event(self, event: QEvent) -> bool:
        """Del on a card deletes what the card shows, not what is selected on the map."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in DELETE_KEYS
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter selects, Del deletes."""
        if event.key() in SELECT_KEYS:
            self.chosen.emit(self.id)
        elif event.key() in DELETE_KEYS:
            self._delete()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The press begins a click here, whatever lies behind."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click selects."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.id)
        event.accept()

    def _delete(self) -> None:
        self.deleted.emit(self.id)
