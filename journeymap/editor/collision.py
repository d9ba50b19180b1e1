"""What another program wrote into the map's file is never overwritten without a question."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from journeymap.editor.widgets.labels import message_box
from journeymap.language import _

Role = QMessageBox.ButtonRole


class Collision(QObject):
    """Asks where to save when the file is not the one that was opened; exactly one of the three functions is called."""

    def __init__(
        self,
        window: QWidget,
        save_as: Callable[[], object],
        overwrite: Callable[[Path], object],
        cancel: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._save_as = save_as
        self._overwrite = overwrite
        self._cancel = cancel
        self._box: QMessageBox | None = None
        self._path = Path()
        self._elsewhere: QPushButton | None = None
        self._here: QPushButton | None = None
        self._answer: object = None

    def ask(self, path: Path, gone: bool) -> None:
        """Ask about one file; `gone`: it was there, and is not any more."""
        if self._box is not None:
            self._box.raise_()
            return
        self._path = path
        self._answer = None
        if gone:
            text = _("“{name}” was moved or deleted since you opened it.").format(name=path.name)
            detail = _("Save the map somewhere else, or at the same place again.")
        else:
            text = _("“{name}” was changed by another program since you opened it.").format(name=path.name)
            detail = _("If you overwrite it, what the other program saved is lost.")
        box = message_box(self._window, QMessageBox.Icon.Warning, _("Journeymap"), text, detail)
        box.setObjectName("changedMeanwhile")
        self._elsewhere = box.addButton(_("Save as…"), Role.AcceptRole)
        self._here = box.addButton(_("Save again") if gone else _("Overwrite"), Role.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(self._elsewhere)
        box.setEscapeButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(self._clicked)
        box.finished.connect(self._finished)
        self._box = box
        box.open()

    def _clicked(self) -> None:
        if self._box is not None:
            self._answer = self._box.clickedButton()

    def _finished(self) -> None:
        answer, self._answer, self._box = self._answer, None, None
        elsewhere, self._elsewhere = self._elsewhere, None
        here, self._here = self._here, None
        if answer is None:
            self._cancel()
        elif answer is elsewhere:
            self._save_as()
        elif answer is here:
            self._overwrite(self._path)
        else:
            self._cancel()
