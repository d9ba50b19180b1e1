"""The emotion lane: what each persona feels along the journey, over what was measured there."""

from collections.abc import Sequence

from journeymap.layout.map_layout import LaneBox
from journeymap.layout.monotone import monotone
from journeymap.layout.palette import MUTED, NO_HEAT, WHITE
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Circle, Curve, Point, Shape
from journeymap.model.people import Emotion, Persona

RULE = "#B9C1CF"
PAD = 30.0
SPREAD = 92.0
DOT = 9.0


def emotion_shapes(scene: Scene, box: LaneBox) -> list[Shape]:
    """A dashed line for neutral, a face at either end, and a curve with its dots for every persona."""
    rect = box.rect
    start = scene.layout.body.x + box.label.w
    shapes: list[Shape] = [Curve(((start, height(box, 0)), (rect.right, height(box, 0))), RULE, 1, dash=(4, 5))]
    shapes += _face(start - 12, height(box, 2), 1) + _face(start - 12, height(box, -2), -1)
    places = card_places(scene)
    felt: dict[str, list[tuple[float, Emotion]]] = {}
    for emotion in scene.journey.all(Emotion):
        if emotion.touchpoint in places:
            felt.setdefault(emotion.persona, []).append((places[emotion.touchpoint], emotion))
    for persona in scene.journey.all(Persona):
        found = sorted(felt.get(persona.id, ()), key=lambda pair: (pair[0], pair[1].id))
        points = [(x, height(box, emotion.value)) for x, emotion in found]
        if len(points) > 1:
            shapes.append(Curve(monotone(points), persona.colour, 3, smooth=True))
        shapes += _dots(scene, points, [emotion for _, emotion in found])
    return shapes


def height(box: LaneBox, value: float) -> float:
    """Where a feeling, −2 to +2, stands in the lane."""
    middle = box.rect.y + box.rect.h / 2 + 4
    return middle - value / 2 * (box.rect.h / 2 - PAD)


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


def _dots(scene: Scene, points: Sequence[Point], emotions: Sequence[Emotion]) -> list[Shape]:
    pairs = zip(points, emotions, strict=True)
    return [Circle(x, y, DOT, scene.colour(e.touchpoint) or NO_HEAT, WHITE, 2.5) for (x, y), e in pairs]


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
