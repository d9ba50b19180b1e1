"""What can be done with lanes: shown and hidden, made, and what stands in their cells. Each takes the journey and an edit."""

from journeymap.language import _
from journeymap.layout.lane_table import LaneSpec, all_lanes, shown_lanes
from journeymap.model.content import Lane, LaneCell
from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.rows import order_at
from journeymap.model.structure import JOURNEY_ID

# What a service blueprint shows, besides lanes of one's own: Shostack's lines and the findings below them.
BLUEPRINT = (
    "does",
    "physical_evidence",
    "front_stage",
    "visibility",
    "back_stage",
    "systems",
    "process",
    "owner",
    "pain",
    "truth",
    "action",
)


def lane_name(spec: LaneSpec) -> str:
    """What a lane is called, translated."""
    if spec.kind.startswith("own"):
        return spec.name or _("Untitled")
    return _(spec.name)


def shown_keys(journey: Journey) -> tuple[str, ...]:
    """The keys of the lanes that are shown, from top to bottom."""
    return tuple(spec.key for spec in shown_lanes(journey))


def show_lane(journey: Journey, edit: Edit, key: str, shown: bool) -> None:
    """Show or hide one lane; what is shown with it stays, so that from now on nothing comes and goes by itself."""
    keys = set(shown_keys(journey)) | {key} if shown else set(shown_keys(journey)) - {key}
    if shown and key in journey:
        edit.update(key, shown=True)
    show_lanes(journey, edit, keys)


def show_lanes(journey: Journey, edit: Edit, keys: set[str] | None) -> None:
    """Show exactly these lanes; None: those that have something in them."""
    ordered = None if keys is None else tuple(spec.key for spec in all_lanes(journey) if spec.key in keys)
    edit.update(JOURNEY_ID, lanes=ordered)


def show_blueprint(journey: Journey, edit: Edit) -> None:
    """Show the lanes of a service blueprint, and the user's own."""
    show_lanes(journey, edit, {*BLUEPRINT, *(lane.id for lane in journey.all(Lane))})


def add_lane(journey: Journey, edit: Edit, type: str) -> Lane:
    """A lane of one's own after the others, shown; raises `Problem` where `type` is neither `text` nor `image`."""
    named = journey.info.lanes
    lane = edit.add(Lane, type=type, order=order_at(edit, journey.all(Lane)))
    if named is not None:
        edit.update(JOURNEY_ID, lanes=(*named, lane.id))
    return lane


def fill_cell(journey: Journey, edit: Edit, lane: str, stage: str, **fields: str | None) -> None:
    """Text or image (an id) of a lane under a stage; a cell that has neither goes."""
    cell = cell_of(journey, lane, stage)
    if cell is None:
        cell = edit.add(LaneCell, lane=lane, stage=stage)
    edit.update(cell.id, **fields)
    if not journey.get(LaneCell, cell.id).text and journey.get(LaneCell, cell.id).image is None:
        edit.remove(cell.id)


def cell_of(journey: Journey, lane: str, stage: str) -> LaneCell | None:
    """What stands in a lane under a stage, or None."""
    return next((cell for cell in journey.all(LaneCell) if (cell.lane, cell.stage) == (lane, stage)), None)
