"""A stopwatch for the whole presentation and for each step. No Qt in here."""

import time
from collections import defaultdict
from collections.abc import Callable


class Stopwatch:
    """Counts while it runs; what is counted for a step goes on when the room comes back to it. Times are seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since: float | None = None
        self._step = ""
        self._counted: dict[str, float] = defaultdict(float)

    @property
    def running(self) -> bool:
        """Whether it counts now."""
        return self._since is not None

    @property
    def used(self) -> bool:
        """Whether it was ever started."""
        return self.running or bool(self._counted)

    def toggle(self) -> None:
        """Start it, or pause it."""
        if self._since is None:
            self._since = self._clock()
        else:
            self._count()
            self._since = None

    def look_at(self, step: str) -> None:
        """From now on it counts for this step."""
        if self._since is not None:
            self._count()
        self._step = step

    @property
    def total(self) -> float:
        """All seconds that were counted."""
        return sum(self._counted.values()) + self._pending

    @property
    def step(self) -> float:
        """The seconds that were counted for the step that is looked at."""
        return self._counted.get(self._step, 0.0) + self._pending

    @property
    def _pending(self) -> float:
        return 0.0 if self._since is None else self._clock() - self._since

    def _count(self) -> None:
        self._counted[self._step] += self._pending
        self._since = self._clock()


def minutes(seconds: float) -> str:
    """Seconds as mm:ss; from 100 minutes on the minutes take more places."""
    whole = int(seconds)
    return f"{whole // 60:02d}:{whole % 60:02d}"
