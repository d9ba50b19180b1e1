"""One template on the start page: a picture drawn from it, its name, and what it is for."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from journeymap.editor.icons import icon
from journeymap.editor.theme import COLOURS
from journeymap.editor.widgets.labels import TextLabel, set_tip
from journeymap.files.templates import TemplateInfo
from journeymap.language import _

PICTURE = QSize(276, 154)


class TemplateCard(QPushButton):
    """`chosen` carries the template's name, `deletion_wanted` its TemplateInfo: only the user's own can be deleted."""

    chosen = Signal(str)
    deletion_wanted = Signal(object)

    def __init__(self, info: TemplateInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.info = info
        self.name = info.name
        self.setProperty("role", "template")
        self.setAccessibleName(info.title)
        self.setAccessibleDescription(info.about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.picture = MapPicture()
        title = TextLabel(info.title, role="strong", wrap=True)
        about = TextLabel(info.about, role="small", wrap=True)
        texts = QVBoxLayout()
        texts.setContentsMargins(14, 10, 14, 12)
        texts.setSpacing(3)
        texts.addWidget(title)
        texts.addWidget(about)
        texts.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(2, 2, 2, 2)
        box.setSpacing(0)
        box.addWidget(self.picture)
        box.addLayout(texts)
        for widget in (self.picture, title, about):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._choose)
        self.bin = QToolButton(self)
        self.bin.setIcon(icon("trash"))
        self.bin.setProperty("role", "boxed")
        self.bin.setCursor(Qt.CursorShape.ArrowCursor)
        self.bin.setVisible(info.own)
        tip = _("Delete the template “{title}”").format(title=info.title)
        set_tip(self.bin, tip)
        self.bin.setAccessibleName(tip)
        self.bin.clicked.connect(self._want_deletion)

    def fits(self, words: list[str]) -> bool:
        """Whether title and description together hold all these words, upper and lower case aside."""
        text = f"{self.info.title} {self.info.about}".casefold()
        return all(word.casefold() in text for word in words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del wants one of the user's own deleted."""
        if event.key() == Qt.Key.Key_Delete and self.info.own:
            self._want_deletion()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bin keeps to the far upper corner."""
        super().resizeEvent(event)
        size = self.bin.sizeHint()
        far = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.bin.setGeometry(self.width() - size.width() - 8 if far else 8, 8, size.width(), size.height())

    def show_picture(self, image: QImage, ratio: float) -> None:
        """Show the picture."""
        self.picture.show_image(image, ratio)

    def sizeHint(self) -> QSize:
        """The width of the picture, and as high as the texts need."""
        layout = self.layout()
        width = PICTURE.width() + 4
        height = layout.totalHeightForWidth(width) if layout is not None else PICTURE.height()
        return QSize(width, max(height, PICTURE.height() + 96))

    def _choose(self) -> None:
        self.chosen.emit(self.name)

    def _want_deletion(self) -> None:
        self.deletion_wanted.emit(self.info)


class MapPicture(QWidget):
    """The part of a map where reading begins, as far as there is room, its corners rounded like the card's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setFixedSize(PICTURE)

    @property
    def is_drawn(self) -> bool:
        """Whether there is an image already."""
        return not self._image.isNull()

    def show_image(self, image: QImage, ratio: float) -> None:
        """Show an image, for a screen with this many pixels a unit; a null image shows nothing."""
        self._image = image
        if not image.isNull():
            # Made small once and with care: fine lines would be lost if the painter did it.
            wide, smooth = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
            self._image = image.scaled(self.size() * ratio, wide, smooth)
            self._image.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The image from where reading begins, or the ground until it is there."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            path = QPainterPath()
            path.addRoundedRect(QRectF(0, 0, self.width(), self.height() + 10), 7, 7)
            painter.setClipPath(path)
            painter.fillRect(self.rect(), QColor(COLOURS["ground"]))
            if not self._image.isNull():
                backwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
                beyond = self.width() - self._image.deviceIndependentSize().width()
                painter.drawImage(QPointF(beyond if backwards else 0.0, 0.0), self._image)
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(COLOURS["rule"]))
