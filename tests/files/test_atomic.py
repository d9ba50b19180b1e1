"""A save replaces the whole file or nothing, whatever the disk does."""

import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest

from journeymap.files import atomic
from journeymap.files.atomic import explain_os_error, write_atomic
from journeymap.files.document_file import open_journey, read_file, save_journey
from journeymap.files.os_errors import NotConfirmed, explain_read_error
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem

posix = pytest.mark.skipif(os.name != "posix", reason="permissions, links and limits of POSIX")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_its_next_version(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    write_atomic(path, b"one")
    write_atomic(path, b"two, longer")
    assert path.read_bytes() == b"two, longer"
    assert names(tmp_path) == ["map.journey"]


@posix
def test_modes(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomic(tmp_path / "new", b"x")
        write_atomic(tmp_path / "secret", b"x", private=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
    (tmp_path / "new").chmod(0o604)
    write_atomic(tmp_path / "new", b"y")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o604


@posix
def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target = tmp_path / "folder" / "real.journey"
    target.write_bytes(b"old")
    link = tmp_path / "link.journey"
    link.symlink_to(target)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    (tmp_path / "dangling").symlink_to(tmp_path / "folder" / "later")
    write_atomic(tmp_path / "dangling", b"now")
    assert (tmp_path / "folder" / "later").read_bytes() == b"now"


@posix
def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OSError, match="symbolic links"):
        write_atomic(tmp_path / "a", b"x")
    assert names(tmp_path) == ["a", "b"]


@posix
def test_a_device_and_a_folder_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name, words in (("pipe", "no ordinary file"), ("folder", "is a folder")):
        with pytest.raises(OSError, match=name) as caught:
            write_atomic(tmp_path / name, b"x")
        assert words in str(explain_os_error(tmp_path / name, caught.value))
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert names(tmp_path) == ["folder", "pipe"]


@pytest.mark.parametrize("name", ["x" * 255, "é" * 127, "ğ" * 120 + ".journey"])
def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path, name: str) -> None:
    write_atomic(tmp_path / name, b"x")
    assert names(tmp_path) == [name]


def test_a_name_that_is_too_long_is_said_in_words(tmp_path: Path, sample: Journey) -> None:
    with pytest.raises(Problem, match=r"is too long\. Choose a shorter one"):
        save_journey(sample, tmp_path / ("é" * 128))
    assert names(tmp_path) == []


@posix
def test_a_name_that_is_no_text_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.journey")
    write_atomic(path, b"x")
    assert path.read_bytes() == b"x"


def _fail(number: int) -> NoReturn:
    raise OSError(number, os.strerror(number))


@pytest.mark.parametrize("call", ["open", "write", "fsync", "fchmod", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT, errno.EACCES])
@posix
def test_whatever_fails_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample: Journey, call: str, number: int
) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"the old version")
    with monkeypatch.context() as patch:
        patch.setattr(os, call, lambda *_, **__: _fail(number))
        with pytest.raises(Problem) as caught:
            save_journey(sample, path)
    assert "“map.journey”" in str(caught.value) or tmp_path.name in str(caught.value)
    assert path.read_bytes() == b"the old version"
    assert names(tmp_path) == ["map.journey"]
    save_journey(sample, path)
    assert open_journey(path).records == sample.records


@pytest.mark.parametrize("written", [0, 1, 700, 4096])
def test_a_disk_that_fills_up_at_any_place_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample: Journey, written: int
) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"the old version")
    room = [written]
    write = os.write

    def small_disk(handle: int, data: bytes) -> int:
        if not room[0]:
            _fail(errno.ENOSPC)
        count = write(handle, data[: room[0]])
        room[0] -= count
        return count

    monkeypatch.setattr(os, "write", small_disk)
    with pytest.raises(Problem, match=r"There is no room for “map\.journey”"):
        save_journey(sample, path)
    assert path.read_bytes() == b"the old version"
    assert names(tmp_path) == ["map.journey"]


@pytest.mark.parametrize("piece", [1, 1000])
def test_what_is_written_in_pieces_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:piece]))
    write_atomic(tmp_path / "x", b"0123456789" * 300)
    assert (tmp_path / "x").read_bytes() == b"0123456789" * 300


@posix
def test_a_limit_on_the_size_of_files_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"the old version")
    script = """
import resource, signal, sys
from pathlib import Path
from journeymap.files.document_file import save_journey
from journeymap.files.templates import new_journey
from journeymap.model.problem import Problem
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
try:
    save_journey(new_journey("washing-machine"), Path(sys.argv[1]))
except Problem as problem:
    sys.stderr.write(str(problem))
    sys.exit(3)
"""
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert "is larger than files may be" in done.stderr
    assert path.read_bytes() == b"the old version"
    assert names(tmp_path) == ["map.journey"]


