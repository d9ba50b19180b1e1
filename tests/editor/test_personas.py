"""Personas: picture, segment and its heat, and a path that is drawn on the map."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.inspector.colour_field import ColourField
from journeymap.editor.inspector.picture_part import PicturePart
from journeymap.editor.inspector.segment_field import SegmentField
from journeymap.editor.persona.heat_part import SegmentHeatPart
from journeymap.editor.persona.path_mode import PathMode
from journeymap.editor.persona.path_part import PathPart
from journeymap.editor.window import MainWindow
from journeymap.model.change import Change
from journeymap.model.content import Image
from journeymap.model.measures import Counts, Wave
from journeymap.model.people import Persona
from tests.editor.parts_hand import part
from tests.editor.window_hand import CTRL, LEFT, dialog, document_of, form_of, workspace_of


@pytest.fixture
def journey(journey: Journey) -> Journey:
    """The small map with a persona, and answers of two segments."""
    with journey.edit("Fill") as edit:
        edit.add(Persona, id="ana", title="Ana", segment="Families", path=("search", "search-order", "order"))
        edit.add(Wave, id="w", title="Autumn")
        for segment, low in (("Families", 8), ("Students", 40)):
            edit.add(
                Counts,
                target="call",
                wave="w",
                metric="nps",
                segment=segment,
                scale=(0.0, 10.0),
                values=((2.0, low), (9.0, 30)),
            )
    return journey


@pytest.fixture
def changes(window: MainWindow) -> list[Change]:
    """Every Change from now on."""
    found: list[Change] = []
    document_of(window).changed.connect(found.append)
    return found


@pytest.fixture
def ana(window: MainWindow, changes: list[Change]) -> MainWindow:
    """The window with the persona selected."""
    document_of(window).selection.set(["ana"])
    return window


def persona(window: MainWindow) -> Persona:
    """The persona as it is now."""
    return document_of(window).journey.get(Persona, "ana")


# -- picture


def photo(path: Path, side: int = 2000, form: str = "JPG") -> Path:
    """A large picture as a file."""
    image = QImage(side, side // 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#3A6EA5"))
    assert image.save(str(path), form)  # type: ignore[call-overload]  # the stub knows formats as bytes only
    return path


def test_a_large_picture_is_scaled_down(ana: MainWindow, qtbot: QtBot, tmp_path: Path, changes: list[Change]) -> None:
    box = part(ana, PicturePart).picture
    assert box.small.isChecked()
    box.load(photo(tmp_path / "ana.jpg"))
    qtbot.waitUntil(lambda: persona(ana).picture is not None)
    image = document_of(ana).journey.get(Image, persona(ana).picture or "")
    assert (image.width, image.height, image.type, image.title) == (1200, 600, "image/jpeg", "ana")
    assert [change.label for change in changes] == ["Change picture"]
    form_of(ana)
    assert not box.picture.is_empty
    box.remove.click()
    assert persona(ana).picture is None
    assert document_of(ana).journey.all(Image) == []


def test_it_stays_as_it_is_where_that_is_wanted(ana: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    box = part(ana, PicturePart).picture
    box.small.click()
    file = photo(tmp_path / "ana.jpg")
    box.load(file)
    qtbot.waitUntil(lambda: persona(ana).picture is not None)
    assert document_of(ana).journey.all(Image)[0].width == 2000


def test_a_picture_is_pasted(ana: MainWindow, changes: list[Change]) -> None:
    box = part(ana, PicturePart).picture
    said: list[str] = []
    box.refused.connect(said.append)
    QGuiApplication.clipboard().setText("no picture")
    box.paste.click()
    assert said == ["There is no picture on the clipboard. Copy one, then paste it here."]
    data = QMimeData()
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)
    box.paste.click()
    QGuiApplication.clipboard().clear()
    assert document_of(ana).journey.all(Image)[0].width == 20
    assert len(changes) == 1


def test_what_is_no_picture_is_refused(ana: MainWindow, qtbot: QtBot, tmp_path: Path, changes: list[Change]) -> None:
    box = part(ana, PicturePart).picture
    (tmp_path / "ana.png").write_text("<svg/>", encoding="utf-8")
    with qtbot.waitSignal(box.refused) as said:
        box.load(tmp_path / "ana.png")
    assert said.args == ["This is not an image that can be used. Use a PNG, JPEG, WebP or GIF file."]
    with qtbot.waitSignal(box.refused) as said:
        box.load(tmp_path / "missing.png")
    assert "missing.png" in str(said.args)
    assert changes == []


def test_a_picture_that_comes_late_is_not_given_to_another(ana: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    document = document_of(ana)
    with document.edit("Add persona") as edit:
        edit.add(Persona, id="ben", title="Ben", order=1.0)
    box = part(ana, PicturePart).picture
    box.load(photo(tmp_path / "ana.jpg"))
    document.selection.set(["ben"])
    form_of(ana)
    qtbot.wait(300)
    assert [person.picture for person in document.journey.all(Persona)] == [None, None]


# -- colour, segment, heat


def test_a_colour_of_ones_own(ana: MainWindow, changes: list[Change]) -> None:
    field = form_of(ana).bound["colour"].field
    assert isinstance(field, ColourField)
    field.own.click()
    box = dialog(ana, QColorDialog)
    box.setCurrentColor(QColor("#123456"))
    box.accept()
    assert persona(ana).colour == "#123456"
    form_of(ana)
    assert field.own.isChecked()
    assert len(changes) == 1


def test_the_segment_is_one_of_the_survey_or_typed(ana: MainWindow, changes: list[Change]) -> None:
    field = form_of(ana).bound["segment"].field
    assert isinstance(field, SegmentField)
    assert [field.combo.itemText(row) for row in range(field.combo.count())] == ["(nobody)", "Families", "Students"]
    assert field.combo.currentText() == "Families"
    field.combo.setCurrentIndex(2)
    field.combo.activated.emit(2)
    assert persona(ana).segment == "Students"
    field.combo.activated.emit(0)
    assert persona(ana).segment == ""
    assert field.line.text() == ""
    form_of(ana)
    field.line.selectAll()
    QTest.keyClicks(field.line, "Seniors")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert persona(ana).segment == "Seniors"
    assert [change.label for change in changes] == ["Change segment"] * 3


def test_the_map_is_heated_with_the_segment(ana: MainWindow, changes: list[Change]) -> None:
    document = document_of(ana)
    heat = part(ana, SegmentHeatPart)
    assert not heat.check.isChecked()
    heat.check.click()
    assert document.heat.segment == "Families"
    assert document.overlay.scores["call"].n == 38
    assert changes == []
    part(ana, SegmentHeatPart).check.click()
    assert document.heat.segment == ""
    with document.edit("Change segment") as edit:
        edit.update("ana", segment="Nobody")
    assert not heat.wanted([persona(ana)])


# -- path


def test_the_form_tells_the_path_and_fills_its_gaps(ana: MainWindow, changes: list[Change]) -> None:
    path = part(ana, PathPart)
    assert path.names.text() == "Search → Order"
    with document_of(ana).edit("Change path") as edit:
        edit.update("ana", path=("search", "rate"))
    part(ana, PathPart).way.click()
    links = ("search-order", "order-call", "call-rate")
    assert persona(ana).path == ("search", links[0], "order", links[1], "call", links[2], "rate")
    assert part(ana, PathPart).names.text() == "Search → Order → Call → Rate"
    path.clear.click()
    assert persona(ana).path == ()
    assert part(ana, PathPart).names.text() == "No path yet: it passes nowhere."
    assert path.clear.isHidden()


@pytest.fixture
def mode(ana: MainWindow) -> PathMode:
    """The path of the persona, being drawn."""
    part(ana, PathPart).edit.click()
    found = workspace_of(ana).path_mode
    assert found is not None
    assert found.is_on
    return found


def card(window: MainWindow, id: str) -> QPoint:
    """Where a card is on the canvas."""
    canvas = workspace_of(window).canvas
    return canvas.pixels(canvas.map_layout.cards[id].rect).center().toPoint()


def test_cards_are_clicked_in_their_order(ana: MainWindow, mode: PathMode, changes: list[Change]) -> None:
    canvas = workspace_of(ana).canvas
    assert mode.cards == ("search", "order")
    QTest.mouseClick(canvas, LEFT, pos=card(ana, "search"))
    QTest.mouseClick(canvas, LEFT, pos=card(ana, "call"))
    assert mode.cards == ("order", "call")
    assert document_of(ana).selection.ids == ("ana",)
    assert changes == []
    assert mode.bar is not None
    assert mode.bar.title.text() == "Path of Ana: 2 touchpoints"
    QTest.mouseClick(mode.bar.accept, LEFT)
    assert not mode.is_on
    assert persona(ana).path == ("order", "order-call", "call")
    assert [change.label for change in changes] == ["Change path"]


def test_the_keyboard_draws_a_path_too(ana: MainWindow, mode: PathMode, changes: list[Change]) -> None:
    canvas = workspace_of(ana).canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    first = document_of(ana).selection.current
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert (first in mode.cards) != (first in ("search", "order"))
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    QTest.keyClicks(canvas, "x")
    assert changes == []
    document_of(ana).selection.set(["rate"])
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert mode.cards[-1] == "rate"
    QTest.keyClick(canvas, Qt.Key.Key_Return, CTRL)
    assert persona(ana).path[-1] == "rate"
    assert document_of(ana).selection.ids == ("ana",)
    assert len(changes) == 1


def test_esc_and_cancel_leave_the_path_as_it_was(ana: MainWindow, mode: PathMode, changes: list[Change]) -> None:
    canvas = workspace_of(ana).canvas
    mode.clear()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not mode.is_on
    mode.begin("ana")
    assert mode.bar is not None
    QTest.mouseClick(mode.bar.clear, LEFT)
    assert list(mode.cards) == []
    QTest.mouseClick(mode.bar.way, LEFT)
    assert list(mode.cards) == ["search", "order", "call", "rate"]
    QTest.mouseClick(mode.bar.cancel, LEFT)
    assert changes == []
    assert len(persona(ana).path) == 3
    QTest.mouseClick(canvas, LEFT, pos=card(ana, "rate"))
    assert document_of(ana).selection.ids == ("rate",)


def test_a_path_that_is_drawn_follows_the_map(ana: MainWindow, mode: PathMode) -> None:
    document = document_of(ana)
    with document.edit("Delete") as edit:
        edit.remove("search")
    assert mode.cards == ("order",)
    workspace_of(ana).canvas.grab()
    with document.edit("Delete") as edit:
        edit.remove("ana")
    assert not mode.is_on


def test_the_bar_fits_a_narrow_map(ana: MainWindow, mode: PathMode) -> None:
    canvas = workspace_of(ana).canvas
    assert mode.bar is not None
    for width in (1366, 900):
        ana.resize(width, 700)
        assert canvas.rect().contains(mode.bar.geometry())


def test_any_number_of_personas_differ_by_colour(window: MainWindow) -> None:
    for _ in range(9):
        window.edits.add_persona()
    colours = [person.colour for person in document_of(window).journey.all(Persona)]
    assert len(colours) == 10
    assert len(set(colours[1:])) == 9
