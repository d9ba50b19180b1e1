"""The weights of the ranking: kept as text in the settings, and balanced so that they always make 100 %."""

from collections.abc import Sequence
from dataclasses import astuple

from journeymap.survey.fix_first import PARTS, Weights

WHOLE = 100


def weights_text(weights: Weights) -> str:
    """The weights as they stand in the settings: "40 20 25 15"."""
    return " ".join(str(weight) for weight in astuple(weights))


def weights_from(text: str) -> Weights:
    """The weights of a text in the settings; the usual ones where it makes no sense."""
    parts = text.split()
    if len(parts) != len(PARTS) or not all(part.isascii() and part.isdigit() for part in parts):
        return Weights()
    values = [int(part) for part in parts]
    return Weights(*values) if sum(values) == WHOLE else Weights()


def balanced(values: Sequence[int], place: int, value: int) -> list[int]:
    """The values with another one at this place, the others changed in proportion so that the sum is 100 again."""
    value = max(0, min(value, WHOLE))
    others = [each if at != place else 0 for at, each in enumerate(values)]
    if not sum(others):
        others = [1 if at != place else 0 for at in range(len(values))]
    exact = [each * (WHOLE - value) / sum(others) for each in others]
    made = [int(each) for each in exact]
    # What rounding down has left over goes to those that lost most by it.
    by_loss = sorted((at for at in range(len(values)) if at != place), key=lambda at: made[at] - exact[at])
    for at in by_loss[: WHOLE - value - sum(made)]:
        made[at] += 1
    made[place] = value
    return made
