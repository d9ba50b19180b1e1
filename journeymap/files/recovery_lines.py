"""The lines of a recovery journal: one JSON object each, with its number and a checksum; the first one that is damaged ends it."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_START = b'{"body":'
_MIDDLE = b',"checksum":"'
_END = b'"}\n'
_CHECKSUM_LENGTH = 16


def to_line(number: int, body: dict[str, Any]) -> bytes:
    """One line of the journal; `number` counts from 0 and grows by one."""
    text = json.dumps({**body, "number": number}, separators=(",", ":")).encode()
    return _START + text + _MIDDLE + _checksum(text) + _END


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """What the sound lines at the beginning of a journal say: it ends where a line is torn, altered, or missing."""
    with path.open("rb") as file:
        for number, line in enumerate(file):
            body = _from_line(line)
            if body is None or body.get("number") != number:
                return
            yield body


def count_lines(path: Path) -> int:
    """How many lines a journal has, sound or not."""
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def _from_line(line: bytes) -> dict[str, Any] | None:
    tail = len(_MIDDLE) + _CHECKSUM_LENGTH + len(_END)
    text = line[len(_START) : -tail]
    if line != _START + text + _MIDDLE + _checksum(text) + _END:
        return None
    body = json.loads(text)
    return body if isinstance(body, dict) else None


def _checksum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest()[:_CHECKSUM_LENGTH].encode()
