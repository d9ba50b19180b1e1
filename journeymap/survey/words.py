"""Names brought to a form in which they can be compared, and the words by which columns are known."""

import re
import unicodedata

from journeymap.model.text import LINE_LIMIT, clean_line

_HUMP = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Ý])|(?<=[A-Z])(?=[A-Z][a-z])")
_BETWEEN = re.compile(r"[^\w]+|_+")
_ALIKE = str.maketrans({"ı": "i", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و"})

_STOP_WORDS = (
    "a an and at by for from how in into is it its of on or our the this to was we were what with you your "
    "der die das den dem des ein eine und im in mit wie war sie ihr ihre zu ve ile bir bu icin ne "
    "и в на с по вы вас как это و از به در با را این که de la le les des et un une du el los y con"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())


def tokens(name: str) -> tuple[str, ...]:
    """The words of a name for comparing: folded, without accents, punctuation and camel humps ("IPAddress": ip, address)."""
    text = _HUMP.sub(" ", name) if not name.isupper() else name
    # Compatibility forms apart, then marks away, so that "Şikâyet" and "Sikayet" are one.
    text = unicodedata.normalize("NFKD", text.replace("\u200c", " "))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold().translate(_ALIKE)
    return tuple(_BETWEEN.sub(" ", text).split())


def as_line(text: str) -> str:
    """A text on one line as the map keeps it, the end of one longer than 500 characters cut off with an ellipsis."""
    line = clean_line(text)
    return line if len(line) <= LINE_LIMIT else line[: LINE_LIMIT - 1].rstrip() + "…"


def folded(name: str) -> str:
    """A name as one line for comparing: its words with one blank between."""
    return " ".join(tokens(name))


def content(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without articles and the like; all of them where nothing else is left."""
    return tuple(word for word in words if word not in STOP_WORDS) or words


def names_one_of(words: tuple[str, ...], phrases: frozenset[str]) -> bool:
    """Whether one of the phrases (folded words) stands in a name as whole words."""
    line = f" {' '.join(words)} "
    return any(f" {phrase} " in line for phrase in phrases)


def starts_one_of(words: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    """Whether a word of the name begins with one of the stems, or (stems of two words) the name holds it."""
    line = " " + " ".join(words)
    return any(f" {stem}" in line for stem in stems)


def phrases(text: str) -> frozenset[str]:
    """A table of phrases, written with `|` between them, folded as names are."""
    return frozenset(folded(part) for part in text.split("|"))


def stems(text: str) -> tuple[str, ...]:
    """A table of beginnings of words, written with `|` between them, folded as names are."""
    return tuple(sorted(phrases(text)))
