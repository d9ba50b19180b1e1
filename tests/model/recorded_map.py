"""A map under test: what was recorded of it, and what must hold after every step. The steps are in test_stateful.py."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import networkx as nx
import pytest
from hypothesis.stateful import RuleBasedStateMachine, invariant

from journeymap.files.change_json import change_from_json, change_to_json
from journeymap.model import edit as edit_module
from journeymap.model import rules
from journeymap.model.change import Change
from journeymap.model.edit import Edit
from journeymap.model.graph import build_graph
from journeymap.model.history import History
from journeymap.model.journey import Journey
from journeymap.model.kinds import KINDS
from journeymap.model.record import Record
from journeymap.model.structure import Channel, Stage, Touchpoint

Graph = tuple[dict[str, Any], dict[Any, Any]]
LIMIT = 15


def described(graph: "nx.MultiDiGraph[str]") -> Graph:
    nodes = {node: dict(graph.nodes[node]) for node in graph}
    return nodes, {(a, b, key): data for a, b, key, data in graph.edges(keys=True, data=True)}


def one(items: Iterable[Record], number: int) -> str:
    """The id of one of these."""
    ids = [record.id for record in items]
    return ids[number % len(ids)]


def many(items: Iterable[Record], numbers: Iterable[int]) -> list[str]:
    ids = [record.id for record in items]
    return [ids[number % len(ids)] for number in numbers]


class RecordedMap(RuleBasedStateMachine):
    """A map, what was recorded of it, and a twin that reads every Change as JSON (as a recovery journal does)."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.made = 0
        self.patch.setattr(edit_module, "new_id", self.new_id)
        self.journey = Journey("Map")
        self.twin = Journey("Map")
        self.history = History(self.journey, limit=LIMIT)
        self.changes: list[Change] = []
        self.journey.subscribe(self.hear)
        # Every map since the last one that undo reaches, where in this list the map is now, and which one was saved.
        self.past = [dict(self.journey.records)]
        self.now = 0
        self.saved: int | None = 0
        self.replaying = False

    def teardown(self) -> None:
        self.patch.undo()

    def new_id(self, kind: str) -> str:
        """Ids in a row instead of random ones, so that a failure can be repeated; their sorting is mixed."""
        self.made += 1
        return f"{kind}-{self.made * 7919 % 10_007:05}"

    def hear(self, change: Change) -> None:
        assert change
        self.changes.append(change)
        self.twin.apply(change_from_json(json.loads(json.dumps(change_to_json(change)))))
        if self.replaying:
            return
        if self.saved is not None and self.saved > self.now:
            self.saved = None
        self.past[self.now + 1 :] = [dict(self.journey.records)]
        self.now += 1
        if self.now > LIMIT:
            del self.past[0]
            self.now -= 1
            self.saved = None if not self.saved else self.saved - 1

    def edit(self, do: Callable[[Edit], object]) -> None:
        with self.journey.edit("Do") as edit:
            do(edit)

    @property
    def cards(self) -> list[Touchpoint]:
        return self.journey.touchpoints

    # -- what must hold after every step

    @invariant()
    def the_map_is_what_was_recorded(self) -> None:
        assert dict(self.journey.records) == self.past[self.now]
        assert dict(self.twin.records) == self.past[self.now]
        assert self.journey.revision == len(self.changes) == self.twin.revision

    @invariant()
    def the_saved_mark_is_right(self) -> None:
        assert self.history.saved == (self.saved == self.now)
        assert (self.history.undo_label is None) == (self.now == 0)
        assert (self.history.redo_label is None) == (self.now == len(self.past) - 1)

    @invariant()
    def nothing_dangles(self) -> None:
        for id, record in self.journey.records.items():
            assert record.id == id
            assert list(rules.problems(self.journey.records, record)) == []

    @invariant()
    def the_graph_is_in_step(self) -> None:
        assert described(self.journey.graph) == described(build_graph(self.journey.records.values()))

    @invariant()
    def the_lists_are_in_order(self) -> None:
        found: list[Record] = []
        for cls, _ in KINDS.values():
            expected = [record for record in self.journey.records.values() if type(record) is cls]
            expected.sort(key=lambda record: (getattr(record, "order", 0), record.id))
            assert self.journey.all(cls) == expected
            found.extend(expected)
        assert len(found) == len(self.journey)

    @invariant()
    def a_fresh_map_of_the_same_records_is_the_same(self) -> None:
        fresh = Journey(records=self.journey.records.values())
        assert (fresh.stages, fresh.channels) == (self.journey.stages, self.journey.channels)
        assert (fresh.all(Stage), fresh.all(Channel)) == (self.journey.stages, self.journey.channels)
