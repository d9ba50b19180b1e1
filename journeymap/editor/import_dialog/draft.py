"""What the user is about to load: a table, and what each of its questions scores. No widgets, so that it can be tested alone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from journeymap.editor.import_dialog.targets import LEAVE_OUT, Target, targets
from journeymap.language import _
from journeymap.model.journey import Journey
from journeymap.model.measures import Plan, Question, Scale, Wave
from journeymap.model.text import LINE_LIMIT, clean_line
from journeymap.survey.lookup import Column, columns_of, find_column, names_of
from journeymap.survey.matching import Matcher
from journeymap.survey.metrics import estimate
from journeymap.survey.propose import guess_metric, question_names
from journeymap.survey.reading import Table
from journeymap.survey.score import Score, Thresholds
from journeymap.survey.tally import Tally
from journeymap.survey.words import folded

NPS_SCALE: Scale = (0.0, 10.0)
SAMPLE = 2_000
MOST_QUESTIONS = 500


@dataclass(frozen=True, slots=True)
class Row:
    """A question of the file and what it scores; None: it is left out. `label` is its wording, where the file gives it apart."""

    name: str
    question: Question | None = None
    label: str = ""


class Draft:
    """The plan as it stands, a row for each question of the file.

    `known` says that the map keeps this plan, `used_before` that it has loaded a wave. `tally` is what counting by it gave, None
    until that is known.
    """

    def __init__(self, journey: Journey, table: Table, plan: Plan) -> None:
        self._targets: dict[str, Target] = {target.id: target for target in targets(journey)}
        self._plan = plan
        self._left: dict[str, Question] = {}
        self.table = table
        self.known = plan.id in journey
        self.used_before = any(wave.plan == plan.id for wave in journey.all(Wave))
        self.rows: list[Row] = _rows(table, plan)
        self.tally: Tally | None = None

    @property
    def plan(self) -> Plan:
        """The plan with the questions as they are chosen now."""
        chosen = tuple(row.question for row in self.rows if row.question is not None)
        return self._plan if chosen == self._plan.questions else self._plan.replace(questions=chosen)

    @property
    def targets(self) -> tuple[Target, ...]:
        """All that a question can score."""
        return tuple(self._targets.values())

    @property
    def matched(self) -> int:
        """How many questions score something."""
        return sum(row.question is not None for row in self.rows)

    def target_title(self, id: str) -> str:
        """The name of what a question scores."""
        target = self._targets.get(id)
        return target.title if target is not None else _("no longer on the map")

    def used(self, row: Row) -> int | None:
        """How many answers of a question count; None where it is left out or not yet known."""
        found = self._counted(row)
        return None if found is None else sum(found.values())

    def score(self, row: Row, thresholds: Thresholds) -> Score | None:
        """The score that a question alone would give; None where it is left out, not yet counted, or has no answers."""
        question, counted = row.question, self._counted(row)
        if question is None or not counted:
            return None
        values = tuple(sorted(counted.items()))
        found = estimate(question.metric, values, question.scale, question.high_is_good)
        return Score(
            target=question.target,
            metric=question.metric,
            value=found.value,
            low=found.low,
            high=found.high,
            n=found.n,
            scale=question.scale,
            high_is_good=question.high_is_good,
            wave="",
            segment="",
            shown="withheld" if found.n < thresholds.withhold else "full",
        )

    def _counted(self, row: Row) -> Counter[float] | None:
        question = row.question
        if question is None or self.tally is None:
            return None
        total: Counter[float] = Counter()
        for counts in self.tally.counts:
            if (counts.target, counts.metric) == (question.target, question.metric) and counts.question in (
                row.label or question.question,
                question.question,
            ):
                total.update(dict(counts.values))
        return total

    def set_target(self, at: int, target: str) -> bool:
        """Let a question score something else, or leave it out; metric and scale are guessed from its answers the first time."""
        row = self.rows[at]
        if target == (row.question.target if row.question else LEAVE_OUT) or target not in self._targets:
            return False
        if target == LEAVE_OUT:
            if row.question is not None:
                self._left[row.name] = row.question
            return self._put(at, None)
        known = row.question or self._left.get(row.name)
        return self._put(
            at, guessed(self.table, self._plan, row.name, target) if known is None else known, target=target
        )

    def set_metric(self, at: int, metric: str) -> bool:
        """Count a question by another metric; NPS brings its own scale, 0 to 10."""
        question = self.rows[at].question
        if question is None or question.metric == metric:
            return False
        if metric == "nps":
            return self._put(at, question, metric=metric, scale=NPS_SCALE, high_is_good=True)
        return self._put(at, question, metric=metric)

    def set_scale(self, at: int, scale: Scale) -> bool:
        """Give a question another scale; answers outside of it are dropped."""
        question = self.rows[at].question
        if question is None or question.scale == scale:
            return False
        return self._put(at, question, scale=(float(scale[0]), float(scale[1])))

    def set_high_is_good(self, at: int, high_is_good: bool) -> bool:
        """Say whether high answers are the good ones."""
        question = self.rows[at].question
        if question is None or question.high_is_good == high_is_good:
            return False
        return self._put(at, question, high_is_good=high_is_good)

    def _put(self, at: int, question: Question | None, **fields: Any) -> bool:
        if question is not None and fields:
            question = Question.model_validate({**dict(question), **fields})
        row = self.rows[at]
        self.rows[at] = Row(row.name, question, row.label)
        self.tally = None
        return True


def with_columns(journey: Journey, table: Table, plan: Plan, **fields: Any) -> Plan:
    """The plan with another layout or other columns; questions that the file then has are matched by their names."""
    plan = plan.replace(**fields)
    if fields.get("layout") == "long":
        plan = plan.replace(**_long_columns(journey, table, plan))
    elif fields.get("layout") == "wide":
        plan = plan.replace(question_column=None, value_column=None)
    names = question_names(table, plan)
    kept = tuple(question for question in plan.questions if _name_of(table, plan, question) in names)
    plan = plan.replace(questions=kept)
    return plan.replace(questions=(*kept, *_by_name(journey, table, plan, names)))


def guessed(table: Table, plan: Plan, name: str, target: str) -> Question:
    """A question with the metric and scale that its answers speak for."""
    values = list(islice((cell for cell in _cells(table, plan, name) if cell.strip()), SAMPLE))
    place = find_column(table, name) if plan.layout == "wide" else None
    said = " ".join(names_of(table, place)) if place is not None else name
    metric, scale, high_is_good = guess_metric(values, said, table.reading.decimal or ".")
    return Question(question=name, target=target, metric=metric, scale=scale, high_is_good=high_is_good)


def _rows(table: Table, plan: Plan) -> list[Row]:
    """The questions that score something first, then the others, each in the order of the file."""
    names = question_names(table, plan)
    asked = [(_name_of(table, plan, question), question) for question in plan.questions]
    asked.sort(key=lambda pair: names.index(pair[0]) if pair[0] in names else len(names))
    taken = {name for name, _question in asked}
    labels = dict(zip(table.columns, table.labels, strict=False)) if plan.layout == "wide" else {}
    found = [Row(name, question, labels.get(name, "")) for name, question in asked]
    return found + [Row(name, None, labels.get(name, "")) for name in names if name not in taken]


def _name_of(table: Table, plan: Plan, question: Question) -> str:
    """What the file calls a question of a plan, which may know it by another name."""
    if plan.layout == "long":
        plain = folded(question.question)
        return next((name for name in question_names(table, plan) if folded(name) == plain), question.question)
    place = find_column(table, question.question)
    return question.question if place is None else table.columns[place]


def _by_name(journey: Journey, table: Table, plan: Plan, names: list[str]) -> Iterator[Question]:
    matcher = Matcher(journey)
    known = {_name_of(table, plan, question) for question in plan.questions}
    taken = {(question.target, question.metric) for question in plan.questions}
    for name in names:
        if name in known:
            continue
        place = find_column(table, name) if plan.layout == "wide" else None
        fit = matcher.best(names_of(table, place) if place is not None else [name])
        if fit is None:
            continue
        question = guessed(table, plan, name, fit[0])
        # Two questions in one score must be the user's wish.
        if (question.target, question.metric) not in taken:
            taken.add((question.target, question.metric))
            yield question


def _cells(table: Table, plan: Plan, name: str) -> Iterator[str]:
    if plan.layout == "wide":
        place = find_column(table, name)
        return iter(()) if place is None else (row[place] for row in table.rows)
    asked, answered = find_column(table, plan.question_column or ""), find_column(table, plan.value_column or "")
    if asked is None or answered is None:
        return iter(())
    return (row[answered] for row in table.rows if clean_line(row[asked])[:LINE_LIMIT] == name)


def _long_columns(journey: Journey, table: Table, plan: Plan) -> dict[str, str | None]:
    """The columns of questions and answers that the file's contents speak for, where the plan does not name them."""
    matcher = Matcher(journey)

    def named(column: Column) -> tuple[int, bool]:
        """How many of its texts name a target; of several such columns, one that is not book-keeping."""
        return sum(matcher.best([text]) is not None for text in column.values), not column.is_book_keeping

    columns = columns_of(table)
    texts = [column for column in columns if not column.is_numeric and 1 < len(column.values) <= MOST_QUESTIONS]
    asked = max(texts, key=named, default=None)
    answers = next((column for column in columns if column.is_answers), None)
    return {
        "question_column": plan.question_column or (asked.name if asked else None),
        "value_column": plan.value_column or (answers.name if answers else None),
    }
