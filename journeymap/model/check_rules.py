"""What is looked for when a map is checked, as a table; and a finding, one thing that was found."""

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["warning", "hint"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thing that is looked for: its name in a list of all rules, and the English sentence, both keys in the catalogue."""

    severity: Severity
    title: str
    message: str


def N_(message: str) -> str:  # noqa: N802 - gettext's own name; the model may not import journeymap.language
    """Mark a sentence for translation."""
    return message


RULES: dict[str, Rule] = {
    "no-stages": Rule(
        "warning", N_("Map without stages"), N_("The map has no stages. Add one, or start from a template.")
    ),
    "no-title": Rule(
        "warning",
        N_("Touchpoint without title"),
        N_("A touchpoint in stage “{stage}” has no title. Say in a few words what happens there."),
    ),
    "stage-no-title": Rule("warning", N_("Stage without title"), N_("Stage {number} has no title.")),
    "no-link": Rule(
        "warning", N_("Touchpoint without link"), N_("“{title}” has no link to or from another touchpoint.")
    ),
    "empty-stage": Rule("warning", N_("Stage without touchpoint"), N_("Stage “{title}” has no touchpoint.")),
    "action-no-owner": Rule("warning", N_("Action without owner"), N_("Action “{title}” has no owner.")),
    "action-no-date": Rule("warning", N_("Action without date"), N_("Action “{title}” has no due date.")),
    "truth-no-score": Rule(
        "warning",
        N_("Moment of truth without score"),
        N_("Moment of truth “{title}” has no score: the survey asks nothing about “{target}”."),
    ),
    "old-score": Rule(
        "warning",
        N_("Score older than a year"),
        N_("The scores from “{wave}” are older than a year. Ask again before you decide by them."),
    ),
    "ends-at-purchase": Rule(
        "hint",
        N_("Map that stops at the purchase"),
        N_("The map stops at the purchase: nothing comes after stage “{title}”, but customers judge by what follows."),
    ),
    "dead-end": Rule("hint", N_("Dead end"), N_("Nothing follows “{title}”, and it is not in the last stage.")),
    "unreachable": Rule(
        "hint", N_("Touchpoint that can't be reached"), N_("No way leads from the first stage to “{title}”.")
    ),
    "empty-channel": Rule("hint", N_("Channel without touchpoint"), N_("Channel “{title}” has no touchpoint.")),
    "pain-no-action": Rule(
        "hint",
        N_("Pain point without action"),
        N_("No action answers the pain point “{title}”, severity {severity} of 5."),
    ),
    "persona-no-path": Rule("hint", N_("Persona without path"), N_("Persona “{title}” has no path through the map.")),
    "same-title": Rule(
        "hint",
        N_("Several elements of one name"),
        N_("{n} elements are called “{title}”: a survey is matched by name and can't tell them apart."),
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is missing or odd: which rule found it, on which elements, the English sentence and its parameters."""

    rule: str
    ids: tuple[str, ...]
    message: str
    params: dict[str, object] = field(default_factory=dict)
    severity: Severity = "warning"

    def text(self) -> str:
        """The sentence in English; elsewhere translate `message` and fill in `params`."""
        return self.message.format(**self.params)


def finding(rule: str, *ids: str, **params: object) -> Finding:
    """What a rule found on these elements."""
    return Finding(rule, ids, RULES[rule].message, params, RULES[rule].severity)
