"""How large a picture is to be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from journeymap.editor.document import Document
from journeymap.editor.settings import Settings
from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import N_, _
from journeymap.layout.build import build
from journeymap.paint.picture import PIXEL_LIMIT, SIDE_LIMIT
from journeymap.survey.display import whole

SCALES: tuple[tuple[float, str], ...] = (
    (1.0, N_("For a document: {width} × {height} pixels")),
    (2.0, N_("For slides and screens: {width} × {height} pixels")),
    (4.0, N_("For a poster: {width} × {height} pixels")),
)
CHOSEN = "export/scale"


class ExportDialog(QDialog):
    """`chosen` carries the scale, in pixels a map unit."""

    chosen = Signal(float)

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setObjectName("exportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export picture"))
        self.setMinimumWidth(380)
        layout = build(document.journey)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(TextLabel(_("Size of the picture"), role="strong"))
        self.sizes = QButtonGroup(self)
        wanted = settings.text(CHOSEN, "2.0")
        for place, (scale, text) in enumerate(SCALES):
            width, height = round(layout.width * scale), round(layout.height * scale)
            button = QRadioButton(_(text).format(width=whole(width), height=whole(height)))
            button.setEnabled(width * height <= PIXEL_LIMIT and max(width, height) <= SIDE_LIMIT)
            button.setChecked(button.isEnabled() and (str(scale) == wanted or place == 0))
            self.sizes.addButton(button, place)
            box.addWidget(button)
        box.addSpacing(6)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(_("Choose a file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setEnabled(self.sizes.checkedId() >= 0)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        box.addWidget(self.buttons)

    def _accept(self) -> None:
        scale = SCALES[self.sizes.checkedId()][0]
        self._settings.set_text(CHOSEN, str(scale))
        self.accept()
        self.chosen.emit(scale)
