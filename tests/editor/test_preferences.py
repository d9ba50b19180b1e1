"""Preferences: what is set is remembered, shown at once where it concerns the look, and taken back by Cancel."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.file_commands import Waiting
from journeymap.editor.preferences.choices import Preferences, first_heat, read, sign, signed_options, write
from journeymap.editor.preferences.dialog import PreferencesDialog
from journeymap.editor.settings import Settings
from journeymap.editor.window import MainWindow
from journeymap.layout.draw_footer import logo_size
from journeymap.layout.map_layout import LayoutOptions
from journeymap.model.measures import Counts, Wave
from journeymap.survey.score import Thresholds
from tests.editor.window_hand import CTRL, dialog, document_of, keys

BUTTON = QDialogButtonBox.StandardButton


def shown(window: MainWindow) -> PreferencesDialog:
    """The page, opened from the menu."""
    window.actions_table["preferences"].trigger()
    return dialog(window, PreferencesDialog)


def choose(box: PreferencesDialog, name: str, value: object) -> None:
    """Choose in a list as a hand would."""
    combo = getattr(box, name)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_what_is_written_is_read(settings: Settings) -> None:
    assert read(settings) == Preferences()
    wanted = Preferences("tr", "dark", 125, "blue", 10, 50, "Anna", "Example, confidential", b"\x89PNG")
    write(settings, wanted)
    assert read(settings) == wanted
    assert settings.text("language") == "tr"


def test_only_what_differs_is_announced(settings: Settings) -> None:
    heard: list[str] = []
    settings.changed.connect(heard.append)
    write(settings, Preferences(author="Anna"))
    write(settings, Preferences(author="Anna"))
    assert heard == ["map/author"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("scores/withhold", "-3"),
        ("scores/withhold", "many"),
        ("scores/tentative", "99999999"),
        ("scores/palette", "sepia"),
        ("appearance/scheme", "pink"),
        ("appearance/text", "big"),
        ("export/logo", "no base64!"),
    ],
)
def test_what_is_odd_in_the_file_counts_as_not_set(settings: Settings, name: str, text: str) -> None:
    settings.set_text(name, text)
    assert read(settings) == Preferences()


def test_the_second_threshold_is_never_below_the_first(settings: Settings) -> None:
    settings.set_text("scores/withhold", "60")
    assert read(settings).thresholds == Thresholds(60, 60)


def test_the_page_shows_and_remembers(window: MainWindow, settings: Settings) -> None:
    keys(window, Qt.Key.Key_Comma, CTRL)
    box = dialog(window, PreferencesDialog)
    assert (box.withhold.value(), box.tentative.value()) == (5, 30)
    choose(box, "palette_list", "blue")
    box.withhold.setValue(40)
    assert box.tentative.value() == 40
    box.author.setText(" Anna ")
    box.footer.setText("Example Consulting")
    QTest.mouseClick(box.buttons.button(BUTTON.Ok), Qt.MouseButton.LeftButton)
    again = shown(window)
    kept = again.chosen()
    assert (kept.palette, kept.withhold, kept.tentative) == ("blue", 40, 40)
    assert (kept.author, kept.footer) == ("Anna", "Example Consulting")
    again.reject()


def shown_state(document: Document) -> str:
    return document.overlay.scores["call"].shown


def test_the_open_map_follows(window: MainWindow) -> None:
    document = document_of(window)
    with document.edit("Fill") as edit:
        edit.add(Wave, id="w")
        edit.add(Counts, target="call", wave="w", metric="nps", scale=(0.0, 10.0), values=((9.0, 12),))
    assert shown_state(document) == "tentative"
    box = shown(window)
    box.tentative.setValue(10)
    box.accept()
    assert shown_state(document) == "full"
    box = shown(window)
    box.withhold.setValue(20)
    choose(box, "palette_list", "classic")
    box.accept()
    assert document.overlay.scores["call"].shown == "withheld"
    assert document.heat.palette == "classic"


def test_a_palette_chosen_for_one_map_stays_when_thresholds_change(window: MainWindow) -> None:
    window.tool_bar.heat.choose_palette("blue")
    box = shown(window)
    box.tentative.setValue(99)
    box.accept()
    assert document_of(window).heat.palette == "blue"


def test_a_map_that_is_opened_is_heated_as_the_user_likes_it(
    window: MainWindow, settings: Settings, journey: Journey
) -> None:
    box = shown(window)
    choose(box, "palette_list", "blue")
    box.withhold.setValue(7)
    box.accept()
    window.files.offer(Waiting(Journey("Another")))
    heat = document_of(window).heat
    assert (heat.palette, heat.thresholds) == ("blue", Thresholds(7, 30))
    assert first_heat(Preferences()).thresholds == Thresholds()


def test_the_look_is_shown_at_once_and_taken_back(window: MainWindow) -> None:
    heard: list[str] = []
    window._settings.changed.connect(heard.append)
    box = shown(window)
    choose(box, "scheme", "dark")
    choose(box, "text_size", 125)
    now = read(window._settings)
    assert (now.scheme, now.text_size) == ("dark", 125)
    box.author.setText("Anna")
    box.reject()
    assert read(window._settings) == Preferences()
    assert "map/author" not in heard


def test_another_language_waits_for_the_next_start(window: MainWindow) -> None:
    box = shown(window)
    assert box.note.isHidden()
    choose(box, "language", "en")
    assert not box.note.isHidden()
    choose(box, "language", "")
    assert box.note.isHidden()
    box.reject()


def test_a_new_map_names_its_author(empty_window: MainWindow) -> None:
    box = shown(empty_window)
    box.author.setText("Anna")
    box.accept()
    empty_window.files.new_from("blank")
    document = document_of(empty_window)
    assert document.journey.info.author == "Anna"
    assert document.history.undo_label is None
    assert not document.modified


def test_a_template_that_names_its_author_keeps_it(settings: Settings, journey: Journey) -> None:
    settings.set_text("map/author", "Anna")
    sign(journey, settings)
    assert journey.info.author == "Anna"
    settings.set_text("map/author", "Ben")
    sign(journey, settings)
    assert journey.info.author == "Anna"


def test_a_logo_becomes_a_small_picture_in_every_export(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    image = QImage(3000, 1000, QImage.Format.Format_ARGB32)
    image.fill(QColor("#1F5FD1"))
    assert image.save(str(tmp_path / "logo.jpg"))
    box = shown(window)
    box.logo.box.load(tmp_path / "logo.jpg")
    qtbot.waitUntil(lambda: box.logo.data is not None)
    box.accept()
    options = signed_options(LayoutOptions(palette="blue"), window._settings)
    assert options.palette == "blue"
    assert options.signed
    assert options.logo is not None
    assert logo_size(options.logo) == (90.0, 30.0)
    assert len(options.logo) < 20_000
    box = shown(window)
    box.logo.box.remove.click()
    box.accept()
    assert not signed_options(LayoutOptions(), window._settings).signed


def test_a_file_that_is_no_picture_is_refused(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"nothing")
    box = shown(window)
    box.logo.box.load(tmp_path / "logo.png")
    qtbot.waitUntil(lambda: not box.note.isHidden())
    assert "not an image" in box.note.text()
    assert box.logo.data is None
    box.reject()


def test_every_field_has_a_name(window: MainWindow) -> None:
    box = shown(window)
    fields = (box.language, box.scheme, box.text_size, box.palette_list, box.withhold, box.tentative, box.author)
    for field in (*fields, box.footer, box.logo.box.choose):
        assert field.accessibleName()
    box.reject()
