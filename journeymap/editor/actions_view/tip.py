"""All that is known of an action, as the tip of its card."""

from journeymap.language import _
from journeymap.layout.action_facts import ActionFacts
from journeymap.survey.display import whole
from journeymap.words import LEVERS, STATUSES, word

MOST_NAMED = 6


def action_tip(facts: ActionFacts, id: str) -> str:
    """Lines of plain text."""
    action, journey = facts.action(id), facts.journey
    unknown = _("not known")
    effort = whole(action.effort) if action.effort is not None else unknown
    impact = whole(action.impact) if action.impact is not None else unknown
    names = [getattr(journey.records[answer], "title", "") or _("Untitled") for answer in action.answers[:MOST_NAMED]]
    if len(action.answers) > MOST_NAMED:
        names.append("…")
    lines = [
        facts.title(id),
        " · ".join((word(STATUSES, action.status), word(LEVERS, action.lever))),
        _("Owner: {owner}").format(owner=action.owner) if action.owner else "",
        _("Due: {date}").format(date=facts.due_day(id)) if action.due is not None else "",
        _("Effort: {effort}, impact: {impact}").format(effort=effort, impact=impact),
        _("Cost: {cost}").format(cost=action.cost) if action.cost else "",
        _("Expected gain: {gain}").format(gain=facts.gain(id)) if action.gain is not None else "",
        _("Answers: {names}").format(names=", ".join(names)) if names else "",
    ]
    return "\n".join(line for line in lines if line)
