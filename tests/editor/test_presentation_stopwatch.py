"""The stopwatch counts for the whole and for each step, and rests when it is told to."""

import pytest

from journeymap.editor.presentation.stopwatch import Stopwatch, minutes


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_it_counts_for_the_step_that_is_looked_at(clock: Clock) -> None:
    watch = Stopwatch(clock)
    watch.look_at("a")
    watch.toggle()
    clock.now += 30
    watch.look_at("b")
    clock.now += 12
    assert (watch.total, watch.step) == (42, 12)
    watch.look_at("a")
    clock.now += 5
    assert (watch.total, watch.step) == (47, 35)


def test_a_pause_does_not_count(clock: Clock) -> None:
    watch = Stopwatch(clock)
    watch.look_at("a")
    watch.toggle()
    clock.now += 10
    watch.toggle()
    clock.now += 500
    assert not watch.running
    assert (watch.total, watch.step) == (10, 10)
    watch.look_at("b")
    watch.toggle()
    clock.now += 1
    assert (watch.total, watch.step) == (11, 1)


def test_before_it_is_started_there_is_nothing_to_show(clock: Clock) -> None:
    watch = Stopwatch(clock)
    watch.look_at("a")
    clock.now += 9
    assert not watch.used
    assert watch.total == 0
    watch.toggle()
    watch.toggle()
    assert watch.used


@pytest.mark.parametrize(("seconds", "text"), [(0, "00:00"), (59.9, "00:59"), (60, "01:00"), (6001, "100:01")])
def test_times_are_minutes_and_seconds(seconds: float, text: str) -> None:
    assert minutes(seconds) == text
