"""How the window looks: a scheme of colours, a size of text, a style sheet filled with them, a palette and a font."""

import re
from collections.abc import Iterator, Mapping
from string import Template

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from journeymap.editor.schemes import LIGHT, SCHEMES
from journeymap.paint.fonts import FAMILIES
from journeymap.resource import resource

TEXT_PIXELS = 14
SIGNS = {True: "pale", False: "ink"}
LEAST_SCALE, MOST_SCALE = 0.9, 1.5
# What grows with the text; edges, radii and paddings stay.
_GROWING = re.compile(r"\b((?:font-size|min-height|max-height|icon-size): )(\d{2,})px")


class Theme(QObject):
    """How the application is dressed now: the name of a scheme and the scale of texts; `changed` says that it was dressed anew.

    It belongs to the application, as its palette and its style sheet do.
    """

    changed = Signal()

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self.scheme = "light"
        self.scale = 1.0
        # Scheme, name and colour -> the icon; what shows one is found again by it when the scheme changes.
        self.icons: dict[tuple[str, str, str], QIcon] = {}

    @property
    def dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.scheme.startswith("dark")


class Colours(Mapping[str, str]):
    """What a colour is for -> the colour in the scheme of the moment: to be asked while painting, not to be kept."""

    def __getitem__(self, name: str) -> str:
        return self._now()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._now())

    def __len__(self) -> int:
        return len(self._now())

    def _now(self) -> Mapping[str, str]:
        return SCHEMES[theme().scheme] if QCoreApplication.instance() is not None else LIGHT


COLOURS = Colours()


def theme() -> Theme:
    """The theme of the application; raises `RuntimeError` where there is none yet."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("the theme belongs to an application, and there is none")
    found = application.property("theme")
    if isinstance(found, Theme):
        return found
    made = Theme(application)
    application.setProperty("theme", made)
    return made


def scaled(pixels: float) -> int:
    """A length that was chosen for texts of the usual size, for those of today."""
    scale = theme().scale if QCoreApplication.instance() is not None else 1.0
    return round(pixels * scale)


def style_sheet(colours: Mapping[str, str] = COLOURS, scale: float = 1.0) -> str:
    """The window's style sheet in these colours, what belongs to texts at this scale."""
    template = Template(resource("theme", "window.qss").read_text(encoding="utf-8"))
    dark = QColor(colours["panel"]).lightness() < 128
    # A sign in a style sheet is a file; there is one for dark and one for light ground. Ticks stand on the accent.
    grounds = {"up": dark, "down": dark, "check": not dark, "dash": not dark, "dot": not dark}
    signs = {name: resource("theme", f"{name}-{SIGNS[pale]}.svg").as_posix() for name, pale in grounds.items()}
    text = template.substitute(colours, **signs)
    return _GROWING.sub(lambda found: f"{found[1]}{round(int(found[2]) * scale)}px", text)


def palette(colours: Mapping[str, str] = COLOURS) -> QPalette:
    """The palette for what the style sheet does not reach (item views, native bits)."""
    role = QPalette.ColorRole
    pairs = {
        role.Window: "panel",
        role.WindowText: "ink",
        role.Base: "panel",
        role.AlternateBase: "ground",
        role.Text: "ink",
        role.PlaceholderText: "faint",
        role.Button: "panel",
        role.ButtonText: "ink",
        role.BrightText: "danger",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.ToolTipBase: "ink",
        role.ToolTipText: "panel",
        role.Link: "accent",
        role.LinkVisited: "accent_pressed",
        role.Accent: "accent",
        role.Mid: "border",
        role.Midlight: "rule",
        role.Light: "panel",
        role.Dark: "border_strong",
        role.Shadow: "border_strong",
    }
    made = QPalette()
    for which, name in pairs.items():
        made.setColor(which, QColor(colours[name]))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours["disabled"]))
    return made


def window_font(scale: float = 1.0) -> QFont:
    """The font of the window: the families of the map; in pixels, so that the layout holds on every screen."""
    font = QFont(list(FAMILIES))
    font.setPixelSize(round(TEXT_PIXELS * scale))
    return font


def apply_theme(application: QApplication, scheme: str = "light", scale: float = 1.0) -> None:
    """Dress the whole application, also what is on the screen already; an unknown scheme is the light one."""
    now = theme()
    now.scheme = scheme if scheme in SCHEMES else "light"
    now.scale = min(max(scale, LEAST_SCALE), MOST_SCALE)
    colours = SCHEMES[now.scheme]
    fusion = QStyleFactory.create("Fusion")
    if fusion is not None and application.style().objectName().lower() != "fusion":
        application.setStyle(fusion)
    application.setPalette(palette(colours))
    application.setFont(window_font(now.scale))
    application.setStyleSheet(style_sheet(colours, now.scale))
    now.changed.emit()
