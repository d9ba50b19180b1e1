"""Text in map units: its styles, and how it is measured, wrapped and elided. The measuring itself is asked of a protocol."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from unicodedata import bidirectional


@dataclass(frozen=True, slots=True)
class Style:
    """A way to set text: size and line height in map units, weight 400 to 800."""

    size: float
    line: float
    weight: int = 400


STYLES: dict[str, Style] = {
    "title": Style(30, 38, 700),
    "subtitle": Style(15, 20),
    "stage": Style(20, 26, 700),
    "goal": Style(13.5, 18),
    "channel": Style(14.5, 19, 600),
    "card": Style(14, 18, 600),
    "pill": Style(12.5, 16, 700),
    "small": Style(11.5, 15),
    "note": Style(12.5, 17),
    "badge": Style(11.5, 15, 700),
    "chip": Style(13.5, 18, 600),
    "chip-note": Style(12, 16, 500),
    "score": Style(15, 20, 700),
    "kpi": Style(22, 28, 700),
    "kpi-label": Style(13, 17, 500),
    "legend": Style(13, 17),
}

ELLIPSIS = "…"


class Measure(Protocol):
    """How wide a line of text is in map units."""

    def width(self, text: str, style: str) -> float:
        """The width of one line."""
        ...


class RoughMeasure:
    """Widths by the kind of character: near enough where nothing is painted (tests, sizes of Excel columns)."""

    def width(self, text: str, style: str) -> float:
        """The width of one line, within some 15 % of Noto Sans."""
        return rough_width(text) * STYLES[style].size


@lru_cache(maxsize=4096)
def rough_width(text: str) -> float:
    """The width of a line in ems."""
    return sum(0.3 if c in "iljtfrI.,:;'|! " else 0.9 if c in "mwMWШЩЖЮшщжю@—" else 0.56 for c in text)


def isolated(text: str) -> str:
    """Text to be put into a sentence of another direction: marked off where it holds right-to-left letters."""
    mixed = any(bidirectional(c) in ("R", "AL") for c in text)
    return f"\u2068{text}\u2069" if mixed else text


def wrap(text: str, style: str, width: float, lines: int, measure: Measure) -> tuple[str, ...]:
    """Break text at blanks into at most `lines` lines of `width`; what does not fit ends in an ellipsis, long words are broken."""
    out: list[str] = []
    words = [word for part in text.split("\n") for word in part.split(" ") if word]
    line = ""
    while words:
        word = words.pop(0)
        longer = f"{line} {word}" if line else word
        if measure.width(longer, style) <= width:
            line = longer
            continue
        if len(out) + 1 == lines:
            return (*out, elide(" ".join([longer, *words]), style, width, measure))
        if line:
            out.append(line)
            line = ""
            words.insert(0, word)
        else:
            fits = _fitting(word, style, width, measure)
            out.append(word[:fits])
            words.insert(0, word[fits:])
    return (*out, line) if line else tuple(out)


def elide(text: str, style: str, width: float, measure: Measure) -> str:
    """The text on one line of at most `width`, cut at the end with an ellipsis where it is longer."""
    text = text.replace("\n", " ")
    if measure.width(text, style) <= width:
        return text
    room = width - measure.width(ELLIPSIS, style)
    return text[: _fitting(text, style, room, measure, least=0)].rstrip() + ELLIPSIS


def _fitting(text: str, style: str, width: float, measure: Measure, least: int = 1) -> int:
    low, high = least, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(text[:middle], style) <= width:
            low = middle
        else:
            high = middle - 1
    return low
