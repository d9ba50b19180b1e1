"""The whole window changes its look while a map with scores is open, again and again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.appearance import SCHEME, TEXT_SIZE, Appearance
from journeymap.editor.schemes import SCHEMES
from journeymap.editor.theme import apply_theme
from journeymap.editor.window import MainWindow
from journeymap.model.measures import Counts, Wave
from journeymap.model.people import Emotion, Persona
from tests.editor.window_hand import document_of, workspace_of


@pytest.fixture
def journey(journey: Journey) -> Journey:
    """The small map with answers in two waves and a feeling."""
    with journey.edit("Fill") as edit:
        edit.add(Persona, id="ana", title="Ana")
        edit.add(Emotion, persona="ana", touchpoint="call", value=-1.0)
        for place, wave in enumerate(("w1", "w2")):
            edit.add(Wave, id=wave, title=wave, order=float(place))
            edit.add(Counts, target="call", wave=wave, metric="nps", scale=(0.0, 10.0), values=((2.0, 20), (9.0, 40)))
    return journey


@pytest.fixture
def appearance(qapp: QApplication, window: MainWindow) -> Iterator[Appearance]:
    """What dresses the application after the window's settings."""
    before = qapp.font(), qapp.palette(), qapp.style().objectName()
    made = Appearance(qapp, window._settings)
    yield made
    made.deleteLater()
    apply_theme(qapp)
    qapp.setStyleSheet("")
    qapp.setStyle(before[2])
    qapp.setPalette(before[1])
    qapp.setFont(before[0])


def ground(widget: QWidget, x: int, y: int) -> QColor:
    """The colour of a point of a widget as it is painted."""
    image = widget.grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(QPoint(round(x * ratio), round(y * ratio)))


def test_the_window_follows_from_scheme_to_scheme(window: MainWindow, appearance: Appearance, qtbot: QtBot) -> None:
    document, workspace = document_of(window), workspace_of(window)
    document.selection.set(["call"])
    qtbot.waitUntil(lambda: workspace.scores.sections is not None)
    for name in (*SCHEMES, "light", "dark", "light"):
        window._settings.set_text(SCHEME, name)
        qtbot.waitUntil(lambda: workspace.scores.sections is not None and workspace.scores.drawing)
        panel = QColor(SCHEMES[name]["panel"])
        assert ground(workspace.inspector, 3, workspace.inspector.height() - 3) == panel
        assert ground(workspace.outline, 3, workspace.outline.height() - 3) == panel
        sections = workspace.scores.sections
        assert sections is not None
        plot = sections.course.chart.plot
        assert ground(plot, 2, 2) == panel
        image = window.tool_bar.tools[0].icon().pixmap(20, 20).toImage()
        inks = {
            image.pixelColor(x, y).name().upper()
            for x in range(20)
            for y in range(20)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert inks == {SCHEMES[name]["text"]}
    assert workspace.canvas.grab().toImage().pixelColor(3, 3) == QColor("#F5F6F9")


def test_the_window_follows_the_size_of_texts(window: MainWindow, appearance: Appearance, qtbot: QtBot) -> None:
    workspace = workspace_of(window)
    low = workspace.outline.visualRect(workspace.outline.model().index(0, 0)).height()
    bar = window.tool_bar.height()
    window._settings.set_text(TEXT_SIZE, "150")
    QApplication.processEvents()
    assert workspace.outline.visualRect(workspace.outline.model().index(0, 0)).height() == round(low * 1.5)
    assert window.tool_bar.height() == round(bar * 1.5)
    assert window.width() == 1366
    for widget in (window.tool_bar.export, window.tool_bar.heat.metric_list):
        assert window.tool_bar.rect().contains(widget.mapTo(window.tool_bar, widget.rect().center()))
    window._settings.set_text(TEXT_SIZE, "100")
    QApplication.processEvents()
    assert window.tool_bar.height() == bar
