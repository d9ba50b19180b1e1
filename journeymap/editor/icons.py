"""Icons: SVG files of one colour, painted in the colour that their place needs."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journeymap.editor.theme import COLOURS
from journeymap.resource import resource

SIZE = 20
RATIOS = (1, 2, 3)


def icon(name: str, colour: str = "text", colours: Mapping[str, str] = COLOURS) -> QIcon:
    """The icon with this name in one of the theme's colours; an empty one where the file is missing or can't be read."""
    made = QIcon()
    renderer = _renderer(name)
    if renderer is None:
        return made
    for ratio in RATIOS:
        made.addPixmap(_pixmap(renderer, SIZE, ratio, colours.get(colour, colour)), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(renderer, SIZE, ratio, colours["disabled"]), QIcon.Mode.Disabled)
    return made


def application_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(resource("icons", "app.svg")))


def pixmap(
    name: str, size: int, colour: str = "text", ratio: float = 1.0, colours: Mapping[str, str] = COLOURS
) -> QPixmap:
    """An icon as a picture of `size` units; transparent where the file is missing."""
    renderer = _renderer(name)
    if renderer is None:
        empty = QPixmap(size, size)
        empty.fill(Qt.GlobalColor.transparent)
        return empty
    return _pixmap(renderer, size, ratio, colours.get(colour, colour))


def _renderer(name: str) -> QSvgRenderer | None:
    path = resource("icons", f"{name}.svg")
    try:
        data = path.read_bytes()
    except OSError:
        return None
    renderer = QSvgRenderer(QByteArray(data))
    return renderer if renderer.isValid() else None


def _pixmap(renderer: QSvgRenderer, size: int, ratio: float, colour: str) -> QPixmap:
    side = max(1, round(size * ratio))
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(made.rect(), QColor(colour))
    made.setDevicePixelRatio(ratio)
    return made
