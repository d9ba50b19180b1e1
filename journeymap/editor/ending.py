"""How the program ends when nobody closes its window: by a signal, or by a fault of its own."""

import contextlib
import signal
import socket
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from journeymap.editor.widgets.problems import show_problem, unexpected
from journeymap.editor.window import MainWindow

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


class Ending(QObject):
    """Signals end the program without a question; the recovery journal stays. Faults are shown, and the program goes on."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        super().__init__(application)
        self._application = application
        self._window = window
        self._hook = sys.excepthook
        self._busy = False
        sys.excepthook = self._fault
        # While Qt waits, Python runs no signal handler: the signal is written to a socket, which Qt does notice.
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for name in SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _do_nothing)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._signalled)

    def stop(self) -> None:
        """Take everything back."""
        sys.excepthook = self._hook
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for name in SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.SIG_DFL)
        self._reader.close()
        self._writer.close()

    def _signalled(self) -> None:
        with contextlib.suppress(OSError):
            self._reader.recv(64)
        self._window.files.let_go(keep=True)
        # Not quit(): that asks the windows first, and ours would ask the user.
        self._application.exit(0)

    def _fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.stderr.write("".join(traceback.format_exception(kind, error, trace)))
        if self._busy or isinstance(error, KeyboardInterrupt):
            return
        self._busy = True
        try:
            show_problem(self._window, unexpected(error))
        finally:
            self._busy = False


def _do_nothing(number: int, frame: object) -> None:
    """The socket has it."""
