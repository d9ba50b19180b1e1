"""What became of every answer in a file: used, or dropped for a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from journeymap.language import N_, _, ngettext
from journeymap.model.measures import Metric, Scale

REASONS: Mapping[str, str] = {
    "blank": N_("not answered"),
    "not-a-number": N_("not a number"),
    "out-of-scale": N_("outside the scale"),
    "not-whole": N_("not on the scale (only whole numbers are)"),
    "no-target": N_("question not in the plan"),
    "preview": N_("preview or test of the survey"),
    "unfinished": N_("survey not finished"),
    "duplicate": N_("same respondent answered again; the last answer counts"),
}


@dataclass(frozen=True, slots=True)
class Match:
    """A question of the file and what it scores.

    `rows` are its answers: `used` of them count, the others are in `dropped` by reason code.
    """

    question: str
    target: str
    title: str
    metric: Metric
    scale: Scale
    high_is_good: bool
    rows: int
    used: int
    dropped: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CountsDraft:
    """How many answers of each value a question gave in one segment: what becomes `Counts` in the map."""

    target: str
    metric: Metric
    scale: Scale
    high_is_good: bool
    question: str
    segment: str
    values: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """The account of a file. All numbers are answers, in both layouts: `rows` = `used` + the sum of `dropped`.

    In the wide layout a row holds one answer for each question of the plan, in the long layout one answer. `dropped` is
    by reason code (`REASONS`), without zeros. `unmatched` are questions of the file that score nothing. `start` and `end`
    are the first and last date of the plan's date column, where it can be read without doubt.
    """

    rows: int
    used: int
    dropped: dict[str, int]
    matched: tuple[Match, ...]
    unmatched: tuple[str, ...]
    counts: tuple[CountsDraft, ...]
    start: date | None = None
    end: date | None = None


def reason_text(code: str) -> str:
    """A reason for dropping answers in the current language; an unknown code stays as it is."""
    return _(REASONS.get(code, code))


def account(tally: Tally) -> list[str]:
    """The account in sentences for the user: how many answers there are, are used, and are dropped for which reason."""
    lines = [
        ngettext("{used} of {n} answer is used.", "{used} of {n} answers are used.", tally.rows).format(
            used=_number(tally.used), n=_number(tally.rows)
        )
    ]
    lines += [
        _("{n} dropped: {reason}.").format(n=_number(n), reason=reason_text(code))
        for code, n in sorted(tally.dropped.items(), key=lambda item: -item[1])
    ]
    return lines


def _number(n: int) -> str:
    from journeymap.survey.display import whole

    return whole(n)
