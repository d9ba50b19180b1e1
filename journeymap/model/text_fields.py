"""Which fields of the records hold words: derived from the records themselves, so that a new field is among them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import StringConstraints

from journeymap.model.measures import Counts, Plan, Wave
from journeymap.model.people import Persona
from journeymap.model.record import Record, Value
from journeymap.model.structure import JourneyInfo
from journeymap.model.text import LINE_LIMIT, TEXT_LIMIT, clean_line

# Lines that are no words of the map: keys, and what survey files are known by.
NOT_WORDS: Mapping[type[Record], frozenset[str]] = {
    JourneyInfo: frozenset({"lanes"}),
    Wave: frozenset({"source", "loaded"}),
    Plan: frozenset(Plan.model_fields),
    Counts: frozenset(Counts.model_fields),
}
# Words by which answers are matched: they can be found, replacing them would part them from their answers.
FIXED = frozenset({(Persona, "segment")})
TITLES = frozenset({"title", "label"})


@dataclass(frozen=True, slots=True)
class TextField:
    """A field that holds words; `many` where it holds several, `inner` names the field within each of its values.

    `limit` is how many characters go in.
    """

    name: str
    limit: int
    inner: str = ""
    many: bool = False


@cache
def text_fields(cls: type[Record]) -> tuple[TextField, ...]:
    """The fields of a class of records that hold words, in the order in which they are declared."""
    left_out = NOT_WORDS.get(cls, frozenset())
    return tuple(found for name in cls.model_fields if name not in left_out for found in _fields(cls, name))


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """Every text of a record that is not empty, with its path: `title`, `senses.sight`, `tags.0`, `evidence.1.quote`."""
    for field in text_fields(type(record)):
        value = getattr(record, field.name)
        if not value:
            continue
        for path, one in _each(field, value):
            if one:
                yield path, one


def text_at(record: Record, path: str) -> str:
    """The text at a path; "" where there is none (any longer)."""
    value: Any = record
    for step in path.split("."):
        if isinstance(value, tuple):
            value = value[int(step)] if step.isdigit() and int(step) < len(value) else ""
        else:
            value = getattr(value, step, "")
    return value if isinstance(value, str) else ""


def field_at(cls: type[Record], path: str) -> TextField | None:
    """The field that a path leads to, or None."""
    steps = [step for step in path.split(".") if not step.isdigit()]
    inner = steps[1] if len(steps) > 1 else ""
    return next((field for field in text_fields(cls) if (field.name, field.inner) == (steps[0], inner)), None)


def is_title(path: str) -> bool:
    """Whether a path is that of an element's title (or of a link's label)."""
    return path in TITLES


def is_fixed(record: Record, path: str) -> bool:
    """Whether a text can be found but must not be replaced."""
    return (type(record), path.split(".")[0]) in FIXED


def with_text(record: Record, path: str, text: str) -> dict[str, Any]:
    """The field's value with another text at a path, as `Edit.update` takes it; an emptied or doubled tag goes."""
    steps = path.split(".")
    name = steps[0]
    value: Any = getattr(record, name)
    if len(steps) == 1:
        return {name: text}
    if isinstance(value, Value):
        return {name: value.model_copy(update={steps[1]: text})}
    place = int(steps[1])
    if len(steps) == 2:
        tags = [clean_line(text) if at == place else tag for at, tag in enumerate(value)]
        return {name: tuple(dict.fromkeys(tag for tag in tags if tag))}
    return {
        name: tuple(one.model_copy(update={steps[2]: text}) if at == place else one for at, one in enumerate(value))
    }


def _each(field: TextField, value: Any) -> Sequence[tuple[str, str]]:
    if not field.many:
        return [(f"{field.name}.{field.inner}", getattr(value, field.inner)) if field.inner else (field.name, value)]
    if field.inner:
        return [(f"{field.name}.{at}.{field.inner}", getattr(one, field.inner)) for at, one in enumerate(value)]
    return [(f"{field.name}.{at}", one) for at, one in enumerate(value)]


def _fields(cls: type[Value], name: str) -> Iterator[TextField]:
    field = cls.model_fields[name]
    annotation: Any = field.annotation
    if annotation is str:
        limit = _limit(field.metadata)
        if limit:
            yield TextField(name, limit)
        return
    many = get_origin(annotation) is tuple
    inside = get_args(annotation)[0] if many else annotation
    if get_origin(inside) is Annotated and get_args(inside)[0] is str:
        limit = _limit(get_args(inside)[1:])
        if limit:
            yield TextField(name, limit, many=many)
    elif isinstance(inside, type) and issubclass(inside, Value):
        for inner in inside.model_fields:
            for found in _fields(inside, inner):
                yield TextField(name, found.limit, inner, many)


def _limit(metadata: Sequence[object]) -> int:
    """How long a text may be; 0 for ids, colours, codes and base64, which are strings of another make."""
    if any(getattr(one, "pattern", None) is not None for one in metadata):
        return 0
    limits = {one.max_length for one in metadata if isinstance(one, StringConstraints)}
    return next((limit for limit in (LINE_LIMIT, TEXT_LIMIT) if limit in limits), 0)
