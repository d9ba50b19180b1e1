"""A crash takes at most the edit in hand, and nothing that lies in the recovery folder can hinder a start."""

import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.files import recovery
from journeymap.files.change_json import change_from_json, change_to_json
from journeymap.files.leftovers import NO_BASE, NO_CHANGES
from journeymap.files.recovery import Leftover, RecoveryJournal, default_recovery_folder, leftovers, recover
from journeymap.files.templates import new_journey
from journeymap.model.change import Change
from journeymap.model.history import History
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.structure import Stage

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and signals of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "recovery"


def rename(journey: Journey, title: str) -> None:
    with journey.edit("Rename") as edit:
        edit.update(journey.touchpoints[0].id, title=title)


def begin(journey: Journey, folder: Path, path: Path | None = None) -> RecoveryJournal:
    journal = RecoveryJournal.start(journey, path, folder)
    journey.subscribe(journal.append)
    return journal


def problem_of(journal: RecoveryJournal) -> Problem | None:
    return journal.problem


def only(folder: Path) -> Leftover:
    (leftover,) = leftovers(folder)
    return leftover


def test_every_change_comes_back(sample: Journey, folder: Path, tmp_path: Path) -> None:
    journal = begin(sample, folder, tmp_path / "map.journey")
    history = History(sample)
    rename(sample, "One")
    with sample.edit("Delete stage") as edit:
        edit.remove(sample.stages[0].id)
    history.undo()
    history.undo()
    history.redo()
    with sample.edit("Rename map") as edit:
        edit.update("journey", title="Another title")
        edit.add(Stage, title="New")
    journal.close()
    leftover = only(folder)
    assert (leftover.title, leftover.path, leftover.changes) == ("Another title", tmp_path / "map.journey", 6)
    assert leftover.when.tzinfo is not None
    assert dict(recover(leftover).records) == dict(sample.records)
    leftover.discard()
    assert leftovers(folder) == []
    assert list(folder.iterdir()) == []


def test_a_session_that_lives_is_not_offered(sample: Journey, folder: Path) -> None:
    journal = begin(sample, folder)
    rename(sample, "One")
    assert leftovers(folder) == []
    journal.close()
    assert only(folder).changes == 1


def test_what_was_saved_is_not_offered_but_what_came_after_is(sample: Journey, folder: Path, tmp_path: Path) -> None:
    journal = begin(sample, folder)
    rename(sample, "One")
    journal.saved(sample, tmp_path / "map.journey")
    rename(sample, "Two")
    journal.close()
    leftover = only(folder)
    assert (leftover.changes, leftover.path) == (1, tmp_path / "map.journey")
    assert recover(leftover).touchpoints[0].title == "Two"


def test_a_session_that_ended_with_all_saved_is_cleared_away(sample: Journey, folder: Path, tmp_path: Path) -> None:
    untouched = begin(new_journey("blank"), folder)
    journal = begin(sample, folder)
    rename(sample, "One")
    journal.saved(sample, tmp_path / "map.journey")
    untouched.close()
    journal.close()
    assert leftovers(folder) == []
    assert list(folder.iterdir()) == []


def test_a_map_that_no_file_holds_is_offered_without_a_change(sample: Journey, folder: Path) -> None:
    RecoveryJournal.start(sample, None, folder, unsaved=True).close()
    leftover = only(folder)
    assert (leftover.changes, leftover.path) == (0, None)
    assert dict(recover(leftover).records) == dict(sample.records)


def test_discard_leaves_nothing(sample: Journey, folder: Path) -> None:
    journal = begin(sample, folder)
    rename(sample, "One")
    journal.discard()
    assert list(folder.iterdir()) == []
    rename(sample, "Two")
    assert journal.problem is None
    journal.discard()


@posix
def test_only_the_user_can_read_it(sample: Journey, folder: Path) -> None:
    before = os.umask(0)
    try:
        journal = begin(sample, folder)
    finally:
        os.umask(before)
    (session,) = folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(session.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in session.iterdir()} == {0o600}
    journal.discard()


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_last_line_costs_that_change_only(sample: Journey, folder: Path, cut: int) -> None:
    journal = begin(sample, folder)
    for number in range(5):
        rename(sample, f"edit {number}")
    journal.close()
    changes = only(folder).session / "changes.jsonl"
    changes.write_bytes(changes.read_bytes()[:-cut])
    assert (only(folder).changes, only(folder).damaged) == (4, 1)
    assert recover(only(folder)).touchpoints[0].title == "edit 3"


