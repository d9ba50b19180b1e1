"""What can be done about a finding without asking anything: for some rules one edit that mends it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeymap.model.attach import add_action
from journeymap.model.cards import connect
from journeymap.model.check_rules import N_, Finding
from journeymap.model.checks import in_time
from journeymap.model.edit import Edit
from journeymap.model.findings import Action, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Emotion, Persona
from journeymap.model.rows import add_stage
from journeymap.model.structure import Touchpoint

Translate = Callable[[str], str]
NEW_STAGE = N_("After the purchase")


def _always(journey: Journey, finding: Finding) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Fix:
    """`label` is its name and that of the Change (an English phrase); `make` does it and returns what should be selected.

    `fits` tells whether it can be done for this finding. `make` raises `Problem` where the map says no.
    """

    label: str
    make: Callable[[Journey, Edit, Finding, Translate], Sequence[str]]
    fits: Callable[[Journey, Finding], bool] = _always


def fix_for(journey: Journey, finding: Finding) -> Fix | None:
    """What mends a finding; None where only a person can, or where the finding does not hold any longer."""
    fix = FIXES.get(finding.rule)
    if fix is None or any(id not in journey for id in finding.ids) or not fix.fits(journey, finding):
        return None
    return fix


def _stage(journey: Journey, edit: Edit, finding: Finding, translate: Translate) -> Sequence[str]:
    return [add_stage(journey, edit).id]


def _stage_after(journey: Journey, edit: Edit, finding: Finding, translate: Translate) -> Sequence[str]:
    return [add_stage(journey, edit, translate(NEW_STAGE)).id]


def _is_last(journey: Journey, finding: Finding) -> bool:
    return journey.stages[-1].id == finding.ids[0]


def _link(journey: Journey, edit: Edit, finding: Finding, translate: Translate) -> Sequence[str]:
    """From the touchpoint before it in time, and to the one after it."""
    [id] = finding.ids
    for source, target in ((_before(journey, finding.ids), id), (id, _after(journey, id))):
        if source and target:
            connect(journey, edit, source, target)
    return [id]


def _link_on(journey: Journey, edit: Edit, finding: Finding, translate: Translate) -> Sequence[str]:
    [id] = finding.ids
    connect(journey, edit, id, _after(journey, id))
    return [id]


def _link_in(journey: Journey, edit: Edit, finding: Finding, translate: Translate) -> Sequence[str]:
    connect(journey, edit, _before(journey, finding.ids), finding.ids[0])
    return finding.ids


def _before(journey: Journey, ids: Sequence[str]) -> str:
    """The touchpoint before the first of these in time (earlier, not beside it), or ""."""
    here = journey.get(Touchpoint, ids[0])
    found = ""
    for card in in_time(journey):
        if (card.stage, card.order) == (here.stage, here.order) or card.id in ids:
            break
        found = card.id
    return found


def _after(journey: Journey, id: str) -> str:
    """The touchpoint that comes next in time (later, not beside it), or ""."""
    here = journey.get(Touchpoint, id)
    passed = False
    for card in in_time(journey):
        if passed and (card.stage, card.order) != (here.stage, here.order):
            return card.id
        passed = passed or card.id == id
    return ""


def _comes_from(journey: Journey, finding: Finding) -> bool:
    return bool(_before(journey, finding.ids))


def _goes_on(journey: Journey, finding: Finding) -> bool:
    return bool(_after(journey, finding.ids[0]))


def _remove(journey: Journey, edit: Edit, finding: Finding, translate: Translate) -> Sequence[str]:
    edit.remove(*finding.ids)
    return []


def _stands_alone(journey: Journey, finding: Finding) -> bool:
    """Whether nothing would be lost with it."""
    from journeymap.model.graph import referrers

    return not any(True for id in finding.ids for _ in referrers(journey.graph, id))


def _action(journey: Journey, edit: Edit, finding: Finding, translate: Translate) -> Sequence[str]:
    return [add_action(journey, edit, finding.ids).id]


def _owner(journey: Journey, edit: Edit, finding: Finding, translate: Translate) -> Sequence[str]:
    edit.update(finding.ids[0], owner=_owners(journey, finding)[0])
    return finding.ids


def _owners(journey: Journey, finding: Finding) -> list[str]:
    """Who owns the touchpoints that an action answers, itself or through what hurts on them."""
    places: list[str] = []
    for id in journey.get(Action, finding.ids[0]).answers:
        pain = journey.find(PainPoint, id)
        places += pain.on if pain is not None else (id,)
    owners = (card.owner for id in places if (card := journey.find(Touchpoint, id)) is not None)
    return list(dict.fromkeys(owner for owner in owners if owner))


def _has_owner(journey: Journey, finding: Finding) -> bool:
    return len(_owners(journey, finding)) == 1


def _path(journey: Journey, edit: Edit, finding: Finding, translate: Translate) -> Sequence[str]:
    """Through the touchpoints at which the persona feels something, else through all; with the links between them."""
    [persona] = finding.ids
    felt = {emotion.touchpoint for emotion in journey.all(Emotion) if emotion.persona == persona}
    cards = [card.id for card in in_time(journey) if not felt or card.id in felt]
    on_it = set(cards)
    links = [link.id for link in journey.links if link.source in on_it and link.target in on_it]
    edit.update(persona, path=(*cards, *links))
    return [persona]


def _has_touchpoints(journey: Journey, finding: Finding) -> bool:
    return bool(journey.touchpoints) and journey.find(Persona, finding.ids[0]) is not None


FIXES: dict[str, Fix] = {
    "no-stages": Fix(N_("Add stage"), _stage),
    "no-link": Fix(N_("Link touchpoint with those before and after"), _link),
    "dead-end": Fix(N_("Link to the next touchpoint"), _link_on, _goes_on),
    "unreachable": Fix(N_("Link from the touchpoint before"), _link_in, _comes_from),
    "empty-stage": Fix(N_("Delete stage"), _remove, _stands_alone),
    "empty-channel": Fix(N_("Delete channel"), _remove, _stands_alone),
    "ends-at-purchase": Fix(N_("Add stage after the purchase"), _stage_after, _is_last),
    "pain-no-action": Fix(N_("Add action"), _action),
    "action-no-owner": Fix(N_("Take over the touchpoint's owner"), _owner, _has_owner),
    "persona-no-path": Fix(N_("Add path"), _path, _has_touchpoints),
}
