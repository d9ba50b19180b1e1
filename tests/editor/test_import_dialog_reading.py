"""The import dialog reads a file again as the user says: encoding, delimiter, header rows, sheet, layout, columns."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.import_dialog.questions_model import Column
from journeymap.model.measures import Counts, Plan
from tests.editor.survey_hand import LONG, WAIT, WIDE, Opener, account, at_rest, cell, choose, opener, write_csv


@pytest.fixture
def open_dialog(qtbot: QtBot) -> Opener:
    return opener(qtbot)


@pytest.fixture
def document(journey: Journey) -> Document:
    return Document(journey)


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "autumn.csv", WIDE)


def test_another_delimiter_and_encoding_are_read_again(
    qtbot: QtBot, document: Document, tmp_path: Path, open_dialog: Opener
) -> None:
    rows = [["Search", "Ürün"], ["9", "şeker"], ["8", "çay"], ["7", "ğ"]]
    path = write_csv(tmp_path / "tr.csv", rows, ";", "cp1254")
    dialog = open_dialog(document, path)
    choose(dialog.form.reading.encoding, "cp1251")
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.form.preview.rows.headerData(1, Qt.Orientation.Horizontal) != "Ürün"
    choose(dialog.form.reading.encoding, "cp1254")
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.form.preview.rows.headerData(1, Qt.Orientation.Horizontal) == "Ürün"
    choose(dialog.form.reading.delimiter, "|")
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.form.preview.rows.columnCount() == 1
    choose(dialog.form.reading.delimiter, None)
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.form.preview.rows.columnCount() == 2
    dialog.accept()
    plan = document.journey.all(Plan)[0]
    assert (plan.encoding, plan.delimiter) == ("cp1254", None)


def test_header_rows_and_decimal_mark_can_be_overruled(
    qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener
) -> None:
    dialog = open_dialog(document, wide)
    choose(dialog.form.reading.header_rows, 0)
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.form.preview.rows.headerData(0, Qt.Orientation.Horizontal) == "Column 1"
    assert dialog.form.shape.text() == "13 rows · 7 columns"
    choose(dialog.form.reading.decimal, ",")
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert dialog.form.reading.how.decimal == ","


def test_a_spreadsheet_offers_its_sheets(qtbot: QtBot, document: Document, tmp_path: Path, open_dialog: Opener) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Answers"
    for row in WIDE:
        sheet.append(row)
    other = book.create_sheet("More")
    for cells in (["Rate", "Segment"], ["5", "new"], ["4", "old"]):
        other.append(cells)
    book.save(tmp_path / "book.xlsx")
    dialog = open_dialog(document, tmp_path / "book.xlsx")
    assert dialog.form.reading.encoding.isHidden()
    assert not dialog.form.reading.sheet.isHidden()
    assert cell(dialog, 0, Column.TARGET) == "Search"
    choose(dialog.form.reading.sheet, "More")
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert cell(dialog, 0, Column.TARGET) == "Rate"


def test_the_long_layout_is_found_and_can_be_overruled(
    qtbot: QtBot, document: Document, tmp_path: Path, open_dialog: Opener
) -> None:
    dialog = open_dialog(document, write_csv(tmp_path / "long.csv", LONG))
    roles = dialog.form.roles
    assert roles.value("layout") == "long"
    assert (roles.value("question_column"), roles.value("value_column")) == ("touchpoint", "score")
    assert {cell(dialog, row, Column.TARGET) for row in range(2)} == {"Search", "Order"}
    assert account(dialog).startswith("80 rows · 80 answers: ")
    choose(roles.choices["layout"], "wide")
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert roles.choices["question_column"].isHidden()
    assert cell(dialog, 0, Column.QUESTION) == "score"
    choose(roles.choices["layout"], "long")
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    assert {cell(dialog, row, Column.TARGET) for row in range(2)} == {"Search", "Order"}
    dialog.accept()
    assert {counts.target for counts in document.journey.all(Counts)} == {"search", "order"}


def test_columns_for_respondent_and_segment_can_be_chosen(
    qtbot: QtBot, document: Document, wide: Path, open_dialog: Opener
) -> None:
    dialog = open_dialog(document, wide)
    assert dialog.form.roles.value("segment") == "Segment"
    choose(dialog.form.roles.choices["segment"], None)
    qtbot.waitUntil(lambda: at_rest(dialog), timeout=WAIT)
    dialog.accept()
    assert {counts.segment for counts in document.journey.all(Counts)} == {""}


def test_the_wording_of_a_question_is_its_tip(document: Document, tmp_path: Path, open_dialog: Opener) -> None:
    rows = [
        ["Q1", "Q2"],
        ["How was the search?", "Would you recommend us?"],
        ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}'],
        *[[str(i % 5 + 1), str(i % 11)] for i in range(40)],
    ]
    dialog = open_dialog(document, write_csv(tmp_path / "qualtrics.csv", rows))
    assert cell(dialog, 0, Column.QUESTION) == "Q1"
    assert "How was the search?" in str(cell(dialog, 0, Column.QUESTION, Qt.ItemDataRole.ToolTipRole))
    assert cell(dialog, 0, Column.TARGET) == "Search"
    assert cell(dialog, 0, Column.USED) == "40"
