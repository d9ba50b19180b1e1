"""Cells that list what hangs on a row by its titles, parted by semicolons: typing there renames, adds and takes away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.editor.table import cells
from journeymap.editor.table.column import WIDE, Column
from journeymap.editor.table.names import join, split
from journeymap.editor.table.source import Source, Writing
from journeymap.language import _
from journeymap.model import edits
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.record import Record


@dataclass(frozen=True, slots=True)
class Hanging:
    """How one kind of element hangs on a row: which do, and how one is added, is hung there as well, or comes off."""

    cls: type[Record]
    here: Callable[[Source, str], Sequence[Any]]
    add: Callable[[Writing, str, str], object]
    take_off: Callable[[Writing, Any, str], None]
    hang: Callable[[Writing, Any, str], None] | None = None


def listing(key: str, heading: str, change: str, hanging: Hanging) -> Column:
    """The column of such cells."""

    def shown(source: Source, record: Any) -> str:
        return join(source.titled(other.id) for other in hanging.here(source, record.id))

    def put(writing: Writing, id: str, text: str) -> None:
        write_list(writing, id, text, hanging)

    def known(source: Source) -> Sequence[tuple[str, str]]:
        return [
            (other.id, title) for other in source.journey.all(hanging.cls) if (title := getattr(other, "title", ""))
        ]

    hint = _("Titles, parted by semicolons")
    if hanging.hang is None:
        return Column(key, heading, shown, put, change, width=WIDE, hint=hint)
    return Column(key, heading, shown, put, change, width=WIDE, hint=hint, editor="names", options=known)


def write_list(writing: Writing, id: str, text: str, hanging: Hanging) -> None:
    """Make what hangs on an element what is written; a title in another's place renames it.

    A title that an element elsewhere has already hangs that one here too, where one of its kind can be in several places.
    """
    source = writing.source
    left = list(hanging.here(source, id))
    titles = [cells.read_line(title) for title in split(text, [source.titled(other.id) for other in left])]
    new = []
    for title in titles:
        same = [other for other in left if cells.fold(source.titled(other.id)) == cells.fold(title)]
        left = [other for other in left if other not in same]
        if not same:
            new.append(title)
        elif same[0].title and same[0].title != title:
            writing.edit.update(same[0].id, title=title)
    for title in new:
        known = _elsewhere(writing, hanging, title)
        if known is not None and hanging.hang is not None:
            hanging.hang(writing, known, id)
        elif left:
            writing.edit.update(left.pop(0).id, title=title)
        else:
            hanging.add(writing, id, title)
    for other in left:
        hanging.take_off(writing, other, id)


def _elsewhere(writing: Writing, hanging: Hanging, title: str) -> Any:
    """The first element of the kind that has this title, wherever it is."""
    if hanging.hang is None:
        return None
    wanted = cells.fold(title)
    return next((o for o in writing.journey.all(hanging.cls) if cells.fold(getattr(o, "title", "")) == wanted), None)


def _take_pain_off(writing: Writing, pain: PainPoint, id: str) -> None:
    others = tuple(place for place in pain.on if place != id)
    if others:
        writing.edit.update(pain.id, on=others)
    else:
        writing.edit.remove(pain.id)


def _take_action_off(writing: Writing, action: Action, id: str) -> None:
    writing.edit.update(action.id, answers=tuple(other for other in action.answers if other != id))


def _hang_pain(writing: Writing, pain: PainPoint, id: str) -> None:
    writing.edit.update(pain.id, on=(*pain.on, id))


def _hang_action(writing: Writing, action: Action, id: str) -> None:
    writing.edit.update(action.id, answers=(*action.answers, id))


PAINS = Hanging(
    PainPoint,
    lambda source, place: source.naming(place, PainPoint, "on"),
    lambda writing, place, title: edits.add_pain(writing.journey, writing.edit, [place], title),
    _take_pain_off,
    _hang_pain,
)
TRUTHS = Hanging(
    MomentOfTruth,
    lambda source, place: source.naming(place, MomentOfTruth, "on"),
    lambda writing, place, title: edits.add_truth(writing.journey, writing.edit, place, title),
    lambda writing, truth, place: writing.edit.remove(truth.id),
)
ACTIONS = Hanging(
    Action,
    lambda source, place: source.naming(place, Action, "answers"),
    lambda writing, place, title: edits.add_action(writing.journey, writing.edit, [place], title),
    _take_action_off,
    _hang_action,
)
