"""From the facts of a step to blocks: what is said, how large, and how much of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from journeymap.editor.inspector.emotions_part import feeling
from journeymap.editor.presentation.block import Block, Words
from journeymap.editor.presentation.facts import Facts, Felt, Found, Kind, Person, Said
from journeymap.editor.presentation.letters import RoomMeasure, face, line_of, width_of
from journeymap.editor.presentation.signs import bolt, face_shapes, sign_of
from journeymap.language import N_, _, ngettext
from journeymap.layout.draw_lane import COLOURS
from journeymap.layout.palette import INK, MUTED, NO_HEAT, RULE, ink_on, tint
from journeymap.layout.shapes import Box, Circle, Rect, Shape
from journeymap.layout.text import ELLIPSIS, elide, wrap
from journeymap.model.measures import Metric
from journeymap.survey.display import metric_name, number, percent, show_interval, show_n, show_value, signed
from journeymap.survey.score import Score

BODY = 28.0  # the smallest letters, in pixels of a screen 1080 pixels high
MEASURE = RoomMeasure()
TITLE_SIZES = (54.0, 44.0, 36.0)
LEAST_NAME = 150.0  # room for a name beside a feeling; with less of it the name stands below
QUOTE_INK = "#344054"
MORE: dict[Kind | Literal["persona"], tuple[str, str]] = {
    "persona": (N_("and {n} more persona"), N_("and {n} more personas")),
    "pain": (N_("and {n} more pain point"), N_("and {n} more pain points")),
    "truth": (N_("and {n} more moment of truth"), N_("and {n} more moments of truth")),
    "action": (N_("and {n} more action"), N_("and {n} more actions")),
}


@dataclass(frozen=True, slots=True)
class Level:
    """How much is said: lines of the title, of texts, of a finding's title; findings of each kind; personas; `minor` texts.

    `notes` on findings: 2 all of them, 1 those that stand beside the title, 0 none.
    """

    scale: float
    title: int = 3
    text: int = 6
    items: int = 8
    lines: int = 2
    people: int = 5
    notes: int = 2
    minor: bool = True


class Setting:
    """Sets facts in blocks of one width; `unit` is the size of a pixel of a screen 1080 pixels high."""

    def __init__(self, facts: Facts, level: Level, unit: float, width: float) -> None:
        self._facts = facts
        self._level = level
        self._u = unit * level.scale
        self._w = width
        # Letters never get smaller than what the back of a room can read.
        self._body = face(BODY * self._u)
        self._strong = face(BODY * self._u, 600)
        self._line = line_of(self._body)

    def groups(self) -> tuple[list[Block], list[Block], list[Block]]:
        """How it is, whom it is about, what was found there; the most important first in each."""
        facts = self._facts
        intro: list[Block] = []
        if facts.score is not None:
            intro.append(self._measured(facts.score, facts.colour))
        intro += [self._felt(felt) for felt in facts.felt[: self._level.people]]
        intro += self._more("persona", len(facts.felt) - self._level.people, MUTED)
        intro += [self._said(said) for said in facts.texts if self._level.minor or not said.minor]
        people = [self._person(person) for person in facts.people[: self._level.people]]
        people += self._more("persona", len(facts.people) - self._level.people, MUTED)
        kinds: tuple[Kind, ...] = ("pain", "truth", "action")
        return intro, people, [block for kind in kinds for block in self._findings(kind)]

    def head(self) -> Iterator[Block]:
        """Where the room is: a line above the title, and the title."""
        u, w = self._u, self._w
        if self._facts.kicker:
            line = elide(self._facts.kicker, self._strong, w, MEASURE)
            yield Block(self._line, words=(Words(Rect(0, 0, w, self._line), (line,), self._strong, MUTED),))
        for size in TITLE_SIZES:
            big = face(size * u, 700)
            lines = wrap(self._facts.title, big, w, self._level.title, MEASURE)
            if not lines[-1].endswith(ELLIPSIS):
                break
        height = line_of(big) * len(lines)
        yield Block(height, 4 * u, words=(Words(Rect(0, 0, w, height), lines, big, INK),))

    def _measured(self, score: Score, colour: str | None) -> Block:
        u, big = self._u, face(44 * self._u, 700)
        fill = colour or NO_HEAT
        shown = show_value(score)
        height = 2 * self._line + 4 * u
        pill = Rect(0, 0, max(width_of(shown, big) + 44 * u, 120 * u), height)
        hatch = tint(fill, 0.45) if score.shown == "tentative" else None
        x = pill.right + 22 * u
        name, interval = metric_name(score.metric), show_interval(score)
        if score.shown == "withheld":
            first, second = name, _("Too few answers to show")
        else:
            first = f"{name} · {show_n(score.n)}"
            second = _("95 % interval {interval}").format(interval=interval)
        if self._facts.target is not None:
            first += " · " + _("target {value}").format(value=as_score(score.metric, self._facts.target))
        room = self._w - x
        words = [
            Words(Rect(0, (height - line_of(big)) / 2, pill.w, height), (shown,), big, ink_on(fill), "middle"),
            Words(Rect(x, 0, room, height), (elide(first, self._strong, room, MEASURE),), self._strong, INK),
            Words(
                Rect(x, self._line + 2 * u, room, height),
                (elide(second, self._body, room, MEASURE),),
                self._body,
                MUTED,
            ),
        ]
        return Block(height, 18 * u, (Box(pill, fill, radius=14 * u, hatch=hatch),), tuple(words))

    def _felt(self, felt: Felt) -> Block:
        """Face and number, from the worst to the best where they differ, then whose feeling it is."""
        u, r = self._u, 21 * self._u
        strong = face(32 * u, 700)
        row = max(self._line, 2 * r + 2 * u)
        y = (row - line_of(strong)) / 2
        shapes: list[Shape] = []
        words: list[Words] = []
        x = 0.0
        for value in (felt.low, felt.high) if felt.high != felt.low else (felt.low,):
            if x:
                words.append(Words(Rect(x, y, 60 * u, 0), ("…",), strong, MUTED, "middle"))
                x += 60 * u
            shapes += face_shapes(x + r, row / 2, r, value)
            x += 2 * r + 14 * u
            text = feeling(value)
            words.append(Words(Rect(x, y, width_of(text, strong), 0), (text,), strong, INK))
            x += width_of(text, strong)
        height, x = row, x + 24 * u
        if felt.name:
            if self._w - x < LEAST_NAME * u:
                height, x = row + self._line, 0.0
            middle = height - row / 2 if x else height - self._line / 2
            shapes.append(Circle(x + 7 * u, middle, 7 * u, felt.colour))
            x += 26 * u
            name = elide(felt.name, self._body, self._w - x, MEASURE)
            words.append(Words(Rect(x, middle - self._line / 2, self._w - x, 0), (name,), self._body, MUTED))
        return Block(height, 14 * u, tuple(shapes), tuple(words))

    def _said(self, said: Said) -> Block:
        u = self._u
        x = 22 * u if said.quote else 0.0
        text = _("“{text}”").format(text=said.text.strip()) if said.quote else said.text.strip()
        lines = wrap(text, self._body, self._w - x, self._level.text, MEASURE)
        y = self._line if said.label else 0.0
        height = y + self._line * len(lines)
        words = [Words(Rect(x, y, self._w - x, height), lines, self._body, QUOTE_INK if said.quote else INK)]
        if said.label:
            words.append(Words(Rect(0, 0, self._w, self._line), (said.label,), self._strong, MUTED))
        bar: tuple[Shape, ...] = (Box(Rect(0, 4 * u, 6 * u, height - 8 * u), "#98A2B3", radius=3 * u),)
        return Block(height, 18 * u, bar if said.quote else (), tuple(words))

    def _person(self, person: Person) -> Block:
        u = self._u
        x = 34 * u
        lines = wrap(person.name, self._strong, self._w - x, 2, MEASURE)
        words = [Words(Rect(x, 0, self._w - x, self._line), lines, self._strong, INK)]
        height = self._line * len(lines)
        if person.line and self._level.notes:
            note = wrap(person.line, self._body, self._w - x, self._level.notes, MEASURE)
            words.append(Words(Rect(x, height, self._w - x, self._line), note, self._body, MUTED))
            height += self._line * len(note)
        return Block(height, 14 * u, (Circle(11 * u, self._line / 2, 11 * u, person.colour),), tuple(words))

    def _findings(self, kind: Kind) -> Iterator[Block]:
        found = [one for one in self._facts.found if one.kind == kind]
        shown = found[: self._level.items]
        for place, one in enumerate(shown):
            yield self._finding(one, first=place == 0)
        yield from self._more(kind, len(found) - len(shown), COLOURS[kind][2])

    def _more(self, kind: Kind | Literal["persona"], rest: int, ink: str) -> list[Block]:
        """A line that says how many more there are."""
        if rest <= 0:
            return []
        single, several = MORE[kind]
        text = ngettext(single, several, rest).format(n=number(rest, 0))
        words = Words(Rect(0, 0, self._w, self._line), (text,), self._strong, ink)
        return [Block(self._line, 8 * self._u, words=(words,))]

    def _finding(self, one: Found, first: bool) -> Block:
        u, (fill, edge, ink) = self._u, COLOURS[one.kind]
        pad, x = 14 * u, 54 * u
        shapes: list[Shape] = []
        words: list[Words] = []
        middle = pad + self._line / 2
        room = self._w - x - pad
        if one.severity:
            width = self._severity(one.severity, pad, ink, shapes, words)
            room -= width
        beside = self._fits_beside(one.title, one.note, room) and self._level.notes > 0
        note = one.note if beside or self._level.notes > 1 else ""
        lines = wrap(one.title, self._strong, room, self._level.lines, MEASURE)
        words.append(Words(Rect(x, pad, room, 0), lines, self._strong, ink))
        height = self._line * len(lines)
        if beside:
            words.append(Words(Rect(x, pad, room, 0), (note,), self._body, QUOTE_INK, "end"))
        elif note:
            rows = wrap(note, self._body, self._w - x - pad, 2 if one.kind == "truth" else 1, MEASURE)
            words.append(Words(Rect(x, pad + height, self._w - x - pad, 0), rows, self._body, QUOTE_INK))
            height += self._line * len(rows)
        box = Rect(0, 0, self._w, height + 2 * pad)
        sign = bolt(28 * u, middle, 15 * u, ink) if one.kind == "pain" else sign_of(one.kind, 28 * u, middle, u, ink)
        frame = Box(box, fill, edge, max(1, 1.5 * u), 12 * u)
        return Block(box.h, (20 if first else 10) * u, (frame, *sign, *shapes), tuple(words))

    def _severity(self, severity: int, pad: float, ink: str, shapes: list[Shape], words: list[Words]) -> float:
        """Five dots and the number at the end of the first line; returns the room that they take."""
        step = 16 * self._u
        grade = _("{severity}/5").format(severity=severity)
        words.append(Words(Rect(0, pad, self._w - pad, 0), (grade,), self._strong, ink, "end"))
        width = width_of(grade, self._strong) + 12 * self._u + 5 * step
        left = self._w - pad - width
        for place in range(5):
            dot = ink if place < severity else RULE
            shapes.append(Circle(left + (place + 0.5) * step, pad + self._line / 2, 6 * self._u, dot))
        return width + 12 * self._u

    def _fits_beside(self, title: str, note: str, room: float) -> bool:
        return bool(note) and width_of(title, self._strong) + width_of(note, self._body) + 30 * self._u <= room


def as_score(metric: Metric, value: float) -> str:
    """A target as scores of its metric are written."""
    if metric == "nps":
        return signed(value)
    return percent(value) if metric == "csat" else number(value, 0 if value == int(value) else 1)
