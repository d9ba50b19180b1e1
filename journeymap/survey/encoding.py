"""From bytes to text: byte order mark, strict UTF-8, UTF-16 without a mark, then the code pages of the field's languages."""

import codecs
import re
from dataclasses import dataclass

from journeymap.language import language
from journeymap.model.problem import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000

_RUN = re.compile(rb"[\x80-\xff]+")
_BESIDE_ASCII = re.compile(rb"[A-Za-z][\x80-\xff]+|[\x80-\xff]+[A-Za-z]")

# Letters that texts in a language have beyond ASCII, the frequent ones; (encoding, languages of the window, letters).
# Where an ISO part differs from its Windows code page by controls only, the Windows one is named.
_PAGES: tuple[tuple[str, frozenset[str], str], ...] = (
    ("cp1252", frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "sv"}), "äöüßéèêëàâáíóúñçôîïûùæøåÄÖÜÉÀÇÑÅØ"),
    ("cp1254", frozenset({"tr", "az"}), "ğışöüçâîûĞİŞÖÜÇ"),
    ("cp1250", frozenset({"pl", "cs", "sk", "hu", "ro", "hr", "sl"}), "ąćęłńóśźżáčďéěíňřšťúůýžőűöüäľĺôŁŚŻČŠŽŘ"),
    ("iso8859_2", frozenset(), "ąćęłńóśźżáčďéěíňřšťúůýžőűöüäľĺôŁŚŻČŠŽŘ"),
    ("cp1251", frozenset({"ru", "uk", "bg", "sr", "be"}), "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ"),
    ("koi8_r", frozenset(), "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    ("cp866", frozenset(), "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    ("cp1256", frozenset({"fa", "ar", "ur"}), "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأئپچژگکی\u200c\u200d،؟"),
    ("cp1253", frozenset({"el"}), "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ"),
)
_LATIN = frozenset({"cp1252", "cp1254", "cp1250", "iso8859_2"})
_NEUTRAL = "–—‘’“”„…«»°€·•§©®™\u00a0№"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, by which encoding, and how many of its characters could not be read (they are �)."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """The text of a file's bytes, by the encoding that is given or found.

    Characters that a given encoding can't read become � and are counted. Raises `Problem` for an encoding that does
    not exist, and where none that is known fits; `name` is the file's, for the sentence.
    """
    if encoding:
        return _by_name(data, encoding)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _by_name(data, marked)
    wide = _wide(data)
    if wide:
        return _by_name(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    found = _code_page(data)
    if found is None:
        raise Problem(
            "“{name}” is written in an encoding that could not be recognised. Choose the encoding, or save the file as UTF-8.",
            name=name,
        )
    return _by_name(data, found)


def _by_name(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        raise Problem("There is no encoding “{encoding}”. Try “utf-8” or “cp1252”.", encoding=encoding) from None
    except UnicodeError:  # what an odd codec raises even so (idna, punycode)
        raise Problem(
            "“{encoding}” is no encoding of text files. Try “utf-8” or “cp1252”.", encoding=encoding
        ) from None
    text = text.removeprefix("\ufeff")
    lost = max(0, text.count("\ufffd") - data.count("\ufffd".encode()))
    return Decoded(text, codecs.lookup(encoding).name, lost)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: line ends, digits and separators have zero bytes on one side, whatever the script."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(data) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    guess = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < 4 * min(even, odd) + 2:
        return None
    try:
        text = data.decode(guess)
    except UnicodeDecodeError:
        return None
    return guess if "\0" not in text and ("\n" in text or "\r" in text) else None


def _code_page(data: bytes) -> str | None:
    sample = bytes(byte for byte in data[: 20 * _SAMPLE] if byte > 127)[:_SAMPLE]
    # In Latin scripts the letters beyond ASCII stand among ASCII ones; Cyrillic, Greek or Arabic words have none.
    beside = len(_BESIDE_ASCII.findall(data[: 20 * _SAMPLE]))
    runs = len(_RUN.findall(data[: 20 * _SAMPLE]))
    pages = [page for page in _PAGES if (page[0] in _LATIN) == (beside >= 0.4 * runs)]
    fits = sorted(((_likeness(sample, page), page[0]) for page in pages), reverse=True)
    (best, name), (second, _) = fits[0], fits[1]
    if best >= 0.9 and best - second >= 0.02:
        return name
    from charset_normalizer import from_bytes

    found = from_bytes(data[:_SAMPLE]).best()
    guess = found.encoding if found is not None else None
    # The recogniser knows more scripts, but takes Turkish for Central European; between pages that tell nearly the
    # same, the more likely one of ours wins.
    if best >= 0.6 and (
        guess is None or guess.startswith(("cp125", "cp12", "latin", "iso8859", "mac_", "cp437", "cp85"))
    ):
        return name
    return guess or (name if best >= 0.5 else None)


def _likeness(sample: bytes, page: tuple[str, frozenset[str], str]) -> float:
    """How much of what is not ASCII is a usual letter of the page's languages; 0 where the page can't be."""
    encoding, languages, letters = page
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    usual = set(letters) | set(letters.upper()) if len(letters) > 60 else set(letters)
    counted = [c for c in text if c not in _NEUTRAL]
    if not counted:
        return 0.5
    # Running text is mostly small letters: KOI8-R read as cp1251 gives as many letters, but capital ones.
    score = sum(1.0 if c in usual else 0.6 if c.lower() in usual else 0.0 for c in counted) / len(counted)
    return score + (0.021 if language().split("_")[0] in languages else 0.0)
