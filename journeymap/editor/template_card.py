"""One template on the start page: a picture drawn from it, its name, and what it is for."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journeymap.editor.theme import COLOURS
from journeymap.editor.widgets.labels import TextLabel
from journeymap.files.templates import TemplateInfo

PICTURE = QSize(276, 154)


class TemplateCard(QPushButton):
    """`chosen` carries the template's name."""

    chosen = Signal(str)

    def __init__(self, info: TemplateInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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


class MapPicture(QWidget):
    """The upper left part of a map, as far as there is room, its corners rounded like the card's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setFixedSize(PICTURE)

    def show_image(self, image: QImage, ratio: float) -> None:
        """Show an image that was drawn for this many pixels a unit."""
        self._image = image
        self._image.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The image, or the ground until it is there."""
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform, True)
            path = QPainterPath()
            path.addRoundedRect(QRectF(0, 0, self.width(), self.height() + 10), 7, 7)
            painter.setClipPath(path)
            painter.fillRect(self.rect(), QColor(COLOURS["ground"]))
            if not self._image.isNull():
                size = self._image.deviceIndependentSize()
                scale = max(self.width() / size.width(), self.height() / size.height())
                target = QRectF(0, 0, size.width() * scale, size.height() * scale)
                painter.drawImage(target, self._image)
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(COLOURS["rule"]))
