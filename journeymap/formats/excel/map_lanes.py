"""The lanes of the map's sheet: feelings, pain points, moments of truth, actions, and lanes of the user's own."""

from collections import defaultdict
from dataclasses import replace

from journeymap.formats.excel.column import signed
from journeymap.formats.excel.fit import line_height
from journeymap.formats.excel.map_cards import DIAMOND
from journeymap.formats.excel.map_frame import MapFrame
from journeymap.formats.excel.map_grid import StageSpan
from journeymap.formats.excel.style import Look, Run, ink_for
from journeymap.language import _
from journeymap.layout.draw_lane import COLOURS, due
from journeymap.layout.lane_table import LaneSpec, shown_lanes
from journeymap.layout.lanes import stages_of
from journeymap.layout.map_layout import LaneKey
from journeymap.layout.palette import INK, RULE, WHITE, ramp
from journeymap.model.content import Image, Lane, LaneCell
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Touchpoint
from journeymap.words import KINDS_MANY, PAIN_CATEGORIES, TRUTH_TYPES, word

SIZE, NOTE_SIZE = 10.0, 9.0
CHIP_LINES = 4
TEXT_LINES = 12
Chip = tuple[str, str]  # what it says, and its facts


def write_lanes(frame: MapFrame) -> None:
    """The lanes that the map shows, in its order."""
    for spec in shown_lanes(frame.facts.journey):
        if spec.kind == "emotion":
            _emotions(frame)
        elif spec.kind == "chips":
            _chips(frame, spec.key, _chip_items(frame, spec.key))
        elif spec.kind == "text":
            _text_lane(frame, spec)
        elif spec.kind == "line":
            _line_lane(frame, spec)
        else:
            _own_lane(frame, frame.facts.journey.get(Lane, spec.key))


def _chip_items(frame: MapFrame, key: LaneKey) -> list[tuple[tuple[str, ...], Chip]]:
    journey = frame.facts.journey
    if key == "pain":
        return [(pain.on, _pain(pain)) for pain in journey.all(PainPoint)]
    if key == "truth":
        return [((truth.on,), _truth(truth)) for truth in journey.all(MomentOfTruth)]
    return [(action.answers, _action(frame, action)) for action in journey.all(Action)]


def _text_lane(frame: MapFrame, spec: LaneSpec) -> None:
    """What the touchpoints of each column say in one field, below their column."""
    frame.separator()
    frame.tinted()
    frame.label(_(spec.name), "", 1)
    highest = 1
    for span in frame.grid.spans:
        width = span.width / len(span.columns)
        for column in span.columns:
            texts = [getattr(touchpoint, spec.key) for touchpoint in _column(frame, column)]
            text = "\n".join(text for text in texts if text)
            if text:
                shown, lines = frame.fit.lines(text, width - 3, NOTE_SIZE, TEXT_LINES)
                look = Look(size=NOTE_SIZE, colour=INK, fill=WHITE, edge=("thin", RULE), wrap=True, indent=1)
                frame.book.put(frame.sheet, frame.row, column, shown, frame.look(look))
                highest = max(highest, lines)
    frame.height(highest * line_height(NOTE_SIZE) + 8)
    frame.row += 1


def _line_lane(frame: MapFrame, spec: LaneSpec) -> None:
    """The line of visibility: a row that holds nothing but its name between two rules."""
    frame.separator()
    frame.tinted()
    frame.label(_(spec.name), "", 1)
    frame.height(16)
    frame.row += 1


def _pain(pain: PainPoint) -> Chip:
    category = pain.own_category or ("" if pain.category == "other" else word(PAIN_CATEGORIES, pain.category))
    facts = (category, _("{severity}/5").format(severity=pain.severity))
    return pain.title or _("Untitled"), " · ".join(fact for fact in facts if fact)


def _truth(truth: MomentOfTruth) -> Chip:
    return f"{DIAMOND} {truth.title or _('Untitled')}", word(TRUTH_TYPES, truth.type)


def _action(frame: MapFrame, action: Action) -> Chip:
    gain = "" if action.gain is None else f"{action.gain:+.0f}".replace("-", "\u2212")
    facts = (action.owner, due(action), frame.numbers(gain))
    return action.title or _("Untitled"), " · ".join(fact for fact in facts if fact)


def _chips(frame: MapFrame, key: LaneKey, items: list[tuple[tuple[str, ...], Chip]]) -> None:
    """A lane of chips below their stages; what belongs to no stage stands in a row of its own below all of them."""
    by_stage: dict[str, list[Chip]] = defaultdict(list)
    homeless: list[Chip] = []
    for ids, chip in items:
        stages = list(dict.fromkeys(stages_of(frame.facts.journey, ids)))
        for stage in stages:
            by_stage[stage].append(chip)
        if not stages:
            homeless.append(chip)
    depth = max([1, *map(len, by_stage.values())])
    rows = depth + (len(homeless) if frame.grid.spans else 0)
    frame.separator()
    frame.tinted(rows)
    frame.label(word(KINDS_MANY, key), "", rows)
    for level in range(depth):
        frame.book.check()
        highest = 1.0
        for span in frame.grid.spans:
            found = by_stage.get(span.stage.id, [])
            if level < len(found):
                height = _chip(frame, key, found[level], span.first, span.last, span.width)
                highest = max(highest, height)
        frame.height(max(highest, 20.0))
        frame.row += 1
    for chip in homeless if frame.grid.spans else ():
        first = frame.grid.spans[0].first
        frame.height(max(20.0, _chip(frame, key, chip, first, frame.grid.last, frame.grid.width)))
        frame.row += 1
    frame.tinted()
    frame.height(4)
    frame.row += 1


