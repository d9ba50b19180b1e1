"""The tables: real Excel tables with types, filters and colour scales, one row an element."""

from datetime import date, datetime, time

import pytest
from openpyxl.utils import get_column_letter

from journeymap import Journey
from journeymap.formats.excel import write_excel
from journeymap.model.measures import Counts, Metric, Wave
from journeymap.model.structure import Stage
from journeymap.survey.overlay import all_scores, make_overlay
from journeymap.survey.score import NO_OVERLAY, Thresholds
from journeymap.words import METRICS
from tests.formats.excel_hand import CARDS, export, opened, row_of, rows, washing_machine

SHEETS = [
    "Map",
    "Stages",
    "Touchpoints",
    "Links",
    "Pain points",
    "Moments of truth",
    "Actions",
    "Personas",
    "Emotions",
    "Scores",
]

DUE = datetime.combine(date(2027, 3, 1), time())


@pytest.mark.parametrize("journey", [washing_machine(), Journey()], ids=["full", "empty"])
def test_each_sheet_is_one_table_whose_columns_are_its_headings(journey: Journey) -> None:
    workbook = opened(export(journey))
    assert workbook.sheetnames == [name for name in SHEETS if name != "Emotions" or len(journey) > 1]
    names = []
    for sheet in workbook.worksheets[1:]:
        (table,) = sheet.tables.values()
        names.append(table.displayName)
        assert table.displayName == table.name
        assert table.displayName.isidentifier()
        last = get_column_letter(sheet.max_column)
        assert table.ref == f"A1:{last}{max(2, sheet.max_row)}"
        assert table.autoFilter.ref == table.ref
        assert table.tableStyleInfo.showRowStripes
        headings = [cell.value for cell in sheet[1]]
        assert headings == [column.name for column in table.tableColumns]
        assert len({str(heading).casefold() for heading in headings}) == len(headings)
        assert sheet.freeze_panes == "C2"
        assert (sheet.print_title_cols, sheet.print_title_rows) == ("$A:$B", "$1:$1")
        assert not sheet.merged_cells.ranges
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert headings[-1] == "Id"
        assert sheet.column_dimensions[last].hidden
    assert len(set(names)) == len(names)


def test_every_element_has_its_row_in_the_order_of_the_map() -> None:
    journey = washing_machine()
    workbook = opened(export(journey))
    assert [row["Id"] for row in rows(workbook, "Stages")] == ["aware", "buy", "deliver"]
    assert [row["Id"] for row in rows(workbook, "Touchpoints")] == [
        "ad",
        "reviews",
        "store",
        "pays",
        "asks",
        "waits",
        "waits-too",
    ]
    assert [row["No."] for row in rows(workbook, "Touchpoints")] == list(range(1, len(CARDS) + 1))
    for sheet, ids in (("Links", "l1 l2"), ("Pain points", "p1 p2 p3"), ("Actions", "a1 a2"), ("Emotions", "e1 e2")):
        assert [row["Id"] for row in rows(workbook, sheet)] == ids.split()


def test_values_have_their_types() -> None:
    workbook = opened(export(washing_machine()))
    ad = row_of(workbook, "Touchpoints", "ad")
    assert ad["Share of customers"] == 0.25
    assert ad["Customer does"] == "Looks\naround"
    assert ad["Experience level (1–6)"] == 2
    assert ad["Leads to"] == "Reads reviews"
    assert ad["Tags"] == "first, paid"
    assert (ad["Stage"], ad["Channel"], ad["Channel type"]) == ("Awareness", "Website", "Digital")
    action = row_of(workbook, "Actions", "a1")
    assert action["Due"] == DUE
    assert (action["Effort (1–5)"], action["Impact (1–5)"], action["Expected gain"]) == (2, None, 5)
    assert (action["Answers"], action["Stage"], action["Status"]) == ("No slot", "Purchase", "Idea")
    formats = {cell.value: cell.number_format for row in workbook["Actions"].iter_rows() for cell in row}
    assert formats[DUE] == "yyyy-mm-dd"
    assert formats[-2.5].startswith("+0.0;")
    assert {cell.number_format for cell in workbook["Links"]["H"][1:]} == {"0%"}
    pain = row_of(workbook, "Pain points", "p1")
    assert pain["Evidence"] == "Interview · 2026-09-12 · “Nobody came.” · https://example.com"
    assert (pain["Severity (1–5)"], pain["Category"], pain["Answered by"]) == (4, "Long wait", "Show slots")
    assert row_of(workbook, "Pain points", "p2")["Where"] == "Pays and picks a slot; Purchase"
    assert row_of(workbook, "Pain points", "p3")["Where"] == "Sees video ad → Reads reviews"
    stage = row_of(workbook, "Stages", "buy")
    assert (stage["Touchpoints"], stage["Pain points"], stage["Worst severity"]) == (2, 2, 4)
    assert row_of(workbook, "Personas", "anna")["Path"] == "Sees video ad → Reads reviews"
    assert row_of(workbook, "Moments of truth", "m1")["Type"] == "First: buying"


def test_scores_stand_one_a_row_with_their_interval() -> None:
    journey = washing_machine()
    workbook = opened(export(journey))
    table = rows(workbook, "Scores")
    scores = all_scores(journey)
    assert [row["Id"] for row in table] == [score.target for score in scores]
    for row, score in zip(table, scores, strict=True):
        assert (row["Metric"], row["Segment"], row["Wave"]) == ("NPS", "All", "Autumn")
        if score.shown == "withheld":
            assert row["Shown"] == "n<5"
            assert [row[name] for name in ("Value", "From (95 %)", "To (95 %)", "n")] == [None] * 4
            assert row["From bad (0) to good (1)"] is None
        else:
            assert row["Value"] == pytest.approx(score.value)
            assert row["From (95 %)"] == pytest.approx(score.low)
            assert row["To (95 %)"] == pytest.approx(score.high)
            assert row["n"] == score.n
            assert row["Shown"] == {"full": "Shown", "tentative": "Few answers"}[score.shown]
    assert {row["Kind"] for row in table} == {"Touchpoint", "Stage", "Journey"}


