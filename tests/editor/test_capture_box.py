"""The box that catches lines, driven as a hand in a workshop would."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.capture.box import CaptureBox
from journeymap.editor.capture.list_dialog import ListDialog
from journeymap.editor.capture.list_model import REMARK, STAGE, TEXT
from journeymap.editor.file_commands import Waiting
from journeymap.editor.window import MainWindow
from journeymap.model.content import Note
from journeymap.model.findings import Action, PainPoint
from journeymap.model.structure import Touchpoint
from tests.editor.window_hand import CTRL, dialog, document_of, keys, workspace_of

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def box(window: MainWindow) -> CaptureBox:
    keys(window, Key.Key_N, CTRL | SHIFT)
    assert window.captures.box is not None
    return window.captures.box


def type_line(box: CaptureBox, text: str) -> None:
    """Type any letters (QTest aborts on those that are not ASCII), then Enter."""
    for letter in text:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(box.field, event)
    QTest.keyClick(box.field, Key.Key_Return)


def paste(box: CaptureBox, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    box.field.insertFromMimeData(mime)


def titles(window: MainWindow, stage: str) -> list[str]:
    return [card.title for card in document_of(window).journey.touchpoints if card.stage == stage]


def caught(box: CaptureBox) -> list[str]:
    return [row.label.text() for row in box.lines.rows]


def test_line_after_line_becomes_touchpoints(window: MainWindow, box: CaptureBox) -> None:
    type_line(box, "Waits at home")
    type_line(box, "Kapıyı açıyor")
    assert titles(window, "before") == ["Search", "Order", "Waits at home", "Kapıyı açıyor"]
    assert box.field.line == ""
    assert caught(box) == ["Kapıyı açıyor", "Waits at home"]


def test_every_line_is_one_change(window: MainWindow, box: CaptureBox) -> None:
    document = document_of(window)
    revision = document.journey.revision
    type_line(box, "Waits")
    assert document.journey.revision == revision + 1
    assert document.history.undo_label == "Add touchpoint"
    QTest.keyClick(box.field, Key.Key_Z, CTRL)
    assert titles(window, "before") == ["Search", "Order"]
    assert caught(box) == []
    document.redo()
    assert caught(box) == ["Waits"]


def test_an_empty_line_adds_nothing(window: MainWindow, box: CaptureBox) -> None:
    revision = document_of(window).journey.revision
    type_line(box, "   ")
    assert document_of(window).journey.revision == revision


def test_kinds(window: MainWindow, box: CaptureBox) -> None:
    journey = document_of(window).journey
    for number, text in ((Key.Key_2, "Hurts"), (Key.Key_3, "Remember"), (Key.Key_4, "Try this")):
        QTest.keyClick(box.field, number, CTRL)
        type_line(box, text)
    assert [pain.title for pain in journey.all(PainPoint) if pain.on == ("before",)] == ["Hurts"]
    assert [note.text for note in journey.all(Note)] == ["Remember"]
    assert [(action.title, action.answers) for action in journey.all(Action)] == [("Try this", ("before",))]
    QTest.keyClick(box.field, Key.Key_1, CTRL)
    assert box.where.kind == "touchpoint"


def test_arrows_choose_stage_and_channel(window: MainWindow, box: CaptureBox) -> None:
    QTest.keyClick(box.field, Key.Key_Down)
    QTest.keyClick(box.field, Key.Key_Down)
    QTest.keyClick(box.field, Key.Key_Down, ALT)
    type_line(box, "Hears music")
    record = document_of(window).journey.touchpoints[-1]
    assert (record.title, record.stage, record.channel) == ("Hears music", "after", "phone")
    QTest.keyClick(box.field, Key.Key_Up)
    target = box.where.target
    assert target is not None
    assert (target.stage, target.channel) == ("before", "phone")


def test_a_pain_point_may_go_to_one_touchpoint(window: MainWindow, box: CaptureBox) -> None:
    QTest.keyClick(box.field, Key.Key_2, CTRL)
    assert box.where.cards.isVisible()
    assert not box.where.channels.isVisible()
    QTest.keyClick(box.field, Key.Key_Down, ALT)
    type_line(box, "No filter")
    assert document_of(window).journey.all(PainPoint)[-1].on == ("search",)


def test_it_begins_where_something_is_selected(window: MainWindow) -> None:
    document_of(window).selection.set(["call"])
    window.captures.show_box()
    assert window.captures.box is not None
    target = window.captures.box.where.target
    assert target is not None
    assert (target.stage, target.channel) == ("after", "phone")


def test_any_line_can_be_taken_back(window: MainWindow, box: CaptureBox) -> None:
    document = document_of(window)
    for text in ("one", "two", "three"):
        type_line(box, text)
    QTest.mouseClick(box.lines.rows[1].button, LEFT)
    assert titles(window, "before") == ["Search", "Order", "one", "three"]
    assert document.history.undo_label == "Take line back"
    QTest.mouseClick(box.lines.rows[0].button, LEFT)
    QTest.mouseClick(box.lines.rows[0].button, LEFT)
    assert titles(window, "before") == ["Search", "Order"]


def test_the_last_line_is_taken_back_by_undo(window: MainWindow, box: CaptureBox) -> None:
    type_line(box, "one")
    QTest.mouseClick(box.lines.rows[0].button, LEFT)
    assert document_of(window).history.redo_label == "Add touchpoint"


def test_a_line_that_is_too_long_stays_and_is_said(window: MainWindow, box: CaptureBox) -> None:
    box.field.setPlainText("x" * 501)
    QTest.keyClick(box.field, Key.Key_Return)
    assert len(box.field.line) == 501
    assert "501" in box.said.text()
    QTest.keyClick(box.field, Key.Key_Escape)
    assert box.field.line == ""
    assert box.isVisible()


def test_the_room_sees_where_it_went(window: MainWindow, box: CaptureBox) -> None:
    type_line(box, "Waits")
    (id,) = document_of(window).selection.ids
    assert document_of(window).journey.get(Touchpoint, id).title == "Waits"


def test_it_floats_over_the_window_and_leaves_it_usable(window: MainWindow, box: CaptureBox) -> None:
    flags = box.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert (flags & Qt.WindowType.WindowType_Mask) == Qt.WindowType.Tool
    assert not box.isModal()
    workspace_of(window).canvas.setFocus()
    keys(window, Key.Key_N, CTRL | SHIFT)
    assert window.captures.box is box


def opened(window: MainWindow) -> list[CaptureBox]:
    return [window.captures.box] if window.captures.box is not None else []


def test_esc_in_the_empty_field_closes_it_and_it_comes_back_where_it_was(window: MainWindow, box: CaptureBox) -> None:
    box.move(40, 60)
    place = box.pos()
    QTest.keyClick(box.field, Key.Key_Escape)
    assert not opened(window)
    window.captures.show_box()
    assert [again.pos() for again in opened(window)] == [place]


def test_a_map_without_stages_says_what_is_needed(window: MainWindow) -> None:
    window.files.offer(Waiting(Journey("New")))
    window.captures.show_box()
    box = window.captures.box
    assert box is not None
    assert not box.field.isEnabled()
    assert "stage and a channel" in box.said.text()
    with document_of(window).edit("Add") as edit:
        from journeymap.model.structure import Channel, Stage

        edit.add(Stage, id="s", title="Now")
        edit.add(Channel, id="c", title="Here")
    assert box.field.isEnabled()
    type_line(box, "Goes on")
    assert titles(window, "s") == ["Goes on"]


def test_a_stage_that_goes_is_no_longer_offered(window: MainWindow, box: CaptureBox) -> None:
    with document_of(window).edit("Delete") as edit:
        edit.remove("before")
    target = box.where.target
    assert target is not None
    assert target.stage == "after"
    type_line(box, "Still here")
    assert titles(window, "after")[-1] == "Still here"


def test_the_box_goes_with_its_map(window: MainWindow, box: CaptureBox) -> None:
    window.files.let_go()
    assert window.captures.box is None
    window.captures.show_box()
    assert window.captures.box is None


# -- lists


def test_one_line_that_is_pasted_is_typed(box: CaptureBox) -> None:
    paste(box, "  - Waits at home \n")
    assert box.field.line == "- Waits at home"


def test_a_list_that_is_pasted_is_shown_and_added_in_one_change(window: MainWindow, box: CaptureBox) -> None:
    document = document_of(window)
    box.where.step("stage", 1)
    paste(box, "• Waits\n• Calls\n• Rate\n• Calls\n• Leaves")
    shown = dialog(box, ListDialog)
    model = shown.model
    assert [model.wanted(row) for row in range(5)] == [True, True, False, False, True]
    assert [model.data(model.index(row, REMARK)) for row in (2, 3)] == ["on the map already", "twice"]
    assert shown.go.text() == "Add 3 lines"
    model.setData(model.index(0, TEXT), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert shown.go.text() == "Add 2 lines"
    revision = document.journey.revision
    QTest.mouseClick(shown.go, LEFT)
    assert titles(window, "after") == ["Call", "Rate", "Calls", "Leaves"]
    assert document.journey.revision == revision + 1
    assert document.history.undo_label == "Add touchpoints"
    assert len(document.selection.ids) == 2
    document.undo()
    assert titles(window, "after") == ["Call", "Rate"]


def test_ticks_by_keyboard_and_all_at_once(window: MainWindow, box: CaptureBox) -> None:
    paste(box, "Waits\nCalls")
    shown = dialog(box, ListDialog)
    QTest.keyClick(shown.table, Key.Key_Space)
    assert not shown.model.wanted(0)
    shown._tick_none()
    assert not shown.go.isEnabled()
    shown._tick_all()
    assert shown.go.text() == "Add 2 lines"
    shown.reject()
    assert titles(window, "before") == ["Search", "Order"]


def test_another_kind_is_judged_anew(window: MainWindow, box: CaptureBox) -> None:
    paste(box, "Search\nLong queue\n" + "x" * 501)
    shown = dialog(box, ListDialog)
    assert [shown.model.wanted(row) for row in range(3)] == [False, True, False]
    shown.where.choose_kind("pain")
    assert [shown.model.wanted(row) for row in range(3)] == [True, False, False]
    shown.where.choose_kind("note")
    assert [shown.model.wanted(row) for row in range(3)] == [True, True, True]
    QTest.mouseClick(shown.go, LEFT)
    assert len(document_of(window).journey.all(Note)) == 3


@pytest.fixture
def board(tmp_path: Path) -> Path:
    path = tmp_path / "board.csv"
    rows = [
        "Type,Content,Frame,Color",
        "Frame,The board,,#FFFFFF",
        "Sticky note,Waits,After,#FFF9B1",
        "Sticky note,Looks around,Before,#FFF9B1",
        "Sticky note,Somewhere else,Nowhere,#FFF9B1",
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def load(window: MainWindow, path: Path, qtbot: QtBot) -> ListDialog:
    window.captures.load(path)
    qtbot.waitUntil(lambda: window.captures.list is not None, timeout=20_000)
    return dialog(window, ListDialog)


def test_a_board_goes_into_the_stages_that_it_names(window: MainWindow, board: Path, qtbot: QtBot) -> None:
    shown = load(window, board, qtbot)
    model = shown.model
    assert shown.column.currentText() == "Content"
    assert shown.by_place.text() == "Into the stages that “Frame” names"
    assert [model.data(model.index(row, STAGE)) for row in range(4)] == ["Before", "After", "Before", "Before"]
    QTest.mouseClick(shown.go, LEFT)
    assert titles(window, "before") == ["Search", "Order", "Looks around", "Somewhere else"]
    assert titles(window, "after") == ["Call", "Rate", "Waits"]
    document_of(window).undo()
    assert len(document_of(window).journey.all(Touchpoint)) == 4


def test_the_stages_that_it_names_need_not_be_heeded(window: MainWindow, board: Path, qtbot: QtBot) -> None:
    shown = load(window, board, qtbot)
    shown.by_place.setChecked(False)
    shown.where.step("stage", 1)
    QTest.mouseClick(shown.go, LEFT)
    assert titles(window, "after") == ["Call", "Rate", "Waits", "Looks around", "Somewhere else"]


def test_another_column_can_be_chosen(window: MainWindow, board: Path, qtbot: QtBot) -> None:
    shown = load(window, board, qtbot)
    shown.column.setCurrentIndex(0)
    shown.column.activated.emit(0)
    assert shown.model.data(shown.model.index(1, TEXT)) == "Sticky note"
    shown.column.setCurrentIndex(shown.column.count() - 1)
    shown.column.activated.emit(shown.column.count() - 1)
    assert shown.model.rowCount() == 15


def test_a_file_that_is_no_list_is_said(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "board.pdf"
    path.write_bytes(b"%PDF-1.7")
    window.captures.load(path)
    qtbot.waitUntil(lambda: bool([b for b in window.findChildren(QMessageBox) if b.isVisible()]), timeout=20_000)
    assert "is not a list of notes" in dialog(window, QMessageBox).text()
    dialog(window, QMessageBox).reject()


def test_a_list_that_is_too_long_is_said(window: MainWindow, box: CaptureBox) -> None:
    paste(box, "\n".join(f"Line number {n}" for n in range(1001)))
    assert "at most 1000" in dialog(window, QMessageBox).text()
    dialog(window, QMessageBox).reject()
    assert window.captures.list is None


def test_the_menus_have_both(window: MainWindow) -> None:
    assert "import-notes" in [action.objectName() for action in window.menus["file"].actions()]
    assert "capture" in [action.objectName() for action in window.menus["workshop"].actions()]


@pytest.mark.usefixtures("marked_language")
def test_all_words_are_translated(window: MainWindow) -> None:
    window.captures.show_box()
    box = window.captures.box
    assert box is not None
    assert "⟦" in box.windowTitle()
    assert "⟦" in box.said.text()
    assert "⟦" in box.field.placeholderText()
    assert all("⟦" in button.text() for button in box.where.kinds.buttons.values())
    paste(box, "Waits\nCalls")
    shown = dialog(box, ListDialog)
    assert "⟦" in shown.go.text()
    assert "⟦" in shown.count.text()
    heads = [shown.model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert all("⟦" in head for head in heads)
