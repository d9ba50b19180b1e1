"""Only what was copied from a map is pasted; any other text is one sentence for the user."""

import json
import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymap.model import clip, clip_text
from journeymap.model.clip_text import Clip, is_clip, read_clip, write_clip
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.record import make
from journeymap.model.structure import Stage, Touchpoint

STAGE = {"kind": "stage", "fields": {"id": "s", "title": "S"}}


def text_of(**other: Any) -> str:
    return json.dumps({"format": "journeymap-clip", "version": 1, "top": ["s"], "elements": [STAGE]} | other)


def test_there_and_back(full: Journey) -> None:
    clipped = Clip(
        ("A", "s0"), {record.id: record for record in full.records.values() if record.kind not in clip_text.NEVER}
    )
    again = read_clip(write_clip(clipped))
    assert again == clipped
    assert list(again.records) == list(clipped.records)


def test_is_clip() -> None:
    assert is_clip(text_of())
    assert is_clip("\n " + json.dumps(json.loads(text_of()), indent=2))
    assert is_clip(write_clip(Clip((), {})))
    for text in (
        "",
        "One\nTwo",
        "{}",
        '{"format": "excalidraw"}',
        "journeymap-clip",
        '["journeymap-clip"]',
        " " * 10**6,
    ):
        assert not is_clip(text)


def test_what_is_well_made_is_read() -> None:
    assert read_clip(text_of()) == Clip(("s",), {"s": make(Stage, id="s", title="S")})
    assert read_clip(text_of(top=["s", "gone", "s"], more=1)).top == ("s",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "holds no elements"),
        ("Some lines\nof text", "holds no elements"),
        ('{"type": "excalidraw/clipboard", "elements": []}', "holds no elements"),
        (text_of()[:-10], "cut off"),
        (text_of() + "}", "cut off"),
        (text_of(top=math.nan), "can't be read"),
        (text_of(version=2), "newer version"),
        (text_of(version=0), "can't be read"),
        (text_of(version="1"), "can't be read"),
        (text_of(top="s"), "can't be read"),
        (text_of(top=[1]), "can't be read"),
        (text_of(top=None), "can't be read"),
        (text_of(elements={}), "can't be read"),
        (text_of(elements=[1]), "can't be read"),
        (text_of(elements=[{"kind": "stage"}]), "can't be read"),
        (text_of(elements=[{"kind": "spaceship", "fields": {"id": "s"}}]), "can't be read"),
        (text_of(elements=[{"kind": ["stage"], "fields": {"id": "s"}}]), "can't be read"),
        (text_of(elements=[{"kind": "journey", "fields": {"id": "journey"}}]), "can't be read"),
        (text_of(elements=[{"kind": "wave", "fields": {"id": "w"}}]), "can't be read"),
        (text_of(elements=[STAGE, STAGE]), "“s” is used twice"),
        (text_of(elements=[{"kind": "stage", "fields": {}}]), "“id” of the stage"),
        (text_of(elements=[{"kind": "stage", "fields": {"id": "s", "order": "first"}}]), "“order” of the stage “s”"),
        (text_of(elements=[{"kind": "stage", "fields": {"id": "s", "order": math.nan}}]), "“order” of the stage “s”"),
        (text_of(elements=[{"kind": "stage", "fields": {"id": "s", "later": math.nan}}]), "stage “s” can't be used"),
        (text_of(elements=[{"kind": "stage", "fields": {"id": "s", "title": "\ud800"}}]), "stage “s” can't be used"),
        (text_of(elements=[STAGE] * 20_001), "20001 elements are too many"),
        ('{"format": "journeymap-clip", "top": ' + "[" * 200_000, "cut off"),
        ('{"format": "journeymap-clip", "version": ' + "9" * 10_000 + "}", "cut off"),
        ('{"format": "journeymap-clip", "version": 1, "version": 3}', "newer"),
    ],
)
def test_what_is_not_is_one_sentence(full: Journey, text: str, words: str) -> None:
    before = dict(full.records)
    with pytest.raises(Problem, match=words), full.edit("Paste") as edit:
        clip.paste(full, edit, text, "s0", "c0")
    assert dict(full.records) == before


def test_deep_values_are_refused() -> None:
    """Deep enough for the reader to take it, and for the writer to give up."""
    for depth in (900, 5_000, 100_000):
        deep = "[" * depth + "]" * depth
        text = text_of(elements=[{"kind": "stage", "fields": {"id": "s", "later": 7}}]).replace("7", deep)
        try:
            read_clip(text)
        except Problem:
            continue
        assert depth == 900


def test_what_is_too_long_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clip_text, "TEXT_LIMIT", 1000)
    with pytest.raises(Problem, match="too large to be pasted: 2000 characters"):
        read_clip(text_of().ljust(2000))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)


@settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_clip_is_pasted_or_refused(full: Journey, data: st.DataObject) -> None:
    """One value anywhere in it is another: what comes of it is a sound map or a Problem, never another error."""
    value = json.loads(clip.copy(full, ["A", "B", "s1", "per", "act"]))
    spot: Any = value
    while True:
        keys = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(spot[key], (dict, list)) or not spot[key] or data.draw(st.booleans()):
            break
        spot = spot[key]
    names = st.sampled_from(["A", "B", "C", "AB", "s0", "s1", "c0", "per", "journey", "kA", "gone"])
    spot[key] = data.draw(names | st.lists(names, max_size=3) | JSON)
    before = dict(full.records)
    try:
        with full.edit("Paste") as edit:
            clip.paste(full, edit, json.dumps(value), "s0", "c0")
    except Problem as problem:
        str(problem)  # Its sentence has all its parameters.
    else:
        Journey(records=full.records.values())
        assert edit.change is not None
        full.apply(edit.change.inverse())
    assert dict(full.records) == before


@settings(derandomize=True, deadline=None)
@given(JSON)
def test_any_json_after_the_mark(value: object) -> None:
    for text in (
        json.dumps({"format": "journeymap-clip", "version": 1, "top": [], "elements": value}),
        json.dumps(value),
    ):
        try:
            clipped = read_clip(text)
        except Problem:
            continue
        assert clipped == Clip((), {})


def test_touchpoints_are_listed_in_time(full: Journey) -> None:
    records = read_clip(clip.copy(full, "CDBA")).records
    assert [id for id, record in records.items() if isinstance(record, Touchpoint)] == ["A", "B", "D", "C"]
