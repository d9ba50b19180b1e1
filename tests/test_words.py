"""Every code that a record can hold has a word, and every word belongs to a code."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest

from journeymap import words
from journeymap.language import use_translations
from journeymap.model.findings import Action, Evidence, MomentOfTruth, PainPoint
from journeymap.model.kinds import KINDS
from journeymap.model.record import Value
from journeymap.survey.score import Shown

TABLES = {
    ("journey", "version"): words.VERSIONS,
    ("version", "version"): words.VERSIONS,
    ("channel", "type"): words.CHANNEL_TYPES,
    ("link", "type"): words.LINK_TYPES,
    ("pain", "category"): words.PAIN_CATEGORIES,
    ("pain", "frequency"): words.FREQUENCIES,
    ("Evidence", "source"): words.EVIDENCE_SOURCES,
    ("truth", "type"): words.TRUTH_TYPES,
    ("action", "lever"): words.LEVERS,
    ("action", "status"): words.STATUSES,
    ("image", "type"): words.IMAGE_TYPES,
    ("lane", "type"): words.LANE_TYPES,
    ("plan", "layout"): words.SURVEY_LAYOUTS,
    ("Question", "metric"): words.METRICS,
    ("counts", "metric"): words.METRICS,
}


def literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for inner in get_args(annotation):
        yield from literals(inner)


def values_within(annotation: Any) -> Iterator[type[Value]]:
    if isinstance(annotation, type) and issubclass(annotation, Value):
        yield annotation
    for inner in get_args(annotation):
        yield from values_within(inner)


def codes() -> dict[tuple[str, str], set[str]]:
    """The codes of each field of each record, and of the values within records."""
    found: dict[tuple[str, str], set[str]] = {}
    classes: list[tuple[str, type[Value]]] = [(kind, cls) for kind, (cls, _) in KINDS.items()]
    for name, cls in classes:
        for field, info in cls.model_fields.items():
            if some := set(literals(info.annotation)):
                found[name, field] = some
            classes += [(inner.__name__, inner) for inner in values_within(info.annotation)]
    return found


def test_every_literal_code_of_the_model_has_a_word_and_no_word_is_left_over() -> None:
    assert {place: set(table) for place, table in TABLES.items()} == codes()


def test_the_walk_finds_codes_in_fields_options_and_values_within() -> None:
    found = codes()
    assert "long-wait" in found["pain", "category"]
    assert "often" in found["pain", "frequency"]
    assert "complaint" in found["Evidence", "source"]
    assert Evidence in set(values_within(PainPoint.model_fields["evidence"].annotation))


def test_kinds_shown_states_and_levels_have_words() -> None:
    assert set(words.KINDS) == set(words.KINDS_MANY) == set(KINDS)
    assert set(words.SHOWN) == set(get_args(Shown))
    assert set(words.EXPERIENCE_LEVELS) == set(range(1, 7))
    assert set(words.TRUTH_TYPES_LONG) == set(words.TRUTH_TYPES)
    assert {MomentOfTruth.kind, Action.kind} <= set(words.KINDS)


@pytest.mark.parametrize(
    "name", sorted(name for name, table in vars(words).items() if isinstance(table, dict) and name.isupper())
)
def test_words_of_one_table_differ(name: str) -> None:
    table = getattr(words, name)
    assert all(text.strip() == text and text for text in table.values())
    assert len(set(table.values())) == len(table)


def test_a_word_is_translated_where_it_is_shown_and_an_unknown_code_stays() -> None:
    import gettext

    class Marking(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return f"«{message}»"

    use_translations("en", Marking())
    try:
        assert words.word(words.STATUSES, "doing") == "«In progress»"
    finally:
        use_translations("en", gettext.NullTranslations())
    assert words.word(words.STATUSES, "parked") == "parked"
