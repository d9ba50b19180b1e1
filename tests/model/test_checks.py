"""What is missing or odd in a map is found, and nothing else."""

import datetime
import string
from collections.abc import Callable

import pytest

from journeymap.model.checks import RULES, Finding, findings
from journeymap.model.findings import Action, MomentOfTruth, PainPoint
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts, Wave
from journeymap.model.people import Persona
from journeymap.model.record import make
from journeymap.model.structure import Channel, Link, Stage, Touchpoint

Draw = Callable[..., Journey]
TODAY = datetime.date(2026, 11, 22)


def linked(journey: Journey, *links: str) -> Journey:
    """The map with these links: "AB" leads from A to B."""
    with journey.edit("Link") as edit:
        for link in links:
            edit.add(Link, id=link, source=link[0], target=link[1])
    return journey


def found(journey: Journey) -> list[str]:
    """Rule and ids of all findings."""
    return [" ".join((finding.rule, *finding.ids)) for finding in findings(journey)]


def test_a_sound_map_has_none(draw: Draw) -> None:
    assert findings(linked(draw("AB|C"), "AB", "BC")) == []


def test_an_empty_map() -> None:
    [finding] = findings(Journey("Bike"))
    assert (finding.rule, finding.ids, finding.severity) == ("no-stages", ("journey",), "warning")
    assert finding.text() == "The map has no stages. Add one, or start from a template."


def test_stages_and_channels(draw: Draw) -> None:
    journey = linked(draw("A||B", "...||."), "AB")
    with journey.edit("Rename") as edit:
        edit.update("s1", title="")
    assert found(journey) == ["stage-no-title s1", "empty-stage s1", "empty-channel c1"]
    assert findings(journey)[0].text() == "Stage 2 has no title."
    assert findings(journey)[1].text() == "Stage “s1” has no touchpoint."
    assert findings(journey)[2].text() == "Channel “Channel 1” has no touchpoint."


def test_touchpoints_without_title(draw: Draw) -> None:
    journey = linked(draw("A|BC"), "AB", "BC")
    with journey.edit("Rename") as edit:
        edit.update("C", title=" ")
        edit.update("A", title="")
    assert found(journey) == ["no-title A", "no-title C"]
    assert "in stage “Stage 0” has no title" in findings(journey)[0].text()


def test_links(draw: Draw) -> None:
    assert found(draw("A|B")) == ["no-link A", "no-link B"]
    assert found(draw("A")) == []
    assert found(linked(draw("AD|BE"), "AB")) == ["no-link D", "no-link E"]
    assert found(linked(draw("ACB|D"), "AB", "CD")) == ["dead-end B"]
    assert found(linked(draw("A|B|.|."), "AB")) == ["empty-stage s2", "empty-stage s3"]
    assert found(linked(draw("A|BCD"), "AD", "BC")) == ["unreachable B"]


def test_actions_and_pain_points(full: Journey) -> None:
    assert found(full) == [
        "no-link D",
        "action-no-owner act",
        "action-no-date act",
        "truth-no-score mB B",
        "pain-no-action pAB",
    ]
    with full.edit("Decide") as edit:
        edit.update("act", owner="Ada", answers=("B",))
    # B hurts through pABs1 only.
    assert found(full) == [
        "no-link D",
        "action-no-date act",
        "truth-no-score mB B",
        "pain-no-action pA",
        "pain-no-action pAB",
    ]


@pytest.mark.parametrize(
    ("status", "rules"),
    [
        ("idea", {"action-no-owner", "action-no-date"}),
        ("doing", {"action-no-owner", "action-no-date"}),
        ("done", set()),
        ("dropped", {"pain-no-action"}),
    ],
)
def test_an_action_that_is_over_needs_nothing_and_one_that_was_dropped_answers_nothing(
    draw: Draw, status: str, rules: set[str]
) -> None:
    journey = linked(draw("A|B"), "AB")
    with journey.edit("Fill") as edit:
        edit.add(PainPoint, id="p", title="P", on=("A",))
        edit.add(Action, id="x", title="X", answers=("p",), status=status)
    assert {finding.rule for finding in findings(journey)} == rules
    with journey.edit("Plan") as edit:
        edit.update("x", owner="Ada", due=datetime.date(2026, 1, 1), status="planned")
    assert findings(journey) == []


def test_personas(draw: Draw) -> None:
    journey = linked(draw("A|B"), "AB")
    with journey.edit("Fill") as edit:
        edit.add(Persona, id="p", title="Ada")
        edit.add(Persona, id="q", title="Max", path=("A",))
    assert found(journey) == ["persona-no-path p"]


