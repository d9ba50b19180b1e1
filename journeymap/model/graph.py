"""The map as a networkx graph: records are nodes, links and belongings are edges, kept in step with every Change."""

from collections.abc import Iterable, Iterator

import networkx as nx

from journeymap.model.kinds import Reference, references
from journeymap.model.record import Record
from journeymap.model.structure import Link

# Edges from a link's source to its target carry kind="link" and the link's id as key. All others lead from the record
# that refers to the record it names: kind="reference", key=(field, place), reference=Reference.


def build_graph(records: Iterable[Record]) -> "nx.MultiDiGraph[str]":
    """The graph of a whole map: node = id with `record`, edges as described above."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    records = list(records)
    for record in records:
        graph.add_node(record.id, record=record)
    for record in records:
        _connect(graph, record)
    return graph


def put(graph: "nx.MultiDiGraph[str]", before: Record | None, after: Record | None) -> None:
    """Bring the graph in step with one record that was altered."""
    if before is not None:
        _disconnect(graph, before)
    if after is None:
        # A node stays while others still name it: the rules decide at the end of the edit whether that may be.
        if before is not None:
            graph.nodes[before.id].pop("record", None)
            if graph.degree(before.id) == 0:
                graph.remove_node(before.id)
    else:
        graph.add_node(after.id, record=after)
        _connect(graph, after)


def referrers(graph: "nx.MultiDiGraph[str]", id: str) -> Iterator[tuple[Record, Reference]]:
    """The records that name this one, each with the reference that does."""
    if id not in graph:
        return
    for source, _, data in graph.in_edges(id, data=True):
        if data["kind"] == "reference" and "record" in graph.nodes[source]:
            yield graph.nodes[source]["record"], data["reference"]


def links_between(graph: "nx.MultiDiGraph[str]", ids: set[str]) -> Iterator[Link]:
    """The links whose two ends are both among these touchpoints."""
    for id in ids:
        if id not in graph:
            continue
        for _, target, data in graph.out_edges(id, data=True):
            if data["kind"] == "link" and target in ids:
                yield data["record"]


def _connect(graph: "nx.MultiDiGraph[str]", record: Record) -> None:
    for place, (reference, name) in enumerate(references(record)):
        key = (reference.field, place)
        graph.add_edge(record.id, name, key=key, kind="reference", reference=reference)
    if isinstance(record, Link):
        graph.add_edge(record.source, record.target, key=record.id, kind="link", record=record)


def _disconnect(graph: "nx.MultiDiGraph[str]", record: Record) -> None:
    named = {name for _, name in references(record)}
    for name in named:
        if graph.has_edge(record.id, name):
            edges = dict(graph[record.id][name])
            for key in [key for key, data in edges.items() if data["kind"] == "reference"]:
                graph.remove_edge(record.id, name, key=key)
    if isinstance(record, Link) and graph.has_edge(record.source, record.target, key=record.id):
        graph.remove_edge(record.source, record.target, key=record.id)
    for name in named:
        if name in graph and "record" not in graph.nodes[name] and graph.degree(name) == 0:
            graph.remove_node(name)
