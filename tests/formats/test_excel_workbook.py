"""The workbook as a whole: only text where the user gave text, equal bytes for equal maps, readable for others."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from journeymap import Journey
from journeymap.formats.excel import write_excel
from journeymap.formats.excel.safe import TEXT_LIMIT, utf16_length
from journeymap.model.content import Lane, LaneCell
from journeymap.model.findings import Action, Evidence, MomentOfTruth, PainPoint
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Channel, Link, Senses, Stage, Touchpoint
from journeymap.survey.score import NO_OVERLAY, Overlay
from journeymap.survey.task import Cancelled
from tests.formats.excel_hand import cells, export, opened, washing_machine

PAYLOADS = [
    "=1+2",
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    "#N/A",
    "1e5",
    "TRUE",
    "_x0041_",
    "<b>&amp;",
]


def everywhere(text: str) -> Journey:
    """A map whose every text is this one."""
    journey = Journey(text)
    with journey.edit("Fill") as edit:
        edit.update("journey", client=text, period=text, drawn=text, author=text, scope=text)
        edit.add(Stage, id="s", title=text, goal=text, company_goal=text, note=text, tags=(text,))
        edit.add(Channel, id="c", title=text)
        texts = dict.fromkeys(("does", "thinks", "expects", "physical_evidence", "front_stage", "back_stage"), text)
        senses = Senses(sight=text, sound=text, smell=text, touch=text, taste=text)
        for id in "ab":
            lines = {"owner": text, "tags": (text,), "senses": senses, "systems": text, "process": text}
            edit.add(Touchpoint, id=id, title=text, stage="s", channel="c", **texts, **lines)
        edit.add(Link, source="a", target="b", label=text)
        evidence = Evidence(quote=text, date=text, link=text)
        edit.add(PainPoint, title=text, on=("a",), own_category=text, evidence=(evidence,))
        edit.add(MomentOfTruth, title=text, on="a", why=text)
        edit.add(Action, title=text, answers=("a",), owner=text, cost=text)
        edit.add(Persona, id="p", title=text, line=text, goals=text, quote=text, segment=text, path=("a", "b"))
        edit.add(Emotion, persona="p", touchpoint="a", value=1.0, note=text)
        edit.add(Lane, id="lane", title=text)
        edit.add(LaneCell, lane="lane", stage="s", text=text)
    return journey


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_that_looks_like_a_formula_stays_text(payload: str) -> None:
    overlay = Overlay(notes=(payload,), source=payload)
    data = write_excel(everywhere(payload), overlay)
    found = [cell for cell in cells(opened(data)) if payload.strip() in str(cell.value).replace("_x005F_", "_")]
    assert len(found) > 50
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.hyperlink is None for cell in found)
    for name, xml in parts(data).items():
        assert "<f>" not in xml, name
        assert "hyperlink" not in xml, name


@pytest.mark.parametrize("payload", ["=1+2", "+1", "-1", "@SUM(A1)", "＝1"])
def test_it_stays_text_when_somebody_edits_the_cell(payload: str) -> None:
    for cell in cells(opened(write_excel(everywhere(payload), NO_OVERLAY))):
        assert cell.quotePrefix == str(cell.value).startswith(payload[0]), cell.coordinate


@settings(max_examples=40)  # a whole workbook each
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_can_be_exported_and_read_again(text: str) -> None:
    journey = Journey()
    with journey.edit("Fill") as edit:
        edit.add(Stage, id="s", title="Stage", note=text)
        edit.add(Channel, id="c")
        edit.add(Touchpoint, id="t", title=text, stage="s", channel="c", does=text)
    touchpoint = journey.get(Touchpoint, "t")
    data = write_excel(journey, NO_OVERLAY)
    row = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Touchpoints").to_python()[1]
    assert row[1] == touchpoint.title
    read = opened(data)["Touchpoints"]
    assert unescape(str(read["B2"].value or "")) == touchpoint.title


@pytest.mark.parametrize("language", ["en", "fa"])
def test_another_reader_finds_the_same_sheets_and_tables(language: str) -> None:
    data = export(washing_machine(language))
    other = CalamineWorkbook.from_filelike(io.BytesIO(data), load_tables=True)
    workbook = opened(data)
    assert other.sheet_names == workbook.sheetnames
    assert set(other.table_names or ()) == {name for sheet in workbook.worksheets for name in sheet.tables}
    actions = other.get_sheet_by_name("Actions").to_python()
    assert actions[1][actions[0].index("Due")] == date(2027, 3, 1)


def test_the_same_map_gives_the_same_bytes() -> None:
    assert export(washing_machine()) == export(washing_machine())


def test_the_same_map_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import sys; from tests.formats.excel_hand import *; sys.stdout.buffer.write(export(washing_machine('fa')))"
    )
    found = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, check=True)
        found.add(done.stdout)
    assert found == {export(washing_machine("fa"))}


def test_no_clock_and_no_machine_is_written() -> None:
    data = export(washing_machine())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    properties = opened(data).properties
    assert properties.created == properties.modified
    assert (properties.title, properties.creator) == ("Buying a washing machine", "Journeymap")


def test_texts_that_are_too_long_are_cut_and_counted() -> None:
    journey = washing_machine()
    quote = Evidence(quote="q" * 19_000)
    with journey.edit("Prove") as edit:
        edit.update("p1", evidence=(quote, quote))
    workbook = opened(export(journey))
    (evidence,) = [cell.value for cell in cells(workbook) if str(cell.value).startswith("Other · “qqq")]
    assert utf16_length(evidence) == TEXT_LIMIT
    assert evidence.endswith("…")
    assert any(cell.value == "1 text was too long for Excel and was cut." for cell in cells(workbook))


def test_every_word_of_ours_goes_through_translation(marked_language: None) -> None:
    journey = Journey()
    with journey.edit("Fill") as edit:
        for id in "st":
            edit.add(Stage, id=id)
        edit.add(Channel, id="c")
        edit.add(Touchpoint, id="a", stage="s", channel="c")
        edit.add(PainPoint, on=("a",), category="price", frequency="rare", evidence=(Evidence(),))
        edit.add(MomentOfTruth, on="a")
        edit.add(Action, answers=("a",))
    workbook = opened(write_excel(journey, NO_OVERLAY))
    ids = {record.id for record in journey.records.values()}
    ours = {str(cell.value) for cell in cells(workbook) if cell.data_type == "s"} - ids
    assert [text for text in ours if "⟦" not in text] == []
    assert [name for name in workbook.sheetnames if "⟦" not in name] == []


def test_translated_sheet_names_are_made_safe() -> None:
    import gettext

    from journeymap.language import use_translations

    class Long(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return f"A/B: {'long name ' * 9}"

    use_translations("en", Long())
    names = opened(write_excel(Journey(), NO_OVERLAY)).sheetnames
    assert all(len(name) <= 31 for name in names)
    assert len(set(names)) == len(names) == 9


def test_the_work_tells_how_far_it_is_and_can_be_stopped() -> None:
    heard: list[float] = []
    export(washing_machine(), progress=heard.append)
    assert heard == sorted(heard)
    assert (heard[0], heard[-1]) == (0.0, 1.0)
    for patience in (0, 1, 5, 15):
        with pytest.raises(Cancelled):
            export(washing_machine(), cancelled=_after(patience))


def _after(calls: int) -> Callable[[], bool]:
    asked: list[Any] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > calls

    return cancelled


def test_fonts_have_names() -> None:
    styles = parts(export(washing_machine()))["xl/styles.xml"]
    fonts = styles[styles.index("<fonts") : styles.index("</fonts>")]
    assert fonts.count("<font>") == fonts.count("<name val=")
