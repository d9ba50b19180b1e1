"""Text as a search sees it: without case, accents and forms of letters, every place leading back to the original."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

# Letters that Unicode does not take apart and that people still type for each other.
LETTERS = {
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ي": "ی",
    "ى": "ی",
    "ك": "ک",
    "ة": "ه",
    "ە": "ه",
    "ھ": "ه",
    "ٱ": "ا",
}
# Taken apart they would be other letters: to a reader of Russian й is no и with an accent.
WHOLE = frozenset("йЙ")
TATWEEL, JOINER = "\u0640", "\u200d"
CACHE = 60_000


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` for comparing; character i of it comes from the original's characters `starts[i]` up to `ends[i]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def find(self, needle: str) -> Iterator[tuple[int, int]]:
        """Where a folded text stands: (start, end) in the original, never within what a reader takes for one letter."""
        at = self.text.find(needle) if needle else -1
        while at >= 0:
            end = at + len(needle)
            whole = self._edge(at) and self._edge(end)
            if whole:
                yield self.starts[at], self.ends[end - 1]
            at = self.text.find(needle, end if whole else at + 1)

    def _edge(self, at: int) -> bool:
        """Whether a letter of the original begins or ends here; ß and İ are one letter each, and several when folded."""
        return at in (0, len(self.text)) or self.starts[at] != self.starts[at - 1]


@lru_cache(maxsize=CACHE)
def fold(text: str, exact: bool = False) -> Folded:
    """The text for comparing; `exact` keeps case, accents and forms of letters, and only ways of writing them are alike."""
    if text.isascii():
        return Folded(text if exact else text.lower(), range(len(text)), range(1, len(text) + 1))
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _letters(text):
        folded = _fold_letter(text[start:end], exact)
        parts.append(folded)
        starts += [start] * len(folded)
        ends += [end] * len(folded)
    return Folded("".join(parts), starts, ends)


def _letters(text: str) -> Iterator[tuple[int, int]]:
    """What a reader takes for one letter: a character with the marks on it, an emoji with what is joined to it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not (_continues(text[at]) or _joined(text, at)):
            yield start, at
            start = at


def _joined(text: str, at: int) -> bool:
    """Whether the character here is, or follows, what joins two emoji."""
    place = at if text[at] == JOINER else at - 1
    return text[place] == JOINER and text[place + 1 : place + 2] > "\uffff"


def _continues(character: str) -> bool:
    if character < "\u0300":
        return False
    return bool(unicodedata.combining(character)) or "\ufe00" <= character <= "\ufe0f" or "🏻" <= character <= "🏿"


@lru_cache(maxsize=CACHE)
def _fold_letter(letter: str, exact: bool) -> str:
    composed = unicodedata.normalize("NFC", letter)
    if exact:
        return composed
    if composed in WHOLE:
        return composed.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", letter) if not _dropped(c)).casefold()
    return "".join(_plain(c) for c in bare if not _dropped(c))


def _plain(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return LETTERS.get(character, character) if digit is None else str(digit)


def _dropped(character: str) -> bool:
    """Accents above and below, vowel signs of Arabic and Hebrew, and what is not seen at all; not the vowels of India."""
    mark = unicodedata.combining(character)
    return 10 <= mark <= 36 or mark >= 200 or character == TATWEEL or unicodedata.category(character) == "Cf"
