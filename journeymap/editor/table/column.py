"""A column of a table, as data: its heading, what its cells say, and how what is typed there is written to the map."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from journeymap.editor.table import cells
from journeymap.editor.table.source import Source, Writing
from journeymap.language import N_, _

Text = Callable[[Source, Any], str]
Put = Callable[[Writing, str, str], None]
Options = Callable[[Source], Sequence[tuple[Any, str]]]
EditorKind = Literal["line", "text", "choice", "steps", "date", "names"]

NARROW, MEDIUM, WIDE = 86, 150, 230


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` is in the reader's language. `text` is what a cell shows, `plain` (else the same) what is typed and copied.

    `put` writes a typed text to the record with this id and raises `Problem` for one that is not allowed, before it
    alters anything; without it the column is for reading only. `change` names the Change. `options` are what can be
    chosen, `steps` the ends of a small whole number. `empty` says whether a cell may be cleared. `hint` says what is allowed.
    A `rare` column is hidden until it is wanted.
    """

    key: str
    heading: str
    text: Text
    put: Put | None = None
    change: str = ""
    plain: Text | None = None
    editor: EditorKind = "line"
    options: Options | None = None
    steps: tuple[int, int] = (1, 5)
    width: int = MEDIUM
    end: bool = False
    empty: bool = True
    hint: str = ""
    rare: bool = False

    def written(self, source: Source, record: Any) -> str:
        """What is copied, and what stands in the field when a cell is opened for typing."""
        return (self.plain or self.text)(source, record)


def line(key: str, heading: str, change: str, width: int = MEDIUM) -> Column:
    """A text on one line."""

    def put(writing: Writing, id: str, text: str) -> None:
        writing.set(id, **{key: cells.read_line(text)})

    return Column(key, _(heading), _attribute(key), put, change, width=width)


def text(key: str, heading: str, change: str, width: int = WIDE) -> Column:
    """A text of many lines."""

    def put(writing: Writing, id: str, text: str) -> None:
        writing.set(id, **{key: cells.read_text(text)})

    return Column(key, _(heading), _attribute(key), put, change, width=width, editor="text")


def choice(
    key: str, heading: str, change: str, words: Mapping[Any, str], none: bool = False, width: int = MEDIUM
) -> Column:
    """One code of a table of words; with `none` also nothing."""

    def options(source: Source) -> Sequence[tuple[Any, str]]:
        return [(code, _(name)) for code, name in words.items()]

    def shown(source: Source, record: Any) -> str:
        code = getattr(record, key)
        return "" if code is None else _(words[code]) if code in words else str(code)

    def put(writing: Writing, id: str, text: str) -> None:
        value = None if none and not text.strip() else cells.read_choice(text, options(writing.source))
        writing.set(id, **{key: value})

    return Column(
        key, _(heading), shown, put, change, editor="choice", options=options, width=width, empty=none, hint=""
    )


def steps(key: str, heading: str, change: str, none: bool = False, most: int = 5) -> Column:
    """A whole number from 1 to a few; with `none` also nothing."""

    def shown(source: Source, record: Any) -> str:
        return cells.write_number(getattr(record, key))

    def plain(source: Source, record: Any) -> str:
        return cells.plain_number(getattr(record, key))

    def put(writing: Writing, id: str, text: str) -> None:
        value = cells.read_whole(text if none or text.strip() else "-", 1, most)
        writing.set(id, **{key: value})

    hint = _("A whole number from {low} to {high}").format(low=1, high=most)
    return Column(
        key,
        _(heading),
        shown,
        put,
        change,
        plain,
        editor="steps",
        steps=(1, most),
        width=NARROW,
        end=True,
        empty=none,
        hint=hint,
    )


def decimal(key: str, heading: str, change: str) -> Column:
    """A number or nothing."""

    def put(writing: Writing, id: str, text: str) -> None:
        writing.set(id, **{key: cells.read_number(text)})

    return Column(
        key,
        _(heading),
        lambda source, record: cells.write_number(getattr(record, key)),
        put,
        change,
        lambda source, record: cells.plain_number(getattr(record, key)),
        width=NARROW,
        end=True,
    )


def share(key: str, heading: str, change: str) -> Column:
    """A part of the whole in per cent, or nothing."""

    def put(writing: Writing, id: str, text: str) -> None:
        writing.set(id, **{key: cells.read_share(text)})

    return Column(
        key,
        _(heading),
        lambda source, record: cells.write_share(getattr(record, key)),
        put,
        change,
        lambda source, record: cells.plain_share(getattr(record, key)),
        width=NARROW,
        end=True,
        hint=_("A share from 0 to 100 %"),
    )


def day(key: str, heading: str, change: str) -> Column:
    """A date or nothing."""

    def put(writing: Writing, id: str, text: str) -> None:
        writing.set(id, **{key: cells.read_date(text)})

    return Column(
        key,
        _(heading),
        lambda source, record: cells.write_date(getattr(record, key)),
        put,
        change,
        lambda source, record: cells.plain_date(getattr(record, key)),
        editor="date",
        width=128,
        hint=_("A date, for example {example}").format(example=cells.EXAMPLE),
    )


def tags() -> Column:
    """Words parted by commas."""

    def put(writing: Writing, id: str, text: str) -> None:
        writing.set(id, tags=cells.read_tags(text))

    heading = _("Tags")
    return Column(
        "tags",
        heading,
        lambda source, record: ", ".join(record.tags),
        put,
        N_("Change tags"),
        hint=_("Parted by commas"),
    )


def reading(key: str, heading: str, text: Text, plain: Text | None = None, width: int = NARROW) -> Column:
    """What can be read only: worked out from elsewhere."""
    return Column(key, _(heading), text, plain=plain, width=width, end=width == NARROW)


def _attribute(key: str) -> Text:
    return lambda source, record: str(getattr(record, key))
