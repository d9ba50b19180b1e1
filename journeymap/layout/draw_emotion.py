"""The emotion lane: what each persona feels along the journey, over what customers said when they were asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeymap.language import _
from journeymap.layout.curves import flatten
from journeymap.layout.map_layout import LaneBox
from journeymap.layout.monotone import monotone
from journeymap.layout.palette import MUTED, NO_HEAT, WHITE
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Circle, Curve, Point, Polygon, Rect, Shape, Text
from journeymap.layout.text import wrap
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Stage
from journeymap.survey.score import Score

RULE = "#B9C1CF"
MEASURED, MEASURED_BAND = "#3B5BDB", "#332F6FED"
TARGET = "#0E7C66"
PAD = 30.0
SPREAD = 92.0
DOT, RING = 9.0, 14.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A score on the lane's own scale, −2 to +2, with the ends of its interval."""

    value: float
    low: float
    high: float

    def differs(self, felt: float) -> bool:
        """Whether what the workshop felt lies outside what customers said."""
        return not self.low <= felt <= self.high


def emotion_shapes(scene: Scene, box: LaneBox) -> list[Shape]:
    """A dashed line for neutral, faces, the measured band, and a curve with its dots for every persona."""
    rect = box.rect
    start = scene.layout.body.x + box.label.w
    shapes: list[Shape] = [Curve(((start, height(box, 0)), (rect.right, height(box, 0))), RULE, 1, dash=(4, 5))]
    shapes += _face(start - 12, height(box, 2), 1) + _face(start - 12, height(box, -2), -1)
    known = measured_emotions(scene)
    shapes += _targets(scene, box)
    shapes += _band(box, card_places(scene), known)
    for persona, found in persona_points(scene, box).items():
        points = [point for point, _emotion in found]
        if len(points) > 1:
            shapes.append(Curve(monotone(points), scene.journey.get(Persona, persona).colour, 3, smooth=True))
        shapes += _dots(scene, points, [emotion for _point, emotion in found], known)
    return shapes


def persona_points(scene: Scene, box: LaneBox) -> dict[str, list[tuple[Point, Emotion]]]:
    """For each persona that is looked at, in their order: where its feelings stand, from left to right."""
    places = card_places(scene)
    wanted = scene.focus.personas
    found: dict[str, list[tuple[Point, Emotion]]] = {
        persona.id: [] for persona in scene.journey.all(Persona) if not wanted or persona.id in wanted
    }
    for emotion in scene.journey.all(Emotion):
        if emotion.touchpoint in places and emotion.persona in found:
            point = places[emotion.touchpoint], height(box, emotion.value)
            found[emotion.persona].append((point, emotion))
    for points in found.values():
        points.sort(key=lambda pair: (pair[0][0], pair[1].id))
    return found


def emotion_note(scene: Scene, box: LaneBox) -> list[Shape]:
    """Below the lane's name: that the band is what was measured."""
    if len(measured_emotions(scene)) < 2:
        return []
    place = Rect(box.label.x + 4, box.rect.y + 30, box.label.w - 34, 32)
    lines = wrap(_("and measured satisfaction"), "small", place.w, 2, scene.measure)
    return [Text(place, lines, "small", MUTED)]


def height(box: LaneBox, value: float) -> float:
    """Where a feeling, −2 to +2, stands in the lane."""
    middle = box.rect.y + box.rect.h / 2 + 4
    return middle - value / 2 * (box.rect.h / 2 - PAD)


def value_at(box: LaneBox, y: float) -> float:
    """The feeling that stands at a height, kept within −2 to +2."""
    middle = box.rect.y + box.rect.h / 2 + 4
    return max(-2.0, min(2.0, (middle - y) * 2 / (box.rect.h / 2 - PAD)))


def measured_emotions(scene: Scene) -> dict[str, Measured]:
    """For each touchpoint with a score that may be shown: that score on the scale of feelings."""
    scores = ((id, scene.score(id)) for id in scene.layout.cards)
    return {id: measured(score) for id, score in scores if score is not None and score.shown != "withheld"}


