"""What heats the map is chosen in the tool bar."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.heat_bar import HeatBar, HeatList, ramp_icon
from journeymap.editor.window import MainWindow
from journeymap.layout.palette import PALETTES
from journeymap.model.edit import Edit
from journeymap.model.measures import Counts, Metric, Wave
from tests.editor.window_hand import document_of

SCALES: dict[Metric, tuple[float, float]] = {"nps": (0.0, 10.0), "csat": (1.0, 5.0)}


def answer(edit: Edit, wave: str, metric: Metric = "nps", segment: str = "", target: str = "call") -> None:
    scale = SCALES[metric]
    edit.add(Counts, target=target, wave=wave, metric=metric, scale=scale, segment=segment, values=((scale[1], 50),))


def measure(document: Document) -> None:
    """Two waves, two segments, two metrics."""
    with document.edit("Import survey") as edit:
        for order, (id, title) in enumerate((("w1", "Spring"), ("w2", "Autumn"))):
            edit.add(Wave, id=id, title=title, order=float(order))
            for segment in ("Families", "Singles"):
                answer(edit, id, "nps", segment)
            answer(edit, id, "csat")


@pytest.fixture
def document(qtbot: QtBot, journey: Journey) -> Document:
    return Document(journey)


@pytest.fixture
def bar(qtbot: QtBot, document: Document) -> HeatBar:
    bar = HeatBar()
    qtbot.addWidget(bar)
    bar.attach(document)
    bar.show()
    return bar


def is_on(document: Document) -> bool:
    return document.heat.on


def entries(one: HeatList) -> list[str]:
    return [one.itemText(row) for row in range(one.count())]


def choose(one: HeatList, text: str) -> None:
    """Choose with the keyboard."""
    one.setFocus()
    row = entries(one).index(text)
    steps = row - one.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(one, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def test_without_scores_there_is_only_a_way_to_import_some(bar: HeatBar, qtbot: QtBot) -> None:
    assert bar.empty.isVisible()
    assert not bar.metric_list.isVisible()
    with qtbot.waitSignal(bar.import_wanted):
        QTest.mouseClick(bar.empty, Qt.MouseButton.LeftButton)


def test_scores_bring_the_lists(bar: HeatBar, document: Document) -> None:
    measure(document)
    assert not bar.empty.isVisible()
    assert entries(bar.metric_list) == ["NPS", "CSAT", "No heat"]
    assert entries(bar.segment_list) == ["All segments", "Families", "Singles"]
    assert entries(bar.wave_list) == ["Autumn", "Spring"]
    assert (bar.metric_list.currentText(), bar.wave_list.currentText()) == ("NPS", "Autumn")
    document.undo()
    assert bar.empty.isVisible()


def test_each_list_alters_only_its_own_choice(bar: HeatBar, document: Document) -> None:
    measure(document)
    choose(bar.segment_list, "Families")
    assert (document.heat.segment, document.heat.on) == ("Families", True)
    choose(bar.wave_list, "Spring")
    assert (document.heat.segment, document.heat.wave) == ("Families", "w1")
    choose(bar.metric_list, "CSAT")
    assert (document.heat.metric, document.heat.segment) == ("csat", "Families")
    bar.palette_list.setFocus()
    QTest.keyClick(bar.palette_list, Qt.Key.Key_Down)
    assert document.heat.palette == list(PALETTES)[1]
    assert document.heat.metric == "csat"


def test_no_heat_and_back(bar: HeatBar, document: Document) -> None:
    measure(document)
    choose(bar.metric_list, "No heat")
    assert not is_on(document)
    assert not document.overlay.scores
    assert bar.metric_list.isVisible()
    choose(bar.metric_list, "CSAT")
    assert is_on(document)
    assert document.overlay.metric == "csat"


def test_the_bar_follows_a_choice_made_elsewhere(bar: HeatBar, document: Document) -> None:
    measure(document)
    document.set_heat(replace(document.heat, metric="csat", wave="w1"))
    assert (bar.metric_list.currentText(), bar.wave_list.currentText()) == ("CSAT", "Spring")


def test_a_new_wave_is_shown_at_once(bar: HeatBar, document: Document) -> None:
    measure(document)
    with document.edit("Import survey") as edit:
        edit.add(Wave, id="w3", title="Winter", order=7.0)
        answer(edit, "w3")
    assert entries(bar.wave_list) == ["Winter", "Autumn", "Spring"]


def test_the_scores_menu_serves_the_same_choice(window: MainWindow) -> None:
    document = document_of(window)
    assert not window.actions_table["heat"].isEnabled()
    measure(document)
    assert window.actions_table["heat"].isChecked()
    window.actions_table["heat"].trigger()
    assert not is_on(document)
    assert window.tool_bar.heat.metric_list.currentText() == "No heat"
    window.actions_table["heat"].trigger()
    assert is_on(document)
    palettes = [action for action in window.menus["palette"].actions() if isinstance(action, QAction)]
    window.menus["palette"].aboutToShow.emit()
    assert palettes[0].isChecked()
    palettes[-1].trigger()
    assert document.heat.palette == list(PALETTES)[-1]


def test_the_status_bar_says_the_score_of_what_is_selected(window: MainWindow) -> None:
    document = document_of(window)
    measure(document)
    document.selection.set(["call"])
    window.status.refresh()
    assert window.status.score.text() == "Call: NPS +100 ±3, n=100"
    document.selection.set(["search"])
    window.status.refresh()
    assert window.status.score.text() == ""


@pytest.mark.parametrize("key", PALETTES)
def test_a_palette_is_shown_as_a_ramp(qapp: object, key: str) -> None:
    image = ramp_icon(key).pixmap(44, 12).toImage()
    assert image.pixelColor(4, 6) != image.pixelColor(image.width() - 4, 6)
