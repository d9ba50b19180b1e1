"""The texts of the templates, for the translation catalogue: an extractor that Babel calls for each template file.

In Babel's mapping: `[extractors] journey = journeymap.files.template_texts:extract` and
`[journey: resources/templates/**.journey]`.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

from journeymap.files.format import beyond, from_bytes
from journeymap.files.templates import HEAD
from journeymap.model.templates import translated

Message = tuple[int, None, str, list[str]]


def extract(
    fileobj: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Message]:
    """Every text that is translated when a map is made from this template: (line, None, text, comments)."""
    data = fileobj.read()
    lines = data.decode().splitlines()
    for text in template_texts(data):
        yield _line_of(text, lines), None, text, []


def template_texts(data: bytes) -> list[str]:
    """The texts of one template, each once, in the order of the file's lists."""
    journey = from_bytes(data, "template")
    head = beyond(journey.info).get(HEAD, {})
    texts = [head[field] for field in ("title", "about") if field in head]

    def note(text: str) -> str:
        texts.append(text)
        return text

    for record in journey.records.values():
        translated(record, note)
    return list(dict.fromkeys(texts))


def _line_of(text: str, lines: list[str]) -> int:
    first = text.splitlines()[0]
    return next((number for number, line in enumerate(lines, 1) if first in line), 1)
