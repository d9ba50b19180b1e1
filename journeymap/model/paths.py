"""The path of a persona: the touchpoints that it passes in their order, with the links that lead from one to the next."""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

from journeymap.model.journey import Journey
from journeymap.model.structure import Link, Touchpoint


def cards_of(journey: Journey, path: Iterable[str]) -> tuple[str, ...]:
    """The touchpoints of a path, each once, in its order."""
    return tuple(dict.fromkeys(id for id in path if journey.find(Touchpoint, id) is not None))


def path_of(journey: Journey, cards: Sequence[str]) -> tuple[str, ...]:
    """A path through these touchpoints: between two that follow each other the link that leads there, where there is one."""
    links = _links(journey)
    path = list(cards[:1])
    for source, target in pairwise(cards):
        link = links.get((source, target))
        path += [link, target] if link is not None else [target]
    return tuple(path)


def linked_way(journey: Journey, cards: Sequence[str]) -> tuple[str, ...]:
    """These touchpoints with all that lies between them on the shortest way along the links.

    With none or one named, from it (or the first of the map in time) to the last of the map that it leads to. Where no
    link leads on from one to the next, they just follow each other.
    """
    ways = _ways(journey)
    if len(cards) < 2:
        cards = _ends(journey, cards, ways)
    way = list(cards[:1])
    for source, target in pairwise(cards):
        way += _shortest(ways, source, target)[1:] or [target]
    return tuple(dict.fromkeys(way))


def _ends(journey: Journey, cards: Sequence[str], ways: dict[str, list[str]]) -> Sequence[str]:
    places = {stage.id: place for place, stage in enumerate(journey.stages)}
    ordered = [card.id for card in sorted(journey.touchpoints, key=lambda card: (places[card.stage], card.order))]
    start = next(iter(cards), next((id for id in ordered if id in ways), next(iter(ordered), None)))
    if start is None:
        return ()
    reached = set(_came_from(ways, start))
    last = next((id for id in reversed(ordered) if id in reached), start)
    return (start, last) if last != start else (start,)


def _shortest(ways: dict[str, list[str]], source: str, target: str) -> list[str]:
    came = _came_from(ways, source)
    if target not in came:
        return []
    way = [target]
    while way[-1] != source:
        way.append(came[way[-1]])
    return way[::-1]


def _came_from(ways: dict[str, list[str]], source: str) -> dict[str, str]:
    """For all that can be reached: what comes just before it on the shortest way."""
    came = {source: source}
    waiting = deque([source])
    while waiting:
        at = waiting.popleft()
        for next_one in ways.get(at, ()):
            if next_one not in came:
                came[next_one] = at
                waiting.append(next_one)
    return came


def _ways(journey: Journey) -> dict[str, list[str]]:
    ways: dict[str, list[str]] = {}
    for link in journey.links:
        ways.setdefault(link.source, []).append(link.target)
    return ways


def _links(journey: Journey) -> dict[tuple[str, str], str]:
    """The link between two touchpoints; the usual next step where there are several."""
    found: dict[tuple[str, str], Link] = {}
    for link in journey.links:
        ends = link.source, link.target
        if ends not in found or (found[ends].type != "next" and link.type == "next"):
            found[ends] = link
    return {ends: link.id for ends, link in found.items()}
