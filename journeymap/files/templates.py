"""The templates that come with the program: maps in `resources/templates`, each with a `template` head."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journeymap.files.document_file import SUFFIX, open_journey
from journeymap.files.format import beyond, without_beyond
from journeymap.language import _, language
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.structure import JourneyInfo
from journeymap.model.templates import build
from journeymap.resource import resource

HEAD = "template"
DEFAULT = "five-stages"
SAMPLE = "washing-machine"


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A template to choose: `name` for the command line, `title` and `about` in the current language."""

    name: str
    title: str
    about: str


def templates(folder: Path | None = None) -> list[TemplateInfo]:
    """All templates in the order in which they are offered. A file that is no template is left out."""
    found: list[tuple[float, TemplateInfo]] = []
    for path in sorted((folder or resource("templates")).glob(f"*{SUFFIX}")):
        try:
            head = beyond(open_journey(path).info).get(HEAD)
        except Problem:
            continue
        if isinstance(head, dict):
            info = TemplateInfo(path.stem, _text(head, "title") or path.stem, _text(head, "about"))
            order = head.get("order")
            found.append((order if isinstance(order, (int, float)) else 0, info))
    return [info for order, info in sorted(found, key=lambda pair: pair[0])]


def new_journey(template: str = DEFAULT, title: str | None = None, folder: Path | None = None) -> Journey:
    """A new map from a template, in the current language; raises `Problem` where there is no such template."""
    path = (folder or resource("templates")) / f"{template}{SUFFIX}"
    if template != path.stem or not path.is_file():
        names = ", ".join(info.name for info in templates(folder))
        raise Problem("There is no template “{name}”. There are: {names}.", name=template, names=names)
    records = build(open_journey(path).records.values(), _)
    info = without_beyond(next(record for record in records if isinstance(record, JourneyInfo)))
    info = info.replace(language=language(), **({} if title is None else {"title": title}))
    return Journey(records=[info, *(record for record in records if not isinstance(record, JourneyInfo))])


def _text(head: dict[str, Any], field: str) -> str:
    text = head.get(field)
    return _(text) if isinstance(text, str) else ""
