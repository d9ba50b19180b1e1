"""The import dialog as a user drives it: read, correct, load; one edit or none."""

import gettext
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialogButtonBox, QLabel, QListView
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.import_dialog import ImportDialog
from journeymap.editor.import_dialog.questions_model import Column
from journeymap.editor.import_dialog.wave_name import period
from journeymap.language import use_translations
from journeymap.model.measures import Counts, Plan, Question, Wave
from journeymap.survey.overlay import HeatChoice
from tests.editor.survey_hand import WAIT, WIDE, Opener, account, at_rest, cell, opener, put, write_csv


@pytest.fixture
def open_dialog(qtbot: QtBot) -> Opener:
    return opener(qtbot)


@pytest.fixture
def document(journey: Journey) -> Document:
    return Document(journey)


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "autumn.csv", WIDE)


def can_load(dialog: ImportDialog) -> bool:
    return dialog.form.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_a_file_is_shown_as_it_was_read(document: Document, wide: Path, open_dialog: Opener) -> None:
    dialog = open_dialog(document, wide)
    rows = dialog.form.preview.rows
    assert (rows.rowCount(), rows.columnCount()) == (12, 7)
    assert rows.headerData(3, Qt.Orientation.Horizontal) == "Search"
    assert rows.data(rows.index(1, 6)) == "line break"
    assert len(str(rows.data(rows.index(3, 6)))) < 200
    assert rows.data(rows.index(0, 6), Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;bold&lt;/b&gt;</qt>"
    assert dialog.form.reading.encoding.combo.currentText() == "UTF-8 (detected)"
    assert dialog.form.reading.delimiter.combo.currentText() == "Comma (detected)"
    assert dialog.form.shape.text() == "12 rows · 7 columns"


def test_questions_are_matched_and_every_answer_is_accounted_for(
    document: Document, wide: Path, open_dialog: Opener
) -> None:
    dialog = open_dialog(document, wide)
    assert [cell(dialog, row, Column.QUESTION) for row in range(3)] == ["Search", "Order", "Call"]
    assert [cell(dialog, row, Column.TARGET) for row in range(3)] == ["Search", "Order", "Call"]
    assert [cell(dialog, row, Column.USED) for row in range(3)] == ["11", "9", "8"]
    assert cell(dialog, 0, Column.METRIC) == "NPS"
    assert cell(dialog, 0, Column.SCALE) == "0–10"
    assert account(dialog) == (
        "12 rows · 36 answers: 28 used, 8 dropped: 5 not answered, 2 not a number, 1 outside the scale"
    )
    assert can_load(dialog)


def test_load_makes_one_edit_that_undo_takes_back(document: Document, wide: Path, open_dialog: Opener) -> None:
    before = dict(document.journey.records)
    dialog = open_dialog(document, wide)
    with_heat = []
    document.overlay_changed.connect(lambda: with_heat.append(True))
    dialog.form.buttons.accepted.emit()
    assert dialog.result() == ImportDialog.DialogCode.Accepted
    assert document.history.undo_label == "Load survey"
    wave = document.journey.all(Wave)[0]
    assert (wave.title, wave.source, wave.rows, wave.used) == ("Sep – Oct 2026", "autumn.csv", 36, 28)
    assert {counts.target for counts in document.journey.all(Counts)} == {"search", "order", "call"}
    assert {counts.segment for counts in document.journey.all(Counts)} == {"new", "old"}
    assert document.overlay.scores["search"].n == 11
    assert with_heat
    document.undo()
    assert dict(document.journey.records) == before


def test_cancel_alters_nothing(document: Document, wide: Path, open_dialog: Opener) -> None:
    before, revision = dict(document.journey.records), document.journey.revision
    dialog = open_dialog(document, wide)
    put(dialog, 0, Column.TARGET, "after")
    dialog.reject()
    assert (dict(document.journey.records), document.journey.revision) == (before, revision)
    assert not document.modified


def test_another_target_metric_and_scale_are_counted_anew(
    qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener
) -> None:
    dialog = open_dialog(document, wide)
    assert put(dialog, 2, Column.TARGET, "after")
    assert put(dialog, 2, Column.METRIC, "ces")
    assert put(dialog, 2, Column.SCALE, (0, 3))
    assert not can_load(dialog)
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert cell(dialog, 2, Column.USED) == "6"
    assert "3 outside the scale" in account(dialog)
    assert dialog.form.matched.text() == "3 of 3 questions score something."
    dialog.accept()
    assert {(c.target, c.metric, c.scale) for c in document.journey.all(Counts)} >= {("after", "ces", (0.0, 3.0))}


def test_a_question_that_is_left_out_comes_back_as_it_was(document: Document, wide: Path, open_dialog: Opener) -> None:
    dialog = open_dialog(document, wide)
    put(dialog, 0, Column.METRIC, "csat")
    put(dialog, 0, Column.TARGET, "")
    assert cell(dialog, 0, Column.TARGET) == "— leave out —"
    assert cell(dialog, 0, Column.METRIC) == ""
    model = dialog.form.questions.questions
    assert not model.flags(model.index(0, Column.METRIC)) & Qt.ItemFlag.ItemIsEditable
    put(dialog, 0, Column.TARGET, "search")
    assert cell(dialog, 0, Column.METRIC) == "CSAT"


def test_nothing_can_be_loaded_where_every_question_is_left_out(
    document: Document, wide: Path, open_dialog: Opener
) -> None:
    dialog = open_dialog(document, wide)
    for row in range(3):
        put(dialog, row, Column.TARGET, "")
    assert not can_load(dialog)
    assert account(dialog) == "Nothing is loaded yet: choose what at least one question scores."
    dialog.accept()
    assert not document.journey.all(Wave)


def test_a_plan_that_makes_no_sense_is_told_of(
    qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener
) -> None:
    dialog = open_dialog(document, wide)
    put(dialog, 0, Column.METRIC, "csat")
    put(dialog, 0, Column.SCALE, (0, 100))
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert "can't give a CSAT" in account(dialog)
    assert not can_load(dialog)
    put(dialog, 0, Column.METRIC, "nps")
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert cell(dialog, 0, Column.SCALE) == "0–10"
    assert can_load(dialog)


def test_the_next_file_asks_nothing(
    qtbot: QtBot, document: Document, wide: Path, tmp_path: Path, open_dialog: Opener
) -> None:
    first = open_dialog(document, wide)
    put(first, 1, Column.TARGET, "rate")
    qtbot.waitUntil(lambda: at_rest(first), timeout=WAIT)
    first.accept()
    later = [[cell.replace("2026-09", "2026-12").replace("2026-10", "2026-12") for cell in row] for row in WIDE]
    second = open_dialog(document, write_csv(tmp_path / "winter.csv", later))
    assert not second.form.known.isHidden()
    assert "as last time" in second.form.known_text.text()
    targets = {cell(second, row, Column.QUESTION): cell(second, row, Column.TARGET) for row in range(3)}
    assert targets == {"Search": "Search", "Order": "Rate", "Call": "Call"}
    assert second.form.wave.name == "Dec 2026"
    second.accept()
    assert [wave.title for wave in document.journey.all(Wave)] == ["Sep – Oct 2026", "Dec 2026"]
    assert len(document.journey.all(Plan)) == 1


def test_a_plan_that_has_loaded_nothing_yet_is_not_spoken_of_as_last_time(
    document: Document, wide: Path, open_dialog: Opener
) -> None:
    question = Question(question="Search", target="search", metric="nps", scale=(0.0, 10.0))
    with document.edit("Add plan") as edit:
        edit.add(Plan, title="Brought", questions=(question,))
    dialog = open_dialog(document, wide)
    said = dialog.form.known_text.text()
    assert not dialog.form.known.isHidden()
    assert said.startswith("The map brings its own plan for this survey: 1 of 3 questions is matched.")
    put(dialog, 1, Column.TARGET, "order")
    assert dialog.form.known.isHidden()


def test_a_lone_question_that_names_nothing_is_not_matched(
    document: Document, tmp_path: Path, open_dialog: Opener
) -> None:
    dialog = open_dialog(document, write_csv(tmp_path / "lone.csv", [["This is a question."], *[["4"], ["5"]] * 9]))
    assert cell(dialog, 0, Column.QUESTION) == "This is a question."
    assert dialog.form.matched.text().startswith("No question is named like a touchpoint or stage.")
    assert not can_load(dialog)


def test_a_wave_of_the_same_name_is_replaced_after_a_warning(
    document: Document, wide: Path, open_dialog: Opener
) -> None:
    open_dialog(document, wide).accept()
    before = dict(document.journey.records)
    again = open_dialog(document, wide)
    assert "replaced" in again.form.wave.warning.text()
    again.form.wave.field.setText("Another")
    assert again.form.wave.warning.text() == ""
    again.form.wave.field.setText("Sep – Oct 2026")
    again.accept()
    assert dict(document.journey.records) == before


def test_a_wave_without_a_name_can_not_be_loaded(document: Document, wide: Path, open_dialog: Opener) -> None:
    dialog = open_dialog(document, wide)
    dialog.form.wave.field.setText("  ")
    assert not can_load(dialog)


def test_a_typed_name_is_kept(qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener) -> None:
    dialog = open_dialog(document, wide)
    dialog.form.wave.field.clear()
    QTest.keyClicks(dialog.form.wave.field, "Mine")
    put(dialog, 0, Column.TARGET, "")
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.form.wave.name == "Mine"


def test_the_map_is_heated_with_what_was_loaded(document: Document, wide: Path, open_dialog: Opener) -> None:
    document.set_heat(HeatChoice(on=False))
    open_dialog(document, wide).accept()
    assert document.heat.on
    assert document.overlay.wave_title == "Sep – Oct 2026"


def test_a_target_is_chosen_with_mouse_and_keys(
    qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener
) -> None:
    dialog = open_dialog(document, wide)
    view = dialog.form.questions
    place = view.visualRect(view.questions.index(0, Column.TARGET)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=WAIT)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    choices = popup.findChild(QListView)
    assert choices is not None
    titles = [str(choices.model().index(row, 0).data()).strip() for row in range(choices.model().rowCount())]
    assert titles == ["— leave out —", "Whole journey", "Before", "Search", "Order", "After", "Call", "Rate"]
    QTest.keyClick(choices, Qt.Key.Key_Up)
    QTest.keyClick(choices, Qt.Key.Key_Return)
    assert cell(dialog, 0, Column.TARGET) == "Before"
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)


