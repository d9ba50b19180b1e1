"""The plan that a file most likely wants: which question scores what. The user confirms or corrects it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from journeymap.model.journey import Journey
from journeymap.model.measures import Plan, Question
from journeymap.model.record import make
from journeymap.model.structure import JOURNEY_ID
from journeymap.survey.columns import QUESTION_COLUMN, VALUE_COLUMN, is_date, is_segment, looks_like, respondent_rank
from journeymap.survey.guess import Guess, guess_metric, guess_together
from journeymap.survey.lookup import Column, columns_of, find_column, planned_columns
from journeymap.survey.matching import Matcher
from journeymap.survey.reading import Table
from journeymap.survey.stored import known_questions, stored_plan
from journeymap.survey.words import as_line, folded

__all__ = ["guess_metric", "propose", "question_names"]

_MOST_QUESTIONS = 500  # more different texts than this are comments, not questions
_MOST_SEGMENTS = 20
_SAMPLE_VALUES = 5_000


@dataclass(frozen=True, slots=True)
class _Long:
    questions: tuple[Question, ...]
    question_column: str
    value_column: str


def propose(table: Table, journey: Journey) -> Plan:
    """The plan for a table: the map's own where all its questions are in the file, else one by names and values.

    A plan of the map is returned as it is kept there (its id is in the journey): nothing need be asked. Otherwise the plan
    is new, its questions those that fit a touchpoint, a stage or the journey; it may have none.
    """
    kept = stored_plan(table, journey)
    if kept is not None:
        return kept
    columns = columns_of(table)
    matcher = Matcher(journey)
    known = known_questions(journey)
    wide = _wide_questions(columns, matcher, known)
    long = _long(table, columns, matcher, known) if len(wide) < 2 else None
    if long is not None and len(long.questions) < len(wide):
        long = None
    return make(
        Plan,
        title=as_line(PurePath(table.name).stem),
        layout="long" if long else "wide",
        questions=long.questions if long else wide,
        question_column=long.question_column if long else None,
        value_column=long.value_column if long else None,
        respondent=_respondent(columns),
        date=_date(columns),
        segment=_segment(columns, long.question_column if long else ""),
    )


def question_names(table: Table, plan: Plan) -> list[str]:
    """What in a file may be a question: the columns of answers (wide), the different texts of the question column (long).

    Persons' data, ids, dates, groups and the survey tool's own columns are left out, unless the plan names them as questions.
    """
    if plan.layout == "long":
        place = find_column(table, plan.question_column or "")
        if place is None:
            return []
        texts = dict.fromkeys(as_line(row[place]) for row in table.rows)
        return [text for text in texts if text][:_MOST_QUESTIONS]
    taken = planned_columns(table, plan)
    asked = {find_column(table, question.question) for question in plan.questions}
    return [
        column.name
        for column in columns_of(table)
        if column.place in asked or (column.is_answers and column.place not in taken)
    ]


def _wide_questions(columns: Iterable[Column], matcher: Matcher, known: dict[str, Question]) -> tuple[Question, ...]:
    answers = [column for column in columns if column.is_answers]
    found: list[tuple[float, Question]] = []
    fits: list[tuple[float, Column, str]] = []
    for column in answers:
        kept = next((known[key] for name in column.names if (key := folded(name)) in known), None)
        fit = matcher.best(column.names)
        if kept is not None:
            found.append((2.0, kept.model_copy(update={"question": column.name})))
        elif fit is not None:
            fits.append((fit[1], column, fit[0]))
        elif matcher.is_overall(column.names):
            fits.append((0.0, column, JOURNEY_ID))
    decimal = answers[0].decimal if answers else "."
    guesses = guess_together([(list(c.values.elements()), " ".join(c.names)) for _, c, _ in fits], decimal)
    found += [
        (fit, _question(column.name, target, guess)) for (fit, column, target), guess in zip(fits, guesses, strict=True)
    ]
    places = {column.name: column.place for column in answers}
    return _one_each(sorted(found, key=lambda item: places[item[1].question]))


def _question(name: str, target: str, guess: Guess) -> Question:
    metric, scale, high_is_good = guess
    return Question(question=name, target=target, metric=metric, scale=scale, high_is_good=high_is_good)


def _one_each(found: list[tuple[float, Question]]) -> tuple[Question, ...]:
    """The surest question for each target and metric, in the order of the file: two questions in one score must be the user's wish."""
    best: dict[tuple[str, str], float] = {}
    for fit, question in found:
        key = (question.target, question.metric)
        best[key] = max(fit, best.get(key, -1.0))
    out = []
    for fit, question in found:
        key = (question.target, question.metric)
        if best.get(key) == fit:
            out.append(question)
            del best[key]
    return tuple(out)


