"""Find: which texts, in which order, whole words and scopes."""

import pytest

from journeymap import Journey
from journeymap.model.findings import PainPoint
from journeymap.model.search import Hit, Query, find, in_order
from journeymap.model.structure import Touchpoint


@pytest.fixture
def talking(journey: Journey) -> Journey:
    """The small map, with more texts."""
    with journey.edit("Fill") as edit:
        edit.update("search", does="Looks for a shop, a map", tags=("map",))
        edit.update("queue", title="No map of the queue")
    return journey


def where(journey: Journey, text: str, **how: object) -> list[tuple[str, str]]:
    return [(hit.id, hit.path) for hit in find(journey, Query(text, **how))]  # type: ignore[arg-type]  # by name


def test_every_text_of_every_kind(talking: Journey) -> None:
    expected = [("journey", "title"), ("search", "does"), ("search", "tags.0"), ("queue", "title")]
    assert where(talking, "MAP") == expected
    assert find(talking, Query("map"))[1] == Hit("search", "does", 20, 23)


def test_scopes(talking: Journey) -> None:
    assert where(talking, "map", scope="titles") == [("journey", "title"), ("queue", "title")]
    assert where(talking, "map", scope="texts") == [("search", "does"), ("search", "tags.0")]
    assert where(talking, "map", scope="pain") == [("queue", "title")]
    assert where(talking, "map", scope="stage") == []


def test_case_counts_when_asked(talking: Journey) -> None:
    assert where(talking, "Search", exact=True) == [("search", "title")]
    assert where(talking, "search", exact=True) == []


@pytest.mark.parametrize(
    ("text", "needle", "hits"),
    [
        ("map, maps, a map", "map", 2),
        ("map_1 and map1", "map", 0),
        ("the map's edge", "map", 1),
        ("can't", "can", 1),
        ("mapa\u0301", "map", 0),
        ("می\u200cخواهم", "می", 0),
        ("کتاب می خوانم", "می", 1),
        ("a + b", "+", 1),
        ("a+b", "+", 1),
    ],
)
def test_whole_words(journey: Journey, text: str, needle: str, hits: int) -> None:
    with journey.edit("Fill") as edit:
        edit.update("search", does=text)
    assert len(where(journey, needle, whole_word=True, scope="texts")) == hits


def test_signs_of_expressions_mean_themselves(journey: Journey) -> None:
    with journey.edit("Fill") as edit:
        edit.update("search", does="[a-z]+ (x|y) $5.00 \\d")
    for sign in ("[a-z]+", "(x|y)", "$5.00", "\\d", "."):
        assert where(journey, sign, scope="texts") == [("search", "does")]
    assert where(journey, "5x00") == []


def test_nothing_is_found_for_nothing(journey: Journey) -> None:
    assert find(journey, Query("")) == []
    assert find(journey, Query("\u200c")) == []


def test_touchpoints_come_in_the_order_of_the_map(journey: Journey) -> None:
    with journey.edit("Move") as edit:
        edit.update("search", order=9.0)
        edit.update("rate", order=-5.0)
    order = [record.id for record in in_order(journey) if isinstance(record, Touchpoint)]
    assert order == ["order", "search", "rate", "call"]
    assert {record.id for record in in_order(journey)} == set(journey.records)


def test_several_hits_in_one_text(journey: Journey) -> None:
    with journey.edit("Fill") as edit:
        edit.add(PainPoint, id="p", title="wait, wait, wait", on=("call",))
    assert [hit.start for hit in find(journey, Query("wait"))] == [0, 6, 12]
