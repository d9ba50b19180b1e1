"""Save as template, and the templates on the start page: found, chosen, deleted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QScrollArea
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor import template_commands
from journeymap.editor.template_card import TemplateCard
from journeymap.editor.template_dialog import TemplateDialog
from journeymap.editor.window import MainWindow
from journeymap.files.document_file import open_journey
from journeymap.files.own_templates import save_template
from journeymap.files.templates import own_templates, own_templates_folder, templates
from journeymap.model.problem import Problem
from journeymap.model.structure import Touchpoint
from tests.editor.window_hand import LEFT, dialog, document_of, no_dialog, press


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own templates are in a folder of the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return own_templates_folder()


def save_as_template(window: MainWindow) -> TemplateDialog:
    window.actions_table["save-template"].trigger()
    return dialog(window, TemplateDialog)


def write(asked: TemplateDialog, title: str, about: str) -> None:
    asked.title.clear()
    QTest.keyClicks(asked.title, title)
    asked.about.clear()
    QTest.keyClicks(asked.about, about)


def cards(window: MainWindow) -> list[TemplateCard]:
    """The templates that the start page shows now, row by row."""
    settle(window)
    shown = [card for card in window.start_page.templates.cards if card.isVisible()]
    return sorted(shown, key=lambda card: (card.y(), card.x()))


def settle(window: MainWindow) -> None:
    """Widgets stand where their layouts want them once events have been looked at."""
    for _round in range(4):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
    layout = window.start_page.templates.layout()
    assert layout is not None
    layout.activate()


def keep(window: MainWindow, journey: Journey, folder: Path) -> Path:
    """A template of the user's own; the start page is shown and knows it."""
    path = save_template(journey, "My start", "", folder)
    window.files.let_go()
    window.start_page.templates.refresh()
    settle(window)
    return path


# -- saving


