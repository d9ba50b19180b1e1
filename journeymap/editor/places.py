"""What an element is called, in which stage it stands, and how the window shows it."""

from journeymap.editor.canvas.camera import Camera, fitting
from journeymap.editor.canvas.widget import CanvasWidget
from journeymap.editor.field_names import field_name
from journeymap.editor.workspace import Workspace
from journeymap.language import N_, _
from journeymap.layout.lanes import stages_of
from journeymap.layout.shapes import Rect
from journeymap.model.content import Image, Lane, LaneCell, Note
from journeymap.model.findings import Action
from journeymap.model.journey import Journey
from journeymap.model.measures import Wave
from journeymap.model.people import Emotion, Persona
from journeymap.model.record import Record
from journeymap.model.structure import Link, Stage, Touchpoint
from journeymap.model.text_fields import is_title
from journeymap.words import KINDS, word

# Below the one a text on the map can't be read; then it is shown in the other.
READABLE, COMFORTABLE = 0.4, 0.9
ENDS = N_("{source} → {target}")


def name_of(journey: Journey, record: Record) -> str:
    """What an element is called: its title, that of what it belongs to, the ends of a link, the first line of a note."""
    if isinstance(record, Emotion):
        return name_of(journey, journey.get(Touchpoint, record.touchpoint))
    if isinstance(record, LaneCell):
        return name_of(journey, journey.get(Lane, record.lane))
    if isinstance(record, Link) and not record.label:
        source, target = journey.get(Touchpoint, record.source), journey.get(Touchpoint, record.target)
        return _(ENDS).format(source=source.title or _("Untitled"), target=target.title or _("Untitled"))
    text: str = getattr(record, "title", "") or getattr(record, "label", "") or getattr(record, "text", "")
    return text.split("\n")[0] or _("Untitled")


def stage_title(journey: Journey, record: Record) -> str:
    """The stage where an element stands (the first, where there are several); "" where it is in none, or is one."""
    if isinstance(record, Stage):
        return ""
    if isinstance(record, LaneCell):
        ids: tuple[str, ...] = (record.stage,)
    elif isinstance(record, Emotion):
        ids = (record.touchpoint,)
    elif isinstance(record, Action):
        ids = record.answers
    else:
        on = getattr(record, "on", record.id) or ()
        ids = on if isinstance(on, tuple) else (on,)
    stage = next(stages_of(journey, ids), None)
    return (journey.get(Stage, stage).title or _("Untitled")) if stage is not None else ""


def describe(journey: Journey, id: str, path: str) -> str:
    """What a text is and where: "Touchpoint in Delivery" for a title, "Owner of “Waits on the day”" for another text."""
    record = journey.records.get(id)
    if record is None:
        return ""
    if not is_title(path) and not isinstance(record, Note):
        return describe_text(journey, id, path)
    kind, stage = word(KINDS, record.kind), stage_title(journey, record)
    return _("{kind} in {stage}").format(kind=kind, stage=stage) if stage else kind


def describe_text(journey: Journey, id: str, path: str) -> str:
    """A text by its field: "Title of “Waits on the day”"."""
    record = journey.records.get(id)
    if record is None:
        return ""
    return _("{field} of “{title}”").format(field=field_name(record, path), title=name_of(journey, record))


def stand_in(journey: Journey, id: str) -> str | None:
    """The element to select for a record: itself, or what shows it; None for what belongs to the map as a whole."""
    record = journey.records.get(id)
    if isinstance(record, Emotion):
        return record.touchpoint
    if isinstance(record, Image):
        users = [*journey.all(Note), *journey.all(Persona)]
        return next(
            (user.id for user in users if id in (getattr(user, "image", ""), getattr(user, "picture", ""))), None
        )
    return None if record is journey.info or record is None or isinstance(record, Wave) else id


def show_element(workspace: Workspace, id: str, path: str = "title") -> None:
    """Select an element and bring it into view; where it is not drawn on the map, the inspector shows it."""
    chosen = stand_in(workspace.document.journey, id)
    workspace.document.selection.set([chosen] if chosen is not None else [])
    rect = _rect(workspace.canvas, id, path) or (_rect(workspace.canvas, chosen, path) if chosen else None)
    if rect is None or chosen is None:
        workspace.show_panel("inspector", True)
        return
    workspace.reveal(chosen)
    if workspace.view == "map":
        _look_at(workspace.canvas, rect)


def _rect(canvas: CanvasWidget, id: str, path: str) -> Rect | None:
    """Where a text stands on the map (on paper), else its element."""
    layout = canvas.map_layout
    written = next((box.rect for box in layout.texts if box.id == id and box.field == path), None)
    rect = written or layout.rect_of(id)
    return rect.mirrored(layout.width) if rect is not None and layout.rtl else rect


def _look_at(canvas: CanvasWidget, rect: Rect) -> None:
    width, height = canvas.width(), canvas.height()
    camera: Camera = canvas.camera.showing(rect, width, height)
    if camera.zoom < READABLE:
        camera = fitting(rect, width, height, most=COMFORTABLE)
    canvas.look(camera)
