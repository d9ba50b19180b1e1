"""What stands in a .journey file, as one pydantic model: it reads files fast, and the JSON Schema is made from it."""

import json
from typing import Annotated, Any

from pydantic import StringConstraints, ValidationError, create_model

from journeymap.language import N_, _
from journeymap.model.kinds import KINDS
from journeymap.model.problem import Problem
from journeymap.model.record import Record, Value
from journeymap.model.structure import JourneyInfo

FORMAT = "journeymap"
SINGLE = "journey"
# name of a list in the file -> class of its records
LISTS: dict[str, type[Record]] = {name: cls for cls, name in KINDS.values() if name != SINGLE}

# kind of error that pydantic reports -> sentence; {where} is a list and a place in it, {field} the field.
_SENTENCES = {
    "missing": N_("“{name}”, {where}: “{field}” is missing."),
    "string_type": N_("“{name}”, {where}: “{field}” must be a text, not {value}."),
    "int_type": N_("“{name}”, {where}: “{field}” must be a whole number, not {value}."),
    "int_from_float": N_("“{name}”, {where}: “{field}” must be a whole number, not {value}."),
    "float_type": N_("“{name}”, {where}: “{field}” must be a number, not {value}."),
    "finite_number": N_("“{name}”, {where}: “{field}” must be a number, not {value}."),
    "bool_type": N_("“{name}”, {where}: “{field}” must be true or false, not {value}."),
    "tuple_type": N_("“{name}”, {where}: “{field}” must be a list, not {value}."),
    "list_type": N_("“{name}”, {where}: “{field}” must be a list, not {value}."),
    "model_type": N_("“{name}”, {where}: “{field}” must be an object in braces, not {value}."),
    "greater_than_equal": N_("“{name}”, {where}: “{field}” must be at least {ge}, not {value}."),
    "less_than_equal": N_("“{name}”, {where}: “{field}” must be at most {le}, not {value}."),
    "literal_error": N_("“{name}”, {where}: “{field}” must be {expected}, not {value}."),
    "string_too_long": N_("“{name}”, {where}: “{field}” is longer than {max_length} characters."),
    "too_long": N_("“{name}”, {where}: “{field}” is longer than {max_length} characters."),
    "string_pattern_mismatch": N_("“{name}”, {where}: “{field}” can't be {value}."),
    "too_short": N_("“{name}”, {where}: “{field}” must not be empty."),
}
_CHECK = N_("“{name}”, {where}: “{field}” can't be {value} ({why}).")
_OTHERWISE = N_("“{name}”, {where}: “{field}” can't be {value}.")


class _Top(Value):
    """What every version has at the top of the file."""

    format: Annotated[str, StringConstraints(pattern=f"^{FORMAT}$")]
    version: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}\.[0-9]{1,6}$")]


_FIELDS: dict[str, Any] = {name: (tuple[cls, ...], ()) for name, cls in LISTS.items()}  # type: ignore[valid-type]  # a table
# It may be left out, but not be null.
_FIELDS[SINGLE] = (JourneyInfo, None)

# mypy can't see fields that come from a table, so the records are got by the names of their lists.
JourneyFile = create_model(
    "JourneyFile",
    __base__=_Top,
    __doc__="A customer journey map as Journeymap keeps it.",
    **_FIELDS,
)


def read_records(tree: dict[str, Any], name: str) -> list[Record]:
    """The records that a file's content holds, in the order of the file; raises `Problem` for the first value that is wrong."""
    try:
        file = JourneyFile.model_validate_json(json.dumps(tree))
    except ValidationError as error:
        raise _explain(error, name) from None
    info = getattr(file, SINGLE)
    records: list[Record] = [] if info is None else [info]
    for list_name in LISTS:
        records.extend(getattr(file, list_name))
    return records


def _explain(error: ValidationError, name: str) -> Problem:
    first = error.errors(include_url=False)[0]
    where, field = _place(first["loc"])
    context = first.get("ctx", {})
    return Problem(
        _CHECK if first["type"] == "value_error" else _SENTENCES.get(first["type"], _OTHERWISE),
        **{
            "why": _(str(context.get("error", ""))),
            **context,
            "name": name,
            "where": where,
            "field": field,
            "value": _shown(first["input"]),
        },
    )


def _place(path: tuple[str | int, ...]) -> tuple[str, str]:
    """Where a value stands, in words: its list and number there, and its field."""
    inside = list(path)
    words = [str(inside.pop(0))]
    if inside and isinstance(inside[0], int):
        words.append(_("number {number}").format(number=int(inside.pop(0)) + 1))
    if not inside:
        return (", ".join(words[:-1]) or _("at the top")), words[-1]
    field = ""
    for part in inside:
        field += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return ", ".join(words), field.removeprefix(".")


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 60 else f"{text[:59]}…"
