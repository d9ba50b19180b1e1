"""Counting: every answer is used or dropped for a reason."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model.measures import Plan
from journeymap.model.problem import Problem
from journeymap.survey.counting import REASONS, account, count, reason_text
from journeymap.survey.metrics import nps
from journeymap.survey.reading import Reading, Table
from journeymap.survey.task import Cancelled
from tests.survey.survey_maps import a_map, a_plan, a_table, question

JOURNEY = a_map()


def wide(rows: list[list[str]], **fields: object) -> Plan:
    del rows
    return a_plan(question("Delivery", "s2"), question("Wait", "t7", "csat", (1, 5)), **fields)


def test_the_account_of_a_wide_table() -> None:
    rows = [
        ["a", "9", "5", "x"],
        ["b", "", "4", "x"],
        ["c", "n/a", "6", "y"],
        ["d", "11", " ", "y"],
        ["a", "0", "", "y"],
        ["", "10", "1", ""],
        ["", "10", "1", ""],
    ]
    table = a_table(["who", "Delivery", "Wait", "kind"], rows)
    tally = count(table, wide(rows, respondent="who", segment="kind"), JOURNEY)
    assert (tally.rows, tally.used) == (14, 7)
    assert tally.dropped == {"blank": 3, "not-a-number": 1, "out-of-scale": 2, "duplicate": 1}
    found = {(draft.question, draft.segment): draft.values for draft in tally.counts}
    assert found == {
        ("Delivery", "y"): ((0.0, 1),),  # the last answer of respondent a
        ("Delivery", ""): ((10.0, 2),),
        ("Wait", "x"): ((4.0, 1), (5.0, 1)),
        ("Wait", ""): ((1.0, 2),),
    }
    delivery, wait = tally.matched
    assert (delivery.title, delivery.rows, delivery.used) == ("Delivery", 7, 3)
    assert delivery.dropped == {"blank": 1, "not-a-number": 1, "out-of-scale": 1, "duplicate": 1}
    assert (wait.title, wait.rows, wait.used) == ("Waits on the day", 7, 4)


def test_the_account_of_a_long_table() -> None:
    rows = [
        ["1", "Delivery", "9"],
        ["1", "delivery ", "3"],
        ["1", "Wait", "5"],
        ["2", "Wait", ""],
        ["2", "Something", "5"],
        ["", "", ""],
    ]
    table = a_table(["who", "asked", "given"], rows)
    plan = wide(rows, layout="long", respondent="who", question_column="asked", value_column="given")
    tally = count(table, plan, JOURNEY)
    assert (tally.rows, tally.used) == (6, 2)
    assert tally.dropped == {"blank": 1, "no-target": 2, "duplicate": 1}
    assert tally.unmatched == ("Something",)
    assert {draft.question: draft.values for draft in tally.counts} == {"Delivery": ((3.0, 1),), "Wait": ((5.0, 1),)}


def test_an_nps_counts_whole_answers_only() -> None:
    rows = [["7.5", "4.5"], ["9.0", "5"], ["6.5", "x"], ["10", ""], ["10.5", ""]]
    plan = a_plan(question("Delivery", "s2"), question("Wait", "t7", "mean", (1, 5)))
    delivery, wait = count(a_table(["Delivery", "Wait"], rows), plan, JOURNEY).matched
    assert (delivery.used, delivery.dropped) == (2, {"not-whole": 2, "out-of-scale": 1})
    assert wait.used == 2
    assert "not on the scale" in reason_text("not-whole")


def test_a_later_answer_that_is_no_answer_takes_nothing_away() -> None:
    rows = [["a", "9"], ["a", ""], ["a", "n/a"], ["a", "77"]]
    tally = count(a_table(["who", "Delivery"], rows), a_plan(question("Delivery", "s2"), respondent="who"), JOURNEY)
    assert tally.counts[0].values == ((9.0, 1),)
    assert tally.dropped == {"blank": 1, "not-a-number": 1, "out-of-scale": 1}


def test_answers_with_labels_and_foreign_digits_count() -> None:
    rows = [["10 - Extremely likely"], ["۹"], ["0 – Not at all"], ["9.0"]]
    tally = count(a_table(["Delivery"], rows), a_plan(question("Delivery", "s2")), JOURNEY)
    assert tally.counts[0].values == ((0.0, 1), (9.0, 2), (10.0, 1))


def test_the_decimal_sign_is_the_tables() -> None:
    plan = a_plan(question("Delivery", "s2", "mean"))
    assert count(a_table(["Delivery"], [["4,5"]]), plan, JOURNEY).dropped == {"not-a-number": 1}
    tally = count(a_table(["Delivery"], [["4,5"]], decimal=","), plan, JOURNEY)
    assert tally.counts[0].values == ((4.5, 1),)


def qualtrics(rows: list[list[str]]) -> Table:
    table = a_table(["Status", "Finished", "Q1"], rows)
    return Table(
        table.columns, table.rows, Reading("csv", "utf-8", ",", 3, "."), aliases=((), (), ()), origin="qualtrics"
    )


def test_qualtrics_previews_and_unfinished_answers_are_dropped() -> None:
    rows = [
        ["0", "1", "9"],
        ["IP Address", "True", "8"],
        ["1", "1", "9"],
        ["Survey Preview", "1", "9"],
        ["0", "0", "9"],
        ["0", "Falsch", "9"],
        ["", "", ""],
    ]
    tally = count(qualtrics(rows), a_plan(question("Q1", "s2")), JOURNEY)
    assert (tally.used, tally.dropped) == (2, {"blank": 1, "preview": 2, "unfinished": 2})


def test_columns_called_status_mean_nothing_in_other_files() -> None:
    table = a_table(["Status", "Finished", "Q1"], [["1", "0", "9"]])
    assert count(table, a_plan(question("Q1", "s2")), JOURNEY).used == 1


def test_limesurvey_answers_without_a_date_are_unfinished() -> None:
    table = a_table(["id", "submitdate", "lastpage", "Q1"], [["1", "2026-07-01", "4", "9"], ["2", "", "1", "9"]])
    lime = Table(table.columns, table.rows, table.reading, aliases=((),) * 4, origin="limesurvey")
    assert count(lime, a_plan(question("Q1", "s2")), JOURNEY).dropped == {"unfinished": 1}
    undated = Table(lime.columns, [("1", "", "4", "9")], lime.reading, aliases=((),) * 4, origin="limesurvey")
    assert count(undated, a_plan(question("Q1", "s2")), JOURNEY).used == 1


def test_questions_without_a_target_are_named() -> None:
    table = a_table(["Delivery", "Payment", "comment"], [[str(i % 11), str(i % 11), "x"] for i in range(40)])
    tally = count(table, a_plan(question("Delivery", "s2")), JOURNEY)
    assert tally.unmatched == ("Payment",)
    assert tally.rows == 40


def test_a_plan_without_questions_uses_nothing() -> None:
    tally = count(a_table(["Delivery"], [["9"]]), a_plan(), JOURNEY)
    assert (tally.rows, tally.used, tally.counts) == (0, 0, ())


def test_the_dates_of_the_answers_are_told() -> None:
    table = a_table(["day", "Delivery"], [["2026-07-03", "9"], ["2026-09-30", "3"]])
    tally = count(table, a_plan(question("Delivery", "s2"), date="day"), JOURNEY)
    assert (str(tally.start), str(tally.end)) == ("2026-07-03", "2026-09-30")


REFUSED = [
    (a_plan(question("Nowhere", "s2")), "“Nowhere”"),
    (a_plan(question("Delivery", "t99")), "t99"),
    (a_plan(question("Delivery", "c")), "“c”"),
    (a_plan(question("Delivery", "s2", "nps", (1, 10))), "can't give an NPS"),
    (a_plan(question("Delivery", "s2", good=False)), "can't give an NPS"),
    (a_plan(question("Delivery", "s2", "csat", (0, 100))), "can't give a CSAT"),
    (a_plan(question("Delivery", "s2"), question("Delivery", "s2")), "twice"),
    (a_plan(question("Q1_NPS_GROUP", "s2")), "groups"),
    (a_plan(question("Delivery", "s2"), respondent="who?"), "“who\\?”"),
    (a_plan(question("Delivery", "s2"), segment="many"), "51 different"),
    (a_plan(question("Delivery", "s2"), segment="mail"), "names nobody"),
    (a_plan(question("Delivery", "s2"), layout="long"), "must name the column"),
    (a_plan(question("A", "s2"), question("a!", "s3"), layout="long", question_column="x", value_column="y"), "twice"),
]


@pytest.mark.parametrize(("plan", "words"), REFUSED)
def test_plans_that_would_count_wrongly_are_refused(plan: Plan, words: str) -> None:
    rows = [[str(i % 11), str(1 + i % 3), str(i), f"a{i % 2}@b.example"] for i in range(51)]
    with pytest.raises(Problem, match=words):
        count(a_table(["Delivery", "Q1_NPS_GROUP", "many", "mail"], rows), plan, JOURNEY)


def test_one_column_may_score_two_targets() -> None:
    plan = a_plan(question("Delivery", "s2"), question("Delivery", "t7"))
    tally = count(a_table(["Delivery"], [["9"], ["0"]]), plan, JOURNEY)
    assert (tally.rows, tally.used) == (4, 4)


def test_counting_tells_how_far_it_is_and_can_be_stopped() -> None:
    table = a_table(["Delivery"], [["9"]] * 50_000)
    heard: list[float] = []
    count(table, a_plan(question("Delivery", "s2")), JOURNEY, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert len(heard) >= 3
    with pytest.raises(Cancelled):
        count(table, a_plan(question("Delivery", "s2")), JOURNEY, cancelled=lambda: True)


def test_the_account_is_told_in_words() -> None:
    tally = count(a_table(["Delivery"], [["9"]] * 1234 + [[""]]), a_plan(question("Delivery", "s2")), JOURNEY)
    assert account(tally) == ["1,234 of 1,235 answers are used.", "1 dropped: not answered."]
    assert reason_text("a new reason") == "a new reason"


CELL = st.one_of(st.sampled_from(["", " ", "n/a", "11", "-1", "۹", "4,5"]), st.integers(0, 10).map(str))
WHO = st.sampled_from(["", "a", "b", "c"])
KIND = st.sampled_from(["", "x", "y"])


@given(st.lists(st.tuples(WHO, KIND, CELL, CELL), max_size=30), st.booleans(), st.booleans())
def test_every_answer_of_a_wide_table_is_accounted_for(
    rows: list[tuple[str, str, str, str]], by_respondent: bool, by_segment: bool
) -> None:
    plan = a_plan(
        question("Delivery", "s2"),
        question("Wait", "t7"),
        respondent="who" if by_respondent else None,
        segment="kind" if by_segment else None,
    )
    tally = count(a_table(["who", "kind", "Delivery", "Wait"], rows), plan, JOURNEY)
    assert tally.rows == 2 * len(rows) == tally.used + sum(tally.dropped.values())
    assert tally.used == sum(n for draft in tally.counts for _, n in draft.values)
    assert set(tally.dropped) <= set(REASONS)
    assert all(match.rows == match.used + sum(match.dropped.values()) for match in tally.matched)
    if not by_respondent:
        numbers = Counter(cell for row in rows for cell in row[2:] if cell.isdecimal() and cell not in {"11"})
        assert tally.used == numbers.total()


@given(st.lists(st.tuples(WHO, st.sampled_from(["Delivery", "wait", "?", ""]), CELL), max_size=30))
def test_every_answer_of_a_long_table_is_accounted_for(rows: list[tuple[str, str, str]]) -> None:
    fields = {"layout": "long", "respondent": "who", "question_column": "asked", "value_column": "given"}
    plan = a_plan(question("Delivery", "s2"), question("Wait", "t7"), **fields)
    tally = count(a_table(["who", "asked", "given"], rows), plan, JOURNEY)
    assert tally.rows == len(rows) == tally.used + sum(tally.dropped.values())
    assert tally.used == sum(n for draft in tally.counts for _, n in draft.values)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=30))
def test_wide_and_long_give_the_same_scores(answers: list[tuple[int, int]]) -> None:
    wide_rows = [[str(a), str(b)] for a, b in answers]
    long_rows = [row for a, b in answers for row in (["Delivery", str(a)], ["Wait", str(b)])]
    asked = (question("Delivery", "s2"), question("Wait", "t7"))
    one = count(a_table(["Delivery", "Wait"], wide_rows), a_plan(*asked), JOURNEY)
    fields = {"layout": "long", "question_column": "q", "value_column": "v"}
    two = count(a_table(["q", "v"], long_rows), a_plan(*asked, **fields), JOURNEY)
    assert (one.rows, one.used, one.counts) == (two.rows, two.used, two.counts)
    assert nps(one.counts[0].values).n == len(answers)
