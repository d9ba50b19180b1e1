"""Keeping the open map as a template, and deleting one."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from journeymap.editor.document import Document
from journeymap.editor.template_dialog import TemplateDialog
from journeymap.editor.typing_focus import finish_typing
from journeymap.editor.widgets.labels import message_box
from journeymap.editor.widgets.problems import show_problem
from journeymap.files.own_templates import delete_template, save_template
from journeymap.files.templates import TemplateInfo, own_templates_folder
from journeymap.language import _
from journeymap.model.problem import Problem

Button = QMessageBox.StandardButton


class TemplateCommands(QObject):
    """`message` is for the status bar; `changed` comes when the user has another template, or one less."""

    message = Signal(str)
    changed = Signal()

    def __init__(self, window: QWidget, folder: Path | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder or own_templates_folder()
        self._doomed: TemplateInfo | None = None
        self.document: Document | None = None

    def save(self) -> None:
        """Ask for a title, then keep the open map as a template."""
        if self.document is None:
            return
        finish_typing(self._window)
        dialog = TemplateDialog(self.document.journey, self._folder, self._window)
        dialog.chosen.connect(self._save_as)
        dialog.open()

    def delete(self, template: TemplateInfo) -> None:
        """Delete one of the user's own templates, after a question."""
        self._doomed = template
        text = _("Delete the template “{title}”?").format(title=template.title)
        box = message_box(
            self._window, QMessageBox.Icon.Warning, _("Journeymap"), text, _("Maps that were made from it stay.")
        )
        box.setObjectName("deleteTemplate")
        box.setStandardButtons(Button.Cancel)
        go = box.addButton(_("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        go.clicked.connect(self._delete_doomed)
        box.setDefaultButton(Button.Cancel)
        box.open()

    def _save_as(self, title: str, about: str) -> None:
        if self.document is None:
            return
        try:
            save_template(self.document.journey, title, about, self._folder)
        except Problem as problem:
            show_problem(self._window, problem)
            return
        self.message.emit(_("Saved as template “{title}”: the start page offers it now.").format(title=title))
        self.changed.emit()

    def _delete_doomed(self) -> None:
        template, self._doomed = self._doomed, None
        if template is None:
            return
        try:
            delete_template(template)
        except Problem as problem:
            show_problem(self._window, problem)
        self.changed.emit()
