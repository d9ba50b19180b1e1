"""Reading and counting off the window's thread: one piece of work at a time, a newer one calls the older off."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from journeymap.editor.background import Task, run
from journeymap.model.problem import Problem
from journeymap.survey.task import Progress, StopAsked

T = TypeVar("T")
Work = Callable[[Progress, StopAsked], T]

STEP = 0.01


class Worker(QObject):
    """Runs a function that tells its progress and can be stopped; the answers come in the window's thread.

    `busy_changed` tells that work began or ended, `progressed` how much of it is done, 0 to 1.
    """

    busy_changed = Signal()
    progressed = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether work is under way that nobody called off."""
        return self._task is not None

    def start(self, work: Work[T], on_done: Callable[[T], None], on_problem: Callable[[Problem], None]) -> None:
        """Call off what is under way and begin this; exactly one of the two functions is called, unless it is stopped."""
        self.stop()
        # A cell, for the task is not known before `run` returns, and its thread may be faster.
        own: list[Task] = []

        def done(result: T) -> None:
            if self._is_current(own):
                self._end()
                on_done(result)

        def failed(problem: Problem) -> None:
            if self._is_current(own):
                self._end()
                on_problem(problem)

        own.append(run(lambda task: work(_coarse(task), lambda: task.is_cancelled), done, failed, self._progressed))
        self._task = own[0]
        self.busy_changed.emit()

    def stop(self) -> None:
        """Call off what is under way; its result will be thrown away."""
        if self._task is not None:
            self._task.cancel()
            self._end()

    def _is_current(self, own: list[Task]) -> bool:
        # The dialog may have gone with its window while the work went on.
        return isValid(self) and bool(own) and self._task is own[0]

    def _progressed(self, part: float) -> None:
        if self._task is not None:
            self.progressed.emit(part)

    def _end(self) -> None:
        self._task = None
        self.busy_changed.emit()


def _coarse(task: Task) -> Progress:
    """Report whole per cents only: a signal for every row would drown the window."""
    last = -1.0

    def report(part: float) -> None:
        nonlocal last
        if part >= last + STEP or part >= 1:
            last = part
            task.report(part)

    return report
