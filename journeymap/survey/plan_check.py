"""What must hold of a plan before it is used: known targets, metrics that fit their scale, nothing counted twice."""

from journeymap.model.journey import Journey
from journeymap.model.measures import Plan, Question
from journeymap.model.problem import Problem
from journeymap.survey.columns import is_nps_group
from journeymap.survey.lookup import find_column
from journeymap.survey.reading import Table
from journeymap.survey.stored import is_target
from journeymap.survey.words import folded

_CSAT_POINTS = (3, 11)


def check_plan(plan: Plan, journey: Journey) -> None:
    """Raise `Problem` where a plan would give wrong scores, whatever the file."""
    seen: set[tuple[str, ...]] = set()
    for question in plan.questions:
        if not is_target(journey, question.target):
            raise Problem(
                "The plan scores “{target}” by “{question}”, but the map has no such touchpoint or stage.",
                target=question.target,
                question=question.question,
            )
        _check_metric(question)
        if plan.layout == "long":
            key: tuple[str, ...] = (folded(question.question) or question.question,)
        else:
            key = (question.question, question.target, question.metric)
        if key in seen:
            raise Problem("The plan has the question “{question}” twice.", question=question.question)
        seen.add(key)
    if plan.layout == "long" and not (plan.question_column and plan.value_column):
        raise Problem("A plan for the long layout must name the column of the questions and the column of the values.")


def check_columns(plan: Plan, table: Table) -> None:
    """Raise `Problem` where a plan names a column that a table does not have, or one that can't be averaged."""
    named = [plan.respondent, plan.date, plan.segment, plan.question_column, plan.value_column]
    if plan.layout == "wide":
        named = [*named[:3], *(question.question for question in plan.questions)]
    for name in named:
        if name and find_column(table, name) is None:
            raise Problem(
                "The plan names the column “{column}”, which “{name}” does not have, or has more than once. Its columns are: {columns}.",
                column=name,
                name=table.name,
                columns=", ".join(f"“{column[:60]}”" for column in table.columns[:20])
                + (", …" if len(table.columns) > 20 else ""),
            )
    groups = [question.question for question in plan.questions if is_nps_group(question.question)]
    if plan.layout == "wide" and groups:
        raise Problem(
            "“{column}” holds the groups promoter, passive and detractor, not the answers. Choose the column with 0 to 10.",
            column=groups[0],
        )


def _check_metric(question: Question) -> None:
    low, high = question.scale
    if question.metric == "nps" and (low, high) != (0, 10):
        raise Problem(
            "“{question}” can't give an NPS: its scale is {low} to {high}, and NPS is asked from 0 to 10. Choose CSAT or mean.",
            question=question.question,
            low=f"{low:g}",
            high=f"{high:g}",
        )
    if question.metric == "nps" and not question.high_is_good:
        raise Problem("“{question}” can't give an NPS: there 10 is the best answer.", question=question.question)
    points = high - low + 1
    if question.metric == "csat" and not _CSAT_POINTS[0] <= points <= _CSAT_POINTS[1]:
        raise Problem(
            "“{question}” can't give a CSAT: it counts the two best of 3 to 11 points, and {low} to {high} are {points}. Choose mean.",
            question=question.question,
            low=f"{low:g}",
            high=f"{high:g}",
            points=f"{points:g}",
        )
