"""New maps from templates: to the letter what the picture shows, in the reader's language, with ids of their own."""

import gettext
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from journeymap import language
from journeymap.files.template_texts import template_texts
from journeymap.files.templates import new_journey, templates
from journeymap.model.content import Lane
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.kinds import KINDS
from journeymap.model.measures import Plan, Question
from journeymap.model.people import Emotion, Persona
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.structure import JOURNEY_ID, JourneyInfo, Link, Stage, Touchpoint
from journeymap.model.templates import INNER_TEXTS, TEXTS, build
from journeymap.resource import resource

TEMPLATES = sorted(resource("templates").glob("*.journey"))


def card(journey: Journey, id: str) -> str:
    return journey.get(Touchpoint, id).title


def test_the_templates_that_are_offered() -> None:
    found = templates()
    assert [info.name for info in found[:4]] == ["five-stages", "blank", "washing-machine", "online-shop"]
    assert {info.name for info in found} == {path.stem for path in TEMPLATES}
    assert not any(info.own for info in found)
    assert len(found) == len({info.title for info in found}) >= 14
    assert all(info.title and info.about.endswith(".") and len(info.about) <= 110 for info in found)


def test_five_stages() -> None:
    journey = new_journey()
    assert [stage.title for stage in journey.stages] == ["Awareness", "Purchase", "Delivery", "Use", "After-sales"]
    assert all(stage.goal for stage in journey.stages)
    assert [c.title for c in journey.channels] == [
        "Social & ads",
        "Website & app",
        "Store",
        "Contact centre",
        "Courier & home",
    ]
    assert not journey.touchpoints


def test_a_blank_map_has_one_cell_to_begin_in() -> None:
    journey = new_journey("blank", "My map")
    assert (len(journey.stages), len(journey.channels), len(journey)) == (1, 1, 3)
    assert journey.info.title == "My map"


def test_the_sample_is_the_map_of_the_picture() -> None:
    journey = new_journey("washing-machine")
    info = journey.info
    assert (info.title, info.client, info.version, info.period) == (
        "Buying a washing machine",
        "Example Appliances",
        "as-is",
        "autumn 2026",
    )
    assert [stage.goal for stage in journey.stages] == [
        "Find out what fits",
        "Order with confidence",
        "Get it when promised",
        "Works as announced",
        "Be helped quickly",
    ]
    places = {
        (
            journey.get(Stage, t.stage).title,
            journey.records[t.channel].title,  # type: ignore[attr-defined]  # a channel
            sorted({other.order for other in journey.touchpoints if other.stage == t.stage}).index(t.order),
            t.title,
        )
        for t in journey.touchpoints
    }
    assert places == {
        ("Awareness", "Social & ads", 0, "Sees video ad"),
        ("Awareness", "Website & app", 1, "Reads reviews"),
        ("Awareness", "Store", 1, "Tries it in the store"),
        ("Purchase", "Website & app", 0, "Compares and adds to basket"),
        ("Purchase", "Website & app", 1, "Pays and picks a slot"),
        ("Purchase", "Contact centre", 1, "Asks about installation"),
        ("Delivery", "Website & app", 0, "Tracks the delivery"),
        ("Delivery", "Courier & home", 0, "Waits on the day"),
        ("Delivery", "Courier & home", 1, "Courier installs it"),
        ("Use", "Courier & home", 0, "First wash"),
        ("Use", "Website & app", 1, "Gets care tips in the app"),
        ("After-sales", "Contact centre", 0, "Reports a fault"),
        ("After-sales", "Courier & home", 0, "Technician visits"),
        ("After-sales", "Social & ads", 1, "Tells friends"),
    }
    assert {(card(journey, link.source), card(journey, link.target)) for link in journey.links} == {
        ("Sees video ad", "Reads reviews"),
        ("Reads reviews", "Tries it in the store"),
        ("Reads reviews", "Compares and adds to basket"),
        ("Tries it in the store", "Compares and adds to basket"),
        ("Compares and adds to basket", "Pays and picks a slot"),
        ("Compares and adds to basket", "Asks about installation"),
        ("Asks about installation", "Pays and picks a slot"),
        ("Pays and picks a slot", "Tracks the delivery"),
        ("Tracks the delivery", "Waits on the day"),
        ("Waits on the day", "Courier installs it"),
        ("Courier installs it", "First wash"),
        ("First wash", "Gets care tips in the app"),
        ("First wash", "Reports a fault"),
        ("Reports a fault", "Technician visits"),
        ("Technician visits", "Tells friends"),
        ("Gets care tips in the app", "Tells friends"),
    }
    assert len(journey.links) == 16