def _long(table: Table, columns: list[Column], matcher: Matcher, known: dict[str, Question]) -> _Long | None:
    """The long layout, where a column's texts name targets and another column holds numbers."""
    candidates = [column for column in columns if column.is_answers]
    if not candidates:
        return None
    value = max(candidates, key=lambda c: (looks_like(c.name, VALUE_COLUMN), len(c.numbers) <= 101, c.filled, -c.place))
    best: tuple[float, Column] | None = None
    for column in columns:
        if column.is_numeric or column.is_book_keeping or not 0 < len(column.values) <= _MOST_QUESTIONS:
            continue
        fits = _targets_of(column.values, matcher, known)
        share = sum(column.values[text] for text in fits) / column.filled
        named = looks_like(column.name, QUESTION_COLUMN)
        several = len({target for target, fit in fits.values() if fit > 0}) >= (1 if named else 2)
        if several and share >= (0.2 if named else 0.5) and (best is None or share + named > best[0]):
            best = share + named, column
    if best is None:
        return None
    column = best[1]
    answers: dict[str, list[str]] = {}
    for row in table.rows:
        text = as_line(row[column.place])
        if text:
            given = row[value.place].strip()
            found = answers.setdefault(text, [])
            if given and len(found) < _SAMPLE_VALUES:
                found.append(given)
    fits = _targets_of(answers, matcher, known)
    new = [text for text in fits if folded(text) not in known]
    guesses = guess_together([(answers[text], f"{text} {value.name}") for text in new], value.decimal)
    guessed = dict(zip(new, guesses, strict=True))
    questions = [
        (fit, _question(text, target, guessed[text]))
        if text in guessed
        else (fit, known[folded(text)].model_copy(update={"question": text}))
        for text, (target, fit) in fits.items()
    ]
    return _Long(_one_each(questions), column.name, value.name)


def _targets_of(texts: Iterable[str], matcher: Matcher, known: dict[str, Question]) -> dict[str, tuple[str, float]]:
    """The target of each text that names one, and how surely; of two spellings of one text the first."""
    out: dict[str, tuple[str, float]] = {}
    seen: set[str] = set()
    for text in texts:
        plain = folded(text)
        if plain in seen:
            continue
        seen.add(plain)
        if plain in known:
            out[text] = known[plain].target, 2.0
            continue
        fit = matcher.best([text])
        if fit is None and matcher.is_overall([text]):
            fit = JOURNEY_ID, 0.0
        if fit is not None:
            out[text] = fit
    return out


def _respondent(columns: list[Column]) -> str | None:
    ranked = []
    for column in columns:
        ranks = [rank for name in column.names if (rank := respondent_rank(name)) is not None]
        if ranks and column.filled:
            ranked.append((min(ranks), column.place, column.name))
    return min(ranked)[2] if ranked else None


def _date(columns: list[Column]) -> str | None:
    dated = [column for column in columns if column.filled and any(map(is_date, column.names))]
    # The day of the answer is the day it was sent, not the day it was begun.
    last = [column for column in dated if not any("start" in folded(name).split() for name in column.names)]
    return (last or dated)[0].name if dated else None


def _segment(columns: list[Column], question_column: str) -> str | None:
    for column in columns:
        few = 2 <= len(column.values) <= _MOST_SEGMENTS and not column.is_numeric
        if few and column.name != question_column and any(map(is_segment, column.names)):
            return column.name
    return None
