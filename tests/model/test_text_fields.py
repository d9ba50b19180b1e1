"""The table of fields that hold words, and how a text is read and set by its path."""

from typing import get_args

from journeymap.model.content import Image, LaneCell, Note
from journeymap.model.findings import Action, Evidence, PainPoint
from journeymap.model.kinds import KINDS, REFERENCES
from journeymap.model.measures import Counts, Plan, Wave
from journeymap.model.people import Persona
from journeymap.model.record import Record, make
from journeymap.model.structure import JourneyInfo, Link, Senses, Stage, Touchpoint
from journeymap.model.templates import INNER_TEXTS, TEXTS
from journeymap.model.text_fields import field_at, is_fixed, text_at, text_fields, texts, with_text


def names(cls: type[Record]) -> set[str]:
    return {f"{field.name}.{field.inner}".strip(".") for field in text_fields(cls)}


def test_everything_that_a_template_translates_is_words() -> None:
    for cls, fields in TEXTS.items():
        assert set(fields) <= names(cls)
    for cls, inner in INNER_TEXTS.items():
        assert {f"{field}.{name}" for field, many in inner.items() for name in many} <= names(cls)


def test_ids_codes_colours_and_bytes_are_not_words() -> None:
    for _kind, (cls, _list) in KINDS.items():
        assert not names(cls) & {"id", "type", "colour", "data", "language", "category", "status", "lever"}
        assert not names(cls) & {reference.field for reference in REFERENCES.get(cls, ())}
    assert names(Image) == {"title"}
    assert names(Note) == {"text"}
    assert names(LaneCell) == {"text"}
    assert names(Wave) == {"title"}
    assert names(Plan) == names(Counts) == set()
    assert "lanes" not in names(JourneyInfo)


def test_strings_of_any_length_are_either_words_or_known_not_to_be() -> None:
    """A new field must not slip through: what is a string and no words is an id, a code, a colour or bytes."""
    others = {"id", "colour", "data", "language", "stage", "channel", "source", "target", "persona", "touchpoint", "on"}
    others |= {"lane", "wave", "loaded"}
    for cls in (cls for cls, _list in KINDS.values() if cls not in (Plan, Counts)):
        strings = {name for name, field in cls.model_fields.items() if field.annotation is str and not get_args(field)}
        assert strings - names(cls) <= others, cls


def touchpoint() -> Touchpoint:
    return make(
        Touchpoint,
        title="Waits",
        stage="s",
        channel="c",
        senses=Senses(sound="Hum"),
        tags=("slow", "home"),
        thinks="Nobody\nknows",
    )


def pain() -> PainPoint:
    return make(PainPoint, on=("t",), title="Late", evidence=(Evidence(quote="Too late"), Evidence(date="May")))


def test_texts_come_with_their_paths() -> None:
    assert dict(texts(touchpoint())) == {
        "title": "Waits",
        "thinks": "Nobody\nknows",
        "senses.sound": "Hum",
        "tags.0": "slow",
        "tags.1": "home",
    }
    assert dict(texts(pain())) == {"title": "Late", "evidence.0.quote": "Too late", "evidence.1.date": "May"}
    assert dict(texts(make(Link, source="a", target="b"))) == {}


def test_a_path_leads_to_its_text_and_its_field() -> None:
    for record in (touchpoint(), pain()):
        for path, text in texts(record):
            assert text_at(record, path) == text
            assert field_at(type(record), path) is not None
    assert text_at(touchpoint(), "tags.7") == ""
    assert text_at(touchpoint(), "nothing") == ""
    assert field_at(Touchpoint, "order") is None
    title, thinks = field_at(Touchpoint, "title"), field_at(Touchpoint, "thinks")
    assert title is not None
    assert thinks is not None
    assert (title.limit, thinks.limit) == (500, 20_000)


def test_a_text_is_set_by_its_path() -> None:
    card, hurt = touchpoint(), pain()
    assert card.replace(**with_text(card, "title", "Stays")).title == "Stays"
    assert card.replace(**with_text(card, "senses.sound", "Roar")).senses == Senses(sound="Roar")
    assert card.replace(**with_text(card, "tags.1", "office")).tags == ("slow", "office")
    assert card.replace(**with_text(card, "tags.1", " slow ")).tags == ("slow",)
    assert card.replace(**with_text(card, "tags.0", " ")).tags == ("home",)
    assert hurt.replace(**with_text(hurt, "evidence.0.quote", "Far too late")).evidence == (
        Evidence(quote="Far too late"),
        Evidence(date="May"),
    )


def test_names_by_which_answers_are_matched_are_fixed() -> None:
    assert is_fixed(make(Persona, segment="Families"), "segment")
    assert not is_fixed(make(Persona), "title")
    assert not is_fixed(make(Stage, tags=("a",)), "tags.0")
    assert not is_fixed(make(Action), "owner")
