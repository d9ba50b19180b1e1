"""Which element of the map a question speaks of, by their names."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from journeymap.model.journey import Journey
from journeymap.model.structure import JourneyInfo, Stage, Touchpoint
from journeymap.survey.words import content, folded, names_one_of, phrases, tokens

ENOUGH = 0.7
_LONG_QUESTION = 5
_SHORT_TITLE = 3
_ALIKE = 0.8
_LOOKED_AT = 60
_OVERALL = phrases(
    "overall|in general|generally|all in all|company|brand|whole experience|entire experience|our service|our services|"
    "friend or colleague|friends or colleagues|friends and family|insgesamt|gesamt|allgemein|unternehmen|firma|genel|"
    "genel olarak|sirket|firmamizi|marka|в целом|общая|общее|компания|компанию|компании|друзьям|به طور کلی|کلی|شرکت|"
    "دوستان|en general|global|dans l ensemble|entreprise|empresa"
)
_GENERIC = phrases(
    "nps|csat|ces|score|rating|ratings|rate|star|stars|review|reviews|grade|satisfaction|experience|value|result|total|"
    "recommend|recommended|recommendation|likelihood to recommend|effort|ease|bewertung|note|punkte|zufriedenheit|puan|"
    "memnuniyet|tavsiye|oy|оценка|рейтинг|балл|звезды|امتیاز|نمره|رضایت|تجربه|ستاره"
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a question can score: a touchpoint, a stage, or the journey."""

    id: str
    title: str
    words: tuple[str, ...]


class Matcher:
    """Finds the target that a question's name speaks of, among all touchpoints and stages of a map."""

    def __init__(self, journey: Journey) -> None:
        # Touchpoints first: where a stage has the same title, the closer contact is meant.
        elements: list[Touchpoint | Stage] = [*journey.all(Touchpoint), *journey.all(Stage)]
        self._targets = [
            Target(element.id, element.title, words) for element in elements if (words := tokens(element.title))
        ]
        self._ids = {element.id for element in elements}
        self._by_line: dict[str, Target] = {}
        self._by_start: defaultdict[str, list[int]] = defaultdict(list)
        for place, target in enumerate(self._targets):
            self._by_line.setdefault(" ".join(target.words), target)
            for start in {word[:3] for word in target.words}:
                self._by_start[start].append(place)
        self._journey_title = folded(journey.info.title)

    def best(self, names: Iterable[str]) -> tuple[str, float] | None:
        """The id of the target that one of a question's names fits best, and how well (0.7 to 1); None where none does."""
        found: tuple[str, float] | None = None
        for name in names:
            if name.strip() in self._ids:
                return name.strip(), 1.0
            words = tokens(name)
            if not words:
                continue
            exact = self._by_line.get(" ".join(words))
            if exact:
                return exact.id, 1.0
            for target in self._near(words):
                fit = likeness(words, target.words)
                if fit >= ENOUGH and (found is None or fit > found[1]):
                    found = target.id, fit
        return found

    def is_overall(self, names: Iterable[str]) -> bool:
        """Whether a question that speaks of no touchpoint or stage asks about the company or the whole journey."""
        for name in names:
            words = tokens(name)
            if names_one_of(words, _OVERALL) or (self._journey_title and " ".join(words) == self._journey_title):
                return True
            if words and all(word in _GENERIC for word in content(words)):
                return True
        return False

    def _near(self, words: tuple[str, ...]) -> list[Target]:
        shared: Counter[int] = Counter()
        for start in {word[:3] for word in words}:
            shared.update(self._by_start.get(start, ()))
        places: Iterable[int] = sorted(shared)
        if len(shared) > _LOOKED_AT:
            # On a map of thousands only those with most beginnings of words in common are looked at closely.
            places = nlargest(_LOOKED_AT, places, key=lambda place: shared[place] / len(self._targets[place].words))
        return [self._targets[place] for place in places]


def likeness(question: tuple[str, ...], title: tuple[str, ...]) -> float:
    """How surely a question speaks of a title, 0 to 1: the title within the question, words that begin alike, letters alike."""
    if question == title:
        return 1.0
    share = len(title) / len(question)
    if _within(title, question):
        if len(title) == 1 and len(question) > _LONG_QUESTION:
            # A single common word ("Use") in a long question says little.
            return 0.6 if len(title[0]) <= _SHORT_TITLE else 0.78
        return 0.9 + 0.09 * min(1.0, share)
    asked, named = content(question), content(title)
    if _within(question, title):
        return 0.6 + 0.3 * len(asked) / max(1, len(named))
    met = sum(max(_alike(word, other) for other in asked) for word in named) / len(named)
    letters = SequenceMatcher(None, " ".join(question), " ".join(title)).ratio() if 0.4 < share < 2.5 else 0.0
    return max(0.88 * met if len(named) > 1 else 0.75 * met, 0.95 * letters)


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    n = len(part)
    return any(whole[i : i + n] == part for i in range(len(whole) - n + 1))


def _alike(word: str, other: str) -> float:
    """1 for the same word, near 1 for two forms of one ("tracks", "tracking"), else 0."""
    if word == other:
        return 1.0
    same = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    longer = max(len(word), len(other))
    if same >= 4 and same >= 0.6 * longer:
        return 0.95
    if same >= 6 and same >= 0.5 * longer:  # "installs", "installation"
        return 0.9
    if same >= 3 and min(len(word), len(other)) >= 4:
        ratio = SequenceMatcher(None, word, other).ratio()
        return 0.9 if ratio >= _ALIKE else 0.0
    return 0.0


def targets_by_title(journey: Journey) -> dict[str, list[str]]:
    """The ids of touchpoints, stages and the journey by their exact title; more than one where a title is ambiguous."""
    found: dict[str, list[str]] = defaultdict(list)
    elements: list[Touchpoint | Stage | JourneyInfo] = [*journey.all(Touchpoint), *journey.all(Stage), journey.info]
    for element in elements:
        if element.title:
            found[element.title].append(element.id)
    return found
