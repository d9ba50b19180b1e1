"""What the room sees: a widget that paints the slide and goes from one to the next."""

import time

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from journeymap.editor.document import Document
from journeymap.editor.presentation.facts import facts_of
from journeymap.editor.presentation.map_part import MapPart
from journeymap.editor.presentation.slide import Look, Slide, make_slide, on_the_way, paint_slide
from journeymap.editor.presentation.steps import Way
from journeymap.editor.presentation.stopwatch import Stopwatch
from journeymap.editor.presentation.strip import paint_strip
from journeymap.editor.presentation.talk import Talk
from journeymap.language import _
from journeymap.layout.palette import PAPER
from journeymap.model.change import Change
from journeymap.paint.painter import colour, prepare

MOVE_MS = 220
SLOW_SECONDS = 0.07  # a frame that takes longer ends the move: better a jump than a stutter


class Projection(QWidget):
    """Shows a document's map step by step, follows its changes, and never alters it. With `black` it shows nothing."""

    def __init__(
        self,
        document: Document,
        way: Way = "stages",
        persona: str = "",
        at: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.document = document
        self.talk = Talk(document.journey, way, persona, at)
        self.watch = Stopwatch()
        self.black = False
        self._part: MapPart | None = None
        self._slide: Slide | None = None
        self._from: Look | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 240)
        self._move = QVariantAnimation(self)
        self._move.setDuration(MOVE_MS)
        self._move.setStartValue(0.0)
        self._move.setEndValue(1.0)
        self._move.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._move.valueChanged.connect(self.update)
        document.changed.connect(self._changed)
        document.overlay_changed.connect(self._overlay_changed)
        self.stepped()

    @property
    def part(self) -> MapPart:
        """The map, made anew when it has changed."""
        if self._part is None:
            document = self.document
            self._part = MapPart(document.journey, document.overlay, document.heat, self.talk.persona)
        return self._part

    @property
    def slide(self) -> Slide:
        """What the room sees, once nothing moves any more."""
        if self._slide is None:
            document, talk = self.document, self.talk
            facts = facts_of(document.journey, document.overlay, talk.step, talk.persona, document.heat.palette)
            self._slide = make_slide(talk.step, facts, self.part, self.width(), self.height())
        return self._slide

    @property
    def moving(self) -> bool:
        """Whether the view of the map is on its way."""
        return self._move.state() == QVariantAnimation.State.Running

    def go(self, index: int) -> None:
        """Look at another step."""
        start = self._look()
        if self.talk.go(index):
            self._travel(start)

    def choose(self, way: Way, persona: str) -> None:
        """Go through the map in another way, or along another persona's path."""
        start = self._look()
        if persona != self.talk.persona:
            self._part = None
        self.talk.choose(way, persona)
        self._travel(start)

    def stepped(self) -> None:
        """Another step is looked at, or what is said of it has changed."""
        talk = self.talk
        self.watch.look_at(talk.step.id)
        record = self.document.journey.records[talk.step.id]
        self.setAccessibleName(str(getattr(record, "title", "")) or _("Untitled"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set everything for another screen."""
        super().resizeEvent(event)
        self._move.stop()
        self._slide = self._from = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slide, or nothing but black."""
        began = time.monotonic()
        with QPainter(self) as painter:
            if self.black:
                painter.fillRect(self.rect(), Qt.GlobalColor.black)
                return
            painter.fillRect(self.rect(), colour(PAPER))
            prepare(painter)
            paint_slide(painter, self.slide, self.part, self._look(), self._progress)
            paint_strip(painter, self.slide.places, self.talk.steps, self.talk.index, self.watch, self.part.rtl)
        if self.moving and time.monotonic() - began > SLOW_SECONDS:
            self._move.setCurrentTime(MOVE_MS)

    @property
    def _progress(self) -> float:
        return float(self._move.currentValue()) if self.moving else 1.0

    def _look(self) -> Look:
        return on_the_way(self._from, self.slide, self._progress)

    def _travel(self, start: Look) -> None:
        """Go to the step that the talk stands at, from what was looked at before."""
        self._move.stop()
        self._slide = None
        self._from = start
        self.stepped()
        self._move.start()
        self.update()

    def _changed(self, change: Change) -> None:
        before = self.talk.step
        self.talk.refresh()
        self._part = self._slide = None
        if self.talk.step != before:
            self._move.stop()
            self._from = None
        self.stepped()
        self.update()

    def _overlay_changed(self) -> None:
        self._part = self._slide = None
        self.update()
