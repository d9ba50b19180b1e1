"""The table of actions, menus and keys; what they do in the window."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from journeymap.editor.actions import ACTIONS
from journeymap.editor.menus import MENUS, SUBMENUS
from journeymap.editor.settings import Settings
from journeymap.editor.shortcuts_dialog import ShortcutsDialog
from journeymap.editor.window import MainWindow
from journeymap.editor.wiring import handlers
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.people import Persona
from journeymap.model.structure import Link, Stage, Touchpoint
from tests.editor.window_hand import CTRL, LEFT, SHIFT, dialog, document_of, form_of, keys, workspace_of


def test_every_action_is_wired_and_every_menu_names_actions(window: MainWindow) -> None:
    ids = [spec.id for spec in ACTIONS]
    assert len(ids) == len(set(ids))
    assert set(handlers(window)) == set(ids)
    named = [id for _, _, entries in MENUS for id in entries]
    named += [id for _, entries in SUBMENUS.values() for id in entries]
    assert {id for id in named if id[0] not in "-@"} | {"clear-recent"} == set(ids)
    assert {id[1:] for id in named if id[0] == "@"} == set(SUBMENUS)


def test_every_icon_of_an_action_is_there(window: MainWindow) -> None:
    for spec in ACTIONS:
        if spec.icon:
            assert not window.actions_table[spec.id].icon().isNull()


def test_no_key_means_two_things(window: MainWindow) -> None:
    sequences = Counter(keys.toString() for spec in ACTIONS for keys in window.actions_table[spec.id].shortcuts())
    assert [keys for keys, n in sequences.items() if n > 1] == []
    assert sequences["Ctrl+Shift+P"] == sequences["Ctrl+Shift+M"] == sequences["Ctrl+Shift+L"] == 1


def test_without_a_map_only_what_needs_none_can_be_used(empty_window: MainWindow) -> None:
    enabled = {spec.id for spec in ACTIONS if empty_window.actions_table[spec.id].isEnabled()}
    assert enabled == {spec.id for spec in ACTIONS if not spec.needs}
    assert enabled >= {"new", "open", "quit", "shortcuts", "about"}
    assert not enabled & {"save", "undo", "delete", "export-png", "import-survey", "clear-recent"}


def test_what_needs_a_selection_waits_for_one(window: MainWindow) -> None:
    assert not window.actions_table["delete"].isEnabled()
    document_of(window).selection.set(["search"])
    assert window.actions_table["delete"].isEnabled()


def test_undo_is_named_after_what_it_takes_back(window: MainWindow) -> None:
    undo, redo = window.actions_table["undo"], window.actions_table["redo"]
    assert (undo.text(), undo.isEnabled()) == ("Undo", False)
    with document_of(window).edit("Move card") as edit:
        edit.update("search", order=5.0)
    assert (undo.text(), undo.isEnabled()) == ("Undo Move card", True)
    keys(window, Qt.Key.Key_Z, CTRL)
    assert document_of(window).journey.get(Touchpoint, "search").order == 0.0
    assert (redo.text(), redo.isEnabled()) == ("Redo Move card", True)
    assert window.status.message.text() == "Undone: Move card"
    keys(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert document_of(window).journey.get(Touchpoint, "search").order == 5.0


def test_undo_is_named_in_the_language_that_is_spoken(window: MainWindow, marked_language: None) -> None:
    with document_of(window).edit("Move card") as edit:
        edit.update("search", order=5.0)
    assert window.actions_table["undo"].text() == "⟦Undo ⟦Move card⟧⟧"


@pytest.mark.parametrize(
    ("key", "cls"), [(Qt.Key.Key_P, PainPoint), (Qt.Key.Key_M, MomentOfTruth), (Qt.Key.Key_T, Touchpoint)]
)
def test_keys_add_to_what_is_selected(window: MainWindow, key: Qt.Key, cls: type[PainPoint]) -> None:
    document = document_of(window)
    before = len(document.journey.all(cls))
    document.selection.set(["search"])
    keys(window, key, CTRL | SHIFT)
    assert len(document.journey.all(cls)) == before + 1
    assert workspace_of(window).canvas.tool == "select"
    assert not window.actions_table["add-pain"].isChecked()


def test_keys_choose_a_tool_where_nothing_is_selected(window: MainWindow) -> None:
    canvas = workspace_of(window).canvas
    keys(window, Qt.Key.Key_P, CTRL | SHIFT)
    assert canvas.tool == "pain"
    assert window.actions_table["add-pain"].isChecked()
    assert "Click the touchpoint" in window.status.message.text()
    keys(window, Qt.Key.Key_P, CTRL | SHIFT)
    assert canvas.tool == "select"
    assert not window.actions_table["add-pain"].isChecked()
    QTest.keyClick(canvas, Qt.Key.Key_L)
    assert window.actions_table["add-link"].isChecked()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not window.actions_table["add-link"].isChecked()


def test_a_click_on_a_tool_chooses_it(window: MainWindow) -> None:
    QTest.mouseClick(window.tool_bar.tools[0], LEFT)
    assert workspace_of(window).canvas.tool == "touchpoint"
    assert window.tool_bar.tools[0].isChecked()


def test_two_selected_touchpoints_are_linked(window: MainWindow) -> None:
    document = document_of(window)
    document.selection.set(["search", "rate"])
    keys(window, Qt.Key.Key_L, CTRL | SHIFT)
    assert any((link.source, link.target) == ("search", "rate") for link in document.journey.all(Link))


def test_a_persona_and_an_action_are_named_in_the_inspector(window: MainWindow, qtbot: QtBot) -> None:
    document = document_of(window)
    document.selection.set(["call"])
    window.actions_table["add-action"].trigger()
    action = document.journey.all(Action)[0]
    assert action.answers == ("call",)
    assert document.selection.ids == (action.id,)
    form = form_of(window)
    qtbot.waitUntil(form.bound["title"].field.focus_target().hasFocus)
    QTest.keyClicks(form.bound["title"].field.focus_target(), "Call ahead")
    keys(window, Qt.Key.Key_Return)
    assert document.journey.get(Action, action.id).title == "Call ahead"
    for _ in range(2):
        window.actions_table["add-persona"].trigger()
    colours = [persona.colour for persona in document.journey.all(Persona)]
    assert len(set(colours)) == 2


def test_stage_and_channel_are_added_from_the_menu(window: MainWindow) -> None:
    journey = document_of(window).journey
    for id in ("add-stage", "add-channel"):
        window.actions_table[id].trigger()
        editor = workspace_of(window).canvas.title_editor
        assert editor is not None
        editor.setPlainText("New")
        editor.finish("leave")
    assert (journey.stages[-1].title, journey.channels[-1].title) == ("New", "New")


def test_delete_in_a_field_deletes_text_and_not_the_card(window: MainWindow) -> None:
    document = document_of(window)
    document.selection.set(["search"])
    form = form_of(window)
    for field in (form.bound["owner"].field.focus_target(), form.bound["stage"].field.focus_target()):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        assert "search" in document.journey
    workspace_of(window).outline.setFocus()
    QTest.keyClick(workspace_of(window).outline, Qt.Key.Key_Delete)
    assert "search" not in document.journey


def test_the_edit_menu_serves_the_field_in_which_is_typed(window: MainWindow) -> None:
    document = document_of(window)
    document.selection.set(["search"])
    field = form_of(window).bound["owner"].field.focus_target()
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "Logistics")
    window.edits.select_all()
    window.edits.cut()
    assert field.text() == ""
    window.edits.paste()
    window.edits.select_all()
    window.edits.copy()
    assert field.text() == "Logistics"
    assert document.selection.ids == ("search",)


def test_the_edit_menu_serves_the_map_otherwise(window: MainWindow) -> None:
    document = document_of(window)
    workspace_of(window).canvas.setFocus()
    window.edits.select_all()
    assert len(document.selection.ids) == 4
    document.selection.set(["search"])
    window.edits.copy()
    window.edits.paste()
    assert len(document.journey.touchpoints) == 5
    window.edits.duplicate()
    assert len(document.journey.touchpoints) == 6
    document.selection.set(["search"])
    window.edits.cut()
    assert "search" not in document.journey


def test_rename_types_on_the_map_or_in_the_inspector(window: MainWindow, qtbot: QtBot) -> None:
    document, workspace = document_of(window), workspace_of(window)
    document.selection.set(["search"])
    window.edits.rename()
    assert workspace.canvas.title_editor is not None
    window.edits.add_persona()
    workspace.canvas.setFocus()
    window.edits.rename()
    qtbot.waitUntil(form_of(window).bound["title"].field.focus_target().hasFocus)


def test_properties_show_the_map_itself(window: MainWindow) -> None:
    document_of(window).selection.set(["search"])
    window.actions_table["properties"].trigger()
    assert "client" in form_of(window).bound


@pytest.mark.parametrize("name", ["outline", "inspector", "scores"])
def test_panels_hide_and_stay_hidden(window: MainWindow, name: str) -> None:
    action = window.actions_table[f"show-{name}"]
    panel = getattr(workspace_of(window), name)
    assert action.isChecked()
    assert panel.isVisible()
    action.trigger()
    assert not panel.isVisible()
    assert not action.isChecked()
    window.files.close()
    window.files.new_from("blank")
    assert not getattr(workspace_of(window), name).isVisible()
    assert not window.actions_table[f"show-{name}"].isChecked()


def test_zoom_from_menu_slider_and_canvas_agree(window: MainWindow) -> None:
    canvas = workspace_of(window).canvas
    window.actions_table["zoom-actual"].trigger()
    assert canvas.zoom() == pytest.approx(1.0)
    assert window.status.percent.text() == "100\u00a0%"
    QTest.mouseClick(window.status.into, LEFT)
    assert canvas.zoom() > 1.05
    before = canvas.zoom()
    window.actions_table["zoom-out"].trigger()
    assert canvas.zoom() < before
    window.actions_table["fit"].trigger()
    fitted = canvas.zoom()
    window.actions_table["zoom-in"].trigger()
    assert canvas.zoom() > fitted


def test_the_shortcuts_dialog_lists_every_key_once(window: MainWindow) -> None:
    window.actions_table["shortcuts"].trigger()
    box = dialog(window, ShortcutsDialog)
    texts = [label.text() for label in box.findChildren(type(window.status.saved))]
    assert texts.count("Ctrl+Shift+P") == 1
    assert texts.count("Ctrl+I") == 1


def test_about_says_which_version_it_is(window: MainWindow) -> None:
    window.actions_table["about"].trigger()
    assert "0.1" in dialog(window, QMessageBox, "about").text()


def test_the_status_bar_follows(window: MainWindow, qtbot: QtBot) -> None:
    assert window.status.saved.text() == "New map"
    assert window.status.counts.text() == "4 touchpoints · 3 links · 1 pain point · 1 moment of truth"
    with document_of(window).edit("Delete") as edit:
        edit.remove("queue")
    qtbot.waitUntil(lambda: window.status.saved.text() == "Not saved")
    assert window.status.counts.text() == "4 touchpoints · 3 links · 1 moment of truth"


def test_the_tool_bar_gives_up_words_where_it_is_narrow(window: MainWindow) -> None:
    style = Qt.ToolButtonStyle
    window.resize(1366, 768)
    assert window.tool_bar.tools[0].toolButtonStyle() == style.ToolButtonTextBesideIcon
    window.tool_bar.setMaximumWidth(560)
    QApplication.processEvents()
    assert window.tool_bar.tools[0].toolButtonStyle() == style.ToolButtonIconOnly
    assert window.tool_bar.tools[0].accessibleName() or window.tool_bar.tools[0].text()


def test_geometry_and_splitter_are_remembered(make_window: Callable[[], MainWindow]) -> None:
    first = make_window()
    first.files.new_from("blank")
    first.resize(1100, 700)
    workspace_of(first).splitter.setSizes([300, 500, 300])
    sizes = workspace_of(first).splitter.sizes()
    first.close()
    second = make_window()
    second.resize(first.size())
    second.files.new_from("blank")
    assert workspace_of(second).splitter.sizes() == pytest.approx(sizes, abs=3)


def test_the_size_of_the_window_is_remembered(empty_window: MainWindow, settings: Settings) -> None:
    empty_window.resize(1111, 666)
    empty_window.close()
    other = QMainWindow()
    assert other.restoreGeometry(settings.state("geometry"))
    assert other.height() == 666  # the screen without a screen is 800 wide


def test_a_stage_selected_in_the_outline_is_renamed_on_the_map(window: MainWindow) -> None:
    document_of(window).selection.set(["before"])
    window.edits.rename()
    editor = workspace_of(window).canvas.title_editor
    assert editor is not None
    editor.setPlainText("Looking")
    editor.finish("enter")
    assert document_of(window).journey.get(Stage, "before").title == "Looking"
