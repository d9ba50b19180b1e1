"""Text files with separators: which separator, which rows are headings, and what is read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model.problem import Problem
from journeymap.survey.reading import Reading, Table, read_table
from journeymap.survey.reading_csv import DELIMITERS, guess_delimiter, rows_of
from journeymap.survey.task import Cancelled
from tests.survey.survey_maps import write

IMPORT_ID = '"{""ImportId"":""%s""}"'


def read(folder: Path, text: str, **how: object) -> Table:
    return read_table(write(folder, text), Reading(**how))  # type: ignore[arg-type] # any field of a Reading


@pytest.mark.parametrize("sign", DELIMITERS)
def test_the_delimiter_is_found_in_spite_of_others_in_the_texts(tmp_path: Path, sign: str) -> None:
    lines = [("id", "comment, or; not", "score"), ("1", "slow, late; rude | never\tagain", "3"), ("2", "", "9")]
    text = "\n".join(sign.join(f'"{cell}"' for cell in line) for line in lines)
    table = read(tmp_path, text)
    assert table.reading.delimiter == sign
    assert table.columns == ("id", "comment, or; not", "score")
    assert table.rows[0] == lines[1]


def test_decimal_commas_between_semicolons_are_no_delimiter(tmp_path: Path) -> None:
    table = read(tmp_path, "id;Delivery;Payment\n1;4,5;3,5\n2;2,5;1,0\n")
    assert (table.reading.delimiter, table.reading.decimal) == (";", ",")
    assert table.rows[0] == ("1", "4,5", "3,5")


def test_one_column_stays_one_column(tmp_path: Path) -> None:
    assert read(tmp_path, "score\n9\n8\n").columns == ("score",)
    assert read(tmp_path, "score\n4,5\n3,5\n").rows == [("4,5",), ("3,5",)]


def test_a_line_that_names_the_delimiter_is_heeded_and_left_out(tmp_path: Path) -> None:
    table = read(tmp_path, "sep=|\r\na,x|b\r\n1|2\r\n")
    assert (table.columns, table.rows, table.reading.delimiter) == (("a,x", "b"), [("1", "2")], "|")


def test_the_delimiter_can_be_overruled(tmp_path: Path) -> None:
    assert read(tmp_path, "a,b;c\n1,2;3\n", delimiter=";").columns == ("a,b", "c")


def test_line_breaks_in_cells_and_lone_carriage_returns_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, 'id,c\n1,"a\nb"\n\n2,c\n').rows == [("1", "a\nb"), ("2", "c")]
    assert read(tmp_path, "a;b\r1;2\r3;4\r").rows == [("1", "2"), ("3", "4")]


def test_ragged_rows_are_made_even_and_told_of(tmp_path: Path) -> None:
    table = read(tmp_path, "a,b,c\n1,2\n1,2,3,4\n5,6,7,\n")
    assert table.columns == ("a", "b", "c", "Column 4")
    assert table.rows == [("1", "2", "", ""), ("1", "2", "3", "4"), ("5", "6", "7", "")]
    assert any("fewer cells" in note for note in table.notes)


def test_a_trailing_delimiter_makes_no_column(tmp_path: Path) -> None:
    table = read(tmp_path, "a,b,\n1,2,\n")
    assert (table.columns, table.rows) == (("a", "b"), [("1", "2")])


def test_equal_headings_are_told_apart(tmp_path: Path) -> None:
    table = read(tmp_path, "Score,Score,Score (2),\n1,2,3,4\n")
    assert table.columns == ("Score", "Score (3)", "Score (2)", "Column 4")
    assert any("same heading" in note for note in table.notes)


def test_empty_rows_with_delimiters_are_kept_for_the_account(tmp_path: Path) -> None:
    assert len(read(tmp_path, "a,b\n1,2\n,\n,\n").rows) == 3


@pytest.mark.parametrize("rows", [0, 1, 2, 3])
def test_the_number_of_heading_rows_can_be_overruled(tmp_path: Path, rows: int) -> None:
    table = read(tmp_path, "a,b\nc,d\ne,f\n1,2\n3,4\n", header_rows=rows)
    assert (table.reading.header_rows, len(table.rows)) == (rows, 5 - rows)


def test_a_file_without_headings_is_known(tmp_path: Path) -> None:
    table = read(tmp_path, "Waits on the day,3\nWaits on the day,5\nFirst wash,9\n")
    assert table.reading.header_rows == 0
    assert table.columns == ("Column 1", "Column 2")
    assert len(table.rows) == 3


def test_numbers_of_questions_are_headings(tmp_path: Path) -> None:
    table = read(tmp_path, "id,1,2,3\n7,5,4,3\n8,1,2,3\n")
    assert (table.reading.header_rows, table.columns) == (1, ("id", "1", "2", "3"))


def test_an_answer_that_is_no_number_is_no_heading(tmp_path: Path) -> None:
    table = read(tmp_path, "id,Delivery,Payment\n1,n/a,n/a\n2,5,3\n3,4,2\n")
    assert (table.reading.header_rows, len(table.rows)) == (1, 3)


def test_numbered_questions_are_headings(tmp_path: Path) -> None:
    table = read(tmp_path, "1. How was it?,2. Would you recommend us?\n5,9\n4,10\n")
    assert table.reading.header_rows == 1


def test_titles_above_the_headings_are_skipped(tmp_path: Path) -> None:
    table = read(tmp_path, "Survey results Q3,,\n,,\nid,Delivery,Segment\n1,5,A\n2,3,B\n")
    assert (table.columns, len(table.rows)) == (("id", "Delivery", "Segment"), 2)
    assert any("skipped" in note for note in table.notes)


def test_qualtrics_has_three_heading_rows(tmp_path: Path) -> None:
    ids = ",".join(IMPORT_ID % name for name in ("startDate", "status", "QID1"))
    table = read(
        tmp_path, f'StartDate,Status,Q1\nAnfangsdatum,Antworttyp,"How was\nthe delivery?"\n{ids}\n2026-07-18,0,9\n'
    )
    assert (table.reading.header_rows, table.origin) == (3, "qualtrics")
    assert table.columns == ("StartDate", "Status", "Q1")
    assert table.labels[2] == "How was the delivery?"
    assert "QID1" in table.aliases[2]
    assert table.rows == [("2026-07-18", "0", "9")]


def test_qualtrics_without_the_row_of_ids_is_known_as_well(tmp_path: Path) -> None:
    heads = "StartDate,Finished,RecordedDate,ResponseId,Q1\nAnfang,Beendet,Erfasst,Antwort-ID,Wie war die Lieferung?\n"
    table = read(tmp_path, heads + "2026-07-18 08:00:00,1,2026-07-18 08:05:00,R_1,9\n")
    assert (table.reading.header_rows, table.origin, table.labels[4]) == (2, "qualtrics", "Wie war die Lieferung?")


def test_legacy_qualtrics_has_two_heading_rows(tmp_path: Path) -> None:
    text = "V1,V7,V8,V10,Q1,\nResponseID,Status,StartDate,Finished,How was it?,\nR_1,0,2017-07-18 08:28:09,1,2,\n"
    table = read(tmp_path, "\ufeff" + text)
    assert (table.reading.header_rows, table.columns[-1], table.labels[-1]) == (2, "Q1", "How was it?")


def test_surveymonkey_writes_parts_of_questions_in_a_second_row(tmp_path: Path) -> None:
    head = "Respondent ID,Collector ID,Rate these,,Why?\n,,Delivery,Payment,Open-Ended Response\n"
    table = read(tmp_path, head + "11,22,5,4,slow\n12,22,3,2,\n")
    assert (table.reading.header_rows, table.origin) == (2, "surveymonkey")
    assert table.columns == ("Respondent ID", "Collector ID", "Rate these [Delivery]", "Rate these [Payment]", "Why?")
    assert len(table.rows) == 2


def test_long_headings_are_cut_and_known_by_all_of_their_text(tmp_path: Path) -> None:
    table = read(tmp_path, f"id,{'word ' * 200}end\n1,5\n")
    assert len(table.columns[1]) <= 500
    assert table.columns[1].endswith("…")
    assert table.aliases[1][0].endswith("word end")


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = write(tmp_path, "a,b\n" + "1,2\n" * 20_000)
    heard: list[float] = []
    read_table(path, progress=heard.append)
    assert heard == sorted(heard)
    assert (heard[0], heard[-1]) == (0.0, 1.0)
    with pytest.raises(Cancelled):
        read_table(path, cancelled=lambda: True)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n\x1a"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from(DELIMITERS))
def test_what_is_written_is_read(rows: list[list[str]], sign: str) -> None:
    lines = [sign.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    found, _ = rows_of("\n".join(lines), "survey.csv", sign)
    assert found == [tuple(row) for row in rows]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    assert guess_delimiter(text) in DELIMITERS
    assert all(rows_or_none(text))


def rows_or_none(text: str) -> list[tuple[str, ...]]:
    try:
        return rows_of(text, "survey.csv")[0]
    except Problem:
        return []
