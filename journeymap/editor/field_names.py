"""What the texts of a record are called: as in the inspector, and in a table where that has no field for them."""

from collections.abc import Iterator

from journeymap.editor.inspector.forms import FORMS
from journeymap.editor.inspector.specs import Entry, FieldSpec, Fold, Row
from journeymap.language import N_, _
from journeymap.model.record import Record
from journeymap.model.structure import Link

# Paths without numbers. Titles are called so whatever the form says of them ("Name of the stage").
OTHERS: dict[str, str] = {
    "title": N_("Title"),
    "text": N_("Text"),
    "note": N_("Note"),
    "tags": N_("Tag"),
    "evidence.quote": N_("Quote in the evidence"),
    "evidence.date": N_("Date of the evidence"),
    "evidence.link": N_("Link of the evidence"),
}


def field_name(record: Record, path: str) -> str:
    """The name of a text, translated."""
    plain = ".".join(step for step in path.split(".") if not step.isdigit())
    if plain in OTHERS:
        return _(OTHERS[plain])
    if isinstance(record, Link) and plain == "label":
        return _("Label")
    spec = next((spec for spec in _specs(FORMS.get(type(record), ())) if spec.path == plain), None)
    return _(spec.label) if spec is not None else _("Text")


def _specs(entries: tuple[Entry, ...]) -> Iterator[FieldSpec]:
    for entry in entries:
        if isinstance(entry, FieldSpec):
            yield entry
        elif isinstance(entry, Row):
            yield from entry.fields
        elif isinstance(entry, Fold):
            yield from _specs(entry.rows)
