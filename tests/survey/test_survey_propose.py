"""The plan that a file most likely wants."""

from collections.abc import Sequence

import pytest

from journeymap import Journey
from journeymap.model.measures import Plan
from journeymap.model.structure import Touchpoint
from journeymap.survey.matching import Matcher, likeness
from journeymap.survey.propose import propose, question_names
from journeymap.survey.reading import Table
from journeymap.survey.words import tokens
from tests.survey.survey_maps import a_map, a_plan, a_table, question

NPS = [str(i % 11) for i in range(66)]


def columns(**values: Sequence[str]) -> Table:
    return a_table(list(values), zip(*values.values(), strict=True))


def wide(*names: str) -> Table:
    return a_table(names, [[value] * len(names) for value in NPS])


def targets(journey: Journey, plan: Plan) -> dict[str, str]:
    return {q.question: getattr(journey.records[q.target], "title", "") for q in plan.questions}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Waits on the day", "Waits on the day"),
        ("waits_on_the_day", "Waits on the day"),
        ("WaitsOnTheDay", "Waits on the day"),
        ("NPS: Waits on the day", "Waits on the day"),
        ("How likely are you to recommend us after: Waits on the day?", "Waits on the day"),
        ("Waiting on the day", "Waits on the day"),
        ("Reading reviews", "Reads reviews"),
        ("How was the tracking of your delivery?", "Tracks the delivery"),
        ("Delivery", "Delivery"),
        ("After sales", "After-sales"),
        ("Installation by courier", "Courier installs it"),
        ("Overall satisfaction with our company", "Buying a washing machine"),
        ("NPS", "Buying a washing machine"),
        ("How likely are you to recommend us to a friend or colleague?", "Buying a washing machine"),
        ("Buying a washing machine", "Buying a washing machine"),
        ("t7", "Waits on the day"),  # its id
    ],
)
def test_questions_find_their_targets_by_name(name: str, title: str) -> None:
    journey = a_map()
    assert targets(journey, propose(wide(name, "Something else"), journey)) == {name: title}


@pytest.mark.parametrize("name", ["How often do you use the internet at home?", "Age", "Weather", "Q17"])
def test_what_speaks_of_nothing_on_the_map_is_left_open(name: str) -> None:
    journey = a_map()
    table = wide(name, "Something else")
    plan = propose(table, journey)
    assert plan.questions == ()
    assert question_names(table, plan) == [name, "Something else"]


def test_names_are_compared_in_any_script() -> None:
    journey = a_map({"Teslimat": ["Kuryeyi bekleme"], "Доставка": ["Ожидание курьера"], "تحویل": ["دریافت كالا"]})
    names = ("KURYEYİ BEKLEME", "Ожидание курьера (0–10)", "دریافت کالا")
    found = targets(journey, propose(wide(*names), journey))
    assert list(found.values()) == ["Kuryeyi bekleme", "Ожидание курьера", "دریافت كالا"]


def test_the_wording_of_a_question_counts_as_its_name() -> None:
    journey = a_map()
    table = a_table(["Q1", "Q2"], [[value, value] for value in NPS])
    labels = ("How was it: Waits on the day", "How was it: First wash")
    table = Table(table.columns, table.rows, table.reading, labels=labels, aliases=tuple((name,) for name in labels))
    assert targets(journey, propose(table, journey)) == {"Q1": "Waits on the day", "Q2": "First wash"}


def test_each_target_has_one_question_for_each_metric() -> None:
    journey = a_map()
    likert = [str(1 + i % 5) for i in range(66)]
    table = columns(**{"Delivery speed": NPS, "Delivery": NPS, "Satisfied with delivery": likert})
    plan = propose(table, journey)
    assert [(q.question, q.metric) for q in plan.questions] == [
        ("Delivery", "nps"),
        ("Satisfied with delivery", "csat"),
    ]


def test_a_survey_of_one_question_is_about_the_journey_only_where_it_says_so() -> None:
    journey = a_map()
    assert targets(journey, propose(wide("Wie war's?"), journey)) == {}
    assert targets(journey, propose(wide("Overall"), journey)) == {"Overall": "Buying a washing machine"}


PEOPLE = {
    "IPAddress": [f"130.92.34.{i}" for i in range(66)],
    "RecipientEmail": [f"a{i}@b.example" for i in range(66)],
    "First name": ["Ann"] * 66,
    "LocationLatitude": [f"47.11{i}" for i in range(66)],
    "Phone": [str(905550000000 + i) for i in range(66)],
    "ResponseId": [f"R_{i}" for i in range(66)],
    "Progress": ["100"] * 66,
    "product_id": ["16736269"] * 66,
    "row": [str(i) for i in range(66)],
    "Q1_NPS_GROUP": [str(1 + i % 3) for i in range(66)],
    "Group": ["Promoter", "Passive", "Detractor"] * 22,
    "Q16_NPS_SCORE": ["-100", "0", "100"] * 22,
    "counter": [str(5000 + i) for i in range(66)],
    "comment": [f"Delivery was {i} days late" for i in range(66)],
    "StartDate": ["2026-07-01"] * 66,
}