def test_moments_of_truth_need_scores_once_there_are_any(draw: Draw) -> None:
    journey = linked(draw("A|B"), "AB")
    with journey.edit("Fill") as edit:
        for id, on in (("mA", "A"), ("mB", "B"), ("m0", "s0"), ("m1", "s1")):
            edit.add(MomentOfTruth, id=id, title=id, on=on)
    assert found(journey) == []
    with journey.edit("Load survey") as edit:
        edit.add(Wave, id="w")
        edit.add(Counts, id="none", target="B", wave="w", metric="nps", scale=(0, 10), values=((1, 0),))
    assert found(journey) == []
    with journey.edit("Load survey") as edit:
        edit.add(Counts, id="k", target="A", wave="w", metric="nps", scale=(0, 10), values=((1, 1),))
    # The stage s0 has a score through A.
    assert sorted(found(journey)) == ["truth-no-score m1 s1", "truth-no-score mB B"]
    assert "asks nothing about “B”" in next(f for f in findings(journey) if f.ids == ("mB", "B")).text()


@pytest.mark.parametrize(
    ("titles", "stops"),
    [
        (("Before", "Purchase"), True),
        (("Before", "Pays at the till"), True),
        (("Araştırma", "SATIN ALMA"), True),
        (("Before", "Покупка"), True),
        (("آشنایی", "خرید"), True),
        (("Before", "After"), False),
        (("Purchase", "After"), False),
        (("Purchase", "Checkout"), False),
        (("Before", "At the border"), False),
    ],
)
def test_a_map_that_stops_at_the_purchase(draw: Draw, titles: tuple[str, str], stops: bool) -> None:
    journey = linked(draw("A|B"), "AB")
    with journey.edit("Rename") as edit:
        for id, title in zip(("s0", "s1"), titles, strict=True):
            edit.update(id, title=title)
    assert found(journey) == (["ends-at-purchase s1"] if stops else [])


def test_a_first_moment_of_truth_is_the_purchase_too(draw: Draw) -> None:
    journey = linked(draw("A|B|."), "AB")
    with journey.edit("Decide") as edit:
        edit.add(MomentOfTruth, id="m", title="Pays", on="B", type="first")
    assert found(journey) == ["empty-stage s2", "ends-at-purchase s1"]
    with journey.edit("Decide") as edit:
        edit.update("m", type="ultimate")
    assert found(journey) == ["empty-stage s2"]
    with journey.edit("Decide") as edit:
        edit.update("m", type="first", on="s0")
    assert found(journey) == ["empty-stage s2"]


def test_an_empty_stage_named_like_a_purchase_is_merely_empty(draw: Draw) -> None:
    journey = draw("A|.")
    with journey.edit("Rename") as edit:
        edit.update("s1", title="Purchase")
    assert found(journey) == ["empty-stage s1"]


def old(journey: Journey, today: datetime.date = TODAY) -> list[tuple[str, ...]]:
    """What is too old, one tuple for each wave."""
    return [finding.ids for finding in findings(journey, today) if finding.rule == "old-score"]


def test_scores_older_than_a_year(draw: Draw) -> None:
    journey = linked(draw("A|B"), "AB")
    with journey.edit("Load survey") as edit:
        edit.add(Wave, id="w1", title="Autumn 2025", start=datetime.date(2025, 10, 1), end=datetime.date(2025, 11, 22))
        edit.add(Wave, id="w2", title="Loaded", order=1, loaded="2026-11-01T08:00")
        for target in ("B", "s0", "journey"):
            edit.add(Counts, target=target, wave="w1", metric="nps", scale=(0, 10), values=((1, 1),))
        edit.add(Counts, id="new", target="A", wave="w2", metric="nps", scale=(0, 10), values=((1, 1),))
        edit.add(Counts, id="none", target="B", wave="w2", metric="nps", scale=(0, 10), values=((1, 0),))
    assert old(journey) == []
    tomorrow = TODAY + datetime.timedelta(days=1)
    assert old(journey, tomorrow) == [("journey", "s0", "B")]
    assert "from “Autumn 2025” are older" in findings(journey, tomorrow)[0].text()
    assert "old-score" not in {finding.rule for finding in findings(journey)}
    with journey.edit("Load survey") as edit:
        edit.update("new", target="B")
    assert old(journey, tomorrow) == [("journey", "s0")]
    # Of a wave without a date nobody knows how old it is.
    with journey.edit("Load survey") as edit:
        edit.update("w2", loaded="last autumn")
        edit.update("new", target="s0")
    assert old(journey, tomorrow) == [("journey", "B")]


