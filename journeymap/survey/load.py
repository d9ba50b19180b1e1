"""Counts into the map: a wave, its counts, and the plan that read them. No answer and no name ever gets there."""

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import PurePath

from journeymap.model.edit import Edit
from journeymap.model.journey import Journey
from journeymap.model.measures import Counts, Plan, Wave
from journeymap.model.problem import Problem
from journeymap.survey.tally import Tally
from journeymap.survey.words import as_line

_Key = tuple[object, ...]


def load(journey: Journey, edit: Edit, plan: Plan, tally: Tally, wave: str, source: str) -> Wave:
    """Put a tally into the map as a wave of this title, within an edit that is under way.

    A wave with the same title is replaced, its counts with it; the plan takes the place of the map's plan with the same
    questions. `source` is a file's name or path, of which only the name is kept. Raises `Problem` where no answer could be used.
    """
    if not tally.matched:
        raise Problem(
            "No question of “{source}” could be matched with a touchpoint or stage. Match at least one by hand, or in a plan.",
            source=_name(source),
        )
    if tally.used == 0:
        raise Problem(
            "None of the {n} answers in “{source}” could be used. Check the scale and the columns of the plan.",
            n=tally.rows,
            source=_name(source),
        )
    plan = _keep_plan(journey, edit, plan)
    title = as_line(wave) or as_line(PurePath(_name(source)).stem)
    waves = journey.all(Wave)
    before = next((other for other in waves if other.title == title), None)
    fields = {
        "plan": plan.id,
        "start": tally.start,
        "end": tally.end,
        "source": _name(source),
        "loaded": datetime.now(UTC).astimezone().date().isoformat(),
        "rows": tally.rows,
        "used": tally.used,
        "dropped": tuple(tally.dropped.items()),
    }
    if before is None:
        order = max((other.order for other in waves), default=0.0) + 1
        record = edit.add(Wave, title=title, order=order, **fields)
    else:
        updated = edit.update(before.id, **fields)
        assert isinstance(updated, Wave)
        record = updated
    _replace_counts(journey, edit, tally, record.id)
    return record


def _name(source: str) -> str:
    """The last part of a path, of whichever system."""
    return as_line(re.split(r"[\\/]", source)[-1])


def _keep_plan(journey: Journey, edit: Edit, plan: Plan) -> Plan:
    """The plan in the map: in place of the one that reads the same questions, else a new one."""
    if journey.find(Plan, plan.id) is not None:
        kept_id = plan.id
    else:
        questions = _questions(plan)
        kept_id = next((other.id for other in journey.all(Plan) if _questions(other) == questions), "")
    if not kept_id:
        return edit.add(Plan, **dict(plan))
    updated = edit.update(kept_id, **{name: value for name, value in dict(plan).items() if name != "id"})
    assert isinstance(updated, Plan)
    return updated


def _questions(plan: Plan) -> tuple[str, frozenset[str]]:
    return plan.layout, frozenset(question.question for question in plan.questions)


def _replace_counts(journey: Journey, edit: Edit, tally: Tally, wave: str) -> None:
    # Counts that stay keep their id, so that loading a file again changes nothing but what differs.
    before = {_key(counts): counts for counts in journey.all(Counts) if counts.wave == wave}
    wanted: dict[_Key, Counter[float]] = {}
    for draft in tally.counts:
        wanted.setdefault(_key(draft), Counter()).update(dict(draft.values))
    gone = [counts.id for key, counts in before.items() if key not in wanted]
    if gone:
        edit.remove(*gone)
    for key, values in wanted.items():
        ordered = tuple(sorted(values.items()))
        about = getattr(journey.records.get(str(key[0])), "title", "")
        if key in before:
            edit.update(before[key].id, values=ordered, about=about)
        else:
            target, metric, scale, high_is_good, question, segment = key
            edit.add(
                Counts,
                target=target,
                wave=wave,
                metric=metric,
                scale=scale,
                high_is_good=high_is_good,
                question=question,
                about=about,
                segment=segment,
                values=ordered,
            )


def _key(counts: object) -> _Key:
    fields = ("target", "metric", "scale", "high_is_good", "question", "segment")
    return tuple(getattr(counts, field) for field in fields)
