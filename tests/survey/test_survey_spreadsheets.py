"""Spreadsheets, through the child process."""

import datetime
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from journeymap.model.problem import Problem
from journeymap.survey import reading_xlsx
from journeymap.survey.reading import Reading, read_table
from journeymap.survey.task import Cancelled
from tests.survey.survey_maps import workbook_of, write

MOMENT = datetime.datetime(2026, 7, 18, 9, 5)  # noqa: DTZ001 - spreadsheets know no time zones


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A title page, a hidden sheet, the answers, other answers and an empty sheet."""
    made = openpyxl.Workbook()
    sheet: Any = made.active
    sheet.title = "About"
    sheet["A1"] = "Survey of autumn"
    hidden = made.create_sheet("Lists")
    hidden.sheet_state = "hidden"
    hidden.append(["x", "y"])
    hidden.append([1, 2])
    answers = made.create_sheet("Data")
    answers.append(["respondent", "Delivery", "when", "ok", "share", "comment"])
    answers.append([1, 9.0, MOMENT, True, 0.1 + 0.2, "=not a formula"])
    answers.append([2, 4.5, datetime.date(2026, 7, 19), False, 12345678, "Hayır, çok yavaş"])
    answers.append([None, None])
    answers["F2"].data_type = "s"
    other = made.create_sheet("Spring")
    other.append(["respondent", "Delivery"])
    other.append([7, 1])
    made.create_sheet("Empty")
    path = tmp_path / "survey.xlsx"
    made.save(path)
    return path


def test_the_first_visible_sheet_with_answers_is_read(book: Path) -> None:
    table = read_table(book)
    assert table.sheets == ("About", "Lists", "Data", "Spring", "Empty")
    assert table.reading == Reading("xlsx", None, None, 1, ".", "Data")
    assert any("“Data”" in note for note in table.notes)


def test_cells_come_as_people_write_them(book: Path) -> None:
    rows = read_table(book).rows
    assert rows[0] == ("1", "9", "2026-07-18 09:05:00", "TRUE", "0.3", "=not a formula")
    assert rows[1] == ("2", "4.5", "2026-07-19", "FALSE", "12345678", "Hayır, çok yavaş")
    assert len(rows) == 2


def test_another_sheet_can_be_asked_for(book: Path) -> None:
    assert read_table(book, Reading(sheet="Spring")).rows == [("7", "1")]
    assert read_table(book, Reading(sheet="Lists")).rows == [("1", "2")]
    with pytest.raises(Problem, match=r"no sheet “Winter”.*“Data”"):
        read_table(book, Reading(sheet="Winter"))
    with pytest.raises(Problem, match=r"no cells|no sheet"):
        read_table(book, Reading(sheet="Empty"))


def test_a_declared_size_is_not_believed(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>9</v></c></row>'
    path = write(tmp_path, workbook_of(rows, "A1:XFD1048576"), "survey.xlsx")
    assert read_table(path).rows == [("9",)]


def test_reading_can_be_stopped(book: Path) -> None:
    with pytest.raises(Cancelled):
        read_table(book, cancelled=lambda: True)


def test_a_child_that_takes_too_long_is_ended(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_xlsx, "_command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(reading_xlsx, "_SECONDS", 0.1)
    with pytest.raises(Problem, match="took more than"):
        read_table(book)


@pytest.mark.parametrize(
    ("child", "words"),
    [
        ("import os; os.abort()", "more memory or time"),
        ("pass", "more memory or time"),
        ("print('Traceback')", "damaged"),
        ("print('[1]')", "damaged"),
        ('print(\'{"sheets": ["a"], "sheet": "a"}\\n["a"]\\n["1"]\')', "damaged"),
        ('print(\'{"sheets": ["a"], "sheet": "a"}\\n["a"]\\n["1"]\\n{"rows": 9}\')', "damaged"),
        ('print(\'{"sheets": ["a"], "sheet": "a"}\\n["a"]\\n{"error": "damaged"}\')', "damaged"),
    ],
)
def test_a_child_that_dies_or_talks_nonsense_is_a_sentence(
    book: Path, monkeypatch: pytest.MonkeyPatch, child: str, words: str
) -> None:
    monkeypatch.setattr(
        reading_xlsx, "_command", lambda: [sys.executable, "-c", "import sys; sys.stdin.read(); " + child]
    )
    with pytest.raises(Problem, match=words):
        read_table(book)


def test_the_child_needs_only_the_path_it_is_told(book: Path, tmp_path: Path) -> None:
    """Also where the package is on PYTHONPATH alone, from another folder with modules that stand in the way."""
    (tmp_path / "numbers.py").write_text("raise RuntimeError('not this one')")
    root = Path(reading_xlsx.__file__).parents[2]
    code = (
        "from pathlib import Path; from journeymap.survey.reading import read_table; "
        f"print(read_table(Path({str(book)!r})).reading.sheet)"
    )
    environment = {"PYTHONPATH": str(root), "PATH": "/usr/bin:/bin"}
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "..", env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "Data"


def test_a_packaged_program_hands_the_work_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reading_xlsx._command() == [sys.executable, "--import-worker"]
