"""Work off the window's thread: a function, what becomes of it, and a way to call it off."""

import contextvars
import gc
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from journeymap.editor.widgets.problems import unexpected
from journeymap.model.problem import Problem
from journeymap.survey.task import Cancelled


class Task(QObject):
    """One piece of work under way. The function gets the task, to tell its progress and to hear that it was called off.

    `progressed` carries a part, 0 to 1. `ended` comes once, in the window's thread, after `on_done` or `on_error` ran.
    """

    progressed = Signal(float)
    ended = Signal()
    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(
        self,
        function: Callable[["Task"], Any],
        on_done: Callable[[Any], object],
        on_error: Callable[[Problem], object],
        cancelled: Callable[[], object] | None = None,
    ) -> None:
        # The application keeps the task alive until it has ended, whoever else forgets it.
        super().__init__(QCoreApplication.instance())
        self._function = function
        self._on_done = on_done
        self._on_error = on_error
        self._on_cancelled = cancelled
        self._called_off = False
        self._under_way = False
        # A new thread starts with an empty context: without this the work would speak English.
        self._context = contextvars.copy_context()
        queued = Qt.ConnectionType.QueuedConnection
        self._returned.connect(self._done, queued)
        self._raised.connect(self._failed, queued)

    def cancel(self) -> None:
        """Call the work off; its result will be thrown away, and `check` raises in it."""
        self._called_off = True

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was called off."""
        return self._called_off

    def check(self) -> None:
        """To be called in the work now and then, above all before anything is written: raises `Cancelled` if it was called off."""
        if self._called_off:
            raise Cancelled

    def report(self, part: float) -> None:
        """To be called in the work: how much of it is done, 0 to 1."""
        self.progressed.emit(part)

    def start(self) -> None:
        """Begin, in a thread of the application's pool."""
        # Python's collector runs in the thread that happens to fill it up. In another than the window's it would destroy
        # forgotten widgets there, and Qt crashes: it rests while any work is under way.
        gc.disable()
        self._under_way = True
        QThreadPool.globalInstance().start(self._work)

    def _work(self) -> None:
        try:
            result = self._context.run(self._function, self)
        except (
            BaseException
        ) as error:  # a thread must not end without a word, whatever was raised (readers raise BaseException)
            self._raised.emit(error)
        else:
            self._returned.emit(result)

    def _done(self, result: object) -> None:
        if self._called_off:
            self._end(self._on_cancelled)
        else:
            self._end(self._on_done, result)

    def _failed(self, error: BaseException) -> None:
        if self._called_off or isinstance(error, Cancelled):
            self._end(self._on_cancelled)
        else:
            self._end(self._on_error, error if isinstance(error, Problem) else unexpected(error))

    def _end(self, what: Callable[..., object] | None, *arguments: object) -> None:
        try:
            if what is not None:
                what(*arguments)
        finally:
            self._let_go()
            self.ended.emit()
            self.deleteLater()

    def _let_go(self) -> None:
        self._under_way = False
        # The other thread may be the last to hold this task: what belongs to the window must not be dropped there.
        del self._function, self._on_done, self._on_error, self._on_cancelled
        application = QCoreApplication.instance()
        if application is None or not any(task._under_way for task in application.findChildren(Task)):
            gc.enable()


def run(
    function: Callable[[Task], Any],
    on_done: Callable[[Any], object],
    on_error: Callable[[Problem], object],
    progress: Callable[[float], object] | None = None,
    cancelled: Callable[[], object] | None = None,
) -> Task:
    """Run `function(task)` in another thread and return at once; the other functions are called in the window's thread.

    `on_done` gets the result, `on_error` a Problem. The function must work on copies (`journey.copy()`), never on widgets.
    """
    task = Task(function, on_done, on_error, cancelled)
    if progress is not None:
        task.progressed.connect(progress, Qt.ConnectionType.QueuedConnection)
    task.start()
    return task
