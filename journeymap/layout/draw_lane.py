"""The lanes below the channels: their names, and the chips that stand in them."""

from journeymap.language import _
from journeymap.layout.draw_card import diamond
from journeymap.layout.draw_difference import difference_shapes
from journeymap.layout.draw_emotion import emotion_note
from journeymap.layout.lane_table import LANES
from journeymap.layout.map_layout import ChipBox, LaneBox, LaneKey
from journeymap.layout.palette import INK, MUTED, RULE
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Box, Curve, Polygon, Rect, Shape, Text
from journeymap.layout.text import elide, wrap
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.survey.display import signed
from journeymap.words import PAIN_CATEGORIES, TRUTH_TYPES, word

LANE_NAMES: dict[LaneKey, str] = {spec.key: spec.name for spec in LANES}
# fill, edge, ink
COLOURS: dict[LaneKey, tuple[str, str, str]] = {
    "pain": ("#FFF5F4", "#F0BDB8", "#912018"),
    "truth": ("#FFF8E8", "#EBCB85", "#6B4A00"),
    "action": ("#EEF8F3", "#A8D5C0", "#0B5B45"),
}


def lane_shapes(scene: Scene, box: LaneBox) -> list[Shape]:
    """The line above a lane and its name; the line of visibility is a dashed one."""
    rect = box.rect
    if box.kind == "line":
        place = Rect(box.label.x + 4, rect.y + 5, box.label.w - 4, 15)
        middle = rect.y + rect.h / 2
        line = Curve(((box.label.right, middle), (rect.right, middle)), MUTED, 1.4, dash=(7, 5))
        return [line, Text(place, (elide(box.title, "small", place.w, scene.measure),), "small", MUTED)]
    place = Rect(box.label.x + 4, rect.y + 9, box.label.w - 4, 38)
    lines = wrap(box.title, "channel", place.w, 2, scene.measure)
    shapes: list[Shape] = [Curve(((rect.x, rect.y), (rect.right, rect.y)), RULE, 1), Text(place, lines, "channel", INK)]
    return shapes + (emotion_note(scene, box) if box.key == "emotion" else [])


def chip_shapes(scene: Scene, box: ChipBox) -> list[Shape]:
    """A pain point, moment of truth or action on one line: what it is, and at the end its most important facts."""
    fill, edge, ink = COLOURS[box.lane]
    rect = box.rect
    title, facts = _words(scene, box)
    shapes: list[Shape] = [Box(rect, fill, edge, 1, 8)]
    x = rect.x + 12
    if box.lane == "truth":
        shapes.append(Polygon(diamond(x + 5, rect.y + rect.h / 2, 5), ink))
        x += 18
    note, width = _fitting(scene, title, facts, rect.right - 12 - x)
    room = rect.right - 12 - x - (width + 10 if note else 0)
    shapes.append(Text(Rect(x, rect.y + 6, room, 18), (elide(title, "chip", room, scene.measure),), "chip", ink))
    if note:
        place = Rect(rect.right - 12 - width, rect.y + 7, width, 16)
        shapes.append(Text(place, (note,), "chip-note", ink, "end"))
    return shapes + difference_shapes(scene.differences.get(box.id), rect, 8)


def _fitting(scene: Scene, title: str, facts: list[str], room: float) -> tuple[str, float]:
    """As many facts, the last ones first, as leave room for the title; with their width."""
    facts = [fact for fact in facts if fact]
    needed = min(scene.measure.width(title, "chip"), room * 0.7)
    while facts:
        note = " · ".join(facts)
        width = scene.measure.width(note, "chip-note")
        if needed + 10 + width <= room:
            return note, width
        facts = facts[1:]
    return "", 0.0


def _words(scene: Scene, box: ChipBox) -> tuple[str, list[str]]:
    """What a chip says, and its facts from the least to the most important."""
    record = scene.journey.records[box.id]
    if isinstance(record, PainPoint):
        category = record.own_category or ("" if record.category == "other" else word(PAIN_CATEGORIES, record.category))
        facts = [category, _("{severity}/5").format(severity=record.severity)]
    elif isinstance(record, MomentOfTruth):
        facts = [word(TRUTH_TYPES, record.type)]
    elif isinstance(record, Action):
        gain = "" if record.gain is None else signed(record.gain)
        facts = [record.owner, due(record), gain]
    else:
        return "", []
    return record.title or _("Untitled"), facts


def due(action: Action) -> str:
    """When an action is due, as month and year in the current language; "" where nobody said."""
    if action.due is None:
        return ""
    from babel.dates import format_skeleton

    from journeymap.language import locale

    return str(format_skeleton("yMMM", action.due, locale=locale()))
