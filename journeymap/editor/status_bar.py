"""The status bar: saved or not, how much there is, what happened last, work under way, the selected score, the zoom."""

import math

from babel.dates import format_time
from babel.numbers import format_percent
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSlider,
    QStatusBar,
    QToolButton,
    QWidget,
)

from journeymap.editor.background import Task
from journeymap.editor.counts import counts_line
from journeymap.editor.document import Document
from journeymap.editor.widgets.labels import ElidedLabel, TextLabel, set_tip
from journeymap.editor.workspace import Workspace
from journeymap.language import _, explain, locale
from journeymap.model.problem import Problem
from journeymap.survey.display import metric_name, show_margin, show_n, show_value

MESSAGE_MS = 9000
LEAST_ZOOM, MOST_ZOOM = 0.05, 4.0
STEPS = 100


class ZoomSlider(QSlider):
    """A slider on which every step is the same factor."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel over the slider zooms too, a step at a time."""
        step = 4 if event.angleDelta().y() > 0 else -4
        self.setValue(self.value() + step)
        event.accept()


def zoom_at(position: int) -> float:
    """The zoom at a position of the slider."""
    return LEAST_ZOOM * math.exp(math.log(MOST_ZOOM / LEAST_ZOOM) * position / STEPS)


def position_of(zoom: float) -> int:
    """The position of the slider for a zoom."""
    share = math.log(min(max(zoom, LEAST_ZOOM), MOST_ZOOM) / LEAST_ZOOM) / math.log(MOST_ZOOM / LEAST_ZOOM)
    return round(share * STEPS)


