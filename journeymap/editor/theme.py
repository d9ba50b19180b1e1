"""How the window looks: a table of colours, a style sheet filled with them, a palette and a font."""

from collections.abc import Mapping
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from journeymap.paint.fonts import FAMILIES
from journeymap.resource import resource

TEXT_PIXELS = 14

# What a colour is for -> the colour. A dark theme is another table with the same names.
LIGHT: dict[str, str] = {
    "panel": "#FFFFFF",
    "ground": "#F5F6F9",
    "ink": "#1B2330",
    "text": "#344054",
    "muted": "#667085",
    "faint": "#8B95A7",
    "rule": "#DDE2EA",
    "border": "#D0D7E5",
    "border_strong": "#8B95A7",
    "hover": "#F1F4F9",
    "pressed": "#E4E9F2",
    "disabled": "#A8B0BF",
    "accent": "#1F5FD1",
    "accent_hover": "#1A50B2",
    "accent_pressed": "#164394",
    "accent_wash": "#E8EFFC",
    "on_accent": "#FFFFFF",
    "pain": "#FFF5F4",
    "pain_border": "#F3BDB8",
    "pain_ink": "#912119",
    "truth": "#FFF8E8",
    "truth_border": "#EBCB85",
    "truth_ink": "#6E4E05",
    "action": "#E9F6F0",
    "action_border": "#B5DFCB",
    "action_ink": "#13633F",
    "warning": "#B54708",
    "warning_wash": "#FFF6E9",
    "danger": "#B42318",
    "good": "#14707F",
}

COLOURS: Mapping[str, str] = LIGHT


def style_sheet(colours: Mapping[str, str] = COLOURS) -> str:
    """The window's style sheet in these colours."""
    template = Template(resource("theme", "window.qss").read_text(encoding="utf-8"))
    return template.substitute(colours, icons=resource("icons").as_posix())


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
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.ToolTipBase: "ink",
        role.ToolTipText: "panel",
        role.Link: "accent",
        role.Mid: "border",
        role.Light: "panel",
        role.Dark: "border_strong",
    }
    made = QPalette()
    for which, name in pairs.items():
        made.setColor(which, QColor(colours[name]))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours["disabled"]))
    return made


def window_font() -> QFont:
    """The font of the window: the families of the map; in pixels, so that the layout holds on every screen."""
    font = QFont(list(FAMILIES))
    font.setPixelSize(TEXT_PIXELS)
    return font


def apply_theme(application: QApplication, colours: Mapping[str, str] = COLOURS) -> None:
    """Dress the whole application."""
    fusion = QStyleFactory.create("Fusion")
    if fusion is not None:
        application.setStyle(fusion)
    application.setPalette(palette(colours))
    application.setFont(window_font())
    application.setStyleSheet(style_sheet(colours))
