"""What each persona feels at a touchpoint: a slider from bad to good, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QToolButton, QVBoxLayout, QWidget

from journeymap.editor.document import Document
from journeymap.editor.icons import icon
from journeymap.editor.inspector.face import Face
from journeymap.editor.inspector.field import several_values
from journeymap.editor.inspector.line_fields import LineField
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.theme import COLOURS
from journeymap.editor.widgets.labels import ElidedLabel, TextLabel, set_tip
from journeymap.language import N_, _
from journeymap.model.change import Change
from journeymap.model.people import Emotion, Persona
from journeymap.model.record import Record
from journeymap.survey.display import number

FEEL, FORGET, SAY = N_("Change emotion"), N_("Remove emotion"), N_("Change reason")
STEPS = 10  # of the slider, a unit
MOST = 2


class FeelingSlider(QSlider):
    """A slider whose groove is filled from the middle; the wheel scrolls the form."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class EmotionRow(QWidget):
    """One persona. `felt` carries the persona's id and the value, or None for "not known"; `said` the id and the reason."""

    felt = Signal(str, object)
    said = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.persona = ""
        self._value: float | None = None
        self.name = ElidedLabel(role="small")
        self.face = Face()
        self.slider = FeelingSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-MOST * STEPS, MOST * STEPS)
        self.slider.setSingleStep(STEPS // 2)
        self.slider.setPageStep(STEPS)
        self.slider.setTracking(False)
        self.number = TextLabel(role="muted")
        self.number.setMinimumWidth(30)
        self.number.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.forget = QToolButton()
        self.forget.setIcon(icon("close", "muted"))
        self.forget.setProperty("role", "mini")
        self.forget.setAccessibleName(_("Remove emotion"))
        set_tip(self.forget, _("Remove emotion"))
        policy = self.forget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.forget.setSizePolicy(policy)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.note = LineField(_("Why"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 2)
        row.addWidget(self.face)
        row.addWidget(self.slider, 3)
        row.addWidget(self.number)
        row.addWidget(self.forget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.note)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderMoved.connect(self._preview)
        self.slider.sliderPressed.connect(self._pressed)
        self.slider.sliderReleased.connect(self._released)
        self.forget.clicked.connect(self._forget)
        self.note.edited.connect(self._say)

    def show_row(self, persona: Persona, emotions: Sequence[Emotion | None], named: bool) -> None:
        """Show what a persona feels at each of the touchpoints; what differs is left open."""
        values = {emotion.value if emotion is not None else None for emotion in emotions}
        value = next(iter(values)) if len(values) == 1 else None
        known = any(emotion is not None for emotion in emotions)
        notes = {emotion.note for emotion in emotions if emotion is not None}
        self.persona = persona.id
        self._value = value
        name = persona.title or _("Untitled")
        self.name.setText(name)
        self.name.setVisible(named)
        self.slider.blockSignals(True)
        self.slider.setValue(round((value or 0.0) * STEPS))
        self.slider.blockSignals(False)
        self.slider.setAccessibleName(_("Emotion of {persona}").format(persona=name))
        self.forget.setVisible(known)
        self.note.setVisible(known)
        self.note.focus_target().setAccessibleName(_("Why {persona} feels so").format(persona=name))
        if len(notes) == 1:
            self.note.show_value(next(iter(notes)))
        else:
            self.note.show_mixed()
        self._write(value)
        if len(values) > 1:
            set_tip(self.number, several_values())
            self.number.setText("…")
        else:
            set_tip(self.number, "")

    def _write(self, value: float | None) -> None:
        self.face.show_value(value)
        self.number.setText(feeling(value))
        colour = COLOURS["border_strong"]
        if value is not None:
            colour = COLOURS["danger"] if value < 0 else COLOURS["good"] if value > 0 else COLOURS["text"]
        self.slider.setStyleSheet(
            f"QSlider::handle:horizontal {{ background: {colour}; }}"
            f"QSlider::groove:horizontal {{ background: {colour if value is not None else COLOURS['border']}; }}"
        )

    def _preview(self, position: int) -> None:
        self._write(position / STEPS)

    def _pressed(self) -> None:
        self._write(self.slider.sliderPosition() / STEPS)

    def _released(self) -> None:
        # A press on the middle sets no other value, but it does say "neither good nor bad".
        if self._value is None and self.slider.value() == 0:
            self.felt.emit(self.persona, 0.0)

    def _moved(self, position: int) -> None:
        self.felt.emit(self.persona, position / STEPS)

    def _forget(self) -> None:
        self.felt.emit(self.persona, None)

    def _say(self, note: str) -> None:
        self.said.emit(self.persona, note)


class EmotionsPart(PartWidget):
    """A row for each persona of the map; without one, a line that says so."""

    several = True

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._touchpoints: tuple[str, ...] = ()
        self.rows: list[EmotionRow] = []
        self.nobody = TextLabel(_("Add a persona to note what it feels here."), role="small", wrap=True)
        self.box.addWidget(self.nobody)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show what the personas feel at these touchpoints."""
        self._touchpoints = tuple(record.id for record in records)
        wanted = set(self._touchpoints)
        journey = self.document.journey
        personas = journey.all(Persona)
        known = {(e.persona, e.touchpoint): e for e in journey.all(Emotion) if e.touchpoint in wanted}
        while len(self.rows) < len(personas):
            row = EmotionRow(self)
            row.felt.connect(self._felt)
            row.said.connect(self._said)
            self.box.addWidget(row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(personas))
            if place < len(personas):
                persona = personas[place]
                emotions = [known.get((persona.id, id)) for id in self._touchpoints]
                row.show_row(persona, emotions, named=len(personas) > 1)
        self.nobody.setVisible(not personas)

    def concerned(self, change: Change) -> bool:
        """Whether a persona came or went, or somebody feels otherwise here."""
        return any(
            isinstance(record, Persona) or (isinstance(record, Emotion) and record.touchpoint in self._touchpoints)
            for record in change.records()
        )

    def finish(self) -> None:
        """Hand over what was typed."""
        for row in self.rows:
            if row.isVisible():
                row.note.finish()

    def _felt(self, persona: str, value: float | None) -> None:
        touchpoints = [id for id in self._touchpoints if id in self.document.journey]
        found = {emotion.touchpoint: emotion for emotion in self._emotions(persona)}
        if value is None:
            with self.document.edit(FORGET) as edit:
                edit.remove(*(emotion.id for emotion in found.values()))
            return
        with self.document.edit(FEEL) as edit:
            for touchpoint in touchpoints:
                if touchpoint in found:
                    edit.update(found[touchpoint].id, value=float(value))
                else:
                    edit.add(Emotion, persona=persona, touchpoint=touchpoint, value=float(value))

    def _said(self, persona: str, note: str) -> None:
        self.set_all([emotion.id for emotion in self._emotions(persona)], SAY, note=note)

    def _emotions(self, persona: str) -> list[Emotion]:
        touchpoints = set(self._touchpoints)
        journey = self.document.journey
        return [e for e in journey.all(Emotion) if e.persona == persona and e.touchpoint in touchpoints]


def feeling(value: float | None) -> str:
    """A feeling as it is written: "+1", "−0.5", "–" where it is not known."""
    if value is None:
        return "–"
    text = number(value, 0 if value == round(value) else 1)
    return f"+{text}" if value > 0 else text
