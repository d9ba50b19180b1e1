"""Which metric and scale a question has, by its answers and its words."""

import math
from collections import Counter
from collections.abc import Sequence

from journeymap.model.measures import Metric, Scale
from journeymap.survey.numbers import parse_number
from journeymap.survey.words import starts_one_of, stems, tokens

Guess = tuple[Metric, Scale, bool]

_RECOMMEND = stems(
    "nps|recommend|weiterempf|empfehl|recommand|recomend|tavsiye|öner|рекоменд|посовет|порекоменд|советова|توصیه|پیشنهاد|معرفی"
)
_EASE = stems("ces|easy|ease|easi|leicht|einfach|facile|facil|kolay|легк|прост|آسان|راحت|سهولت")
_EFFORT = stems(
    "effort|difficult|hard|aufwand|anstreng|mühe|schwierig|çaba|zor|efor|усили|сложн|трудн|تلاش|زحمت|سخت|دشوار"
)
_SATISFIED = stems("csat|satisf|zufrieden|content|memnun|tatmin|удовлетвор|доволен|довольн|رضایت|راضی")
_TELLING = _RECOMMEND + _EASE + _EFFORT + _SATISFIED
_NPS: Guess = ("nps", (0.0, 10.0), True)
_NO_ZERO: Guess = ("mean", (1.0, 10.0), True)
_ENOUGH = 30  # from so many answers on, values that never occur say something
_NOT_RATED = 0.1
_ODD_SHARE = 0.05  # mistyped answers: 11, 99, −99


def guess_metric(values: Sequence[str], name: str, decimal: str = ".") -> Guess:
    """The metric, scale and direction that a question most likely has, by its answers (texts) and its words.

    0–10 is NPS, 1–5 CSAT, 1–7 CES where the words speak of ease or effort and else CSAT, anything else a mean on the scale
    the answers span; "how much effort" is a scale where low is good. A proposal only: the user confirms it.
    """
    words = tokens(name)
    recommend = starts_one_of(words, _RECOMMEND)
    effort = starts_one_of(words, _EFFORT) and not starts_one_of(words, _EASE)
    easy = effort or starts_one_of(words, _EASE)
    numbers = Counter(value for text in values if (value := parse_number(text, decimal)) is not None)
    found = _without_odd(numbers)
    if not found:
        return ("nps", (0.0, 10.0), True) if recommend else ("csat", (1.0, 5.0), True)
    n = sum(found.values())
    low, high = min(found), max(found)
    whole = all(value.is_integer() for value in found)
    if not whole or low < 0 or high > 10 or (set(found) <= {0.0, 1.0} and n >= 5):
        return "mean", _span(low, high), not effort
    # One to ten is no NPS, unless the words say so and zero may merely be missing.
    if high > 7 or (low == 0 and (high > 5 or recommend)) or (recommend and n < _ENOUGH):
        if low >= 1 and n >= _ENOUGH and not recommend:
            return ("csat" if starts_one_of(words, _SATISFIED) else "mean"), (1.0, 10.0), not effort
        return "nps", (0.0, 10.0), True
    if low == 0 and found[0.0] > _NOT_RATED * n:
        return "mean", (0.0, 5.0), not effort
    # A few zeros below 1 to 5 are "not rated"; they are dropped as outside the scale, and counted.
    scale = (1.0, 5.0) if high <= 5 else (1.0, 7.0)
    return "ces" if easy else "csat", scale, not effort


def guess_together(questions: Sequence[tuple[Sequence[str], str]], decimal: str = ".") -> list[Guess]:
    """The guesses for several questions (answers, name) of one survey, where those without telling words lean on each other.

    A touchpoint with few answers, or one that nobody gave a zero, has the scale of the others.
    """
    guesses = [guess_metric(values, name, decimal) for values, name in questions]
    plain = [i for i, (_, name) in enumerate(questions) if not starts_one_of(tokens(name), _TELLING)]
    sure = [guesses[i] for i in plain if len(questions[i][0]) >= _ENOUGH] or [guesses[i] for i in plain]
    if _NPS in sure:
        sure = [_NPS if guess == _NO_ZERO else guess for guess in sure]
    if not sure:
        return guesses
    usual, times = Counter(sure).most_common(1)[0]
    if times * 2 < len(sure):
        return guesses
    low, high = usual[1]
    for i in plain:
        values = questions[i][0]
        numbers = [value for text in values if (value := parse_number(text, decimal)) is not None]
        few = len(values) < _ENOUGH
        no_zero = usual == _NPS and guesses[i] == _NO_ZERO
        inside = sum(low <= value <= high for value in numbers)
        if (few or no_zero) and inside >= (1 - 2 * _ODD_SHARE) * len(numbers):
            guesses[i] = usual
    return guesses


def _without_odd(numbers: Counter[float]) -> Counter[float]:
    """The answers without a few that no usual scale holds, where the others fit one."""
    n = sum(numbers.values())
    for low, high in ((0, 10), (0, 100)):
        inside = Counter({value: count for value, count in numbers.items() if low <= value <= high})
        odd = n - sum(inside.values())
        if inside and odd <= max(_ODD_SHARE * n, 1 if n >= 3 else 0):
            return inside
    return numbers


def _span(low: float, high: float) -> Scale:
    """A usual scale that holds the answers, or whole numbers around them."""
    for first, last in ((0.0, 1.0), (1.0, 5.0), (1.0, 7.0), (0.0, 10.0), (0.0, 100.0)):
        if first <= low and high <= last:
            return first, last
    bottom = float(max(-1e9, math.floor(low)))
    top = float(min(1e9, math.ceil(high)))
    return (bottom, top) if bottom < top else (min(bottom, 1e9 - 1), min(bottom, 1e9 - 1) + 1)
