"""Lanes: shown and hidden from the menu and the form of the map, made, named, moved, filled and deleted; one Change each."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap.editor.lanes.cells_part import LaneCellsPart
from journeymap.editor.lanes.edits import BLUEPRINT, shown_keys
from journeymap.editor.lanes.lanes_part import LanesPart
from journeymap.editor.lanes.place_part import LanePlacePart
from journeymap.editor.window import MainWindow
from journeymap.model.change import Change
from journeymap.model.content import Image, Lane, LaneCell
from journeymap.model.structure import Stage
from tests.editor.parts_hand import part
from tests.editor.window_hand import LEFT, document_of, form_of

AUTOMATIC = ("pain", "truth")


@pytest.fixture
def changes(window: MainWindow) -> list[Change]:
    """Every Change from now on."""
    found: list[Change] = []
    document_of(window).changed.connect(found.append)
    return found


def lanes_menu(window: MainWindow) -> dict[str, QAction]:
    """The lanes that the submenu names, by key."""
    window.menus["lanes"].aboutToShow.emit()
    return {str(action.data()): action for action in window.menus["lanes"].actions() if action.data()}


def test_the_menu_names_every_lane_and_shows_or_hides_it(window: MainWindow, changes: list[Change]) -> None:
    journey = document_of(window).journey
    assert shown_keys(journey) == AUTOMATIC
    menu = lanes_menu(window)
    assert {"does", "emotion", "visibility", "owner", "action"} <= menu.keys()
    assert menu["pain"].isChecked()
    assert not menu["does"].isChecked()
    menu["does"].trigger()
    assert shown_keys(journey) == ("does", *AUTOMATIC)
    assert journey.info.lanes == ("does", "pain", "truth")
    lanes_menu(window)["pain"].trigger()
    assert shown_keys(journey) == ("does", "truth")
    assert [change.label for change in changes] == ["Show lanes", "Show lanes"]
    document_of(window).undo()
    document_of(window).undo()
    assert journey.info.lanes is None


def test_lanes_as_needed_and_back(window: MainWindow) -> None:
    journey, action = document_of(window).journey, window.actions_table["lanes-auto"]
    assert action.isChecked()
    action.trigger()
    assert list(journey.info.lanes or ()) == list(AUTOMATIC)
    assert not action.isChecked()
    action.trigger()
    assert journey.info.lanes is None
    assert action.isChecked()


def test_the_lanes_of_a_service_blueprint(window: MainWindow, changes: list[Change]) -> None:
    document = document_of(window)
    window.actions_table["add-text-lane"].trigger()
    window.actions_table["lanes-blueprint"].trigger()
    own = document.journey.all(Lane)[0].id
    assert set(shown_keys(document.journey)) == {*BLUEPRINT, own}
    assert len(changes) == 2


@pytest.mark.parametrize(("action", "field"), [("full-text", "full_text"), ("card-marks", "marks")])
def test_what_stands_on_cards_belongs_to_the_map(window: MainWindow, action: str, field: str) -> None:
    document = document_of(window)
    window.actions_table[action].trigger()
    assert getattr(document.journey.info, field) is True
    document.undo()
    assert getattr(document.journey.info, field) is False
    assert not window.actions_table[action].isChecked()


def test_without_a_map_the_commands_do_nothing(empty_window: MainWindow) -> None:
    for name in ("as_needed", "blueprint", "add_text", "add_image"):
        getattr(empty_window.lanes, name)()
    empty_window.lanes.full_text(True)
    assert lanes_menu(empty_window) == {}


def test_a_lane_is_added_named_and_filled(window: MainWindow, qtbot: QtBot, changes: list[Change]) -> None:
    document = document_of(window)
    window.actions_table["add-text-lane"].trigger()
    form = form_of(window)
    title = form.bound["title"].field.focus_target()
    qtbot.waitUntil(lambda: title.hasFocus() or not window.isActiveWindow())
    QTest.keyClicks(title, "Ideas")
    QTest.keyClick(title, Qt.Key.Key_Return)
    lane = document.journey.all(Lane)[0]
    assert lane.title == "Ideas"
    assert lane.id in shown_keys(document.journey)
    rows = part(window, LaneCellsPart).rows
    text = rows[0].text.focus_target()
    QTest.keyClicks(text, "Ask around")
    rows[0].text.finish()
    cell = document.journey.all(LaneCell)[0]
    assert (cell.lane, cell.stage, cell.text) == (lane.id, "before", "Ask around")
    assert [change.label for change in changes] == ["Add lane", "Rename", "Edit text"]
    part(window, LaneCellsPart)._written("before", "")
    assert document.journey.all(LaneCell) == []


def picture(path: Path, width: int = 8, colour: str = "#A34F6D") -> Path:
    """A picture as a file."""
    image = QImage(width, 6, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path


def test_a_picture_for_a_stage_is_stored_once_and_goes_with_the_last_that_shows_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, changes: list[Change]
) -> None:
    document = document_of(window)
    window.actions_table["add-image-lane"].trigger()
    rows = part(window, LaneCellsPart).rows
    file = picture(tmp_path / "shop.png")
    rows[0].picture.load(file)
    qtbot.waitUntil(lambda: len(document.journey.all(LaneCell)) == 1)
    rows[1].picture.load(file)
    qtbot.waitUntil(lambda: len(document.journey.all(LaneCell)) == 2)
    images = document.journey.all(Image)
    assert [(image.title, image.width) for image in images] == [("shop", 8)]
    assert {cell.image for cell in document.journey.all(LaneCell)} == {images[0].id}
    form_of(window)
    assert not rows[0].picture.picture.is_empty
    rows[0].picture.remove.click()
    assert len(document.journey.all(Image)) == 1
    rows[1].picture.remove.click()
    assert document.journey.all(Image) == []
    assert document.journey.all(LaneCell) == []
    assert [change.label for change in changes][-2:] == ["Remove picture", "Remove picture"]
    document.undo()
    assert len(document.journey.all(Image)) == 1


def test_the_form_of_the_map_lists_the_lanes(window: MainWindow, changes: list[Change]) -> None:
    document = document_of(window)
    listed = part(window, LanesPart)
    row = next(row for row in listed.rows if row.key == "emotion")
    QTest.mouseClick(row.check, LEFT, pos=row.check.rect().center())
    if not row.check.isChecked():  # a box that is not on the screen takes clicks on its sign only
        row.check.click()
    assert "emotion" in shown_keys(document.journey)
    listed = part(window, LanesPart)
    listed.needed.click()
    assert document.journey.info.lanes is None
    listed.image.click()
    own = document.journey.all(Lane)[0]
    assert own.type == "image"
    assert document.selection.ids == (own.id,)
    document.selection.clear()
    listed = part(window, LanesPart)
    next(row for row in listed.rows if row.key == own.id).edit.click()
    assert document.selection.ids == (own.id,)


def test_lanes_of_ones_own_are_moved_hidden_and_deleted(window: MainWindow, changes: list[Change]) -> None:
    document = document_of(window)
    for name in ("add-text-lane", "add-image-lane"):
        window.actions_table[name].trigger()
    first, second = (lane.id for lane in document.journey.all(Lane))
    place = part(window, LanePlacePart)
    assert place.up.isEnabled()
    assert not place.down.isEnabled()
    place.up.click()
    assert [lane.id for lane in document.journey.all(Lane)] == [second, first]
    place = part(window, LanePlacePart)
    place.shown.click()
    assert second not in shown_keys(document.journey)
    place.shown.click()
    assert second in shown_keys(document.journey)
    place.bin.click()
    assert [lane.id for lane in document.journey.all(Lane)] == [first]
    assert second not in (document.journey.info.lanes or ())
    assert [change.label for change in changes] == [
        "Add lane", "Add lane", "Move lane", "Show lanes", "Show lanes", "Delete",
    ]  # fmt: skip


def test_a_stage_that_comes_later_gets_its_cell(window: MainWindow) -> None:
    document = document_of(window)
    window.actions_table["add-text-lane"].trigger()
    cells = part(window, LaneCellsPart)
    assert [row.name.text() for row in cells.rows if not row.isHidden()] == ["Before", "After"]
    with document.edit("Add stage") as edit:
        edit.add(Stage, id="later", title="Later", order=9.0)
    form_of(window)
    assert [row.name.text() for row in cells.rows if not row.isHidden()] == ["Before", "After", "Later"]
    with document.edit("Delete") as edit:
        edit.remove("later", "after")
    form_of(window)
    assert [row.name.text() for row in cells.rows if not row.isHidden()] == ["Before"]
