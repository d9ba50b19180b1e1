"""What becomes of the answers, each of them accounted for, in one line."""

from typing import Literal

from journeymap.language import _, ngettext
from journeymap.survey.display import whole
from journeymap.survey.reading import Table
from journeymap.survey.tally import Tally, reason_text

State = Literal["known", "brought", "proposed", "edited"]


def account_line(table: Table, tally: Tally) -> str:
    """ "2,431 rows · 28,400 answers: 27,950 used, 450 dropped: 400 not answered, 50 not a number"; the numbers add up."""
    rows = ngettext("{n} row", "{n} rows", len(table.rows)).format(n=whole(len(table.rows)))
    answers = ngettext("{n} answer", "{n} answers", tally.rows).format(n=whole(tally.rows))
    dropped = sum(tally.dropped.values())
    if not dropped:
        return _("{rows} · {answers}: all used").format(rows=rows, answers=answers)
    reasons = ", ".join(
        _("{n} {reason}").format(n=whole(n), reason=reason_text(code))
        for code, n in sorted(tally.dropped.items(), key=lambda item: -item[1])
    )
    return _("{rows} · {answers}: {used} used, {dropped} dropped: {reasons}").format(
        rows=rows, answers=answers, used=whole(tally.used), dropped=whole(dropped), reasons=reasons
    )


def matched_line(matched: int, all: int, state: State) -> str:
    """How many questions score something, and what the user has to do about it."""
    if state == "known" and matched < all:
        return ngettext(
            "The map knows this survey: {n} of {all} questions is matched as last time. Just press “Load scores”.",
            "The map knows this survey: {n} of {all} questions are matched as last time. Just press “Load scores”.",
            matched,
        ).format(n=whole(matched), all=whole(all))
    if state == "known":
        return ngettext(
            "The map knows this survey: {n} question is matched as last time. Just press “Load scores”.",
            "The map knows this survey: {n} questions are matched as last time. Just press “Load scores”.",
            matched,
        ).format(n=whole(matched))
    if state == "brought":
        return ngettext(
            "The map brings its own plan for this survey: {n} of {all} questions is matched. Just press “Load scores”.",
            "The map brings its own plan for this survey: {n} of {all} questions are matched. Just press “Load scores”.",
            matched,
        ).format(n=whole(matched), all=whole(all))
    if not all:
        return _("No column of numbers could be a question. Check header rows, delimiter and layout.")
    if not matched:
        return _("No question is named like a touchpoint or stage. Choose below what each question scores.")
    if state == "edited":
        text = ngettext("{n} of {all} questions scores something.", "{n} of {all} questions score something.", matched)
    elif matched == all:
        text = ngettext(
            "The question is matched: check it.",
            "All {n} questions are matched: check them.",
            matched,
        )
    else:
        text = ngettext(
            "{n} of {all} questions is matched. Check it, and choose what the others score.",
            "{n} of {all} questions are matched. Check them, and choose what the others score.",
            matched,
        )
    return text.format(n=whole(matched), all=whole(all))
