"""The command palette, driven by the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeymap import Journey
from journeymap.editor.actions import ACTIONS
from journeymap.editor.document import Document
from journeymap.editor.file_commands import Waiting
from journeymap.editor.palette import element_index
from journeymap.editor.palette.choices import choices
from journeymap.editor.palette.command_list import LEFT_OUT, WHY
from journeymap.editor.palette.element_index import ElementIndex
from journeymap.editor.palette.entry import make_entry
from journeymap.editor.palette.palette import Palette
from journeymap.editor.palette.rows import DETAIL_ROLE
from journeymap.editor.window import MainWindow
from journeymap.model.content import Lane, LaneCell, Note
from journeymap.model.measures import Counts, Wave
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Touchpoint
from tests.editor.window_hand import CTRL, LEFT, document_of, keys, workspace_of


def palette_of(window: MainWindow) -> Palette:
    """The palette of a window."""
    return window.findChildren(Palette)[0]


def opened(window: MainWindow, typed: str = "") -> Palette:
    """The palette, opened by its key, with something typed."""
    palette = palette_of(window)
    if not palette.isVisible():
        keys(window, Qt.Key.Key_K, CTRL)
    assert palette.isVisible()
    palette.field.setText(typed)
    return palette


def offered(palette: Palette) -> list[str]:
    return [entry.text for entry in palette.rows.entries]


def choose(window: MainWindow, typed: str, text: str) -> None:
    """Type, walk to an entry by the arrow keys, press Enter."""
    palette = opened(window, typed)
    assert text in offered(palette)
    while palette.current is not None and palette.current.text != text:
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def test_it_opens_over_the_window_and_esc_gives_the_focus_back(window: MainWindow) -> None:
    canvas = workspace_of(window).canvas
    canvas.setFocus()
    palette = opened(window)
    assert window.focusWidget() is palette.field
    assert window.rect().contains(palette.geometry())
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.focusWidget() is canvas


def test_its_key_closes_it_too(window: MainWindow) -> None:
    palette = opened(window, "x")
    keys(window, Qt.Key.Key_K, CTRL)
    assert not palette.isVisible()


def test_a_click_beside_it_closes_it(window: MainWindow) -> None:
    palette = opened(window)
    QTest.mouseClick(palette.field, LEFT)
    assert palette.isVisible()
    QTest.mouseClick(window.status, LEFT)
    assert not palette.isVisible()


@pytest.mark.parametrize("field", ["line", "text"])
def test_it_opens_while_one_types_and_what_was_typed_counts(window: MainWindow, field: str) -> None:
    document = document_of(window)
    document.selection.set(["search"] if field == "text" else ["before"])
    inspector = workspace_of(window).inspector
    inspector.refresh()
    assert inspector.form is not None
    typed = inspector.form.bound["does" if field == "text" else "goal"].field.focus_target()
    typed.setFocus()
    QTest.keyClicks(typed, "Looks")
    opened(window)
    record = document.journey.records[document.selection.ids[0]]
    assert "Looks" in getattr(record, "does" if field == "text" else "goal")


def test_a_command_that_goes_elsewhere_closes_it(window: MainWindow) -> None:
    palette = opened(window)
    keys(window, Qt.Key.Key_F, CTRL)
    assert not palette.isVisible()
    assert window.search.finding.bar is not None
    assert window.focusWidget() is window.search.finding.bar.field


def test_the_button_in_the_tool_bar_opens_it(window: MainWindow) -> None:
    buttons = [button for button in window.tool_bar.findChildren(QWidget) if button.property("role") == "search"]
    assert len(buttons) == 1
    assert "K" in buttons[0].text()  # type: ignore[attr-defined]  # a tool button
    QTest.mouseClick(buttons[0], LEFT)
    assert palette_of(window).isVisible()


# -- commands


def test_every_command_is_found_with_its_keys(window: MainWindow) -> None:
    palette = opened(window)
    known = {entry.key: entry for entry in palette._entries}
    for spec in ACTIONS:
        if spec.id not in LEFT_OUT:
            entry = known[f"command|{spec.id}"]
            action = window.actions_table[spec.id]
            assert entry.text == action.text()
            assert bool(entry.keys) == (not action.shortcut().isEmpty())
            assert bool(entry.why) == (not action.isEnabled())


def test_there_is_a_reason_for_everything_that_a_command_needs() -> None:
    assert {spec.needs for spec in ACTIONS} - {""} <= set(WHY)


def test_enter_does_what_the_command_says(window: MainWindow) -> None:
    workspace = workspace_of(window)
    assert workspace.panel_shown("outline")
    choose(window, "outl", "Outline")
    assert not workspace.panel_shown("outline")
    assert not palette_of(window).isVisible()


def test_the_focus_is_back_before_a_command_works_on_it(window: MainWindow) -> None:
    document = document_of(window)
    document.selection.set(["search"])
    workspace_of(window).canvas.setFocus()
    choose(window, "dele", "Delete")
    assert "search" not in document.journey


def test_a_command_that_is_not_possible_says_why_and_does_nothing(window: MainWindow) -> None:
    palette = opened(window, "duplicate")
    assert palette.current is not None
    assert palette.current.why == "Select something first."
    assert palette.list.currentIndex().data(DETAIL_ROLE) == "Select something first."
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_without_a_map_there_are_commands_only(empty_window: MainWindow) -> None:
    palette = opened(empty_window)
    assert {entry.key.split("|")[0] for entry in palette._entries} == {"command"}
    assert "New map…" in offered(palette)


# -- elements


def test_an_element_is_selected_and_revealed(window: MainWindow) -> None:
    canvas = workspace_of(window).canvas
    canvas.set_zoom(4.0)
    choose(window, "answers", "Somebody answers")
    assert document_of(window).selection.ids == ("answer",)
    rect = canvas.map_layout.rect_of("answer")
    assert rect is not None
    assert canvas.pixels(rect).intersects(canvas.rect())


def test_on_a_map_seen_from_afar_it_comes_near_enough_to_be_read(window: MainWindow) -> None:
    canvas = workspace_of(window).canvas
    canvas.set_zoom(0.1)
    choose(window, "search", "Search")
    assert canvas.zoom() >= 0.4


def test_elements_say_what_they_are_and_where(window: MainWindow) -> None:
    palette = opened(window, "long queue")
    assert palette.list.currentIndex().data(DETAIL_ROLE) == "Pain point in After"
    assert offered(palette) == ["Long queue"]


def test_texts_are_found_and_lead_to_their_element(window: MainWindow) -> None:
    document = document_of(window)
    with document.edit("Fill") as edit:
        edit.update("rate", thinks="Nobody asked me, bütün gün")
        edit.add(Persona, id="p", title="Families", quote="We have no time")
        edit.add(Emotion, persona="p", touchpoint="call", value=-1.0, note="Angry by now")
        edit.add(Lane, id="l", title="Rules")
        edit.add(LaneCell, id="cell", lane="l", stage="after", text="Thirty days to return")
        edit.add(Note, id="n", text="Ask the lawyers")
    for typed, text, id, detail in (
        ("butun", "Nobody asked me, bütün gün", "rate", "Thinks, says of “Rate”"),
        ("angry", "Angry by now", "call", "Note of “Call”"),
        ("thirty", "Thirty days to return", "cell", "Text of “Rules”"),
        ("lawyers", "Ask the lawyers", "n", "Note"),
        ("no time", "We have no time", "p", "Quote of “Families”"),
    ):
        palette = opened(window, typed)
        assert offered(palette)[0] == text
        assert palette.list.currentIndex().data(DETAIL_ROLE) == detail
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
        assert document.selection.ids == (id,)


def test_what_is_not_on_the_map_is_shown_by_the_inspector(window: MainWindow) -> None:
    document = document_of(window)
    with document.edit("Fill") as edit:
        edit.add(Persona, id="p", title="Families")
    document.selection.set(["search"])
    workspace_of(window).show_panel("inspector", False)
    choose(window, "famil", "Families")
    assert workspace_of(window).panel_shown("inspector")
    choose(window, "example", "Example")
    assert document.selection.ids == ()


def test_the_list_follows_the_map(window: MainWindow) -> None:
    document = document_of(window)
    assert offered(opened(window, "somebody"))
    with document.edit("Fill") as edit:
        edit.update("answer", title="Nobody answers")
        edit.remove("queue")
        edit.add(Touchpoint, id="new", title="Xylophone", stage="before", channel="web")
    palette = palette_of(window)
    palette.close_sheet()
    assert offered(opened(window, "somebody")) == []
    assert offered(opened(window, "nobody")) == ["Nobody answers"]
    assert "Long queue" not in offered(opened(window, "long queue"))
    assert offered(opened(window, "xylo")) == ["Xylophone"]
    palette.close_sheet()
    document.undo()
    assert offered(opened(window, "xylo")) == []
    assert offered(opened(window, "somebody")) == ["Somebody answers"]


def test_ten_thousand_elements_are_read_once(
    big_journey: Callable[[int], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key press looks at what was made before; a change makes anew what it touches."""
    document = Document(big_journey(10_000))
    index = ElementIndex(document)
    assert len(index.entries()) > 10_000
    made: list[str] = []
    real = make_entry

    def counting(key: str, *args: object, **others: object) -> object:
        made.append(key)
        return real(key, *args, **others)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(element_index, "make_entry", counting)
    index.entries()
    assert made == []
    with document.edit("Rename") as edit:
        edit.update("t5", title="Renamed")
        edit.remove("t7")
    texts = {entry.key: entry.text for entry in index.entries()}
    assert made == ["element|t5|title"]
    assert texts["element|t5|title"] == "Renamed"
    assert "element|t7|title" not in texts
    document.close()


