"""From a file to a table and its plan in one step, as window and command line do it."""

from pathlib import Path

from journeymap.model.journey import Journey
from journeymap.model.measures import Plan
from journeymap.model.problem import Problem
from journeymap.survey.propose import propose
from journeymap.survey.reading import Reading, Table, read_table
from journeymap.survey.stored import reading_of, stored_plan
from journeymap.survey.task import Progress, StopAsked

_OVERRULED = ("encoding", "delimiter", "header_rows", "decimal", "sheet")


def open_survey(
    path: Path,
    journey: Journey,
    how: Reading | None = None,
    plan: Plan | None = None,
    *,
    progress: Progress | None = None,
    cancelled: StopAsked | None = None,
) -> tuple[Table, Plan]:
    """Read a survey file and say which question scores what: by the plan that is given, one that the map keeps, or a proposal.

    A plan of the map also says how its file is read (its id is in the journey, and nothing need be asked). `how` overrules the
    reading; what it overrules is kept in the plan. Raises as `read_table` does.
    """
    if plan is not None:
        return read_table(path, how or reading_of(plan), progress=progress, cancelled=cancelled), plan
    if how is not None and how != Reading():
        read = read_table(path, how, progress=progress, cancelled=cancelled)
        return read, overruled(propose(read, journey), how)
    table: Table | None = None
    problem: Problem | None = None
    try:
        table = read_table(path, progress=progress, cancelled=cancelled)
        found = stored_plan(table, journey)
        if found is not None and not _asks_for_more(found, table):
            return table, found
    except Problem as why:
        problem = why
    for kept in journey.all(Plan):
        # Perhaps its questions are found only as the user had overruled the reading last time.
        if reading_of(kept) == Reading():
            continue
        try:
            again = read_table(path, reading_of(kept), cancelled=cancelled)
        except Problem:
            continue
        found = stored_plan(again, journey)
        if found is not None and found.id == kept.id:
            return again, found
    if table is None:
        raise problem or Problem("“{name}” can't be read.", name=path.name)
    return table, propose(table, journey)


def overruled(plan: Plan, how: Reading) -> Plan:
    """A plan that keeps what the user overruled in the reading of its file."""
    return plan.replace(**{name: given for name in _OVERRULED if (given := getattr(how, name)) is not None})


def _asks_for_more(plan: Plan, table: Table) -> bool:
    """Whether a plan wants its file to be read otherwise than it was."""
    wanted = reading_of(plan)
    return any(
        (given := getattr(wanted, name)) is not None and given != getattr(table.reading, name) for name in _OVERRULED
    )
