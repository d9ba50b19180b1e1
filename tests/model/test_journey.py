"""The Journey: reading, edits that hold or leave no trace, and who hears of them."""

from collections.abc import Callable

import pytest

from journeymap import Journey
from journeymap.model.change import Change, Step
from journeymap.model.edit import Edit
from journeymap.model.measures import Counts
from journeymap.model.people import Persona
from journeymap.model.problem import Problem
from journeymap.model.record import Record, make
from journeymap.model.structure import JOURNEY_ID, Channel, JourneyInfo, Link, Stage, Touchpoint

Draw = Callable[..., Journey]


def test_an_empty_map_has_a_title_and_nothing_else() -> None:
    journey = Journey("Buying a bike")
    assert journey.info == make(JourneyInfo, id=JOURNEY_ID, title="Buying a bike")
    assert (len(journey), journey.revision, journey.stages, journey.links) == (1, 0, [], [])
    assert Journey(records=[journey.info]).info.title == "Buying a bike"


def test_a_map_is_read_in_order(draw: Draw) -> None:
    journey = draw("BA|C", "D..|.")
    assert [stage.id for stage in journey.stages] == ["s0", "s1"]
    assert [channel.id for channel in journey.channels] == ["c0", "c1"]
    assert [card.id for card in journey.touchpoints] == ["B", "C", "D", "A"]
    with journey.edit("Turn") as edit:
        edit.update("s1", order=-1)
        assert [stage.id for stage in journey.stages] == ["s1", "s0"]
    assert [stage.id for stage in journey.stages] == ["s1", "s0"]


def test_equal_orders_stand_by_id() -> None:
    journey = Journey(records=[make(Stage, id=id) for id in "cab"])
    assert [stage.id for stage in journey.stages] == ["a", "b", "c"]


def test_lists_that_were_read_do_not_change_later(draw: Draw) -> None:
    journey = draw("AB")
    before = journey.touchpoints
    with journey.edit("Remove card") as edit:
        edit.remove("A")
    assert [card.id for card in before] == ["A", "B"]


def test_get_find_and_in(draw: Draw) -> None:
    journey = draw("A")
    assert journey.get(Touchpoint, "A").title == "A"
    assert journey.find(Touchpoint, "A") == journey.get(Touchpoint, "A")
    assert journey.find(Stage, "A") is None
    assert journey.find(Stage, "gone") is None
    assert "A" in journey
    assert "gone" not in journey
    for id in ("gone", "A"):
        with pytest.raises(Problem, match=f"There is no stage “{id}”"):
            journey.get(Stage, id)


def test_the_records_are_a_live_view_that_can_not_be_written(draw: Draw) -> None:
    journey = draw("A")
    records = journey.records
    assert not hasattr(records, "__setitem__")
    with journey.edit("Rename") as edit:
        edit.update("A", title="B")
    touchpoint = records["A"]
    assert isinstance(touchpoint, Touchpoint)
    assert touchpoint.title == "B"


def test_a_map_with_an_id_twice_or_something_dangling_is_refused() -> None:
    stage = make(Stage, id="s")
    with pytest.raises(Problem, match="twice"):
        Journey(records=[stage, stage])
    with pytest.raises(Problem, match="does not exist"):
        Journey(records=[stage, make(Touchpoint, stage="s", channel="c")])
    with pytest.raises(Problem, match="journey itself"):
        Journey(records=[make(Stage, id=JOURNEY_ID)])
    with pytest.raises(Problem, match="journey"):
        Journey(records=[make(JourneyInfo, id="other")])


def test_a_copy_goes_its_own_way(full: Journey) -> None:
    full.graph
    twin = full.copy()
    heard: list[Change] = []
    full.subscribe(heard.append)
    assert dict(twin.records) == dict(full.records)
    assert (twin.revision, twin.stages, twin.graph.nodes.keys()) == (
        full.revision,
        full.stages,
        full.graph.nodes.keys(),
    )
    with twin.edit("Remove") as edit:
        edit.remove("A")
    assert "A" in full
    assert "A" in full.graph
    assert not heard
    with full.edit("Rename") as edit:
        edit.update("s0", title="New")
        with pytest.raises(RuntimeError):
            full.copy()
    assert twin.get(Stage, "s0").title == "Stage 0"


