"""Pictures from files are laid on the map: through the menu, or dropped on the window."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from journeymap.editor.drop import is_image
from journeymap.editor.window import MainWindow
from journeymap.model.content import Image, Note
from tests.editor.window_hand import document_of, name_file


def photo(path: Path, side: int) -> Path:
    image = QImage(side, side // 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#3A6EA5"))
    assert image.save(str(path), "PNG")  # type: ignore[call-overload]  # the stub knows formats as bytes only
    return path


def test_a_picture_is_chosen_and_laid_on_the_map(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    document = document_of(window)
    window.actions_table["add-image"].trigger()
    name_file(qtbot, window, photo(tmp_path / "shop.png", 400))
    qtbot.waitUntil(lambda: bool(document.journey.all(Note)))
    (image,) = document.journey.all(Image)
    assert (image.title, image.width, image.height) == ("shop", 400, 200)
    assert document.history.undo_label == "Add image"


def test_a_large_picture_is_stored_no_larger_than_a_page_needs(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.images.load(photo(tmp_path / "large.png", 5000))
    qtbot.waitUntil(lambda: bool(document_of(window).journey.all(Image)))
    assert document_of(window).journey.all(Image)[0].width == 2400


def test_pictures_can_be_dropped() -> None:
    assert is_image(Path("Shop.JPG"))
    assert not is_image(Path("drawing.svg"))


def test_a_note_is_laid_from_the_menu(window: MainWindow) -> None:
    window.actions_table["add-note"].trigger()
    assert len(document_of(window).journey.all(Note)) == 1
