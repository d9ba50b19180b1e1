"""The gesture in the emotion lane: a point of a curve goes up and down."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from journeymap.editor.canvas import marks
from journeymap.editor.canvas.surface import Surface
from journeymap.language import N_
from journeymap.layout.draw_emotion import DOT, card_places, height, persona_points, value_at
from journeymap.layout.map_layout import LaneBox
from journeymap.layout.shapes import Rect
from journeymap.model.people import Emotion, Persona
from journeymap.survey.display import number

REACH = 14.0
COLUMN_REACH = 40.0


class DragEmotion:
    """A point of the curve goes up and down; it snaps to the five steps, with Shift it stands in between."""

    def __init__(self, surface: Surface, persona: str, touchpoint: str, x: float) -> None:
        self._surface = surface
        self._persona = persona
        self._touchpoint = touchpoint
        self._x = x
        self._value: float | None = None

    def move(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """The feeling at the pointer's height."""
        value = value_at(self._lane(), self._surface.reading(point)[1])
        between = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        self._value = (round(value, 1) if between else float(round(value))) + 0.0
        self._surface.refresh()

    def release(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Set it."""
        self.move(point, keys)
        document = self._surface.document
        old = next(
            (
                emotion
                for emotion in document.journey.all(Emotion)
                if (emotion.persona, emotion.touchpoint) == (self._persona, self._touchpoint)
            ),
            None,
        )
        with document.edit(N_("Set emotion")) as edit:
            if old is not None:
                edit.update(old.id, value=self._value)
            else:
                edit.add(Emotion, persona=self._persona, touchpoint=self._touchpoint, value=self._value)

    def cancel(self) -> None:
        """Nothing was altered."""
        self._surface.refresh()

    def paint(self, painter: QPainter) -> None:
        """The point where it will be, and its value."""
        if self._value is None:
            return
        y = height(self._lane(), self._value)
        place = self._surface.pixels(Rect(self._x - DOT, y - DOT, 2 * DOT, 2 * DOT))
        marks.point(painter, place, number(self._value, 0 if self._value == round(self._value) else 1))

    def _lane(self) -> LaneBox:
        return self._surface.map_layout.lanes["emotion"]


def emotion_gesture(surface: Surface, point: QPointF) -> DragEmotion | None:
    """The gesture that begins at a point of the emotion lane: on a dot, or under a card that has none yet.

    It is the feeling of the persona that is selected, if one is; else of the one whose dot it is, or which has none there.
    """
    lane = surface.map_layout.lanes["emotion"]
    scene = surface.picture.scene
    x, y = surface.reading(point)
    found = persona_points(scene, lane)
    selected = surface.document.selection.current
    if selected in found:
        found = {selected: found[selected]}
    near = [
        (abs(px - x) + abs(py - y), emotion)
        for points in found.values()
        for (px, py), emotion in points
        if abs(px - x) <= REACH and abs(py - y) <= REACH
    ]
    if near:
        emotion = min(near, key=lambda pair: pair[0])[1]
        return DragEmotion(surface, emotion.persona, emotion.touchpoint, card_places(scene)[emotion.touchpoint])
    personas = [persona for persona in surface.document.journey.all(Persona) if persona.id in found]
    places = card_places(scene)
    under = min(places, key=lambda place: abs(places[place] - x), default=None)
    if not personas or under is None or abs(places[under] - x) > COLUMN_REACH:
        return None
    felt = {emotion.persona for points in found.values() for _point, emotion in points if emotion.touchpoint == under}
    free = [persona for persona in personas if persona.id not in felt]
    return DragEmotion(surface, (free or personas)[0].id, under, places[under])
