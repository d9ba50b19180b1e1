"""A column of a table, as data: its heading, where its values come from, how they look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.formats.excel.book import Value
from journeymap.formats.excel.facts import Facts
from journeymap.formats.excel.scales import ScaleName
from journeymap.language import N_

WHOLE = "0"
PERCENT = "0%"
DATE = "yyyy-mm-dd"
GENERAL = "General"


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` is an English text, translated when it is written. `value` gives what stands in a row.

    `most` is the greatest width in characters: longer text is wrapped. `format` is Excel's number format, or gives one
    for a row. A column of `detail` is folded away where all its cells are blank. `hidden` is for the id.
    """

    heading: str
    value: Callable[[Facts, Any], Value]
    most: float = 30
    format: str | Callable[[Facts, Any], str] = GENERAL
    scale: ScaleName | None = None
    detail: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that holds one table: `name` is the table's, for formulas and the same in every language."""

    name: str
    title: str
    rows: Callable[[Facts], Sequence[Any]]
    columns: Callable[[Facts], tuple[Column, ...]]
    always: bool = True


def signed(value: float | None) -> str:
    """The format of a number that carries its sign, whole numbers without a decimal."""
    digits = "0" if value is None or value == round(value) else "0.0"
    return f'+{digits};"\u2212"{digits};0'


def id_column() -> Column:
    """The last column of every table: the element's id, hidden, by which an edited file finds its way back."""
    return Column(N_("Id"), lambda facts, record: record.id, hidden=True)
