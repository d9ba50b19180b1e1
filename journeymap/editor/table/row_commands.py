"""Rows that are added beside others, deleted, moved; cards from the map's clipboard. Each is one Change."""

from collections.abc import Sequence

from journeymap.editor.table.model import TableModel
from journeymap.editor.table.rows import Row
from journeymap.editor.table.source import Writing
from journeymap.language import N_
from journeymap.model import clip
from journeymap.model.problem import Problem
from journeymap.model.structure import Touchpoint


def add_beside(model: TableModel, row: Row, after: bool) -> Row | None:
    """A new element next to the one of a row; None where the table has no order of its own or the row is no element."""
    sheet = model.sheet
    if row.kind != "item" or sheet.beside is None:
        return None
    with model.document.edit(sheet.add_change) as edit:
        made = sheet.beside(Writing(model.source, edit), row.id, after)
    return Row("item", made)


def delete_rows(model: TableModel, rows: Sequence[Row]) -> int:
    """Take the elements of these rows out of the map, with what can't be without them; how many rows."""
    ids = [row.id for row in rows if row.kind == "item"]
    if not ids and rows:
        raise Problem("A stage is deleted in the table “Stages”, with all that is in it.")
    with model.document.edit(N_("Delete rows")) as edit:
        edit.remove(*ids)
    return len(ids)


def move_rows(model: TableModel, rows: Sequence[Row], step: int) -> None:
    """Move elements past the row above (`step` −1) or below (1); raises `Problem` where the table has no order of its own."""
    ids = [row.id for row in rows if row.kind == "item"]
    if model.sheet.move is None:
        raise Problem("Links stand in the order of their touchpoints.")
    if ids:
        with model.document.edit(N_("Move rows")) as edit:
            model.sheet.move(Writing(model.source, edit), ids, step)


def paste_elements(model: TableModel, row: Row | None, text: str) -> list[str]:
    """Elements that were copied on the map, into the stage of a row; their ids. Raises `Problem` for a damaged text."""
    journey = model.document.journey
    card = journey.find(Touchpoint, row.id) if row is not None else None
    stage = card.stage if card is not None else row.id if row is not None and row.id in journey else None
    with model.document.edit(N_("Paste")) as edit:
        return clip.paste(journey, edit, text, stage, card.channel if card is not None else None)
