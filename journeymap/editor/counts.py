"""How much there is on a map, in one line: "14 touchpoints · 16 links · 8 pain points"."""

from journeymap.language import ngettext
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.structure import Link, Touchpoint


def counts_line(journey: Journey) -> str:
    """The line; kinds of which there is none are left out, except touchpoints."""
    n = {cls: len(journey.all(cls)) for cls in (Touchpoint, Link, PainPoint, MomentOfTruth, Action)}
    parts = [ngettext("{n} touchpoint", "{n} touchpoints", n[Touchpoint])]
    numbers = [n[Touchpoint]]
    for text, number in (
        (ngettext("{n} link", "{n} links", n[Link]), n[Link]),
        (ngettext("{n} pain point", "{n} pain points", n[PainPoint]), n[PainPoint]),
        (ngettext("{n} moment of truth", "{n} moments of truth", n[MomentOfTruth]), n[MomentOfTruth]),
        (ngettext("{n} action", "{n} actions", n[Action]), n[Action]),
    ):
        if number:
            parts.append(text)
            numbers.append(number)
    return " · ".join(text.format(n=number) for text, number in zip(parts, numbers, strict=True))