@posix
def test_the_order_is_write_sync_replace_sync_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    real_write, real_fsync, real_replace = os.write, os.fsync, os.replace

    def fsync(handle: int) -> None:
        calls.append("sync folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "sync")
        real_fsync(handle)

    def write(handle: int, data: bytes) -> int:
        calls.append("write")
        return real_write(handle, data)

    def replace(source: Path, target: Path) -> None:
        calls.append("replace")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "write", write)
    monkeypatch.setattr(os, "replace", replace)
    write_atomic(tmp_path / "x", b"data")
    assert calls == ["write", "sync", "replace", "sync folder"]


@posix
@pytest.mark.parametrize(("number", "raises"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_folder_that_can_not_be_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, raises: bool
) -> None:
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: _fail(number) if stat.S_ISDIR(os.fstat(handle).st_mode) else real(handle)
    )
    if raises:
        with pytest.raises(NotConfirmed) as caught:
            write_atomic(tmp_path / "x", b"data")
        assert "was written in" in str(explain_os_error(tmp_path / "x", caught.value))
    else:
        write_atomic(tmp_path / "x", b"data")
    assert (tmp_path / "x").read_bytes() == b"data"


def test_a_folder_that_is_gone_is_said_in_words(tmp_path: Path, sample: Journey) -> None:
    with pytest.raises(Problem, match=r"The folder “.*gone” is not there"):
        save_journey(sample, tmp_path / "gone" / "map.journey")


def test_a_scanner_that_has_the_file_open_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, tries = os.replace, [2]
    pauses: list[float] = []

    def replace(source: Path, target: Path) -> None:
        if tries[0]:
            tries[0] -= 1
            raise PermissionError(errno.EACCES, "in use")
        real(source, target)

    monkeypatch.setattr(atomic, "_POSIX", False)
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", pauses.append)
    write_atomic(tmp_path / "x", b"data")
    assert (tmp_path / "x").read_bytes() == b"data"
    assert len(pauses) == 2


def test_every_errno_of_the_system_becomes_a_sentence(tmp_path: Path) -> None:
    for number in errno.errorcode:
        for explain in (explain_os_error, explain_read_error):
            sentence = str(explain(tmp_path / "{map}.journey", OSError(number, os.strerror(number))))
            assert sentence.endswith(".")
            assert "\n" not in sentence


def test_a_map_that_would_not_come_back_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample: Journey
) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(b"the old version")
    monkeypatch.setattr("journeymap.files.document_file.to_bytes", lambda _: b'{"format":"journeymap","version":"1.0"}')
    with pytest.raises(Problem, match="was not saved"):
        save_journey(sample, path)
    assert path.read_bytes() == b"the old version"


def test_what_can_not_be_read_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 3_000_000)
    for path, words in (
        (tmp_path / "none.journey", "There is no file “none.journey” in"),
        (tmp_path, "is a folder, not a file"),
        (tmp_path / "a\0b", "No file can have the name"),
        (tmp_path / ("x" * 300), "There is no file"),
    ):
        with pytest.raises(Problem, match=words):
            read_file(path)
    with pytest.raises(Problem, match="is too large: 2 MB, at most 1 MB"):
        read_file(tmp_path / "large", limit=2**20)


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Problem, match="is no ordinary file"):
        read_file(tmp_path / "pipe")


def test_what_a_killed_process_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    others = [
        ".map.journey.12-0123abcd.tmp",
        ".other.12-0123abcd.tmp",
        ".map.journey.tmp",
        "map.journey.12-0123abcd.tmp",
    ]
    for name in others:
        (tmp_path / name).touch()
        if name != others[0]:
            os.utime(tmp_path / name, (1000, 1000))
    left = tmp_path / ".map.journey.999-00ff00ff.tmp"
    left.touch()
    os.utime(left, (1000, 1000))
    write_atomic(tmp_path / "map.journey", b"x")
    assert names(tmp_path) == sorted([*others, "map.journey"])


SAVING = """
import sys
from itertools import count
from pathlib import Path
from journeymap.files.document_file import save_journey
from journeymap.files.templates import new_journey
journey = new_journey("washing-machine")
for number in count(1):
    with journey.edit("Rename") as edit:
        edit.update("journey", title=f"version {number}")
    save_journey(journey, Path(sys.argv[1]))
    print(number, flush=True)
"""


@posix
@pytest.mark.parametrize("saves", [1, 4, 9, 20])
def test_kill_9_while_saving_leaves_a_whole_map_no_older_than_the_last_save(tmp_path: Path, saves: int) -> None:
    path = tmp_path / "map.journey"
    child = subprocess.Popen([sys.executable, "-c", SAVING, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    with child.stdout:
        lines = [child.stdout.readline() for _ in range(saves)]
        child.kill()
        lines += child.stdout.readlines()
    assert child.wait() == -9
    said = int(next(line for line in reversed(lines) if line.endswith("\n")))
    assert int(open_journey(path).info.title.removeprefix("version ")) in (said, said + 1)
