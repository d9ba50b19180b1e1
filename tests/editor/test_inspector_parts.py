"""What stands in a form beside its fields: cards, emotions, evidence, chips."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.inspector.cards_part import ActionsPart, PainsPart, TruthsPart
from journeymap.editor.inspector.chips_part import ChipsPart, EndsPart
from journeymap.editor.inspector.emotions_part import EmotionsPart, feeling
from journeymap.editor.inspector.evidence_part import EvidencePart
from journeymap.editor.inspector.panel import Inspector
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.settings import Settings
from journeymap.model.findings import Action, Evidence, MomentOfTruth, PainPoint
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Link
from tests.editor.window_hand import LEFT

P = TypeVar("P", bound=PartWidget)


@pytest.fixture
def document(qtbot: QtBot, journey: Journey) -> Document:
    with journey.edit("Fill") as edit:
        edit.add(
            PainPoint, id="bot", title="Only a bot", on=("call", "rate"), severity=5, category="too-much-automation"
        )
        edit.add(Action, id="fix", title="Fix it", answers=("queue",), owner="Service")
    return Document(journey)


@pytest.fixture
def inspector(qtbot: QtBot, document: Document, settings: Settings) -> Inspector:
    panel = Inspector(document, settings)
    qtbot.addWidget(panel)
    panel.resize(320, 900)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def part(inspector: Inspector, id: str, cls: type[P]) -> P:
    """A part of the form of an element."""
    inspector._document.selection.set([id])
    return shown(inspector, cls)


def shown(inspector: Inspector, cls: type[P]) -> P:
    """A part of the form that is shown."""
    inspector.refresh()
    assert inspector.form is not None
    return next(widget for _, widget, _ in inspector.form.parts if isinstance(widget, cls))


def texts(cards: PainsPart | TruthsPart | ActionsPart) -> list[tuple[str, str, str]]:
    """What the visible cards say."""
    visible = [card for card in cards.cards if not card.isHidden()]
    return [(card.title.text(), card.mark.text(), card.note.text()) for card in visible]


def test_cards_show_what_hurts_the_worst_first(inspector: Inspector) -> None:
    assert texts(part(inspector, "call", PainsPart)) == [
        ("Only a bot", "5/5", "Too much automation"),
        ("Long queue", "4/5", "Other"),
    ]
    assert texts(part(inspector, "call", TruthsPart)) == [("Somebody answers", "second", "")]
    assert texts(part(inspector, "call", ActionsPart)) == [("Fix it", "Idea", "Service")]
    assert texts(part(inspector, "search", PainsPart)) == []


def test_cards_follow_the_map(inspector: Inspector, document: Document, qtbot: QtBot) -> None:
    cards = part(inspector, "call", PainsPart)
    with document.edit("Change severity") as edit:
        edit.update("queue", severity=1, evidence=(Evidence(source="survey"), Evidence(source="survey")))
    qtbot.waitUntil(lambda: texts(cards)[1] == ("Long queue", "1/5", "Other · Survey"))


@pytest.mark.parametrize(
    ("cls", "made", "label"),
    [
        (PainsPart, PainPoint, "Add pain point"),
        (TruthsPart, MomentOfTruth, "Add moment of truth"),
        (ActionsPart, Action, "Add action"),
    ],
)
def test_plus_adds_one_and_its_title_is_typed_at_once(
    inspector: Inspector, document: Document, qtbot: QtBot, cls: type[PainsPart], made: type[PainPoint], label: str
) -> None:
    before = {record.id for record in document.journey.all(made)}
    QTest.mouseClick(part(inspector, "search", cls).add, LEFT)
    assert document.history.undo_label == label
    (new,) = {record.id for record in document.journey.all(made)} - before
    assert document.selection.ids == (new,)
    inspector.refresh()
    assert inspector.form is not None
    title = inspector.form.bound["title"].field.focus_target()
    qtbot.waitUntil(title.hasFocus)
    QTest.keyClicks(title, "New one")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert document.journey.get(made, new).title == "New one"


def test_a_card_is_chosen_by_click_or_key_and_deleted_by_button_or_key(
    inspector: Inspector, document: Document, qtbot: QtBot
) -> None:
    cards = part(inspector, "call", PainsPart)
    QTest.mouseClick(cards.cards[1], LEFT)
    assert document.selection.ids == ("queue",)
    cards = part(inspector, "call", PainsPart)
    cards.cards[0].setFocus()
    QTest.keyClick(cards.cards[0], Qt.Key.Key_Return)
    assert document.selection.ids == ("bot",)
    cards = part(inspector, "call", PainsPart)
    QTest.keyClick(cards.cards[0], Qt.Key.Key_Delete)
    assert "bot" not in document.journey
    assert "call" in document.journey
    cards = shown(inspector, PainsPart)
    qtbot.waitUntil(lambda: cards.cards[0].delete.height() > 0)  # laid out again
    QTest.mouseClick(cards.cards[0].delete, LEFT)
    assert "queue" not in document.journey
    shown(inspector, PainsPart)
    assert texts(cards) == []


def test_emotions_need_a_persona(inspector: Inspector, document: Document) -> None:
    emotions = part(inspector, "call", EmotionsPart)
    assert not emotions.nobody.isHidden()
    with document.edit("Add persona") as edit:
        edit.add(Persona, id="ana", title="Ana")
    emotions = shown(inspector, EmotionsPart)
    assert emotions.nobody.isHidden()
    assert emotions.rows[0].number.text() == "–"
    assert emotions.rows[0].name.isHidden()


def test_an_emotion_is_set_by_the_slider_and_removed(inspector: Inspector, document: Document) -> None:
    with document.edit("Add persona") as edit:
        edit.add(Persona, id="ana", title="Ana")
        edit.add(Persona, id="bo", title="Bo", order=1.0)
    emotions = part(inspector, "call", EmotionsPart)
    row = emotions.rows[1]
    assert not row.name.isHidden()
    row.slider.setFocus()
    QTest.keyClick(row.slider, Qt.Key.Key_End)
    (felt,) = document.journey.all(Emotion)
    assert (felt.persona, felt.touchpoint, felt.value) == ("bo", "call", 2.0)
    emotions = shown(inspector, EmotionsPart)
    QTest.keyClick(emotions.rows[1].slider, Qt.Key.Key_Home)
    assert [emotion.value for emotion in document.journey.all(Emotion)] == [-2.0]
    emotions = shown(inspector, EmotionsPart)
    assert emotions.rows[1].number.text() == "−2"
    QTest.mouseClick(emotions.rows[1].forget, LEFT)
    assert document.journey.all(Emotion) == []
    assert document.history.undo_label == "Remove emotion"


@pytest.mark.parametrize(("value", "text"), [(None, "–"), (2.0, "+2"), (-0.5, "−0.5"), (0.0, "0"), (1.3, "+1.3")])
def test_a_feeling_is_written_with_its_sign(value: float | None, text: str) -> None:
    assert feeling(value) == text


def test_evidence_is_added_altered_and_removed(inspector: Inspector, document: Document, qtbot: QtBot) -> None:
    evidence = part(inspector, "queue", EvidencePart)
    QTest.mouseClick(evidence.add, LEFT)
    evidence = shown(inspector, EvidencePart)
    quote = evidence.cards[0].quote.focus_target()
    quote.setFocus()
    QTest.keyClicks(quote, "I hung up")
    QTest.keyClick(quote, Qt.Key.Key_Tab)
    evidence = shown(inspector, EvidencePart)
    evidence.cards[0].source.combo.setFocus()
    QTest.keyClick(evidence.cards[0].source.combo, Qt.Key.Key_Down)
    assert document.journey.get(PainPoint, "queue").evidence == (Evidence(source="complaint", quote="I hung up"),)
    evidence = shown(inspector, EvidencePart)
    QTest.mouseClick(evidence.cards[0].remove, LEFT)
    assert document.journey.get(PainPoint, "queue").evidence == ()
    shown(inspector, EvidencePart)
    assert evidence.cards[0].isHidden()


def test_a_quote_is_not_lost_when_something_else_is_selected(inspector: Inspector, document: Document) -> None:
    QTest.mouseClick(part(inspector, "queue", EvidencePart).add, LEFT)
    evidence = shown(inspector, EvidencePart)
    quote = evidence.cards[0].quote.focus_target()
    quote.setFocus()
    QTest.keyClicks(quote, "I hung up")
    document.selection.set(["search"])
    inspector.refresh()
    assert document.journey.get(PainPoint, "queue").evidence[0].quote == "I hung up"


def test_places_are_named_chosen_added_and_removed(inspector: Inspector, document: Document) -> None:
    places = part(inspector, "bot", ChipsPart)
    chips = [chip for chip in places.chips if not chip.isHidden()]
    assert [chip.button.accessibleName() for chip in chips] == ["Call", "Rate"]
    assert ("search-order", "Search → Order") in list(places.offered())
    assert "call" not in [id for id, _ in places.offered()]
    places.list.wanted.emit("before")
    assert document.journey.get(PainPoint, "bot").on == ("call", "rate", "before")
    places = shown(inspector, ChipsPart)
    QTest.mouseClick(places.chips[0].remove, LEFT)
    assert document.journey.get(PainPoint, "bot").on == ("rate", "before")
    places = shown(inspector, ChipsPart)
    QTest.mouseClick(places.chips[0].button, LEFT)
    assert document.selection.ids == ("rate",)


def test_the_last_place_of_a_pain_point_cannot_be_removed(inspector: Inspector) -> None:
    places = part(inspector, "queue", ChipsPart)
    assert places.chips[0].remove.isHidden()


def test_the_list_of_places_is_filled_when_it_opens(inspector: Inspector, qtbot: QtBot) -> None:
    places = part(inspector, "queue", ChipsPart)
    assert places.list.count() == 0
    places.list.showPopup()
    assert places.list.count() > 3
    assert places.list.currentIndex() == -1
    places.list.hidePopup()


def test_a_link_shows_its_ends_and_turns_round(inspector: Inspector, document: Document) -> None:
    ends = part(inspector, "search-order", EndsPart)
    assert ends.source.button.accessibleName() == "From Search"
    QTest.mouseClick(ends.turn, LEFT)
    link = document.journey.get(Link, "search-order")
    assert (link.source, link.target) == ("order", "search")
    ends = shown(inspector, EndsPart)
    assert ends.source.button.accessibleName() == "From Order"
    QTest.mouseClick(ends.target.button, LEFT)
    assert document.selection.ids == ("search",)
