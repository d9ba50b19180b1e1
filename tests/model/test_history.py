"""Undo, redo and the saved mark."""

from collections.abc import Callable

import pytest

from journeymap import Journey
from journeymap.model.change import Change
from journeymap.model.history import History
from journeymap.model.structure import Touchpoint

Draw = Callable[..., Journey]


@pytest.fixture
def journey(draw: Draw) -> Journey:
    """A map with one card."""
    return draw("A")


def rename(journey: Journey, title: str) -> None:
    with journey.edit(f"To {title}") as edit:
        edit.update("A", title=title)


def title(journey: Journey) -> str:
    return journey.get(Touchpoint, "A").title


def saved(history: History) -> bool:
    return history.saved


def test_undo_and_redo(journey: Journey) -> None:
    history = History(journey)
    assert (history.undo(), history.redo(), history.undo_label, history.redo_label) == (None, None, None, None)
    rename(journey, "B")
    rename(journey, "C")
    assert (history.undo_label, history.redo_label) == ("To C", None)
    undone = history.undo()
    assert undone is not None
    assert undone.label == "To C"
    assert (title(journey), history.undo_label, history.redo_label) == ("B", "To B", "To C")
    history.undo()
    assert (title(journey), history.undo_label, history.redo_label) == ("A", None, "To B")
    history.redo()
    redone = history.redo()
    assert redone is not None
    assert redone.label == "To C"
    assert (title(journey), history.undo_label, history.redo_label) == ("C", "To C", None)


def test_a_new_change_forgets_what_was_undone(journey: Journey) -> None:
    history = History(journey)
    rename(journey, "B")
    history.undo()
    rename(journey, "C")
    assert history.redo() is None
    history.undo()
    assert title(journey) == "A"


def test_all_hear_what_undo_and_redo_do(journey: Journey) -> None:
    history = History(journey)
    heard: list[Change] = []
    journey.subscribe(heard.append)
    rename(journey, "B")
    history.undo()
    history.redo()
    assert heard == [heard[0], heard[0].inverse(), heard[0]]


def test_saved(journey: Journey) -> None:
    history = History(journey)
    assert saved(history)
    rename(journey, "B")
    assert not saved(history)
    history.undo()
    assert saved(history)
    history.redo()
    history.mark_saved()
    assert saved(history)
    history.undo()
    assert not saved(history)
    history.redo()
    assert saved(history)


def test_a_saved_map_that_was_undone_and_overwritten_can_not_come_back(journey: Journey) -> None:
    history = History(journey)
    rename(journey, "B")
    history.mark_saved()
    history.undo()
    rename(journey, "C")
    history.undo()
    assert not saved(history)
    history.mark_saved()
    assert saved(history)


def test_the_start_stays_saved_when_another_way_is_taken(journey: Journey) -> None:
    history = History(journey)
    rename(journey, "B")
    history.undo()
    rename(journey, "C")
    history.undo()
    assert saved(history)


def test_mark_unsaved(journey: Journey) -> None:
    history = History(journey)
    history.mark_unsaved()
    assert not saved(history)
    rename(journey, "B")
    history.undo()
    assert not saved(history)
    history.mark_saved()
    assert saved(history)


def test_the_limit_forgets_the_oldest_change(journey: Journey) -> None:
    history = History(journey, limit=2)
    for name in "BCD":
        rename(journey, name)
    assert not history.saved
    history.undo()
    history.undo()
    assert (title(journey), history.undo(), history.saved) == ("B", None, False)


def test_a_saved_map_at_the_limit_can_be_reached_by_undo(journey: Journey) -> None:
    history = History(journey, limit=2)
    rename(journey, "B")
    history.mark_saved()
    for name in "CD":
        rename(journey, name)
    assert not history.saved
    history.undo()
    history.undo()
    assert (title(journey), history.saved) == ("B", True)


def test_a_saved_map_beyond_the_limit_can_not(journey: Journey) -> None:
    history = History(journey, limit=2)
    rename(journey, "B")
    history.mark_saved()
    for name in "CDE":
        rename(journey, name)
    while history.undo():
        pass
    assert (title(journey), history.saved) == ("C", False)


def test_undo_does_not_fit_a_map_that_was_altered_unheard(journey: Journey) -> None:
    history = History(journey)
    rename(journey, "B")
    history.close()
    rename(journey, "C")
    with pytest.raises(Exception, match="does not fit"):
        history.undo()
    assert (history.undo_label, title(journey)) == ("To B", "C")


def test_a_listener_that_raises_does_not_bring_history_out_of_step(journey: Journey) -> None:
    history = History(journey)
    broken = [True]

    def listener(change: Change) -> None:
        if broken:
            raise OSError("disk full")

    journey.subscribe(listener)
    with pytest.raises(OSError, match="disk full"):
        rename(journey, "B")
    with pytest.raises(OSError, match="disk full"):
        history.undo()
    assert (title(journey), history.undo_label, history.redo_label) == ("A", None, "To B")
    with pytest.raises(OSError, match="disk full"):
        history.redo()
    assert (title(journey), history.undo_label) == ("B", "To B")
    broken.clear()
    history.undo()
    rename(journey, "C")
    assert (title(journey), history.undo_label, history.redo_label) == ("C", "To C", None)


def test_undo_during_an_edit_is_refused(journey: Journey) -> None:
    history = History(journey)
    rename(journey, "B")
    with journey.edit("Busy") as edit:
        edit.update("A", title="C")
        with pytest.raises(RuntimeError):
            history.undo()
    assert history.undo_label == "Busy"
    history.undo()
    history.undo()
    assert title(journey) == "A"
