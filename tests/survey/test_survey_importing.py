"""From a file to its plan in one step, and the samples all the way into a map."""

import runpy
from pathlib import Path

import pytest

from journeymap import Journey
from journeymap.model.measures import Plan
from journeymap.model.problem import Problem
from journeymap.model.structure import Touchpoint
from journeymap.resource import resource
from journeymap.survey.counting import count
from journeymap.survey.importing import open_survey
from journeymap.survey.load import load
from journeymap.survey.overlay import make_overlay
from journeymap.survey.reading import Reading
from tests.survey.survey_maps import a_map, a_plan, question, write

HEADS = "Delivery;Waits on the day\n"
ROWS = "\n".join(f"{i % 11};{(i + 3) % 11}" for i in range(44)) + "\n"


def imported(path: Path, journey: Journey, wave: str = "Autumn") -> Plan:
    table, plan = open_survey(path, journey)
    tally = count(table, plan, journey)
    with journey.edit("Import survey") as edit:
        load(journey, edit, plan, tally, wave, str(path))
    return plan


def test_the_next_file_with_the_same_questions_asks_nothing_again(tmp_path: Path) -> None:
    journey = a_map()
    first = imported(write(tmp_path, HEADS + ROWS), journey)
    with journey.edit("Change plan") as edit:
        edit.update(first.id, questions=(question("Delivery", "t8"), question("Waits on the day", "t7")))
    _, second = open_survey(write(tmp_path, HEADS + ROWS * 2, "next.csv"), journey)
    assert second is journey.get(Plan, first.id)
    assert second.questions[0].target == "t8"


def test_what_was_overruled_is_kept_and_used_again(tmp_path: Path) -> None:
    """Three heading rows that nothing in the file gives away."""
    journey = a_map()
    text = "export;export\nof;autumn\n" + HEADS + ROWS
    table, plan = open_survey(write(tmp_path, text), journey, Reading(header_rows=3))
    assert (plan.header_rows, len(table.rows)) == (3, 44)
    plan = plan.replace(questions=(question(table.columns[0], "s2"),))
    with journey.edit("Import survey") as edit:
        load(journey, edit, plan, count(table, plan, journey), "Autumn", "survey.csv")
    again, kept = open_survey(write(tmp_path, text, "next.csv"), journey)
    assert (kept.id, again.reading.header_rows) == (plan.id, 3)


def test_a_kept_encoding_saves_a_file_that_would_be_misread(tmp_path: Path) -> None:
    journey = a_map()
    heads = "Größe;Delivery\n"
    path = write(tmp_path, heads + ROWS, encoding="cp1252")
    table, plan = open_survey(path, journey, Reading(encoding="cp850"))
    odd = table.columns[0]
    plan = plan.replace(questions=(question(odd, "s2"),))
    with journey.edit("Import survey") as edit:
        load(journey, edit, plan, count(table, plan, journey), "Autumn", "survey.csv")
    again, kept = open_survey(path, journey)
    assert (kept.id, again.columns[0]) == (plan.id, odd)


def test_a_plan_that_is_given_is_the_plan(tmp_path: Path) -> None:
    plan = a_plan(question("Delivery", "t0"), header_rows=2)
    table, found = open_survey(write(tmp_path, HEADS + ROWS), a_map(), plan=plan)
    assert found is plan
    assert len(table.rows) == 43


def test_a_file_that_cannot_be_read_stays_a_problem_with_plans_in_the_map(tmp_path: Path) -> None:
    kept = a_plan(question("Delivery", "t0"), encoding="cp1252", header_rows=1)
    journey = Journey(records=[*a_map().records.values(), kept])
    with pytest.raises(Problem, match="is empty"):
        open_survey(write(tmp_path, ""), journey)


SAMPLES = resource("samples")


def test_the_samples_are_what_their_script_makes(tmp_path: Path) -> None:
    made = runpy.run_path(str(SAMPLES / "make_samples.py"))["write"](tmp_path)
    assert sorted(path.name for path in made) == sorted(path.name for path in SAMPLES.glob("*.csv"))
    for path in made:
        assert path.read_bytes() == (SAMPLES / path.name).read_bytes(), path.name


def test_the_samples_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in SAMPLES.glob("*.csv")}
    assert sizes["washing-machine.csv"] < 400_000
    assert sizes["washing-machine-long.csv"] < 60_000


WANTED = {
    "Sees video ad": (120, 22),
    "Reads reviews": (292, 41),
    "Tries it in the store": (88, 55),
    "Compares and adds to basket": (410, 19),
    "Pays and picks a slot": (398, -14),
    "Asks about installation": (57, 30),
    "Tracks the delivery": (377, 4),
    "Waits on the day": (341, -52),
    "Courier installs it": (333, 38),
    "First wash": (301, 61),
    "Gets care tips in the app": (118, 27),
    "Reports a fault": (96, -27),
    "Technician visits": (24, 29),
    "Tells friends": (205, 44),
}


def test_the_sample_heats_the_map_as_the_picture_shows() -> None:
    journey = a_map()
    plan = imported(SAMPLES / "washing-machine.csv", journey, "Autumn 2026")
    assert (plan.layout, plan.respondent, plan.date, plan.segment) == ("wide", "respondent", "date", "segment")
    overlay = make_overlay(journey)
    scores = {t.title: overlay.scores[t.id] for t in journey.all(Touchpoint)}
    assert {title: (score.n, round(score.value)) for title, score in scores.items()} == WANTED
    assert [title for title, score in scores.items() if score.shown == "tentative"] == ["Technician visits"]
    assert overlay.source == "Source: washing-machine.csv, Autumn 2026, 3,160 answers"
    assert overlay.notes == ()


def test_every_answer_of_the_sample_is_accounted_for() -> None:
    journey = a_map()
    table, plan = open_survey(SAMPLES / "washing-machine.csv", journey)
    tally = count(table, plan, journey)
    assert len(table.rows) == 2431
    assert (tally.rows, tally.used) == (2431 * 14, 3160)
    assert tally.dropped == {"blank": 30865, "not-a-number": 6, "out-of-scale": 3}
    assert tally.unmatched == ()
    assert (str(tally.start), str(tally.end)) == ("2026-07-01", "2026-09-30")


def test_the_long_sample_is_an_earlier_wave_of_the_same_map() -> None:
    journey = a_map()
    imported(SAMPLES / "washing-machine.csv", journey, "Autumn 2026")
    plan = imported(SAMPLES / "washing-machine-long.csv", journey, "Spring 2026")
    assert (plan.layout, plan.question_column, plan.value_column) == ("long", "touchpoint", "score")
    assert len(plan.questions) == 14
    assert make_overlay(journey).wave_title == "Autumn 2026"  # by its dates, though it was loaded first
    assert len(journey.all(Plan)) == 2
