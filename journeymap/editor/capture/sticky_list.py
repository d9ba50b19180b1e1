"""The lines of a list: which of them will be added, where to, and why some are not ticked. No Qt in here."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.editor.capture.columns import Columns, is_skipped
from journeymap.editor.capture.drop import Kind, limit_of
from journeymap.editor.capture.table_text import Cells
from journeymap.language import _
from journeymap.model.content import Note
from journeymap.model.findings import Action, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.structure import Touchpoint
from journeymap.model.text import clean_line, clean_text
from journeymap.survey.words import folded

LIMIT = 1_000


@dataclass(frozen=True, slots=True)
class StickyLine:
    """A line that may be added. `type` and `place` are what the whiteboard says of it; `place` may name a stage."""

    text: str
    type: str = ""
    place: str = ""


def lines_of(cells: Cells, columns: Columns) -> list[StickyLine]:
    """All lines that say something; raises `Problem` for more than 1,000."""
    found = []
    for row in cells.body:
        texts = row if columns.text is None else (row[columns.text],)
        kind = row[columns.type] if columns.type is not None else ""
        place = row[columns.place] if columns.place is not None else ""
        found += [
            StickyLine(clean_text(text).strip(), clean_line(kind), clean_line(place)) for text in texts if text.strip()
        ]
    if len(found) > LIMIT:
        raise Problem(
            "The list has {n} lines; at most {limit} can be added at once. Add it in parts.", n=len(found), limit=LIMIT
        )
    return found


def stages_named(journey: Journey, lines: Sequence[StickyLine]) -> dict[str, str]:
    """What lines say about their place -> the stage of that name; places that name no stage are left out."""
    titles = {folded(stage.title): stage.id for stage in reversed(journey.stages) if folded(stage.title)}
    places = {line.place for line in lines}
    return {place: titles[folded(place)] for place in places if folded(place) in titles}


def doubts(journey: Journey, lines: Sequence[StickyLine], kind: Kind) -> list[str]:
    """For each line why it is not ticked, as a word for the user; "" where it is."""
    there = {folded(text) for text in _there(journey, kind)}
    seen: set[str] = set()
    found = []
    for line in lines:
        name = folded(line.text)
        if too_long(line, kind):
            found.append(_("too long"))
        elif line.type and is_skipped(line.type):
            found.append(_("{type}: no note").format(type=line.type))
        elif name and name in there:
            found.append(_("on the map already"))
        elif name and name in seen:
            found.append(_("twice"))
        else:
            found.append("")
        seen.add(name)
    return found


def too_long(line: StickyLine, kind: Kind) -> bool:
    """Whether a line can't be added as this kind at all."""
    return len(line.text) > limit_of(kind)


def _there(journey: Journey, kind: Kind) -> list[str]:
    if kind == "note":
        return [note.text for note in journey.all(Note)]
    classes: dict[Kind, type[Touchpoint | PainPoint | Action]] = {
        "touchpoint": Touchpoint,
        "pain": PainPoint,
        "action": Action,
    }
    return [record.title for record in journey.all(classes[kind])]
