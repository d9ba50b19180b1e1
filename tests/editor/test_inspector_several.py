"""Several elements at once: what they share is shown and changed in all of them, one Change each; forms fit their panel."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.inspector.cards_part import ActionsPart, PainsPart, TruthsPart
from journeymap.editor.inspector.chips_part import ChipsPart, EndsPart
from journeymap.editor.inspector.colour_field import ColourField
from journeymap.editor.inspector.emotions_part import EmotionsPart
from journeymap.editor.inspector.evidence_part import EvidencePart
from journeymap.editor.inspector.form import Form
from journeymap.editor.inspector.forms import FORMS
from journeymap.editor.inspector.line_fields import LineField
from journeymap.editor.inspector.switch_field import SwitchField
from journeymap.editor.theme import apply_theme
from journeymap.editor.window import MainWindow
from journeymap.model.change import Change
from journeymap.model.content import Lane, Note
from journeymap.model.findings import Action, Evidence, MomentOfTruth, PainPoint
from journeymap.model.people import Emotion, Persona
from journeymap.model.record import Record
from journeymap.model.structure import JourneyInfo, Link, Touchpoint
from tests.editor.parts_hand import part
from tests.editor.window_hand import document_of, form_of, workspace_of

LONG = "Aufmerksamkeitsüberschussverarbeitungsgesellschaft " * 4


@pytest.fixture
def journey(journey: Journey) -> Journey:
    """The small map with one of everything."""
    with journey.edit("Fill") as edit:
        edit.add(Persona, id="ana", title="Ana")
        said = Evidence(source="survey", quote="An hour!", date="May", link="https://example.com/1")
        edit.update("queue", evidence=(said,))
        edit.add(PainPoint, id="bot", title="Only a bot", on=("call", "rate"), evidence=(said, Evidence(quote="Bah")))
        edit.add(Action, id="fix", title="Fix it", answers=("queue", "bot"), channels=("web",))
        edit.add(Action, id="ask", title="Ask", answers=("bot",))
        edit.add(Note, id="memo", text="Ask the shop")
        edit.add(Note, id="todo", text="Later", colour="#D9E8FB")
        edit.add(Lane, id="own", title="Ideas")
    return journey


@pytest.fixture
def changes(window: MainWindow) -> list[Change]:
    """Every Change from now on."""
    found: list[Change] = []
    document_of(window).changed.connect(found.append)
    return found


def select(window: MainWindow, *ids: str) -> Form:
    """Select elements; returns their form."""
    document_of(window).selection.set(ids)
    return form_of(window)


def test_pain_points_that_touchpoints_share(window: MainWindow, changes: list[Change]) -> None:
    journey = document_of(window).journey
    select(window, "call", "rate")
    pains = part(window, PainsPart)
    assert [card.title.text() for card in pains.cards if not card.isHidden()] == ["Only a bot"]
    pains.add.click()
    new = journey.all(PainPoint)[-1]
    assert new.on == ("call", "rate")
    assert document_of(window).selection.ids == (new.id,)
    select(window, "call", "rate")
    part(window, ActionsPart).add.click()
    assert journey.all(Action)[-1].answers == ("call", "rate")
    select(window, "search", "order")
    part(window, TruthsPart).add.click()
    assert [truth.on for truth in journey.all(MomentOfTruth)[-2:]] == ["search", "order"]
    assert len(document_of(window).selection.ids) == 2
    assert [change.label for change in changes] == ["Add pain point", "Add action", "Add moment of truth"]


def test_feelings_of_several_touchpoints(window: MainWindow, changes: list[Change]) -> None:
    journey = document_of(window).journey
    select(window, "search", "call")
    row = part(window, EmotionsPart).rows[0]
    row.felt.emit("ana", -1.0)
    assert {(e.touchpoint, e.value) for e in journey.all(Emotion)} == {("search", -1.0), ("call", -1.0)}
    form_of(window)
    assert row.number.text() == "−1"
    row.note.line.setText("The queue")
    row.note.line.setModified(True)
    row.note.finish()
    assert {e.note for e in journey.all(Emotion)} == {"The queue"}
    with document_of(window).edit("Change emotion") as edit:
        edit.update(journey.all(Emotion)[0].id, value=1.0, note="Other")
    form_of(window)
    assert row.number.text() == "…"
    assert row.note.line.placeholderText() == "several values"
    row.forget.click()
    assert journey.all(Emotion) == []
    assert [change.label for change in changes] == [
        "Change emotion",
        "Change reason",
        "Change emotion",
        "Remove emotion",
    ]


def test_why_a_persona_feels_so(window: MainWindow, changes: list[Change]) -> None:
    select(window, "call")
    row = part(window, EmotionsPart).rows[0]
    assert row.note.isHidden()
    row.felt.emit("ana", 2.0)
    form_of(window)
    assert not row.note.isHidden()
    QTest.keyClicks(row.note.line, "A kind voice")
    QTest.keyClick(row.note.line, Qt.Key.Key_Return)
    assert document_of(window).journey.all(Emotion)[0].note == "A kind voice"


def test_places_of_several_pain_points(window: MainWindow, changes: list[Change]) -> None:
    journey = document_of(window).journey
    select(window, "queue", "bot")
    chips = part(window, ChipsPart)
    assert [chip.id for chip in chips.chips if not chip.isHidden()] == ["call"]
    # The one would be nowhere without it.
    assert all(chip.remove.isHidden() for chip in chips.chips)
    chips._add("search")
    assert journey.get(PainPoint, "queue").on == ("call", "search")
    assert journey.get(PainPoint, "bot").on == ("call", "rate", "search")
    chips = part(window, ChipsPart)
    next(chip for chip in chips.chips if chip.id == "call").remove.click()
    assert journey.get(PainPoint, "queue").on == ("search",)
    assert journey.get(PainPoint, "bot").on == ("rate", "search")
    assert len(changes) == 2


def test_evidence_has_a_date_and_a_link(window: MainWindow, changes: list[Change]) -> None:
    journey = document_of(window).journey
    select(window, "queue")
    card = part(window, EvidencePart).cards[0]
    assert (card.date.line.text(), card.link.line.text()) == ("May", "https://example.com/1")
    for field, text in ((card.date, "June 2026"), (card.link, "https://example.com/2")):
        field.line.selectAll()
        QTest.keyClicks(field.line, text)
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    one = journey.get(PainPoint, "queue").evidence[0]
    assert (one.quote, one.date, one.link) == ("An hour!", "June 2026", "https://example.com/2")
    assert [change.label for change in changes] == ["Change evidence", "Change evidence"]


def test_evidence_that_several_pain_points_share(window: MainWindow, changes: list[Change]) -> None:
    journey = document_of(window).journey
    select(window, "queue", "bot")
    evidence = part(window, EvidencePart)
    assert [card.quote.text.toPlainText() for card in evidence.cards if not card.isHidden()] == ["An hour!"]
    evidence.cards[0].source.edited.emit("complaint")
    assert [[one.source for one in journey.get(PainPoint, id).evidence] for id in ("queue", "bot")] == [
        ["complaint"],
        ["complaint", "other"],
    ]
    evidence.add.click()
    assert [len(journey.get(PainPoint, id).evidence) for id in ("queue", "bot")] == [2, 3]
    part(window, EvidencePart).cards[0].remove.click()
    assert [len(journey.get(PainPoint, id).evidence) for id in ("queue", "bot")] == [1, 2]
    assert len(changes) == 3


def test_a_text_that_is_too_long_is_refused(window: MainWindow, changes: list[Change]) -> None:
    select(window, "queue")
    evidence = part(window, EvidencePart)
    said: list[str] = []
    evidence.refused.connect(said.append)
    evidence.cards[0].link.edited.emit("x" * 600)
    assert said == ["This text is too long for its field."]
    assert changes == []


def test_several_links_are_turned_round(window: MainWindow, changes: list[Change]) -> None:
    journey = document_of(window).journey
    select(window, "search-order", "call-rate")
    ends = part(window, EndsPart)
    assert ends.source.isHidden()
    ends.turn.click()
    found = [journey.get(Link, id) for id in ("search-order", "call-rate")]
    assert [(link.source, link.target) for link in found] == [("order", "search"), ("rate", "call")]
    assert len(changes) == 1


def test_notes_have_a_text_a_colour_and_a_width(window: MainWindow, changes: list[Change]) -> None:
    journey = document_of(window).journey
    form = select(window, "memo", "todo")
    colours, width = form.bound["colour"].field, form.bound["width"].field
    assert isinstance(colours, ColourField)
    assert isinstance(width, LineField)
    assert not any(button.isChecked() for button in colours.buttons)
    colours.buttons[1].click()
    assert {note.colour for note in journey.all(Note)} == {"#FFE1D6"}
    for text, taken in (("200", True), ("9", False), ("", False)):
        width.line.setText(text)
        width.line.setModified(True)
        width.finish()
        assert {note.width for note in journey.all(Note)} == {200.0}, taken
    assert len(changes) == 2


def test_senses_are_asked_for_where_there_is_a_place(window: MainWindow) -> None:
    form = select(window, "search")
    fold = next(box for box, entry in form._folds if entry.id == "senses")
    assert fold.isHidden()
    with document_of(window).edit("Change kind of channel") as edit:
        edit.update("web", type="physical")
    form_of(window)
    assert not fold.isHidden()


def test_a_switch_is_half_on_where_elements_differ(qtbot: QtBot) -> None:
    field = SwitchField("Marks")
    qtbot.addWidget(field)
    heard: list[object] = []
    field.edited.connect(heard.append)
    field.show_mixed()
    assert field.check.checkState() == Qt.CheckState.PartiallyChecked
    field.check.click()
    assert heard == [True]
    field.check.click()
    assert heard == [True, False]


def test_texts_of_several_touchpoints(window: MainWindow, changes: list[Change]) -> None:
    form = select(window, "search", "order")
    for path in ("does", "thinks", "expects", "front_stage", "systems", "owner", "share", "tags", "experience_level"):
        assert not form.bound[path].box.isHidden(), path
    form.bound["thinks"].field.edited.emit("Where?")
    assert {card.thinks for card in document_of(window).journey.all(Touchpoint) if card.stage == "before"} == {"Where?"}
    assert len(changes) == 1


@pytest.fixture(params=[1.0, 1.5])
def scale(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """Texts of the usual size, and the largest."""
    before = qapp.font(), qapp.palette(), qapp.style().objectName()
    apply_theme(qapp, "light", request.param)
    yield request.param
    apply_theme(qapp)
    qapp.setStyleSheet("")
    qapp.setStyle(before[2])
    qapp.setPalette(before[1])
    qapp.setFont(before[0])


IDS: dict[type[Record], str] = {
    JourneyInfo: "",
    Touchpoint: "call",
    Link: "search-order",
    PainPoint: "bot",
    Action: "fix",
    Persona: "ana",
    Note: "memo",
    Lane: "own",
}


def test_no_form_is_wider_than_its_panel(scale: float, window: MainWindow) -> None:
    document, inspector = document_of(window), workspace_of(window).inspector
    with document.edit("Rename") as edit:
        for id in ("ana", "own", "call", "bot", "before", "web"):
            edit.update(id, title=LONG)
        edit.update("ana", segment=LONG, path=("call", "rate"))
    inspector._settings.set_text("inspector/unfolded", "lanes backstage more senses")
    for cls in FORMS:
        id = IDS.get(cls, "")
        select(window, *([id] if id else []))
        form = form_of(window)
        assert form.minimumSizeHint().width() <= inspector.minimumWidth(), cls.__name__


def test_at_a_small_screen_nothing_scrolls_sideways(window: MainWindow) -> None:
    window.resize(1366, 768)
    document_of(window).selection.set(["call"])
    workspace = workspace_of(window)
    form_of(window)
    for panel in (workspace.inspector, workspace.outline):
        assert panel.horizontalScrollBar().maximum() == 0
    assert window.width() == 1366
