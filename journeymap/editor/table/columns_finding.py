"""The columns of the tables of pain points, moments of truth and actions."""

from journeymap import words
from journeymap.editor.table.column import WIDE, Column, choice, day, decimal, line, reading, steps, text
from journeymap.editor.table.lists import ACTIONS, listing
from journeymap.editor.table.source import Source, Writing
from journeymap.language import N_, _
from journeymap.model.findings import Evidence, PainPoint
from journeymap.model.problem import Problem
from journeymap.model.structure import Channel, Stage, Touchpoint

TOLD_APART = N_("Names of the map, parted by semicolons")


def pain_columns(source: Source) -> tuple[Column, ...]:
    """The columns of pain points."""
    return (
        line("title", N_("Pain point"), N_("Rename"), WIDE),
        Column(
            "on",
            _("Where"),
            lambda source, pain: source.places.joined(pain.on),
            _put_places,
            N_("Change places"),
            editor="names",
            options=lambda source: source.places.options,
            width=WIDE,
            empty=False,
            hint=_(TOLD_APART),
        ),
        steps("severity", N_("Severity"), N_("Change severity")),
        choice("category", N_("Category"), N_("Change category"), words.PAIN_CATEGORIES),
        line("own_category", N_("Category in your words"), N_("Change category")),
        choice("frequency", N_("How often"), N_("Change frequency"), words.FREQUENCIES, none=True),
        listing("actions", _("Actions"), N_("Change actions"), ACTIONS),
        reading("evidence", _("Evidence"), _evidence, width=WIDE),
    )


def truth_columns(source: Source) -> tuple[Column, ...]:
    """The columns of moments of truth."""
    return (
        line("title", N_("Moment of truth"), N_("Rename"), WIDE),
        Column(
            "on",
            _("Where"),
            lambda source, truth: source.names(Touchpoint, Stage).of.get(truth.on, ""),
            _put_place,
            N_("Change place"),
            editor="choice",
            options=lambda source: source.names(Touchpoint, Stage).options,
            width=WIDE,
            empty=False,
        ),
        choice("type", N_("Kind"), N_("Change kind of moment"), words.TRUTH_TYPES_LONG, width=190),
        steps("weight", N_("Weight"), N_("Change weight")),
        text("why", N_("Why"), N_("Change reason"), 320),
    )


def action_columns(source: Source) -> tuple[Column, ...]:
    """The columns of actions."""
    return (
        line("title", N_("Action"), N_("Rename"), WIDE),
        Column(
            "answers",
            _("Answers"),
            lambda source, action: source.answerable.joined(action.answers),
            _put_answers,
            N_("Change what the action answers"),
            editor="names",
            options=lambda source: source.answerable.options,
            width=WIDE,
            hint=_(TOLD_APART),
        ),
        choice("status", N_("Status"), N_("Change status"), words.STATUSES, width=118),
        line("owner", N_("Owner"), N_("Change owner")),
        day("due", N_("Due"), N_("Change due date")),
        choice("lever", N_("Lever"), N_("Change lever"), words.LEVERS),
        Column(
            "channels",
            _("Channels"),
            lambda source, action: source.names(Channel).joined(action.channels),
            _put_channels,
            N_("Change channels"),
            editor="names",
            options=lambda source: source.names(Channel).options,
            hint=_(TOLD_APART),
        ),
        steps("effort", N_("Effort"), N_("Change effort"), none=True),
        steps("impact", N_("Impact"), N_("Change impact"), none=True),
        line("cost", N_("Cost"), N_("Change cost")),
        decimal("gain", N_("Expected gain"), N_("Change gain")),
    )


def places_named(source: Source, text: str) -> tuple[str, ...]:
    """The touchpoints, links and stages of these names, at least one."""
    found = source.places.ids(text)
    if not found:
        raise Problem("The cell can't be empty: name a touchpoint, a link or a stage.")
    return found


def place_named(source: Source, text: str) -> str:
    """The touchpoint or stage of this name."""
    if not text.strip():
        raise Problem("The cell can't be empty: name a touchpoint or a stage.")
    return source.names(Touchpoint, Stage).id(text)


def _put_places(writing: Writing, id: str, text: str) -> None:
    writing.set(id, on=places_named(writing.source, text))


def _put_place(writing: Writing, id: str, text: str) -> None:
    writing.set(id, on=place_named(writing.source, text))


def _put_answers(writing: Writing, id: str, text: str) -> None:
    writing.set(id, answers=writing.source.answerable.ids(text))


def _put_channels(writing: Writing, id: str, text: str) -> None:
    writing.set(id, channels=writing.source.names(Channel).ids(text))


def _evidence(source: Source, pain: PainPoint) -> str:
    return "\n".join(map(_piece, pain.evidence))


def _piece(evidence: Evidence) -> str:
    quote = _("“{quote}”").format(quote=evidence.quote) if evidence.quote else ""
    parts = (words.word(words.EVIDENCE_SOURCES, evidence.source), evidence.date, quote)
    return " · ".join(part for part in parts if part)
