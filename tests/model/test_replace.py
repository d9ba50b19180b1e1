"""Replace: exactly what was found, everywhere, in one edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap import Journey
from journeymap.model.findings import Evidence, PainPoint
from journeymap.model.people import Persona
from journeymap.model.problem import Problem
from journeymap.model.replace import replace, replaced
from journeymap.model.search import Hit, Query, find, spans
from journeymap.model.structure import Stage, Touchpoint


def swap(journey: Journey, old: str, new: str, **how: object) -> int:
    with journey.edit("Replace text") as edit:
        return replace(journey, edit, find(journey, Query(old, **how)), new)  # type: ignore[arg-type]  # by name


def test_all_places_of_all_records(journey: Journey) -> None:
    with journey.edit("Fill") as edit:
        edit.update("search", does="wait, wait and WAIT", tags=("waits", "wait"))
        edit.update("queue", evidence=(Evidence(quote="We wait."), Evidence(quote="No.")))
    revision = journey.revision
    assert swap(journey, "wait", "rest") == 6
    assert journey.revision == revision + 1
    search = journey.get(Touchpoint, "search")
    assert (search.does, search.tags) == ("rest, rest and rest", ("rests", "rest"))
    assert journey.get(PainPoint, "queue").evidence == (Evidence(quote="We rest."), Evidence(quote="No."))


def test_exactly_the_letters_that_were_found(journey: Journey) -> None:
    with journey.edit("Fill") as edit:
        edit.update("search", does="Ein Café in İstanbul, Große Straße, cafe\u0301s")
    assert swap(journey, "istanbul", "Ankara") == 1
    assert swap(journey, "STRASSE", "Allee") == 1
    assert swap(journey, "cafe", "Bar") == 2
    assert journey.get(Touchpoint, "search").does == "Ein Bar in Ankara, Große Allee, Bars"


def test_what_is_put_in_is_not_sought_again(journey: Journey) -> None:
    with journey.edit("Fill") as edit:
        edit.update("search", does="z z")
    assert swap(journey, "z", "zz") == 2
    assert journey.get(Touchpoint, "search").does == "zz zz"


def test_tags_that_become_alike_or_empty_are_one_or_none(journey: Journey) -> None:
    with journey.edit("Fill") as edit:
        edit.update("before", tags=("q", "slow", "q slow", "slower"))
    assert swap(journey, "q", "", scope="stage") == 2
    assert journey.get(Stage, "before").tags == ("slow", "slower")


def test_a_segment_is_found_but_stays(journey: Journey) -> None:
    with journey.edit("Fill") as edit:
        edit.add(Persona, id="p", title="Families", segment="Families")
    assert len(find(journey, Query("families"))) == 2
    assert swap(journey, "families", "Parents") == 1
    persona = journey.get(Persona, "p")
    assert (persona.title, persona.segment) == ("Parents", "Families")


def test_a_text_that_would_be_too_long_alters_nothing(journey: Journey) -> None:
    with journey.edit("Fill") as edit:
        edit.update("search", title="a" * 300)
    before = dict(journey.records)
    with pytest.raises(Problem, match="at most 500 fit"):
        swap(journey, "a", "aa")
    assert dict(journey.records) == before


def test_hits_of_records_that_went_are_passed_over(journey: Journey) -> None:
    with journey.edit("Replace text") as edit:
        assert replace(journey, edit, [Hit("gone", "title", 0, 1)], "x") == 0


LETTERS = st.text(alphabet="abİıißéstT e\u0301\u0327يی\u200cwörd", max_size=12)


@given(LETTERS, LETTERS.filter(bool), LETTERS)
def test_only_the_spans_are_altered(text: str, needle: str, new: str) -> None:
    from journeymap.model.folding import fold

    query = Query(needle)
    found = spans(text, query, fold(needle).text) if fold(needle).text else []
    hits = [Hit("x", "title", start, end) for start, end in found]
    parts, at = [], 0
    for start, end in found:
        parts += [text[at:start], new]
        at = end
    assert replaced(text, hits, new) == "".join([*parts, text[at:]])
    assert replaced(text, [], new) == text
