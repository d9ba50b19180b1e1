"""Where the ways through a map break off: touchpoints without links, dead ends, what can't be reached."""

from collections.abc import Sequence

from journeymap.model.journey import Journey
from journeymap.model.structure import Touchpoint

Ways = dict[str, set[str]]


def ways(journey: Journey) -> Ways:
    """To which touchpoints the links of each touchpoint lead."""
    result: Ways = {}
    for source, target, data in journey.graph.edges(data=True):
        if data["kind"] == "link":
            result.setdefault(source, set()).add(target)
    return result


def isolated(cards: Sequence[Touchpoint], ways: Ways) -> list[Touchpoint]:
    """The touchpoints that no link touches."""
    led_to = set[str]().union(*ways.values())
    return [card for card in cards if card.id not in ways and card.id not in led_to]


def dead_ends(cards: Sequence[Touchpoint], ways: Ways) -> list[Touchpoint]:
    """The touchpoints that are led to and lead nowhere, but for those in the last stage that has any. `cards` are in time."""
    led_to = set[str]().union(*ways.values())
    return [card for card in cards if card.id in led_to and card.id not in ways and card.stage != cards[-1].stage]


def unreachable(cards: Sequence[Touchpoint], ways: Ways) -> list[list[Touchpoint]]:
    """Where ways begin that can't be reached from the first stage that has touchpoints. `cards` are in time.

    One group for each such beginning: a touchpoint that nothing leads to, or a loop that nothing leads into. What only
    follows from a group is not named again, nor is a touchpoint without links.
    """
    import networkx as nx

    waiting = [card.id for card in cards if card.stage == cards[0].stage]
    reached = set(waiting)
    while waiting:
        new = ways.get(waiting.pop(), set()) - reached
        reached |= new
        waiting.extend(new)
    beyond: nx.DiGraph[str] = nx.DiGraph()
    for source, targets in ways.items():
        if source not in reached:
            beyond.add_node(source)
            beyond.add_edges_from((source, target) for target in targets - reached)
    heads = {
        id: number
        for number, loop in enumerate(nx.strongly_connected_components(beyond))
        if all(source in loop for id in loop for source in beyond.predecessors(id))
        for id in loop
    }
    groups: dict[int, list[Touchpoint]] = {}
    for card in cards:
        if card.id in heads:
            groups.setdefault(heads[card.id], []).append(card)
    return list(groups.values())
