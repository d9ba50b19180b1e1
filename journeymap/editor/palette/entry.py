"""One line of the palette, ready to be compared with what is typed. No Qt in here."""

import re
from dataclasses import dataclass

from journeymap.model.folding import fold

# Which goes first where two fit alike.
COMMAND, TITLE, SETTING, TEXT = range(4)
SHOWN = 160
_SEPARATORS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be chosen. `key` names it for ever (`command:save`, `element:ID:title`, `heat:nps`).

    `line` is its text as folded words, each after a blank; `words` others by which it is known; `why` says why it can't be
    chosen now; `checked` None: it is nothing that is on or off.
    """

    key: str
    text: str
    line: str
    words: str
    initials: str
    weight: int
    detail: str = ""
    keys: str = ""
    icon: str = ""
    why: str = ""
    checked: bool | None = None


def make_entry(
    key: str,
    text: str,
    weight: int,
    words: str = "",
    *,
    detail: str = "",
    keys: str = "",
    icon: str = "",
    why: str = "",
    checked: bool | None = None,
) -> Entry:
    """An entry; of a long text only the beginning counts."""
    text = text[:SHOWN].replace("\n", " ")
    line = folded_words(text)
    initials = "".join(word[0] for word in line.split())
    return Entry(key, text, line, folded_words(words), initials, weight, detail, keys, icon, why, checked)


def folded_words(text: str) -> str:
    """The words of a text, folded, each with a blank before it; "" of an empty text."""
    words = _SEPARATORS.sub(" ", fold(text).text).strip()
    return f" {words}" if words else ""
