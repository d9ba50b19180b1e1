"""What a workshop attaches to the map: pain points, moments of truth, and the actions that answer them."""

from collections.abc import Iterable, Sequence

from journeymap.model.edit import Edit
from journeymap.model.findings import Action, MomentOfTruth, PainPoint, TruthType
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.model.rows import order_at


def add_pain(journey: Journey, edit: Edit, on: Sequence[str], title: str = "", severity: int = 3) -> PainPoint:
    """A pain point on touchpoints, links or stages, after all others; `severity` 1 to 5. Raises `Problem` for none of them."""
    if not on:
        raise Problem("Select first what hurts: a touchpoint, a link or a stage.")
    order = order_at(edit, journey.all(PainPoint))
    return edit.add(PainPoint, title=title, on=tuple(dict.fromkeys(on)), severity=severity, order=order)


def add_truth(journey: Journey, edit: Edit, on: str, title: str = "", type: TruthType = "first") -> MomentOfTruth:
    """A moment of truth on a touchpoint or stage, after all others."""
    return edit.add(MomentOfTruth, title=title, on=on, type=type, order=order_at(edit, journey.all(MomentOfTruth)))


def add_action(journey: Journey, edit: Edit, answers: Iterable[str] = (), title: str = "") -> Action:
    """An action that answers pain points, touchpoints or stages (or none yet), after all others."""
    answered = tuple(dict.fromkeys(answers))
    return edit.add(Action, title=title, answers=answered, order=order_at(edit, journey.all(Action)))
