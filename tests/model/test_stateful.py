"""Any edits in any order, with undo, redo, save, load and failures between them, leave the map that was recorded.

100 runs of 40 steps, always the same; JOURNEYMAP_LONG=20 makes it 20 times as many runs of 80 steps, each time others.
"""

import os
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from journeymap.files.format import from_bytes, to_bytes
from journeymap.model import clip, edits, versions
from journeymap.model.change import difference
from journeymap.model.content import Lane, LaneCell, Note
from journeymap.model.edit import Edit
from journeymap.model.findings import Action, PainPoint
from journeymap.model.measures import Counts, Wave
from journeymap.model.moves import in_time
from journeymap.model.people import Emotion, Persona
from journeymap.model.problem import Problem
from journeymap.model.structure import JOURNEY_ID, Link, Stage, Touchpoint
from tests.model.recorded_map import RecordedMap, many, one

LONG = int(os.environ.get("JOURNEYMAP_LONG", "0"))
PROFILE = settings(
    max_examples=100 * max(1, LONG),
    stateful_step_count=80 if LONG else 40,
    derandomize=not LONG,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
NUMBER = st.integers(0, 999)
SOME = st.lists(NUMBER, min_size=1, max_size=4)
ORDER = st.sampled_from([-1.0, 0.0, 0.5, 1.0, 1.0 + 1e-9, 2.0, 1e9])
INDEX = st.one_of(st.none(), st.integers(-1, 9))


class Stop(Exception):
    """Raised in the middle of an edit."""


class Maps(RecordedMap):
    """What a user may do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.clip = ""

    @initialize(cards=st.lists(st.tuples(NUMBER, NUMBER, ORDER), min_size=2, max_size=6))
    def first(self, cards: list[tuple[int, int, float]]) -> None:
        def do(edit: Edit) -> None:
            for title in "AB":
                edits.add_stage(self.journey, edit, title)
                edits.add_channel(self.journey, edit, title)
            wave = edit.add(Wave, title="Spring")
            for stage, channel, order in cards:
                place = one(self.journey.stages, stage), one(self.journey.channels, channel)
                edits.add_touchpoint(self.journey, edit, *place, "Card", order)
            a, b = self.cards[0].id, self.cards[-1].id
            link = edits.connect(self.journey, edit, a, b)
            assert link is not None
            pain = edits.add_pain(self.journey, edit, [a, b, link.id], "Hurts")
            edits.add_action(self.journey, edit, [pain.id, b], "Do")
            persona = edit.add(Persona, title="Ada", path=(a, link.id, b, a))
            edit.add(Emotion, persona=persona.id, touchpoint=b, value=1)
            edit.add(Counts, target=a, wave=wave.id, metric="nps", scale=(0, 10), values=((3, 1),))

        self.edit(do)

    def has_cells(self) -> bool:
        return bool(self.journey.stages and self.journey.channels)

    def has_cards(self) -> bool:
        return bool(self.journey.touchpoints)

    def small(self) -> bool:
        return len(self.journey) < 120

    # -- adding

    @precondition(small)
    @rule(index=INDEX)
    def add_stage(self, index: int | None) -> None:
        def do(edit: Edit) -> None:
            stage = edits.add_stage(self.journey, edit, "Stage", index)
            row = [other.id for other in self.journey.stages]
            assert row.index(stage.id) == (len(row) - 1 if index is None else max(0, min(index, len(row) - 1)))

        self.edit(do)

    @precondition(small)
    @rule(index=INDEX)
    def add_channel(self, index: int | None) -> None:
        self.edit(lambda edit: edits.add_channel(self.journey, edit, "Channel", index=index))

    @precondition(has_cells)
    @rule(stage=NUMBER, channel=NUMBER, order=st.none() | ORDER, lines=st.integers(1, 3))
    def add_touchpoints(self, stage: int, channel: int, order: float | None, lines: int) -> None:
        place = one(self.journey.stages, stage), one(self.journey.channels, channel)
        if lines == 1 or not self.small():
            self.edit(lambda edit: edits.add_touchpoint(self.journey, edit, *place, "Card", order))
        else:
            self.edit(lambda edit: edits.paste_lines(self.journey, edit, "Line\n" * lines, *place))

    @precondition(has_cards)
    @rule(card=NUMBER, step=st.integers(-1, 1))
    def next_touchpoint(self, card: int, step: int) -> None:
        try:
            self.edit(lambda edit: edits.next_touchpoint(self.journey, edit, one(self.cards, card), step))
        except Problem:
            assert step

    @precondition(has_cards)
    @rule(start=NUMBER, end=NUMBER)
    def connect(self, start: int, end: int) -> None:
        ends = one(self.cards, start), one(self.cards, end)
        self.edit(lambda edit: edits.connect(self.journey, edit, *ends))

    @precondition(has_cards)
    @rule(numbers=SOME, what=st.integers(0, 5))
    def attach(self, numbers: list[int], what: int) -> None:
        hurting = many([*self.journey.touchpoints, *self.journey.links, *self.journey.stages], numbers)
        card, stage = one(self.cards, numbers[0]), one(self.journey.stages, numbers[0])

        def do(edit: Edit) -> None:
            if what == 0:
                edits.add_pain(self.journey, edit, hurting, "Hurts")
            elif what == 1:
                edits.add_truth(self.journey, edit, card, "Decides")
            elif what == 2:
                answered = [*self.journey.all(PainPoint), *self.journey.touchpoints, *self.journey.stages]
                action = edits.add_action(self.journey, edit, many(answered, numbers), "Do")
                edit.update(action.id, channels=tuple(many(self.journey.channels, numbers)))
            elif what == 3:
                path = many([*self.journey.touchpoints, *self.journey.links], [*numbers, *numbers])
                persona = edit.add(Persona, title="Ada", path=tuple(path))
                edit.add(Emotion, persona=persona.id, touchpoint=card, value=1)
            elif what == 4:
                edit.add(Note, text="Look", on=card)
                lane = edit.add(Lane, title="Lane")
                edit.add(LaneCell, lane=lane.id, stage=stage)
            else:
                target = (card, stage, JOURNEY_ID)[numbers[-1] % 3]
                wave = edit.add(Wave, title="Spring")
                edit.add(Counts, target=target, wave=wave.id, metric="nps", scale=(0, 10), values=((3, 1),))

        self.edit(do)

    # -- altering

    @rule(numbers=SOME, title=st.text(max_size=3))
    def rename(self, numbers: list[int], title: str) -> None:
        def do(edit: Edit) -> None:
            for id in many(self.journey.records.values(), numbers):
                if "title" in type(self.journey.records[id]).model_fields:
                    edit.update(id, title=title)

        self.edit(do)

    @precondition(has_cards)
    @rule(numbers=SOME, stage=NUMBER, channel=st.none() | NUMBER, order=ORDER)
    def place(self, numbers: list[int], stage: int, channel: int | None, order: float) -> None:
        row = None if channel is None else one(self.journey.channels, channel)
        column = one(self.journey.stages, stage)
        self.keeping_order(
            many(self.cards, numbers),
            lambda edit, ids: edits.place_touchpoints(self.journey, edit, ids, column, row, order),
        )

    @precondition(has_cards)
    @rule(numbers=SOME, dx=st.integers(-2, 2), dy=st.integers(-1, 1))
    def nudge(self, numbers: list[int], dx: int, dy: int) -> None:
        self.keeping_order(many(self.cards, numbers), lambda edit, ids: edits.nudge(self.journey, edit, ids, dx, dy))

    def keeping_order(self, ids: list[str], move: Callable[[Edit, list[str]], None]) -> None:
        def keys(cards: list[Touchpoint]) -> list[tuple[str, float]]:
            return [(card.stage, card.order) for card in cards]

        before = in_time(self.journey, ids)
        still = in_time(self.journey, [card.id for card in self.cards if card.id not in ids])
        self.edit(lambda edit: move(edit, ids))
        after = [self.journey.get(Touchpoint, card.id) for card in before]
        places = {stage.id: place for place, stage in enumerate(self.journey.stages)}
        for (a, b), (c, d) in zip(pairwise(before), pairwise(after), strict=True):
            if (a.stage, a.order) != (b.stage, b.order):
                assert (places[c.stage], c.order) < (places[d.stage], d.order)
        stays = in_time(self.journey, [card.id for card in still])
        assert [(card.id, card.stage, card.channel) for card in stays] == [
            (card.id, card.stage, card.channel) for card in still
        ]

    @precondition(has_cells)
    @rule(number=NUMBER, index=st.integers(-1, 9))
    def reorder(self, number: int, index: int) -> None:
        rows = [*self.journey.stages, *self.journey.channels, *self.journey.all(PainPoint), *self.journey.all(Action)]
        id = one(rows, number)
        self.edit(lambda edit: edits.reorder(self.journey, edit, id, index))
        row = [record.id for record in self.journey.all(type(self.journey.records[id]))]
        assert row.index(id) == max(0, min(index, len(row) - 1))

    @rule(numbers=SOME)
    def remove(self, numbers: list[int]) -> None:
        ids = [id for id in many(self.journey.records.values(), numbers) if id != JOURNEY_ID]
        self.edit(lambda edit: edit.remove(*ids))
        assert not any(id in self.journey for id in ids)

    @rule(what=st.integers(0, 3))
    def versions(self, what: int) -> None:
        held = versions.other_version(self.journey)
        try:
            if what == 0:
                self.edit(lambda edit: versions.derive(self.journey, edit))
            elif what == 1:
                self.edit(versions.discard_other)
            else:
                self.edit(lambda edit: versions.switch(self.journey, edit))
        except Problem:
            assert (held is not None) == (what == 0)

    # -- clipboard

    @rule(numbers=SOME)
    def copy(self, numbers: list[int]) -> None:
        self.clip = clip.copy(self.journey, many(self.journey.records.values(), numbers))

    @precondition(small)
    @rule(stage=st.none() | NUMBER, channel=st.none() | NUMBER)
    def paste(self, stage: int | None, channel: int | None) -> None:
        column = None if stage is None or not self.journey.stages else one(self.journey.stages, stage)
        row = None if channel is None or not self.journey.channels else one(self.journey.channels, channel)
        before = set(self.journey.records)
        try:
            with self.journey.edit("Paste") as edit:
                new = clip.paste(self.journey, edit, self.clip, column, row)
        except Problem:
            assert before == set(self.journey.records)
            return
        assert before.isdisjoint(new)
        assert set(new) <= set(self.journey.records)

    @precondition(small)
    @rule(numbers=SOME)
    def duplicate(self, numbers: list[int]) -> None:
        text = clip.copy(self.journey, many(self.journey.records.values(), numbers))
        try:
            self.edit(lambda edit: clip.paste(self.journey, edit, text, None, None))
        except Problem as problem:
            assert problem.message.startswith("Nothing of what was copied")  # noqa: PT017 - one of two good ends

    # -- failures

    @rule(numbers=SOME, at=st.integers(0, 4))
    def fail_in_the_middle(self, numbers: list[int], at: int) -> None:
        def do(edit: Edit) -> None:
            for step in range(at + 1):
                if step == at:
                    raise Stop
                if step == 0:
                    edit.remove(*(id for id in many(self.journey.records.values(), numbers) if id != JOURNEY_ID))
                elif step == 1:
                    edits.add_stage(self.journey, edit, "New", 0)
                elif step == 2:
                    edit.update(JOURNEY_ID, title="Other")
                else:
                    text = clip.copy(self.journey, [stage.id for stage in self.journey.stages])
                    clip.paste(self.journey, edit, text, None, None)

        with pytest.raises(Stop):
            self.edit(do)

    @precondition(has_cards)
    @rule(number=NUMBER, what=st.integers(0, 4))
    def break_a_rule(self, number: int, what: int) -> None:
        card = self.journey.get(Touchpoint, one(self.cards, number))

        def do(edit: Edit) -> None:
            edit.update(card.id, title="Altered")
            if what == 0:
                edit.update(card.id, stage="gone")
            elif what == 1:
                edit.put(card.stage, None)
            elif what == 2:
                edit.add(Link, source=card.id, target=card.id)
            elif what == 3:
                edit.put(card.channel, self.journey.get(Stage, card.stage).replace(id=card.channel))
            else:
                edit.remove(JOURNEY_ID)

        with pytest.raises(Problem):
            self.edit(do)

    # -- history

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        self.replaying = True
        for _ in range(times):
            done = self.history.undo()
            assert (done is None) == (self.now == 0)
            self.now = max(0, self.now - 1)
        self.replaying = False

    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        self.replaying = True
        for _ in range(times):
            done = self.history.redo()
            assert (done is None) == (self.now == len(self.past) - 1)
            self.now = min(len(self.past) - 1, self.now + 1)
        self.replaying = False

    @rule()
    def save(self) -> None:
        self.history.mark_saved()
        self.saved = self.now

    @rule()
    def save_and_load(self) -> None:
        data = to_bytes(self.journey)
        loaded = from_bytes(data, "map")
        assert dict(loaded.records) == dict(self.journey.records)
        assert to_bytes(loaded) == data

    @precondition(lambda self: self.changes)
    @rule()
    def apply_the_inverse_of_the_last_change(self) -> None:
        self.journey.apply(self.changes[-1].inverse())

    @rule(number=NUMBER)
    def go_to_an_earlier_map_by_difference(self, number: int) -> None:
        goal = self.past[number % len(self.past)]
        self.journey.apply(difference(dict(self.journey.records), goal, "Go back"))
        assert dict(self.journey.records) == goal

    @precondition(lambda self: self.changes)
    @rule(number=NUMBER)
    def apply_an_old_change(self, number: int) -> None:
        change = self.changes[number % len(self.changes)]
        fits = all(self.journey.records.get(step.id) == step.before for step in change.steps)
        try:
            self.journey.apply(change)
        except Problem as problem:
            assert not fits or "does not fit" not in str(problem)  # noqa: PT017 - one of two good ends
        else:
            assert fits


TestMaps = Maps.TestCase
TestMaps.settings = PROFILE