def test_the_sample_hurts_and_decides_where_the_picture_says() -> None:
    journey = new_journey("washing-machine")
    pains = journey.all(PainPoint)
    assert [(p.title, p.own_category, p.severity) for p in pains] == [
        ("Reviews look fake", "trust", 2),
        ("No slot before next week", "waiting", 4),
        ("Delivery price shown last", "price", 3),
        ("Four-hour window, no call", "waiting", 5),
        ("Driver does not know the floor", "unprepared", 4),
        ("Tracking says ‘on its way’ all day", "information", 4),
        ("Explains the fault three times", "repeat contact", 4),
        ("Bot has no way to a person", "automation", 3),
    ]
    assert all(pain.evidence for pain in pains)
    badges = {t.title: sum(t.id in pain.on for pain in pains) for t in journey.touchpoints}
    assert {title: count for title, count in badges.items() if count} == {
        "Reads reviews": 1,
        "Compares and adds to basket": 1,
        "Pays and picks a slot": 2,
        "Tracks the delivery": 1,
        "Waits on the day": 3,
        "Reports a fault": 2,
    }
    assert [(card(journey, m.on), m.title, m.type) for m in journey.all(MomentOfTruth)] == [
        ("Reads reviews", "Reviews decide the shortlist", "zero"),
        ("Pays and picks a slot", "The slot promise", "first"),
        ("Waits on the day", "The wait at home", "pain"),
        ("First wash", "First wash is quiet", "second"),
        ("Tells friends", "Tells friends", "ultimate"),
    ]
    assert [(a.title, a.owner, str(a.due), a.gain) for a in journey.all(Action)] == [
        ("Price and slot on the product page", "Web team", "2027-03-31", 5),
        ("One-hour window with live map", "Logistics", "2027-03-31", 14),
        ("Courier calls 20 minutes ahead", "Logistics", "2026-11-30", 8),
        ("One case file for every channel", "Service", "2027-06-30", 9),
    ]
    assert [persona.title for persona in journey.all(Persona)] == ["First flat, 34"]
    felt = {card(journey, emotion.touchpoint): emotion.value for emotion in journey.all(Emotion)}
    assert len(felt) == 13
    assert felt["Waits on the day"] == -1.7
    assert felt["First wash"] == 1.8
    assert [t.title for t in journey.touchpoints if not t.owner] == ["Tells friends"]


@pytest.mark.parametrize("name", [path.stem for path in TEMPLATES])
def test_two_maps_of_one_template_share_no_id(name: str) -> None:
    first, second = new_journey(name), new_journey(name)
    assert set(first.records) & set(second.records) == {JOURNEY_ID}
    assert len(first) == len(second)


class _Marked(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return f"«{message}»"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_text_is_translated_and_listed_for_the_catalogue(path: Path) -> None:
    listed = {f"«{text}»" for text in template_texts(path.read_bytes())}
    code = language.language()
    language.use_translations("tr", _Marked())
    try:
        journey = new_journey(path.stem)
        info = next(info for info in templates() if info.name == path.stem)
    finally:
        language.use_translations(code, gettext.NullTranslations())
    assert journey.info.language == "tr"
    assert {info.title, info.about} <= listed
    assert not info.own
    shown = {getattr(r, field) for r in journey.records.values() for field in TEXTS.get(type(r), ())} - {""}
    shown |= {e.quote for pain in journey.all(PainPoint) for e in pain.evidence}
    assert shown <= listed


def test_babel_finds_the_texts() -> None:
    found = extract_from_file("journeymap.files.template_texts:extract", resource("templates", "five-stages.journey"))
    texts = {message: line for line, message, *_ in found}
    assert {"Five stages", "Awareness", "Find out what fits", "Social & ads"} <= set(texts)
    lines = resource("templates", "five-stages.journey").read_text("utf-8").splitlines()
    assert "Find out what fits" in lines[texts["Find out what fits"] - 1]


def test_the_tables_name_fields_that_are_there() -> None:
    known: set[type[Record]] = {cls for cls, _ in KINDS.values()}
    for cls, fields in TEXTS.items():
        assert cls in known
        assert set(fields) <= set(cls.model_fields)
    for cls, inner in INNER_TEXTS.items():
        assert set(inner) <= set(cls.model_fields)


def test_a_plan_follows_the_ids() -> None:
    source = [*new_journey("washing-machine").records.values()]
    target = next(record for record in source if isinstance(record, Touchpoint))
    question = Question(question="How was it?", target=target.id, metric="nps", scale=(0.0, 10.0))
    built = Journey(records=build([*source, Plan(id="plan", questions=(question,))], str))
    plan = next(plan for plan in built.all(Plan) if len(plan.questions) == 1)
    assert card(built, plan.questions[0].target) == target.title
    assert plan.questions[0].question == "How was it?"
    assert all(link.source in built for link in built.all(Link))


def test_the_lanes_that_a_map_shows_follow_the_ids_of_its_own_lanes() -> None:
    lane = Lane(id="law", title="Law")
    records = [JourneyInfo(lanes=("emotion", "law", "pain")), lane]
    built = Journey(records=build(records, str))
    (own,) = built.all(Lane)
    assert own.id != "law"
    assert built.info.lanes == ("emotion", own.id, "pain")


def test_due_dates_are_as_far_ahead_as_when_the_template_was_written() -> None:
    def dues(today: date) -> list[date | None]:
        return [action.due for action in new_journey("online-shop", today=today).all(Action)]

    assert dues(date(2026, 11, 5)) == [date(2027, 1, 31), date(2027, 4, 30), date(2027, 2, 28)]
    assert dues(date(2027, 12, 31)) == [date(2028, 2, 29), date(2028, 5, 31), date(2028, 3, 31)]
    assert dues(date(2020, 1, 1)) == dues(date(2026, 11, 5))


def test_due_dates_of_the_sample_stay() -> None:
    dues = [
        [action.due for action in new_journey("washing-machine", today=date(year, 1, 1)).all(Action)]
        for year in (2026, 2031)
    ]
    assert dues[0] == dues[1]


@pytest.mark.parametrize("name", ["nothing", "", "../templates/blank", "/etc/passwd", "blank.journey", "a\0b"])
def test_what_is_no_template_is_refused_with_the_names(name: str) -> None:
    with pytest.raises(Problem, match="There are: five-stages, blank, washing-machine, online-shop, "):
        new_journey(name)


def test_a_file_that_is_no_template_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "broken.journey").write_bytes(b"{")
    (tmp_path / "plain.journey").write_bytes(b'{"format": "journeymap", "version": "1.0"}')
    assert templates(tmp_path) == []
    (tmp_path / "good.journey").write_bytes(resource("templates", "blank.journey").read_bytes())
    assert [info.name for info in templates(tmp_path)] == ["good"]
    assert new_journey("good", folder=tmp_path).stages
