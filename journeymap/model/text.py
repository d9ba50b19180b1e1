"""What a text in a map may contain: plain characters, never markup, controls or halves of surrogate pairs."""

import re
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|\u0085|\u2028|\u2029")

LINE_LIMIT = 500
TEXT_LIMIT = 20_000


def clean_text(value: str) -> str:
    """Text as a map stores it: line breaks are `\\n`, control characters are gone, lone surrogates become U+FFFD."""
    value = _BREAKS.sub("\n", value)
    return _FORBIDDEN.sub("", _SURROGATE.sub("\ufffd", value))


def clean_line(value: str) -> str:
    """Text on one line: as `clean_text`, with line breaks and tabs made one blank, and no blanks at the ends."""
    # Splitting takes linear time; one expression for the blanks around a break would take quadratic time on many blanks.
    parts = (part.strip() for part in clean_text(value).replace("\t", "\n").split("\n"))
    return " ".join(part for part in parts if part)


def _before(clean: object) -> BeforeValidator:
    return BeforeValidator(lambda value: clean(value) if isinstance(value, str) else value)  # type: ignore[operator]


Line = Annotated[str, _before(clean_line), StringConstraints(max_length=LINE_LIMIT)]
Text = Annotated[str, _before(clean_text), StringConstraints(max_length=TEXT_LIMIT)]
