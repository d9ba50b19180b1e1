"""The map's sheet shows the lanes that the map shows, with their texts under their columns."""

import io

import openpyxl

from journeymap import Journey
from journeymap.formats.excel import write_excel
from journeymap.model.content import Lane, LaneCell
from journeymap.model.structure import Channel, Stage, Touchpoint
from journeymap.survey.score import NO_OVERLAY


def texts(journey: Journey) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(write_excel(journey, NO_OVERLAY)))
    return [str(cell.value) for row in book["Map"].iter_rows() for cell in row if cell.value is not None]


def sample() -> Journey:
    journey = Journey("Map")
    with journey.edit("Fill") as edit:
        edit.add(Stage, id="s", title="Delivery")
        edit.add(Channel, id="c", title="Courier")
        edit.add(Touchpoint, id="t", title="Waits", stage="s", channel="c", does="Stays at home", systems="=Tours")
        edit.add(Lane, id="own", title="Promise")
        edit.add(LaneCell, id="cell", lane="own", stage="s", text="On the day")
    return journey


def test_blueprint_lanes_are_written_where_the_map_shows_them() -> None:
    journey = sample()
    assert "Stays at home" not in texts(journey)
    with journey.edit("Show lanes") as edit:
        edit.update("journey", lanes=("does", "visibility", "systems"))
    found = texts(journey)
    assert {"Stays at home", "=Tours", "Customer does", "Line of visibility", "Systems"} <= set(found)
    assert "Pain points" not in found
    assert "On the day" not in found


def test_own_lanes_are_written_without_being_asked_for() -> None:
    assert {"Promise", "On the day"} <= set(texts(sample()))
