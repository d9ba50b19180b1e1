"""What the outline says about a map beside what is in it: what to fix first, what is missing or odd."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from journeymap.editor.document import Document
from journeymap.editor.findings_list import finding_lines
from journeymap.editor.outline.nodes import Line
from journeymap.editor.outline.weights import weights_from, weights_text
from journeymap.editor.rank_list import rank_lines
from journeymap.editor.settings import Settings
from journeymap.language import _
from journeymap.model.check_rules import RULES
from journeymap.model.measures import Counts
from journeymap.survey.fix_first import Weights
from journeymap.survey.overlay import make_overlay
from journeymap.survey.score import Overlay

SILENCED, WEIGHTS = "checks/silenced", "fix-first/weights"


def this_day() -> date:
    """The day that it is here."""
    return datetime.now().astimezone().date()


class Advice(QObject):
    """Findings and ranking of one map, with what the window remembers about them. `changed`: a rule or weight differs."""

    changed = Signal()

    def __init__(
        self,
        document: Document,
        settings: Settings,
        parent: QObject | None = None,
        today: Callable[[], date] = this_day,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._today = today
        self.all_ranks = False

    def findings(self) -> list[Line]:
        """What is missing or odd."""
        return finding_lines(self._document.journey, self.silenced, self._today())

    def ranks(self) -> list[Line]:
        """What to fix first."""
        return rank_lines(self._document.journey, self._overlay(), self.weights, self.all_ranks)

    def show_all(self, all: bool) -> None:
        """Show many places of the ranking, or a few."""
        self.all_ranks = all
        self.changed.emit()

    @property
    def silenced(self) -> frozenset[str]:
        """The rules that are switched off in this window."""
        return frozenset(self._settings.text(SILENCED).split()) & RULES.keys()

    def silence(self, rule: str, silent: bool) -> None:
        """Switch a rule off or on again."""
        rules = self.silenced | {rule} if silent else self.silenced - {rule}
        self._settings.set_text(SILENCED, " ".join(sorted(rules)))
        self.changed.emit()

    @property
    def weights(self) -> Weights:
        """How much each part of the ranking counts."""
        return weights_from(self._settings.text(WEIGHTS))

    def set_weights(self, weights: Weights) -> None:
        """Weigh otherwise."""
        if weights != self.weights:
            self._settings.set_text(WEIGHTS, weights_text(weights))
            self.changed.emit()

    def fix(self, line: Line) -> Sequence[str]:
        """Mend a finding, in one edit; returns what should be selected. Raises `Problem` where it can't be done any longer."""
        from journeymap.model.check_fixes import fix_for

        journey = self._document.journey
        fix = fix_for(journey, line.finding) if line.finding is not None else None
        if fix is None or line.finding is None:
            return ()
        with self._document.edit(fix.label) as edit:
            return fix.make(journey, edit, line.finding, _)

    def _overlay(self) -> Overlay:
        heat = self._document.heat
        if heat.on or not self._document.journey.all(Counts):
            return self._document.overlay
        # What is to be fixed does not hang on whether the map is heated just now.
        return make_overlay(self._document.journey, replace(heat, on=True))