class StatusBar(QStatusBar):
    """Follows one workspace. `zoomed` carries a zoom that was chosen here."""

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._task: Task | None = None
        self.setSizeGripEnabled(False)
        self.saved = TextLabel()
        self.counts = ElidedLabel()
        self.focus = ElidedLabel(role="on")
        self.message = ElidedLabel()
        # The title in it may be long, and the numbers stand behind it.
        self.score = ElidedLabel(cut=Qt.TextElideMode.ElideMiddle)
        for label in (self.counts, self.focus, self.score):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.percent = TextLabel()
        self.percent.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.progress = QProgressBar()
        self.progress.setFixedWidth(110)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.setProperty("role", "link")
        self.cancel.clicked.connect(self._cancel)
        self.out, self.slider, self.into = QToolButton(), ZoomSlider(Qt.Orientation.Horizontal), QToolButton()
        self.out.setText("\N{MINUS SIGN}")
        self.into.setText("+")
        for button, name in ((self.out, _("Zoom out")), (self.into, _("Zoom in"))):
            button.setAccessibleName(name)
            set_tip(button, name)
        self.slider.setRange(0, STEPS)
        self.slider.setFixedWidth(92)
        self.slider.setAccessibleName(_("Zoom"))
        self.zoom = QWidget()
        self.zoom.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self.zoom)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.percent, self.out, self.slider, self.into):
            row.addWidget(widget)
        self.setContentsMargins(10, 0, 8, 0)
        for label in (self.counts, self.focus, self.message):
            label.setContentsMargins(12, 0, 0, 0)
        self.score.setContentsMargins(12, 0, 12, 0)
        for left, stretch in ((self.saved, 0), (self.counts, 0), (self.focus, 0), (self.message, 1)):
            self.addWidget(left, stretch)
        for right in (self.progress, self.cancel, self.score, self.zoom):
            self.addPermanentWidget(right)
        self._clear = QTimer(self)
        self._clear.setSingleShot(True)
        self._clear.setInterval(MESSAGE_MS)
        self._clear.timeout.connect(self.message.clear)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self.refresh)
        self._trouble: Problem | None = None
        self.slider.valueChanged.connect(self._slid)
        self.out.clicked.connect(self._step_out)
        self.into.clicked.connect(self._step_in)
        self._idle()
        self.attach(None)

    def attach(self, workspace: Workspace | None) -> None:
        """Follow another workspace; None: only messages are shown."""
        self._document = workspace.document if workspace is not None else None
        if workspace is not None:
            document = workspace.document
            document.changed.connect(self._edited)
            document.overlay_changed.connect(self._later)
            document.status_changed.connect(self._later)
            document.selection.changed.connect(self._later)
            workspace.canvas.zoom_changed.connect(self.show_zoom)
            workspace.message.connect(self.say)
            self.show_zoom(workspace.canvas.zoom())
        for widget in (self.saved, self.counts, self.score, self.zoom):
            widget.setVisible(workspace is not None)
        self.refresh()

    def say(self, text: str) -> None:
        """Show a sentence for a while; "" takes the last one away."""
        self.message.setText(text)
        if text:
            self._clear.start()

    def show_trouble(self, problem: Problem | None) -> None:
        """A mark that stays while the recovery journal can't be written."""
        self._trouble = problem
        self.refresh()

    def show_focus(self, text: str) -> None:
        """What is looked at while the rest fades; "" for the whole map."""
        self.focus.setText(text)
        self.focus.setVisible(bool(text))

    def show_zoom(self, zoom: float) -> None:
        """Show how near the map is looked at."""
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("888\u00a0%"))
        self.percent.setText(format_percent(zoom, format="#,##0\u00a0%", locale=locale()))
        self.slider.blockSignals(True)
        self.slider.setValue(position_of(zoom))
        self.slider.blockSignals(False)

    def watch(self, task: Task, text: str) -> None:
        """Show that work is under way, with a button to call it off."""
        self._task = task
        self.say(text)
        self._clear.stop()
        self.progress.setRange(0, 0)
        self.progress.show()
        self.cancel.show()
        task.progressed.connect(self._progressed)
        task.ended.connect(self._idle)

    def refresh(self) -> None:
        """Show all that depends on the document."""
        self._late.stop()
        document = self._document
        if document is None:
            return
        self.saved.setText(saved_line(document))
        role = ""
        if self._trouble is not None:
            self.saved.setText(_("Not protected against a crash"))
            role = "warning"
        set_tip(self.saved, explain(self._trouble) if self._trouble is not None else "")
        if self.saved.property("role") != role:
            self.saved.setProperty("role", role)
            self.saved.style().polish(self.saved)
        self.counts.setText(counts_line(document.journey))
        self.score.setText(score_line(document))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No text takes more than a third: the zoom keeps its place, and what happened last can be read."""
        super().resizeEvent(event)
        for label in (self.counts, self.focus, self.score):
            label.setMaximumWidth(max(event.size().width() // 3, 1))

    def _edited(self) -> None:
        """What was said before this change is over; work under way says what it does until it ends."""
        if self._task is None:
            self.say("")
        self._later()

    def _later(self) -> None:
        self._late.start()

    def _progressed(self, part: float) -> None:
        self.progress.setRange(0, 100)
        self.progress.setValue(round(part * 100))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.say(_("Cancelled."))
            self._idle()

    def _idle(self) -> None:
        self._task = None
        self.progress.hide()
        self.cancel.hide()

    def _slid(self, position: int) -> None:
        self.zoomed.emit(zoom_at(position))

    def _step_out(self) -> None:
        self.slider.setValue(self.slider.value() - 5)

    def _step_in(self) -> None:
        self.slider.setValue(self.slider.value() + 5)


def saved_line(document: Document) -> str:
    """Whether the map is saved, and since when."""
    if document.modified:
        return _("Not saved")
    if document.saved_at is not None:
        return _("Saved {time}").format(time=format_time(document.saved_at, "short", locale=locale()))
    return _("Saved") if document.path is not None else _("New map")


def score_line(document: Document) -> str:
    """The score of what is selected: "Delivery: NPS −31 ±5, n=598"; "" where there is none."""
    current = document.selection.current or "journey"
    score = document.overlay.scores.get(current)
    if score is None:
        return ""
    title = getattr(document.journey.records.get(current), "title", "") or _("Untitled")
    line = _("{title}: {metric} {value} {margin}, {n}") if show_margin(score) else _("{title}: {metric} {value}, {n}")
    return line.format(
        title=title,
        metric=metric_name(score.metric),
        value=show_value(score),
        margin=show_margin(score),
        n=show_n(score.n),
    )
