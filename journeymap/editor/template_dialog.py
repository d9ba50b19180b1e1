"""What a template is called and what it is for, asked when a map is kept as one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from journeymap.editor.widgets.labels import TextLabel
from journeymap.files.own_templates import same_title
from journeymap.language import _
from journeymap.model.journey import Journey


class TemplateDialog(QDialog):
    """`chosen` carries title and description. The map's title and scope are proposed."""

    chosen = Signal(str, str)

    def __init__(self, journey: Journey, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setObjectName("templateDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Save as template"))
        self.setMinimumWidth(560)
        self.title = QLineEdit(journey.info.title)
        self.about = QLineEdit(" ".join(journey.info.scope.split()))
        self.about.setPlaceholderText(_("What it is for, in a sentence"))
        self.note = TextLabel("", role="warning", wrap=True)
        form = QFormLayout()
        form.setSpacing(10)
        for text, field in ((_("Title"), self.title), (_("Description"), self.about)):
            label = TextLabel(text, role="caption")
            label.setBuddy(field)
            field.setAccessibleName(text)
            form.addRow(label, field)
        left_out = _(
            "The template keeps what the map shows. Survey answers, client, period, evidence, a second version, "
            "and dates and status of actions are left out."
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = self.buttons.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addLayout(form)
        box.addWidget(TextLabel(left_out, role="muted", wrap=True))
        box.addWidget(self.note)
        box.addWidget(self.buttons)
        self.title.textChanged.connect(self._look)
        self.title.selectAll()
        self.title.setFocus()
        self.about.setCursorPosition(0)
        self.setTabOrder(self.title, self.about)
        self.setTabOrder(self.about, self.go)
        self._look()

    def _look(self) -> None:
        title = self.title.text().strip()
        old = same_title(title, self._folder) if title else None
        self.go.setEnabled(bool(title))
        self.go.setText(_("Replace") if old is not None else _("Save"))
        if old is not None:
            self.note.setText(
                _("There is a template “{title}” of yours already; it will be replaced.").format(title=old.title)
            )
        self.note.setVisible(old is not None)

    def _accept(self) -> None:
        if not self.go.isEnabled():
            return
        self.accept()
        self.chosen.emit(self.title.text().strip(), self.about.text().strip())
