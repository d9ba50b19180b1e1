"""A Change as JSON values, and back."""

import json
from typing import Any

from pydantic import ValidationError

from journeymap.files.format import record_fields
from journeymap.model.change import Change, Step
from journeymap.model.kinds import KINDS
from journeymap.model.problem import Problem
from journeymap.model.record import Record


def change_to_json(change: Change) -> dict[str, Any]:
    """A Change as plain values: its label and, for each id, the record before and after with its kind."""
    return {"label": change.label, "steps": [_step_to_json(step) for step in change.steps]}


def change_from_json(value: Any) -> Change:
    """The Change that these values say; raises `Problem` where they say none."""
    try:
        steps = tuple(_step_from_json(step) for step in value["steps"])
        label = value["label"]
    except (KeyError, TypeError, ValidationError) as error:
        raise Problem("A recorded change can't be read.") from error
    if not isinstance(label, str):
        raise Problem("A recorded change can't be read.")
    return Change(label, steps)


def _step_to_json(step: Step) -> dict[str, Any]:
    return {"id": step.id, "before": _record_to_json(step.before), "after": _record_to_json(step.after)}


def _record_to_json(record: Record | None) -> dict[str, Any] | None:
    return None if record is None else {"kind": record.kind, "fields": record_fields(record)}


def _step_from_json(value: Any) -> Step:
    step = Step(value["id"], _record_from_json(value["before"]), _record_from_json(value["after"]))
    if any(record is not None and record.id != step.id for record in (step.before, step.after)):
        raise KeyError(step.id)
    return step


def _record_from_json(value: Any) -> Record | None:
    if value is None:
        return None
    cls, _ = KINDS[value["kind"]]
    # Through JSON text, because only there pydantic takes a list for a tuple and a text for a date.
    return cls.model_validate_json(json.dumps(value["fields"]))
