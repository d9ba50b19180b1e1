"""The columns of the tables of pain points, moments of truth and actions."""

from journeymap.formats.excel.column import DATE, WHOLE, Column, id_column, signed
from journeymap.formats.excel.facts import Facts
from journeymap.language import N_
from journeymap.model.findings import Action, Evidence, PainPoint
from journeymap.words import (
    EVIDENCE_SOURCES,
    FREQUENCIES,
    LEVERS,
    PAIN_CATEGORIES,
    STATUSES,
    TRUTH_TYPES_LONG,
    word,
)


def pain_columns(facts: Facts) -> tuple[Column, ...]:
    """The columns of the table of pain points."""
    return (
        Column(N_("Pain point"), lambda facts, pain: pain.title, most=44),
        Column(N_("Severity (1–5)"), lambda facts, pain: pain.severity, format=WHOLE, scale="severity"),
        Column(N_("Category"), _category),
        Column(N_("How often"), lambda facts, pain: word(FREQUENCIES, pain.frequency) if pain.frequency else ""),
        Column(N_("Where"), lambda facts, pain: facts.titles(pain.on), most=40),
        Column(N_("Stage"), lambda facts, pain: facts.stage_titles(pain.on), most=24),
        Column(N_("Evidence"), _evidence, most=60),
        Column(N_("Pieces of evidence"), lambda facts, pain: len(pain.evidence), format=WHOLE),
        Column(N_("Answered by"), _answered_by, most=40),
        id_column(),
    )


def truth_columns(facts: Facts) -> tuple[Column, ...]:
    """The columns of the table of moments of truth."""
    return (
        Column(N_("Moment of truth"), lambda facts, truth: truth.title, most=44),
        Column(N_("Type"), lambda facts, truth: word(TRUTH_TYPES_LONG, truth.type)),
        Column(N_("Weight (1–5)"), lambda facts, truth: truth.weight, format=WHOLE, scale="weight"),
        Column(N_("Where"), lambda facts, truth: facts.title(truth.on), most=36),
        Column(N_("Stage"), lambda facts, truth: facts.stage_titles((truth.on,)), most=24),
        Column(N_("Why"), lambda facts, truth: truth.why, most=60),
        id_column(),
    )


def action_columns(facts: Facts) -> tuple[Column, ...]:
    """The columns of the table of actions."""
    return (
        Column(N_("Action"), lambda facts, action: action.title, most=44),
        Column(N_("Status"), lambda facts, action: word(STATUSES, action.status)),
        Column(N_("Lever"), lambda facts, action: word(LEVERS, action.lever)),
        Column(N_("Answers"), lambda facts, action: facts.titles(action.answers), most=44),
        Column(N_("Stage"), lambda facts, action: facts.stage_titles(action.answers), most=24),
        Column(N_("Channels"), lambda facts, action: facts.titles(action.channels)),
        Column(N_("Owner"), lambda facts, action: action.owner),
        Column(N_("Due"), lambda facts, action: action.due, format=DATE),
        Column(N_("Effort (1–5)"), lambda facts, action: action.effort, format=WHOLE, scale="weight"),
        Column(N_("Impact (1–5)"), lambda facts, action: action.impact, format=WHOLE, scale="weight"),
        Column(N_("Cost"), lambda facts, action: action.cost),
        Column(N_("Expected gain"), lambda facts, action: action.gain, format=_gain_format),
        id_column(),
    )


def _category(facts: Facts, pain: PainPoint) -> str:
    return pain.own_category or word(PAIN_CATEGORIES, pain.category)


def _evidence(facts: Facts, pain: PainPoint) -> str:
    return "\n".join(map(_piece, pain.evidence))


def _piece(evidence: Evidence) -> str:
    quote = f"“{evidence.quote}”" if evidence.quote else ""
    parts = (word(EVIDENCE_SOURCES, evidence.source), evidence.date, quote, evidence.link)
    return " · ".join(part for part in parts if part)


def _answered_by(facts: Facts, pain: PainPoint) -> str:
    return facts.titles(action.id for action in facts.answers.get(pain.id, ()))


def _gain_format(facts: Facts, action: Action) -> str:
    return signed(action.gain)
