"""Fix first and Check the map: what the outline advises, and what can be done there with the advice."""

from collections.abc import Callable, Iterator
from dataclasses import astuple
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.outline.advice import Advice
from journeymap.editor.outline.delegate import button_rect
from journeymap.editor.outline.line_menu import button_tip
from journeymap.editor.outline.model import NODE_ROLE
from journeymap.editor.outline.view import Outline
from journeymap.editor.outline.weights import balanced, weights_from, weights_text
from journeymap.editor.outline.weights_dialog import WeightsDialog
from journeymap.editor.settings import Settings
from journeymap.editor.window import MainWindow
from journeymap.model.findings import Action, PainPoint
from journeymap.model.measures import Counts, Wave
from journeymap.model.structure import Link, Touchpoint
from journeymap.survey.fix_first import Weights
from tests.editor.window_hand import LEFT, dialog, document_of, workspace_of

TODAY = date(2026, 11, 22)


def today() -> date:
    return TODAY


@pytest.fixture
def document(qtbot: QtBot, journey: Journey) -> Document:
    return Document(journey)


@pytest.fixture
def outline(qtbot: QtBot, document: Document, settings: Settings) -> Iterator[Outline]:
    view = Outline(document, Advice(document, settings, today=today))
    qtbot.addWidget(view)
    view.resize(230, 700)
    view.show()
    qtbot.waitExposed(view)
    yield view
    for menu in view.findChildren(QMenu):
        menu.close()


def lines(outline: Outline, section: str) -> list[str]:
    """What a section says: its texts."""
    return [outline.outline_model.text(node) for node in outline.outline_model.section(section).children]


def row(outline: Outline, section: str, place: int = 0) -> QModelIndex:
    return outline.outline_model.index_of(outline.outline_model.section(section).children[place])


def heading(outline: Outline, section: str) -> QModelIndex:
    return outline.outline_model.index_of(outline.outline_model.section(section))


def click(outline: Outline, index: QModelIndex, point: QPoint | None = None) -> None:
    place = outline.visualRect(index)
    QTest.mouseClick(outline.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point or place.center())


def click_button(outline: Outline, index: QModelIndex) -> None:
    place = button_rect(index.data(NODE_ROLE), outline.visualRect(index), outline.right_to_left())
    assert place is not None
    click(outline, index, place.center())


def menu_at(outline: Outline, index: QModelIndex) -> QMenu:
    """The context menu of a row."""
    point = outline.visualRect(index).center()
    reason = QContextMenuEvent.Reason.Mouse
    outline.contextMenuEvent(QContextMenuEvent(reason, point, outline.viewport().mapToGlobal(point)))
    assert outline.menu is not None
    return outline.menu


def entry(menu: QMenu, start: str) -> QAction:
    """The entry whose text begins so, also in submenus."""
    inner = [action for sub in menu.findChildren(QMenu) for action in sub.actions()]
    return next(action for action in [*menu.actions(), *inner] if action.text().startswith(start))


def test_what_hurts_is_ranked_and_the_formula_is_its_tip(outline: Outline) -> None:
    assert lines(outline, "fix-first") == ["Call"]
    index = row(outline, "fix-first")
    line = index.data(NODE_ROLE).line
    # 4/5 severity and a moment of truth of weight 3/5: (40 × 0.8 + 20 × 0.6) / 60
    assert (line.mark, line.value) == ("1", "0.73")
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "0.73 = 67 % × 4/5 severity + 33 % × 3/5 moment of truth" in tip
    assert "Not known here and left out: Score below its target, Share of customers." in tip


