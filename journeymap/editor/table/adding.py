"""What menu and tool bar add while the table is shown: the same as on the map, on what is selected."""

from journeymap.editor.table.model import TableModel
from journeymap.editor.table.rows import Row
from journeymap.editor.table.sheets import SHEETS
from journeymap.editor.table.source import Writing
from journeymap.model import edits
from journeymap.model.edit import Edit
from journeymap.model.findings import PainPoint
from journeymap.model.structure import Link, Stage, Touchpoint


def add_to_selection(model: TableModel, key: str) -> str:
    """Add an element of a kind; its id, or "" where what is selected does not say where. Raises `Problem` as the edits do."""
    document, sheet = model.document, next(sheet for sheet in SHEETS if sheet.key == key)
    if key in ("pain", "truth", "link") and not _ends(model, key):
        return ""
    with document.edit(sheet.add_change) as edit:
        return _add(model, edit, key)


def _add(model: TableModel, edit: Edit, key: str) -> str:
    journey, writing = model.document.journey, Writing(model.source, edit)
    sheet = next(sheet for sheet in SHEETS if sheet.key == key)
    ends = _ends(model, key)
    if key == "pain":
        return edits.add_pain(journey, edit, ends).id
    if key == "truth":
        return edits.add_truth(journey, edit, ends[-1]).id
    if key == "link":
        made = edits.connect(journey, edit, ends[0], ends[1])
        return made.id if made is not None else ""
    if key == "action":
        return edits.add_action(journey, edit, ends).id
    current = model.document.selection.current or ""
    if key == "touchpoint" and journey.find(Touchpoint, current) is not None and sheet.beside is not None:
        return sheet.beside(writing, current, True)
    stage = current if journey.find(Stage, current) is not None else ""
    return sheet.add(writing, Row("add", stage), {})


def _ends(model: TableModel, key: str) -> list[str]:
    """What is selected of the kinds on which such an element can be."""
    kinds: dict[str, tuple[type, ...]] = {
        "pain": (Touchpoint, Stage, Link),
        "truth": (Touchpoint, Stage),
        "action": (PainPoint, Touchpoint, Stage),
        "link": (Touchpoint,),
    }
    records = model.document.journey.records
    found = [id for id in model.document.selection.ids if isinstance(records.get(id), kinds.get(key, ()))]
    return found if key != "link" or len(found) == 2 else []
