"""A map with everything on it, and ways to look into a workbook, for the tests of the Excel export."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from openpyxl import Workbook, load_workbook

from journeymap import Journey
from journeymap.formats.excel import write_excel
from journeymap.model.content import Lane, LaneCell
from journeymap.model.findings import Action, Evidence, MomentOfTruth, PainPoint
from journeymap.model.measures import Counts, Wave
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Channel, Link, Stage, Touchpoint
from journeymap.survey.overlay import make_overlay
from journeymap.survey.score import NO_OVERLAY

# touchpoint: stage, channel, order, title, detractors, passives, promoters
CARDS: dict[str, tuple[str, str, float, str, tuple[int, int, int]]] = {
    "ad": ("aware", "web", 0.0, "Sees video ad", (20, 50, 50)),
    "reviews": ("aware", "web", 1.0, "Reads reviews", (5, 8, 7)),
    "store": ("aware", "shop", 1.0, "Tries it in the store", (0, 0, 3)),
    "pays": ("buy", "web", 0.0, "Pays and picks a slot", (200, 100, 80)),
    "asks": ("buy", "shop", 0.0, "Asks about installation", (0, 0, 0)),
    "waits": ("deliver", "shop", 0.0, "Waits on the day", (300, 20, 20)),
    "waits too": ("deliver", "shop", 0.0, "Courier installs it", (10, 20, 70)),
}
STAGES = {"aware": ("Awareness", "Find out what fits"), "buy": ("Purchase", ""), "deliver": ("Delivery", "Get it")}


def ident(name: str) -> str:
    """A name as an id."""
    return name.replace(" ", "-")


def washing_machine(language: str = "en", measured: bool = True) -> Journey:
    """Three stages, two channels, seven touchpoints (two in one cell), all that can lie on them, a wave of NPS answers."""
    journey = Journey("Buying a washing machine")
    with journey.edit("Fill") as edit:
        edit.update(
            "journey", client="Example Appliances", period="autumn 2026", language=language, drawn="22 Nov 2026"
        )
        for place, (name, (title, goal)) in enumerate(STAGES.items()):
            edit.add(Stage, id=name, title=title, goal=goal, order=float(place))
        edit.add(Channel, id="web", title="Website", order=0.0)
        edit.add(Channel, id="shop", title="Store", type="physical", order=1.0)
        for name, (stage, channel, order, title, _answers) in CARDS.items():
            edit.add(Touchpoint, id=ident(name), title=title, stage=stage, channel=channel, order=order)
        edit.update("ad", share=0.25, does="Looks\naround", experience_level=2, tags=("first", "paid"))
        edit.add(Link, id="l1", source="ad", target="reviews", share=0.5, label="clicks")
        edit.add(Link, id="l2", source="reviews", target="pays", type="channel-switch")
        quote = Evidence(source="interview", quote="Nobody came.", date="2026-09-12", link="https://example.com")
        edit.add(PainPoint, id="p1", title="No slot", on=("pays",), severity=4, category="long-wait", evidence=(quote,))
        edit.add(PainPoint, id="p2", title="Price shown last", on=("pays", "buy"), severity=2, own_category="Honesty")
        edit.add(PainPoint, id="p3", title="Lost on the way", on=("l1",), severity=5, frequency="often")
        edit.add(MomentOfTruth, id="m1", title="The slot promise", on="pays", type="first", why="Money", weight=5)
        edit.add(
            Action,
            id="a1",
            title="Show slots",
            answers=("p1",),
            owner="Web team",
            due=date(2027, 3, 1),
            gain=5.0,
            effort=2,
        )
        edit.add(Action, id="a2", title="For everybody", gain=-2.5)
        edit.add(Persona, id="anna", title="First flat, 34", path=("ad", "l1", "reviews"))
        edit.add(Emotion, id="e1", persona="anna", touchpoint="ad", value=1.0)
        edit.add(Emotion, id="e2", persona="anna", touchpoint="waits", value=-1.5, note="Angry")
        edit.add(Lane, id="lane", title="Ideas")
        edit.add(LaneCell, id="cell", lane="lane", stage="buy", text="Pay later")
        if measured:
            edit.add(Wave, id="w1", title="Autumn", source="answers.csv", rows=963, used=963)
            for name, (*_place, (low, middle, high)) in CARDS.items():
                values = tuple(pair for pair in ((2.0, low), (8.0, middle), (10.0, high)) if pair[1])
                if values:
                    fields = {"target": ident(name), "wave": "w1", "metric": "nps", "scale": (0.0, 10.0)}
                    edit.add(Counts, id=f"n-{ident(name)}", values=values, **fields)
    return journey


def export(journey: Journey, **options: Any) -> bytes:
    """The workbook of a map, heated by what was measured."""
    overlay = make_overlay(journey) if journey.all(Counts) else NO_OVERLAY
    return write_excel(journey, overlay, **options)


def opened(data: bytes) -> Workbook:
    """The workbook as openpyxl reads it, rich text flattened."""
    return load_workbook(io.BytesIO(data))


def cells(workbook: Workbook) -> Iterator[Any]:
    """All cells of all sheets that hold something."""
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def rows(workbook: Workbook, sheet: str) -> list[dict[str, Any]]:
    """The rows of a table by their headings."""
    table = list(workbook[sheet].iter_rows(values_only=True))
    return [dict(zip(map(str, table[0]), row, strict=True)) for row in table[1:]]


def row_of(workbook: Workbook, sheet: str, id: str) -> dict[str, Any]:
    """The row of the element with this id."""
    (found,) = [row for row in rows(workbook, sheet) if row["Id"] == id]
    return found


def map_texts(workbook: Workbook) -> dict[str, str]:
    """The texts of the sheet "Map" by their cells' coordinates."""
    return {
        cell.coordinate: str(cell.value)
        for row in workbook["Map"].iter_rows()
        for cell in row
        if cell.value is not None
    }


def find(workbook: Workbook, text: str) -> Any:
    """The one cell of the sheet "Map" whose text begins with this."""
    (found,) = [cell for row in workbook["Map"].iter_rows() for cell in row if str(cell.value or "").startswith(text)]
    return found
