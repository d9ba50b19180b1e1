"""Files that are no surveys, damaged or built to do harm: one sentence that names the file, and no harm."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.model.problem import Problem
from journeymap.survey.reading import Reading, Table, read_table
from tests.survey.survey_maps import workbook_of, write, zipped


def spreadsheet() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["respondent", "Delivery"], [1, 9], [2, 4]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text(cell: str, value: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>'


OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is empty"),
    "blank": (lambda: b"\n \n\n", "is empty"),
    "only separators": (lambda: b",,\n,,\n", "no cells"),
    "headings only": (lambda: b"respondent,score\n", "no answers below"),
    "noise": (lambda: bytes(range(256)) * 8, "not a text file"),
    "zero bytes": (lambda: b"a,b\n" + b"1,2\n" * 50 + b"\0" * 300, "not a text file"),
    "one zero byte": (lambda: b"a,b\n1,\x002\n3,4\n", "zero bytes"),
    "html named xlsx": (lambda: b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
    "svg": (lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', "web page"),
    "json": (lambda: b'{"journey": {}}', "JSON"),
    "pdf": (lambda: b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "png": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "PNG"),
    "spss": (lambda: b"$FL2@(#) SPSS DATA FILE" + b"\0" * 99, "SPSS"),
    "unclosed quote": (
        lambda: b"id,c,score\n" + b"1,ok,5\n" * 9 + b'2,"oops,4\n' + b"1,ok,5\n" * 5000,
        "after line 11",
    ),
    "unclosed quote near the end": (lambda: b'id,c,score\n1,ok,5\n2,"oops,4\n1,ok,5\n', "after line 3"),
    "endless cell": (lambda: b"a,b\n1," + b"x" * 200_000 + b"\n", "line 2"),
    "columns": (lambda: b",".join([b"c"] * 5000) + b"\n1\n", "5000 columns"),
    "archive": (lambda: zipped({"a.csv": "a,b\n1,2\n"}), "ZIP archive"),
    "cut archive": (lambda: spreadsheet()[:1500], "damaged"),
    "flipped archive": (lambda: spreadsheet().replace(b"\x50\x4b\x01\x02", b"\x50\x4b\x01\x03"), "damaged"),
    "bomb": (lambda: zipped({"xl/workbook.xml": "", "xl/worksheets/sheet1.xml": "a" * 50_000_000}), "50 MB"),
    "protected": (lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600, "password"),
    "broken xls": (lambda: OLE + b"\1\2\3" * 999, "damaged"),
    "two cells far apart": (
        lambda: workbook_of(f'<row r="1">{text("A1", "a")}</row><row r="1048576"><c r="XFD1048576"><v>9</v></c></row>'),
        "Save the sheet as CSV|too large",
    ),
    "a row that cannot be": (
        lambda: workbook_of(
            f'<row r="1">{text("A1", "a")}</row><row r="99999999999"><c r="A99999999999"><v>9</v></c></row>'
        ),
        "Save the sheet as CSV|too large|damaged",
    ),
    "a column that cannot be": (
        lambda: workbook_of(f'<row r="1">{text("A1", "a")}<c r="ZZZZ1"><v>9</v></c></row>'),
        "too large|damaged",
    ),
    "a text that is not there": (
        lambda: workbook_of('<row r="1"><c r="A1" t="s"><v>99</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'),
        "damaged",
    ),
    "a sheet without rows": (lambda: workbook_of(""), "no sheet|no cells"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused_in_words(tmp_path: Path, name: str) -> None:
    make, words = BAD[name]
    path = write(tmp_path, make(), "survey.xlsx")
    with pytest.raises(Problem, match=words) as caught:
        read_table(path)
    assert "“survey.xlsx”" in str(caught.value)


def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"no file “none\.csv”"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(Problem, match="not a file"):
        read_table(tmp_path)
    with pytest.raises(Problem, match="can't be read"):
        read_table(Path("a\0b.csv"))


def test_a_file_one_may_not_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a,b\n1,2\n")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Problem, match="can't be read"):
        read_table(path)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (Reading(header_rows=99), "heading rows"),
        (Reading(delimiter=";;"), "delimiter"),
        (Reading(delimiter='"'), "delimiter"),
        (Reading(decimal="x"), "decimal"),
        (Reading(header_rows=5), "no answers below"),
        (Reading(kind="xlsx"), "damaged"),
    ],
)
def test_wishes_that_cannot_be_met_are_refused(tmp_path: Path, how: Reading, words: str) -> None:
    with pytest.raises(Problem, match=words):
        read_table(write(tmp_path, "a,b\n1,2\n3,4\n"), how)


def test_a_quote_within_a_text_is_not_an_unclosed_one(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, 'id,c,score\n1,5" screen,5\n2,"two\nlines",4\n'))
    assert [row[1] for row in table.rows] == ['5" screen', "two\nlines"]


def test_a_file_is_what_it_holds_and_not_what_it_is_called(tmp_path: Path) -> None:
    assert read_table(write(tmp_path, "a,b\n1,2\n", "survey.xlsx")).reading.kind == "csv"
    assert read_table(write(tmp_path, spreadsheet(), "survey.csv")).reading.kind == "xlsx"


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(b"\n" + data)  # not by chance a spreadsheet: those start a process each
    table = table_or_words(path)
    if isinstance(table, str):
        assert "any.csv" in table
    else:
        assert table.rows
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert len(set(table.columns)) == len(table.columns)


def table_or_words(path: Path) -> Table | str:
    try:
        return read_table(path)
    except Problem as problem:
        return str(problem)
