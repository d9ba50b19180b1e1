"""What can be wrong with a record, as sentences of our own: pydantic's are English, and speak of Python."""

import json
from typing import Any

from pydantic import ValidationError

from journeymap.model.check_rules import N_
from journeymap.model.problem import Problem

# What the records' own checks say; `file_model` shows it too.
LOW_FIRST = N_("the low end of the scale must be below its high end")
ASCENDING = N_("the answers must ascend, each once")
OUTSIDE = N_("an answer lies outside the scale")
NOT_KEPT = N_("a field of another version can't be kept")

_CHECKS = {
    LOW_FIRST: N_("The {element} can't be used: the low end of the scale must be below its high end."),
    ASCENDING: N_("The {element} can't be used: the answers must ascend, each once."),
    OUTSIDE: N_("The {element} can't be used: an answer lies outside the scale."),
    NOT_KEPT: N_("The {element} can't be used: a field of another version can't be kept."),
}
_TEXT = N_("“{field}” of the {element} must be a text, not {value}.")
_WHOLE = N_("“{field}” of the {element} must be a whole number, not {value}.")
_NUMBER = N_("“{field}” of the {element} must be a number, not {value}.")
_LIST = N_("“{field}” of the {element} must be a list, not {value}.")
_LONG = N_("“{field}” of the {element} is too long: at most {max_length} can be kept.")
_DATE = N_("“{field}” of the {element} must be a date such as 2026-12-31, not {value}.")

# kind of error that pydantic reports -> sentence; beside {element}, {field} and {value} it may name what pydantic gives as context.
_SENTENCES = {
    "missing": N_("“{field}” of the {element} is missing."),
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": N_("“{field}” of the {element} must be true or false, not {value}."),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "greater_than_equal": N_("“{field}” of the {element} must be at least {ge}, not {value}."),
    "less_than_equal": N_("“{field}” of the {element} must be at most {le}, not {value}."),
    "literal_error": N_("“{field}” of the {element} must be one of {expected}, not {value}."),
    "string_too_long": _LONG,
    "too_long": _LONG,
    "too_short": N_("“{field}” of the {element} must not be empty."),
}
_OTHERWISE = N_("“{field}” of the {element} can't be {value}.")
_WHOLLY = N_("The {element} can't be used.")


def fault(element: str, error: ValidationError) -> Problem:
    """The sentence for the first fault that pydantic found; `element` says in which element."""
    first = error.errors(include_url=False)[0]
    context: dict[str, Any] = first.get("ctx", {})
    if first["type"] == "value_error":
        return Problem(_CHECKS.get(str(context.get("error")), _WHOLLY), element=element)
    if not first["loc"]:
        return Problem(_WHOLLY, element=element)
    if "expected" in context:
        context["expected"] = context["expected"].replace(" or ", ", ")
    return Problem(
        _SENTENCES.get(first["type"], _OTHERWISE),
        **{**context, "element": element, "field": _field(first["loc"]), "value": _shown(first["input"])},
    )


def _field(path: tuple[str | int, ...]) -> str:
    """The name of a field and what lies in it: `questions[2].scale`; places are counted from 1."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 60 else f"{text[:59]}…"
