"""A survey plan as a file to edit: the JSON of the command line, which names touchpoints and stages as a person would."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from journeymap.files.document_file import read_file
from journeymap.files.file_model import explain_value
from journeymap.files.json_text import parse_json
from journeymap.language import N_
from journeymap.model.journey import Journey
from journeymap.model.measures import Plan, Question
from journeymap.model.problem import Problem
from journeymap.model.record import new_id
from journeymap.model.structure import JOURNEY_ID, Stage, Touchpoint

_NO_PLAN = N_("“{name}” is no survey plan: that is JSON with a list of “questions”.")
SIZE_LIMIT = 10 * 1024 * 1024
# In the order in which a person reads them; those of the second row are written only where the user overruled something.
_FIELDS = ("layout", "header_rows", "questions", "respondent", "date", "segment", "question_column", "value_column")
_OVERRULED = ("encoding", "delimiter", "decimal", "sheet")


def plan_to_bytes(plan: Plan, journey: Journey) -> bytes:
    """The plan as a file; a target is named by its title where only one has it, else by its id."""
    fields: dict[str, Any] = {field: getattr(plan, field) for field in _FIELDS}
    fields["questions"] = [_question_fields(question, journey) for question in plan.questions]
    fields.update({field: value for field in _OVERRULED if (value := getattr(plan, field)) is not None})
    return (json.dumps(fields, indent=2, ensure_ascii=False) + "\n").encode()


def read_plan(path: Path, journey: Journey) -> Plan:
    """The plan in a file, for this map; raises `Problem` where it can't be read or names what the map does not have."""
    return plan_from_bytes(read_file(path, SIZE_LIMIT), path.name, journey)


def plan_from_bytes(data: bytes, name: str, journey: Journey) -> Plan:
    """The plan that a file says, its targets found by id or else by their exact title; raises `Problem`."""
    tree = parse_json(data, name, _NO_PLAN)
    if not isinstance(tree, dict) or not isinstance(tree.get("questions"), list):
        raise Problem(_NO_PLAN, name=name)
    unknown = [key for key in tree if key not in (*_FIELDS, *_OVERRULED)]
    for question in tree["questions"]:
        if isinstance(question, dict):
            unknown += [key for key in question if key not in Question.model_fields]
    if unknown:
        raise Problem("“{name}” says “{key}”, which a survey plan does not have.", name=name, key=unknown[0])
    questions = [_with_id(question, name, journey) for question in tree["questions"]]
    try:
        return Plan.model_validate_json(json.dumps({**tree, "questions": questions, "id": new_id(Plan.kind)}))
    except ValidationError as error:
        raise explain_value(error, name) from None


def _question_fields(question: Question, journey: Journey) -> dict[str, Any]:
    return {
        "question": question.question,
        "target": _name_of(question.target, journey),
        "metric": question.metric,
        "scale": [_plain(end) for end in question.scale],
        "high_is_good": question.high_is_good,
    }


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


def _name_of(id: str, journey: Journey) -> str:
    title = next((record.title for record in _targets(journey) if record.id == id), "")
    return title if title and _ids_of(title, journey) == [id] and title not in journey else id


def _with_id(question: Any, name: str, journey: Journey) -> Any:
    """The question with its target's id; what is no target at all is left to be refused by the model."""
    target = question.get("target") if isinstance(question, dict) else None
    if not isinstance(target, str) or target == JOURNEY_ID:
        return question
    if any(record.id == target for record in _targets(journey)):
        return question
    ids = _ids_of(target, journey)
    if not ids:
        raise Problem(
            "“{name}” scores “{target}”, but the map has no touchpoint or stage with that id or title.",
            name=name,
            target=target,
        )
    if len(ids) > 1:
        raise Problem(
            "“{name}” scores “{target}”, but {n} elements of the map have that title. Name one by its id: {ids}.",
            name=name,
            target=target,
            n=len(ids),
            ids=", ".join(ids),
        )
    return {**question, "target": ids[0]}


def _targets(journey: Journey) -> Iterator[Touchpoint | Stage]:
    yield from journey.touchpoints
    yield from journey.stages


def _ids_of(title: str, journey: Journey) -> list[str]:
    return [record.id for record in _targets(journey) if record.title == title]
