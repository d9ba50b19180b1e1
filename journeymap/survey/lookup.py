"""Columns found by name, and what a column holds."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from journeymap.model.measures import Plan
from journeymap.survey.columns import is_nps_group, is_personal, is_technical, respondent_rank
from journeymap.survey.numbers import parse_number
from journeymap.survey.reading import Table
from journeymap.survey.words import folded

_SAMPLE_ROWS = 5_000
_SAMPLE_CELLS = 500_000
_ID_LIKE = 20
_LARGEST = 1_000_000
_LIME_TIMES = ("Time", "Time]")


def find_column(table: Table, name: str) -> int | None:
    """The place of a column by its name, else by its code or wording, else by either written a little differently.

    None where no column or more than one fits.
    """
    if name in table.columns:
        return table.columns.index(name)
    others = table.aliases or ((),) * len(table.columns)
    plain = folded(name)
    for fits in (
        [i for i, names in enumerate(others) if name in names],
        [i for i, other in enumerate(table.columns) if plain and folded(other) == plain],
        [i for i, names in enumerate(others) if plain and plain in map(folded, names)],
    ):
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None


def names_of(table: Table, place: int) -> tuple[str, ...]:
    """All names of a column: its heading, its code, the wording of its question."""
    return table.columns[place], *(table.aliases[place] if table.aliases else ())


def planned_columns(table: Table, plan: Plan) -> set[int]:
    """The columns that a plan uses for something else than answers of a question."""
    named = (plan.respondent, plan.date, plan.segment, plan.question_column)
    return {place for name in named if name and (place := find_column(table, name)) is not None}


@dataclass(frozen=True)
class Column:
    """One column of a table and what a sample of its cells looks like."""

    place: int
    name: str
    names: tuple[str, ...]
    values: Counter[str]
    """The filled cells of the sample, stripped, and how often each occurs."""
    decimal: str
    lime: bool

    @cached_property
    def filled(self) -> int:
        """How many cells of the sample are filled."""
        return self.values.total()

    @cached_property
    def numbers(self) -> Counter[float]:
        """The answers that are numbers."""
        found: Counter[float] = Counter()
        for text, n in self.values.items():
            value = parse_number(text, self.decimal)
            if value is not None:
                found[value] += n
        return found

    @cached_property
    def is_numeric(self) -> bool:
        """Whether at least half of the filled cells are numbers."""
        return self.filled > 0 and self.numbers.total() * 2 >= self.filled

    @cached_property
    def is_book_keeping(self) -> bool:
        """Whether the column is a person's data, an id, a date or the survey tool's own."""
        if any(is_technical(name) or respondent_rank(name) is not None for name in self.names):
            return True
        if any(map(is_personal, self.names)) and not self._is_rating:
            return True
        return self.lime and (
            self.name.endswith(_LIME_TIMES) or folded(self.name).startswith(("group time", "question time"))
        )

    @cached_property
    def _is_rating(self) -> bool:
        """Whether there are small whole numbers only, some of them again and again: "E-mail" then is a channel that was rated."""
        numbers = self.numbers
        return (
            numbers.total() >= 3
            and numbers.total() * 10 >= 9 * self.filled
            and len(numbers) < numbers.total()
            and all(value.is_integer() and 0 <= value <= 10 for value in numbers)
        )

    @cached_property
    def is_answers(self) -> bool:
        """Whether the column may hold the answers of a question: numbers, not ids, not groups, nobody's data."""
        if self.is_book_keeping or not self.is_numeric:
            return False
        if any(is_nps_group(name) for name in self.names) or set(self.numbers) == {-100.0, 0.0, 100.0}:
            return False
        whole = all(value.is_integer() for value in self.numbers)
        id_like = whole and len(self.numbers) == self.filled and self.filled >= _ID_LIKE
        # A mistyped answer may be any number, most are not.
        large = sum(n for value, n in self.numbers.items() if abs(value) > _LARGEST)
        return not id_like and large * 10 <= self.filled


def columns_of(table: Table) -> list[Column]:
    """All columns with a sample of at most 5,000 rows, spread over the file."""
    rows = table.rows
    limit = max(100, min(_SAMPLE_ROWS, _SAMPLE_CELLS // max(1, len(table.columns))))
    step = max(1, len(rows) // limit)
    sample = [rows[i] for i in range(0, len(rows), step)]
    decimal = table.reading.decimal or "."
    out = []
    by_column = list(zip(*sample, strict=True)) or [()] * len(table.columns)
    for place, (name, cells) in enumerate(zip(table.columns, by_column, strict=True)):
        values = Counter(stripped for cell in cells if (stripped := cell.strip()))
        out.append(Column(place, name, names_of(table, place), values, decimal, table.origin == "limesurvey"))
    return out
