"""The focus in words and numbers, and what becomes of it when the map changes. No Qt in here."""

from dataclasses import replace

from journeymap.language import _, ngettext
from journeymap.layout.focus import Focus, faded
from journeymap.model.journey import Journey
from journeymap.model.people import Persona
from journeymap.model.structure import Channel
from journeymap.survey.evidence import grades
from journeymap.words import STATUSES, word


def kept(journey: Journey, focus: Focus) -> int:
    """How many touchpoints belong to what is looked at."""
    gone = faded(journey, focus, grades(journey) if focus.assumed_only else {})
    return sum(touchpoint.id not in gone for touchpoint in journey.touchpoints)


def all_tags(journey: Journey) -> list[str]:
    """Every tag of a touchpoint, by the alphabet."""
    return sorted({tag for touchpoint in journey.touchpoints for tag in touchpoint.tags}, key=str.casefold)


def trimmed(journey: Journey, focus: Focus) -> Focus:
    """The focus without what is no longer on the map: it would fade everything, and nobody could see why."""
    return replace(
        focus,
        personas=frozenset(id for id in focus.personas if journey.find(Persona, id) is not None),
        channels=frozenset(id for id in focus.channels if journey.find(Channel, id) is not None),
        tags=focus.tags & frozenset(all_tags(journey)) if focus.tags else focus.tags,
    )


def in_words(journey: Journey, focus: Focus) -> str:
    """What is looked at: "First flat, 34 · Web site · severity 4 or more"."""
    parts = [_title(persona.title) for persona in journey.all(Persona) if persona.id in focus.personas]
    parts += [_title(channel.title) for channel in journey.channels if channel.id in focus.channels]
    parts += sorted(focus.tags, key=str.casefold)
    if focus.least_severity == 5:
        parts.append(_("severity 5"))
    elif focus.least_severity:
        parts.append(_("severity {n} or more").format(n=focus.least_severity))
    parts += [_("actions: {status}").format(status=word(STATUSES, code)) for code in STATUSES if code in focus.statuses]
    if focus.assumed_only:
        parts.append(_("only assumed"))
    return " · ".join(parts)


def counted(journey: Journey, focus: Focus) -> str:
    """How much of the map remains: "5 of 14 touchpoints"."""
    total = len(journey.touchpoints)
    text = ngettext("{n} of {total} touchpoint", "{n} of {total} touchpoints", total)
    return text.format(n=kept(journey, focus), total=total)


def toggled_persona(journey: Journey, focus: Focus, id: str) -> Focus:
    """The focus with one persona shown that was not, or the other way round; all of them or none means: no filter."""
    everybody = frozenset(persona.id for persona in journey.all(Persona))
    personas = (focus.personas or everybody) ^ {id}
    return replace(focus, personas=frozenset() if personas in (everybody, frozenset()) else personas)


def is_shown(focus: Focus, persona: str) -> bool:
    """Whether a persona is among those looked at."""
    return not focus.personas or persona in focus.personas


def _title(title: str) -> str:
    return title or _("Untitled")
