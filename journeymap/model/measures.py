"""What was measured: waves of a survey, the plan that reads it, and the counts of its answers. Never an answer itself."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from journeymap.model.fault_sentences import ASCENDING, LOW_FIRST, OUTSIDE
from journeymap.model.record import Id, Order, Record, Value
from journeymap.model.text import Line

Metric = Literal["nps", "csat", "ces", "mean"]
Whole = Annotated[int, Field(ge=0, le=10**15)]
Bound = Annotated[float, Field(ge=-1e9, le=1e9)]
Scale = tuple[Bound, Bound]
Layout = Literal["wide", "long"]


def _low_first(scale: Scale) -> Scale:
    if scale[0] >= scale[1]:
        raise ValueError(LOW_FIRST)
    return scale


class Wave(Record):
    """One round of a survey. `source` is the name of the file that was read (no folder), `dropped` answers by reason."""

    kind: ClassVar[str] = "wave"
    title: Line = ""
    order: Order = 0.0
    start: date | None = None
    end: date | None = None
    plan: Id | None = None
    source: Line = ""
    loaded: Line = ""
    rows: Whole = 0
    used: Whole = 0
    dropped: tuple[tuple[Line, Whole], ...] = ()


class Question(Value):
    """Which target a question scores, and how. `question` is a column's name, or a value of the long layout's question column."""

    question: Line
    target: Id
    metric: Metric
    scale: Scale
    high_is_good: bool = True

    @model_validator(mode="after")
    def _check(self) -> "Question":
        _low_first(self.scale)
        return self


class Plan(Record):
    """How a survey file is read: which question scores what. Kept in the map, so that the next file needs no answers.

    `header_rows`, `encoding`, `delimiter` and `decimal` are what the user overruled; None means: as detected.
    """

    kind: ClassVar[str] = "plan"
    title: Line = ""
    layout: Layout = "wide"
    header_rows: Annotated[int, Field(ge=0, le=10)] | None = None
    questions: tuple[Question, ...] = ()
    respondent: Line | None = None
    date: Line | None = None
    segment: Line | None = None
    question_column: Line | None = None
    value_column: Line | None = None
    encoding: Line | None = None
    delimiter: Annotated[str, Field(max_length=1)] | None = None
    decimal: Annotated[str, Field(pattern=r"^[.,٫]$")] | None = None
    sheet: Line | None = None


class Counts(Record):
    """How many answers of each value one question gave for a target in a wave and segment (`""`: no segment known).

    `values` are (answer, how many), answers ascending and within `scale`. `about` is the title that the target had when the
    answers were loaded: apart from it, wordings of questions can be compared whatever the target is called later.
    """

    kind: ClassVar[str] = "counts"
    target: Id
    wave: Id
    metric: Metric
    scale: Scale
    high_is_good: bool = True
    question: Line = ""
    about: Line = ""
    segment: Line = ""
    values: tuple[tuple[Bound, Whole], ...] = ()

    @model_validator(mode="after")
    def _check(self) -> "Counts":
        low, high = _low_first(self.scale)
        answers = [answer for answer, _ in self.values]
        if answers != sorted(set(answers)):
            raise ValueError(ASCENDING)
        if answers and not low <= answers[0] <= answers[-1] <= high:
            raise ValueError(OUTSIDE)
        return self

    @property
    def n(self) -> int:
        """How many answers there are."""
        return sum(count for _, count in self.values)
