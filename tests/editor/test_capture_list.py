"""Lists from whiteboards and spreadsheets: what is a text, what is not, and what is proposed to be added."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap import Journey
from journeymap.editor.capture.columns import Columns, find_columns, is_heading, is_skipped, is_text
from journeymap.editor.capture.sticky_list import LIMIT, StickyLine, doubts, lines_of, stages_named
from journeymap.editor.capture.table_text import Cells, cells_of_file, cells_of_text
from journeymap.model.problem import Problem

BOARD = """Type,Content,Frame,Color,Author,ID,X,Y
Frame,Delivery workshop,,#FFFFFF,Ann Lee,3458764512345678901,0,0
Sticky note,Courier calls at the door,After,#FFF9B1,Ann Lee,3458764512345678902,120,40
Sticky note,"Neighbour takes it,
nobody knows",After,#FFF9B1,Bo Tan,3458764512345678903,260,40
Connector,,,#000000,,3458764512345678906,0,0
Text,Asks a friend,Before,#000000,Bo Tan,3458764512345678907,10,10
Sticky note,Courier calls at the door,Before,#FFF9B1,Bo Tan,3458764512345678908,10,10
"""
MURAL = """ID;Sticky Note;Color;Area;Position X;Position Y;Created by
a81bc81b-dead-4e5d-abff-90865d1e13b1;Waits for the courier;light_yellow;Before;100;200;ann@example.org
b81bc81b-dead-4e5d-abff-90865d1e13b2;No slot;light_yellow;Before;110;200;bo@example.org
c81bc81b-dead-4e5d-abff-90865d1e13b3;Pays;light_blue;After;120;200;bo@example.org
"""


def texts(cells: Cells, columns: Columns | None = None) -> list[str]:
    return [line.text for line in lines_of(cells, columns or find_columns(cells.names, cells.body))]


# -- what was pasted


def test_lines_lose_their_bullets() -> None:
    cells = cells_of_text("• Waits\n\n- Calls again\n  * Gives up\n[ ] Writes\nPlain")
    assert texts(cells) == ["Waits", "Calls again", "Gives up", "Writes", "Plain"]


def test_numbers_go_where_every_line_has_one() -> None:
    assert texts(cells_of_text("1. Waits\n2) Calls\n(3) Pays")) == ["Waits", "Calls", "Pays"]
    assert texts(cells_of_text("2. floor\nWaits")) == ["2. floor", "Waits"]


def test_sentences_with_commas_stay_whole() -> None:
    lines = ["Waits, calls, pays", "Reads, asks, compares", "Opens, closes, opens"]
    assert texts(cells_of_text("\n".join(lines))) == lines


def test_a_first_line_that_could_be_a_note_is_one() -> None:
    assert texts(cells_of_text("Message\nCall\nVisit")) == ["Message", "Call", "Visit"]
    assert texts(cells_of_text("Sticky notes\nCall\nVisit")) == ["Call", "Visit"]


def test_cells_between_tabs() -> None:
    cells = cells_of_text('Type\tText\nSticky note\tWaits\nSticky note\t"Calls\nagain"\nFrame\tBoard')
    assert cells.names == ("Type", "Text")
    assert texts(cells) == ["Waits", "Calls\nagain", "Board"]


def test_cells_without_headings_are_all_notes() -> None:
    cells = cells_of_text("Waits\tCalls\tPays\nReads\t\tAsks\n\tOpens\t")
    assert find_columns(cells.names, cells.body) == Columns(None)
    assert texts(cells) == ["Waits", "Calls", "Pays", "Reads", "Asks", "Opens"]


def test_without_headings_colours_and_ids_are_no_notes() -> None:
    cells = cells_of_text(
        "\n".join(f"345876451234567890{n}\t#FFF9B1\tyellow\tSays this and that {n}" for n in range(6))
    )
    assert find_columns(cells.names, cells.body).text == 3


def test_a_csv_with_headings_may_be_pasted() -> None:
    assert texts(cells_of_text(BOARD))[1] == "Courier calls at the door"


# -- columns


def test_the_texts_of_a_board_are_found() -> None:
    cells = cells_of_text(BOARD)
    assert find_columns(cells.names, cells.body) == Columns(text=1, type=0, place=2)
    assert lines_of(cells, Columns(1, 0, 2))[2] == StickyLine(
        "Neighbour takes it,\nnobody knows", "Sticky note", "After"
    )


def test_the_texts_are_found_by_what_stands_in_the_column() -> None:
    cells = cells_of_text(BOARD.replace("Content", "Whatever"))
    assert find_columns(cells.names, cells.body).text == 1


def test_other_headings_and_separators(tmp_path: Path) -> None:
    path = tmp_path / "mural.csv"
    path.write_text(MURAL, encoding="utf-8")
    cells = cells_of_file(path)
    assert find_columns(cells.names, cells.body) == Columns(text=1, place=3)
    assert texts(cells) == ["Waits for the courier", "No slot", "Pays"]


@pytest.mark.parametrize(
    "name", ["Text", "Sticky Note", "İçerik", "Текст", "متن", "Haftnotiz", "Contenu", "plain_text"]
)
def test_headings_are_known_in_many_languages(name: str) -> None:
    assert is_heading((name, "other"))


@pytest.mark.parametrize(
    "cell",
    [
        "#FFF9B1",
        "fff9b1ff",
        "3458764512345678901",
        "https://example.com/a",
        "ann@example.org",
        "2026-01-02 10:00",
        "a81bc81b-dead-4e5d-abff-90865d1e13b1",
        "uXjVNk3p9xY12",
        "12.5",
        "TRUE",
        "",
        "-",
    ],
)
def test_what_nobody_wrote_is_no_text(cell: str) -> None:
    assert not is_text(cell)


@pytest.mark.parametrize("cell", ["Waits", "Bekliyor", "ждёт", "منتظر می‌ماند", "等待", "No. 5", "OK", "24/7 help"])
def test_what_somebody_wrote_is(cell: str) -> None:
    assert is_text(cell)


@pytest.mark.parametrize(
    ("type", "skipped"), [("frame", True), ("Connector", True), ("image_item", True), ("Рамка", True)]
)
def test_frames_are_skipped(type: str, skipped: bool) -> None:
    assert is_skipped(type) == skipped


@pytest.mark.parametrize("type", ["sticky_note", "Sticky note", "Card", "Text", "shape", "Стикер"])
def test_notes_are_not(type: str) -> None:
    assert not is_skipped(type)


# -- what is proposed


def test_what_speaks_against_a_line(journey: Journey) -> None:
    lines = [
        StickyLine("Waits"),
        StickyLine("waits "),
        StickyLine("SEARCH"),
        StickyLine("Board", "Frame"),
        StickyLine("x" * 501),
        StickyLine("x" * 500),
    ]
    assert doubts(journey, lines, "touchpoint") == ["", "twice", "on the map already", "Frame: no note", "too long", ""]
    assert doubts(journey, lines, "note")[2:] == ["", "Frame: no note", "", ""]
    assert doubts(journey, [StickyLine("Long queue")], "pain") == ["on the map already"]


def test_places_name_stages(journey: Journey) -> None:
    lines = [StickyLine("a", place="before"), StickyLine("b", place="Elsewhere"), StickyLine("c")]
    assert stages_named(journey, lines) == {"before": "before"}


def test_too_many_lines_are_refused() -> None:
    assert len(texts(cells_of_text("\n".join(f"Line number {n}" for n in range(LIMIT))))) == LIMIT
    with pytest.raises(Problem, match=r"has 1001 lines"):
        texts(cells_of_text("\n".join(f"Line number {n}" for n in range(LIMIT + 1))))


# -- files


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes("Bekliyor, arıyor\r\nÖdüyor\r\n".encode("cp1254"))
    assert texts(cells_of_file(path)) == ["Bekliyor, arıyor", "Ödüyor"]


def test_a_file_of_one_line(tmp_path: Path) -> None:
    for name in ("one.txt", "one.csv"):
        (tmp_path / name).write_text("Waits for the courier", encoding="utf-8")
        assert texts(cells_of_file(tmp_path / name)) == ["Waits for the courier"]


def test_a_workbook(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.create_sheet("Board", 0)
    for row in (["Type", "Text"], ["Sticky note", "Waits"], ["Sticky note", "=1+1"]):
        sheet.append(row)
    path = tmp_path / "board.xlsx"
    book.save(path)
    assert texts(cells_of_file(path))[0] == "Waits"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("gone.csv", None, "can't be read"),
        ("empty.csv", b" \n", "is empty"),
        ("board.pdf", b"%PDF-1.7 and so on", "is not a list of notes"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "is not a list of notes"),
        ("noise.txt", bytes(range(32)) * 40, "is not a list of notes"),
        ("huge.txt", b"x" * 20_000_001, "a list of notes has at most 20 MB"),
    ],
)
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, name: str, data: bytes | None, said: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(Problem) as problem:
        cells_of_file(path)
    sentence = problem.value.message.format(**problem.value.params)
    assert said in sentence
    assert name in sentence
    assert "survey" not in sentence


@given(st.text(alphabet=st.sampled_from('ab,;\t"\n|• 1.#'), max_size=200))
def test_any_text_can_be_pasted(text: str) -> None:
    cells = cells_of_text(text)
    assert len({len(row) for row in cells.rows}) <= 1
    lines = texts(cells)
    assert all(line.strip() for line in lines)


words = st.text(st.sampled_from("abcдğш"), min_size=2, max_size=9)


@given(st.lists(st.tuples(words, st.sampled_from([" ", ", ", "; ", "'", " | "]), words).map("".join), min_size=1))
def test_no_line_of_words_is_lost(lines: list[str]) -> None:
    assert texts(cells_of_text("\n".join(lines))) == lines
