"""A hand for tests: it presses, drags and types on a canvas as a user would."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymap import Journey
from journeymap.editor.canvas.view import CanvasView
from journeymap.editor.document import Document
from journeymap.layout.shapes import Rect
from journeymap.model.structure import Channel, Link, Stage, Touchpoint

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def small_map(language: str = "en") -> Journey:
    """Three stages, three channels, a → b in the first stage, c in the second."""
    journey = Journey("Map")
    with journey.edit("Fill") as edit:
        edit.update("journey", language=language)
        for i, name in enumerate(("Awareness", "Purchase", "Use")):
            edit.add(Stage, id=f"s{i}", title=name, order=float(i))
        for i, name in enumerate(("Web", "Store", "Phone")):
            edit.add(Channel, id=f"c{i}", title=name, order=float(i))
        edit.add(Touchpoint, id="a", title="Sees ad", stage="s0", channel="c0", order=0.0)
        edit.add(Touchpoint, id="b", title="Reads reviews", stage="s0", channel="c1", order=1.0)
        edit.add(Touchpoint, id="c", title="Pays", stage="s1", channel="c0", order=0.0)
        edit.add(Link, id="ab", source="a", target="b")
    return journey


class Hand:
    """Drives a canvas; places are named by ids or given in reading coordinates."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas
        self.document: Document = canvas.document

    def at(self, place: str | tuple[float, float]) -> QPoint:
        """The pixel of an element's middle, or of a place in reading coordinates."""
        if isinstance(place, str):
            rect = self.canvas.map_layout.rect_of(place)
            assert rect is not None, place
            return self.canvas.pixels(rect).center().toPoint()
        return self.canvas.pixels(Rect(place[0], place[1], 0, 0)).topLeft().toPoint()

    def cell(self, stage: str, channel: str, column: int = 0) -> tuple[float, float]:
        """The middle of a cell's column."""
        layout = self.canvas.map_layout
        box = layout.stages[stage].columns[column]
        return box.x + box.w / 2, layout.rows[channel].rect.centre[1]

    def click(self, place: str | tuple[float, float], keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.mouseClick(self.canvas, LEFT, keys, self.at(place))

    def double_click(self, place: str | tuple[float, float]) -> None:
        QTest.mouseDClick(self.canvas, LEFT, NO_KEYS, self.at(place))

    def press(self, place: str | tuple[float, float] | QPoint, button: Qt.MouseButton = LEFT) -> QPoint:
        point = place if isinstance(place, QPoint) else self.at(place)
        QTest.mousePress(self.canvas, button, NO_KEYS, point)
        return point

    def move(self, start: QPoint, end: QPoint) -> None:
        for step in range(1, 9):
            QTest.mouseMove(self.canvas, start + (end - start) * step / 8)
            QApplication.processEvents()

    def drag(
        self,
        start: str | tuple[float, float] | QPoint,
        end: str | tuple[float, float],
        button: Qt.MouseButton = LEFT,
    ) -> None:
        first = self.press(start, button)
        last = self.at(end)
        self.move(first, last)
        QTest.mouseRelease(self.canvas, button, NO_KEYS, last)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.keyClick(self._receiver(), key, keys)

    def type(self, text: str) -> None:
        """Type any characters; QTest.keyClicks aborts the process on letters that are not ASCII."""
        for letter in text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                event = QKeyEvent(kind, _code(letter), NO_KEYS, letter)
                QApplication.sendEvent(self._receiver(), event)

    def wheel(self, place: str, turns: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        point = QPointF(self.at(place))
        event = QWheelEvent(
            point,
            self.canvas.mapToGlobal(point),
            QPoint(),
            QPoint(0, 120 * turns),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.canvas, event)

    def _receiver(self) -> QWidget:
        return self.canvas.title_editor or self.canvas

    def leave(self) -> None:
        """End the typing as a click elsewhere does, keeping the text."""
        if self.canvas.title_editor is not None:
            self.canvas.title_editor.finish("leave")

    @property
    def selected(self) -> list[str]:
        """The ids that are selected."""
        return list(self.document.selection.ids)

    @property
    def titles(self) -> list[str]:
        """All touchpoints' titles, in order of stages and columns."""
        journey = self.document.journey
        places = {stage.id: i for i, stage in enumerate(journey.stages)}
        return [t.title for t in sorted(journey.touchpoints, key=lambda t: (places[t.stage], t.order))]


def _code(letter: str) -> int:
    if letter == " ":
        return int(Qt.Key.Key_Space)
    return ord(letter.upper()) if letter.isascii() and letter.isalnum() else 0
