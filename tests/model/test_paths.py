"""Paths of personas: through touchpoints with the links between them, and the shortest way along the links."""

from hypothesis import given
from hypothesis import strategies as st

from journeymap import Journey
from journeymap.model.paths import cards_of, linked_way, path_of
from journeymap.model.structure import Channel, Link, Stage, Touchpoint


def made(links: list[tuple[int, int]], n: int = 6) -> Journey:
    """A map of `n` touchpoints in two stages with these links."""
    journey = Journey("Map")
    with journey.edit("Fill") as edit:
        # The second stage comes first by id, so that nobody can confuse ids with places.
        edit.add(Stage, id="z", order=0.0)
        edit.add(Stage, id="a", order=1.0)
        edit.add(Channel, id="c")
        for i in range(n):
            edit.add(Touchpoint, id=f"t{i}", stage="z" if i < n // 2 else "a", channel="c", order=float(i % (n // 2)))
        for source, target in dict.fromkeys(links):
            if source != target:
                edit.add(Link, id=f"l{source}-{target}", source=f"t{source}", target=f"t{target}")
    return journey


def test_a_path_names_the_links_between_its_touchpoints() -> None:
    journey = made([(0, 1), (1, 2)])
    assert path_of(journey, ("t0", "t1", "t2", "t5")) == ("t0", "l0-1", "t1", "l1-2", "t2", "t5")
    assert path_of(journey, ()) == ()
    assert cards_of(journey, path_of(journey, ("t0", "t1", "t5"))) == ("t0", "t1", "t5")


def test_of_two_links_the_usual_step_is_taken(journey: Journey) -> None:
    with journey.edit("Add") as edit:
        edit.add(Link, id="a-first-by-id", source="search", target="order", type="alternative")
    assert path_of(journey, ("search", "order")) == ("search", "search-order", "order")


def test_gaps_are_filled_on_the_shortest_way() -> None:
    journey = made([(0, 1), (1, 2), (2, 3), (0, 4), (4, 3)])
    assert linked_way(journey, ("t0", "t3")) == ("t0", "t4", "t3")
    assert linked_way(journey, ("t0", "t2", "t3")) == ("t0", "t1", "t2", "t3")


def test_where_no_link_leads_on_they_just_follow_each_other() -> None:
    journey = made([(0, 1)])
    assert linked_way(journey, ("t1", "t0", "t5")) == ("t1", "t0", "t5")


def test_without_a_beginning_the_way_leads_from_the_first_to_the_last() -> None:
    journey = made([(0, 1), (1, 3), (3, 5), (1, 2)])
    assert linked_way(journey, ()) == ("t0", "t1", "t3", "t5")
    assert linked_way(journey, ("t1",)) == ("t1", "t3", "t5")
    assert linked_way(journey, ("t5",)) == ("t5",)
    assert linked_way(made([], 2), ()) == ("t0",)
    assert linked_way(Journey("Empty"), ()) == ()


def test_a_loop_ends() -> None:
    journey = made([(0, 1), (1, 2), (2, 0)])
    assert linked_way(journey, ("t2", "t1")) == ("t2", "t0", "t1")


links = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)
chosen = st.lists(st.integers(0, 5), max_size=6, unique=True)


@given(links, chosen)
def test_a_way_keeps_what_was_chosen_and_can_be_a_path(found: list[tuple[int, int]], cards: list[int]) -> None:
    journey = made(found)
    wanted = tuple(f"t{card}" for card in cards)
    way = linked_way(journey, wanted)
    assert set(wanted) <= set(way)
    assert len(set(way)) == len(way)
    path = path_of(journey, way)
    assert cards_of(journey, path) == way
    assert all(id in journey for id in path)