def measured(score: Score) -> Measured:
    """How good a score and the ends of its interval are, 0 to 1 stretched to −2 to +2."""
    value, *ends = (replace(score, value=v).good * 4 - 2 for v in (score.value, score.low, score.high))
    return Measured(value, min(ends), max(ends))


def card_places(scene: Scene) -> dict[str, float]:
    """For each touchpoint where its dot stands: under its card, side by side where several cards share a column."""
    columns: dict[tuple[str, int], list[str]] = {}
    cards = scene.layout.cards
    for card in sorted(cards.values(), key=lambda card: card.rect.y):
        columns.setdefault((card.stage, card.column), []).append(card.id)
    places: dict[str, float] = {}
    for ids in columns.values():
        step = min(SPREAD, cards[ids[0]].rect.w / len(ids))
        for place, id in enumerate(ids):
            places[id] = cards[id].rect.centre[0] + (place - (len(ids) - 1) / 2) * step
    return places


def _targets(scene: Scene, box: LaneBox) -> list[Shape]:
    """Where a stage has a target score: a dotted line over the stage, at the target's height."""
    shapes: list[Shape] = []
    for stage in scene.layout.stages.values():
        target = scene.journey.get(Stage, stage.id).target
        score = scene.score(stage.id) or next(iter(scene.overlay.scores.values()), None)
        if target is None or score is None or not scene.layout.options.heat:
            continue
        y = height(box, max(-2.0, min(2.0, measured(replace(score, value=target)).value)))
        shapes.append(Curve(((stage.rect.x + 6, y), (stage.rect.right - 6, y)), TARGET, 1.8, dash=(2, 4)))
    return shapes


def _band(box: LaneBox, places: dict[str, float], known: dict[str, Measured]) -> list[Shape]:
    if len(known) < 2:
        return []
    found = [known[id] for id in sorted(known, key=places.__getitem__)]
    xs = sorted(places[id] for id in known)
    high = monotone([(x, height(box, m.high)) for x, m in zip(xs, found, strict=True)])
    low = monotone([(x, height(box, m.low)) for x, m in zip(xs, found, strict=True)])
    middle = monotone([(x, height(box, m.value)) for x, m in zip(xs, found, strict=True)])
    edge = flatten(high, step=8) + flatten(low, step=8)[::-1]
    return [Polygon(tuple(edge), MEASURED_BAND), Curve(middle, MEASURED, 1.6, smooth=True, dash=(5, 4))]


def _dots(
    scene: Scene, points: Sequence[Point], emotions: Sequence[Emotion], known: dict[str, Measured]
) -> list[Shape]:
    shapes: list[Shape] = []
    for (x, y), emotion in zip(points, emotions, strict=True):
        score = known.get(emotion.touchpoint)
        if score is not None and score.differs(emotion.value):
            shapes.append(Circle(x, y, RING, None, MEASURED, 1.6))
        # Where no score heats the dot it belongs to its persona's curve.
        plain = NO_HEAT if score is not None else scene.journey.get(Persona, emotion.persona).colour
        shapes.append(Circle(x, y, DOT, scene.colour(emotion.touchpoint) or plain, WHITE, 2.5))
    return shapes


def _face(x: float, y: float, mood: int) -> list[Shape]:
    mouth = ((x - 4, y + 3), (x - 2, y + 3 + 3 * mood), (x + 2, y + 3 + 3 * mood), (x + 4, y + 3))
    if mood < 0:
        mouth = ((x - 4, y + 5), (x - 2, y + 2), (x + 2, y + 2), (x + 4, y + 5))
    return [
        Circle(x, y, 8, None, MUTED, 1.2),
        Circle(x - 3, y - 2, 1, MUTED),
        Circle(x + 3, y - 2, 1, MUTED),
        Curve(mouth, MUTED, 1.2, smooth=True),
    ]