def test_a_click_selects_and_brings_into_view(outline: Outline, document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(outline.wanted) as wanted:
        click(outline, row(outline, "fix-first"))
    assert document.selection.ids == ("call",)
    assert wanted.args == ["call"]


def test_the_ranking_follows_the_map(outline: Outline, document: Document, qtbot: QtBot) -> None:
    with document.edit("Add pain point") as edit:
        edit.add(PainPoint, id="lost", title="Lost", on=("search",), severity=5)
    qtbot.waitUntil(lambda: lines(outline, "fix-first") == ["Call", "Search"])
    with document.edit("Delete") as edit:
        edit.remove("queue", "lost")
    qtbot.waitUntil(lambda: lines(outline, "fix-first") == ["Nothing known hurts or falls short."])


def test_it_does_not_hang_on_whether_the_map_is_heated(outline: Outline, document: Document) -> None:
    with document.edit("Import survey") as edit:
        edit.update("before", target=50.0)
        wave = edit.add(Wave, title="Spring", end=TODAY)
        values = ((0.0, 60), (10.0, 10))
        edit.add(Counts, target="search", wave=wave.id, metric="nps", scale=(0.0, 10.0), values=values)
    outline.check_now()
    heated = lines(outline, "fix-first")
    assert "Search" in heated
    document.set_heat(document.heat.__class__(on=False))
    outline.check_now()
    assert lines(outline, "fix-first") == heated


def test_of_many_a_few_are_shown_until_more_are_wanted(
    qtbot: QtBot, big_journey: Callable[[int], Journey], settings: Settings
) -> None:
    journey = big_journey(20)
    with journey.edit("Add pain points") as edit:
        for number in range(9):
            edit.add(PainPoint, on=(f"t{number}",))
    document = Document(journey)
    view = Outline(document, Advice(document, settings))
    qtbot.addWidget(view)
    view.resize(230, 900)
    view.show()
    assert len(lines(view, "fix-first")) == 6
    assert lines(view, "fix-first")[-1] == "Show 4 more"
    click(view, row(view, "fix-first", 5))
    assert len(lines(view, "fix-first")) == 10
    view.setCurrentIndex(row(view, "fix-first", 9))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert lines(view, "fix-first")[-1] == "Show 4 more"


def test_a_finding_is_mended_by_its_button_in_one_change(outline: Outline, document: Document) -> None:
    assert lines(outline, "checks") == ["No action answers the pain point “Long queue”, severity 4 of 5."]
    typing = QSignalSpy(outline.typing_wanted)
    click_button(outline, row(outline, "checks"))
    [action] = document.journey.all(Action)
    assert action.answers == ("queue",)
    assert document.selection.ids == (action.id,)
    assert typing.count() == 1, "the new action has no title yet"
    assert document.history.undo_label == "Add action"
    document.undo()
    assert not document.journey.all(Action)


def test_the_button_says_what_it_would_do(outline: Outline) -> None:
    index = row(outline, "checks")
    place = button_rect(index.data(NODE_ROLE), outline.visualRect(index), False)
    assert place is not None
    assert button_tip(index.data(NODE_ROLE)) == "Fix: Add action"
    tip = QHelpEvent(QHelpEvent.Type.ToolTip, place.center(), outline.viewport().mapToGlobal(place.center()))
    assert QApplication.sendEvent(outline.viewport(), tip)


def test_what_only_a_person_can_mend_has_no_button(outline: Outline, document: Document) -> None:
    with document.edit("Rename") as edit:
        edit.update("call", title="")
    outline.check_now()
    assert lines(outline, "checks")[0].startswith("A touchpoint in stage “After” has no title.")
    index = row(outline, "checks")
    assert button_rect(index.data(NODE_ROLE), outline.visualRect(index), False) is None


def test_a_finding_is_mended_from_its_menu(outline: Outline, document: Document) -> None:
    with document.edit("Delete") as edit:
        edit.remove(*(link.id for link in document.journey.all(Link) if "rate" in (link.source, link.target)))
    outline.check_now()
    assert lines(outline, "checks")[0] == "“Rate” has no link to or from another touchpoint."
    entry(menu_at(outline, row(outline, "checks")), "Fix: Link touchpoint").trigger()
    assert ("call", "rate") in {(link.source, link.target) for link in document.journey.links}
    assert document.selection.ids == ("rate",)


def test_what_does_not_hold_any_longer_is_not_mended(outline: Outline, document: Document) -> None:
    line = row(outline, "checks").data(NODE_ROLE).line
    with document.edit("Delete") as edit:
        edit.remove("queue")
    before = document.journey.revision
    outline.fix(line)
    assert document.journey.revision == before


def test_a_rule_is_switched_off_and_on_again(outline: Outline, document: Document, settings: Settings) -> None:
    entry(menu_at(outline, row(outline, "checks")), "Don't look for “Pain point without action”").trigger()
    assert lines(outline, "checks") == ["Nothing is missing.", "1 check is switched off."]
    assert Advice(document, settings).silenced == {"pain-no-action"}, "the window remembers it"
    again = entry(menu_at(outline, row(outline, "checks", 1)), "Pain point without action")
    assert not again.isChecked()
    again.trigger()
    assert lines(outline, "checks") == ["No action answers the pain point “Long queue”, severity 4 of 5."]


def test_all_rules_stand_in_the_menu_of_the_heading(outline: Outline) -> None:
    click_button(outline, heading(outline, "checks"))
    assert outline.menu is not None
    assert [action.text() for action in outline.menu.actions()][:2] == [
        "Map without stages",
        "Touchpoint without title",
    ]
    assert all(action.isChecked() for action in outline.menu.actions())


def test_unknown_rules_in_the_settings_count_for_nothing(document: Document, settings: Settings) -> None:
    settings.set_text("checks/silenced", "pain-no-action of-another-version")
    assert Advice(document, settings).silenced == {"pain-no-action"}


def test_scores_are_as_old_as_the_day_says(outline: Outline, document: Document) -> None:
    with document.edit("Import survey") as edit:
        wave = edit.add(Wave, title="Spring 2025", end=date(2025, 5, 1))
        edit.add(Counts, target="call", wave=wave.id, metric="nps", scale=(0.0, 10.0), values=((5.0, 1),))
    outline.check_now()
    assert "The scores from “Spring 2025” are older than a year" in lines(outline, "checks")[0]
    click(outline, row(outline, "checks"))
    assert document.selection.ids == ("call",)


def test_the_menu_opens_by_key(outline: Outline, document: Document) -> None:
    outline.setCurrentIndex(row(outline, "checks"))
    outline.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0)))
    assert outline.menu is not None
    assert entry(outline.menu, "Fix: Add action").isEnabled()