def test_a_damaged_line_ends_the_replay_there(sample: Journey, folder: Path) -> None:
    journal = begin(sample, folder)
    for number in range(5):
        rename(sample, f"edit {number}")
    journal.close()
    changes = only(folder).session / "changes.jsonl"
    lines = changes.read_bytes().splitlines(keepends=True)
    for damaged in (lines[3].replace(b"edit 2", b"edit 9"), b"\n", b"garbage\n", b"\xff\0" * 90 + b"\n", lines[4], b""):
        changes.write_bytes(b"".join([*lines[:3], damaged, *lines[4:]]))
        assert only(folder).changes == 2
        assert only(folder).damaged in (2, 3)
        assert recover(only(folder)).touchpoints[0].title == "edit 1"


def test_a_change_that_does_not_fit_ends_the_replay_there(sample: Journey, folder: Path) -> None:
    journal = begin(sample, folder)
    rename(sample, "One")
    other = new_journey("washing-machine")
    other.subscribe(journal.append)
    rename(other, "of another map")
    rename(sample, "Two")
    journal.close()
    assert recover(only(folder)).touchpoints[0].title == "One"


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_damage_anywhere_never_fails_a_start(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("recovery")
    journey = new_journey("five-stages")
    journal = begin(journey, folder)
    for title in ("a", "b", "c"):
        with journey.edit("Add stage") as edit:
            edit.add(Stage, title=title)
    journal.close()
    name = data.draw(st.sampled_from(["base.journey", "changes.jsonl"]))
    path = next(folder.glob(f"*/{name}"))
    whole = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at : at + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=5))
    path.write_bytes(whole)
    (leftover,) = leftovers(folder)
    if not leftover.trouble:
        added = {stage.title for stage in recover(leftover).stages if len(stage.title) == 1}
        assert added in ({"a"}, {"a", "b"}, {"a", "b", "c"}) or name == "base.journey"


@posix
def test_garbage_of_every_kind_is_named_and_left_alone(sample: Journey, folder: Path, tmp_path: Path) -> None:
    journal = begin(sample, folder)
    rename(sample, "One")
    journal.close()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "lock").touch()
    (folder / "a file").write_bytes(b"x")
    (folder / "empty").mkdir()
    (folder / "link").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    for name, base, changes in (
        ("garbage", b"\0\xff", b"\0\xff"),
        ("no changes", b"{}", b""),
        ("base gone", None, (only(folder).session / "changes.jsonl").read_bytes()),
    ):
        session = folder / name
        session.mkdir()
        (session / "lock").touch()
        (session / "changes.jsonl").write_bytes(changes)
        if base is not None:
            (session / "base.journey").write_bytes(base)
    before = sorted(str(path) for path in tmp_path.rglob("*"))
    found = {leftover.session.name: leftover for leftover in leftovers(folder)}
    troubles = {name: leftover.trouble for name, leftover in found.items() if leftover.trouble}
    assert troubles == {"garbage": NO_CHANGES, "no changes": NO_CHANGES, "base gone": NO_BASE}
    assert [leftover.title for leftover in found.values() if not leftover.trouble] == [sample.info.title]
    assert sorted(str(path) for path in tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["base.journey", "changes.jsonl"])
@pytest.mark.parametrize("there", [None, b"", b"garbage\n"])
def test_a_session_that_can_not_be_restored_is_named_until_it_is_discarded(
    sample: Journey, folder: Path, name: str, there: bytes | None
) -> None:
    journal = begin(sample, folder)
    rename(sample, "One")
    journal.close()
    path = only(folder).session / name
    if there is None:
        path.unlink()
    else:
        path.write_bytes(there)
    leftover = only(folder)
    assert leftover.trouble == (NO_BASE if name == "base.journey" else NO_CHANGES)
    assert leftover.title == (sample.info.title if name == "base.journey" else "")
    leftover.discard()
    assert leftovers(folder) == []


def test_changes_that_are_all_damaged_are_not_cleared_away_as_saved(sample: Journey, folder: Path) -> None:
    journal = begin(sample, folder)
    rename(sample, "One")
    rename(sample, "Two")
    journal.close()
    changes = only(folder).session / "changes.jsonl"
    lines = changes.read_bytes().splitlines(keepends=True)
    changes.write_bytes(b"".join([lines[0], b"garbage\n", lines[2]]))
    assert (only(folder).trouble, only(folder).damaged) == (NO_CHANGES, 2)


def test_a_folder_that_is_not_there_or_is_a_file(tmp_path: Path) -> None:
    assert leftovers(tmp_path / "none") == []
    (tmp_path / "file").touch()
    assert leftovers(tmp_path / "file") == []


