"""Every template that is filled is something to start from: complete, sound, tidy, and nobody's in particular."""

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymap import language
from journeymap.files.document_file import open_journey
from journeymap.files.format import beyond, to_bytes
from journeymap.files.template_texts import template_texts
from journeymap.files.templates import SAMPLE, new_journey
from journeymap.model.checks import findings
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Channel, Touchpoint
from journeymap.resource import resource
from journeymap.survey.counting import count
from journeymap.survey.importing import open_survey

TEMPLATES = sorted(resource("templates").glob("*.journey"))
EMPTY = {"five-stages", "blank"}
WHOLE = [path.stem for path in TEMPLATES if path.stem not in EMPTY]
# What the issue asks for by name.
ASKED = {
    "five-stages",
    "online-shop",
    "street-shop",
    "contact-centre",
    "b2b-purchase",
    "subscription",
    "insurance-claim",
    "hotel-stay",
    "bank-account",
    "hospital-visit",
    "public-service",
    "saas-onboarding",
    "employee-journey",
    "service-blueprint",
}


def test_the_templates_that_were_asked_for_are_there() -> None:
    assert {path.stem for path in TEMPLATES} >= ASKED


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_file_is_as_the_program_writes_it(path: Path) -> None:
    assert to_bytes(open_journey(path)) == path.read_bytes()


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_is_missing(name: str) -> None:
    journey = new_journey(name)
    assert [finding.text() for finding in findings(journey) if finding.severity == "warning"] == []
    assert {finding.rule for finding in findings(journey)} <= {"pain-no-action"}


@pytest.mark.parametrize("name", WHOLE)
def test_there_is_enough_of_everything_and_not_too_much(name: str) -> None:
    journey = new_journey(name)
    assert 4 <= len(journey.stages) <= 7
    assert all(stage.goal and (stage.company_goal or name == SAMPLE) for stage in journey.stages)
    assert 4 <= len(journey.channels) <= 6
    assert 12 <= len(journey.touchpoints) <= 25
    assert all(card.does and card.experience_level for card in journey.touchpoints)
    assert 1 <= len(journey.all(Persona)) <= 4
    assert all(person.goals and person.quote and person.line for person in journey.all(Persona))
    assert len({person.colour for person in journey.all(Persona)}) == len(journey.all(Persona))
    assert 4 <= len(journey.all(PainPoint)) <= 8
    assert len({truth.type for truth in journey.all(MomentOfTruth)}) >= 4
    assert all(truth.why for truth in journey.all(MomentOfTruth))
    assert 2 <= len(journey.all(Action)) <= 4
    assert journey.info.scope


@pytest.mark.parametrize("name", WHOLE)
def test_titles_fit_their_places(name: str) -> None:
    journey = new_journey(name)
    assert [card.title for card in journey.touchpoints if len(card.title) > 28] == []
    assert [stage.title for stage in journey.stages if len(stage.title) > 18] == []
    assert [channel.title for channel in journey.channels if len(channel.title) > 24] == []
    chips: list[PainPoint | MomentOfTruth | Action] = [
        *journey.all(PainPoint),
        *journey.all(MomentOfTruth),
        *journey.all(Action),
    ]
    assert [chip.title for chip in chips if len(chip.title) > 36] == []


@pytest.mark.parametrize("name", WHOLE)
def test_no_two_cards_share_a_place_and_links_lead_on(name: str) -> None:
    journey = new_journey(name)
    places = [(card.stage, card.channel, card.order) for card in journey.touchpoints]
    assert len(places) == len(set(places))
    stages = {stage.id: place for place, stage in enumerate(journey.stages)}
    when = {card.id: (stages[card.stage], card.order) for card in journey.touchpoints}
    back = [link for link in journey.links if when[link.source] > when[link.target]]
    assert all(link.type == "return" for link in back)
    assert all(link in back for link in journey.links if link.type == "return")


