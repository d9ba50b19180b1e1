"""From a file to a draft: read, and propose what its questions score."""

from dataclasses import dataclass, fields
from pathlib import Path

from journeymap.editor.import_dialog.draft import Draft
from journeymap.model.journey import Journey
from journeymap.survey.importing import open_survey
from journeymap.survey.propose import propose
from journeymap.survey.reading import Reading, Table, read_table
from journeymap.survey.stored import reading_of
from journeymap.survey.task import Progress, StopAsked


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was read, `how` its reading was overruled, and the draft that it begins with."""

    table: Table
    how: Reading
    draft: Draft


def open_draft(path: Path, how: Reading | None, journey: Journey, progress: Progress, cancelled: StopAsked) -> Opened:
    """Read a file as the user says; None: as detected, or as a plan of the map had it, where its questions are in the file.

    Raises `Problem` for a file that can't be read.
    """
    if how is None:
        table, plan = open_survey(path, journey, progress=progress, cancelled=cancelled)
        return Opened(table, reading_of(plan), Draft(journey, table, plan))
    table = read_table(path, how, progress=progress, cancelled=cancelled)
    # What the user says of this file replaces all that the plan remembers, where it says "detect" as well.
    said = {field.name: getattr(how, field.name) for field in fields(how) if field.name != "kind"}
    return Opened(table, how, Draft(journey, table, propose(table, journey).replace(**said)))