# -- settings


def test_settings_of_the_map(window: MainWindow) -> None:
    document = document_of(window)
    choose(window, "persian", "Language of the map: Persian")
    assert document.journey.info.language == "fa"
    assert document.history.undo_label == "Change language"
    choose(window, "lane systems", "Lane: Systems")
    assert "systems" in (document.journey.info.lanes or ())
    assert "pain" in (document.journey.info.lanes or ())
    palette = opened(window, "lane systems")
    assert palette.current is not None
    assert palette.current.checked is True
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert "systems" not in (document.journey.info.lanes or ())
    choose(window, "to be", "Version: to-be")
    assert document.journey.info.version == "to-be"


def test_what_heats_the_map(window: MainWindow) -> None:
    document = document_of(window)
    with document.edit("Fill") as edit:
        edit.add(Wave, id="w1", title="Spring", order=0.0)
        edit.add(Wave, id="w2", title="Autumn", order=1.0)
        for wave in ("w1", "w2"):
            edit.add(
                Counts,
                target="call",
                wave=wave,
                metric="nps",
                scale=(0.0, 10.0),
                segment="Families",
                values=((3.0, 40),),
            )
    for typed, text in (("spring", "Wave: Spring"), ("heat nps", "Heat: NPS"), ("families", "Segment: Families")):
        choose(window, typed, text)
    assert (document.heat.wave, document.heat.metric, document.heat.segment) == ("w1", "nps", "Families")
    choose(window, "no heat", "No heat")
    assert not document.heat.on
    on = {choice.entry.text for choice in choices(document) if choice.entry.checked}
    assert {"No heat", "Wave: Spring", "Segment: Families"} <= on


