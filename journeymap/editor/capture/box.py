"""The box that floats over the window: a line, Enter, the next line."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.editor.capture.catch import catch, take_back
from journeymap.editor.capture.drop import KINDS, Kind, Target
from journeymap.editor.capture.field import LineField
from journeymap.editor.capture.recent import SHOWN, RecentLines
from journeymap.editor.capture.where import Where
from journeymap.editor.document import Document
from journeymap.editor.settings import Settings
from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import _, explain
from journeymap.model.change import Change
from journeymap.model.problem import Problem
from journeymap.model.structure import Channel, Stage, Touchpoint

KEPT = 50
WIDTH = 430


@dataclass(frozen=True, slots=True)
class Caught:
    """A line that was caught: what it became, and the map's revision after that."""

    id: str
    target: Target
    revision: int


class CaptureBox(QWidget):
    """Follows one document. `caught` carries the id of what a line has become, `listed` a pasted list and where it should go.

    `gone` comes when the box is closed.
    """

    caught = Signal(str)
    listed = Signal(str, object)
    gone = Signal()

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        # A tool window keeps the shortcuts of its main window working, and goes where that goes.
        super().__init__(parent, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.document = document
        self._settings = settings
        self._caught: list[Caught] = []
        self.setObjectName("captureBox")
        self.setWindowTitle(_("Sticky capture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAutoFillBackground(True)
        self.where = Where(document, keyed=True, parent=self)
        self.field = LineField(self)
        self.field.setAccessibleName(_("Line"))
        self.said = TextLabel(role="small", wrap=True)
        self.lines = RecentLines(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        box.addWidget(self.where)
        box.addWidget(self.field)
        box.addWidget(self.said)
        box.addWidget(self.lines)
        box.addStretch(1)
        self.where.changed.connect(self._where_changed)
        self.field.entered.connect(self._entered)
        self.field.listed.connect(self._listed)
        self.field.stepped.connect(self.where.step)
        self.field.kind_wanted.connect(self._kind_wanted)
        self.field.undo_wanted.connect(self._undo)
        self.field.left.connect(self.close)
        self.lines.taken_back.connect(self._take_back)
        document.changed.connect(self._document_changed)
        self._where_changed()
        self._show_lines()
        self.resize(WIDTH, self.sizeHint().height())
        geometry = settings.state("capture")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def say(self, text: str, role: str = "small") -> None:
        """Say something below the field."""
        self.said.setProperty("role", role)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the box wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where it was."""
        self._settings.set_state("capture", self.saveGeometry())
        super().closeEvent(event)
        self.gone.emit()

    # -- inside

    def _entered(self, line: str) -> None:
        target = self.where.target
        if target is None:
            self._where_changed()
            return
        try:
            (id,) = catch(self.document, [(line, target)])
        except Problem as problem:
            self.say(explain(problem), "warning")
            return
        self.field.clear()
        self._caught.insert(0, Caught(id, target, self.document.journey.revision))
        del self._caught[KEPT:]
        self._where_changed()
        self._show_lines()
        self.caught.emit(id)

    def _listed(self, text: str) -> None:
        target = self.where.target
        if target is not None:
            self.listed.emit(text, target)

    def _take_back(self, id: str) -> None:
        for caught in self._caught:
            if caught.id == id:
                take_back(self.document, id, caught.revision)
        self.field.setFocus()

    def _undo(self) -> None:
        self.document.undo()

    def _kind_wanted(self, place: int) -> None:
        self.where.choose_kind(list(KINDS)[place])

    def _where_changed(self) -> None:
        ready = self.where.target is not None
        self.field.setEnabled(ready)
        self.field.setPlaceholderText(_("Type a line, press Enter"))
        if ready:
            self.say(_("↑ ↓ another stage · a pasted list is shown first"))
        else:
            self.say(_("The map needs a stage and a channel first: add them in the Map menu."), "warning")

    def _document_changed(self, change: Change) -> None:
        if change.ids & {caught.id for caught in self._caught} or any(
            isinstance(record, (Stage, Channel)) for record in change.records()
        ):
            self._show_lines()

    def _show_lines(self) -> None:
        journey = self.document.journey
        found: list[tuple[str, Kind, str, str]] = []
        for caught in self._caught:
            record = journey.records.get(caught.id)
            if record is not None and len(found) < SHOWN:
                text = str(getattr(record, "title", "") or getattr(record, "text", ""))
                found.append((caught.id, caught.target.kind, text or _("Untitled"), self._place(caught)))
        self.lines.show_lines(found)

    def _place(self, caught: Caught) -> str:
        journey = self.document.journey
        card, stage = journey.find(Touchpoint, caught.target.card), journey.find(Stage, caught.target.stage)
        record = journey.find(Touchpoint, caught.id)
        if record is not None:
            stage = journey.find(Stage, record.stage)
        return card.title if card is not None else stage.title if stage is not None else ""
