"""Maps as pictures: a string a channel, `|` between stages, a letter a card (its id and title), `.` an empty cell."""

from collections.abc import Callable

import pytest

from journeymap.model.content import Note
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts, Plan, Question, Wave
from journeymap.model.people import Emotion, Persona
from journeymap.model.record import Record, make
from journeymap.model.structure import Channel, Link, Stage, Touchpoint


@pytest.fixture(scope="session")
def draw() -> Callable[..., Journey]:
    """Makes the map that a picture shows; stages are s0, s1, …, channels c0, c1, …"""
    return draw_map


@pytest.fixture(scope="session")
def picture() -> Callable[[Journey], tuple[str, ...]]:
    """Makes the picture of a map; `+` where a cell holds several cards, `?` for a card without a title."""
    return picture_of


def draw_map(*rows: str) -> Journey:
    records: list[Record] = []
    for row, line in enumerate(rows):
        records.append(make(Channel, id=f"c{row}", title=f"Channel {row}", order=row))
        for column, part in enumerate(line.split("|")):
            if row == 0:
                records.append(make(Stage, id=f"s{column}", title=f"Stage {column}", order=column))
            for order, letter in enumerate(part):
                if letter != ".":
                    fields = {"id": letter, "title": letter, "stage": f"s{column}", "channel": f"c{row}"}
                    records.append(make(Touchpoint, order=order, **fields))
    return Journey(records=records)


def picture_of(journey: Journey) -> tuple[str, ...]:
    lines = [[""] * len(journey.stages) for _ in journey.channels]
    for column, stage in enumerate(journey.stages):
        cards = [card for card in journey.touchpoints if card.stage == stage.id]
        for order in sorted({card.order for card in cards}):
            for row, channel in enumerate(journey.channels):
                here = [card.title[:1] or "?" for card in cards if (card.channel, card.order) == (channel.id, order)]
                lines[row][column] += "." if not here else here[0] if len(here) == 1 else "+"
    return tuple("|".join(line) for line in lines)


@pytest.fixture
def full() -> Journey:
    """A map with something of everything: A → B → C, D apart; pain points, a truth, an action, a persona, notes, scores."""
    journey = draw_map("AB.|C", "..D|.")
    with journey.edit("Fill") as edit:
        edit.add(Link, id="AB", source="A", target="B")
        edit.add(Link, id="BC", source="B", target="C")
        edit.add(PainPoint, id="pA", title="Only on A", on=("A",))
        edit.add(PainPoint, id="pABs1", title="On three", on=("A", "B", "s1"))
        edit.add(PainPoint, id="pAB", title="On the link", on=("AB",))
        edit.add(MomentOfTruth, id="mB", title="Decides", on="B")
        edit.add(Action, id="act", title="Do", answers=("pA", "pABs1", "A", "s0"), channels=("c0", "c1"))
        edit.add(Persona, id="per", title="Ada", path=("A", "AB", "B", "BC", "C", "A"))
        edit.add(Emotion, id="eA", persona="per", touchpoint="A", value=1)
        edit.add(Emotion, id="eC", persona="per", touchpoint="C", value=-2)
        edit.add(Note, id="nA", text="Look", on="A")
        question = Question(question="How was A?", target="A", metric="nps", scale=(0, 10))
        edit.add(Plan, id="plan", title="Survey", questions=(question,))
        edit.add(Wave, id="w1", title="Spring", plan="plan", rows=10, used=10)
        edit.add(Counts, id="kA", target="A", wave="w1", metric="nps", scale=(0, 10), values=((3, 4), (9, 6)))
        edit.add(Counts, id="ks0", target="s0", wave="w1", metric="nps", scale=(0, 10), values=((5, 1),))
    return journey
