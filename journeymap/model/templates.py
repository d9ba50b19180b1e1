"""A new map from a template: its texts in the reader's language, its ids renewed."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from journeymap.model.content import Lane, LaneCell, Note
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.kinds import REFERENCES
from journeymap.model.measures import Plan
from journeymap.model.people import Emotion, Persona
from journeymap.model.record import Record, new_id
from journeymap.model.structure import JOURNEY_ID, Channel, JourneyInfo, Link, Stage, Touchpoint

# The fields that a reader reads. Not here: codes, names of survey segments, tags that files are matched by.
TEXTS: Mapping[type[Record], tuple[str, ...]] = {
    JourneyInfo: ("title", "client", "scope", "period", "drawn"),
    Stage: ("title", "goal", "company_goal", "note"),
    Channel: ("title",),
    Touchpoint: (
        "title",
        "does",
        "thinks",
        "expects",
        "physical_evidence",
        "front_stage",
        "back_stage",
        "systems",
        "process",
        "owner",
    ),
    Link: ("label",),
    Persona: ("title", "line", "goals", "quote"),
    Emotion: ("note",),
    PainPoint: ("title", "own_category"),
    MomentOfTruth: ("title", "why"),
    Action: ("title", "owner", "cost"),
    Note: ("text",),
    Lane: ("title",),
    LaneCell: ("text",),
}
# The texts inside a field's own values: field -> their names.
INNER_TEXTS: Mapping[type[Record], Mapping[str, tuple[str, ...]]] = {
    Touchpoint: {"senses": ("sight", "sound", "smell", "touch", "taste")},
    PainPoint: {"evidence": ("quote", "date")},
}


def build(records: Iterable[Record], translate: Callable[[str], str]) -> list[Record]:
    """The records of a new map: every text of the template through `translate`, every id but the journey's own renewed."""
    records = list(records)
    names = {record.id: record.id if record.id == JOURNEY_ID else new_id(record.kind) for record in records}
    return [renamed(translated(record, translate), names) for record in records]


def translated(record: Record, translate: Callable[[str], str]) -> Record:
    """The record with its texts in another language; "" stays "" (for gettext it would be the catalogue's head)."""
    fields: dict[str, Any] = {
        field: translate(text) for field in TEXTS.get(type(record), ()) if (text := getattr(record, field))
    }
    for field, inner in INNER_TEXTS.get(type(record), {}).items():
        fields[field] = _inside(getattr(record, field), inner, translate)
    return record.replace(**fields) if fields else record


def renamed(record: Record, names: Mapping[str, str]) -> Record:
    """The record under its new id, naming others by theirs; ids that `names` does not have stay."""
    fields: dict[str, Any] = {"id": names.get(record.id, record.id)}
    for reference in REFERENCES.get(type(record), ()):
        value = getattr(record, reference.field)
        if reference.many:
            fields[reference.field] = tuple(names.get(id, id) for id in value)
        elif value is not None:
            fields[reference.field] = names.get(value, value)
    if isinstance(record, JourneyInfo) and record.lanes is not None:
        fields["lanes"] = tuple(names.get(lane, lane) for lane in record.lanes)
    if isinstance(record, Plan):
        questions = [
            question.model_copy(update={"target": names.get(question.target, question.target)})
            for question in record.questions
        ]
        fields["questions"] = tuple(questions)
    return record.replace(**fields)


def _inside(value: Any, names: tuple[str, ...], translate: Callable[[str], str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_inside(item, names, translate) for item in value)
    return value.model_copy(update={name: translate(text) for name in names if (text := getattr(value, name))})
