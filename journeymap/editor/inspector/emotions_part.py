"""What each persona feels at a touchpoint: a slider from bad to good."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QToolButton, QWidget

from journeymap.editor.document import Document
from journeymap.editor.icons import icon
from journeymap.editor.inspector.face import Face
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.theme import COLOURS
from journeymap.editor.widgets.labels import ElidedLabel, TextLabel, set_tip
from journeymap.language import N_, _
from journeymap.model.change import Change
from journeymap.model.people import Emotion, Persona
from journeymap.model.record import Record
from journeymap.survey.display import number

FEEL, FORGET = N_("Change emotion"), N_("Remove emotion")
STEPS = 10  # of the slider, a unit
MOST = 2


class FeelingSlider(QSlider):
    """A slider whose groove is filled from the middle; the wheel scrolls the form."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class EmotionRow(QWidget):
    """One persona. `felt` carries the persona's id and the value, or None for "not known"."""

    felt = Signal(str, object)

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
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.name, 2)
        box.addWidget(self.face)
        box.addWidget(self.slider, 3)
        box.addWidget(self.number)
        box.addWidget(self.forget)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderMoved.connect(self._preview)
        self.slider.sliderPressed.connect(self._pressed)
        self.slider.sliderReleased.connect(self._released)
        self.forget.clicked.connect(self._forget)

    def show_row(self, persona: Persona, value: float | None, named: bool) -> None:
        """Show what a persona feels."""
        self.persona = persona.id
        self._value = value
        name = persona.title or _("Untitled")
        self.name.setText(name)
        self.name.setVisible(named)
        self.slider.blockSignals(True)
        self.slider.setValue(round((value or 0.0) * STEPS))
        self.slider.blockSignals(False)
        self.slider.setAccessibleName(_("Emotion of {persona}").format(persona=name))
        self.forget.setVisible(value is not None)
        self._write(value)

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


class EmotionsPart(PartWidget):
    """A row for each persona of the map; without one, a line that says so."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._touchpoint = ""
        self.rows: list[EmotionRow] = []
        self.nobody = TextLabel(_("Add a persona to note what it feels here."), role="small", wrap=True)
        self.box.addWidget(self.nobody)

    def show_record(self, record: Record) -> None:
        """Show what the personas feel at a touchpoint."""
        self._touchpoint = record.id
        journey = self.document.journey
        personas = journey.all(Persona)
        values = {e.persona: e.value for e in journey.all(Emotion) if e.touchpoint == record.id}
        while len(self.rows) < len(personas):
            row = EmotionRow(self)
            row.felt.connect(self._felt)
            self.box.addWidget(row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(personas))
            if place < len(personas):
                persona = personas[place]
                row.show_row(persona, values.get(persona.id), named=len(personas) > 1)
        self.nobody.setVisible(not personas)

    def concerned(self, change: Change) -> bool:
        """Whether a persona came or went, or somebody feels otherwise here."""
        return any(
            isinstance(record, Persona) or (isinstance(record, Emotion) and record.touchpoint == self._touchpoint)
            for record in change.records()
        )

    def _felt(self, persona: str, value: float | None) -> None:
        journey = self.document.journey
        if self._touchpoint not in journey:
            return
        found = [e for e in journey.all(Emotion) if (e.touchpoint, e.persona) == (self._touchpoint, persona)]
        if value is None:
            with self.document.edit(FORGET) as edit:
                edit.remove(*(emotion.id for emotion in found))
            return
        with self.document.edit(FEEL) as edit:
            if found:
                edit.update(found[0].id, value=float(value))
            else:
                edit.add(Emotion, persona=persona, touchpoint=self._touchpoint, value=float(value))


def feeling(value: float | None) -> str:
    """A feeling as it is written: "+1", "−0.5", "–" where it is not known."""
    if value is None:
        return "–"
    text = number(value, 0 if value == round(value) else 1)
    return f"+{text}" if value > 0 else text
