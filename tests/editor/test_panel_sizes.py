"""Panels keep their sizes from one start to the next, and grow with the texts."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from journeymap import Journey
from journeymap.editor.file_commands import Waiting
from journeymap.editor.panel_widths import grown
from journeymap.editor.theme import apply_theme
from journeymap.editor.window import MainWindow
from tests.editor.window_hand import workspace_of

Maker = Callable[[], MainWindow]


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, dressed after the test as it was before."""
    before = qapp.font(), qapp.palette(), qapp.style().objectName()
    yield qapp
    apply_theme(qapp)
    qapp.setStyleSheet("")
    qapp.setStyle(before[2])
    qapp.setPalette(before[1])
    qapp.setFont(before[0])


def opened(make_window: Maker, journey: Journey) -> MainWindow:
    """A window with a map in it."""
    window = make_window()
    window.files.offer(Waiting(journey.copy()))
    QApplication.processEvents()
    return window


def test_sizes_and_hidden_panels_are_remembered(make_window: Maker, journey: Journey) -> None:
    window = opened(make_window, journey)
    workspace = workspace_of(window)
    workspace.splitter.setSizes([300, 700, 366])
    workspace.upright.setSizes([400, 260])
    workspace.show_panel("outline", False)
    workspace.show_panel("outline", True)
    widths, heights = workspace.splitter.sizes(), workspace.upright.sizes()
    workspace.show_panel("inspector", False)
    window.files.let_go()
    again = workspace_of(opened(make_window, journey))
    assert not again.panel_shown("inspector")
    assert again.splitter.sizes()[0] == widths[0]
    assert again.upright.sizes()[1] == heights[1]
    again.show_panel("inspector", True)
    QApplication.processEvents()
    assert abs(again.splitter.sizes()[2] - widths[2]) <= 1


def test_panels_grow_by_half_of_what_texts_do(dressed: QApplication, make_window: Maker, journey: Journey) -> None:
    workspace = workspace_of(opened(make_window, journey))
    left, _middle, right = workspace.splitter.sizes()
    apply_theme(dressed, "light", 1.5)
    assert grown(100) == 125
    assert workspace.splitter.sizes()[0] == round(left * 1.25)
    assert workspace.splitter.sizes()[2] == round(right * 1.25)
    apply_theme(dressed, "light", 1.0)
    assert abs(workspace.splitter.sizes()[0] - left) <= 1


def test_widths_that_were_kept_at_another_size_of_texts(
    dressed: QApplication, make_window: Maker, journey: Journey
) -> None:
    window = opened(make_window, journey)
    left = workspace_of(window).splitter.sizes()[0]
    window.files.let_go()
    apply_theme(dressed, "light", 1.5)
    assert workspace_of(opened(make_window, journey)).splitter.sizes()[0] == round(left * 1.25)


@pytest.mark.parametrize("text", ["", "large", "-1", "99"])
def test_an_odd_size_in_the_settings_does_no_harm(make_window: Maker, journey: Journey, text: str) -> None:
    window = make_window()
    window._settings.set_text("window/text-scale", text)
    window.files.offer(Waiting(journey))
    assert workspace_of(window).splitter.sizes()[0] > 100
