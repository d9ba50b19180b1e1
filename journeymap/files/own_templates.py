"""Keeping a map as a template of the user's own, and deleting it again."""

from collections.abc import Iterator
from pathlib import Path

from journeymap.files.atomic import explain_os_error, write_atomic
from journeymap.files.document_file import SUFFIX
from journeymap.files.file_name import file_name
from journeymap.files.format import BEYOND, to_bytes, without_beyond
from journeymap.files.templates import HEAD, TemplateInfo, own_templates, templates
from journeymap.language import _
from journeymap.model.findings import Action, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts, Wave
from journeymap.model.other_version import OtherVersion
from journeymap.model.problem import Problem
from journeymap.model.record import Record, make
from journeymap.model.structure import JourneyInfo
from journeymap.resource import resource


def save_template(journey: Journey, title: str, about: str, folder: Path) -> Path:
    """Keep a map as a template in a folder, which is made where it is missing; returns its file.

    Left out is what belongs to one client: answers, client, period, date of drawing, evidence, due dates and status of
    actions, and the other version where the map holds two. One of the same title (upper and lower case aside) is
    replaced. Raises `Problem` where nothing can be written.
    """
    old = same_title(title, folder)
    path = old.path if old is not None else _free_path(title, folder)
    head = {"title": " ".join(title.split()), "about": " ".join(about.split())}
    data = to_bytes(Journey(records=[_with_head(journey.info, head), *_kept(journey)]))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomic(path, data, private=True)
    except OSError as error:
        raise explain_os_error(path, error) from error
    return path


def same_title(title: str, folder: Path) -> TemplateInfo | None:
    """The template in a folder that has this title, upper and lower case and blanks aside; None where there is none."""
    wanted = " ".join(title.split()).casefold()
    return next((info for info in own_templates(folder) if info.title.casefold() == wanted), None)


def delete_template(template: TemplateInfo) -> None:
    """Delete one of the user's own templates; raises `Problem` where that fails, or where it is the program's."""
    if not template.own:
        raise Problem("“{title}” belongs to the program and can't be deleted.", title=template.title)
    try:
        template.path.unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Problem("The template “{title}” could not be deleted: {why}.", title=template.title, why=why) from error


def _free_path(title: str, folder: Path) -> Path:
    """A file for a title: a name that no other template has, so that each can be named on the command line."""
    name = file_name(title, _("Template"))
    taken = {info.name.casefold() for info in templates(resource("templates"))}
    stem, number = name, 1
    while stem.casefold() in taken or (folder / f"{stem}{SUFFIX}").exists():
        number += 1
        stem = f"{name} {number}"
    return folder / f"{stem}{SUFFIX}"


def _with_head(info: JourneyInfo, head: dict[str, str]) -> JourneyInfo:
    info = without_beyond(info).replace(client="", period="", drawn="")
    return make(JourneyInfo, **{**dict(info), BEYOND: {HEAD: head}})


def _kept(journey: Journey) -> Iterator[Record]:
    for record in journey.records.values():
        if isinstance(record, PainPoint):
            yield record.replace(evidence=())
        elif isinstance(record, Action):
            yield record.replace(due=None, status="idea")
        elif not isinstance(record, Wave | Counts | JourneyInfo | OtherVersion):
            yield record
