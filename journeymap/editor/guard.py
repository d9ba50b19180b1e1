"""Nothing unsaved is left without a question."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from journeymap.editor.document import Document
from journeymap.editor.widgets.labels import message_box
from journeymap.language import _

Then = Callable[[], object]
Button = QMessageBox.StandardButton


class Guard(QObject):
    """Asks Save, Discard or Cancel where a map has unsaved changes; `save(then)` must call `then` only once it is saved."""

    def __init__(self, window: QWidget, save: Callable[[Then], object]) -> None:
        super().__init__(window)
        self._window = window
        self._save = save
        self._then: Then | None = None
        self._box: QMessageBox | None = None

    def leave(self, document: Document | None, then: Then) -> None:
        """Go on with `then` at once where nothing is unsaved, else when the user has saved or discarded."""
        if document is None or not document.modified:
            then()
            return
        self._then = then
        if self._box is not None:
            self._box.raise_()
            return
        text = _("Save the changes to “{name}”?").format(name=document.name)
        box = message_box(
            self._window, QMessageBox.Icon.Warning, _("Journeymap"), text, _("Without saving they are lost.")
        )
        box.setObjectName("unsaved")
        box.setStandardButtons(Button.Save | Button.Discard | Button.Cancel)
        box.setDefaultButton(Button.Save)
        box.setEscapeButton(Button.Cancel)
        box.buttonClicked.connect(self._clicked)
        box.finished.connect(self._finished)
        self._box = box
        self._answer = Button.Cancel
        box.open()

    def _clicked(self) -> None:
        if self._box is not None:
            button = self._box.clickedButton()
            self._answer = self._box.standardButton(button) if button is not None else Button.Cancel

    def _finished(self) -> None:
        then, self._then, self._box = self._then, None, None
        if then is None or self._answer == Button.Cancel:
            return
        if self._answer == Button.Save:
            self._save(then)
        else:
            then()
