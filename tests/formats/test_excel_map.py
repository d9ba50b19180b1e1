"""The sheet "Map": the map itself, in the colours of its scores."""

from dataclasses import replace

import pytest

from journeymap import Journey
from journeymap.formats.excel import write_excel
from journeymap.formats.excel.map_grid import map_grid
from journeymap.formats.excel.map_head import hatch_on
from journeymap.formats.excel.style import ink_for
from journeymap.layout.palette import PALETTES, heat, luminance, ramp
from journeymap.model.problem import Problem
from journeymap.model.structure import Channel, Stage, Touchpoint
from journeymap.survey.display import show_margin, show_n, show_value
from journeymap.survey.overlay import make_overlay
from journeymap.survey.score import NO_OVERLAY
from tests.formats.excel_hand import export, find, map_texts, opened, washing_machine


def test_stages_are_columns_as_wide_as_their_cards_and_channels_are_rows() -> None:
    workbook = opened(export(washing_machine()))
    sheet = workbook["Map"]
    aware, buy, deliver = (find(workbook, title) for title in ("Awareness", "Purchase", "Delivery"))
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert f"B{aware.row}:C{aware.row}" in merged  # two orders: two columns
    assert [aware.column, buy.column, deliver.column] == [2, 5, 7]
    assert aware.row == buy.row == deliver.row
    web, shop = find(workbook, "Website"), find(workbook, "Store\n")
    assert web.row < shop.row
    assert web.column == shop.column == 1


def test_cards_stand_at_stage_and_channel_and_below_each_other_in_one_cell() -> None:
    workbook = opened(export(washing_machine()))
    ad, reviews, store = (
        find(workbook, title) for title in ("Sees video ad", "Reads reviews", "Tries it in the store")
    )
    assert (ad.row, ad.column, reviews.column) == (reviews.row, 2, 3)
    assert (store.row > reviews.row, store.column) == (True, 3)
    waits, courier = find(workbook, "Waits on the day"), find(workbook, "Courier installs it")
    assert (waits.column, courier.column) == (7, 7)
    assert courier.row == waits.row + 1
    assert f"A{waits.row}:A{courier.row}" in {str(area) for area in workbook["Map"].merged_cells.ranges}


def test_cards_and_headers_carry_their_heat_with_readable_ink() -> None:
    journey = washing_machine()
    scores = make_overlay(journey).scores
    workbook = opened(export(journey))
    for id, title in (
        ("ad", "Sees video ad"),
        ("waits", "Waits on the day"),
        ("aware", "Awareness"),
        ("deliver", "Delivery"),
    ):
        cell, fill = find(workbook, title), heat(scores[id], "safe")
        assert cell.fill.fgColor.rgb == "FF" + fill[1:], title
        assert cell.font.color.rgb == "FF" + ink_for(fill)[1:]
    assert find(opened(export(journey, palette="blue")), "Waits on the day").fill.fgColor.rgb != (
        find(workbook, "Waits on the day").fill.fgColor.rgb
    )


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first) + 0.05, luminance(second) + 0.05), reverse=True)
    return light / dark


@pytest.mark.parametrize("palette", PALETTES)
def test_ink_can_be_read_on_every_heat_and_on_its_hatching(palette: str) -> None:
    for part in range(101):
        fill = ramp(part / 100, palette)
        assert contrast(fill, ink_for(fill)) >= 4.5
        assert contrast(hatch_on(fill), ink_for(fill)) >= contrast(fill, ink_for(fill))


def test_a_card_says_score_and_n_how_many_pains_and_whether_it_is_decided_there() -> None:
    journey = washing_machine()
    scores = make_overlay(journey).scores
    workbook = opened(export(journey))
    pays = str(find(workbook, "Pays and picks a slot").value)
    for part in ("\n", show_value(scores["pays"]), show_n(380), "⚡2", "◆"):
        assert part in pays
    assert find(workbook, "Asks about installation").value == "Asks about installation"
    header = workbook["Map"].cell(find(workbook, "Awareness").row + 2, 2)
    assert header.value == f"NPS {show_value(scores['aware'])} {show_margin(scores['aware'])} {show_n(143)}"


def test_few_answers_are_hatched_and_fewer_are_withheld() -> None:
    workbook = opened(export(washing_machine()))
    reviews, store = find(workbook, "Reads reviews"), find(workbook, "Tries it in the store")
    assert reviews.fill.patternType == "lightUp"
    assert reviews.border.left.style == "mediumDashed"  # LibreOffice shows no hatching
    assert find(workbook, "Sees video ad").fill.patternType == "solid"
    assert store.value == "Tries it in the store\nn<5"
    assert store.fill.fgColor.rgb == "FFFFFFFF"
    assert any("fewer than 30 answers" in text and "n<5" in text for text in map_texts(workbook).values())


