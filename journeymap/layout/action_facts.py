"""What the cards of the board and the chips of the matrix say of an action."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from journeymap.language import _, is_right_to_left, ngettext
from journeymap.layout.draw_lane import due
from journeymap.layout.text import Measure, elide
from journeymap.model.findings import Action, PainPoint
from journeymap.model.journey import Journey
from journeymap.survey.display import number, signed, whole

OVER = ("done", "dropped")


@dataclass(frozen=True, slots=True)
class Note:
    """A line below a title; `warns` where something is overdue."""

    text: str
    warns: bool = False


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
        if gain is None:
            return ""
        if gain == round(gain) or gain < 0:
            return signed(gain) if gain == round(gain) else number(gain, 1)
        return signed(1).replace(number(1, 0), number(gain, 1))  # its sign, wherever the language puts it

    def answers(self, id: str) -> str:
        """How many pain points and places it answers; "" for none."""
        n = len(self.action(id).answers)
        return ngettext("answers {n}", "answers {n}", n).format(n=whole(n)) if n else ""

    def due_day(self, id: str) -> str:
        """When it is due, in the current language; "" where nobody said."""
        day = self.action(id).due
        if day is None:
            return ""
        from babel.dates import format_date

        from journeymap.language import locale

        return str(format_date(day, "medium", locale=locale()))

    def notes(self, id: str, room: float) -> list[Note]:
        """Owner, month and number of answers, as many on a line as there is room for."""
        month = due(self.action(id))
        late = self.overdue(id)
        month = _("overdue: {date}").format(date=month) if late else month
        lines: list[Note] = []
        for part, warns in ((self.action(id).owner, False), (month, late), (self.answers(id), False)):
            longer = f"{lines[-1].text} · {part}" if lines else part
            if not part:
                continue
            if lines and not lines[-1].warns and not warns and self.measure.width(longer, "note") <= room:
                lines[-1] = Note(longer)
            else:
                lines.append(Note(elide(part, "note", room, self.measure), warns))
        return lines

    @cached_property
    def _severities(self) -> dict[str, int]:
        worst: dict[str, int] = defaultdict(int)
        for pain in self.journey.all(PainPoint):
            for id in (pain.id, *pain.on):
                worst[id] = max(worst[id], pain.severity)
        return worst
