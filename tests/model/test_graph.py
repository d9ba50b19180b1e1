"""The graph says what the records say, at every moment of an edit."""

from collections.abc import Callable

import networkx as nx

from journeymap import Journey
from journeymap.model.graph import build_graph, links_between, put, referrers
from journeymap.model.kinds import REFERENCES, references
from journeymap.model.record import make
from journeymap.model.structure import Link, Stage, Touchpoint

Draw = Callable[..., Journey]


Described = tuple[dict[str, object], dict[tuple[str, str, object], object]]


def described(graph: "nx.MultiDiGraph[str]") -> Described:
    """All that a graph says: nodes with their data, edges with key and data."""
    nodes: dict[str, object] = {node: dict(graph.nodes[node]) for node in graph}
    return nodes, {(a, b, key): data for a, b, key, data in graph.edges(keys=True, data=True)}


def test_nodes_and_edges(full: Journey) -> None:
    graph = full.graph
    assert {node: graph.nodes[node]["record"] for node in graph} == dict(full.records)
    assert graph.edges["A", "B", "AB"] == {"kind": "link", "record": full.records["AB"]}
    stage_of_a = graph.edges["A", "s0", ("stage", 0)]
    assert stage_of_a == {"kind": "reference", "reference": REFERENCES[Touchpoint][0]}
    count = sum(len(list(references(record))) for record in full.records.values())
    assert graph.number_of_edges() == count + len(full.links)
    # A path that passes a touchpoint twice names it twice.
    assert {key for _, name, key in graph.out_edges("per", keys=True) if name == "A"} == {("path", 0), ("path", 5)}


def test_the_graph_keeps_step_with_an_edit(full: Journey) -> None:
    full.graph
    with full.edit("Much") as edit:
        edit.update("AB", target="D", label="Other way")
        assert described(full.graph) == described(build_graph(full.records.values()))
        edit.remove("s1")
        assert described(full.graph) == described(build_graph(full.records.values()))
        edit.add(Link, source="D", target="A")
        edit.update("per", path=("A", "A", "AB"))
        assert described(full.graph) == described(build_graph(full.records.values()))


def test_the_graph_bears_what_dangles_for_a_while(draw: Draw) -> None:
    journey = draw("A")
    with journey.edit("Late") as edit:
        edit.put("t", make(Touchpoint, id="t", stage="later", channel="c0"))
        edit.put("l", make(Link, id="l", source="t", target="u"))
        edit.put("u", make(Touchpoint, id="u", stage="later", channel="c0"))
        edit.put("later", make(Stage, id="later"))
    assert described(journey.graph) == described(build_graph(journey.records.values()))
    with journey.edit("Early") as edit:
        edit.put("later", None)
        edit.put("u", None)
        edit.put("t", None)
        edit.put("l", None)
    assert described(journey.graph) == described(build_graph(journey.records.values()))
    assert set(journey.graph.nodes) == set(journey.records)


def test_put_brings_one_record_in_step() -> None:
    graph = build_graph([])
    stage = make(Stage, id="s")
    card = make(Touchpoint, id="t", stage="s", channel="c")
    put(graph, None, card)
    assert "record" not in graph.nodes["s"]
    put(graph, None, stage)
    assert graph.nodes["s"] == {"record": stage}
    put(graph, card, None)
    put(graph, stage, None)
    put(graph, None, None)
    assert (list(graph.nodes), list(graph.edges)) == ([], [])


def test_referrers(full: Journey) -> None:
    names = sorted((record.id, reference.field) for record, reference in referrers(full.graph, "A"))
    assert names == [
        ("AB", "source"),
        ("act", "answers"),
        ("eA", "touchpoint"),
        ("kA", "target"),
        ("nA", "on"),
        ("pA", "on"),
        ("pABs1", "on"),
        ("per", "path"),
        ("per", "path"),
    ]
    assert list(referrers(full.graph, "gone")) == []


def test_links(full: Journey) -> None:
    assert {link.id for link in links_between(full.graph, {"A", "B", "gone"})} == {"AB"}
    assert {link.id for link in links_between(full.graph, {"A", "B", "C"})} == {"AB", "BC"}
    assert list(links_between(full.graph, {"A", "C"})) == []
