"""Spreadsheets, read by python-calamine in a child process with limits of memory and time."""

import io
import json
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journeymap.model.problem import Problem
from journeymap.survey import limits
from journeymap.survey.task import Progress, StopAsked, tick

_MEMORY = 1 << 30
_CPU_SECONDS = 40
_SECONDS = 60
_PARTS = 2_000
_PART_BYTES = 200_000_000
_TOTAL_BYTES = 400_000_000
_RATIO = 200  # how much a part over a megabyte may shrink
_POLL = 0.2
WORKER_OPTION = "--import-worker"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet as texts, its name and the names of all sheets."""

    rows: list[tuple[str, ...]]
    name: str
    names: tuple[str, ...]


def read_sheet(
    data: bytes,
    name: str,
    sheet: str | None = None,
    progress: Progress | None = None,
    cancelled: StopAsked | None = None,
) -> Sheet:
    """A sheet of a spreadsheet file's bytes: the one that is named, or the first visible one with at least two rows.

    Raises `Problem` for a file that is damaged, protected, built to do harm or too large, and for a sheet that is not there.
    """
    if data.startswith(b"PK"):
        _look_into_zip(data, name)
    elif b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data:
        raise _protected(name)
    order = {
        "sheet": sheet,
        "rows": limits.MAX_ROWS + 20,
        "columns": limits.MAX_COLUMNS,
        "cells": limits.MAX_CELLS,
        "memory": _MEMORY,
        "seconds": _CPU_SECONDS,
        "path": sys.path,
    }
    answer = _ask_child(data, order, name, progress, cancelled)
    lines = answer.split(b"\n")
    head = _json(lines[0], name)
    if "error" in head:
        raise _problem(head, name, sheet)
    end = _json(lines[-2] if len(lines) > 2 else b"", name)
    if "error" in end:
        raise _problem(end, name, sheet)
    rows = [tuple(json.loads(line)) for line in lines[1:-2]]
    if end.get("rows") != len(rows):
        raise _damaged(name)
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()  # formatted but empty rows below the answers
    tick(1.0, progress, cancelled)
    return Sheet(rows, head["sheet"], tuple(head["sheets"]))


def _look_into_zip(data: bytes, name: str) -> None:
    """Refuse what would unpack to more than the program can hold, and what is no spreadsheet, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError):
        raise _damaged(name) from None
    if any(part.flag_bits & 1 for part in parts):
        raise _protected(name)
    names = [part.filename for part in parts]
    if not any(known in names for known in ("xl/workbook.xml", "xl/workbook.bin", "content.xml")):
        raise Problem("“{name}” is a ZIP archive, not a spreadsheet. Unpack it and choose the file inside.", name=name)
    total = sum(part.file_size for part in parts)
    swollen = any(part.file_size > 1_000_000 and part.file_size > _RATIO * max(1, part.compress_size) for part in parts)
    largest = max(part.file_size for part in parts)
    if len(parts) > _PARTS or len(set(names)) < len(names) or total > _TOTAL_BYTES or largest > _PART_BYTES or swollen:
        raise Problem(
            "“{name}” was not opened: unpacked it would be {size} MB large, or its parts are not those of a survey. "
            "Save the sheet as CSV and try again.",
            name=name,
            size=max(1, total // 1_000_000),
        )


def _ask_child(
    data: bytes, order: dict[str, Any], name: str, progress: Progress | None, cancelled: StopAsked | None
) -> bytes:
    process = subprocess.Popen(  # noqa: S603 - this very interpreter and our own file
        [*_command(), json.dumps(order)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    start = time.monotonic()
    try:
        to_send: bytes | None = data
        while True:
            try:
                answer, _ = process.communicate(to_send, timeout=_POLL)
                break
            except subprocess.TimeoutExpired:
                to_send = None
            spent = time.monotonic() - start
            tick(spent / (spent + 3), progress, cancelled)  # nothing is known of how far the reader is
            if spent > _SECONDS:
                raise Problem(
                    "“{name}” was not read: opening it took more than {seconds} seconds. Save the sheet as CSV and try again.",
                    name=name,
                    seconds=_SECONDS,
                )
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    if process.returncode != 0 or not answer:
        raise Problem(
            "“{name}” was not read: it needs more memory or time than is allowed, or is built wrongly. "
            "Save the sheet as CSV and try again.",
            name=name,
        )
    return answer


def _command() -> list[str]:
    # A packaged program is its own interpreter: its command line hands this option to `worker.main`.
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_OPTION]
    # By path and isolated: -I keeps the environment and this folder (whose numbers.py is not Python's) off the import
    # path; where to import from is part of the order, so that every way of installing works.
    return [sys.executable, "-I", str(Path(__file__).with_name("worker.py"))]


def _json(line: bytes, name: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        raise _damaged(name) from None
    if not isinstance(value, dict):
        raise _damaged(name)
    return value


def _problem(answer: dict[str, Any], name: str, sheet: str | None) -> Problem:
    code = answer["error"]
    if code == "password":
        return _protected(name)
    if code == "no-sheet":
        return Problem(
            "“{name}” has no sheet “{sheet}”. Its sheets are: {sheets}.",
            name=name,
            sheet=sheet,
            sheets=", ".join(f"“{other}”" for other in answer["sheets"][:20]),
        )
    if code == "empty":
        return Problem("“{name}” has no sheet with cells in it.", name=name)
    if code == "too-large":
        return Problem(
            "Sheet “{sheet}” of “{name}” is too large: it has {rows} rows and {columns} columns. "
            "Delete what is far from the answers, or save the answers as CSV.",
            sheet=answer["sheet"],
            name=name,
            rows=answer["rows"],
            columns=answer["columns"],
        )
    return _damaged(name)


def _protected(name: str) -> Problem:
    return Problem("“{name}” is protected by a password. Save it without one and try again.", name=name)


def _damaged(name: str) -> Problem:
    return Problem(
        "“{name}” is damaged or not a spreadsheet. Open it in a spreadsheet program, save it as XLSX and try again.",
        name=name,
    )
