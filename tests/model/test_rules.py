"""What must hold in every map, record by record."""

import pytest

from journeymap import Journey
from journeymap.model.content import LaneCell, Note
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.measures import Counts, Wave
from journeymap.model.people import Emotion, Persona
from journeymap.model.record import Record, make
from journeymap.model.rules import problems
from journeymap.model.structure import JOURNEY_ID, Channel, JourneyInfo, Link, Touchpoint

SOUND: list[Record] = [
    make(PainPoint, on=("A", "AB", "s0")),
    make(MomentOfTruth, on="s0"),
    make(Action, answers=("pA", "A", "s1"), channels=("c0",)),
    make(Note, on="s0"),
    make(Note),
    make(Persona, path=("A", "AB")),
    make(Counts, target=JOURNEY_ID, wave="w1", metric="nps", scale=(0, 10)),
    make(Link, source="C", target="A", type="return"),
]
ODD: list[tuple[Record, list[str]]] = [
    (make(Touchpoint, id="t", stage="c0", channel="s0"), ["which is a channel", "which is a stage"]),
    (make(Touchpoint, id="t", stage="x", channel="y"), ["“stage” to “x”", "“channel” to “y”"]),
    (make(PainPoint, id="p", on=("A", "c0", "x")), ["“on” to “c0”, which is a channel", "“x”, which does not exist"]),
    (make(MomentOfTruth, id="m", on="AB"), ["which is a link"]),
    (make(Action, id="a", answers=("per",), channels=("s0",)), ["which is a persona", "which is a stage"]),
    (make(Note, id="n", on="n"), ["does not exist"]),
    (make(Persona, id="q", path=("s0",), picture="A"), ["which is a stage", "which is a touchpoint"]),
    (make(Emotion, id="e", persona="A", touchpoint="per", value=0), ["which is a touchpoint", "which is a persona"]),
    (make(LaneCell, id="x", lane="s0", stage="s0"), ["which is a stage"]),
    (make(Wave, id="w", plan="w1"), ["which is a wave"]),
    (make(Counts, id="k", target="AB", wave="w1", metric="nps", scale=(0, 10)), ["which is a link"]),
    (make(Link, id="l", source="A", target="A"), ["from a touchpoint to itself"]),
    (make(Channel, id=JOURNEY_ID), ["belongs to the journey itself"]),
    (make(JourneyInfo, id="two"), ["belongs to the journey itself"]),
]


@pytest.mark.parametrize("record", SOUND, ids=lambda record: record.kind)
def test_sound(full: Journey, record: Record) -> None:
    assert list(problems(full.records, record)) == []


@pytest.mark.parametrize(("record", "words"), ODD, ids=lambda value: getattr(value, "kind", ""))
def test_odd(full: Journey, record: Record, words: list[str]) -> None:
    found = [str(problem) for problem in problems(full.records, record)]
    assert len(found) == len(words)
    for sentence, part in zip(found, words, strict=True):
        assert part in sentence