def test_lanes_stand_below_their_stages() -> None:
    workbook = opened(export(washing_machine()))
    sheet = workbook["Map"]
    pains = find(workbook, "Pain points")
    slot, shown, lost = (find(workbook, title) for title in ("No slot", "Price shown last", "Lost on the way"))
    assert slot.value == "No slot   Long wait · 4/5" or slot.value == "No slot\nLong wait · 4/5"
    assert "Honesty · 2/5" in shown.value
    assert (slot.column, shown.column, lost.column) == (5, 5, 2)
    assert (slot.row, shown.row, lost.row) == (pains.row, pains.row + 1, pains.row)
    truth = find(workbook, "◆ The slot promise")
    assert truth.value.endswith("first")
    action, all_of_it = find(workbook, "Show slots"), find(workbook, "For everybody")
    assert "Web team · Mar 2027 · +5" in action.value
    assert action.column == 5
    assert f"B{all_of_it.row}:G{all_of_it.row}" in {str(area) for area in sheet.merged_cells.ranges}
    assert find(workbook, "Pay later").row == find(workbook, "Ideas").row
    rows = [find(workbook, name).row for name in ("Emotion", "Pain points", "Moments of truth", "Actions", "Ideas")]
    assert rows == sorted(rows)


def test_feelings_are_numbers_in_colour_under_their_cards() -> None:
    workbook = opened(export(washing_machine()))
    row = find(workbook, "Emotion").row
    ad, waits = workbook["Map"].cell(row, 2), workbook["Map"].cell(row, 7)
    assert (ad.value, waits.value) == (1, -1.5)
    assert ad.number_format.startswith("+0;")
    assert waits.number_format.startswith("+0.0;")
    assert ad.fill.fgColor.rgb != waits.fill.fgColor.rgb


def test_head_and_foot_say_what_the_map_is_and_where_it_comes_from() -> None:
    texts = map_texts(opened(export(washing_machine())))
    assert texts["A1"] == "Buying a washing machine"
    assert "First flat, 34" in texts["A2"]
    assert "Example Appliances" in texts["A2"]
    assert "as-is, autumn 2026" in texts["A2"]
    assert any(text.startswith("Overall NPS") for text in texts.values()) or "Overall NPS" in texts["A2"]
    assert any("drawn 22 Nov 2026" in text for text in texts.values())
    assert [text for text in texts.values() if text in ("−60", "0", "+60")]


def test_the_sheet_is_printed_on_one_page_and_keeps_its_headers_in_sight() -> None:
    workbook = opened(export(washing_machine()))
    sheet = workbook["Map"]
    first = find(workbook, "Awareness").row
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.orientation) == (1, "landscape")
    assert sheet.freeze_panes == "B7"
    assert sheet.print_title_rows == f"${first}:$6"
    assert sheet.print_area == f"'Map'!$A$1:$G${sheet.max_row}"
    assert not sheet.sheet_view.showGridLines
    assert all(sheet.row_dimensions[row].height <= 409 for row in range(1, sheet.max_row + 1))
    assert all(sheet.row_dimensions[row].height >= 4 for row in range(1, sheet.max_row + 1))


def test_no_two_merged_areas_touch() -> None:
    """Excel would ask to repair the file."""
    for journey in (washing_machine(), washing_machine("fa", measured=False), Journey()):
        taken: set[tuple[int, int]] = set()
        for area in opened(export(journey))["Map"].merged_cells.ranges:
            within = set(area.cells)
            assert not taken & within
            taken |= within


@pytest.mark.parametrize(("language", "mirrored"), [("en", False), ("fa", True), ("ar-EG", True), ("ru", False)])
def test_a_map_of_a_right_to_left_language_is_mirrored(language: str, mirrored: bool) -> None:
    workbook = opened(export(washing_machine(language)))
    assert {bool(sheet.sheet_view.rightToLeft) for sheet in workbook.worksheets} == {mirrored}
    title = workbook["Map"]["A1"]
    assert title.alignment.horizontal == ("right" if mirrored else "left")
    assert ("\u200e" in str(find(workbook, "Sees video ad").value)) == mirrored


def test_a_map_without_scores_is_not_heated() -> None:
    workbook = opened(export(washing_machine(measured=False)))
    assert find(workbook, "Sees video ad").fill.fgColor.rgb == "FFFFFFFF"
    texts = "\n".join(map_texts(workbook).values())
    assert "NPS" not in texts
    assert "n=" not in texts
    heated = make_overlay(washing_machine())
    unheated = opened(write_excel(washing_machine(), replace(heated, metric=None)))
    assert "NPS" not in "\n".join(map_texts(unheated).values())


@pytest.mark.parametrize("stages", [0, 1])
@pytest.mark.parametrize("channels", [0, 1])
def test_a_map_with_hardly_anything_on_it_can_be_exported(stages: int, channels: int) -> None:
    journey = Journey()
    with journey.edit("Fill") as edit:
        for place in range(stages):
            edit.add(Stage, order=float(place))
        for place in range(channels):
            edit.add(Channel, order=float(place))
    texts = map_texts(opened(write_excel(journey, NO_OVERLAY)))
    assert texts["A1"] == "Untitled journey"


def test_a_long_title_is_cut_on_the_map_and_whole_in_its_table() -> None:
    journey = washing_machine()
    long = "Wartet " * 70
    with journey.edit("Rename") as edit:
        edit.update("ad", title=long)
    workbook = opened(export(journey))
    assert "…\n" in str(find(workbook, "Wartet").value)
    assert long.strip() in {cell.value for cell in workbook["Touchpoints"]["B"]}


def test_a_map_with_more_columns_than_excel_is_refused_in_a_sentence() -> None:
    journey = Journey()
    with journey.edit("Fill") as edit:
        edit.add(Stage, id="s")
        edit.add(Channel, id="c")
        for place in range(16_384):
            edit.add(Touchpoint, id=f"t{place}", stage="s", channel="c", order=float(place))
    with pytest.raises(Problem, match="16385 columns"):
        map_grid(journey)
