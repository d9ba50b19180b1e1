"""What every record of a map has in common: an id, a kind, no way to be altered."""

import json
import re
import secrets
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from journeymap.model.fault_sentences import NOT_KEPT, fault
from journeymap.model.problem import Problem

ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$")]
Share = Annotated[float, Field(ge=0, le=1)]
Order = Annotated[float, Field(ge=-1e9, le=1e9)]


class Value(BaseModel):
    """An immutable part of a record; fields of a newer program are kept, as far as they can be written to a file again."""

    model_config = ConfigDict(frozen=True, strict=True, extra="allow", allow_inf_nan=False)

    @model_validator(mode="after")
    def _extra_can_be_written(self) -> Self:
        if self.__pydantic_extra__:
            # pydantic takes NaN, halves of surrogate pairs and any object here, and none of them would survive a file.
            try:
                json.dumps(self.__pydantic_extra__, allow_nan=False, ensure_ascii=False).encode()
            except (TypeError, ValueError, RecursionError) as error:
                raise ValueError(NOT_KEPT) from error
        return self


class Record(Value):
    """An immutable element of a map, known by its id."""

    kind: ClassVar[str]
    id: Id

    def replace(self, /, **fields: Any) -> Self:
        """A validated copy with other values; raises `Problem` for a value out of range, `TypeError` for a wrong name."""
        unknown = fields.keys() - type(self).model_fields.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        values = dict(self)  # With the fields of a newer program.
        values.update(fields)
        return make(type(self), **values)


def new_id(kind: str) -> str:
    """A fresh id, `kind-xxxxxxxx`: eight random characters of a 32-letter alphabet (40 bits)."""
    return f"{kind}-" + "".join(secrets.choice(ID_ALPHABET) for _ in range(8))


R = TypeVar("R", bound="Record")


def make(cls: type[R], /, **fields: Any) -> R:
    """A validated record; an id is made where none is given. Raises `Problem` naming the field that is wrong."""
    if cls.model_fields["id"].is_required():
        fields.setdefault("id", new_id(cls.kind))
    try:
        return cls.model_validate(fields)
    except ValidationError as error:
        raise invalid(cls, fields.get("id"), error) from error


def invalid(cls: type[Record], id: object, error: ValidationError) -> Problem:
    """The sentence for the first fault that pydantic found in a record; an id that nobody chose is not named."""
    chosen = isinstance(id, str) and not re.fullmatch(f"{cls.kind}-[{ID_ALPHABET}]{{8}}", id)
    return fault(f"{cls.kind} “{id}”" if chosen else cls.kind, error)
