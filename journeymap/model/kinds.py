"""All kinds of records, their names in a file, and what refers to what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from journeymap.model.content import Image, Lane, LaneCell, Note
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.measures import Counts, Plan, Wave
from journeymap.model.other_version import OtherVersion
from journeymap.model.people import Emotion, Persona
from journeymap.model.record import Record
from journeymap.model.structure import Channel, JourneyInfo, Link, Stage, Touchpoint

# kind -> (class, name of its list in a .journey file)
KINDS: dict[str, tuple[type[Record], str]] = {
    "journey": (JourneyInfo, "journey"),
    "stage": (Stage, "stages"),
    "channel": (Channel, "channels"),
    "touchpoint": (Touchpoint, "touchpoints"),
    "link": (Link, "links"),
    "persona": (Persona, "personas"),
    "emotion": (Emotion, "emotions"),
    "pain": (PainPoint, "pain_points"),
    "truth": (MomentOfTruth, "moments_of_truth"),
    "action": (Action, "actions"),
    "note": (Note, "notes"),
    "image": (Image, "images"),
    "lane": (Lane, "lanes"),
    "cell": (LaneCell, "lane_cells"),
    "wave": (Wave, "waves"),
    "plan": (Plan, "plans"),
    "counts": (Counts, "counts"),
    "version": (OtherVersion, "other_versions"),
}

OnDelete = Literal["remove", "forget", "forget-or-remove"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that names other records.

    `on_delete` says what becomes of the record when the one it names goes: it goes too (`remove`), it forgets the
    name (`forget`), or it forgets and goes when no name is left (`forget-or-remove`).
    """

    field: str
    to: tuple[type[Record], ...]
    many: bool = False
    on_delete: OnDelete = "remove"


REFERENCES: dict[type[Record], tuple[Reference, ...]] = {
    Touchpoint: (Reference("stage", (Stage,)), Reference("channel", (Channel,))),
    Link: (Reference("source", (Touchpoint,)), Reference("target", (Touchpoint,))),
    Persona: (
        Reference("path", (Touchpoint, Link), many=True, on_delete="forget"),
        Reference("picture", (Image,), on_delete="forget"),
    ),
    Emotion: (Reference("persona", (Persona,)), Reference("touchpoint", (Touchpoint,))),
    PainPoint: (Reference("on", (Touchpoint, Link, Stage), many=True, on_delete="forget-or-remove"),),
    MomentOfTruth: (Reference("on", (Touchpoint, Stage)),),
    Action: (
        Reference("answers", (PainPoint, Touchpoint, Stage), many=True, on_delete="forget"),
        Reference("channels", (Channel,), many=True, on_delete="forget"),
    ),
    Note: (Reference("on", (Touchpoint, Stage), on_delete="forget"), Reference("image", (Image,), on_delete="forget")),
    LaneCell: (
        Reference("lane", (Lane,)),
        Reference("stage", (Stage,)),
        Reference("image", (Image,), on_delete="forget"),
    ),
    Wave: (Reference("plan", (Plan,), on_delete="forget"),),
    Counts: (Reference("target", (Touchpoint, Stage, JourneyInfo)), Reference("wave", (Wave,))),
}


def references(record: Record) -> Iterator[tuple[Reference, str]]:
    """Each id that the record names, with the reference it stands in."""
    for reference in REFERENCES.get(type(record), ()):
        value = getattr(record, reference.field)
        if reference.many:
            for name in value:
                yield reference, name
        elif value is not None:
            yield reference, value
