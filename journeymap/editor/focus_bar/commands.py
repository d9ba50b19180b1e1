"""Keeps the focus, the bar that says it and the sheet that changes it in step."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from journeymap.editor.document import Document
from journeymap.editor.focus_bar.bar import FocusBar
from journeymap.editor.focus_bar.sheet import FocusSheet
from journeymap.editor.focus_bar.state import counted, trimmed
from journeymap.editor.workspace import Workspace
from journeymap.language import _
from journeymap.layout.focus import EVERYTHING

CHANGE_MS = 150


class FocusCommands(QObject):
    """`said` carries what the status bar says of the focus, "" where the whole map is looked at."""

    said = Signal(str)

    def __init__(self, window: QWidget, action: QAction, anchor: Callable[[], QRect]) -> None:
        super().__init__(window)
        self._action = action
        self._document: Document | None = None
        self.bar: FocusBar | None = None
        self.sheet = FocusSheet(window, anchor)
        # One count for many changes: on a large map it takes a moment.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(CHANGE_MS)
        self._late.timeout.connect(self._follow)

    def attach(self, workspace: Workspace | None) -> None:
        """Serve another map, with a bar of its own."""
        self.sheet.close_sheet()
        self._late.stop()
        self.bar = None
        self._document = workspace.document if workspace is not None else None
        if workspace is not None:
            self.bar = FocusBar(workspace.document, workspace)
            self.bar.change_wanted.connect(self.open)
            workspace.bars.addWidget(self.bar)
            workspace.document.focus_changed.connect(self.refresh)
            workspace.document.changed.connect(self._changed)
        self.refresh()

    def open(self) -> None:
        """Show the sheet, or close it where it is shown."""
        self._check()
        if self._document is None:
            return
        if self.sheet.isVisible():
            self.sheet.close_sheet()
        else:
            self.sheet.ask(self._document)

    def show_all(self) -> None:
        """Look at the whole map again."""
        if self._document is not None:
            self._document.set_focus(EVERYTHING)

    def refresh(self) -> None:
        """Say everywhere what is looked at now."""
        self._check()
        document = self._document
        if document is None or self.bar is None:
            self.said.emit("")
            return
        self.bar.refresh()
        if self.sheet.isVisible():
            self.sheet.refresh()
        text = counted(document.journey, document.focus) if document.focus else ""
        self.said.emit(_("Focus: {count}").format(count=text) if text else "")

    def _changed(self) -> None:
        if self._document is not None and self._document.focus:
            self._late.start()

    def _follow(self) -> None:
        document = self._document
        if document is None:
            return
        focus = trimmed(document.journey, document.focus)
        if focus != document.focus:
            document.set_focus(focus)
        else:
            self.refresh()

    def _check(self) -> None:
        self._action.setChecked(self._document is not None and bool(self._document.focus))
