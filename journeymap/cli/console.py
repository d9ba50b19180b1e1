"""What commands say, and how: results on the standard output, one sentence for a problem on the standard error."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from journeymap.language import explain
from journeymap.model.problem import Problem
from journeymap.model.text import clean_line, clean_text


class NotDone(Problem):
    """What was asked for was understood, but could not be done: exit code 1."""


@contextmanager
def doing() -> Iterator[None]:
    """A problem in this block is no fault of the words or files that were given, but of what was to be done with them."""
    try:
        yield
    except NotDone:
        raise
    except Problem as problem:
        raise NotDone(problem.message, **problem.params) from problem


def write_file(path: Path, data: bytes) -> None:
    """Write a result as a whole or not at all; raises `NotDone`."""
    from journeymap.files.atomic import explain_os_error, write_atomic

    with doing():
        try:
            write_atomic(path, data)
        except OSError as error:
            raise explain_os_error(path, error) from error


def prepare_streams() -> None:
    """Characters that the terminal does not have become question marks instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """Lines of a result; control characters, which could steer a terminal, are left out."""
    print(clean_text(text))


def say_json(value: Any) -> None:
    """A result for programs."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    print(json.dumps(value, indent=2, ensure_ascii=not encoding.startswith("utf"), allow_nan=False))


def say_table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> None:
    """Rows in columns; those numbered in `right` end at the same place instead of beginning there."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        cells = [
            cell.rjust(widths[column]) if column in right else cell.ljust(widths[column])
            for column, cell in enumerate(row)
        ]
        say("  ".join(cells).rstrip())


def complain(problem: Problem) -> None:
    """One sentence on the standard error."""
    complain_text(explain(problem))


def complain_text(sentence: str) -> None:
    """One sentence on the standard error, with the program's name before it."""
    print(f"journeymap: {clean_line(sentence)}", file=sys.stderr)


def close_broken_pipe() -> None:
    """Nobody reads on: let Python's last flush go nowhere, so that it does not fail as well."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    os.close(sink)
