"""A plan as JSON to write, edit and read back: which question of a file scores what."""

import json
from pathlib import Path
from typing import Any

from journeymap.language import explain
from journeymap.model.journey import Journey
from journeymap.model.measures import Plan
from journeymap.model.problem import Problem
from journeymap.model.record import make
from journeymap.survey.matching import targets_by_title
from journeymap.survey.plan_check import check_plan
from journeymap.survey.reading import Reading
from journeymap.survey.stored import is_target
from journeymap.survey.words import as_line

_LARGEST = 5_000_000
_COLUMNS = ("respondent", "date", "segment", "question_column", "value_column")
_OPTIONAL = ("encoding", "delimiter", "decimal", "sheet")
_KEYS = frozenset({"layout", "header_rows", "questions", "name", *_COLUMNS, *_OPTIONAL})
_QUESTION_KEYS = frozenset({"question", "target", "metric", "scale", "high_is_good"})
_METRICS = ("nps", "csat", "ces", "mean")


def plan_to_json(plan: Plan, journey: Journey, reading: Reading | None = None) -> str:
    """A plan as JSON text for people to edit: targets by their title where only one has it, else by id.

    `reading` is how the file was read; it tells the number of heading rows where the plan leaves it open.
    """
    by_title = targets_by_title(journey)
    titles = {ids[0]: title for title, ids in by_title.items() if len(ids) == 1 and title not in journey}
    header_rows = plan.header_rows if plan.header_rows is not None or reading is None else reading.header_rows
    value: dict[str, object] = {
        "layout": plan.layout,
        "header_rows": header_rows,
        "questions": [
            {
                "question": question.question,
                "target": titles.get(question.target, question.target),
                "metric": question.metric,
                "scale": [_plain(end) for end in question.scale],
                "high_is_good": question.high_is_good,
            }
            for question in plan.questions
        ],
    }
    value |= {name: getattr(plan, name) for name in _COLUMNS}
    value |= {name: given for name in _OPTIONAL if (given := getattr(plan, name)) is not None}
    if plan.title:
        value["name"] = plan.title
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def read_plan(path: Path, journey: Journey) -> Plan:
    """The plan in a JSON file; raises `Problem` where it can't be read or does not fit the map."""
    try:
        if path.stat().st_size > _LARGEST:
            raise Problem("“{name}” is too large for a plan.", name=path.name)
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Problem("There is no file “{name}”.", name=path.name) from None
    except UnicodeDecodeError:
        raise Problem("“{name}” is not a plan: it is no UTF-8 text.", name=path.name) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Problem("“{name}” can't be read: {why}.", name=path.name, why=why) from None
    return plan_from_json(text, journey, path.name)


def plan_from_json(text: str, journey: Journey, name: str) -> Plan:
    """A plan from JSON text; `name` is the file's, for the sentence.

    Targets are ids or exact titles of touchpoints, stages or the journey. Raises `Problem` for text that is no plan, a
    key that is not known, a target that is not there or has a title that several have, and a metric that does not fit its scale.
    """
    try:
        value = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Problem(
            "“{name}” is not a plan: line {line}, column {column} is not valid JSON.",
            name=name,
            line=error.lineno,
            column=error.colno,
        ) from None
    except (ValueError, RecursionError) as error:
        raise Problem("“{name}” is not a plan: {why}.", name=name, why=str(error) or "nested too deeply") from None
    if not isinstance(value, dict):
        raise Problem("“{name}” is not a plan: it must be an object with “questions”.", name=name)
    _check_keys(value, _KEYS, name)
    questions = value.get("questions")
    if not isinstance(questions, list) or not all(isinstance(question, dict) for question in questions):
        raise Problem("“{name}” is not a plan: “questions” must be a list of objects.", name=name)
    by_title = targets_by_title(journey)
    fields: dict[str, Any] = {key: _text(value.get(key), key, name) for key in (*_COLUMNS, *_OPTIONAL)}
    try:
        plan = make(
            Plan,
            title=_text(value.get("name"), "name", name) or "",
            layout=value.get("layout", "wide"),
            header_rows=value.get("header_rows"),
            questions=tuple(_question(question, journey, by_title, name) for question in questions),
            **fields,
        )
    except Problem as problem:
        raise Problem("“{name}” is not a plan that can be used: {why}", name=name, why=explain(problem)) from None
    check_plan(plan, journey)
    return plan


def _question(value: dict[str, Any], journey: Journey, by_title: dict[str, list[str]], name: str) -> dict[str, Any]:
    _check_keys(value, _QUESTION_KEYS, name)
    for key in ("question", "target", "metric"):
        if not isinstance(value.get(key), str) or not value[key].strip():
            raise Problem("Each question must have “{key}” as text.", key=key)
    if value["metric"] not in _METRICS:
        raise Problem(
            "There is no metric “{metric}”; choose one of {metrics}.",
            metric=value["metric"],
            metrics=", ".join(_METRICS),
        )
    scale = value.get("scale", [0, 10] if value["metric"] == "nps" else None)
    if not isinstance(scale, list) or len(scale) != 2 or not all(_is_number(end) for end in scale):
        raise Problem("“scale” of “{question}” must be two numbers, such as [1, 5].", question=value["question"])
    if not scale[0] < scale[1]:
        raise Problem(
            "“scale” of “{question}” must name the low end first, such as [1, 5].", question=value["question"]
        )
    return {
        "question": as_line(value["question"]),
        "target": _target(value["target"], journey, by_title),
        "metric": value["metric"],
        "scale": (float(scale[0]), float(scale[1])),
        "high_is_good": value.get("high_is_good", True),
    }


def _target(wanted: str, journey: Journey, by_title: dict[str, list[str]]) -> str:
    if is_target(journey, wanted):
        return wanted
    ids = by_title.get(wanted) or by_title.get(as_line(wanted)) or []
    if len(ids) > 1:
        raise Problem(
            "“{title}” is the title of {n} elements; name the one that is meant by its id: {ids}.",
            title=wanted,
            n=len(ids),
            ids=", ".join(ids[:10]),
        )
    if not ids:
        raise Problem("The map has no touchpoint or stage “{target}”. Use an id or the exact title.", target=wanted)
    return ids[0]


def _check_keys(value: dict[str, Any], known: frozenset[str], name: str) -> None:
    unknown = sorted(value.keys() - known)
    if unknown:
        raise Problem(
            "“{name}” has the key “{key}”, which no plan has. Known are: {known}.",
            name=name,
            key=unknown[0],
            known=", ".join(sorted(known)),
        )


def _text(value: object, key: str, name: str) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    raise Problem("“{key}” in “{name}” must be text or null.", key=key, name=name)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= 1e9


def _plain(end: float) -> float | int:
    return int(end) if end.is_integer() else end


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError("a key stands there twice")
    return value


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")
