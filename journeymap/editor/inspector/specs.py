"""What a form consists of, as data: fields, rows of fields, folded groups, and parts of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

FieldKind = Literal[
    "heading",
    "line",
    "text",
    "choice",
    "stage",
    "channel",
    "steps",
    "number",
    "share",
    "date",
    "tags",
    "colour",
    "segment",
    "switch",
    "width",
]
PartName = Literal[
    "pains",
    "truths",
    "actions",
    "emotions",
    "evidence",
    "places",
    "answers",
    "action-channels",
    "ends",
    "picture",
    "note-picture",
    "path",
    "segment-heat",
    "lanes",
    "lane-place",
    "lane-cells",
]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. `path` is the record's field (`senses.sight` for one of its senses), `change` the name of the edit it makes.

    `options` are the codes of a choice with their words, `none` the word for "no value" where that is allowed. `steps` is
    how many buttons a field of steps has. `only_if` shows the field only where another one has this value. `shared`: it
    is also shown where several elements are selected.
    """

    path: str
    label: str
    kind: FieldKind
    change: str
    options: Mapping[str, str] | None = None
    numbers: Mapping[int, str] | None = None
    none: str = ""
    steps: int = 5
    hint: str = ""
    only_if: tuple[str, str] | None = None
    shared: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """Fields beside each other."""

    fields: tuple[FieldSpec, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """A group that is folded until it is wanted. `physical`: only for what stands in a physical channel, or has a text in it."""

    id: str
    title: str
    rows: "tuple[FieldSpec | Row | Part, ...]"
    physical: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part with a widget of its own. `title` "" is none."""

    name: PartName
    title: str = ""


Entry = FieldSpec | Row | Fold | Part