def test_a_map_is_kept_as_a_template_and_offered_on_the_start_page(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    asked = save_as_template(window)
    assert asked.title.text() == asked.title.selectedText() == "A small map"
    assert asked.focusWidget() is asked.title
    assert asked.go.text() == "Save"
    write(asked, "My start", "For every workshop.")
    QTest.mouseClick(asked.go, LEFT)
    assert no_dialog(window)
    assert window.status.message.text() == "Saved as template “My start”: the start page offers it now."
    assert [path.name for path in folder.iterdir()] == ["My start.journey"]
    assert not window.isWindowModified()
    assert document_of(window).path is None
    window.files.let_go()
    card = window.start_page.templates.cards[-1]
    assert (card.info.title, card.info.about) == ("My start", "For every workshop.")
    QTest.mouseClick(card, LEFT)
    made = document_of(window).journey
    assert {card.title for card in made.touchpoints} == {"Search", "Order", "Call", "Rate"}
    assert "search" not in made.records


def test_enter_saves_and_esc_drops(window: MainWindow, folder: Path) -> None:
    QTest.keyClick(save_as_template(window), Qt.Key.Key_Escape)
    assert no_dialog(window)
    assert not folder.exists()
    QTest.keyClick(save_as_template(window).title, Qt.Key.Key_Return)
    assert [info.title for info in own_templates()] == ["A small map"]


def test_the_scope_is_proposed_as_its_description(window: MainWindow) -> None:
    with document_of(window).edit("Scope") as edit:
        edit.update("journey", scope="Get it\nand use it")
    assert save_as_template(window).about.text() == "Get it and use it"


def test_what_is_being_typed_is_in_the_template(window: MainWindow, folder: Path) -> None:
    document_of(window).selection.set(["search"])
    assert window.workspace is not None
    form = window.workspace.inspector
    form.edit_title()
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Typed just now")
    QTest.mouseClick(save_as_template(window).go, LEFT)
    kept = open_journey(next(folder.iterdir()))
    assert kept.get(Touchpoint, "search").title == "Typed just now"


def test_without_a_title_nothing_can_be_saved(window: MainWindow, folder: Path) -> None:
    asked = save_as_template(window)
    write(asked, "   ", "")
    assert not asked.go.isEnabled()
    QTest.keyClick(asked.title, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert not folder.exists()


def test_one_that_is_there_is_replaced_knowingly(window: MainWindow, journey: Journey, folder: Path) -> None:
    save_template(journey, "My start", "Old.", folder)
    asked = save_as_template(window)
    assert not asked.note.isVisible()
    write(asked, "my START", "New.")
    assert asked.note.isVisible()
    assert asked.note.text() == "There is a template “My start” of yours already; it will be replaced."
    assert asked.go.text() == "Replace"
    QTest.mouseClick(asked.go, LEFT)
    assert [info.about for info in own_templates()] == ["New."]


def test_what_could_not_be_saved_is_said(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise Problem("There is no room for “{name}”.", name="My start")

    monkeypatch.setattr(template_commands, "save_template", refuse)
    QTest.mouseClick(save_as_template(window).go, LEFT)
    assert dialog(window, QMessageBox, "problem").text() == "There is no room for “My start”."
    assert window.status.message.text() == ""


def test_without_a_map_there_is_nothing_to_keep(empty_window: MainWindow) -> None:
    assert not empty_window.actions_table["save-template"].isEnabled()
    empty_window.template_commands.save()
    assert no_dialog(empty_window)


def test_the_dialog_speaks_every_language(window: MainWindow, marked_language: None) -> None:
    asked = save_as_template(window)
    assert asked.windowTitle() == "⟦Save as template⟧"
    assert asked.go.text() == "⟦Save⟧"
    assert asked.about.placeholderText().startswith("⟦")


# -- the start page


def test_all_templates_are_offered_in_their_order(empty_window: MainWindow) -> None:
    assert [card.name for card in cards(empty_window)] == [info.name for info in templates()]
    assert len(cards(empty_window)) >= 16


@pytest.mark.parametrize(("width", "columns"), [(900, 1), (1366, 3), (1920, 5)])
def test_no_card_is_cut_at_any_width(empty_window: MainWindow, width: int, columns: int) -> None:
    empty_window.resize(width, 768)
    grid = empty_window.start_page.templates
    places = [(card.x(), card.y()) for card in cards(empty_window)]
    assert len(places) == len(set(places)) == len(templates())
    assert all(card.geometry().right() < grid.width() for card in grid.cards)
    assert sum(card.y() == grid.cards[0].y() for card in grid.cards) == columns


def test_only_pictures_in_view_are_drawn(empty_window: MainWindow, qtbot: QtBot) -> None:
    settle(empty_window)
    grid = empty_window.start_page.templates
    first, last = grid.cards[0], grid.cards[-1]
    qtbot.waitUntil(lambda: first.picture.is_drawn)
    seen = [card for card in grid.cards if not card.visibleRegion().isEmpty()]
    qtbot.waitUntil(lambda: all(card.picture.is_drawn for card in seen))
    assert last not in seen
    assert not last.picture.is_drawn
    area = next(area for area in empty_window.start_page.findChildren(QScrollArea) if area.isAncestorOf(grid))
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: last.picture.is_drawn)


def test_templates_are_found_by_typing(empty_window: MainWindow) -> None:
    page = empty_window.start_page
    QTest.keyClicks(page.search, "SHOP sens")
    assert [card.name for card in cards(empty_window)] == ["street-shop"]
    assert (cards(empty_window)[0].x(), cards(empty_window)[0].y()) == (0, 0)
    assert not page.nothing.isVisible()
    page.search.setText("no such thing")
    assert cards(empty_window) == []
    assert page.nothing.isVisible()
    page.search.clear()
    assert len(cards(empty_window)) == len(templates())
    assert not page.nothing.isVisible()


def test_a_template_of_ones_own_is_deleted_after_a_question(
    window: MainWindow, journey: Journey, folder: Path, qtbot: QtBot
) -> None:
    keep(window, journey, folder)
    card = window.start_page.templates.cards[-1]
    assert card.bin.isVisible()
    QTest.mouseClick(card.bin, LEFT)
    press(dialog(window, QMessageBox, "deleteTemplate"), QMessageBox.StandardButton.Cancel)
    assert own_templates()
    QTest.keyClick(card, Qt.Key.Key_Delete)
    box = dialog(window, QMessageBox, "deleteTemplate")
    assert box.text() == "Delete the template “My start”?"
    QTest.mouseClick(_button(box, "Delete"), LEFT)
    assert own_templates() == []
    assert [card.name for card in window.start_page.templates.cards] == [info.name for info in templates()]
    assert window.files.document is None


def test_those_of_the_program_have_no_bin(empty_window: MainWindow) -> None:
    first = empty_window.start_page.templates.cards[0]
    assert not first.bin.isVisible()
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert no_dialog(empty_window)


def test_what_could_not_be_deleted_is_said(
    window: MainWindow, journey: Journey, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(window, journey, folder)

    def refuse(_template: object) -> None:
        raise Problem("The template “{title}” could not be deleted.", title="My start")

    monkeypatch.setattr(template_commands, "delete_template", refuse)
    QTest.mouseClick(window.start_page.templates.cards[-1].bin, LEFT)
    QTest.mouseClick(_button(dialog(window, QMessageBox, "deleteTemplate"), "Delete"), LEFT)
    assert dialog(window, QMessageBox, "problem").text() == "The template “My start” could not be deleted."
    assert own_templates()


def test_a_template_that_is_gone_meanwhile_is_said_when_it_is_chosen(
    window: MainWindow, journey: Journey, folder: Path, qtbot: QtBot
) -> None:
    keep(window, journey, folder).unlink()
    QTest.mouseClick(window.start_page.templates.cards[-1], LEFT)
    assert dialog(window, QMessageBox, "problem").text().startswith("There is no template “My start”.")
    assert window.files.document is None


def _button(box: QMessageBox, text: str) -> QAbstractButton:
    return next(button for button in box.buttons() if button.text().replace("&", "") == text)
