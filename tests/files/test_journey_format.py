"""A map written and read again is the same map, in the same bytes, and nothing that we do not know is lost."""

import json
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.files.format import beyond, from_bytes, to_bytes, without_beyond
from journeymap.model.content import Image, Lane, LaneCell, Note
from journeymap.model.findings import Action, Evidence, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.kinds import KINDS
from journeymap.model.measures import Counts, Plan, Question, Wave
from journeymap.model.other_version import OtherVersion
from journeymap.model.people import Emotion, Persona
from journeymap.model.record import Record, make
from journeymap.model.structure import Channel, JourneyInfo, Link, Senses, Stage, Touchpoint

TEXT = st.text(max_size=30)
ORDER = st.floats(-1e9, 1e9)
ONE_OF_EACH: list[Record] = [
    JourneyInfo(title="T", client="C", language="fa"),
    Stage(id="s", title="Stage", target=12.5, tags=("a", "b")),
    Channel(id="c", type="human"),
    Touchpoint(id="t1", stage="s", channel="c", senses=Senses(smell="soap"), share=0.5),
    Touchpoint(id="t2", stage="s", channel="c", order=1, experience_level=6),
    Link(id="l", source="t1", target="t2", type="return", share=0.25),
    Persona(id="p", picture="i", path=("t1", "l")),
    Emotion(id="e", persona="p", touchpoint="t1", value=-1.7),
    PainPoint(id="pp", on=("t1", "l", "s"), evidence=(Evidence(quote="“q”", link="https://example.com"),)),
    MomentOfTruth(id="m", on="s", type="pain"),
    Action(id="a", answers=("pp",), channels=("c",), due=date(2027, 3, 31), gain=-2.5),
    Note(id="n", on="t1", x=-3.5),
    Image(id="i", type="image/png", data="AAAA"),
    Lane(id="la"),
    LaneCell(id="lc", lane="la", stage="s", image="i"),
    Plan(id="pl", questions=(Question(question="q", target="t1", metric="nps", scale=(0.0, 10.0)),), header_rows=0),
    Wave(id="w", plan="pl", start=date(2026, 7, 1), rows=3, used=2, dropped=(("blank", 1),)),
    Counts(id="co", target="journey", wave="w", metric="csat", scale=(1.0, 5.0), values=((1.0, 2), (5.0, 1))),
    OtherVersion(version="to-be", records=({"kind": "stage", "id": "s", "title": "Delivery"},)),
]


def test_one_of_each_kind_comes_back() -> None:
    assert {record.kind for record in ONE_OF_EACH} == set(KINDS)
    journey = Journey(records=ONE_OF_EACH)
    again = from_bytes(to_bytes(journey), "map")
    assert dict(again.records) == dict(journey.records)
    assert to_bytes(again) == to_bytes(journey)


def test_the_file_is_sorted_whatever_was_done_in_which_order() -> None:
    forward, backward = Journey(records=ONE_OF_EACH), Journey(records=reversed(ONE_OF_EACH))
    assert to_bytes(forward) == to_bytes(backward)
    data = json.loads(to_bytes(forward))
    assert list(data)[:2] == ["format", "version"]
    assert list(data)[2:] == sorted(list(data)[2:])
    assert [t["id"] for t in data["touchpoints"]] == ["t1", "t2"]
    assert list(data["touchpoints"][1]) == ["channel", "experience_level", "id", "order", "stage"]


