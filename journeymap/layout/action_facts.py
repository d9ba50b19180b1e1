"""What the cards of the board and the chips of the matrix say of an action."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from journeymap.language import _, is_right_to_left, ngettext
from journeymap.layout.text import Measure
from journeymap.model.findings import Action, PainPoint
from journeymap.model.journey import Journey
from journeymap.survey.display import signed, whole

HARD_SPACE = "\N{NO-BREAK SPACE}"
OVER = ("done", "dropped")


@dataclass(frozen=True)
class ActionFacts:
    """The actions of one state of a map. What is overdue is so as of `today`; without it nothing is."""

    journey: Journey
    measure: Measure
    today: date | None = None

    @property
    def rtl(self) -> bool:
        """Whether the map reads from right to left."""
        return is_right_to_left(self.journey.info.language)

    def action(self, id: str) -> Action:
        """The action with this id."""
        return self.journey.get(Action, id)

    def title(self, id: str) -> str:
        """Its title, or that it has none."""
        return self.action(id).title or _("Untitled")

    def severity(self, id: str) -> int:
        """The severity of the worst pain point that an action answers, itself or through its place; 0 for none."""
        answers = self.action(id).answers
        return max((self._severities[answer] for answer in answers), default=0)

    def overdue(self, id: str) -> bool:
        """Whether an action should have been done by now."""
        action = self.action(id)
        return (
            self.today is not None and action.due is not None and action.due < self.today and action.status not in OVER
        )

    def gain(self, id: str) -> str:
        """The expected gain of the score, with its sign; "" where nobody said."""
        gain = self.action(id).gain
        return "" if gain is None else signed(gain)

    def answers(self, id: str) -> str:
        """How many pain points and places it answers; "" for none."""
        n = len(self.action(id).answers)
        return ngettext("answers {n}", "answers {n}", n).format(n=whole(n)) if n else ""

    def due(self, id: str) -> str:
        """When it is due, in the current language; "" where nobody said."""
        due = self.action(id).due
        if due is None:
            return ""
        from babel.dates import format_date

        from journeymap.language import locale

        return str(format_date(due, "medium", locale=locale()))

    def note(self, id: str) -> str:
        """Owner, date and number of answers in one line."""
        due = self.due(id)
        if self.overdue(id):
            due = _("overdue: {date}").format(date=due)
        # A date or a number does not break off at the end of a line.
        parts = (self.action(id).owner, *(part.replace(" ", HARD_SPACE) for part in (due, self.answers(id))))
        return " · ".join(part for part in parts if part)

    @cached_property
    def _severities(self) -> dict[str, int]:
        worst: dict[str, int] = defaultdict(int)
        for pain in self.journey.all(PainPoint):
            for id in (pain.id, *pain.on):
                worst[id] = max(worst[id], pain.severity)
        return worst
