"""A Change: its ids, its records, its inverse, and the difference between two maps."""

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.model.change import Change, Step, difference
from journeymap.model.journey import Journey
from journeymap.model.record import Record, make
from journeymap.model.structure import Stage

A1 = make(Stage, id="a", title="1")
A2 = make(Stage, id="a", title="2")
B = make(Stage, id="b")


def test_a_change_knows_what_it_touches() -> None:
    change = Change("Do", (Step("a", A1, A2), Step("b", None, B)))
    assert change
    assert not Change("Nothing", ())
    assert change.ids == {"a", "b"}
    assert list(change.records()) == [A1, A2, B]


def test_the_inverse_leads_back() -> None:
    change = Change("Do", (Step("a", A1, A2), Step("b", None, B)))
    assert change.inverse() == Change("Do", (Step("b", B, None), Step("a", A2, A1)))
    assert change.inverse().inverse() == change


def test_the_difference_leads_from_one_to_the_other() -> None:
    assert difference({"a": A1}, {"a": A2, "b": B}, "Merge").steps == (Step("a", A1, A2), Step("b", None, B))
    assert difference({"a": A1, "b": B}, {"a": A1}, "Merge").steps == (Step("b", B, None),)
    assert not difference({"a": A1}, {"a": make(Stage, id="a", title="1")}, "Same")


STAGES = st.dictionaries(st.sampled_from("abcde"), st.sampled_from("xyz"))


@settings(derandomize=True, deadline=None)
@given(STAGES, STAGES)
def test_a_difference_fits_a_map(before: dict[str, str], after: dict[str, str]) -> None:
    old: dict[str, Record] = {id: make(Stage, id=id, title=title) for id, title in before.items()}
    new: dict[str, Record] = {id: make(Stage, id=id, title=title) for id, title in after.items()}
    journey = Journey(records=old.values())
    info = journey.info
    change = journey.apply(difference(old, new, "Merge"))
    assert dict(journey.records) == {**new, info.id: info}
    journey.apply(change.inverse())
    assert dict(journey.records) == {**old, info.id: info}