# -- weights


@pytest.mark.parametrize(
    ("values", "place", "value", "made"),
    [
        ((40, 20, 25, 15), 0, 40, [40, 20, 25, 15]),
        ((40, 20, 25, 15), 0, 100, [100, 0, 0, 0]),
        ((100, 0, 0, 0), 0, 70, [70, 10, 10, 10]),
        ((40, 20, 20, 20), 0, 0, [0, 34, 33, 33]),
        ((25, 25, 25, 25), 3, 10, [30, 30, 30, 10]),
    ],
)
def test_weights_always_make_a_hundred(values: tuple[int, ...], place: int, value: int, made: list[int]) -> None:
    assert balanced(values, place, value) == made
    assert sum(made) == 100


def test_weights_in_the_settings() -> None:
    assert weights_from(weights_text(Weights(10, 20, 30, 40))) == Weights(10, 20, 30, 40)
    for odd in ("", "1 2 3", "40 20 25 16", "a b c d", "-40 40 50 50"):
        assert weights_from(odd) == Weights()


@pytest.fixture
def weights(outline: Outline, qtbot: QtBot) -> WeightsDialog:
    click_button(outline, heading(outline, "fix-first"))
    return dialog(outline, WeightsDialog)


def test_the_ranking_follows_the_sliders(weights: WeightsDialog, outline: Outline, settings: Settings) -> None:
    assert [label.text() for label in weights.shown] == ["40 %", "20 %", "25 %", "15 %"]
    weights.sliders[0].setValue(0)
    weights.sliders[1].setValue(100)
    assert weights.sum.text() == "100 %"
    assert lines(outline, "fix-first") == ["Nothing known hurts or falls short."]
    weights.sliders[0].setValue(100)
    assert row(outline, "fix-first").data(NODE_ROLE).line.value == "0.80"
    weights.accept()
    assert settings.text("fix-first/weights") == "100 0 0 0"


def test_cancel_puts_the_weights_back_and_the_usual_ones_are_a_press_away(
    weights: WeightsDialog, outline: Outline
) -> None:
    weights.sliders[3].setValue(60)
    assert astuple(outline.advice.weights)[3] == 60
    weights.reject()
    assert outline.advice.weights == Weights()
    outline.advice.set_weights(Weights(0, 0, 50, 50))
    outline.open_weights()
    other = dialog(outline, WeightsDialog)
    QTest.mouseClick(other.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults), LEFT)
    other.accept()
    assert outline.advice.weights == Weights()


# -- in the window


def test_the_title_of_what_a_fix_has_made_is_typed_in_the_inspector(window: MainWindow, qtbot: QtBot) -> None:
    outline = workspace_of(window).outline
    click_button(outline, row(outline, "checks"))
    [action] = document_of(window).journey.all(Action)
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), QPlainTextEdit))
    QTest.keyClicks(window.focusWidget(), "Call back")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert document_of(window).journey.get(Action, action.id).title == "Call back"


def test_right_to_left_the_button_is_on_the_other_side(outline: Outline, document: Document) -> None:
    outline.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    index = row(outline, "checks")
    place = button_rect(index.data(NODE_ROLE), outline.visualRect(index), True)
    assert place is not None
    assert place.center().x() < outline.viewport().width() / 4
    click_button(outline, index)
    assert document.journey.all(Action)
    assert document.journey.find(Touchpoint, "call") is not None
