"""Lines into the open map, one Change each or one for a whole list; and out of it again."""

from collections.abc import Sequence

from journeymap.editor.capture.drop import KINDS, Dropper, Target
from journeymap.editor.document import Document
from journeymap.language import N_
from journeymap.layout.build import build
from journeymap.paint.measure import QtMeasure

TAKE_BACK = N_("Take line back")


def catch(document: Document, lines: Sequence[tuple[str, Target]]) -> list[str]:
    """The ids of what the lines have become, in one Change; raises `Problem`, and alters nothing, where one can't be used."""
    if not lines:
        return []
    measure = QtMeasure()
    layout = build(document.journey, measure=measure)
    spec = KINDS[lines[0][1].kind]
    with document.edit(spec.one if len(lines) == 1 else spec.many) as edit:
        return Dropper(document.journey, edit, layout, measure).drop_all(lines)


def take_back(document: Document, id: str, revision: int) -> None:
    """Take out what a line has become: undo where nothing was done since (`revision`, after it was caught), else delete it."""
    if id not in document.journey:
        return
    if document.journey.revision == revision:
        document.undo()
        return
    with document.edit(TAKE_BACK) as edit:
        edit.remove(id)