def test_a_folder_that_can_not_be_made_hinders_nobody(sample: Journey, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    journal = begin(sample, tmp_path / "file" / "recovery")
    rename(sample, "One")
    assert journal.problem is not None
    assert sample.touchpoints[0].title == "One"
    journal.saved(sample, tmp_path / "map.journey")
    journal.discard()


def test_what_is_gone_meanwhile_is_said_in_words(sample: Journey, folder: Path) -> None:
    journal = begin(sample, folder)
    rename(sample, "One")
    journal.close()
    leftover = only(folder)
    leftover.discard()
    leftover.discard()
    with pytest.raises(Problem, match="There is no file"):
        recover(leftover)


def test_a_disk_that_was_full_for_a_while_loses_nothing_in_the_end(
    sample: Journey, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    journal = begin(sample, folder)
    rename(sample, "One")
    write = os.write
    with monkeypatch.context() as full:

        def half(handle: int, data: bytes) -> int:
            if len(data) > 20:
                return write(handle, data[:20])
            raise OSError(errno.ENOSPC, "full")

        full.setattr(os, "write", half)
        rename(sample, "Two")
        assert "There is no room" in str(journal.problem)
        rename(sample, "Three")
    assert only(folder).changes == 1
    now[0] += 5
    rename(sample, "Four")
    assert problem_of(journal) is not None
    now[0] += 6
    rename(sample, "Five")
    assert problem_of(journal) is None
    rename(sample, "Six")
    journal.close()
    assert recover(only(folder)).touchpoints[0].title == "Six"


def test_a_long_session_starts_a_new_journal(sample: Journey, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "SIZE_LIMIT", 5000)
    journal = begin(sample, folder)
    for number in range(60):
        rename(sample, f"edit {number}")
        (session,) = folder.iterdir()
        assert (session / "changes.jsonl").stat().st_size <= 5000
    journal.close()
    assert recover(only(folder)).touchpoints[0].title == "edit 59"


def test_the_disk_is_asked_at_least_once_a_second(
    sample: Journey, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [50.0]
    synced: list[int] = []
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    journal = begin(sample, folder)
    monkeypatch.setattr(os, "fsync", synced.append)
    for _ in range(10):
        now[0] += 0.3
        rename(sample, f"at {now[0]}")
    assert len(synced) == 2
    journal.saved(sample, folder / "map.journey")
    assert len(synced) == 3
    journal.discard()


def test_two_crashed_sessions_are_offered_the_later_first(folder: Path) -> None:
    for title, seconds in (("Earlier", 1_000_000_000), ("Later", 1_000_000_500)):
        journey = new_journey("washing-machine", title)
        journal = begin(journey, folder)
        rename(journey, "One")
        journal.close()
        (changes,) = {leftover.session / "changes.jsonl" for leftover in leftovers(folder) if leftover.title == title}
        os.utime(changes, (seconds, seconds))
    assert [leftover.title for leftover in leftovers(folder)] == ["Later", "Earlier"]


def test_a_path_that_is_no_text_comes_back(sample: Journey, folder: Path) -> None:
    path = Path("/maps", os.fsdecode(b"caf\xe9.journey"))
    journal = begin(sample, folder, path)
    rename(sample, "One")
    journal.close()
    assert only(folder).path == path


@posix
@pytest.mark.parametrize("edits", [1, 3, 40, 200])
def test_kill_9_loses_nothing_that_was_acknowledged(folder: Path, edits: int) -> None:
    script = Path(__file__).with_name("recovery_child.py")
    child = subprocess.Popen([sys.executable, str(script), str(folder)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    with child.stdout:
        lines = [child.stdout.readline() for _ in range(edits)]
        assert leftovers(folder) == []
        child.kill()
        lines += child.stdout.readlines()
    assert child.wait() == -9
    said = int(next(line for line in reversed(lines) if line.endswith("\n")))
    assert said >= edits
    leftover = only(folder)
    assert leftover.path == Path("/maps/of the child.journey")
    titles = [touchpoint.title for touchpoint in recover(leftover).touchpoints if touchpoint.title.startswith("edit ")]
    assert int(titles[0].removeprefix("edit ")) >= said


def test_changes_survive_json(sample: Journey) -> None:
    heard: list[Change] = []
    sample.subscribe(heard.append)
    with sample.edit("Delete all") as edit:
        edit.remove(*[stage.id for stage in sample.stages])
    with sample.edit("Add") as edit:
        edit.add(Stage, title="ليث\u2028", target=-3.25)
    assert len(heard[0].steps) > 40
    for change in heard:
        assert change_from_json(change_to_json(change)) == change


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        [],
        {"label": "x", "steps": None},
        {"label": 5, "steps": []},
        {"label": "x", "steps": [{"id": "a", "before": None, "after": {"kind": "dragon", "fields": {}}}]},
        {"label": "x", "steps": [{"id": "a", "before": None, "after": {"kind": "stage", "fields": {"id": "b"}}}]},
        {"label": "x", "steps": [{"id": "a", "before": None, "after": {"kind": "stage", "fields": {"order": "x"}}}]},
    ],
)
def test_what_is_no_change_is_refused(value: object) -> None:
    with pytest.raises(Problem, match="can't be read"):
        change_from_json(value)


def test_the_usual_folder_is_the_users_own() -> None:
    assert default_recovery_folder().parts[-2:] == ("journeymap", "recovery")