@pytest.mark.parametrize("name", WHOLE)
def test_every_persona_feels_something_all_along_its_path(name: str) -> None:
    journey = new_journey(name)
    for person in journey.all(Persona):
        felt = {emotion.touchpoint for emotion in journey.all(Emotion) if emotion.persona == person.id}
        stops = {id for id in person.path if isinstance(journey.records[id], Touchpoint)}
        assert felt == stops, person.title
        assert len(stops) >= 6


@pytest.mark.parametrize("name", [name for name in WHOLE if name != SAMPLE])
def test_what_comes_with_the_program_is_assumed_not_known(name: str) -> None:
    journey = new_journey(name)
    assert not any(pain.evidence for pain in journey.all(PainPoint))
    assert (journey.info.client, journey.info.period, journey.info.drawn) == ("", "", "")


def test_the_shop_speaks_to_all_five_senses() -> None:
    journey = new_journey("street-shop")
    senses = [card.senses for card in journey.touchpoints]
    for sense in ("sight", "sound", "smell", "touch", "taste"):
        assert any(getattr(card, sense) for card in senses), sense
    physical = {channel.id for channel in journey.all(Channel) if channel.type == "physical"}
    on_site = [card for card in journey.touchpoints if card.channel in physical]
    assert sum(card.senses.sight != "" for card in on_site) >= 6
    assert journey.info.marks


def test_the_buying_team_is_four_people_with_ways_of_their_own() -> None:
    people = new_journey("b2b-purchase").all(Persona)
    assert [person.title for person in people] == ["User", "Buyer", "Decider", "Gatekeeper"]
    assert len({frozenset(person.path) for person in people}) == 4


def test_a_subscription_goes_on_after_the_purchase() -> None:
    journey = new_journey("subscription")
    titles = [stage.title for stage in journey.stages]
    assert titles[-4:] == ["Repeat", "Loyalty", "Referral", "Advocacy"]
    assert any(link.type == "return" for link in journey.links)


def test_the_blueprint_fills_every_lane_that_it_shows() -> None:
    journey = new_journey("service-blueprint")
    lanes = set(journey.info.lanes or ())
    texts = {"does", "physical_evidence", "front_stage", "back_stage", "systems", "owner"}
    assert lanes >= texts | {"visibility"}
    for card in journey.touchpoints:
        assert all(getattr(card, lane) for lane in texts), card.title


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_ids_are_short_words(path: Path) -> None:
    journey = open_journey(path)
    assert [id for id in journey.records if not re.fullmatch(r"[a-z0-9.-]{2,48}", id)] == []
    assert beyond(journey.info).keys() == {"template"}


class _Backwards(gettext.NullTranslations):
    """A language in which no title is like the English one."""

    def gettext(self, message: str) -> str:
        return message[::-1]


@pytest.fixture
def backwards() -> Iterator[None]:
    language.use_translations("tr", _Backwards())
    yield
    language.use("en")


@pytest.mark.parametrize("survey", ["washing-machine.csv", "washing-machine-long.csv"])
def test_the_sample_survey_fits_the_sample_in_every_language(backwards: None, survey: str) -> None:
    journey = new_journey(SAMPLE)
    assert "sdneirf slleT" in {card.title for card in journey.touchpoints}
    table, plan = open_survey(resource("samples", survey), journey)
    tally = count(table, plan, journey)
    assert {match.target for match in tally.matched} == {card.id for card in journey.touchpoints}
    assert tally.unmatched == ()
    assert {match.metric for match in tally.matched} == {"nps"}


def test_a_text_is_the_same_sentence_everywhere() -> None:
    """Two spellings of one text would be translated twice: differing in a full stop only."""
    spellings: dict[str, set[str]] = {}
    for path in TEMPLATES:
        for text in template_texts(path.read_bytes()):
            spellings.setdefault(text.rstrip("."), set()).add(text)
    assert {text: found for text, found in spellings.items() if len(found) > 1} == {}
