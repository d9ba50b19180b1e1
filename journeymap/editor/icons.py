"""Icons: those of the Lucide package, painted in the colour that their place needs; the program's own sign from a file."""

from functools import lru_cache
from importlib.resources import files
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from journeymap.editor.icon_names import ICONS
from journeymap.editor.theme import COLOURS, theme
from journeymap.resource import resource

SIZE = 20
RATIOS = (1, 2, 3)


def icon(name: str, colour: str = "text") -> QIcon:
    """The icon with this name in one of the theme's colours; an empty one where there is none or it can't be read.

    `recolour` gives it the colours of another scheme wherever it is shown.
    """
    now = theme()
    key = now.scheme, name, colour
    if key not in now.icons:
        now.icons[key] = _icon(name, colour)
    return now.icons[key]


def application_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(resource("icons", "app.svg")))


def pixmap(name: str, size: int, colour: str = "text", ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` units; transparent where there is none."""
    renderer = _renderer(name)
    if renderer is None:
        empty = QPixmap(size, size)
        empty.fill(Qt.GlobalColor.transparent)
        return empty
    return _pixmap(renderer, size, ratio, COLOURS.get(colour, colour))


def recolour(window: QWidget) -> None:
    """Paint the icons of a window's buttons and actions, and of its dialogs', in the colours of the scheme of the moment."""
    # Not over all widgets of the application: among those are some of Qt's own that are going, and PySide crashes on them.
    known = {made.cacheKey(): (name, colour) for (_scheme, name, colour), made in theme().icons.items()}
    shown: list[QAbstractButton | QAction] = [*window.findChildren(QAbstractButton), *window.findChildren(QAction)]
    for one in shown:
        key = one.icon().cacheKey()
        if key in known and icon(*known[key]).cacheKey() != key:
            one.setIcon(icon(*known[key]))


def svg(name: str) -> bytes | None:
    """The file of an icon: from the package by the table of names, else one of our own; None where there is none."""
    if name in ICONS:
        return _from_package().get(ICONS[name])
    try:
        return resource("icons", f"{name}.svg").read_bytes()
    except OSError:
        return None


@lru_cache(maxsize=1)
def _from_package() -> dict[str, bytes]:
    """The files that the table names. The package keeps them in one archive, which takes a few milliseconds to open."""
    with files("lucide").joinpath("lucide.zip").open("rb") as store, ZipFile(store) as archive:
        there = set(archive.namelist())
        wanted = {name: f"{name}.svg" for name in ICONS.values()}
        return {name: archive.read(path) for name, path in wanted.items() if path in there}


def _icon(name: str, colour: str) -> QIcon:
    made = QIcon()
    renderer = _renderer(name)
    if renderer is not None:
        for ratio in RATIOS:
            made.addPixmap(_pixmap(renderer, SIZE, ratio, COLOURS.get(colour, colour)), QIcon.Mode.Normal)
            made.addPixmap(_pixmap(renderer, SIZE, ratio, COLOURS["disabled"]), QIcon.Mode.Disabled)
    return made


def _renderer(name: str) -> QSvgRenderer | None:
    data = svg(name)
    if data is None:
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
