"""The three sections of the scores panel: distribution, over time, by segment. Importing this loads pyqtgraph."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journeymap.editor.charts.facts import Facts
from journeymap.editor.charts.groups import groups
from journeymap.editor.charts.headings import Heading
from journeymap.editor.charts.histogram import Histogram
from journeymap.editor.charts.intervals import ROW_HEIGHT, Intervals
from journeymap.editor.charts.numbers import show_number
from journeymap.editor.charts.over_time import OverTime
from journeymap.editor.charts.stack import Stack
from journeymap.editor.theme import scaled
from journeymap.editor.widgets.labels import ElidedLabel, TextLabel
from journeymap.language import _, ngettext
from journeymap.survey.display import metric_name, percent, show_margin, show_n, show_value, signed, whole
from journeymap.survey.score import Score

NAME_WIDTH = 130


class Section(QFrame):
    """A heading with something below it."""

    def __init__(self, parent: QWidget | None = None, cut_title: bool = False) -> None:
        super().__init__(parent)
        self.heading = Heading(cut_title, self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 8, 14, 6)
        self.column.setSpacing(7)
        self.column.addWidget(self.heading)


class Distribution(Section):
    """The answers: groups as one bar, values as a histogram."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # The name of what is selected can be read elsewhere, the number of answers can't.
        super().__init__(parent, cut_title=True)
        self.stack = Stack(self)
        self.histogram = Histogram(self)
        self.column.addWidget(self.stack)
        self.column.addWidget(self.histogram, 1)

    def show_facts(self, title: str, score: Score, palette: str) -> None:
        """Draw the answers of a score that may be shown."""
        self.heading.show_text(title, remark(score))
        found = groups(score)
        self.stack.setVisible(bool(found))
        if found:
            self.stack.show_groups(found, palette)
        self.histogram.show_score(score, palette)


class Course(Section):
    """The score over waves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = OverTime(self)
        self.column.addWidget(self.chart, 1)

    def show_facts(self, facts: Facts, palette: str) -> None:
        """Draw the waves."""
        rest = _("with 95 % intervals")
        if facts.goal is not None and facts.score is not None:
            rest = _("with 95 % intervals, target {target}").format(target=show_goal(facts.score, facts.goal))
        self.heading.show_text(_("Over time"), rest)
        self.chart.show_waves(facts.waves, facts.goal, palette)


class Segments(Section):
    """The score and its interval, for all answers and for each segment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget(self)
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 6, 0)
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnStretch(1, 1)
        self.chart = Intervals(inside)
        self.labels: list[tuple[ElidedLabel, TextLabel, TextLabel]] = []
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(self.grid)
        rows.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.column.addWidget(area, 1)

    def show_facts(self, facts: Facts, palette: str) -> None:
        """Draw the score and those of the segments."""
        assert facts.score is not None
        if facts.segments:
            self.heading.show_text(_("By segment"), _("with 95 % intervals"))
        else:
            self.heading.show_text(_("Score"), _("with 95 % interval"))
        found = facts.segments or ((facts.score.segment, facts.score),)
        rows = [(name or _("All answers"), score) for name, score in found]
        self._label(rows)
        self.grid.addWidget(self.chart, 0, 1, len(rows), 1)
        self.chart.show_scores([score for _name, score in rows], palette)

    def _label(self, rows: list[tuple[str, Score]]) -> None:
        while len(self.labels) > len(rows):
            for label in self.labels.pop():
                self.grid.removeWidget(label)
                label.deleteLater()
        while len(self.labels) < len(rows):
            row = len(self.labels)
            labels = ElidedLabel("", role="small"), TextLabel("", role="strong"), TextLabel("", role="small")
            for column, label in zip((0, 2, 3), labels, strict=True):
                label.setFixedHeight(scaled(ROW_HEIGHT))
                self.grid.addWidget(label, row, column)
            labels[0].setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            labels[0].setMaximumWidth(scaled(NAME_WIDTH))
            self.labels.append(labels)
        for (name, value, n), (text, score) in zip(self.labels, rows, strict=True):
            name.setText(text)
            # A withheld score says so in the place of n.
            value.setText("" if score.shown == "withheld" else show_value(score))
            n.setText(show_value(score) if score.shown == "withheld" else f"{show_margin(score)}  {show_n(score.n)}")


class Sections(QWidget):
    """The sections side by side, with thin rules between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.distribution = Distribution(self)
        self.course = Course(self)
        self.segments = Segments(self)
        self.rules = [QFrame(self) for _n in range(2)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for section, rule in ((self.distribution, None), (self.course, self.rules[0]), (self.segments, self.rules[1])):
            if rule is not None:
                rule.setProperty("role", "divider")
                row.addWidget(rule)
            row.addWidget(section, 4 if section is self.segments else 3)

    def show_facts(self, facts: Facts, title: str, palette: str) -> None:
        """Draw everything about a target whose score may be shown."""
        assert facts.score is not None
        self.distribution.show_facts(title, facts.score, palette)
        for part in (self.course, self.rules[0]):
            part.setVisible(bool(facts.waves))
        if facts.waves:
            self.course.show_facts(facts, palette)
        self.segments.show_facts(facts, palette)


def remark(score: Score) -> str:
    """The metric and how many answers it rests on: "NPS, 341 answers"."""
    few = score.shown == "tentative"
    text = (
        ngettext("{metric}, only {n} answer", "{metric}, only {n} answers", score.n)
        if few
        else ngettext("{metric}, {n} answer", "{metric}, {n} answers", score.n)
    )
    said = text.format(metric=metric_name(score.metric), n=whole(score.n))
    return f"{said} · {score.segment}" if score.segment else said


def show_goal(score: Score, goal: float) -> str:
    """A score to be reached, written as its metric is: "+10", "80 %", "5.4"."""
    if score.metric == "nps":
        return signed(goal)
    if score.metric == "csat":
        return percent(goal)
    return show_number(goal)
