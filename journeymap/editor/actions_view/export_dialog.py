"""Which picture of the actions is wanted, and how large."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from journeymap.editor.document import Document
from journeymap.editor.export_dialog import CHOSEN, SCALES
from journeymap.editor.settings import Settings
from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import N_, _
from journeymap.layout.action_facts import ActionFacts
from journeymap.layout.actions_picture import What, actions_picture
from journeymap.paint.measure import QtMeasure
from journeymap.paint.picture import PIXEL_LIMIT, SIDE_LIMIT
from journeymap.survey.display import whole

WHAT = "export/actions"
PICTURES: tuple[tuple[What, str], ...] = (
    ("both", N_("Board and matrix, one below the other")),
    ("board", N_("The board by status")),
    ("matrix", N_("The matrix of effort and impact")),
)


class ActionsExportDialog(QDialog):
    """`chosen` carries which picture and the scale, in pixels a map unit."""

    chosen = Signal(str, float)

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        facts = ActionFacts(document.journey, QtMeasure())
        self._sizes = {what: actions_picture(facts, what)[:2] for what, _title in PICTURES}
        self.setObjectName("actionsExportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export actions"))
        self.setMinimumWidth(400)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(TextLabel(_("What is on the picture"), role="strong"))
        self.whats = QButtonGroup(self)
        wanted = settings.text(WHAT, "both")
        for place, (what, title) in enumerate(PICTURES):
            button = QRadioButton(_(title))
            button.setChecked(what == wanted or place == 0)
            self.whats.addButton(button, place)
            box.addWidget(button)
        box.addSpacing(6)
        box.addWidget(TextLabel(_("Size of the picture"), role="strong"))
        self.scales = QButtonGroup(self)
        for place in range(len(SCALES)):
            size = QRadioButton()
            self.scales.addButton(size, place)
            box.addWidget(size)
        box.addSpacing(6)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(_("Choose a file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        box.addWidget(self.buttons)
        self.whats.idToggled.connect(self._say)
        self._say()
        last = settings.text(CHOSEN, "2.0")
        for place, (scale, _text) in enumerate(SCALES):
            chosen = self.scales.button(place)
            if chosen.isEnabled() and (place == 0 or str(scale) == last):
                chosen.setChecked(True)

    def _say(self) -> None:
        """How large each size is for what is chosen; one that would be too large can't be chosen."""
        width, height = self._sizes[PICTURES[self.whats.checkedId()][0]]
        for place, (scale, text) in enumerate(SCALES):
            across, down = round(width * scale), round(height * scale)
            button = self.scales.button(place)
            button.setText(_(text).format(width=whole(across), height=whole(down)))
            button.setEnabled(across * down <= PIXEL_LIMIT and max(across, down) <= SIDE_LIMIT)
            if button.isChecked() and not button.isEnabled():
                self.scales.button(0).setChecked(True)

    def _accept(self) -> None:
        what, scale = PICTURES[self.whats.checkedId()][0], SCALES[self.scales.checkedId()][0]
        self._settings.set_text(WHAT, what)
        self._settings.set_text(CHOSEN, str(scale))
        self.accept()
        self.chosen.emit(what, scale)
