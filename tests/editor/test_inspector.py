"""The inspector: a form for each kind, one edit for each thing that is changed, nothing lost while typing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.document import Document
from journeymap.editor.inspector.choice_fields import ChoiceField, StepsField
from journeymap.editor.inspector.colour_field import ColourField
from journeymap.editor.inspector.form import Form
from journeymap.editor.inspector.forms import FORMS
from journeymap.editor.inspector.panel import Inspector
from journeymap.editor.inspector.specs import Entry, FieldSpec, Fold, Row
from journeymap.editor.settings import Settings
from journeymap.editor.widgets.labels import TextLabel
from journeymap.model.change import Change
from journeymap.model.content import Lane, Note
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.people import Persona
from journeymap.model.record import Record
from journeymap.model.structure import Channel, JourneyInfo, Link, Stage, Touchpoint
from tests.editor.window_hand import LEFT


class Bench:
    """An inspector on its own, and every Change that it makes."""

    def __init__(self, qtbot: QtBot, journey: Journey, settings: Settings) -> None:
        with journey.edit("Fill") as edit:
            edit.add(Persona, id="ana", title="Ana")
            edit.add(Action, id="fix", title="Fix it", answers=("queue",))
            edit.add(Note, id="memo", text="Ask the shop")
            edit.add(Lane, id="own", title="Ideas")
        self.document = Document(journey)
        self.changes: list[Change] = []
        self.messages: list[str] = []
        self.inspector = Inspector(self.document, settings)
        self.inspector.message.connect(self.messages.append)
        self.document.changed.connect(self.changes.append)
        qtbot.addWidget(self.inspector)
        self.inspector.resize(320, 700)
        with qtbot.waitActive(self.inspector):
            self.inspector.show()
            self.inspector.activateWindow()

    def select(self, *ids: str) -> Form:
        """Select elements; returns the form."""
        self.document.selection.set(ids)
        self.inspector.refresh()
        assert self.inspector.form is not None
        return self.inspector.form

    def field(self, path: str) -> QWidget:
        """The widget of a field."""
        assert self.inspector.form is not None
        return self.inspector.form.bound[path].field.focus_target()

    def line(self, path: str) -> QLineEdit:
        """A field of one line."""
        field = self.field(path)
        assert isinstance(field, QLineEdit)
        return field

    def text(self, path: str) -> QPlainTextEdit:
        """A field of several lines."""
        field = self.field(path)
        assert isinstance(field, QPlainTextEdit)
        return field

    def type(self, path: str, text: str, end: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Replace what stands in a field as a hand would, and leave it."""
        field = self.field(path)
        assert isinstance(field, (QLineEdit, QPlainTextEdit))
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        if not text:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClick(field, end)

    def choose(self, path: str, text: str) -> None:
        """Choose from a list with the keyboard."""
        field = self.field(path)
        assert isinstance(field, QComboBox)
        row = field.findText(text)
        assert row >= 0, text
        field.setFocus()
        steps = row - field.currentIndex()
        for _ in range(abs(steps)):
            QTest.keyClick(field, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


@pytest.fixture
def bench(qtbot: QtBot, journey: Journey, settings: Settings) -> Bench:
    return Bench(qtbot, journey, settings)


def specs(entries: tuple[Entry, ...]) -> list[FieldSpec]:
    """All fields of a form."""
    found: list[FieldSpec] = []
    for entry in entries:
        if isinstance(entry, FieldSpec):
            found.append(entry)
        elif isinstance(entry, Row):
            found.extend(entry.fields)
        elif isinstance(entry, Fold):
            found.extend(specs(entry.rows))
    return found


IDS: dict[type[Record], str] = {
    JourneyInfo: "journey",
    Stage: "before",
    Channel: "web",
    Touchpoint: "search",
    Link: "search-order",
    PainPoint: "queue",
    MomentOfTruth: "answer",
    Action: "fix",
    Persona: "ana",
    Note: "memo",
    Lane: "own",
}


@pytest.mark.parametrize("cls", FORMS)
def test_every_kind_has_a_form_whose_fields_are_the_records(bench: Bench, cls: type[Record]) -> None:
    form = bench.select(IDS[cls])
    record = bench.document.journey.records[IDS[cls]]
    assert isinstance(record, cls)
    for spec in specs(FORMS[cls]):
        assert spec.path.split(".")[0] in cls.model_fields
        assert spec.path in form.bound
        assert form.bound[spec.path].field.focus_target().accessibleName()
    assert bench.changes == []


@pytest.mark.parametrize("cls", FORMS)
def test_looking_at_a_form_and_walking_through_it_alters_nothing(bench: Bench, cls: type[Record]) -> None:
    form = bench.select(IDS[cls])
    first = form.first_field()
    assert first is not None
    first.focus_target().setFocus()
    for _ in range(60):
        focus = bench.inspector.focusWidget()
        if focus is not None:
            QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert bench.changes == []


@pytest.mark.parametrize("cls", FORMS)
def test_captions_are_the_buddies_of_their_fields(bench: Bench, cls: type[Record]) -> None:
    form = bench.select(IDS[cls])
    buddies = {id(label.buddy()) for label in form.findChildren(TextLabel) if label.buddy() is not None}
    for spec in specs(FORMS[cls]):
        if spec.kind not in ("heading", "switch"):
            assert id(form.bound[spec.path].field.focus_target()) in buddies, spec.path


def test_with_nothing_selected_the_map_itself_is_shown(bench: Bench) -> None:
    bench.select()
    assert bench.text("title").toPlainText() == "A small map"
    assert bench.line("client").text() == "Example"


def test_a_text_is_one_edit_when_the_field_is_left(bench: Bench) -> None:
    bench.select("search")
    bench.type("owner", "Sales")
    assert [change.label for change in bench.changes] == ["Change owner"]
    assert bench.document.journey.get(Touchpoint, "search").owner == "Sales"
    bench.type("owner", "Sales")
    assert len(bench.changes) == 1


def test_enter_ends_a_line_and_a_title_but_not_a_text(bench: Bench) -> None:
    bench.select("search")
    bench.type("title", "Looks around", Qt.Key.Key_Return)
    bench.type("owner", "Sales", Qt.Key.Key_Return)
    assert [change.label for change in bench.changes] == ["Rename", "Change owner"]
    bench.type("does", "One", Qt.Key.Key_Return)
    QTest.keyClicks(bench.field("does"), "Two")
    assert len(bench.changes) == 2
    QTest.keyClick(bench.field("does"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.document.journey.get(Touchpoint, "search").does == "One\nTwo"


@pytest.mark.parametrize("path", ["title", "owner", "does"])
def test_escape_puts_back_what_was_there(bench: Bench, path: str) -> None:
    bench.select("search")
    bench.type(path, "Oops", Qt.Key.Key_Escape)
    QTest.keyClick(bench.field(path), Qt.Key.Key_Tab)
    assert bench.changes == []


def test_what_is_typed_goes_to_what_it_was_typed_for(bench: Bench) -> None:
    bench.select("search")
    field = bench.line("owner")
    field.setFocus()
    QTest.keyClicks(field, "Sales")
    bench.select("order")
    assert bench.document.journey.get(Touchpoint, "search").owner == "Sales"
    assert bench.document.journey.get(Touchpoint, "order").owner == ""
    field.setFocus()
    QTest.keyClicks(field, "Web team")
    bench.select("before")
    assert bench.document.journey.get(Touchpoint, "order").owner == "Web team"


def test_another_change_does_not_disturb_what_is_being_typed(bench: Bench) -> None:
    bench.select("search")
    field = bench.line("owner")
    field.setFocus()
    QTest.keyClicks(field, "Sal")
    with bench.document.edit("Change text") as edit:
        edit.update("search", does="Something")
    bench.inspector.refresh()
    assert field.text() == "Sal"
    assert bench.text("does").toPlainText() == "Something"


def test_undo_shows_in_the_form(bench: Bench, qtbot: QtBot) -> None:
    bench.select("search")
    bench.type("owner", "Sales")
    bench.document.undo()
    qtbot.waitUntil(lambda: bench.line("owner").text() == "")


def test_a_choice_is_one_edit(bench: Bench) -> None:
    bench.select("search")
    bench.choose("experience_level", "1 of 6: Informs")
    assert bench.document.journey.get(Touchpoint, "search").experience_level == 1
    assert [change.label for change in bench.changes] == ["Change level of experience"]


def test_a_value_of_a_newer_program_is_shown_and_kept(qtbot: QtBot) -> None:
    field = ChoiceField([("a", "A")])
    qtbot.addWidget(field)
    field.show_value("z")
    assert field.combo.currentText() == "z"


def test_another_stage_puts_the_card_at_its_end(bench: Bench) -> None:
    bench.select("search")
    bench.choose("stage", "After")
    journey = bench.document.journey
    assert journey.get(Touchpoint, "search").stage == "after"
    assert journey.get(Touchpoint, "search").order > journey.get(Touchpoint, "rate").order
    bench.inspector.refresh()
    bench.choose("channel", "Contact centre")
    assert journey.get(Touchpoint, "search").channel == "phone"
    assert [change.label for change in bench.changes] == ["Move card", "Move card"]


def test_numbers_shares_and_dates_are_read_and_refused(bench: Bench) -> None:
    journey = bench.document.journey
    bench.select("before")
    bench.type("target", "-12.5")
    assert journey.get(Stage, "before").target == -12.5
    bench.type("target", "many")
    assert journey.get(Stage, "before").target == -12.5
    assert bench.messages[-1] == "“many” is not a number."
    bench.type("target", "")
    assert journey.get(Stage, "before").target is None
    bench.select("search-order")
    bench.type("share", "25 %")
    assert journey.get(Link, "search-order").share == 0.25
    bench.type("share", "250")
    assert bench.messages[-1] == "A share lies between 0 and 100 %."
    bench.select("fix")
    bench.type("due", "2027-03-31")
    assert journey.get(Action, "fix").due == date(2027, 3, 31)
    bench.inspector.refresh()
    assert bench.line("due").text() == "Mar 31, 2027"
    bench.type("due", "soon")
    assert "is not a date" in bench.messages[-1]
    assert journey.get(Action, "fix").due == date(2027, 3, 31)


def test_tags_are_parted_by_commas(bench: Bench) -> None:
    bench.select("before")
    bench.type("tags", "early , web,, early")
    assert bench.document.journey.get(Stage, "before").tags == ("early", "web")


def test_a_value_inside_a_value_can_be_changed(bench: Bench) -> None:
    form = bench.select("search")
    for fold, _entry in form._folds:
        fold.button.setChecked(True)
    bench.type("senses.smell", "Coffee")
    bench.type("senses.sound", "Quiet")
    senses = bench.document.journey.get(Touchpoint, "search").senses
    assert (senses.smell, senses.sound) == ("Coffee", "Quiet")


def test_a_text_that_is_too_long_is_refused_with_a_sentence(bench: Bench) -> None:
    bench.select("search")
    bench.line("owner").setText("x" * 600)
    bench.line("owner").setModified(True)
    bench.inspector.finish()
    assert bench.messages
    assert bench.document.journey.get(Touchpoint, "search").owner == ""
    assert bench.line("owner").text() == ""


def test_steps_and_colours_are_buttons(bench: Bench) -> None:
    journey = bench.document.journey
    form = bench.select("queue")
    steps = form.bound["severity"].field
    assert isinstance(steps, StepsField)
    assert steps.buttons[3].isChecked()
    QTest.mouseClick(steps.buttons[4], LEFT)
    QTest.mouseClick(steps.buttons[4], LEFT)
    assert journey.get(PainPoint, "queue").severity == 5
    form = bench.select("fix")
    effort = form.bound["effort"].field
    assert isinstance(effort, StepsField)
    QTest.mouseClick(effort.buttons[1], LEFT)
    assert journey.get(Action, "fix").effort == 2
    QTest.mouseClick(effort.buttons[1], LEFT)
    assert journey.get(Action, "fix").effort is None
    form = bench.select("ana")
    colours = form.bound["colour"].field
    assert isinstance(colours, ColourField)
    QTest.mouseClick(colours.buttons[1], LEFT)
    assert journey.get(Persona, "ana").colour == "#3A6EA5"


def test_the_own_category_is_asked_for_only_where_it_counts(bench: Bench) -> None:
    form = bench.select("queue")
    assert not form.bound["own_category"].box.isHidden()
    bench.choose("category", "Price")
    bench.inspector.refresh()
    assert form.bound["own_category"].box.isHidden()


def test_several_of_a_kind_share_their_fields(bench: Bench) -> None:
    form = bench.select("search", "call")
    assert form.bound["title"].box.isHidden()
    assert {part.name for part, _, box in form.parts if not box.isHidden()} == {
        "emotions",
        "pains",
        "truths",
        "actions",
    }
    channel = bench.field("channel")
    assert isinstance(channel, QComboBox)
    assert channel.currentIndex() == -1
    bench.type("owner", "Service")
    assert len(bench.changes) == 1
    assert {bench.document.journey.get(Touchpoint, id).owner for id in ("search", "call")} == {"Service"}
    bench.choose("channel", "Web site")
    assert bench.document.journey.get(Touchpoint, "call").channel == "web"


def test_several_of_different_kinds_have_nothing_in_common(bench: Bench) -> None:
    bench.document.selection.set(["search", "before"])
    bench.inspector.refresh()
    assert bench.inspector.form is None
    assert bench.inspector._head.text() == "2 elements selected"
    assert bench.inspector._note.isVisible()


def test_titles_are_plain_text(bench: Bench) -> None:
    with bench.document.edit("Rename") as edit:
        edit.update("queue", title="<img src='/etc/passwd'>")
        edit.update("search", title="<b>bold</b>")
    form = bench.select("search")
    assert bench.text("title").toPlainText() == "<b>bold</b>"
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in form.findChildren(TextLabel))


def test_open_folds_are_remembered(bench: Bench, settings: Settings, qtbot: QtBot) -> None:
    form = bench.select("search")
    fold = form._folds[0][0]
    assert fold.inside.isHidden()
    QTest.mouseClick(fold.button, LEFT)
    assert not fold.inside.isHidden()
    other = Inspector(bench.document, settings)
    qtbot.addWidget(other)
    assert other.form is not None
    assert not other.form._folds[0][0].inside.isHidden()


def test_what_is_deleted_elsewhere_leaves_the_inspector(bench: Bench, qtbot: QtBot) -> None:
    bench.select("search")
    with bench.document.edit("Delete") as edit:
        edit.remove("search")
    qtbot.waitUntil(lambda: bench.inspector.form is not None and "client" in bench.inspector.form.bound)
