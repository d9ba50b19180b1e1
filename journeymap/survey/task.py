"""Long work that says how far it is and can be stopped."""

from collections.abc import Callable

Progress = Callable[[float], None]
"""Hears how much is done, 0 to 1."""
StopAsked = Callable[[], bool]
"""Says whether the user wants the work to stop."""


class Cancelled(Exception):
    """The user stopped a long piece of work; nothing was altered."""


def tick(done: float, progress: Progress | None, cancelled: StopAsked | None) -> None:
    """Report how much is done (0 to 1); raises `Cancelled` where the user asked to stop."""
    if cancelled is not None and cancelled():
        raise Cancelled
    if progress is not None:
        progress(min(1.0, max(0.0, done)))
