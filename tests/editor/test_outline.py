"""The outline: its rows follow every Change, its selection is the document's."""

import random
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.findings_list import MOST, finding_lines
from journeymap.editor.outline.advice import Advice
from journeymap.editor.outline.model import NODE_ROLE, OutlineModel
from journeymap.editor.outline.nodes import Node, middle
from journeymap.editor.outline.view import Outline
from journeymap.editor.settings import Settings
from journeymap.model.findings import Action
from journeymap.model.measures import Counts, Wave
from journeymap.model.people import Persona
from journeymap.model.record import make
from journeymap.model.structure import Channel, Link, Stage, Touchpoint
from tests.editor.window_hand import LEFT


def tree(model: OutlineModel, parent: QModelIndex | None = None) -> list[object]:
    """What the model says: (text, children) from top to bottom."""
    parent = parent or QModelIndex()
    rows: list[object] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        assert model.parent(index) == parent
        rows.append((index.data(), tree(model, index)))
    return rows


@pytest.fixture
def document(qtbot: QtBot, journey: Journey) -> Document:
    return Document(journey)


@pytest.fixture
def outline(qtbot: QtBot, document: Document, settings: Settings) -> Outline:
    view = Outline(document, Advice(document, settings))
    qtbot.addWidget(view)
    view.resize(230, 700)
    view.show()
    qtbot.waitExposed(view)
    return view


def click(view: Outline, text: str) -> None:
    index = find(view, text)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, view.visualRect(index).center())


def find(view: Outline, text: str) -> QModelIndex:
    found = view.model().match(
        view.model().index(0, 0),
        Qt.ItemDataRole.DisplayRole,
        text,
        1,
        Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive,
    )
    assert found, text
    return found[0]


def test_the_rows_are_those_of_the_map(document: Document) -> None:
    assert tree(OutlineModel(document)) == [
        ("Journey", [("Before", [("Search", []), ("Order", [])]), ("After", [("Call", []), ("Rate", [])])]),
        ("Personas", []),
        ("Fix first", []),
        ("Check the map", []),
    ]


def test_cards_of_one_time_stand_from_top_to_bottom(document: Document) -> None:
    with document.edit("Move card") as edit:
        edit.update("call", order=9.0)
        edit.update("rate", order=9.0)
    model = OutlineModel(document)
    after = model.index(1, 0, model.index(0, 0))
    assert [model.index(row, 0, after).data() for row in range(2)] == ["Rate", "Call"]
    with document.edit("Move channel") as edit:
        edit.update("phone", order=-1.0)
    assert [model.index(row, 0, after).data() for row in range(2)] == ["Call", "Rate"]


class Edits:
    """Random edits of a map, from a seed."""

    def __init__(self, document: Document, seed: int) -> None:
        self.document = document
        self.random = random.Random(seed)

    def one(self) -> None:
        """One edit, undo or redo."""
        journey, pick = self.document.journey, self.random.choice
        what = pick(
            ["add", "add", "move", "move", "rename", "remove", "stage", "stages", "persona", "row", "undo", "redo"]
        )
        if what == "undo":
            self.document.undo()
        elif what == "redo":
            self.document.redo()
        else:
            with self.document.edit("Edit") as edit:
                if what == "stage" or not journey.stages:
                    edit.add(Stage, title=str(self.random.random()), order=self.random.uniform(-3, 3))
                elif what == "stages":
                    edit.update(pick(journey.stages).id, order=self.random.uniform(-3, 3))
                elif what == "row":
                    edit.update(pick(journey.channels).id, order=self.random.uniform(-3, 3))
                elif what == "persona":
                    edit.add(Persona, title="P", order=self.random.uniform(-3, 3))
                elif what == "remove":
                    records = [*journey.stages, *journey.touchpoints, *journey.all(Persona)]
                    edit.remove(pick(records).id)
                elif what == "add" or not journey.touchpoints:
                    for _ in range(pick([1, 1, 5])):
                        edit.add(Touchpoint, stage=pick(journey.stages).id, channel="web", order=pick([0.0, 1.0, 2.5]))
                elif what == "move":
                    chosen = self.random.sample(journey.touchpoints, min(3, len(journey.touchpoints)))
                    for card in chosen:
                        edit.update(card.id, stage=pick(journey.stages).id, order=pick([-1.0, 0.0, 7.0]))
                else:
                    edit.update(pick(journey.touchpoints).id, title=str(self.random.random()))