def test_an_edit_becomes_one_change(draw: Draw) -> None:
    journey = draw("A")
    heard: list[Change] = []
    journey.subscribe(heard.append)
    with journey.edit("Do much") as edit:
        stage = edit.add(Stage, title="New", order=5)
        edit.update("A", title="First")
        edit.update("A", title="Second", stage=stage.id)
        gone = edit.add(Channel, title="Not kept")
        edit.remove(gone.id)
    [change] = heard
    assert edit.change is change
    assert (change.label, set(change.ids), journey.revision) == ("Do much", {stage.id, "A"}, 1)
    step = next(step for step in change.steps if step.id == "A")
    assert isinstance(step.before, Touchpoint)
    assert isinstance(step.after, Touchpoint)
    assert (step.before.title, step.after.title) == ("A", "Second")


def test_an_edit_that_changes_nothing_is_not_heard(draw: Draw) -> None:
    journey = draw("A")
    journey.subscribe(lambda change: pytest.fail("heard"))
    with journey.edit("Nothing"):
        pass
    with journey.edit("There and back") as edit:
        edit.update("A", title="B")
        edit.update("A", title="A")
    assert edit.change == Change("There and back", ())
    assert journey.revision == 0


@pytest.mark.parametrize("error", [ValueError, Problem("No."), KeyboardInterrupt, GeneratorExit])
def test_an_edit_that_raises_leaves_no_trace(full: Journey, error: type[BaseException] | BaseException) -> None:
    full.subscribe(lambda change: pytest.fail("heard"))
    before, nodes, edges = dict(full.records), set(full.graph.nodes), set(full.graph.edges)

    def fail(edit: Edit) -> None:
        edit.remove("s0", "per")
        edit.add(Stage, title="New")
        edit.update("C", title="Other")
        raise error

    with pytest.raises(error if isinstance(error, type) else type(error)), full.edit("Fail") as edit:
        fail(edit)
    assert dict(full.records) == before
    assert (set(full.graph.nodes), set(full.graph.edges)) == (nodes, edges)
    assert edit.change is None
    assert full.revision == 1
    assert [card.title for card in full.touchpoints] == ["A", "C", "B", "D"]


@pytest.mark.parametrize(
    ("id", "record", "words"),
    [
        ("t", make(Touchpoint, id="t", stage="gone", channel="c0"), "“stage” to “gone”, which does not exist"),
        ("t", make(Touchpoint, id="t", stage="c0", channel="c0"), "“stage” to “c0”, which is a channel"),
        ("l", make(Link, id="l", source="A", target="A"), "from a touchpoint to itself"),
        ("l", make(Link, id="l", source="A", target="s0"), "which is a stage"),
        ("A", None, "touchpoint|link|pain|refers"),
        ("c1", None, "“channel” to “c1”"),
        ("w1", None, "“wave” to “w1”"),
        ("s0", make(Channel, id="s0"), "“stage” to “s0”, which is a channel"),
        ("per", make(Stage, id="per"), "“persona” to “per”, which is a stage"),
        (JOURNEY_ID, None, "journey itself can't be removed"),
        (JOURNEY_ID, make(Stage, id=JOURNEY_ID), "belongs to the journey itself"),
        ("other", make(JourneyInfo, id="other"), "belongs to the journey itself"),
        ("A", make(Stage, id="B"), "can't stand in the place of “A”"),
    ],
)
def test_the_rules_hold_after_every_edit(full: Journey, id: str, record: Record | None, words: str) -> None:
    before, edges = dict(full.records), set(full.graph.edges)
    full.subscribe(lambda change: pytest.fail("heard"))
    with pytest.raises(Problem, match=words), full.edit("Break") as edit:
        edit.put(id, record)
    assert dict(full.records) == before
    assert set(full.graph.edges) == edges


def test_a_record_that_nothing_names_may_become_another(full: Journey) -> None:
    with full.edit("Turn") as edit:
        edit.put("D", make(Stage, id="D"))
    assert [stage.id for stage in full.stages] == ["D", "s0", "s1"]
    assert full.find(Touchpoint, "D") is None


def test_an_edit_in_an_edit_is_refused_and_the_outer_one_goes_on(draw: Draw) -> None:
    journey = draw("A")
    with journey.edit("Outer") as edit:
        with pytest.raises(RuntimeError), journey.edit("Inner"):
            pass
        with pytest.raises(RuntimeError):
            journey.apply(Change("Inner", ()))
        edit.update("A", title="Z")
    assert journey.get(Touchpoint, "A").title == "Z"


