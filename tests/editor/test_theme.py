"""The schemes of the window: what is written can be read in each of them, and all of it changes while the window is open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from journeymap.editor.appearance import SCHEME, TEXT_SIZE, Appearance, text_scale
from journeymap.editor.icons import icon, recolour
from journeymap.editor.schemes import SCHEMES, WRITTEN, scheme_name
from journeymap.editor.settings import Settings
from journeymap.editor.theme import COLOURS, apply_theme, palette, scaled, style_sheet, theme
from journeymap.layout.palette import luminance


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, dressed after the test as it was before."""
    before = qapp.font(), qapp.palette(), qapp.style().objectName()
    yield qapp
    apply_theme(qapp)
    qapp.setStyleSheet("")
    qapp.setStyle(before[2])
    qapp.setPalette(before[1])
    qapp.setFont(before[0])


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", SCHEMES)
def test_all_schemes_have_the_same_names(name: str) -> None:
    assert SCHEMES[name].keys() == SCHEMES["light"].keys()


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("ink", WRITTEN)
def test_text_can_be_read_on_its_ground(name: str, ink: str) -> None:
    colours = SCHEMES[name]
    least = 7.0 if name.endswith("contrast") else 4.5  # WCAG 2: AAA and AA
    for ground in WRITTEN[ink]:
        assert contrast(colours[ink], colours[ground]) >= least, f"{ink} on {ground}"


@pytest.mark.parametrize("name", SCHEMES)
def test_what_has_the_focus_and_where_fields_end_can_be_seen(name: str) -> None:
    colours = SCHEMES[name]
    assert contrast(colours["accent"], colours["panel"]) >= 3
    assert contrast(colours["border_strong"], colours["panel"]) >= 3
    if name.endswith("contrast"):
        assert contrast(colours["border"], colours["panel"]) >= 4.5
        assert contrast(colours["disabled"], colours["panel"]) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
def test_the_style_sheet_can_be_used_in_every_scheme(name: str, undressed: QApplication) -> None:
    assert "$" not in style_sheet(SCHEMES[name])
    apply_theme(undressed, name, 1.5)  # a Qt warning about the sheet fails the test
    assert undressed.font().pixelSize() == 21
    assert undressed.palette().window().color() == QColor(SCHEMES[name]["panel"])
    assert COLOURS["ink"] == SCHEMES[name]["ink"]


def test_what_belongs_to_texts_grows_with_them(undressed: QApplication) -> None:
    assert "font-size: 13px" in style_sheet(scale=1.0)
    assert "font-size: 20px" in style_sheet(scale=1.5)
    assert "border-radius: 6px" in style_sheet(scale=1.5)
    apply_theme(undressed, "light", 9.0)
    assert theme().scale == 1.5
    assert scaled(20) == 30


def test_an_unknown_scheme_is_the_light_one(undressed: QApplication) -> None:
    apply_theme(undressed, "sepia")
    assert theme().scheme == "light"
    assert not theme().dark


def test_the_palette_follows_the_table(qapp: QApplication) -> None:
    assert palette({**COLOURS, "ink": "#ABCDEF"}).windowText().color() == QColor("#ABCDEF")


def ink_of(shown: QIcon) -> QColor:
    """The colour of an icon's whole points."""
    image = shown.pixmap(QSize(20, 20)).toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return next(point for point in points if point.alpha() == 255)


def test_icons_on_the_screen_change_with_the_scheme(undressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button, line = QToolButton(window), QLineEdit(window)
    button.setIcon(icon("close", "muted"))
    action = QAction(icon("save"), "", window)
    window.addAction(action)
    inside = line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
    foreign = QToolButton(window)
    foreign.setIcon(QIcon(icon("pain").pixmap(16, 16)))
    kept = foreign.icon().cacheKey()
    apply_theme(undressed, "dark")
    recolour(window)
    assert ink_of(button.icon()) == QColor(SCHEMES["dark"]["muted"])
    assert ink_of(action.icon()) == ink_of(inside.icon()) == QColor(SCHEMES["dark"]["text"])
    assert foreign.icon().cacheKey() == kept


def test_the_window_follows_the_settings_while_it_is_open(undressed: QApplication, settings: Settings) -> None:
    appearance = Appearance(undressed, settings)
    assert theme().scheme == "light"
    settings.set_text(SCHEME, "dark-contrast")
    assert theme().scheme == "dark-contrast"
    assert theme().dark
    settings.set_text(TEXT_SIZE, "125")
    assert theme().scale == 1.25
    settings.set_text(SCHEME, "")
    assert theme().scheme == "light"
    appearance.deleteLater()


@pytest.mark.parametrize(("text", "scale"), [("100", 1.0), ("150", 1.5), ("20", 0.9), ("9999", 1.5), ("large", 1.0)])
def test_an_odd_size_of_text_does_no_harm(settings: Settings, text: str, scale: float) -> None:
    settings.set_text(TEXT_SIZE, text)
    assert text_scale(settings) == scale


def test_the_system_decides_where_nobody_chose(
    undressed: QApplication, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Accessibility:
        @staticmethod
        def contrastPreference() -> Qt.ContrastPreference:
            return Qt.ContrastPreference.HighContrast

    class Hints:
        @staticmethod
        def colorScheme() -> Qt.ColorScheme:
            return Qt.ColorScheme.Dark

        @staticmethod
        def accessibility() -> type[Accessibility]:
            return Accessibility

    appearance = Appearance(undressed, settings)
    monkeypatch.setattr(appearance, "_application", type("Dark", (), {"styleHints": lambda self: Hints})())
    assert appearance.scheme() == "dark-contrast"
    monkeypatch.undo()
    settings.set_text(SCHEME, "light-contrast")
    assert appearance.scheme() == "light-contrast"
    appearance.deleteLater()


def test_four_schemes_for_what_systems_ask() -> None:
    assert {scheme_name(dark, high) for dark in (True, False) for high in (True, False)} == set(SCHEMES)