def test_persons_ids_and_groups_are_never_questions() -> None:
    table = columns(**PEOPLE, Delivery=NPS)
    plan = propose(table, a_map())
    assert [q.question for q in plan.questions] == ["Delivery"]
    assert question_names(table, plan) == ["Delivery"]


def test_a_channel_called_email_can_be_rated() -> None:
    journey = a_map({"Confirm": ["E-mail", "Phone"]})
    assert targets(journey, propose(wide("E-mail", "Phone"), journey)) == {"E-mail": "E-mail", "Phone": "Phone"}


def test_respondent_date_and_segment_are_known_by_name() -> None:
    kinds = ["Families", "First flat"] * 33
    table = columns(
        **{"Response ID": NPS, "Start date": NPS, "Submit date": NPS, "Customer type": kinds, "Delivery": NPS}
    )
    plan = propose(table, a_map())
    assert (plan.respondent, plan.date, plan.segment) == ("Response ID", "Submit date", "Customer type")


@pytest.mark.parametrize(
    ("names", "field", "found"),
    [
        (("Katılımcı", "Delivery"), "respondent", "Katılımcı"),
        (("Респондент", "Delivery"), "respondent", "Респондент"),
        (("Tarih", "Delivery"), "date", "Tarih"),
        (("تاریخ", "Delivery"), "date", "تاریخ"),
        (("Segment", "Delivery"), "segment", None),  # numbers are no segments
    ],
)
def test_columns_are_known_in_other_languages(names: tuple[str, ...], field: str, found: str | None) -> None:
    assert getattr(propose(wide(*names), a_map()), field) == found


def long_table() -> Table:
    rows = [
        [str(i), touchpoint, str(i % 11), "slow"]
        for i in range(33)
        for touchpoint in ("Waits on the day", "first wash", "Something unknown")
    ]
    return a_table(["respondent", "touchpoint", "score", "comment"], rows)


def test_the_long_layout_is_known_by_its_texts() -> None:
    journey = a_map()
    plan = propose(long_table(), journey)
    assert (plan.layout, plan.question_column, plan.value_column) == ("long", "touchpoint", "score")
    assert targets(journey, plan) == {"Waits on the day": "Waits on the day", "first wash": "First wash"}
    assert question_names(long_table(), plan) == ["Waits on the day", "first wash", "Something unknown"]


def test_a_column_of_comments_makes_no_long_layout() -> None:
    rows = [[str(i), "a star was born" if i % 2 else "Star", str(i % 11)] for i in range(40)]
    plan = propose(a_table(["Response ID", "film", "seats"], rows), a_map())
    assert plan.layout == "wide"


def test_the_maps_own_plan_wins() -> None:
    table = wide("Delivery", "Payment")
    kept = a_plan(question("Payment", "t4", "csat", (1, 5)), id="plan-kept", title="Quarterly")
    journey = Journey(records=[*a_map().records.values(), kept])
    assert propose(table, journey) is kept


def test_the_plan_with_most_questions_wins() -> None:
    one = a_plan(question("Payment", "t4"), id="plan-a")
    two = a_plan(question("Payment", "t5"), question("Delivery", "t7"), id="plan-b")
    other = a_plan(question("Payment", "t5"), question("Nowhere", "t7"), question("Delivery", "t7"), id="plan-c")
    journey = Journey(records=[*a_map().records.values(), one, two, other])
    assert propose(wide("Delivery", "Payment"), journey).id == "plan-b"


def test_a_plan_that_fits_in_part_tells_what_it_knows() -> None:
    kept = a_plan(question("Payment", "t4", "csat", (1, 5)), question("Gone", "t7"), id="plan-kept")
    journey = Journey(records=[*a_map().records.values(), kept])
    plan = propose(wide("Payment", "First wash"), journey)
    assert plan.id not in journey
    found = {q.question: (q.target, q.metric) for q in plan.questions}
    assert found == {"Payment": ("t4", "csat"), "First wash": ("t9", "nps")}


def test_questions_of_elements_that_are_gone_are_left_out_of_a_kept_plan() -> None:
    kept = a_plan(question("Payment", "t4"), question("Wait", "t7"), respondent="who", id="plan-kept")
    journey = Journey(records=[*a_map().records.values(), kept])
    with journey.edit("Remove touchpoint") as edit:
        edit.remove("t7")
    plan = propose(wide("Payment", "Wait"), journey)
    assert plan.id == "plan-kept"
    assert [q.question for q in plan.questions] == ["Payment"]
    assert plan.respondent is None  # this file has no such column


def test_a_kept_long_plan_is_known_again() -> None:
    journey = a_map()
    kept = propose(long_table(), journey)
    again = Journey(records=[*journey.records.values(), kept])
    assert propose(long_table(), again) is kept


def test_likeness_is_whole_for_equal_names_and_never_more() -> None:
    titles = [t.title for t in a_map().all(Touchpoint)]
    for one in titles:
        for other in titles:
            fit = likeness(tokens(one), tokens(other))
            assert 0 <= fit <= 1
            assert (fit == 1) == (one == other)


def test_on_a_large_map_the_right_one_of_thousands_is_found() -> None:
    journey = a_map({"Stage": [f"Touchpoint number {i}" for i in range(3000)]})
    found = Matcher(journey).best(["How was touchpoint number 1234?"])
    assert found is not None
    assert found[0] == "t1234"
