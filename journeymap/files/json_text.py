"""JSON from outside: one tree of plain values, or one sentence that says what is wrong and where."""

import codecs
import json
import math
import re
from typing import Any

from journeymap.language import N_
from journeymap.model.problem import Problem

SIZE_LIMIT = 256 * 1024 * 1024
DEPTH_LIMIT = 64

CUT_OFF = N_(
    "“{name}” looks cut off near line {line}; perhaps it is still being copied. Wait, or open an earlier copy of it."
)
NOT_OURS = N_("“{name}” is not a Journeymap file.")
# What may be left of a value where a file was cut in the middle of it.
_HALF_VALUE = re.compile(r"(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-|\.|\.?\d*[eE][+-]?|\\?u?[0-9a-fA-F]{0,4})?\s*")
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_json(data: bytes, name: str) -> Any:
    """The value that a UTF-8 JSON text holds; `name` is the file's, for the sentence.

    Refused with a `Problem`: what is empty, cut off, no JSON or no UTF-8, over `SIZE_LIMIT` bytes, deeper than
    `DEPTH_LIMIT`, with the same key twice in one object, or with numbers that are none. A byte order mark is skipped;
    halves of surrogate pairs become U+FFFD, since no file could hold them again.
    """
    if len(data) > SIZE_LIMIT:
        raise Problem(
            "“{name}” is too large: {size} MB, at most {limit} MB can be read.",
            name=name,
            size=len(data) // 2**20,
            limit=SIZE_LIMIT // 2**20,
        )
    text = _decode(data, name)
    try:
        tree = json.loads(
            text, object_pairs_hook=_object, parse_float=_number, parse_int=_whole, parse_constant=_no_number
        )
    except _Refused as refused:
        raise Problem(refused.message, name=name, what=refused.what) from None
    except json.JSONDecodeError as error:
        raise _explain(text, error, name) from None
    except RecursionError:
        raise _too_deep(name) from None
    if _deeper_than(tree, DEPTH_LIMIT):
        raise _too_deep(name)
    return _without_surrogates(tree) if _SURROGATE_ESCAPE.search(text) else tree


class _Refused(Exception):
    """Raised inside the parser, which can't say the file's name."""

    def __init__(self, message: str, what: str) -> None:
        super().__init__(message)
        self.message = message
        self.what = what


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Refused(
            N_("“{name}” says “{what}” twice in the same place, so it is not clear which one counts."), twice
        )
    return found


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise _Refused(N_("“{name}” contains a number that is too large: {what}."), text[:40])
    return value


def _whole(text: str) -> int:
    if len(text) > 20:
        raise _Refused(N_("“{name}” contains a number that is too large: {what}."), f"{text[:20]}…")
    return int(text)


def _no_number(text: str) -> float:
    raise _Refused(N_("“{name}” contains {what} where a number is needed."), text)


def _decode(data: bytes, name: str) -> str:
    body = data.rstrip(b"\0")
    if not body.strip():
        raise Problem("“{name}” is empty; perhaps it is still being copied.", name=name)
    ours = body.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"{"
    # Zeros at the end are room that a copy has not filled yet.
    if ours and len(body) < len(data):
        raise Problem(CUT_OFF, name=name, line=body.count(b"\n") + 1)
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if ours and error.reason == "unexpected end of data":
            raise Problem(CUT_OFF, name=name, line=body.count(b"\n") + 1) from None
        raise Problem(NOT_OURS, name=name) from None


def _explain(text: str, error: json.JSONDecodeError, name: str) -> Problem:
    if text.lstrip()[:1] != "{":
        return Problem(NOT_OURS, name=name)
    if error.msg.startswith("Unterminated string") or _HALF_VALUE.fullmatch(text, error.pos):
        return Problem(CUT_OFF, name=name, line=text.count("\n") + 1)
    return Problem(
        "“{name}” is damaged: at line {line}, column {column} it is not valid JSON ({why}).",
        name=name,
        line=error.lineno,
        column=error.colno,
        why=error.msg,
    )


def _too_deep(name: str) -> Problem:
    return Problem("“{name}” is nested deeper than {limit} levels and can't be read.", name=name, limit=DEPTH_LIMIT)


def _deeper_than(tree: Any, limit: int) -> bool:
    """Whether lists and objects stand more than `limit` deep; level by level, so that no depth can exhaust the stack."""
    level = [tree] if isinstance(tree, (dict, list)) else []
    for _ in range(limit):
        inside = (value for box in level for value in (box.values() if isinstance(box, dict) else box))
        level = [value for value in inside if type(value) in (dict, list)]
        if not level:
            return False
    return True


def _without_surrogates(tree: Any) -> Any:
    if isinstance(tree, str):
        return _SURROGATE.sub("\ufffd", tree)
    if isinstance(tree, list):
        return [_without_surrogates(value) for value in tree]
    if isinstance(tree, dict):
        return {_without_surrogates(key): _without_surrogates(value) for key, value in tree.items()}
    return tree