@given(seed=st.integers(0, 10**9))
@examples(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_edits_the_rows_are_those_of_a_new_outline(qapp: object, seed: int) -> None:
    document = Document(
        Journey("Map", [make(Channel, id="web"), make(Channel, id="phone", order=1.0), make(Stage, id="before")])
    )
    model = OutlineModel(document)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    edits = Edits(document, seed)
    for _ in range(25):
        edits.one()
    assert tree(model) == tree(OutlineModel(document))
    assert tester.model() is model


@given(old=st.lists(st.integers(0, 6), unique=True), new=st.lists(st.integers(0, 6), unique=True))
def test_middle_is_where_two_lists_differ(old: list[int], new: list[int]) -> None:
    a, b = [str(n) for n in old], [str(n) for n in new]
    start, old_end, new_end = middle(a, b)
    assert a[:start] == b[:start]
    assert a[old_end:] == b[new_end:]
    assert start <= old_end
    assert start <= new_end


def test_a_new_title_touches_one_row_of_ten_thousand(qapp: object, big_journey: Callable[[int], Journey]) -> None:
    document = Document(big_journey(10_000))
    model = OutlineModel(document)
    changed, came, went = QSignalSpy(model.dataChanged), QSignalSpy(model.rowsInserted), QSignalSpy(model.rowsRemoved)
    with document.edit("Rename") as edit:
        edit.update("t77", title="Another")
    assert (changed.count(), came.count(), went.count()) == (1, 0, 0)
    with document.edit("Move card") as edit:
        edit.update("t77", order=76.5)
    assert (came.count(), went.count()) == (0, 0)  # it is still the next one
    with document.edit("Delete") as edit:
        edit.remove("t77")
    assert (came.count(), went.count()) == (0, 1)


def test_a_click_selects_and_brings_into_view(outline: Outline, document: Document, qtbot: QtBot) -> None:
    outline.setExpanded(find(outline, "After"), True)
    with qtbot.waitSignal(outline.wanted) as wanted:
        click(outline, "Call")
    assert document.selection.ids == ("call",)
    assert wanted.args == ["call"]


def test_arrow_keys_walk(outline: Outline, document: Document) -> None:
    click(outline, "Before")
    QTest.keyClick(outline, Qt.Key.Key_Right)
    QTest.keyClick(outline, Qt.Key.Key_Down)
    assert document.selection.ids == ("search",)
    QTest.keyClick(outline, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert set(document.selection.ids) == {"search", "order"}


def test_what_is_selected_elsewhere_is_shown_unfolded(outline: Outline, document: Document) -> None:
    assert not outline.isExpanded(find(outline, "After"))
    document.selection.set(["rate"])
    assert outline.isExpanded(find(outline, "After"))
    assert [index.data() for index in outline.selectionModel().selectedIndexes()] == ["Rate"]
    document.selection.clear()
    assert outline.selectionModel().selectedIndexes() == []


def test_a_press_on_the_arrow_folds_and_does_not_select(outline: Outline, document: Document) -> None:
    place = outline.visualRect(find(outline, "After"))
    QTest.mouseClick(outline.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(6, place.center().y()))
    assert outline.isExpanded(find(outline, "After"))
    assert not document.selection


def test_a_stage_that_moves_stays_unfolded_and_a_moved_card_selected(outline: Outline, document: Document) -> None:
    outline.setExpanded(find(outline, "After"), True)
    document.selection.set(["call"])
    with document.edit("Move stage") as edit:
        edit.update("after", order=-1.0)
    assert outline.isExpanded(find(outline, "After"))
    with document.edit("Move card") as edit:
        edit.update("call", stage="before")
    assert [index.data() for index in outline.selectionModel().selectedIndexes()] == ["Call"]


def test_findings_follow_a_moment_later_and_a_click_selects_what_they_are_about(
    outline: Outline, document: Document, qtbot: QtBot
) -> None:
    with document.edit("Delete") as edit:
        edit.remove(*(link.id for link in document.journey.all(Link) if "rate" in (link.source, link.target)))
    qtbot.waitUntil(lambda: any("“Rate” has no link" in text for text in findings(outline)))
    click(outline, "“Rate” has no link")
    assert document.selection.ids == ("rate",)


def findings(outline: Outline) -> list[str]:
    section = outline.outline_model.section("checks")
    return [outline.outline_model.text(node) for node in section.children]


def test_a_map_without_findings_says_so(qtbot: QtBot, document: Document, settings: Settings) -> None:
    with document.edit("Answer") as edit:
        edit.add(Action, title="Call back", answers=("queue",), owner="Ada", due=date(2027, 1, 1))
    view = Outline(document, Advice(document, settings))
    qtbot.addWidget(view)
    assert findings(view) == ["Nothing is missing."]
    index = view.outline_model.index_of(view.outline_model.section("checks").children[0])
    assert not view.outline_model.flags(index) & Qt.ItemFlag.ItemIsSelectable


def test_of_very_many_findings_the_first_are_shown(big_journey: Callable[[int], Journey]) -> None:
    journey = big_journey(300)
    with journey.edit("Delete") as edit:
        edit.remove(*(link.id for link in journey.all(Link)))
    lines = finding_lines(journey)
    assert len(lines) == MOST + 1
    assert lines[-1].text.startswith("and ")


def test_a_stage_shows_its_score_and_heat(outline: Outline, document: Document) -> None:
    before = outline.grab().toImage()
    with document.edit("Import survey") as edit:
        wave = edit.add(Wave, title="Spring")
        edit.add(Counts, target="call", wave=wave.id, metric="nps", scale=(0.0, 10.0), values=((0.0, 60), (10.0, 10)))
    after = outline.grab().toImage()
    assert heated(after) > heated(before)


def heated(image: QImage) -> int:
    """How many pixels are reddish."""
    reds = 0
    for x in range(10, 30):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            reds += colour.red() > colour.blue() + 60
    return reds


def test_titles_are_shown_as_they_are_written(outline: Outline, document: Document) -> None:
    with document.edit("Rename") as edit:
        edit.update("before", title="<b>Before</b> & after")
    index = find(outline, "<b>Before")
    assert index.data() == "<b>Before</b> & after"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;Before&lt;/b&gt; &amp; after</qt>"
    node: Node = index.data(NODE_ROLE)
    assert node.id == "before"
