"""Templates: maps with a `template` head, those that come with the program in `resources/templates` and the user's own."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from journeymap.files.document_file import SUFFIX, open_journey
from journeymap.files.format import beyond, without_beyond
from journeymap.language import _, language
from journeymap.model.findings import Action
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.structure import JourneyInfo
from journeymap.model.templates import build
from journeymap.resource import resource

HEAD = "template"
DEFAULT = "five-stages"
SAMPLE = "washing-machine"


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A template to choose: `name` for the command line, `title` and `about` in the current language.

    `own`: the user made it, so it is as the user wrote it, whatever the language, and can be deleted.
    """

    name: str
    title: str
    about: str
    path: Path
    own: bool = False


def own_templates_folder() -> Path:
    """Where this user's own templates are; it need not be there."""
    return user_data_path("journeymap", appauthor=False) / "templates"


def templates(folder: Path | None = None) -> list[TemplateInfo]:
    """All templates in the order in which they are offered: the program's, then the user's own by title.

    With a `folder` those in it alone, as the program's. A file that is no template is left out.
    """
    if folder is not None:
        return _listed(folder, own=False)
    return [*_listed(resource("templates"), own=False), *own_templates()]


def own_templates(folder: Path | None = None) -> list[TemplateInfo]:
    """The user's own templates by title; a file that is none is left out."""
    return _listed(folder or own_templates_folder(), own=True)


def new_journey(
    template: str = DEFAULT, title: str | None = None, folder: Path | None = None, today: date | None = None
) -> Journey:
    """A new map from a template, one of the program's in the current language; raises `Problem` where there is no such template.

    Due dates of the program's templates are as far ahead of `today` as they were when the template was written.
    """
    path = _path_of(template, folder)
    own = folder is None and path.parent != resource("templates")
    source = open_journey(path)
    head = beyond(source.info).get(HEAD)
    later = _later(head if isinstance(head, dict) else {}, today or datetime.now(UTC).astimezone().date())
    translate: Callable[[str], str] = str if own else _
    records = [_moved(record, later) for record in build(source.records.values(), translate)]
    info = without_beyond(next(record for record in records if isinstance(record, JourneyInfo)))
    fields = {} if own else {"language": language()}
    info = info.replace(**fields, **({} if title is None else {"title": title}))
    return Journey(records=[info, *(record for record in records if not isinstance(record, JourneyInfo))])


def _path_of(template: str, folder: Path | None) -> Path:
    for place in (folder,) if folder is not None else (resource("templates"), own_templates_folder()):
        path = place / f"{template}{SUFFIX}"
        if template == path.stem and path.is_file():
            return path
    names = ", ".join(info.name for info in templates(folder))
    raise Problem("There is no template “{name}”. There are: {names}.", name=template, names=names)


def _listed(folder: Path, own: bool) -> list[TemplateInfo]:
    found: list[tuple[float, str, TemplateInfo]] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            head = beyond(open_journey(path).info).get(HEAD)
        except Problem:
            continue
        if isinstance(head, dict):
            title, about = (_text(head, field, own) for field in ("title", "about"))
            info = TemplateInfo(path.stem, title or path.stem, about, path, own)
            order = head.get("order")
            number = order if isinstance(order, (int, float)) and not own else 0
            found.append((number, info.title.casefold() if own else "", info))
    return [info for *_order, info in sorted(found, key=lambda entry: entry[:2])]


def _text(head: dict[str, Any], field: str, own: bool) -> str:
    text = head.get(field)
    if not isinstance(text, str):
        return ""
    return " ".join(text.split()) if own else _(text)


def _later(head: dict[str, Any], today: date) -> int:
    """How many months have passed since a template was written, by the year and month in its head."""
    try:
        written = date.fromisoformat(f"{head.get('dated')}-01")
    except ValueError:
        return 0
    return max(0, (today.year - written.year) * 12 + today.month - written.month)


def _moved(record: Record, months: int) -> Record:
    """An action due that many months later, at the end of the month; anything else as it is."""
    if not months or not isinstance(record, Action) or record.due is None:
        return record
    year, month = divmod(record.due.year * 12 + record.due.month - 1 + months, 12)
    return record.replace(due=date(year, month + 1, calendar.monthrange(year, month + 1)[1]))
