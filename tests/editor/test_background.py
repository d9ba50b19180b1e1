"""Work off the window's thread."""

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from journeymap.editor.background import Task, run
from journeymap.language import _
from journeymap.model.problem import Problem


class Heard:
    """What came back, and in which thread."""

    def __init__(self) -> None:
        self.what: list[object] = []
        self.threads: set[int] = set()

    def __call__(self, value: object = "cancelled") -> None:
        self.what.append(value)
        self.threads.add(threading.get_ident())


@pytest.fixture
def heard() -> Heard:
    return Heard()


def test_the_result_comes_back_to_the_window(qtbot: QtBot, heard: Heard) -> None:
    elsewhere: list[int] = []

    def work(task: Task) -> int:
        elsewhere.append(threading.get_ident())
        return 42

    task = run(work, heard, heard)
    with qtbot.waitSignal(task.ended):
        pass
    assert heard.what == [42]
    assert heard.threads == {threading.get_ident()}
    assert elsewhere != [threading.get_ident()]


def failing(error: BaseException) -> Callable[[Task], object]:
    def work(task: Task) -> object:
        raise error

    return work


def test_a_problem_comes_back_as_it_is(qtbot: QtBot, heard: Heard) -> None:
    problem = Problem("No room.")
    task = run(failing(problem), heard, heard)
    with qtbot.waitSignal(task.ended):
        pass
    assert heard.what == [problem]


@pytest.mark.parametrize("error", [ValueError("x"), MemoryError(), KeyboardInterrupt()])
def test_anything_else_comes_back_as_a_sentence(qtbot: QtBot, heard: Heard, error: BaseException) -> None:
    task = run(failing(error), heard, heard)
    with qtbot.waitSignal(task.ended):
        pass
    (problem,) = heard.what
    assert isinstance(problem, Problem)
    assert type(error).__name__ in str(problem)


def test_work_that_is_called_off_stops_at_its_next_check(qtbot: QtBot, heard: Heard) -> None:
    begun, go_on, after = threading.Event(), threading.Event(), threading.Event()

    def work(task: Task) -> None:
        begun.set()
        go_on.wait(10)
        task.check()
        after.set()

    stopped = Heard()
    task = run(work, heard, heard, cancelled=stopped)
    assert begun.wait(10)
    task.cancel()
    with qtbot.waitSignal(task.ended):
        go_on.set()
    assert heard.what == []
    assert stopped.what == ["cancelled"]
    assert not after.is_set()


def test_progress_is_heard_in_order(qtbot: QtBot, heard: Heard) -> None:
    def work(task: Task) -> None:
        for step in range(5):
            task.report(step / 4)

    parts = Heard()
    task = run(work, heard, heard, progress=parts)
    with qtbot.waitSignal(task.ended):
        pass
    assert parts.what == [0, 0.25, 0.5, 0.75, 1]
    assert parts.threads == {threading.get_ident()}


def test_work_speaks_the_language_of_the_window(qtbot: QtBot, heard: Heard, marked_language: None) -> None:
    task = run(lambda task: _("Map"), heard, heard)
    with qtbot.waitSignal(task.ended):
        pass
    assert heard.what == ["⟦Map⟧"]