def test_an_edit_that_is_over_alters_nothing(draw: Draw) -> None:
    journey = draw("A")
    with journey.edit("Do") as edit:
        edit.update("A", title="Z")
    with pytest.raises(RuntimeError):
        edit.update("A", title="Late")
    with pytest.raises(RuntimeError):
        edit.remove("A")
    assert journey.get(Touchpoint, "A").title == "Z"


def test_apply_replays_a_change_and_its_inverse(full: Journey) -> None:
    other = full.copy()
    with full.edit("Remove") as edit:
        edit.remove("s0")
    assert edit.change is not None
    assert other.apply(edit.change) is edit.change
    assert dict(other.records) == dict(full.records)
    other.apply(edit.change.inverse())
    assert "kA" in other
    assert other.get(Persona, "per").path == ("A", "AB", "B", "BC", "C", "A")


def test_a_change_that_does_not_fit_is_refused(draw: Draw) -> None:
    journey = draw("A")
    card = journey.get(Touchpoint, "A")
    other = card.replace(title="B")
    for step in (Step("A", other, card), Step("A", None, card), Step("X", card, None)):
        with pytest.raises(Problem, match="does not fit"):
            journey.apply(Change("Old", (Step("s0", journey.get(Stage, "s0"), make(Stage, id="s0")), step)))
    with pytest.raises(Problem):
        journey.apply(Change("Damaged", (Step("A", card, make(Touchpoint, id="B", stage="s0", channel="c0")),)))
    with pytest.raises(Problem, match="does not exist"):
        journey.apply(Change("Dangles", (Step("s0", journey.get(Stage, "s0"), None),)))
    assert journey.revision == 0
    assert journey.get(Stage, "s0").title == "Stage 0"


def test_listeners_hear_until_they_unsubscribe(draw: Draw) -> None:
    journey = draw("A")
    heard: list[Change] = []
    unsubscribe = journey.subscribe(heard.append)
    with journey.edit("One") as edit:
        edit.update("A", title="1")
    unsubscribe()
    unsubscribe()
    with journey.edit("Two") as edit:
        edit.update("A", title="2")
    assert [change.label for change in heard] == ["One"]


def test_a_listener_that_raises_keeps_nothing_from_the_others(draw: Draw) -> None:
    journey = draw("A")
    heard: list[str] = []

    def broken(change: Change) -> None:
        raise OSError("disk full")

    journey.subscribe(broken)
    journey.subscribe(lambda change: heard.append(change.label))
    with pytest.raises(OSError, match="disk full"), journey.edit("One") as edit:
        edit.update("A", title="1")
    assert heard == ["One"]
    assert journey.get(Touchpoint, "A").title == "1"
    with pytest.raises(OSError, match="disk full"), journey.edit("Two") as edit:
        edit.update("A", title="2")
    assert heard == ["One", "Two"]


def test_all_hear_changes_in_one_order_even_where_a_listener_makes_one(draw: Draw) -> None:
    journey = draw("A")
    first: list[str] = []
    last: list[str] = []

    def answer(change: Change) -> None:
        first.append(change.label)
        if change.label == "One":
            with journey.edit("Two") as edit:
                edit.update("A", title="2")

    journey.subscribe(answer)
    journey.subscribe(lambda change: last.append(change.label))
    with journey.edit("One") as edit:
        edit.update("A", title="1")
    assert first == last == ["One", "Two"]
    assert journey.revision == 2
    with journey.edit("Three") as edit:
        edit.update("A", title="3")
    assert last[-1] == "Three"


def test_an_interrupted_announcement_does_not_silence_the_next(draw: Draw) -> None:
    journey = draw("A")
    heard: list[str] = []

    def interrupted(change: Change) -> None:
        if change.label == "One":
            raise KeyboardInterrupt

    journey.subscribe(interrupted)
    journey.subscribe(lambda change: heard.append(change.label))
    with pytest.raises(KeyboardInterrupt), journey.edit("One") as edit:
        edit.update("A", title="1")
    with journey.edit("Two") as edit:
        edit.update("A", title="2")
    assert heard == ["Two"]


def test_a_map_with_scores_keeps_them_when_a_card_moves(full: Journey) -> None:
    with full.edit("Move card") as edit:
        edit.update("A", stage="s1")
    assert full.get(Counts, "kA").target == "A"
