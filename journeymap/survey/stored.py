"""Plans that the map keeps: the next file with the same questions asks nothing again."""

from journeymap.model.journey import Journey
from journeymap.model.measures import Plan, Question
from journeymap.model.structure import JourneyInfo, Stage, Touchpoint
from journeymap.survey.lookup import find_column
from journeymap.survey.reading import Reading, Table
from journeymap.survey.words import folded


def reading_of(plan: Plan) -> Reading:
    """How a plan wants its file to be read: what the user overruled when it was made."""
    return Reading(
        encoding=plan.encoding,
        delimiter=plan.delimiter,
        header_rows=plan.header_rows,
        decimal=plan.decimal,
        sheet=plan.sheet,
    )


def is_target(journey: Journey, id: str) -> bool:
    """Whether an id is one that a question can score: a touchpoint, a stage or the journey."""
    return isinstance(journey.records.get(id), Touchpoint | Stage | JourneyInfo)


def stored_plan(table: Table, journey: Journey) -> Plan | None:
    """The map's plan whose questions are all in the table (the one with most questions), or None.

    Questions of elements that are gone from the map are left out, and so are columns the file lacks for respondent, date and segment.
    """
    best: Plan | None = None
    for plan in journey.all(Plan):
        plan = _living(plan, journey)
        if plan.questions and _fits(plan, table) and (best is None or len(plan.questions) > len(best.questions)):
            best = plan
    if best is None:
        return None
    gone = {
        field: None
        for field in ("respondent", "date", "segment")
        if (name := getattr(best, field)) and find_column(table, name) is None
    }
    return best.replace(**gone) if gone else best


def known_questions(journey: Journey) -> dict[str, Question]:
    """What the map's plans know of each question, by its folded name."""
    return {
        folded(question.question): question
        for plan in journey.all(Plan)
        for question in plan.questions
        if folded(question.question) and is_target(journey, question.target)
    }


def _living(plan: Plan, journey: Journey) -> Plan:
    living = tuple(question for question in plan.questions if is_target(journey, question.target))
    return plan if len(living) == len(plan.questions) else plan.replace(questions=living)


def _fits(plan: Plan, table: Table) -> bool:
    if plan.layout == "wide":
        return all(find_column(table, question.question) is not None for question in plan.questions)
    place = find_column(table, plan.question_column or "")
    if place is None or find_column(table, plan.value_column or "") is None:
        return False
    texts = {folded(text) for text in {row[place] for row in table.rows}}
    return all(folded(question.question) in texts for question in plan.questions)
