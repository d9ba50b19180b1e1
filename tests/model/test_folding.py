"""Folded text: what people take for the same, and the way back to the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model.folding import fold


def found(needle: str, text: str, exact: bool = False) -> list[str]:
    return [text[start:end] for start, end in fold(text, exact).find(fold(needle, exact).text)]


@pytest.mark.parametrize(
    ("needle", "text", "expected"),
    [
        ("WAIT", "Waits, waiting", ["Wait", "wait"]),
        ("istanbul", "İstanbul, ISTANBUL, ıstanbul", ["İstanbul", "ISTANBUL", "ıstanbul"]),
        ("İ", "Istanbul", ["I"]),
        ("strasse", "Die Straße, STRASSE", ["Straße", "STRASSE"]),
        ("straße", "Die Strasse", ["Strasse"]),
        ("ss", "Maße", ["ß"]),
        ("s", "Maße", []),  # half of a letter is no hit
        ("cafe", "Café, cafe\u0301!", ["Café", "cafe\u0301"]),
        ("café", "cafe", ["cafe"]),
        ("e", "e\u0301\u0327x", ["e\u0301\u0327"]),
        ("حک", "حك", ["حك"]),  # Arabic and Persian kaf
        ("علی", "علي", ["علي"]),  # Arabic and Persian ye
        ("سلام", "ســلام", ["ســلام"]),  # stretched
        ("محمد", "مُحَمَّد است", ["مُحَمَّد"]),  # with its vowels
        ("میخواهم", "می\u200cخواهم", ["می\u200cخواهم"]),
        ("می", "می\u200cخواهم", ["می"]),
        ("12", "۱۲ روز", ["۱۲"]),
        ("мой", "мои, мой", ["мой"]),  # a letter of its own, not an accent
        ("ё", "Еще", ["Е", "е"]),
        ("fi", "oﬃce", []),
        ("ffi", "oﬃce", ["ﬃ"]),
        ("...", "Wait…", ["…"]),
        ("👩", "👩\u200d💻 👩", ["👩"]),
        ("a", "", []),
        ("", "abc", []),
        ("\u0301", "abc", []),
    ],
)
def test_what_is_alike_is_found_where_it_stands(needle: str, text: str, expected: list[str]) -> None:
    assert found(needle, text) == expected


@pytest.mark.parametrize(
    ("needle", "text", "expected"),
    [
        ("Wait", "Waits, waiting", ["Wait"]),
        ("cafe", "café cafe", ["cafe"]),
        ("e", "cafe\u0301", []),  # not a part of é
        ("é", "cafe\u0301", ["e\u0301"]),  # the same letter, written in another way
        ("علی", "علي", []),
        ("i", "İI", []),
    ],
)
def test_exactly(needle: str, text: str, expected: list[str]) -> None:
    assert found(needle, text, exact=True) == expected


def test_hits_do_not_overlap() -> None:
    assert list(fold("aaaa").find("aa")) == [(0, 2), (2, 4)]


LETTERS = "abcIİıißſéèe\u0301\u0327яйЙیيكک\u200c\u0640ـ۱ﬃ…👩💻\u200d한 "


@given(st.text(alphabet=LETTERS, max_size=20), st.booleans())
def test_every_place_leads_back(text: str, exact: bool) -> None:
    folded = fold(text, exact)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


@given(
    st.text(alphabet=LETTERS, max_size=8), st.text(alphabet=LETTERS, max_size=6), st.text(alphabet=LETTERS, max_size=8)
)
def test_what_is_found_is_alike(before: str, needle: str, after: str) -> None:
    text, folded = before + needle + after, fold(needle).text
    for start, end in fold(text).find(folded):
        assert fold(text[start:end]).text == folded
        assert end == len(text) or not unicodedata.combining(text[end])
