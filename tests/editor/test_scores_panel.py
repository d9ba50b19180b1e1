"""The scores panel: what it says and draws for what is selected, and that it works no more than it must."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor import scores_panel
from journeymap.editor.charts.sections import Sections
from journeymap.editor.document import Document
from journeymap.editor.scores_panel import HEIGHT, ScoresPanel
from journeymap.model.structure import Touchpoint
from journeymap.survey.overlay import HeatChoice, all_scores
from journeymap.survey.score import Score, Thresholds
from tests.editor.survey_hand import add_counts

MANY = {0.0: 20, 3.0: 12, 6.0: 33, 7.0: 10, 8.0: 12, 9.0: 8, 10.0: 5}  # 65 detractors, 22 passives, 13 promoters


@pytest.fixture
def document(journey: Journey) -> Document:
    return Document(journey)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[Document], ScoresPanel]:
    def shown(document: Document) -> ScoresPanel:
        panel = ScoresPanel(document)
        qtbot.addWidget(panel)
        panel.resize(925, HEIGHT)
        panel.show()
        settle()
        return panel

    return shown


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def sections(panel: ScoresPanel) -> Sections:
    assert panel.drawing
    assert panel.sections is not None
    return panel.sections


def heading(panel: ScoresPanel) -> tuple[str, str]:
    """The bold title and the remark beside it, wherever they stand."""
    found = sections(panel).distribution.heading if panel.drawing else panel.message.heading
    return found.title.text(), found.remark.text()


def test_a_map_without_scores_invites_to_import(
    qtbot: QtBot, document: Document, show: Callable[[Document], ScoresPanel]
) -> None:
    panel = show(document)
    assert not panel.drawing
    assert heading(panel)[0] == "No scores yet"
    assert "Import a survey" in panel.message.sentence.text()
    with qtbot.waitSignal(panel.import_requested):
        panel.message.button.click()


def test_pyqtgraph_is_loaded_only_for_a_score() -> None:
    script = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication(["test", "-platform", "offscreen"])
from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.scores_panel import ScoresPanel
from journeymap.editor.import_dialog import ImportDialog
panel = ScoresPanel(Document(Journey("Map")))
panel.show()
application.processEvents()
print("pyqtgraph" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_touchpoint_shows_groups_values_and_interval(
    document: Document, show: Callable[[Document], ScoresPanel]
) -> None:
    add_counts(document.journey, "call", MANY)
    panel = show(document)
    document.selection.set(["call"])
    settle()
    assert heading(panel) == ("Call", "NPS, 100 answers")
    found = sections(panel)
    stack = found.distribution.stack
    assert [(group.name, round(group.part, 2)) for group, _ in stack.parts()] == [
        ("detractors", 0.65),
        ("passives", 0.22),
        ("promoters", 0.13),
    ]
    assert stack.accessibleName() == "detractors 65 %, passives 22 %, promoters 13 %"
    bars = found.distribution.histogram.items.opts
    assert list(bars["x"]) == list(range(11))
    assert list(bars["height"]) == [MANY.get(float(x), 0) for x in range(11)]
    dots, _ = found.segments.chart.dots.getData()
    assert list(dots) == [-52.0]
    assert found.segments.labels[0][1].text() == "−52"
    assert found.segments.labels[0][2].text().endswith("n=100")
    assert found.course.isHidden()


def test_nothing_selected_shows_the_journey_and_a_pain_point_its_touchpoint(
    document: Document, show: Callable[[Document], ScoresPanel]
) -> None:
    add_counts(document.journey, "call", MANY)
    panel = show(document)
    assert heading(panel) == ("A small map", "NPS, 100 answers")
    document.selection.set(["queue"])
    settle()
    assert heading(panel)[0] == "Call"
    document.selection.set(["after"])
    settle()
    assert heading(panel) == ("After", "NPS, 100 answers")


def test_what_was_not_asked_says_so(document: Document, show: Callable[[Document], ScoresPanel]) -> None:
    add_counts(document.journey, "call", MANY)
    panel = show(document)
    document.selection.set(["search"])
    settle()
    assert not panel.drawing
    assert heading(panel) == ("Search", "no answers")
    assert not panel.message.button.isHidden()


def test_few_answers_are_withheld(document: Document, show: Callable[[Document], ScoresPanel]) -> None:
    add_counts(document.journey, "call", {9.0: 2, 3.0: 2})
    add_counts(document.journey, "rate", MANY)
    panel = show(document)
    document.selection.set(["rate"])
    settle()
    document.selection.set(["call"])
    settle()
    assert not panel.drawing
    assert heading(panel) == ("Call", "fewer than 5 answers: withheld")
    assert panel.message.button.isHidden()
    shown = " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "n=4" not in shown


def test_few_answers_that_may_be_shown_are_called_few(
    document: Document, show: Callable[[Document], ScoresPanel]
) -> None:
    add_counts(document.journey, "call", {9.0: 6, 3.0: 6})
    document.selection.set(["call"])
    assert heading(show(document)) == ("Call", "NPS, only 12 answers")


def test_segments_stand_one_below_the_other_and_a_small_one_is_withheld(
    document: Document, show: Callable[[Document], ScoresPanel]
) -> None:
    add_counts(document.journey, "call", MANY, segment="new")
    add_counts(document.journey, "call", {10.0: 40}, segment="old")
    add_counts(document.journey, "call", {0.0: 3}, segment="rare")
    document.selection.set(["call"])
    panel = show(document)
    segments = sections(panel).segments
    texts = [[label.text() for label in labels] for labels in segments.labels]
    assert [(name, value) for name, value, _ in texts] == [
        ("All answers", "−10"),
        ("new", "−52"),
        ("old", "+100"),
        ("rare", ""),
    ]
    assert texts[3][2] == "n<5"
    x, y = segments.chart.dots.getData()
    assert list(y) == [0.5, 1.5, 2.5]
    assert list(x)[1:] == [-52.0, 100.0]


def test_the_chosen_segment_is_the_one_that_is_shown(
    document: Document, show: Callable[[Document], ScoresPanel]
) -> None:
    add_counts(document.journey, "call", MANY, segment="new")
    add_counts(document.journey, "call", {10.0: 40}, segment="old")
    document.selection.set(["call"])
    panel = show(document)
    document.set_heat(HeatChoice(segment="old"))
    settle()
    assert heading(panel) == ("Call", "NPS, 40 answers · old")


def test_waves_make_a_course_with_gaps(document: Document, show: Callable[[Document], ScoresPanel]) -> None:
    for wave, values in (("w1", MANY), ("w2", {5.0: 2}), ("w3", {10.0: 50}), ("w4", {9.0: 20, 2.0: 20})):
        add_counts(document.journey, "call", values, wave)
    with document.edit("Edit stage") as edit:
        edit.update("after", target=10.0)
    document.selection.set(["call"])
    panel = show(document)
    course = sections(panel).course
    assert course.isVisible()
    assert course.heading.remark.text() == "with 95 % intervals"
    runs = [item.getData()[0] for item in course.chart.plot.listDataItems()]
    assert sorted(len(run) for run in runs if run is not None and len(run) < 3)
    names = [name for _, name in course.chart.plot.getAxis("bottom")._tickLevels[0]]
    assert names == ["W1", "W2", "W3", "W4"]
    document.selection.set(["after"])
    settle()
    assert course.heading.remark.text() == "with 95 % intervals, target +10"


def test_csat_shows_its_top_two_and_ces_no_groups(document: Document, show: Callable[[Document], ScoresPanel]) -> None:
    add_counts(document.journey, "call", {1.0: 10, 3.0: 10, 4.0: 10, 5.0: 10}, metric="csat", scale=(1.0, 5.0))
    add_counts(document.journey, "rate", {1.0: 10, 7.0: 30}, metric="ces", scale=(1.0, 7.0))
    document.selection.set(["call"])
    panel = show(document)
    stack = sections(panel).distribution.stack
    assert stack.isVisible()
    assert stack.accessibleName() == "all others 50 %, top two answers 50 %"
    document.selection.set(["rate"])
    settle()
    assert heading(panel) == ("Rate", "CES, 40 answers")
    assert not stack.isVisible()


def test_titles_are_plain_text(document: Document, show: Callable[[Document], ScoresPanel]) -> None:
    with document.edit("Edit touchpoint") as edit:
        edit.update("call", title="<h1>Call</h1>")
    add_counts(document.journey, "call", MANY, segment="<b>new</b>")
    add_counts(document.journey, "call", MANY, segment="old")
    document.selection.set(["call"])
    panel = show(document)
    assert heading(panel)[0] == "<h1>Call</h1>"
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in panel.findChildren(QLabel))


def test_an_edit_that_moves_no_answers_computes_nothing(
    document: Document, show: Callable[[Document], ScoresPanel], monkeypatch: pytest.MonkeyPatch
) -> None:
    add_counts(document.journey, "call", MANY)
    calls: list[int] = []

    def counted(journey: Journey, thresholds: Thresholds) -> list[Score]:
        calls.append(1)
        return all_scores(journey, thresholds)

    monkeypatch.setattr(scores_panel, "all_scores", counted)
    panel = show(document)
    document.selection.set(["call"])
    settle()
    with document.edit("Edit touchpoint") as edit:
        edit.update("call", title="Rings up")
    settle()
    document.selection.set(["after"])
    settle()
    assert calls == [1]
    with document.edit("Move card") as edit:
        edit.update("call", stage="before")
    settle()
    assert calls == [1, 1]
    assert heading(panel) == ("After", "no answers")
    document.undo()
    settle()
    assert heading(panel) == ("After", "NPS, 100 answers")


def test_a_hidden_panel_does_nothing_and_catches_up(
    document: Document, show: Callable[[Document], ScoresPanel], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(document)
    panel.hide()
    monkeypatch.setattr(scores_panel, "facts", lambda *_args: pytest.fail("it is hidden"))
    add_counts(document.journey, "call", MANY)
    document.selection.set(["call"])
    settle()
    monkeypatch.undo()
    panel.show()
    settle()
    assert heading(panel) == ("Call", "NPS, 100 answers")


def test_a_renamed_touchpoint_is_renamed_here(document: Document, show: Callable[[Document], ScoresPanel]) -> None:
    add_counts(document.journey, "call", MANY)
    document.selection.set(["call"])
    panel = show(document)
    with document.edit("Edit touchpoint") as edit:
        edit.update("call", title="Rings up")
    settle()
    assert heading(panel)[0] == "Rings up"
    with document.edit("Delete") as edit:
        edit.remove("call")
    settle()
    assert heading(panel)[0] == "No scores yet"
    assert document.journey.find(Touchpoint, "call") is None


def test_no_mouse_moves_a_chart(document: Document, show: Callable[[Document], ScoresPanel]) -> None:
    add_counts(document.journey, "call", MANY)
    document.selection.set(["call"])
    panel = show(document)
    histogram = sections(panel).distribution.histogram
    before = histogram.plot.viewRange()
    at = histogram.plot.mapTo(panel, histogram.plot.rect().center())
    wheel = QWheelEvent(
        QPointF(at),
        QPointF(panel.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    target = panel.childAt(at)
    assert target is not histogram.plot.viewport()
    QApplication.sendEvent(target or panel, wheel)
    QApplication.sendEvent(
        target or panel, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, panel.mapToGlobal(at))
    )
    settle()
    assert histogram.plot.viewRange() == before
    assert QApplication.activePopupWidget() is None


def test_the_charts_are_light_and_keep_their_direction(
    document: Document, show: Callable[[Document], ScoresPanel]
) -> None:
    add_counts(document.journey, "call", MANY)
    document.selection.set(["call"])
    panel = show(document)
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    found = sections(panel)
    assert found.distribution.x() > found.segments.x()
    for plot in (found.distribution.histogram.plot, found.segments.chart.plot):
        assert plot.layoutDirection() == Qt.LayoutDirection.LeftToRight
        assert plot.grab().toImage().pixelColor(1, 1).lightness() > 250


def test_it_fits_a_small_screen(document: Document, show: Callable[[Document], ScoresPanel]) -> None:
    add_counts(document.journey, "call", MANY)
    for segment in range(12):
        add_counts(document.journey, "call", MANY, segment=f"A segment with a long name {segment}")
    document.selection.set(["call"])
    panel = show(document)
    assert panel.height() == HEIGHT
    # 1366 pixels less the outline and the inspector of the window.
    assert panel.minimumSizeHint().width() <= 1366 - 217 - 317


def test_all_sentences_go_through_translation(
    marked_language: None, document: Document, show: Callable[[Document], ScoresPanel]
) -> None:
    panel = show(document)
    assert heading(panel)[0].startswith("⟦")
    add_counts(document.journey, "call", MANY)
    settle()
    assert heading(panel)[1].startswith("⟦")
    assert sections(panel).segments.heading.title.text().startswith("⟦")