def test_a_scale_can_be_typed(qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener) -> None:
    dialog = open_dialog(document, wide)
    put(dialog, 0, Column.METRIC, "mean")
    view = dialog.form.questions
    view.edit(view.questions.index(0, Column.SCALE))
    combo = view.findChild(QComboBox)
    assert combo is not None
    field = combo.lineEdit()
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "1-10")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(dialog, 0, Column.SCALE) == "1–10", timeout=WAIT)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)


def test_the_direction_is_turned_by_its_check_box(document: Document, wide: Path, open_dialog: Opener) -> None:
    dialog = open_dialog(document, wide)
    model = dialog.form.questions.questions
    index = model.index(0, Column.HIGH_IS_GOOD)
    assert not model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    put(dialog, 0, Column.METRIC, "mean")
    assert model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    assert model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.draft is not None
    assert dialog.draft.plan.questions[0].high_is_good is False


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), "Sep 2026"),
        (date(2026, 9, 1), date(2026, 10, 2), "Sep – Oct 2026"),
        (date(2025, 9, 1), date(2026, 9, 2), "Sep 2025 – Sep 2026"),
        (None, None, ""),
    ],
)
def test_a_wave_is_named_by_its_months(start: date | None, end: date | None, text: str) -> None:
    assert period(start, end) == text


