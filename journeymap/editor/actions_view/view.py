"""The actions of a map as a view beside the map and the table: a bar, and below it the board or the matrix."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journeymap.editor.actions_view.keys import ActionsKeys
from journeymap.editor.actions_view.views import BoardView, MatrixView
from journeymap.editor.document import Document
from journeymap.editor.map_view import MapView
from journeymap.editor.outline.advice import this_day
from journeymap.editor.settings import Settings
from journeymap.editor.widgets.labels import ElidedLabel, set_tip
from journeymap.editor.widgets.segments import Segments
from journeymap.language import N_, _
from journeymap.model.change import Change
from journeymap.model.findings import Action

SHOWN = "actions/shown"
KINDS: tuple[tuple[str, str], ...] = (("board", N_("Board")), ("matrix", N_("Effort × impact")))
HINTS: dict[str, str] = {
    "board": N_("Drag cards, or press Alt and an arrow. Enter edits, N adds."),
    "matrix": N_("Drag actions to where they belong, or press Alt and an arrow. Enter edits, N adds."),
}
EMPTY = N_("There are no actions yet. Press N to add one: what will be done about a pain point?")


class ActionsView(MapView):
    """Board and matrix are two views of the same actions. `wanted` carries the id of what should be shown on the map."""

    wanted = Signal(str)
    kind = "board"

    def __init__(
        self,
        document: Document,
        settings: Settings,
        parent: QWidget | None = None,
        today: Callable[[], date] = this_day,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self._settings = settings
        self.setObjectName("actionsView")
        self.switch = Segments([(name, _(title)) for name, title in KINDS], self)
        self.switch.setAccessibleName(_("How actions are shown"))
        self.add = QPushButton(_("+ Action"))
        self.add.setProperty("role", "link")
        set_tip(self.add, _("Add an action (N)"))
        self.hint = ElidedLabel(role="small")
        bar = QWidget()
        bar.setObjectName("actionsBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self.switch)
        row.addWidget(self.add)
        row.addWidget(self.hint, 1)
        self.stack = QStackedWidget()
        self.board = BoardView(document, today)
        self.board.setAccessibleName(_("Board of actions"))
        self.matrix = MatrixView(document, today)
        self.matrix.setAccessibleName(_("Actions by effort and impact"))
        for canvas in (self.board, self.matrix):
            area = QScrollArea()
            area.setObjectName("actionsArea")
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            # The canvas fills it from left to right; a map from right to left mirrors itself.
            area.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            area.setWidget(canvas)
            self.stack.addWidget(area)
            canvas.message.connect(self.message)
            canvas.wanted.connect(self.wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(self.stack, 1)
        self.switch.chosen.connect(self.show_kind)
        self.add.clicked.connect(self._add)
        document.changed.connect(self._changed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_kind(settings.text(SHOWN, "board"))

    @property
    def canvas(self) -> ActionsKeys:
        """The board or the matrix, whichever is shown."""
        return self.matrix if self.kind == "matrix" else self.board

    def show_kind(self, name: str) -> None:
        """Show the board or the matrix."""
        self.canvas.finish_typing()
        self.kind = name if name in HINTS else "board"
        self._settings.set_text(SHOWN, self.kind)
        self.switch.show_name(self.kind)
        self.stack.setCurrentIndex(1 if self.kind == "matrix" else 0)
        self.setFocusProxy(self.canvas)
        self._say()
        if self.isVisible():
            self.canvas.setFocus()

    def reveal(self, id: str) -> bool:
        """Bring an action into view; False for anything else."""
        return self.canvas.reveal(id)

    def edit_title(self, id: str) -> bool:
        """Type an action's title on its card; False for anything else."""
        return self.canvas.edit_title(id)

    def _add(self) -> None:
        self.canvas.setFocus()
        self.canvas.add()

    def _changed(self, change: Change) -> None:
        if any(isinstance(record, Action) for record in change.records()):
            self._say()

    def _say(self) -> None:
        self.hint.setText(_(HINTS[self.kind]) if self.document.journey.all(Action) else _(EMPTY))
