"""What the other tests stand on holds."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from platformdirs import user_data_path
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.language import _, ngettext


def test_folders_are_not_those_of_whoever_runs_the_tests() -> None:
    assert Path(os.environ["HOME"]) in (Path("~").expanduser(), Path.home())
    assert user_data_path("journeymap").is_relative_to(os.environ["XDG_DATA_HOME"])
    assert "pytest" in os.environ["XDG_DATA_HOME"]


@pytest.mark.parametrize("cls", [QDialog, QMessageBox])
def test_a_dialog_that_waits_fails(qtbot: QtBot, cls: type[QDialog]) -> None:
    widget = cls()
    qtbot.addWidget(widget)
    with pytest.raises(AssertionError, match="would wait"):
        widget.exec()


def test_a_file_dialog_that_waits_fails() -> None:
    with pytest.raises(AssertionError, match="would wait"):
        QFileDialog.getOpenFileName()


def test_the_marked_language_marks_every_sentence(marked_language: None) -> None:
    assert _("Save") == "⟦Save⟧"
    assert ngettext("{n} card", "{n} cards", 2).format(n=2) == "⟦2 cards⟧"


def test_the_language_is_english_again() -> None:
    assert _("Save") == "Save"


def test_maps_to_work_with(journey: Journey, big_journey: Callable[[int], Journey]) -> None:
    assert [touchpoint.id for touchpoint in journey.touchpoints] == ["search", "order", "call", "rate"]
    assert len(journey.links) == 3
    big = big_journey(200)
    assert len(big.touchpoints) == 200
    assert len(big.links) == 199
    assert {touchpoint.stage for touchpoint in big.touchpoints} == {stage.id for stage in big.stages}
