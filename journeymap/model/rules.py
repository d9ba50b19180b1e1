"""What must hold in every map: nothing dangles, nothing is twice. Ranges are checked by the records themselves."""

from collections.abc import Iterator, Mapping

from journeymap.model.kinds import references
from journeymap.model.problem import Problem
from journeymap.model.record import Record
from journeymap.model.structure import JOURNEY_ID, JourneyInfo, Link


def problems(records: Mapping[str, Record], record: Record) -> Iterator[Problem]:
    """What is wrong with one record among all records of its map."""
    if isinstance(record, JourneyInfo) != (record.id == JOURNEY_ID):
        yield Problem(
            "The id “{id}” belongs to the journey itself and can't be used for {kind}.", id=record.id, kind=record.kind
        )
    for reference, name in references(record):
        target = records.get(name)
        if target is None:
            yield Problem(
                "{kind} “{id}” refers in “{field}” to “{target}”, which does not exist.",
                kind=record.kind,
                id=record.id,
                field=reference.field,
                target=name,
            )
        elif not isinstance(target, reference.to):
            yield Problem(
                "{kind} “{id}” refers in “{field}” to “{target}”, which is a {found}.",
                kind=record.kind,
                id=record.id,
                field=reference.field,
                target=name,
                found=target.kind,
            )
    if isinstance(record, Link) and record.source == record.target:
        yield Problem("Link “{id}” leads from a touchpoint to itself.", id=record.id)