def test_a_focus_on_one_persona(window: MainWindow) -> None:
    document = document_of(window)
    with document.edit("Fill") as edit:
        edit.add(Persona, id="p", title="Families", path=("search",))
    choose(window, "focus fam", "Focus: Families")
    assert document.focus.personas == {"p"}
    choose(window, "whole map", "Focus: the whole map")
    assert not document.focus


# -- the list


def test_what_was_chosen_lately_comes_first_also_after_a_start(
    make_window: Callable[[], MainWindow], journey: Journey
) -> None:
    first = make_window()
    first.files.offer(Waiting(journey))
    choose(first, "inspector", "Inspector")
    choose(first, "search", "Search")
    assert offered(opened(first))[:2] == ["Search", "Inspector"]
    second = make_window()
    assert offered(opened(second))[0] == "Inspector"


def test_the_names_of_segments_are_not_remembered(window: MainWindow) -> None:
    with document_of(window).edit("Fill") as edit:
        edit.add(Wave, id="w", title="Spring")
        edit.add(
            Counts, target="call", wave="w", metric="nps", scale=(0.0, 10.0), segment="Families", values=((3.0, 9),)
        )
    choose(window, "families", "Segment: Families")
    choose(window, "spring", "Wave: Spring")
    assert offered(opened(window))[0] == "Wave: Spring"
    assert "Families" not in window._settings.text("palette/recent")


def test_the_arrows_go_round_and_pages_stop(window: MainWindow) -> None:
    palette = opened(window)
    last = len(palette.rows.entries) - 1
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == last
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    QTest.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert palette.list.currentIndex().row() == 0
    QTest.keyClick(palette.field, Qt.Key.Key_End, CTRL)
    QTest.keyClick(palette.field, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == last
    QTest.keyClick(palette.field, Qt.Key.Key_Home, CTRL)
    QTest.keyClick(palette.field, Qt.Key.Key_Tab)
    assert palette.list.currentIndex().row() == 1
    assert window.focusWidget() is palette.field


def test_a_click_on_a_line_chooses_it(window: MainWindow) -> None:
    palette = opened(window, "long queue")
    place: QPoint = palette.list.visualRect(palette.rows.index(0, 0)).center()
    QTest.mouseClick(palette.list.viewport(), LEFT, pos=place)
    assert document_of(window).selection.ids == ("queue",)


def test_nothing_fits_is_said(window: MainWindow) -> None:
    palette = opened(window, "qqqqq")
    assert palette.nothing.isVisible()
    assert not palette.list.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_line_is_read_aloud_as_a_whole(window: MainWindow) -> None:
    palette = opened(window, "show heat")
    assert "Show heat" in palette.field.accessibleDescription()
    assert "no survey answers" in palette.field.accessibleDescription()
    opened(window, "inspector")
    assert palette.field.accessibleDescription() == "Inspector, View, F8, on"


def test_it_paints_in_both_directions_and_follows_the_window(window: MainWindow) -> None:
    palette = opened(window, "e")
    with_marks = [opened(window, typed) for typed in ("outl", "wait", "تماس", "ann")]
    assert with_marks
    window.resize(1000, 600)
    QApplication.processEvents()
    assert window.rect().contains(palette.geometry())
    assert not palette.grab().isNull()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    opened(window, "outl")
    assert not palette.grab().isNull()


def test_everything_speaks_the_language(qtbot: QtBot, marked_language: None, window: MainWindow) -> None:
    palette = opened(window)
    spoken = [entry for entry in palette._entries if not entry.key.startswith("element")]
    assert [entry.text for entry in spoken if "⟦" not in entry.text] == []
    assert [entry.detail for entry in spoken if entry.detail and "⟦" not in entry.detail] == []
    assert "⟦" in palette.hint.text()
    assert "⟦" in palette.field.placeholderText()
