"""Text that Excel takes as text: no formulas, no controls, nothing too long; and names for sheets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from journeymap.model.text import clean_text

TEXT_LIMIT = 32_767  # UTF-16 units in a cell
SHEET_NAME_LIMIT = 31
ELLIPSIS = "…"

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN_IN_SHEET = re.compile(r"[\[\]:*?/\\]")
_RISKY = tuple("=+-@\t\r＝＋－＠")


@dataclass(frozen=True, slots=True)
class SafeText:
    """A text as it is written, whether it had to be cut, and whether it could be read as a formula when it is edited."""

    text: str
    cut: bool
    risky: bool


def safe_text(value: str) -> SafeText:
    """Text for a cell: controls are gone, lone surrogates replaced, at most 32,767 UTF-16 units with an ellipsis at a cut.

    Excel reads `_x000D_` as a carriage return, so an underscore that begins such a code is written as `_x005F_`.
    """
    text = value if value.isascii() and value.isprintable() else clean_text(value)
    if "_x" in text:
        text = _ESCAPE.sub("_x005F_", text)
    cut = len(text) > TEXT_LIMIT // 2 and utf16_length(text) > TEXT_LIMIT
    if cut:
        text = utf16_head(text, TEXT_LIMIT - 1) + ELLIPSIS
    return SafeText(text, cut, text.startswith(_RISKY))


def utf16_length(text: str) -> int:
    """The length of a text in UTF-16 units, as Excel counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_head(text: str, limit: int) -> str:
    """The beginning of a text, at most `limit` UTF-16 units, no character halved."""
    head = text[:limit]
    while utf16_length(head) > limit:
        head = head[: len(head) - max(1, (utf16_length(head) - limit) // 2)]
    return head


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Names for sheets: at most 31 UTF-16 units, none of the forbidden characters, no two alike (Excel ignores case)."""
    names: list[str] = []
    taken = {"history"}  # Excel keeps this name to itself
    for place, title in enumerate(titles, 1):
        plain = _FORBIDDEN_IN_SHEET.sub(" ", clean_text(title).replace("'", "’").replace("\n", " "))
        plain = " ".join(plain.split()) or str(place)
        names.append(_untaken(plain, taken, SHEET_NAME_LIMIT))
    return names


def headings(titles: Iterable[str]) -> list[str]:
    """Names for a table's columns: plain text on one line, none blank, no two alike (Excel ignores case)."""
    taken: set[str] = set()
    return [
        _untaken(" ".join(clean_text(title).split()) or str(place), taken, 255) for place, title in enumerate(titles, 1)
    ]


def _untaken(name: str, taken: set[str], limit: int) -> str:
    candidate, number = utf16_head(name, limit).strip(), 1
    while candidate.casefold() in taken:
        number += 1
        ending = f" {number}"
        candidate = utf16_head(name, limit - len(ending)).strip() + ending
    taken.add(candidate.casefold())
    return candidate
