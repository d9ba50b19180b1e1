"""What to fix first, as lines for the outline."""

from journeymap.editor.outline.nodes import Line
from journeymap.language import _, ngettext
from journeymap.model.journey import Journey
from journeymap.survey.display import whole
from journeymap.survey.fix_first import Weights, rank
from journeymap.survey.fix_first_words import formula, left_out, show_rank
from journeymap.survey.score import Overlay

FEW, MANY = 5, 50


def rank_lines(journey: Journey, overlay: Overlay, weights: Weights, all: bool = False) -> list[Line]:
    """The touchpoints to fix first, the formula of each as its tip; a few of them, or many where `all` are wanted."""
    found = rank(journey, overlay, weights)
    shown = found[: MANY if all else FEW]
    lines = []
    for place, ranked in enumerate(shown, start=1):
        title = getattr(journey.records[ranked.id], "title", "") or _("Untitled")
        tip = "\n".join(part for part in (title, formula(ranked), left_out(ranked)) if part)
        lines.append(Line("ranked", title, (ranked.id,), tip, whole(place), show_rank(ranked)))
    more = len(found) - len(shown)
    if not lines:
        lines.append(Line("note", _("Nothing known hurts or falls short.")))
    elif more > 0 and not all:
        lines.append(Line("more", ngettext("Show {n} more", "Show {n} more", more).format(n=more)))
    elif all and len(found) > FEW:
        lines.append(Line("more", _("Show fewer")))
    return lines
