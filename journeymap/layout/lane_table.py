"""All lanes that a map can have below its channels, from top to bottom: what they are called and what stands in them."""

from dataclasses import dataclass
from typing import Literal

from journeymap.language import N_
from journeymap.model.content import Lane
from journeymap.model.findings import Action
from journeymap.model.journey import Journey
from journeymap.model.people import Emotion, Persona

LaneKind = Literal["text", "emotion", "chips", "line", "own-text", "own-image"]


@dataclass(frozen=True, slots=True)
class LaneSpec:
    """A lane. For `text` the key is also the field of a touchpoint that is shown."""

    key: str
    kind: LaneKind
    name: str


# Where lanes of one's own are put in.
OWN = LaneSpec("own", "own-text", "")
LANES: tuple[LaneSpec, ...] = (
    LaneSpec("does", "text", N_("Customer does")),
    LaneSpec("thinks", "text", N_("Thinks and says")),
    LaneSpec("expects", "text", N_("Expects")),
    LaneSpec("emotion", "emotion", N_("Emotion")),
    LaneSpec("pain", "chips", N_("Pain points")),
    LaneSpec("truth", "chips", N_("Moments of truth")),
    LaneSpec("physical_evidence", "text", N_("Physical evidence")),
    LaneSpec("front_stage", "text", N_("Front stage")),
    LaneSpec("visibility", "line", N_("Line of visibility")),
    LaneSpec("back_stage", "text", N_("Back stage")),
    LaneSpec("systems", "text", N_("Systems")),
    LaneSpec("process", "text", N_("Process")),
    LaneSpec("owner", "text", N_("Owner")),
    LaneSpec("action", "chips", N_("Actions")),
    OWN,
)
ALWAYS = ("pain", "truth")


def all_lanes(journey: Journey) -> tuple[LaneSpec, ...]:
    """Every lane that this map can show, its own ones in their place; their names are still to be translated."""
    found: list[LaneSpec] = []
    for spec in LANES:
        if spec is OWN:
            found += [LaneSpec(lane.id, f"own-{lane.type}", lane.title) for lane in journey.all(Lane)]  # type: ignore[arg-type]
        else:
            found.append(spec)
    return tuple(found)


def shown_lanes(journey: Journey, wanted: tuple[str, ...] | None = None) -> tuple[LaneSpec, ...]:
    """The lanes that are shown: those wanted, else those that the map names, else what there is something in."""
    keys = journey.info.lanes if wanted is None else wanted
    if keys is None:
        keys = (*ALWAYS, *(lane.id for lane in journey.all(Lane) if lane.shown))
        keys += ("emotion",) if bool(journey.all(Persona)) or bool(journey.all(Emotion)) else ()
        keys += ("action",) if journey.all(Action) else ()
    return tuple(spec for spec in all_lanes(journey) if spec.key in keys)
