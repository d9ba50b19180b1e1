"""From a table and a plan to counts: how many answers of each value, with an account of every answer that is not used."""

from collections import Counter
from collections.abc import Callable, Sequence

from journeymap.model.journey import Journey
from journeymap.model.measures import Plan, Question
from journeymap.model.problem import Problem
from journeymap.survey.dates import date_range
from journeymap.survey.lookup import find_column
from journeymap.survey.numbers import parse_number
from journeymap.survey.origin import row_reasons
from journeymap.survey.plan_check import check_columns, check_plan
from journeymap.survey.propose import question_names
from journeymap.survey.reading import Table
from journeymap.survey.tally import REASONS, CountsDraft, Match, Tally, account, reason_text
from journeymap.survey.task import Progress, StopAsked, tick
from journeymap.survey.words import as_line, folded

__all__ = ["REASONS", "CountsDraft", "Match", "Tally", "account", "count", "reason_text"]

MAX_SEGMENTS = 50
_EVERY = 20_000  # rows between two looks at whether the user wants to stop

Outcome = float | str
"""What an answer's text comes to: its value, or the code of the reason why it is dropped."""


class _Answers:
    """The answers of one question as they come in: counted by segment and value, or by the reason for dropping them."""

    def __init__(self, question: Question, decimal: str) -> None:
        self.question = question
        self.dropped: Counter[str] = Counter()
        self.rows = 0
        self._counted: Counter[tuple[str, float]] = Counter()
        self._last: dict[str, tuple[str, float]] = {}
        self._known: dict[str, Outcome] = {}
        self._decimal = decimal

    def add(self, text: str, segment: str, respondent: str) -> None:
        """Count one answer; a later one of the same respondent takes the place of an earlier one."""
        self.rows += 1
        outcome = self._known.get(text)
        if outcome is None:
            outcome = self._known[text] = _outcome(text, self.question, self._decimal)
        if isinstance(outcome, str):
            self.dropped[outcome] += 1
        elif not respondent:
            self._counted[segment, outcome] += 1
        else:
            if respondent in self._last:
                self.dropped["duplicate"] += 1
            self._last[respondent] = (segment, outcome)

    def drop(self, reason: str) -> None:
        """Leave one answer out, whatever it says."""
        self.rows += 1
        self.dropped[reason] += 1

    def close(self) -> None:
        """No more answers come: forget who gave them."""
        self._counted.update(self._last.values())
        self._last = {}

    def counts(self) -> dict[str, tuple[tuple[float, int], ...]]:
        """How many answers of each value, ascending, by segment."""
        by_segment: dict[str, list[tuple[float, int]]] = {}
        for (segment, value), n in sorted(self._counted.items()):
            by_segment.setdefault(segment, []).append((value, n))
        return {segment: tuple(values) for segment, values in by_segment.items()}

    @property
    def used(self) -> int:
        """How many answers count."""
        return self.rows - self.dropped.total()


def count(
    table: Table,
    plan: Plan,
    journey: Journey,
    *,
    progress: Progress | None = None,
    cancelled: StopAsked | None = None,
) -> Tally:
    """Count a table's answers by a plan; every answer is used or dropped for a reason (`Tally`).

    Of several answers of one respondent to one question the last valid one counts. Raises `Problem` for a plan that does not
    fit the table or the map, or whose segment column has more than 50 different texts; `Cancelled` where `cancelled` says so.
    """
    check_plan(plan, journey)
    check_columns(plan, table)
    segments = _segments(table, plan)
    respondents = _column(table, plan.respondent)
    reason_of = row_reasons(table.origin, table.columns, table.aliases or ((),) * len(table.columns), table.rows)
    reasons = [reason_of(row) for row in table.rows] if table.origin else None
    step = _Steps(progress, cancelled)
    if plan.layout == "wide":
        answers = _wide(table, plan, segments, respondents, reasons, step)
        strangers = 0
        asked = {find_column(table, question.question) for question in plan.questions}
        unmatched = [name for name in question_names(table, plan) if find_column(table, name) not in asked]
    else:
        answers, strangers = _long(table, plan, segments, respondents, reasons, step)
        planned = {folded(question.question) for question in plan.questions}
        unmatched = [name for name in question_names(table, plan) if folded(name) not in planned]
    dropped = Counter({"no-target": strangers} if strangers else {})
    for each in answers:
        dropped += each.dropped
    start, end = date_range(_column(table, plan.date) or ())
    tick(1.0, progress, cancelled)
    return Tally(
        rows=sum(each.rows for each in answers) + strangers,
        used=sum(each.used for each in answers),
        dropped={code: dropped[code] for code in REASONS if dropped[code]},
        matched=tuple(_match(each, journey) for each in answers),
        unmatched=tuple(unmatched),
        counts=tuple(_drafts(answers, table, plan)),
        start=start,
        end=end,
    )


