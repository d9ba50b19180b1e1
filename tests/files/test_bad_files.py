"""A file that is no sound map is refused in one sentence that says what and where."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.files import json_text
from journeymap.files.document_file import open_journey
from journeymap.files.file_model import _SENTENCES
from journeymap.files.format import from_bytes, to_bytes
from journeymap.files.templates import new_journey
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.resource import resource

HEAD = b'{"format": "journeymap", "version": "1.0"'


def refusal(data: bytes) -> str:
    with pytest.raises(Problem) as caught:
        from_bytes(data, "map.journey")
    sentence = str(caught.value)
    assert "map.journey" in sentence
    assert "\n" not in sentence
    assert len(sentence) < 300
    return sentence


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty; perhaps it is still being copied"),
        (b" \n", "is empty"),
        (b"\0" * 4096, "is empty"),
        (b"PK\x03\x04\x14\x00", "is not a Journeymap file"),
        (b"\x89PNG\r\n\x1a\n", "is not a Journeymap file"),
        (b"hello", "is not a Journeymap file"),
        (b"[1, 2]", "is not a Journeymap file"),
        (b"null", "is not a Journeymap file"),
        (b'{"nodes": []}', "is not a Journeymap file"),
        ("{}".encode("utf-16"), "is not a Journeymap file"),
        (b'{"format": "journeymap"}', "does not say in which version"),
        (b'{"format": "journeymap", "version": 1}', "does not say in which version"),
        (b'{"format": "journeymap", "version": "-1.0"}', "does not say in which version"),
        (b'{"format": "journeymap", "version": "1"}', "does not say in which version"),
        (b'{"format": "journeymap", "version": "2.0"}', "it has format 2.0, this program reads up to 1.0"),
        (b'{"format": "journeymap", "version": "99999.3"}', "it has format 99999.3, this program reads up to 1.0"),
        (b'{"format": "journeymap", "version": "0.3"}', "has format 0.3, which Journeymap can no longer read"),
        (HEAD + b', "version": "1.0"}', "says “version” twice"),
        (HEAD + b', "x": NaN}', "contains NaN where a number is needed"),
        (HEAD + b', "x": -Infinity}', "contains -Infinity where"),
        (HEAD + b', "x": 1e999}', "a number that is too large: 1e999"),
        (HEAD + b', "x": ' + b"9" * 5000 + b"}", "a number that is too large: 99999999999999999999…"),
        (HEAD + b', "x": ' + b"[" * 64 + b"]" * 64 + b"}", "nested deeper than 64 levels"),
        (HEAD + b', "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested deeper than 64 levels"),
        (HEAD + b"} extra", "is damaged: at line 1, column 44"),
        (HEAD + b', "x": 1 /* comment */}', "is damaged: at line 1"),
        (HEAD + b",\n'x': 1}", "is damaged: at line 2, column 1"),
    ],
)
def test_what_is_no_map(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_nesting_at_the_limit_is_read() -> None:
    journey = from_bytes(HEAD + b', "x": ' + b"[" * 63 + b"]" * 63 + b"}", "map.journey")
    assert b"[" * 63 in to_bytes(journey)


def test_a_file_over_the_limit_is_not_read(sample: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "SIZE_LIMIT", 2**20)
    assert "is too large: 3 MB, at most 1 MB" in refusal(b" " * (3 * 2**20))


def test_a_file_cut_anywhere_says_so(sample: Journey) -> None:
    data = to_bytes(sample)
    end = len(data.rstrip())
    cuts = {*range(1, end, max(1, end // 100)), *range(end - 200, end)}
    for cut in sorted(cuts):
        sentence = refusal(data[:cut])
        line = data[:cut].count(b"\n") + 1
        assert f"looks cut off near line {line}" in sentence, (cut, sentence)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_file_cut_in_any_text_says_so(data: st.DataObject) -> None:
    text = data.draw(st.text(max_size=8))
    value = data.draw(st.sampled_from([1.5e-7, -12, True, None, text, [text], {text: 0}]))
    whole = json.dumps({"format": "journeymap", "x": value}, ensure_ascii=data.draw(st.booleans())).encode()
    cut = data.draw(st.integers(1, len(whole) - 1))
    assert "looks cut off" in refusal(whole[:cut])


def test_a_copy_whose_end_is_still_zeros_says_so(sample: Journey) -> None:
    data = to_bytes(sample)
    assert "looks cut off" in refusal(data[:3000] + b"\0" * (len(data) - 3000))
    assert "looks cut off" in refusal(data + b"\0" * 100)


def _broken(alter: Callable[[Any], object]) -> bytes:
    tree = {
        "format": "journeymap",
        "version": "1.0",
        "journey": {"title": "T"},
        "stages": [{"id": "s"}],
        "channels": [{"id": "c"}],
        "touchpoints": [{"id": "t1", "stage": "s", "channel": "c"}, {"id": "t2", "stage": "s", "channel": "c"}],
        "links": [{"id": "l", "source": "t1", "target": "t2"}],
        "pain_points": [{"id": "p", "on": ["t1"], "evidence": [{"source": "survey"}]}],
        "counts": [{"id": "k", "target": "t1", "wave": "w", "metric": "nps", "scale": [0, 10]}],
        "waves": [{"id": "w"}],
    }
    from_bytes(json.dumps(tree).encode(), "sound")
    alter(tree)
    return json.dumps(tree).encode()


@pytest.mark.parametrize(
    ("alter", "words"),
    [
        (
            lambda t: t["pain_points"][0].update(severity=9),
            "pain_points, number 1: “severity” must be at most 5, not 9",
        ),
        (lambda t: t["pain_points"][0].update(severity=0), "“severity” must be at least 1, not 0"),
        (lambda t: t["pain_points"][0].update(severity="3"), '“severity” must be a whole number, not "3"'),
        (lambda t: t["pain_points"][0].update(severity=2.5), "“severity” must be a whole number, not 2.5"),
        (lambda t: t["pain_points"][0].update(severity=True), "“severity” must be a whole number, not true"),
        (lambda t: t["pain_points"][0].update(on=[]), "“on” must not be empty"),
        (lambda t: t["pain_points"][0].update(on="t1"), '“on” must be a list, not "t1"'),
        (lambda t: t["pain_points"][0].update(on=["t1", 5]), "“on[2]” must be a text, not 5"),
        (
            lambda t: t["pain_points"][0]["evidence"].append({"source": "gossip"}),
            "pain_points, number 1: “evidence[2].source” must be 'survey', 'complaint'",
        ),
        (lambda t: t["touchpoints"][1].pop("stage"), "touchpoints, number 2: “stage” is missing"),
        (lambda t: t["touchpoints"][1].update(title=None), "touchpoints, number 2: “title” must be a text, not null"),
        (lambda t: t["touchpoints"][1].update(order="first"), '“order” must be a number, not "first"'),
        (lambda t: t["touchpoints"][1].update(title="x" * 501), "“title” is longer than 500 characters"),
        (lambda t: t["touchpoints"][1].update(id="no blanks"), '“id” can\'t be "no blanks"'),
        (lambda t: t["touchpoints"].append(None), "touchpoints: “number 3” must be an object in braces, not null"),
        (lambda t: t.update(touchpoints={}), "at the top: “touchpoints” must be a list, not {}"),
        (lambda t: t.update(journey=[]), "at the top: “journey” must be an object in braces, not []"),
        (
            lambda t: t["journey"].update(version="maybe"),
            "journey: “version” must be 'as-is' or 'to-be', not \"maybe\"",
        ),
        (lambda t: t.update(journey=None), "at the top: “journey” must be an object in braces, not null"),
        (lambda t: t["counts"][0].update(scale=[10, 0]), "counts: “number 1” can't be"),
        (lambda t: t["counts"][0].update(high_is_good="yes"), '“high_is_good” must be true or false, not "yes"'),
        (
            lambda t: t["stages"].append({"id": "t2"}),
            "the id “t2” is used twice: stages, number 2, and touchpoints, number 2",
        ),
        (
            lambda t: t["links"][0].update(target="gone"),
            "links, number 1 (“l”): “target” refers to “gone”, which is not in the file",
        ),
        (
            lambda t: t["touchpoints"][1].update(stage="c"),
            "touchpoints, number 2 (“t2”): “stage” refers to “c”, which is of another kind (channels, number 1)",
        ),
        (lambda t: t["links"][0].update(target="t1"), "leads from a touchpoint to itself"),
    ],
)
def test_what_stands_in_it_is_wrong(alter: Callable[[Any], object], words: str) -> None:
    assert words in refusal(_broken(alter))


def test_every_sentence_can_be_filled() -> None:
    given_by_us = {"name", "where", "field", "value", "why"}
    from_pydantic = {"ge", "le", "expected", "max_length"}
    for sentence in _SENTENCES.values():
        assert set(re.findall(r"{(\w+)}", sentence)) <= given_by_us | from_pydantic


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_damaged_file_never_does_more_than_refuse(data: st.DataObject) -> None:
    whole = bytearray(resource("templates", "washing-machine.journey").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    sentence = ""
    try:
        journey = from_bytes(bytes(whole), "map.journey")
        assert from_bytes(to_bytes(journey), "again").records == journey.records
    except Problem as problem:
        sentence = str(problem)
    assert not sentence or "map.journey" in sentence


def test_opening_a_bad_file_leaves_it_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "future.journey"
    path.write_bytes(b'{"format": "journeymap", "version": "7.1"}')
    with pytest.raises(Problem, match=r"future\.journey"):
        open_journey(path)
    assert path.read_bytes() == b'{"format": "journeymap", "version": "7.1"}'
    assert [p.name for p in tmp_path.iterdir()] == ["future.journey"]


def test_braces_in_a_name_do_no_harm() -> None:
    data = to_bytes(new_journey("blank"))[:100]
    with pytest.raises(Problem) as caught:
        from_bytes(data, "{weird} %s.journey")
    assert "“{weird} %s.journey” looks cut off" in str(caught.value)
