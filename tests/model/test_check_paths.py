"""Where the ways through a map break off."""

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.model.check_paths import dead_ends, isolated, unreachable, ways
from journeymap.model.journey import Journey
from journeymap.model.moves import in_time
from journeymap.model.structure import Link, Touchpoint

Draw = Callable[..., Journey]


def cards_of(journey: Journey) -> list[Touchpoint]:
    return in_time(journey, [card.id for card in journey.touchpoints])


def linked(journey: Journey, links: list[str]) -> Journey:
    with journey.edit("Link") as edit:
        for number, link in enumerate(links):
            edit.add(Link, id=f"l{number}", source=link[0], target=link[1])
    return journey


def test_ways(draw: Draw) -> None:
    assert ways(linked(draw("AB|C"), ["AB", "AC", "CA", "AB"])) == {"A": {"B", "C"}, "C": {"A"}}
    assert ways(Journey()) == {}


@pytest.mark.parametrize(
    ("picture", "links", "alone", "ends", "beginnings"),
    [
        ("AB|C", [], "ABC", "", ""),
        ("AB|C", ["AB", "BC"], "", "", ""),
        ("AB|C", ["AB"], "C", "B", ""),
        ("AB|CD", ["AC"], "BD", "", ""),
        ("AB|CD", ["AB", "CD"], "", "B", "C"),
        # What follows from a beginning is not named again.
        ("A|B|CDEF", ["AB", "CD", "DE", "EF"], "", "B", "C"),
        # Two beginnings, and a way that both join.
        ("A|BCD|E", ["AE", "BD", "CD", "DE"], "", "", "B C"),
        # A loop that nothing leads into is one beginning; one that is led into is none.
        ("A|BCD|E", ["AE", "BC", "CB", "CD"], "", "D", "BC"),
        ("A|BCD|E", ["AE", "AB", "BC", "CB", "CD"], "", "D", ""),
        # A loop in the first stage is reached: one starts in it.
        ("AB|C", ["AB", "BA"], "C", "", ""),
        # Nothing in the first stage: the first that has touchpoints counts; so does the last.
        (".|AB|C|.", ["AC", "BC"], "", "", ""),
        (".|AB|CD|.", ["AC", "DC"], "B", "", "D"),
        # A way back is a way.
        ("A|B|C", ["AC", "CB", "BA"], "", "", ""),
    ],
)
def test_ways_break_off(draw: Draw, picture: str, links: list[str], alone: str, ends: str, beginnings: str) -> None:
    journey = linked(draw(picture), links)
    cards, led = cards_of(journey), ways(journey)
    assert "".join(card.id for card in isolated(cards, led)) == alone
    assert "".join(card.id for card in dead_ends(cards, led)) == ends
    assert " ".join("".join(card.id for card in group) for group in unreachable(cards, led)) == beginnings


@settings(derandomize=True, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ABCDEFGH"), st.sampled_from("ABCDEFGH")).filter(lambda p: p[0] != p[1])))
def test_from_the_beginnings_all_can_be_reached(draw: Draw, links: list[tuple[str, str]]) -> None:
    journey = linked(draw("AB|CDE|FGH"), ["".join(link) for link in links])
    cards, led = cards_of(journey), ways(journey)
    graph: nx.DiGraph[str] = nx.DiGraph(links)
    graph.add_nodes_from("ABCDEFGH")

    def reached(ids: list[str]) -> set[str]:
        return set(ids).union(*(nx.descendants(graph, id) for id in ids))

    groups = [[card.id for card in group] for group in unreachable(cards, led)]
    first = reached(["A", "B"])
    assert first.isdisjoint(id for group in groups for id in group)
    alone = {card.id for card in isolated(cards, led)}
    assert first | reached([group[0] for group in groups]) | alone == set("ABCDEFGH")
    for group in groups:
        others = [other[0] for other in groups if other != group]
        assert not set(group) & reached(["A", "B", *others])
        assert set(group) <= reached([group[0]])