def test_one_field_altered_is_one_line_altered(sample: Journey) -> None:
    before = to_bytes(sample).splitlines()
    with sample.edit("Rename") as edit:
        edit.update(sample.touchpoints[0].id, title="Another title")
    after = to_bytes(sample).splitlines()
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_it_is_plain_utf8_with_a_line_end() -> None:
    data = to_bytes(Journey("Çamaşır makinesi ✔ کفش"))
    assert data.endswith(b"}\n")
    assert "Çamaşır makinesi ✔ کفش" in data.decode("utf-8")


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    stages = [make(Stage, title=draw(TEXT), order=draw(ORDER), note=draw(TEXT)) for _ in range(draw(st.integers(1, 3)))]
    channels = [make(Channel, title=draw(TEXT)) for _ in range(draw(st.integers(1, 2)))]
    cards = [
        make(
            Touchpoint,
            title=draw(TEXT),
            stage=draw(st.sampled_from(stages)).id,
            channel=draw(st.sampled_from(channels)).id,
            order=draw(ORDER),
            share=draw(st.none() | st.floats(0, 1)),
            tags=tuple(draw(st.lists(TEXT, max_size=2))),
            senses=Senses(sight=draw(TEXT)),
        )
        for _ in range(draw(st.integers(0, 5)))
    ]
    links = [make(Link, source=a.id, target=b.id, label=draw(TEXT)) for a in cards for b in cards if a.id < b.id]
    pains = [
        make(PainPoint, on=(card.id,), evidence=(Evidence(quote=draw(TEXT)),), severity=draw(st.integers(1, 5)))
        for card in cards
    ]
    return Journey(records=[*stages, *channels, *cards, *links, *pains])


@given(journeys())
@settings(max_examples=100, deadline=None)
def test_any_map_survives_save_and_load(journey: Journey) -> None:
    data = to_bytes(journey)
    again = from_bytes(data, "map")
    assert dict(again.records) == dict(journey.records)
    assert to_bytes(again) == data


def _altered(sample: Journey, **top: Any) -> bytes:
    return json.dumps({**json.loads(to_bytes(sample)), **top}).encode()


def test_what_a_newer_minor_version_adds_is_kept(sample: Journey) -> None:
    tree = json.loads(to_bytes(sample))
    tree["version"] = "1.7"
    tree["rooms"] = [{"id": "r1", "size": 3}]
    tree["touchpoints"][0]["mood"] = {"deep": ["x", 1]}
    tree["touchpoints"][0]["senses"] = {"sight": "s", "balance": "b"}
    tree["journey"]["country"] = "TR"
    journey = from_bytes(json.dumps(tree).encode(), "map")
    with journey.edit("Rename") as edit:
        edit.update(tree["touchpoints"][0]["id"], title="Renamed")
        edit.update("journey", title="Renamed as well")
    written = json.loads(to_bytes(journey))
    tree["touchpoints"][0]["title"] = "Renamed"
    tree["journey"]["title"] = "Renamed as well"
    assert written == tree
    assert to_bytes(from_bytes(to_bytes(journey), "map")) == to_bytes(journey)


def test_an_older_minor_version_becomes_ours(sample: Journey) -> None:
    journey = from_bytes(_altered(sample, version="1.0"), "map")
    assert b'"version": "1.0"' in to_bytes(journey)
    assert beyond(journey.info) == {}


def test_what_only_the_file_said_can_be_left_behind(sample: Journey) -> None:
    journey = from_bytes(_altered(sample, rooms=[1]), "map")
    assert beyond(journey.info) == {"rooms": [1]}
    assert without_beyond(journey.info) == sample.info


def test_a_byte_order_mark_and_windows_line_ends_are_read(sample: Journey) -> None:
    data = b"\xef\xbb\xbf" + to_bytes(sample).replace(b"\n", b"\r\n")
    assert dict(from_bytes(data, "map").records) == dict(sample.records)


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    data = b'{"format": "journeymap", "version": "1.0", "journey": {"title": "a\\ud800b", "new": ["\\udfff"]}}'
    journey = from_bytes(data, "map")
    assert journey.info.title == "a\ufffdb"
    assert to_bytes(journey).decode().count("\ufffd") == 2


def test_an_object_that_says_nothing_is_an_empty_map() -> None:
    journey = from_bytes(b'{"format": "journeymap", "version": "1.0"}', "map")
    assert len(journey) == 1
