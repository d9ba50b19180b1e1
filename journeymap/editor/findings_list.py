"""What is missing or odd in a map, as lines for the outline."""

from journeymap.language import _, ngettext
from journeymap.model.journey import Journey

MOST = 100


def finding_rows(journey: Journey) -> list[tuple[str, tuple[str, ...]]]:
    """Text and ids of each finding; of many only the first, and how many more there are."""
    from journeymap.model.checks import findings

    found = findings(journey)
    rows = [(_(finding.message).format(**finding.params), finding.ids) for finding in found[:MOST]]
    more = len(found) - MOST
    if more > 0:
        rows.append((ngettext("and {n} more", "and {n} more", more).format(n=more), ()))
    return rows
