"""What differs between two versions, in words."""

from journeymap.editor.field_names import field_name
from journeymap.editor.places import name_of
from journeymap.language import N_, _
from journeymap.model.journey import Journey
from journeymap.model.record import Record
from journeymap.model.structure import Channel, Stage
from journeymap.model.versions import Difference
from journeymap.words import KINDS as WORDS
from journeymap.words import word

HEADINGS = {"added": N_("Added"), "removed": N_("Removed"), "moved": N_("Moved"), "changed": N_("Changed")}
# Measured answers and the survey's plan are no part of what a workshop draws.
LEFT_OUT = frozenset({"counts", "wave", "plan", "journey", "version"})
LONGEST = 60


def shown(differences: list[Difference]) -> list[Difference]:
    """The differences that are listed: those of what is drawn, by kind of difference, then of element."""
    order, kinds = list(HEADINGS), list(WORDS)
    found = [d for d in differences if _record(d).kind not in LEFT_OUT]
    return sorted(found, key=lambda d: (order.index(d.kind), kinds.index(_record(d).kind)))


def sentence(difference: Difference, before: Journey, after: Journey) -> str:
    """One line for one difference: what it is, and what it was before."""
    record = _record(difference)
    home = before if difference.after is None else after
    name = _("{kind} “{name}”").format(kind=word(WORDS, record.kind), name=name_of(home, record))
    if difference.kind == "moved":
        return _("{name}: from {old} to {new}").format(
            name=name, old=_place(before, difference.before), new=_place(after, difference.after)
        )
    if difference.kind != "changed":
        return name
    fields = [_change(difference, field) for field in difference.fields]
    return _("{name}: {changes}").format(name=name, changes="; ".join(fields))


def _record(difference: Difference) -> Record:
    record = difference.after or difference.before
    assert record is not None
    return record


def _place(journey: Journey, record: Record | None) -> str:
    stage = journey.find(Stage, getattr(record, "stage", ""))
    channel = journey.find(Channel, getattr(record, "channel", ""))
    return _("{stage}, {channel}").format(
        stage=stage.title if stage else "–", channel=channel.title if channel else "–"
    )


def _change(difference: Difference, field: str) -> str:
    old, new = getattr(difference.before, field, None), getattr(difference.after, field, None)
    name = field_name(_record(difference), field)
    if all(isinstance(value, (str, int, float)) for value in (old, new)):
        return _("{field}: “{old}” → “{new}”").format(field=name, old=_short(old), new=_short(new))
    return name


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
