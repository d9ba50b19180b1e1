"""The columns of the table of scores, and those that show the map's own score beside stages and touchpoints."""

from collections.abc import Callable
from functools import partial
from typing import Any

from journeymap.formats.excel.column import WHOLE, Column
from journeymap.formats.excel.facts import Facts
from journeymap.language import N_, _
from journeymap.survey.display import decimals, metric_name, show_value
from journeymap.survey.score import Score
from journeymap.words import KINDS, SHOWN, word

# In the metric's own unit, as the command line gives it: NPS with its sign, CSAT 0 to 100 %, CES and means on their scale.
FORMATS: dict[str, str] = {
    "nps": '+0;"\u2212"0;0',
    "csat": '0" %"',
}


def score_columns(facts: Facts) -> tuple[Column, ...]:
    """The score that heats the map, with its interval and number of answers; nothing where the map is not heated.

    A score that is withheld has neither value nor interval nor n.
    """
    metric = facts.overlay.metric
    if metric is None:
        return ()
    return (
        Column(metric_name(metric), _of_element(lambda score: score.value), format=_form_on, scale="score"),
        Column(N_("From (95 %)"), _of_element(lambda score: score.low), format=_form_on),
        Column(N_("To (95 %)"), _of_element(lambda score: score.high), format=_form_on),
        Column(N_("n"), _of_element(lambda score: score.n), format="#,##0"),
        Column(N_("Shown"), _shown_on),
    )


def all_score_columns(facts: Facts) -> tuple[Column, ...]:
    """The columns of the table of scores: one row a target, metric, segment and wave."""
    value, low, high = (partial(_part, name=name) for name in ("value", "low", "high"))
    return (
        Column(N_("Kind"), _kind),
        Column(N_("Name"), lambda facts, score: facts.title(score.target), most=36),
        Column(N_("Metric"), lambda facts, score: metric_name(score.metric)),
        Column(N_("Segment"), lambda facts, score: score.segment or _("All")),
        Column(N_("Wave"), lambda facts, score: facts.wave_title(score.wave)),
        Column(N_("Value"), value, format=_format),
        Column(N_("From (95 %)"), low, format=_format),
        Column(N_("To (95 %)"), high, format=_format),
        Column(N_("n"), partial(_part, name="n"), format="#,##0"),
        Column(N_("Shown"), lambda facts, score: shown_text(facts, score)),
        Column(N_("From bad (0) to good (1)"), partial(_part, name="good"), format="0.00", scale="good"),
        Column(N_("Question"), lambda facts, score: score.question, most=50),
        Column(N_("Id"), lambda facts, score: score.target, hidden=True),
    )


def shown_text(facts: Facts, score: Score) -> str:
    """Whether a score is shown, as a word; for a score that is withheld how few answers that means."""
    if score.shown == "withheld":
        return show_value(score, facts.thresholds)
    return word(SHOWN, score.shown)


def _of_element(part: Callable[[Score], float]) -> Callable[[Facts, Any], float | None]:
    def value(facts: Facts, record: Any) -> float | None:
        score = facts.score(record.id)
        return None if score is None or score.shown == "withheld" else part(score)

    return value


def _shown_on(facts: Facts, record: Any) -> str:
    score = facts.score(record.id)
    return shown_text(facts, score) if score else ""


def _part(facts: Facts, score: Score, name: str) -> float | None:
    return None if score.shown == "withheld" else getattr(score, name)


def _format(facts: Facts, score: Score) -> str:
    return FORMATS.get(score.metric) or "0." + "0" * decimals(score)


def _form_on(facts: Facts, record: Any) -> str:
    score = facts.score(record.id)
    return _format(facts, score) if score else WHOLE


def _kind(facts: Facts, score: Score) -> str:
    record = facts.journey.records.get(score.target)
    return word(KINDS, record.kind) if record else ""
