"""Which entries fit what is typed, the best first, and which letters of them. No Qt in here."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from heapq import nsmallest

from journeymap.editor.palette.entry import TEXT, TITLE, Entry, folded_words
from journeymap.model.folding import Folded, fold

Fitting = Callable[[Sequence[Entry]], Sequence[Entry]]
NOT_RECENT = 10_000


def rank(typed: str, entries: Sequence[Entry], recent: Mapping[str, int], limit: int = 50) -> list[Entry]:
    """The best entries for what is typed; among those that fit alike, what was chosen lately goes first.

    `recent` is the place of a key among those chosen lately, 0 the last one. How well they fit, the best first: the text
    begins with what is typed; each word typed begins a word; they are initials; words of its kind count too; within
    words; where nothing else fits, with letters in between. Each of these is a quick look at the entries that are left.
    """
    needle = folded_words(typed)
    if not needle:
        return []
    left: Sequence[Entry] = entries
    found: list[Entry] = []
    for fitting in _fits(needle):
        group = fitting(left)
        if group:
            found += nsmallest(limit - len(found), group, key=lambda entry: _place(entry, recent))
            if len(found) >= limit:
                break
            taken = {id(entry) for entry in group}
            left = [entry for entry in left if id(entry) not in taken]
    if not found:
        found = nsmallest(limit, _with_gaps(needle, entries), key=lambda entry: _place(entry, recent))
    return found


def spans(typed: str, text: str) -> list[tuple[int, int]]:
    """Which characters of a text fit what is typed: (start, end), ascending."""
    folded = fold(text)
    words = folded_words(typed).split()
    found = [_span(word, text, folded) for word in words]
    known = sorted(span for span in found if span is not None)
    if len(known) == len(words) or not words:
        return known
    return _scattered("".join(words), folded) or known


def _place(entry: Entry, recent: Mapping[str, int]) -> tuple[int, int, int]:
    length = len(entry.line) if entry.weight in (TITLE, TEXT) else 0  # commands and settings keep their order
    return recent.get(entry.key, NOT_RECENT), entry.weight, length


def _fits(needle: str) -> list[Fitting]:
    """From the best fit to the loosest. `needle` is " one two"; so is an entry's line, so a word's start is found with its blank."""
    words = needle.split()
    starts = [f" {word}" for word in words]
    letters = "".join(words)
    fits: list[Fitting] = [partial(_beginning, needle), partial(_holding, starts)]
    if len(letters) > 1:
        fits.append(partial(_initials, letters))
    fits.append(partial(_of_kind, starts))
    if len(letters) > 1:
        fits.append(partial(_holding, words))
    return fits


def _beginning(needle: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    return [entry for entry in entries if entry.line.startswith(needle)]


def _holding(parts: Sequence[str], entries: Sequence[Entry]) -> Sequence[Entry]:
    for part in sorted(parts, key=len, reverse=True):
        entries = [entry for entry in entries if part in entry.line]
    return entries


def _initials(letters: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    return [entry for entry in entries if letters in entry.initials]


def _of_kind(starts: Sequence[str], entries: Sequence[Entry]) -> Sequence[Entry]:
    for start in starts:
        entries = [entry for entry in entries if start in entry.words or start in entry.line]
    return entries


def _with_gaps(needle: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    letters = needle.replace(" ", "")
    if len(letters) < 3:
        return []
    fits = _between(letters).search
    return [entry for entry in entries if entry.weight != TEXT and fits(entry.line)]


def _between(letters: str) -> re.Pattern[str]:
    """The letters in their order with others in between, the first at the start of a word; possessive, so that it never looks twice."""
    rest = "".join(f"[^{re.escape(letter)}]*+{re.escape(letter)}" for letter in letters[1:])
    return re.compile(f" {re.escape(letters[0])}{rest}")


def _span(word: str, text: str, folded: Folded) -> tuple[int, int] | None:
    """Where a word stands in a text, at the start of a word if it does."""
    places = list(folded.find(word))
    starting = (span for span in places if span[0] == 0 or not text[span[0] - 1].isalnum())
    return next(starting, places[0] if places else None)


def _scattered(letters: str, folded: Folded) -> list[tuple[int, int]]:
    """Where the letters stand, in their order: at starts of words if all do, else one after the other from one."""
    text = folded.text
    begins = [at for at, letter in enumerate(text) if letter.isalnum() and (at == 0 or not text[at - 1].isalnum())]
    initials = "".join(text[at] for at in begins)
    at = initials.find(letters)
    if at >= 0:
        return [(folded.starts[place], folded.ends[place]) for place in begins[at : at + len(letters)]]
    for begin in begins:
        places = _after(text, letters, begin)
        if places:
            return [(folded.starts[place], folded.ends[place]) for place in places]
    return []


def _after(text: str, letters: str, begin: int) -> list[int]:
    places: list[int] = []
    at = begin
    for letter in letters:
        at = text.find(letter, at)
        if at < 0 or (not places and at != begin):
            return []
        places.append(at)
        at += 1
    return places