def test_all_sentences_go_through_translation(
    marked_language: None, document: Document, wide: Path, open_dialog: Opener
) -> None:
    dialog = open_dialog(document, wide)
    of_the_file = {"autumn.csv"}
    for label in dialog.findChildren(QLabel):
        text = label.text()
        assert not text or "⟦" in text or text in of_the_file, text
    for button in dialog.findChildren(QAbstractButton):
        assert not button.text() or "⟦" in button.text(), button.text()
    header = dialog.form.questions.questions.headerData
    assert all("⟦" in str(header(column, Qt.Orientation.Horizontal)) for column in Column)
    for combo in dialog.form.reading.findChildren(QComboBox):
        assert "⟦" in combo.currentText() or combo.isHidden()


def test_it_works_from_right_to_left(
    qtbot: QtBot, document: Document, tmp_path: Path, wide: Path, open_dialog: Opener
) -> None:
    use_translations("fa", gettext.NullTranslations())
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        dialog = open_dialog(document, wide)
        view = dialog.form.questions
        first, second = (view.visualRect(view.questions.index(0, column)).x() for column in (0, 1))
        assert first > second
        assert dialog.form.reading.encoding.x() > dialog.form.reading.delimiter.x()
        assert not dialog.grab().isNull()
        dialog.accept()
        assert document.journey.all(Wave)
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_it_fits_a_small_screen(document: Document, wide: Path, open_dialog: Opener) -> None:
    dialog = open_dialog(document, wide)
    # 1366 × 768 less a task bar and the window's frame.
    assert dialog.width() <= 1366
    assert dialog.height() <= 768 - 68
    assert dialog.minimumSizeHint().height() <= 600
