"""Plans as JSON: written, edited, read back, refused in words."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap import Journey
from journeymap.model.measures import Plan
from journeymap.model.problem import Problem
from journeymap.survey.counting import count
from journeymap.survey.plan_file import plan_from_json, plan_to_json, read_plan
from journeymap.survey.reading import Reading
from tests.survey.survey_maps import a_map, a_plan, a_table, question, write

JOURNEY = a_map()
TWINS = a_map({"Delivery": ["Call", "Delivery"], "Use": ["Call"]})

GIVEN: dict[str, Any] = {
    "layout": "wide",
    "header_rows": 1,
    "questions": [
        {"question": "Q1", "target": "Waits on the day", "metric": "nps", "scale": [0, 10], "high_is_good": True},
        {"question": "Q2", "target": "s2", "metric": "ces", "scale": [1, 5], "high_is_good": False},
        {"question": "Q3", "target": "journey", "metric": "mean", "scale": [0.5, 4.5]},
    ],
    "respondent": "who",
    "date": None,
    "segment": None,
    "question_column": None,
    "value_column": None,
}


def read(value: object, journey: Journey = JOURNEY) -> Plan:
    return plan_from_json(json.dumps(value), journey, "plan.json")


def test_a_plan_is_read_as_the_issue_writes_it() -> None:
    plan = read(GIVEN)
    assert (plan.layout, plan.header_rows, plan.respondent, plan.date) == ("wide", 1, "who", None)
    assert [(q.question, q.target, q.metric, q.scale, q.high_is_good) for q in plan.questions] == [
        ("Q1", "t7", "nps", (0, 10), True),
        ("Q2", "s2", "ces", (1, 5), False),
        ("Q3", "journey", "mean", (0.5, 4.5), True),
    ]


def test_what_is_written_has_every_key_of_the_issue_and_names_targets_by_title() -> None:
    plan = a_plan(question("Q1", "t7"), question("Q2", "s2", "csat", (1, 5)), title="Quarterly")
    value = json.loads(plan_to_json(plan, JOURNEY, Reading(header_rows=3)))
    assert list(value) == [*GIVEN, "name"]
    assert value["header_rows"] == 3
    assert [q["target"] for q in value["questions"]] == ["Waits on the day", "Delivery"]
    assert value["questions"][1]["scale"] == [1, 5]


def test_ambiguous_titles_are_written_as_ids() -> None:
    plan = a_plan(question("Q1", "t0"), question("Q2", "t1"), question("Q3", "s1"))
    value = json.loads(plan_to_json(plan, TWINS))
    assert [q["target"] for q in value["questions"]] == ["t0", "t1", "Use"]


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20).filter(str.strip)
TARGETS = st.sampled_from(["t0", "t5", "s0", "s4", "journey"])


@given(
    st.dictionaries(NAMES.map(lambda name: " ".join(name.split())), TARGETS, max_size=5),
    st.sampled_from([None, 0, 2]),
    st.sampled_from([None, ",", "٫"]),
    st.sampled_from([None, "Tarih"]),
)
def test_what_is_written_is_read_back(
    asked: dict[str, str], header_rows: int | None, decimal: str | None, date: str | None
) -> None:
    questions = [question(name, target) for name, target in asked.items()]
    plan = a_plan(*questions, header_rows=header_rows, decimal=decimal, date=date, title="x")
    again = plan_from_json(plan_to_json(plan, JOURNEY), JOURNEY, "plan.json")
    assert again.replace(id=plan.id) == plan


def changed(**fields: object) -> dict[str, object]:
    return {**GIVEN, **fields}


def asked(**fields: object) -> dict[str, object]:
    first = {**GIVEN["questions"][0], **fields}
    return changed(questions=[{key: value for key, value in first.items() if value is not ...}])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([], "must be an object"),
        ({}, "“questions” must be a list"),
        (changed(questions={}), "“questions” must be a list"),
        (changed(questions=["Q1"]), "“questions” must be a list"),
        (changed(colour="red"), "“colour”"),
        (changed(layout="tall"), "wide"),
        (changed(layout=["wide"]), "layout"),
        (changed(layout="long"), "must name the column"),
        (changed(header_rows=-1), "header_rows"),
        (changed(header_rows="1"), "header_rows"),
        (changed(delimiter=";;"), "delimiter"),
        (changed(decimal="x"), "decimal"),
        (changed(respondent=7), "“respondent”"),
        (asked(weight=2), "“weight”"),
        (asked(question=...), "“question”"),
        (asked(question="  "), "“question”"),
        (asked(target="Wait on the day"), "no touchpoint or stage “Wait on the day”"),
        (asked(target="c"), "“c”"),
        (asked(target=None), "“target”"),
        (asked(metric="NPS2"), "“NPS2”"),
        (asked(scale=[10, 0]), "low end first"),
        (asked(scale=[1, 10]), "can't give an NPS"),
        (asked(scale=[0]), "two numbers"),
        (asked(scale=[0, True]), "two numbers"),
        (asked(scale=[0, 1e300]), "two numbers"),
        (asked(metric="csat", scale=...), "two numbers"),
        (asked(high_is_good="yes"), "high_is_good"),
        (changed(questions=[GIVEN["questions"][0]] * 2), "twice"),
    ],
)
def test_what_is_no_plan_is_refused_in_words(value: object, words: str) -> None:
    with pytest.raises(Problem, match=words):
        read(value)


def test_a_title_that_several_have_must_be_named_by_id() -> None:
    with pytest.raises(Problem, match=r"title of 2 elements.*t0, t2"):
        read(asked(target="Call"), TWINS)
    with pytest.raises(Problem, match=r"title of 2 elements.*t1, s0"):
        read(asked(target="Delivery"), TWINS)
    assert read(asked(target="t2"), TWINS).questions[0].target == "t2"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"questions": [}', "line 1, column 16"),
        ('{"questions": [], "questions": []}', "twice"),
        ('{"questions": [], "header_rows": NaN}', "NaN"),
        ("[" * 100_000, "not a plan"),
        ("", "line 1"),
    ],
)
def test_what_is_no_json_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(Problem, match=words):
        plan_from_json(text, JOURNEY, "plan.json")


def test_plans_are_read_from_files(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff" + json.dumps(GIVEN), "plan.json")
    assert len(read_plan(path, JOURNEY).questions) == 3
    with pytest.raises(Problem, match=r"no file “none\.json”"):
        read_plan(tmp_path / "none.json", JOURNEY)
    with pytest.raises(Problem, match="UTF-8"):
        read_plan(write(tmp_path, b"\xff\xfe\xfa", "bad.json"), JOURNEY)
    with pytest.raises(Problem, match="can't be read"):
        read_plan(tmp_path, JOURNEY)


def test_a_long_question_may_be_written_in_full() -> None:
    text = "How " + "very " * 200 + "good was it?"
    plan = read(asked(question=text))
    table = a_table([plan.questions[0].question, "who"], [["9", "a"]])
    assert count(table, plan, JOURNEY).used == 1
