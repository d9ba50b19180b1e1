"""What is missing or odd in a map, as lines for the outline."""

from collections.abc import Collection
from datetime import date

from journeymap.editor.outline.nodes import Line
from journeymap.language import _, ngettext
from journeymap.model.journey import Journey

MOST = 100


def finding_lines(journey: Journey, silenced: Collection[str] = (), today: date | None = None) -> list[Line]:
    """A line for each finding, and how many more there are; rules that were silenced find nothing.

    Scores are old or not as of `today`; without it none is.
    """
    from journeymap.model.check_fixes import fix_for
    from journeymap.model.checks import findings

    found = [finding for finding in findings(journey, today) if finding.rule not in silenced]
    lines = []
    for finding in found[:MOST]:
        fix = fix_for(journey, finding)
        text = _(finding.message).format(**_named(journey, finding.params))
        lines.append(Line("finding", text, finding.ids, finding=finding, fix=_(fix.label) if fix is not None else ""))
    more = len(found) - MOST
    if more > 0:
        lines.append(Line("note", ngettext("and {n} more", "and {n} more", more).format(n=more)))
    if not lines:
        lines.append(Line("note", _("Nothing is missing.")))
    quiet = len(set(silenced))
    if quiet:
        text = ngettext("{n} check is switched off.", "{n} checks are switched off.", quiet).format(n=quiet)
        lines.append(Line("note", text))
    return lines


def _named(journey: Journey, params: dict[str, object]) -> dict[str, object]:
    """What has no title goes by its id in there, which says nothing to a reader."""

    def untitled(value: object) -> bool:
        record = journey.records.get(value) if isinstance(value, str) else None
        return record is not None and not getattr(record, "title", "")

    return {name: _("Untitled") if untitled(value) else value for name, value in params.items()}
