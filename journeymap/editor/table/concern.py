"""Whose rows say something else after a Change."""

from journeymap.model.change import Change
from journeymap.model.journey import Journey
from journeymap.model.kinds import references
from journeymap.model.measures import Counts, Wave
from journeymap.model.record import Record
from journeymap.model.structure import JourneyInfo

# The fields by which elements are put into rows.
PLACE = ("order", "stage", "channel", "source", "target")
# A Change of more than this redraws what is seen, which is cheaper than to ask for each.
MANY = 500


def concerned(change: Change, journey: Journey) -> set[str] | None:
    """The ids of all elements that are changed, named by what is changed, or name it; None: all of them."""
    if len(change.steps) > MANY or any(isinstance(record, (Counts, Wave, JourneyInfo)) for record in change.records()):
        return None
    from journeymap.model.graph import referrers

    found = set(change.ids)
    for record in change.records():
        found.update(name for _reference, name in references(record))
    for id in change.ids:
        found.update(record.id for record, _reference in referrers(journey.graph, id))
    return found


def moves(change: Change, classes: tuple[type[Record], ...]) -> bool:
    """Whether records of these classes came, went or changed their place, rather than only their texts."""
    for step in change.steps:
        if not isinstance(step.after if step.after is not None else step.before, classes):
            continue
        if step.before is None or step.after is None:
            return True
        if any(getattr(step.before, field, None) != getattr(step.after, field, None) for field in PLACE):
            return True
    return False