def _chip(frame: MapFrame, key: LaneKey, chip: Chip, first: int, last: int, width: float) -> float:
    """Write a chip over these columns; returns the height that it needs, in points."""
    fill, edge, ink = COLOURS[key]
    text, facts = chip
    _one, whole = frame.fit.lines(f"{text}   {facts}", width - 3, SIZE, 2, bold=True)
    shown, lines = frame.fit.lines(text, width - 3, SIZE, CHIP_LINES, bold=True)
    height = lines * line_height(SIZE)
    runs = [Run(shown, SIZE, True, ink)]
    if facts and whole == 1:
        runs.append(Run(f"   {facts}", NOTE_SIZE, False, ink))
    elif facts:
        facts, more = frame.fit.lines(facts, width - 3, NOTE_SIZE, 2)
        runs.append(Run(f"\n{facts}", NOTE_SIZE, False, ink))
        height += more * line_height(NOTE_SIZE)
    look = frame.look(Look(size=SIZE, colour=ink, fill=fill, edge=("thin", edge), wrap=True, indent=1))
    frame.book.fill(frame.sheet, (frame.row, first, frame.row, last), look)
    frame.book.put_runs(frame.sheet, frame.row, first, runs, look)
    frame.merge(frame.row, first, frame.row, last)
    return height + 6


def _emotions(frame: MapFrame) -> None:
    """A row for each persona that feels anything: its feeling under each column of cards, as a number in colour."""
    journey = frame.facts.journey
    felt: dict[str, dict[str, float]] = defaultdict(dict)
    for emotion in journey.all(Emotion):
        felt[emotion.persona][emotion.touchpoint] = emotion.value
    personas = [persona for persona in journey.all(Persona) if persona.id in felt]
    for number, persona in enumerate(personas):
        if number == 0:
            frame.separator()
        frame.tinted()
        name = _("Emotion") if len(personas) == 1 else _("Emotion: {persona}").format(persona=persona.title)
        frame.label(name, "", 1)
        for span in frame.grid.spans:
            _feelings(frame, span, felt[persona.id])
        _shown, lines = frame.fit.lines(name, 18, 11, 4, bold=True)
        frame.height(max(24.0, lines * line_height(11) + 4))
        frame.row += 1


def _feelings(frame: MapFrame, span: StageSpan, felt: dict[str, float]) -> None:
    for column in span.columns:
        cards = _column(frame, column)
        values = [felt[touchpoint.id] for touchpoint in cards if touchpoint.id in felt]
        if values:
            value = sum(values) / len(values)
            fill = ramp((value + 2) / 4, frame.facts.palette)
            look = Look(size=11, bold=True, colour=ink_for(fill), fill=fill, edge=("thick", frame.tint(span)))
            look = replace(frame.look(look), across="center", format=signed(value))
            frame.book.put(frame.sheet, frame.row, column, value, look)


def _column(frame: MapFrame, column: int) -> list[Touchpoint]:
    stacks = frame.grid.stacks
    found = (stacks.get((channel.id, column), ()) for channel in frame.facts.journey.channels)
    return [touchpoint for stack in found for touchpoint in stack]


def _own_lane(frame: MapFrame, lane: Lane) -> None:
    cells = {cell.stage: cell for cell in frame.facts.journey.all(LaneCell) if cell.lane == lane.id}
    frame.separator()
    frame.tinted()
    frame.label(lane.title or _("Untitled"), "", 1)
    highest = 1
    for span in frame.grid.spans:
        cell = cells.get(span.stage.id)
        text = _cell_text(frame, cell) if cell else ""
        if text:
            shown, lines = frame.fit.lines(text, span.width - 3, SIZE, TEXT_LINES)
            look = frame.look(Look(size=SIZE, colour=INK, fill=WHITE, edge=("thin", RULE), wrap=True, indent=1))
            frame.book.fill(frame.sheet, (frame.row, span.first, frame.row, span.last), look)
            frame.book.put(frame.sheet, frame.row, span.first, shown, look)
            frame.merge(frame.row, span.first, frame.row, span.last)
            highest = max(highest, lines)
    frame.height(highest * line_height(SIZE) + 8)
    frame.row += 1


def _cell_text(frame: MapFrame, cell: LaneCell) -> str:
    image = frame.facts.journey.find(Image, cell.image) if cell.image else None
    return cell.text or (image.title if image else "")
