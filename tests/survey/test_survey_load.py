"""Counts into the map: nobody's answer, one Change, the same file again changes nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap import Journey
from journeymap.model.change import Change
from journeymap.model.history import History
from journeymap.model.measures import Counts, Plan, Wave
from journeymap.model.problem import Problem
from journeymap.model.structure import Stage
from journeymap.survey.counting import count
from journeymap.survey.load import load
from journeymap.survey.reading import Table
from tests.survey.survey_maps import a_map, a_plan, a_table, question


def answers(*rows: tuple[str, str, str, str]) -> Table:
    return a_table(["e-mail", "kind", "Delivery", "Wait"], rows)


PLAN = a_plan(question("Delivery", "s2"), question("Wait", "t7"), segment="kind", respondent="e-mail", id="plan-1")
ROWS = (
    ("zyx1@b.example", "Families", "9", "3"),
    ("zyx2@b.example", "", "4", "n/a"),
    ("zyx3@b.example", "Families", "9", ""),
)


def load_into(journey: Journey, table: Table, plan: Plan = PLAN, wave: str = "Autumn", source: str = "a.csv") -> Wave:
    tally = count(table, plan, journey)
    with journey.edit("Import survey") as edit:
        return load(journey, edit, plan, tally, wave, source)


def test_the_map_has_a_wave_counts_and_the_plan_afterwards() -> None:
    journey = a_map()
    table = a_table(["day", "Delivery"], [["2026-07-01", "9"], ["2026-09-30", "x"]])
    plan = a_plan(question("Delivery", "s2"), date="day")
    wave = load_into(journey, table, plan, "  Autumn\n2026 ", "C:\\surveys\\client x\\autumn.csv")
    assert (wave.title, wave.source, wave.rows, wave.used) == ("Autumn 2026", "autumn.csv", 2, 1)
    assert wave.dropped == (("not-a-number", 1),)
    assert (wave.start, wave.end, wave.plan) == (date(2026, 7, 1), date(2026, 9, 30), plan.id)
    (found,) = journey.all(Counts)
    assert (found.target, found.metric, found.scale, found.values) == ("s2", "nps", (0, 10), ((9.0, 1),))
    assert journey.all(Plan) == [plan]


def test_counts_remember_what_their_target_was_called() -> None:
    journey = a_map()
    title = journey.get(Stage, "s2").title
    load_into(journey, answers(*ROWS))
    with journey.edit("Rename") as edit:
        edit.update("s2", title="Another title")
    assert {counts.about for counts in journey.all(Counts) if counts.target == "s2"} == {title}
    load_into(journey, answers(*ROWS))
    assert {counts.about for counts in journey.all(Counts) if counts.target == "s2"} == {"Another title"}


def test_no_answer_and_no_name_gets_into_the_map() -> None:
    journey = a_map()
    load_into(journey, answers(*ROWS), source="surveys/someone/a.csv")
    kept = " ".join(repr(record) for record in journey.records.values())
    for secret in ("zyx1", "zyx2", "zyx3", "b.example", "n/a", "someone"):
        assert secret not in kept
    assert {(c.target, c.segment, c.values) for c in journey.all(Counts)} == {
        ("s2", "Families", ((9.0, 2),)),
        ("s2", "", ((4.0, 1),)),
        ("t7", "Families", ((3.0, 1),)),
    }


def test_a_wave_of_the_same_title_is_replaced_in_one_change() -> None:
    journey = a_map()
    history = History(journey)
    load_into(journey, answers(*ROWS))
    before = dict(journey.records)
    heard: list[Change] = []
    journey.subscribe(heard.append)
    load_into(journey, answers(("x", "Singles", "1", "")), source="b.csv")
    assert len(heard) == 1
    (wave,) = journey.all(Wave)
    assert (wave.source, wave.used) == ("b.csv", 1)
    assert [(c.target, c.segment, c.values) for c in journey.all(Counts)] == [("s2", "Singles", ((1.0, 1),))]
    history.undo()
    assert dict(journey.records) == before


def test_the_same_file_again_changes_nothing() -> None:
    journey = a_map()
    load_into(journey, answers(*ROWS))
    revision = journey.revision
    load_into(journey, answers(*ROWS))
    assert journey.revision == revision


def test_another_title_is_another_wave() -> None:
    journey = a_map()
    first = load_into(journey, answers(*ROWS), wave="Spring")
    second = load_into(journey, answers(*ROWS), wave="Autumn")
    assert [wave.title for wave in journey.all(Wave)] == ["Spring", "Autumn"]
    assert second.order > first.order
    assert len(journey.all(Counts)) == 6


def test_a_plan_of_the_same_questions_takes_the_place_of_the_old_one() -> None:
    journey = a_map()
    load_into(journey, answers(*ROWS), wave="Spring")
    other = a_plan(question("Wait", "t8"), question("Delivery", "s2"), id="plan-2")
    wave = load_into(journey, answers(*ROWS), other, wave="Autumn")
    (kept,) = journey.all(Plan)
    assert kept.id == wave.plan == "plan-1"
    assert kept.questions == other.questions
    third = load_into(journey, answers(*ROWS), a_plan(question("Wait", "t8")), wave="Winter")
    assert len(journey.all(Plan)) == 2
    assert third.plan != "plan-1"


def test_a_plan_that_the_map_keeps_is_updated() -> None:
    journey = a_map()
    load_into(journey, answers(*ROWS))
    changed = PLAN.replace(questions=(question("Wait", "t8"),), header_rows=2)
    load_into(journey, answers(*ROWS), changed)
    assert journey.all(Plan) == [changed]


def test_a_wave_without_a_title_is_called_as_its_file() -> None:
    assert load_into(a_map(), answers(*ROWS), wave=" ", source="Autumn 2026.csv").title == "Autumn 2026"


@pytest.mark.parametrize(
    ("plan", "words"),
    [(a_plan(), "could be matched"), (a_plan(question("Wait", "t7", "csat", (4, 8))), "None of the 3 answers")],
)
def test_nothing_usable_leaves_the_map_alone(plan: Plan, words: str) -> None:
    journey = a_map()
    load_into(journey, answers(*ROWS))
    before = dict(journey.records)
    with pytest.raises(Problem, match=words):
        load_into(journey, answers(*ROWS), plan)
    assert dict(journey.records) == before


def test_questions_of_the_same_wording_on_one_target_are_added_up() -> None:
    table = a_table(["Q1", "Q2"], [["9", "9"], ["1", "9"]])
    table = Table(table.columns, table.rows, table.reading, labels=("Why?", "Why?"), aliases=((), ()))
    journey = a_map()
    load_into(journey, table, a_plan(question("Q1", "s2"), question("Q2", "s2")))
    assert [c.values for c in journey.all(Counts)] == [((1.0, 1), (9.0, 3))]


@given(
    st.lists(st.tuples(st.sampled_from(["x", "y"]), st.integers(0, 10), st.integers(0, 12)), min_size=1, max_size=20)
)
def test_the_maps_counts_are_the_tallys(rows: list[tuple[str, int, int]]) -> None:
    journey = a_map()
    cells = [(str(i), kind, str(a), str(b)) for i, (kind, a, b) in enumerate(rows)]
    wave = load_into(journey, answers(*cells))
    assert sum(c.n for c in journey.all(Counts)) == wave.used
    assert wave.rows == wave.used + sum(n for _, n in wave.dropped)
