"""As-is and to-be in the window: derived, switched, compared."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap.editor.compare.dialog import CompareDialog
from journeymap.editor.compare.sentences import sentence, shown
from journeymap.editor.window import MainWindow
from journeymap.model.structure import Touchpoint
from journeymap.model.versions import as_is_and_to_be, differences
from tests.model.test_versions import to_be


def test_every_difference_is_a_line_that_shows_its_place(qtbot: QtBot) -> None:
    before, after = as_is_and_to_be(to_be())
    dialog = CompareDialog(before, after, "As-is and to-be")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert texts == [
        "+  Added",
        "Touchpoint “Gets a call”",
        "\u2212  Removed",
        "Touchpoint “Calls”",
        "Pain point “Late”",
        "\u2194  Moved",
        "Touchpoint “Installs”: from Delivery, Courier to Delivery, App",
        "~  Changed",
        "Touchpoint “Tracks the courier”: Title: “Waits” → “Tracks the courier”",
    ]
    assert dialog.head.text() == "5 differences"
    zoom = dialog.view.camera.zoom
    dialog.list.setCurrentRow(3)
    assert dialog.view.camera.zoom != zoom
    rect = dialog.view.camera.to_pixels(dialog.picture.scene.layout.cards["t2"].rect)
    assert dialog.view.rect().contains(rect.toRect())
    dialog.whole.click()
    assert dialog.view.camera.zoom == zoom


def test_the_picture_shows_what_was_removed_as_well(qtbot: QtBot) -> None:
    before, after = as_is_and_to_be(to_be())
    dialog = CompareDialog(before, after, "As-is and to-be")
    qtbot.addWidget(dialog)
    assert {"t0", "t1", "t2", "t9"} <= set(dialog.picture.scene.layout.cards)
    assert dialog.picture.scene.differences["t2"] == "removed"


def test_two_equal_versions_are_said_to_be_so(qtbot: QtBot) -> None:
    _before, after = as_is_and_to_be(to_be())
    dialog = CompareDialog(after, after, "As-is and to-be")
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 0
    assert "same" in dialog.head.text()


def test_scores_are_not_listed() -> None:
    before, after = as_is_and_to_be(to_be())
    found = shown(differences(before, after))
    assert "n" not in {difference.id for difference in found}
    assert all(sentence(difference, before, after) for difference in found)


def version_of(window: MainWindow) -> str:
    document = window.files.document
    assert document is not None
    return document.journey.info.version


def test_the_menu_derives_switches_and_compares(window: MainWindow, qtbot: QtBot) -> None:
    window.files.new_from("washing-machine")
    document = window.files.document
    assert document is not None
    action = window.actions_table
    assert action["derive-version"].isEnabled()
    assert not action["switch-version"].isEnabled()
    action["derive-version"].trigger()
    assert version_of(window) == "to-be"
    first = document.journey.touchpoints[0]
    with document.edit("Rename") as edit:
        edit.update(first.id, title="Much better")
    action["switch-version"].trigger()
    assert version_of(window) == "as-is"
    assert document.journey.get(Touchpoint, first.id).title == first.title
    action["compare-versions"].trigger()
    dialog = window.findChild(CompareDialog)
    assert dialog is not None
    assert dialog.list.count() == 2
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    action["discard-version"].trigger()
    assert action["derive-version"].isEnabled()
    document.undo()
    assert action["switch-version"].isEnabled()
