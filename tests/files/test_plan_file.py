"""A plan written for editing is read as the same plan, and a wrong one is refused in one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from journeymap.files.plan_file import plan_from_bytes, plan_to_bytes, read_plan
from journeymap.model.journey import Journey
from journeymap.model.measures import Plan, Question
from journeymap.model.problem import Problem
from journeymap.model.structure import Touchpoint


def by_title(journey: Journey, title: str) -> str:
    return next(record.id for record in [*journey.touchpoints, *journey.stages] if record.title == title)


@pytest.fixture
def plan(sample: Journey) -> Plan:
    questions = (
        Question(question="Q1", target=by_title(sample, "Waits on the day"), metric="nps", scale=(0.0, 10.0)),
        Question(question="Q2", target=by_title(sample, "Delivery"), metric="ces", scale=(1, 5), high_is_good=False),
        Question(question="Q3", target="journey", metric="mean", scale=(0.5, 2.5)),
    )
    return Plan(id="plan", questions=questions, header_rows=2, respondent="id", decimal=",")


def test_it_looks_as_documented(plan: Plan, sample: Journey) -> None:
    assert json.loads(plan_to_bytes(plan, sample)) == {
        "layout": "wide",
        "header_rows": 2,
        "questions": [
            {"question": "Q1", "target": "Waits on the day", "metric": "nps", "scale": [0, 10], "high_is_good": True},
            {"question": "Q2", "target": "Delivery", "metric": "ces", "scale": [1, 5], "high_is_good": False},
            {"question": "Q3", "target": "journey", "metric": "mean", "scale": [0.5, 2.5], "high_is_good": True},
        ],
        "respondent": "id",
        "date": None,
        "segment": None,
        "question_column": None,
        "value_column": None,
        "decimal": ",",
    }


def test_it_is_read_as_the_same_plan(plan: Plan, sample: Journey) -> None:
    again = plan_from_bytes(plan_to_bytes(plan, sample), "plan.json", sample)
    assert again.replace(id="plan") == plan


def test_a_title_that_two_elements_have_gives_way_to_the_id(plan: Plan, sample: Journey) -> None:
    first, second = sample.touchpoints[:2]
    with sample.edit("Rename") as edit:
        edit.update(second.id, title=first.title)
    plan = plan.replace(questions=(plan.questions[0].model_copy(update={"target": first.id}),))
    data = plan_to_bytes(plan, sample)
    assert json.loads(data)["questions"][0]["target"] == first.id
    assert plan_from_bytes(data, "plan.json", sample).questions == plan.questions
    with pytest.raises(Problem, match="2 elements of the map have that title. Name one by its id: touchpoint-"):
        plan_from_bytes(data.replace(first.id.encode(), first.title.encode()), "plan.json", sample)


def test_a_title_that_is_another_elements_id_gives_way_to_the_id(plan: Plan, sample: Journey) -> None:
    first, second = sample.touchpoints[:2]
    with sample.edit("Rename") as edit:
        edit.update(second.id, title=first.id)
    plan = plan.replace(questions=(plan.questions[0].model_copy(update={"target": second.id}),))
    assert plan_from_bytes(plan_to_bytes(plan, sample), "plan.json", sample).questions == plan.questions


@pytest.mark.parametrize(
    ("altered", "words"),
    [
        ({"layout": "tall"}, "at the top: “layout” must be 'wide' or 'long', not \"tall\""),
        ({"header_rows": 11}, "“header_rows” must be at most 10, not 11"),
        ({"questions": None}, "is no survey plan"),
        ({"questions": [5]}, "questions: “number 1” must be an object in braces"),
        ({"quesitons": []}, "says “quesitons”, which a survey plan does not have"),
        ({"respondent": 5}, "“respondent” must be a text"),
    ],
)
def test_what_is_wrong_at_the_top(plan: Plan, sample: Journey, altered: dict[str, Any], words: str) -> None:
    tree = {**json.loads(plan_to_bytes(plan, sample)), **altered}
    with pytest.raises(Problem) as caught:
        plan_from_bytes(json.dumps(tree).encode(), "plan.json", sample)
    assert words in str(caught.value)
    assert "plan.json" in str(caught.value)


@pytest.mark.parametrize(
    ("altered", "words"),
    [
        ({"metric": "stars"}, "questions, number 2: “metric” must be 'nps', 'csat', 'ces' or 'mean', not \"stars\""),
        ({"scale": [0]}, "questions, number 2: “scale"),
        ({"scale": [10, 0]}, "questions: “number 2” can't be"),
        ({"target": "Nowhere"}, "scores “Nowhere”, but the map has no touchpoint or stage"),
        ({"target": 7}, "questions, number 2: “target” must be a text, not 7"),
        ({"wieght": 1}, "says “wieght”"),
    ],
)
def test_what_is_wrong_in_a_question(plan: Plan, sample: Journey, altered: dict[str, Any], words: str) -> None:
    tree = json.loads(plan_to_bytes(plan, sample))
    tree["questions"][1].update(altered)
    with pytest.raises(Problem) as caught:
        plan_from_bytes(json.dumps(tree).encode(), "plan.json", sample)
    assert words in str(caught.value)


def test_a_plan_without_the_usual_fields_is_enough(sample: Journey, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text('{"questions": [{"question": "Q", "target": "Use", "metric": "csat", "scale": [1, 5]}]}')
    plan = read_plan(path, sample)
    assert (plan.layout, plan.questions[0].target) == ("wide", by_title(sample, "Use"))
    assert sample.find(Touchpoint, plan.questions[0].target) is None


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"questions": 1}', b"hello"])
def test_what_is_no_plan(data: bytes, sample: Journey) -> None:
    with pytest.raises(Problem, match="“plan.json” (is empty|looks cut off|is no survey plan)"):
        plan_from_bytes(data, "plan.json", sample)
