"""What mends a finding: after its one edit the finding is gone."""

from collections.abc import Callable
from datetime import date

import pytest

from journeymap.model.check_fixes import FIXES, Fix, fix_for
from journeymap.model.check_rules import RULES, Finding
from journeymap.model.checks import findings
from journeymap.model.findings import Action, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.people import Emotion, Persona
from journeymap.model.record import make
from journeymap.model.structure import Link, Stage, Touchpoint

Draw = Callable[..., Journey]


def linked(journey: Journey, *links: str) -> Journey:
    with journey.edit("Link") as edit:
        for link in links:
            edit.add(Link, id=link, source=link[0], target=link[1])
    return journey


def first(journey: Journey, rule: str) -> Finding:
    return next(finding for finding in findings(journey) if finding.rule == rule)


def mend(journey: Journey, rule: str) -> tuple[str, ...]:
    """Fix the first finding of a rule; it must be gone then. Returns what should be selected."""
    finding = first(journey, rule)
    fix = fix_for(journey, finding)
    assert fix is not None
    with journey.edit(fix.label) as edit:
        chosen = tuple(fix.make(journey, edit, finding, str.upper))
    assert finding not in findings(journey)
    assert all(id in journey for id in chosen)
    return chosen


def ends(journey: Journey) -> set[str]:
    return {link.source + link.target for link in journey.links}


def test_every_fix_is_for_a_rule() -> None:
    assert FIXES.keys() <= RULES.keys()
    assert all(isinstance(fix, Fix) and fix.label[0].isupper() for fix in FIXES.values())


def test_an_empty_map_gets_a_stage() -> None:
    journey = Journey()
    [stage] = mend(journey, "no-stages")
    assert isinstance(journey.records[stage], Stage)


def test_a_touchpoint_without_link_joins_those_before_and_after(draw: Draw) -> None:
    journey = linked(draw("AX|B"), "AB")
    assert mend(journey, "no-link") == ("X",)
    assert ends(journey) == {"AB", "AX", "XB"}


def test_what_is_beside_it_is_neither_before_nor_after(draw: Draw) -> None:
    journey = linked(draw("AY|B", ".X|."), "AY", "YB")
    mend(journey, "no-link")
    assert ends(journey) == {"AY", "YB", "AX", "XB"}


def test_the_only_touchpoints_of_a_map(draw: Draw) -> None:
    journey = draw("A|B")
    mend(journey, "no-link")
    assert ends(journey) == {"AB"}


def test_a_dead_end_leads_on(draw: Draw) -> None:
    journey = linked(draw("ACB|D", "..X|."), "AB", "CD")
    mend(journey, "dead-end")
    assert ends(journey) == {"AB", "CD", "BD"}


def test_what_can_not_be_reached_is_linked_from_before(draw: Draw) -> None:
    journey = linked(draw("A|BCD"), "AD", "BC")
    assert mend(journey, "unreachable") == ("B",)
    assert "AB" in ends(journey)


@pytest.mark.parametrize(("rule", "id"), [("empty-stage", "s2"), ("empty-channel", "c1")])
def test_what_is_empty_goes_unless_something_hangs_on_it(draw: Draw, rule: str, id: str) -> None:
    journey = linked(draw("A|B|.", ".|.|."), "AB")
    with journey.edit("Fill") as edit:
        if id == "s2":
            edit.add(PainPoint, id="p", on=("s2",))
        else:
            edit.add(Action, id="p", channels=("c1",))
    assert fix_for(journey, first(journey, rule)) is None
    with journey.edit("Delete") as edit:
        edit.remove("p")
    assert mend(journey, rule) == ()
    assert id not in journey


def test_a_stage_after_the_purchase(draw: Draw) -> None:
    journey = linked(draw("A|B"), "AB")
    with journey.edit("Rename") as edit:
        edit.update("s1", title="Purchase")
    finding = first(journey, "ends-at-purchase")
    fix = fix_for(journey, finding)
    assert fix is not None
    with journey.edit(fix.label) as edit:
        [stage] = fix.make(journey, edit, finding, str.upper)
    assert journey.stages[-1].id == stage
    assert journey.stages[-1].title == "AFTER THE PURCHASE"
    # It is still empty, so the map still stops there; but a second stage would not help.
    assert fix_for(journey, first(journey, "ends-at-purchase")) is None


def test_a_pain_point_gets_an_action(draw: Draw) -> None:
    journey = linked(draw("A|B"), "AB")
    with journey.edit("Fill") as edit:
        edit.add(PainPoint, id="p", title="P", on=("A",))
    [action] = mend(journey, "pain-no-action")
    assert journey.get(Action, action).answers == ("p",)


def test_the_owner_of_what_it_answers_owns_an_action(draw: Draw) -> None:
    journey = linked(draw("A|B"), "AB")
    with journey.edit("Fill") as edit:
        edit.add(PainPoint, id="p", title="P", on=("A", "AB"))
        edit.add(Action, id="x", title="X", answers=("p", "B"), due=date(2026, 1, 1))
    assert fix_for(journey, first(journey, "action-no-owner")) is None
    with journey.edit("Own") as edit:
        edit.update("A", owner="Logistics")
    assert mend(journey, "action-no-owner") == ("x",)
    assert journey.get(Action, "x").owner == "Logistics"
    with journey.edit("Own") as edit:
        edit.update("x", owner="")
        edit.update("B", owner="Shop")
    assert fix_for(journey, first(journey, "action-no-owner")) is None, "two owners: a person must choose"


def test_a_persona_gets_a_path(draw: Draw) -> None:
    journey = linked(draw("AB|C"), "AB", "BC")
    with journey.edit("Fill") as edit:
        edit.add(Persona, id="all", title="All")
        edit.add(Persona, id="some", title="Some", order=1)
        for touchpoint in ("C", "B"):
            edit.add(Emotion, persona="some", touchpoint=touchpoint, value=1)
    mend(journey, "persona-no-path")
    mend(journey, "persona-no-path")
    assert journey.get(Persona, "all").path == ("A", "B", "C", "AB", "BC")
    assert journey.get(Persona, "some").path == ("B", "C", "BC")


def test_a_map_without_touchpoints_has_no_path() -> None:
    journey = Journey(records=[make(Stage, id="s"), make(Persona, id="p")])
    assert fix_for(journey, first(journey, "persona-no-path")) is None


def test_what_is_gone_can_not_be_fixed(draw: Draw) -> None:
    journey = linked(draw("AX|B"), "AB")
    finding = first(journey, "no-link")
    with journey.edit("Delete") as edit:
        edit.remove("X")
    assert fix_for(journey, finding) is None


def test_some_things_only_a_person_can_mend(full: Journey) -> None:
    with full.edit("Rename") as edit:
        edit.update("A", title="")
    assert fix_for(full, first(full, "no-title")) is None
    assert fix_for(full, first(full, "truth-no-score")) is None
    assert isinstance(full.records["A"], Touchpoint)