def test_equal_titles_are_found_as_a_survey_would_match_them(draw: Draw) -> None:
    journey = linked(draw("AB|CD"), "AB", "BC", "CD")
    titles = {"A": "Café  visit", "B": "CAFE\u0301 VISIT", "C": "Stage 0", "D": "other"}
    with journey.edit("Rename") as edit:
        for id, title in titles.items():
            edit.update(id, title=title)
    assert found(journey) == ["same-title s0 C", "same-title A B"]
    assert findings(journey)[1].text().startswith("2 elements are called “Café  visit”")


def test_findings_come_worst_first_and_in_the_order_of_the_map(full: Journey) -> None:
    severities = [finding.severity for finding in findings(full)]
    assert severities == sorted(severities, key=["warning", "hint"].index)
    assert "warning" in severities
    assert "hint" in severities


def test_the_worst_pain_point_without_action_comes_first(draw: Draw) -> None:
    journey = draw("A", ".")
    with journey.edit("Add pain points") as edit:
        for severity in (2, 5, 4):
            edit.add(PainPoint, id=f"p{severity}", on=("A",), severity=severity)
    found = [finding for finding in findings(journey) if finding.rule == "pain-no-action"]
    assert [finding.ids[0] for finding in found] == ["p5", "p4", "p2"]
    assert "severity 5 of 5" in found[0].text()


def test_every_rule_has_a_sentence_that_its_parameters_fill(draw: Draw) -> None:
    everything = Journey(
        records=[
            *(make(Stage, id=f"s{number}", title="Same", order=number) for number in range(2)),
            make(Stage, id="untitled", order=2),
            make(Channel, id="c"),
            make(Channel, id="unused", title="{braces}"),
            *(make(Touchpoint, id=id, stage="s0", channel="c", title=id) for id in ("a", "b", "lone")),
            *(make(Touchpoint, id=id, stage="s1", channel="c") for id in ("x", "y")),
            make(Touchpoint, id="end", stage="untitled", channel="c", title="end"),
            make(Link, source="a", target="b"),
            make(Link, source="x", target="y"),
            make(PainPoint, on=("a",)),
            make(Action),
            make(Persona),
            make(MomentOfTruth, on="a"),
            make(Wave, id="w", end=datetime.date(2020, 1, 1)),
            make(Counts, target="b", wave="w", metric="nps", scale=(0, 10), values=((1, 1),)),
            make(Stage, id="empty", order=9),
        ]
    )
    bought = draw("A|B", "..|.")
    with bought.edit("Rename") as edit:
        edit.update("s1", title="Purchase")
    all_found = [*findings(everything, TODAY), *findings(Journey()), *findings(bought)]
    assert {finding.rule for finding in all_found} == RULES.keys()
    for finding in all_found:
        rule = RULES[finding.rule]
        assert (finding.message, finding.severity) == (rule.message, rule.severity)
        assert {name for _, name, _, _ in string.Formatter().parse(rule.message) if name} == finding.params.keys()
        assert "{braces}" in finding.text() or "{" not in finding.text()
        assert finding.ids
        assert finding.text().endswith(".")
        assert rule.title


def test_a_finding_is_text_with_parameters() -> None:
    finding = Finding("no-link", ("A",), "“{title}” is alone.", {"title": "{x}"}, "hint")
    assert finding.text() == "“{x}” is alone."


def test_ten_thousand_touchpoints() -> None:
    """All rules look at each element once; anything quadratic would run into the time limit."""
    cards = [
        make(Touchpoint, id=f"t{n}", stage=f"s{n // 2000}", channel="c", order=n, title=f"T{n}") for n in range(10_000)
    ]
    journey = Journey(
        records=[
            *(make(Stage, id=f"s{n}", title=f"S{n}", order=n) for n in range(5)),
            make(Channel, id="c"),
            *cards,
            *(make(Link, source=f"t{n}", target=f"t{n + 1}") for n in range(9_999) if n != 6_000),
            *(make(PainPoint, on=(f"t{n}",)) for n in range(2_000)),
        ]
    )
    rules = [finding.rule for finding in findings(journey)]
    assert rules.count("pain-no-action") == 2_000
    assert [rule for rule in rules if rule != "pain-no-action"] == ["dead-end", "unreachable"]