def test_a_withheld_score_stands_nowhere() -> None:
    journey = washing_machine()
    workbook = opened(export(journey))
    store = row_of(workbook, "Touchpoints", "store")
    assert [store[name] for name in ("NPS", "From (95 %)", "To (95 %)", "n", "Shown")] == [None] * 4 + ["n<5"]
    ad = row_of(workbook, "Touchpoints", "ad")
    assert ad["NPS"] == pytest.approx(25.0)
    assert ad["n"] == 120


def test_own_thresholds_decide_what_is_withheld() -> None:
    journey = washing_machine()
    data = write_excel(journey, make_overlay(journey), thresholds=Thresholds(withhold=21, tentative=130))
    shown = {row["Id"]: row["Shown"] for row in rows(opened(data), "Scores")}
    assert (shown["reviews"], shown["store"], shown["ad"], shown["pays"]) == ("n<21", "n<21", "Few answers", "Shown")


def test_a_map_without_scores_has_no_columns_for_them() -> None:
    workbook = opened(write_excel(washing_machine(measured=False), NO_OVERLAY))
    assert "NPS" not in [cell.value for cell in workbook["Touchpoints"][1]]
    assert rows(workbook, "Scores") == []


def test_severities_scores_and_feelings_have_colour_scales() -> None:
    workbook = opened(export(washing_machine()))
    scaled: dict[str, dict[str, list[float]]] = {}
    for sheet in workbook.worksheets[1:]:
        for area in sheet.conditional_formatting:
            (rule,) = area.rules
            assert rule.type == "colorScale"
            (cells,) = area.sqref.ranges
            assert (cells.min_row, cells.max_row) == (2, max(2, sheet.max_row))
            heading = str(sheet.cell(1, cells.min_col).value)
            scaled.setdefault(sheet.title, {})[heading] = [stop.val for stop in rule.colorScale.cfvo]
    assert scaled["Pain points"] == {"Severity (1–5)": [1, 3, 5]}
    assert scaled["Touchpoints"]["NPS"] == [-60, 0, 60]
    assert scaled["Scores"] == {"From bad (0) to good (1)": [0, 0.5, 1]}
    assert scaled["Emotions"] == {"Felt (−2 to +2)": [-2, 0, 2]}


def test_scores_of_different_scales_share_no_colour_scale() -> None:
    journey = Journey()
    with journey.edit("Fill") as edit:
        edit.add(Wave, id="w")
        for place, high in enumerate((5.0, 7.0)):
            edit.add(Stage, id=f"s{place}", order=float(place))
            scale, values = (1.0, high), ((3.0, 40),)
            edit.add(Counts, target=f"s{place}", wave="w", metric="mean", scale=scale, values=values)
    workbook = opened(export(journey))
    (severity,) = workbook["Stages"].conditional_formatting
    (cells,) = severity.sqref.ranges
    assert workbook["Stages"].cell(1, cells.min_col).value == "Worst severity"


@pytest.mark.parametrize(
    ("metric", "scale", "form"),
    [
        ("nps", (0.0, 10.0), '+0;"\u2212"0;0'),
        ("csat", (1.0, 5.0), '0" %"'),
        ("ces", (1.0, 7.0), "0.0"),
        ("mean", (0.0, 1.0), "0.00"),
    ],
)
def test_scores_are_numbers_in_the_unit_of_their_metric(metric: Metric, scale: tuple[float, float], form: str) -> None:
    journey = Journey()
    with journey.edit("Fill") as edit:
        edit.add(Wave, id="w")
        edit.add(Stage, id="s")
        edit.add(Counts, target="s", wave="w", metric=metric, scale=scale, values=((scale[0], 10), (scale[1], 40)))
    workbook = opened(export(journey))
    (score, *_rest) = [score for score in all_scores(journey) if score.target == "s"]
    for sheet, heading in (("Stages", METRICS[metric]), ("Scores", "Value")):
        row = row_of(workbook, sheet, "s")
        assert row[heading] == pytest.approx(score.value)
        place = list(row).index(heading) + 1
        found = {cell.number_format for cell in list(workbook[sheet].columns)[place - 1][1:]}
        assert found == {form}


def test_columns_are_as_wide_as_their_texts_and_blank_details_are_folded_away() -> None:
    workbook = opened(export(washing_machine()))
    sheet = workbook["Touchpoints"]
    columns = {cell.value: sheet.column_dimensions[get_column_letter(place)] for place, cell in enumerate(sheet[1], 1)}
    assert columns["Backstage"].hidden
    assert columns["Backstage"].outlineLevel == 1
    assert not columns["Customer does"].hidden
    assert all(6 < dimension.width <= 61 for dimension in columns.values())
    assert columns["Touchpoint"].width > len("Pays and picks a slot")


def test_a_row_is_as_high_as_its_longest_text_within_reason() -> None:
    journey = washing_machine()
    with journey.edit("Describe") as edit:
        edit.update("pays", does="Word " * 3000)
    sheet = opened(export(journey))["Touchpoints"]
    heights = {
        id.value: sheet.row_dimensions[place].height
        for place, id in enumerate(sheet[sheet.dimensions.split(":")[1].rstrip("0123456789")], 1)
    }
    assert heights["pays"] < 200
    assert heights["ad"] < heights["pays"]
    assert heights["waits"] is None