class _Steps:
    def __init__(self, progress: Progress | None, cancelled: StopAsked | None) -> None:
        self._progress = progress
        self._cancelled = cancelled

    def at(self, done: float) -> None:
        tick(done, self._progress, self._cancelled)


Reasons = Sequence[str | None] | None
Texts = Sequence[str] | None


def _wide(
    table: Table, plan: Plan, segments: Texts, respondents: Texts, reasons: Reasons, step: _Steps
) -> list[_Answers]:
    out = []
    n = len(table.rows)
    for number, question in enumerate(plan.questions):
        place = find_column(table, question.question)
        assert place is not None
        answers = _Answers(question, table.reading.decimal or ".")
        for first in range(0, n, _EVERY):
            step.at((number + first / n) / len(plan.questions))
            for i in range(first, min(n, first + _EVERY)):
                row = table.rows[i]
                if reasons is not None and (reason := reasons[i]) is not None:
                    answers.drop(_reason(reason, row))
                else:
                    answers.add(row[place], segments[i] if segments else "", respondents[i] if respondents else "")
        answers.close()
        out.append(answers)
    return out


def _long(
    table: Table, plan: Plan, segments: Texts, respondents: Texts, reasons: Reasons, step: _Steps
) -> tuple[list[_Answers], int]:
    asked = find_column(table, plan.question_column or "")
    given = find_column(table, plan.value_column or "")
    assert asked is not None
    assert given is not None
    answers = [_Answers(question, table.reading.decimal or ".") for question in plan.questions]
    by_name = {plain: each for each in answers if (plain := folded(each.question.question))}
    by_text = {each.question.question: each for each in answers}
    missing: set[str] = set()
    strangers = 0
    for i, row in enumerate(table.rows):
        if i % _EVERY == 0:
            step.at(i / len(table.rows))
        text = row[asked]
        found = by_text.get(text)
        if found is None and text not in missing:
            found = by_name.get(folded(as_line(text)))
            if found is None:
                missing.add(text)
            else:
                by_text[text] = found
        if found is None:
            strangers += 1
        elif reasons is not None and (reason := reasons[i]) is not None:
            found.drop(_reason(reason, row))
        else:
            found.add(row[given], segments[i] if segments else "", respondents[i] if respondents else "")
    for each in answers:
        each.close()
    return answers, strangers


def _outcome(text: str, question: Question, decimal: str) -> Outcome:
    if not text.strip():
        return "blank"
    value = parse_number(text, decimal)
    if value is None:
        return "not-a-number"
    low, high = question.scale
    # Sums of decimals in a spreadsheet leave dust behind the sixth place.
    value = round(value, 6) + 0.0
    if not low <= value <= high:
        return "out-of-scale"
    # 6.5 is neither a detractor nor a passive: nobody was offered it.
    return value if question.metric != "nps" or value.is_integer() else "not-whole"


def _reason(reason: str, row: Sequence[str]) -> str:
    return reason if any(cell.strip() for cell in row) else "blank"


def _column(table: Table, name: str | None) -> list[str] | None:
    if not name:
        return None
    place = find_column(table, name)
    return None if place is None else [row[place].strip() for row in table.rows]


def _segments(table: Table, plan: Plan) -> list[str] | None:
    cells = _column(table, plan.segment)
    if cells is None:
        return None
    shown = {cell: as_line(cell) for cell in set(cells)}
    names = set(shown.values()) - {""}
    if len(names) > MAX_SEGMENTS or any("@" in name and "." in name for name in names):
        raise Problem(
            "The column “{column}” has {n} different texts; a segment column has few (at most {limit}) and names nobody. "
            "Choose another column, or none.",
            column=plan.segment,
            n=len(names),
            limit=MAX_SEGMENTS,
        )
    return [shown[cell] for cell in cells]


def _match(answers: _Answers, journey: Journey) -> Match:
    question = answers.question
    title = getattr(journey.records[question.target], "title", "")
    return Match(
        question.question,
        question.target,
        title,
        question.metric,
        question.scale,
        question.high_is_good,
        answers.rows,
        answers.used,
        {code: answers.dropped[code] for code in REASONS if answers.dropped[code]},
    )


def _drafts(answers: Sequence[_Answers], table: Table, plan: Plan) -> list[CountsDraft]:
    wording = _wording(table, plan)
    return [
        CountsDraft(
            question.target,
            question.metric,
            question.scale,
            question.high_is_good,
            wording(question.question),
            segment,
            values,
        )
        for each in answers
        for question in (each.question,)
        for segment, values in each.counts().items()
    ]


def _wording(table: Table, plan: Plan) -> Callable[[str], str]:
    """What was asked, where the file tells it apart from the column's name."""

    def wording(name: str) -> str:
        place = find_column(table, name) if plan.layout == "wide" and table.labels else None
        return (table.labels[place] if place is not None else "") or name

    return wording
