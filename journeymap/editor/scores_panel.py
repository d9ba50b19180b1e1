"""The panel below the canvas: what was measured for the selected touchpoint or stage."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from journeymap.editor.charts.facts import Facts, facts, shown_target
from journeymap.editor.charts.headings import Heading
from journeymap.editor.document import Document
from journeymap.editor.panel_widths import grown
from journeymap.editor.theme import theme
from journeymap.editor.widgets.labels import TextLabel
from journeymap.language import _
from journeymap.model.change import Change
from journeymap.model.measures import Counts, Metric, Wave
from journeymap.model.structure import JOURNEY_ID, Touchpoint
from journeymap.survey.display import whole
from journeymap.survey.overlay import all_scores, metrics, waves
from journeymap.survey.score import Score

if TYPE_CHECKING:
    from journeymap.editor.charts.sections import Sections

HEIGHT, LEAST_HEIGHT = 190, 150
# A map without scores needs the room more than the sentence that says so.
EMPTY_HEIGHT = 84


class ScoresPanel(QWidget):
    """Distribution, interval, course over time and segments of the selection's score; the journey's if nothing is selected.

    `import_requested`: the user wants to import a survey. Hidden, the panel does no work; pyqtgraph (0.6 s) is loaded
    when there is first a score to draw.
    """

    import_requested = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._scores: list[Score] | None = None
        self._shown: tuple[Facts, str, str] | None = None
        self._sections: Sections | None = None
        self._empty = not document.journey.all(Counts)
        self._set_least()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(_("Scores"))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._message = Message(self)
        self._message.button.clicked.connect(self.import_requested)
        self._stack.addWidget(self._message)
        # One update for all that a single edit or a rubber band alters.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.refresh)
        document.changed.connect(self._changed)
        theme().changed.connect(self._dressed)
        document.overlay_changed.connect(self._later)
        document.selection.changed.connect(self._later)

    @property
    def sections(self) -> "Sections | None":
        """The charts, or None where none has been needed yet."""
        return self._sections

    def sizeHint(self) -> QSize:
        """Room for four rows of a chart, or for a sentence."""
        return QSize(600, grown(EMPTY_HEIGHT if self._empty else HEIGHT))

    @property
    def message(self) -> "Message":
        """What is said where there is nothing to draw."""
        return self._message

    @property
    def drawing(self) -> bool:
        """Whether charts are shown, not a sentence."""
        return self._sections is not None and self._stack.currentWidget() is self._sections

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the panel was hidden."""
        super().showEvent(event)
        self._later()

    def refresh(self) -> None:
        """Show what the selection's scores are now; does nothing where they are what is shown."""
        if not self.isVisible():
            return
        found = self._facts()
        title = self._title(found)
        now = (found, title, self._document.heat.palette)
        if now == self._shown:
            return
        self._shown = now
        self._empty = found.state == "no scores"
        self._set_least()
        if found.state == "shown":
            sections = self._make_sections()
            sections.show_facts(found, title, self._document.heat.palette)
            self._stack.setCurrentWidget(sections)
        else:
            self._message.show_state(found, title, self._document.heat.thresholds.withhold)
            self._stack.setCurrentWidget(self._message)

    def _set_least(self) -> None:
        self.setMinimumHeight(grown(EMPTY_HEIGHT if self._empty else LEAST_HEIGHT))
        self.updateGeometry()

    def _make_sections(self) -> "Sections":
        if self._sections is None:
            from journeymap.editor.charts.sections import Sections

            self._sections = Sections(self)
            self._stack.addWidget(self._sections)
        return self._sections

    def _facts(self) -> Facts:
        document = self._document
        if self._scores is None:
            self._scores = all_scores(document.journey, document.heat.thresholds)
        target = shown_target(document.journey, document.selection.ids)
        return facts(document.journey, self._scores, target, self._metric(), self._wave(), document.heat.segment)

    def _metric(self) -> Metric | None:
        chosen = self._document.heat.metric or self._document.overlay.metric
        if chosen is None:
            chosen = next(iter(metrics(self._document.journey)), None)
        return chosen

    def _wave(self) -> str:
        if self._document.overlay.wave:
            return self._document.overlay.wave
        # The map is not heated; the panel tells all the same.
        found = waves(self._document.journey)
        chosen = self._document.heat.wave
        named = [wave.id for wave in found if chosen in (wave.id, wave.title)]
        return (named or [wave.id for wave in found] or [""])[-1]

    def _title(self, found: Facts) -> str:
        if found.title:
            return found.title
        return _("Journey") if found.target == JOURNEY_ID else _("Without a title")

    def _changed(self, change: Change) -> None:
        if any(_moves_answers(step.before, step.after) for step in change.steps):
            self._scores = None
        self._later()

    def _dressed(self) -> None:
        """Charts keep the colours and sizes that they were made with: they are made anew."""
        self._set_least()
        sections, self._sections, self._shown = self._sections, None, None
        if sections is not None:
            self._stack.setCurrentWidget(self._message)
            self._stack.removeWidget(sections)
            sections.hide()
            sections.deleteLater()
        self._later()

    def _later(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()


class Message(QWidget):
    """A sentence in the place of charts, with a way to get some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(parent=self)
        self.sentence = TextLabel("", self, role="muted", wrap=True)
        self.button = QPushButton(_("Import survey…"), self)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(row)
        column.addStretch(1)

    def show_state(self, found: Facts, title: str, least: int) -> None:
        """Say why there is nothing to draw, and what can be done."""
        if found.state == "no scores":
            self.heading.show_text(_("No scores yet"))
            self.sentence.setText(
                _("Import a survey (CSV or Excel) to see where the journey hurts and where it delights.")
            )
        elif found.state == "withheld":
            self.heading.show_text(title, _("fewer than {n} answers: withheld").format(n=whole(least)))
            self.sentence.setText(
                _("So few answers could be traced to a person. They count in the stage and the journey.")
            )
        else:
            self.heading.show_text(title, _("no answers"))
            self.sentence.setText(_("No question of the survey scores this yet."))
        self.button.setVisible(found.state != "withheld")


def _moves_answers(before: object, after: object) -> bool:
    record = after if after is not None else before
    if isinstance(record, (Counts, Wave)):
        return True
    if isinstance(before, Touchpoint) and isinstance(after, Touchpoint):
        return before.stage != after.stage
    return isinstance(record, Touchpoint)
