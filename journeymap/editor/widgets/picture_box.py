"""A picture that can be chosen from a file, pasted and removed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from journeymap.editor.background import Task, run
from journeymap.editor.canvas.clipboard_image import clipboard_image
from journeymap.editor.file_dialogs import IMAGE_FILTER, ask_open
from journeymap.editor.settings import Settings
from journeymap.editor.theme import COLOURS
from journeymap.editor.widgets.elided_check import ElidedCheck
from journeymap.editor.widgets.flow_row import FlowRow
from journeymap.language import _, explain
from journeymap.model.problem import Problem
from journeymap.paint.photo import decode
from journeymap.paint.shrink import read_image, shrunk

SIDE = 76
SMALL = 1200  # pixels a side: sharp on a whole screen, some hundred kilobytes
SHRINK = "images/shrink"


class Thumbnail(QWidget):
    """A small picture in a frame, or an empty one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: bytes | None = None
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture, or none that can be shown."""
        return self._picture.isNull()

    def show_data(self, data: bytes | None) -> None:
        """Show an image file; one that can't be shown leaves the frame empty."""
        if data == self._data:
            return
        self._data = data
        self._picture = QPixmap()
        if data is not None:
            try:
                ratio = self.devicePixelRatioF()
                keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                self._picture = QPixmap.fromImage(decode(data).scaled(QSize(SIDE, SIDE) * ratio, keep, smooth))
                self._picture.setDevicePixelRatio(ratio)
            except Problem:
                pass
        self.update()

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in the middle of its frame."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            size = self._picture.deviceIndependentSize()
            if not self._picture.isNull():
                painter.drawPixmap(
                    round((self.width() - size.width()) / 2), round((self.height() - size.height()) / 2), self._picture
                )
            else:
                pen = QPen(QColor(COLOURS["border_strong"]), 1)
                pen.setDashPattern([4, 3])
                painter.setPen(pen)
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


class PictureBox(QWidget):
    """`chosen` carries the bytes of an image file and the name it had; `removed` and `refused` (with a sentence) say the rest.

    With `shrink` None the user decides whether large pictures are scaled down; a number of pixels decides for them.
    """

    chosen = Signal(object, str)
    removed = Signal()
    refused = Signal(str)

    def __init__(self, settings: Settings, name: str, shrink: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._shrink = shrink
        self._task: Task | None = None
        self.picture = Thumbnail(self)
        self.choose, self.paste, self.remove = (
            QPushButton(_("From a file…")),
            QPushButton(_("Paste")),
            QPushButton(_("Remove")),
        )
        for button in (self.choose, self.paste, self.remove):
            button.setProperty("role", "link")
            button.setAccessibleName(_("{name}: {command}").format(name=name, command=button.text()))
        self.small = ElidedCheck(_("Scale large pictures down"))
        self.small.setChecked(settings.flag(SHRINK, True))
        self.small.setVisible(shrink is None)
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(FlowRow((self.choose, self.paste, self.remove), 2))
        buttons.addWidget(self.small)
        buttons.addStretch(1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(buttons, 1)
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self._paste)
        self.remove.clicked.connect(self.removed)
        self.small.toggled.connect(self._remember)
        self.show_data(None)

    def show_data(self, data: bytes | None) -> None:
        """Show an image file, or that there is none."""
        self.picture.show_data(data)
        self.remove.setVisible(data is not None)

    def load(self, path: Path) -> None:
        """Read a file off the window's thread."""
        self._settings.set_folder("image", path.absolute().parent)
        most = self._most()
        self.forget()
        self._task = run(lambda task: read_image(path, most), partial(self._read, path.stem), self._failed)

    def forget(self) -> None:
        """What is being read is not wanted any longer."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _most(self) -> int | None:
        if self._shrink is not None:
            return self._shrink
        return SMALL if self._settings.flag(SHRINK, True) else None

    def _choose(self) -> None:
        dialog = ask_open(self, self._settings, _("Choose a picture"), IMAGE_FILTER, "image")
        dialog.fileSelected.connect(self._named)
        dialog.open()

    def _named(self, name: str) -> None:
        self.load(Path(name))

    def _paste(self) -> None:
        data = clipboard_image()
        if data is None:
            self.refused.emit(_("There is no picture on the clipboard. Copy one, then paste it here."))
            return
        try:
            self.chosen.emit(shrunk(data, self._most()), "")
        except Problem as problem:
            self.refused.emit(explain(problem))

    def _read(self, name: str, data: bytes) -> None:
        if isValid(self):  # the map may have been closed meanwhile
            self._task = None
            self.chosen.emit(data, name)

    def _failed(self, problem: Problem) -> None:
        if isValid(self):
            self._task = None
            self.refused.emit(explain(problem))

    def _remember(self, on: bool) -> None:
        self._settings.set_flag(SHRINK, on)
