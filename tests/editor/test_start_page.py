"""The start page: templates with pictures, recent maps; and the small things that the window is made of."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor import icons
from journeymap.editor.counts import counts_line
from journeymap.editor.settings import Settings
from journeymap.editor.start_page import StartPage
from journeymap.editor.status_bar import LEAST_ZOOM, MOST_ZOOM, position_of, zoom_at
from journeymap.editor.template_card import PICTURE
from journeymap.editor.template_grid import CARD_WIDTH, GAP, TemplateGrid
from journeymap.editor.widgets.labels import TextLabel
from journeymap.files.templates import templates
from journeymap.model.problem import Problem
from tests.editor.window_hand import LEFT


class Painter:
    """Stands in for the picture of a map; counts."""

    def __init__(self) -> None:
        self.drawn: list[str] = []

    def __call__(self, journey: Journey, width: int) -> QImage:
        self.drawn.append(journey.info.title)
        if len(self.drawn) == 2:
            raise Problem("No picture of this one.")
        image = QImage(width, width // 2, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        return image


@pytest.fixture
def grid(qtbot: QtBot) -> TemplateGrid:
    grid = TemplateGrid(Painter())
    qtbot.addWidget(grid)
    grid.resize(3 * CARD_WIDTH + 2 * GAP, 900)
    grid.show()
    qtbot.waitExposed(grid)
    return grid


def test_there_is_a_card_for_each_template_and_a_picture_comes_for_each(grid: TemplateGrid, qtbot: QtBot) -> None:
    assert [card.name for card in grid.cards] == [info.name for info in templates()]
    painter = grid._picture
    assert isinstance(painter, Painter)
    qtbot.waitUntil(lambda: len(painter.drawn) == len(grid.cards))
    image = grid.cards[0].picture.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2) == Qt.GlobalColor.red
    assert grid.cards[0].accessibleName() == templates()[0].title


def test_as_many_stand_beside_each_other_as_there_is_room_for(grid: TemplateGrid) -> None:
    def columns() -> int:
        return len({card.x() for card in grid.cards})

    grid.layout().activate()  # type: ignore[union-attr]
    assert columns() == 3
    grid.resize(2 * CARD_WIDTH + GAP, 900)
    grid.layout().activate()  # type: ignore[union-attr]
    assert columns() == 2
    grid.resize(100, 900)
    grid.layout().activate()  # type: ignore[union-attr]
    assert columns() == 1
    assert len({card.height() for card in grid.cards}) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, None])
def test_a_template_is_chosen_by_click_or_key(grid: TemplateGrid, qtbot: QtBot, key: Qt.Key | None) -> None:
    card = grid.cards[1]
    with qtbot.waitSignal(grid.chosen) as chosen:
        if key is None:
            QTest.mouseClick(card, LEFT)
        else:
            card.setFocus()
            QTest.keyClick(card, key)
    assert chosen.args == [card.name]


def test_recent_maps_show_name_folder_and_time(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    page = StartPage(settings, Painter())
    qtbot.addWidget(page)
    page.show()
    assert page.recent._nothing.isVisible()
    path = tmp_path / "a & b.journey"
    path.write_text("x", encoding="utf-8")
    settings.add_recent(tmp_path / "gone.journey")
    settings.add_recent(path)
    texts = [[label.text() for label in row.findChildren(TextLabel)] for row in page.recent.rows]
    assert [row[:2] for row in texts] == [["a & b", str(tmp_path)], ["gone", str(tmp_path)]]
    assert texts[1][2] == "not found"
    assert not page.recent._nothing.isVisible()
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        QTest.mouseClick(page.recent.rows[0], LEFT)
    assert chosen.args == [path]


def test_the_page_fits_a_small_laptop(qtbot: QtBot, settings: Settings) -> None:
    page = StartPage(settings, Painter())
    qtbot.addWidget(page)
    assert page.minimumSizeHint().width() <= 900
    assert PICTURE.width() * 3 + 340 < 1366


@pytest.mark.parametrize("zoom", [LEAST_ZOOM, 0.1, 0.66, 1.0, 2.5, MOST_ZOOM])
def test_the_zoom_slider_goes_there_and_back(zoom: float) -> None:
    assert zoom_at(position_of(zoom)) == pytest.approx(zoom, rel=0.03)


def test_zoom_beyond_the_slider_stays_at_its_end() -> None:
    assert position_of(0.0001) == 0
    assert position_of(99) == position_of(MOST_ZOOM)


def test_counts_leave_out_what_there_is_none_of(journey: Journey) -> None:
    assert counts_line(Journey("x")) == "0 touchpoints"
    assert counts_line(journey) == "4 touchpoints · 3 links · 1 pain point · 1 moment of truth"


def test_an_icon_is_painted_in_the_colour_asked_for(qapp: object) -> None:
    image = icons.icon("pain", "#FF0000").pixmap(QSize(20, 20)).toImage()
    colours = {
        image.pixelColor(x, y).rgb() & 0xFFFFFF
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    }
    assert colours == {0xFF0000}


def test_a_missing_icon_is_an_empty_one(qapp: object) -> None:
    assert icons.icon("no such icon").isNull()
    assert icons.pixmap("no such icon", 16).toImage().pixelColor(8, 8).alpha() == 0


def test_a_broken_icon_is_an_empty_one(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.svg"
    broken.write_text("<svg", encoding="utf-8")
    monkeypatch.setattr(icons, "resource", lambda *parts: broken)
    assert icons.icon("broken").isNull()


def test_the_program_has_an_icon_of_its_own(qapp: object) -> None:
    assert not icons.application_icon().pixmap(32, 32).isNull()
    assert isinstance(icons.application_icon(), QIcon)
