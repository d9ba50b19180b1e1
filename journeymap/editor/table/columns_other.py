"""The columns of the tables of stages, channels, links and personas."""

from collections.abc import Sequence
from typing import Any

from journeymap import words
from journeymap.editor.inspector.colours import PERSONA_COLOURS
from journeymap.editor.table import cells
from journeymap.editor.table.column import WIDE, Column, choice, decimal, line, reading, share, tags, text
from journeymap.editor.table.columns_touchpoint import score_columns
from journeymap.editor.table.lists import ACTIONS, PAINS, TRUTHS, listing
from journeymap.editor.table.source import Source, Writing
from journeymap.language import N_, _
from journeymap.model.content import Lane, LaneCell
from journeymap.model.people import Persona
from journeymap.model.problem import Problem
from journeymap.model.structure import Link, Touchpoint
from journeymap.survey.display import whole


def stage_columns(source: Source) -> tuple[Column, ...]:
    """The columns of stages; each text lane of the user's own is one of them."""
    own = (lane for lane in source.journey.all(Lane) if lane.type == "text")
    return (
        line("title", N_("Stage"), N_("Rename"), WIDE),
        line("goal", N_("Customer's goal"), N_("Change goal"), WIDE),
        line("company_goal", N_("Company's goal"), N_("Change company goal"), WIDE),
        decimal("target", N_("Target"), N_("Change target")),
        *score_columns(source),
        reading("touchpoints", _("Touchpoints"), lambda source, stage: _many(source, stage.id, "stage")),
        *(_lane(lane) for lane in own),
        listing("pains", _("Pain points"), N_("Change pain points"), PAINS),
        listing("truths", _("Moments of truth"), N_("Change moments of truth"), TRUTHS),
        listing("actions", _("Actions"), N_("Change actions"), ACTIONS),
        text("note", N_("Note"), N_("Change note")),
        tags(),
    )


def channel_columns(source: Source) -> tuple[Column, ...]:
    """The columns of channels."""
    return (
        line("title", N_("Channel"), N_("Rename"), WIDE),
        choice("type", N_("Kind of channel"), N_("Change kind of channel"), words.CHANNEL_TYPES),
        reading("touchpoints", _("Touchpoints"), lambda source, channel: _many(source, channel.id, "channel")),
    )


def link_columns(source: Source) -> tuple[Column, ...]:
    """The columns of links."""
    return (
        _end("source", _("From"), "target"),
        _end("target", _("To"), "source"),
        choice("type", N_("Kind of link"), N_("Change kind of link"), words.LINK_TYPES),
        line("label", N_("Label"), N_("Change label")),
        share("share", N_("Share"), N_("Change share")),
        listing("pains", _("Pain points"), N_("Change pain points"), PAINS),
    )


def persona_columns(source: Source) -> tuple[Column, ...]:
    """The columns of personas."""
    return (
        line("title", N_("Persona"), N_("Rename")),
        line("line", N_("In one line"), N_("Change description"), WIDE),
        text("goals", N_("Goals"), N_("Change goals")),
        text("quote", N_("Quote"), N_("Change quote")),
        line("segment", N_("Segment in the survey"), N_("Change segment")),
        Column(
            "colour",
            _("Colour"),
            _colour,
            _put_colour,
            N_("Change colour"),
            editor="choice",
            options=_colours,
            empty=False,
        ),
        Column(
            "path",
            _("Path"),
            lambda source, persona: source.names(Touchpoint).joined(persona.path),
            _put_path,
            N_("Change path"),
            editor="names",
            options=lambda source: source.names(Touchpoint).options,
            width=320,
            hint=_("Touchpoints in order, parted by semicolons"),
        ),
    )


def ends_named(source: Source, start: str, end: str) -> tuple[str, str]:
    """The touchpoints from which and to which a link leads; raises `Problem` where they can't be linked (again)."""
    names = source.names(Touchpoint)
    ends = names.id(start), names.id(end)
    _check_ends(source, *ends)
    return ends


def _check_ends(source: Source, start: str, end: str) -> None:
    if start == end:
        raise Problem("A link can't lead from a touchpoint to itself.")
    if source.journey.graph.has_edge(start, end):
        raise Problem(
            "There is a link already from “{start}” to “{end}”.", start=source.titled(start), end=source.titled(end)
        )


def _end(field: str, heading: str, other: str) -> Column:
    def put(writing: Writing, id: str, text: str) -> None:
        writing.flush()
        link = writing.journey.get(Link, id)
        ends = {other: getattr(link, other), field: writing.source.names(Touchpoint).id(text)}
        if ends[field] != getattr(link, field):
            _check_ends(writing.source, ends["source"], ends["target"])
            writing.set(id, **{field: ends[field]})

    return Column(
        field,
        heading,
        lambda source, link: source.names(Touchpoint).of.get(getattr(link, field), ""),
        put,
        N_("Change ends of link"),
        editor="choice",
        options=lambda source: source.names(Touchpoint).options,
        width=WIDE,
        empty=False,
    )


def _lane(lane: Lane) -> Column:
    def cell(source: Source, stage: str) -> LaneCell | None:
        return next((cell for cell in source.naming(stage, LaneCell, "stage") if cell.lane == lane.id), None)

    def shown(source: Source, stage: Any) -> str:
        found = cell(source, stage.id)
        return found.text if found is not None else ""

    def put(writing: Writing, id: str, text: str) -> None:
        value, found = cells.read_text(text), cell(writing.source, id)
        if found is None and value:
            writing.edit.add(LaneCell, lane=lane.id, stage=id, text=value)
        elif found is not None and not value and found.image is None:
            writing.edit.remove(found.id)
        elif found is not None:
            writing.edit.update(found.id, text=value)

    heading = lane.title or _("Untitled")
    return Column(f"lane:{lane.id}", heading, shown, put, N_("Edit text"), width=WIDE, editor="text")


def _many(source: Source, id: str, field: str) -> str:
    return whole(len(source.naming(id, Touchpoint, field)))


def _colours(source: Source) -> Sequence[tuple[str, str]]:
    return [(colour, _(name)) for colour, name in PERSONA_COLOURS]


def _colour(source: Source, persona: Persona) -> str:
    return dict(_colours(source)).get(persona.colour, persona.colour)


def _put_colour(writing: Writing, id: str, text: str) -> None:
    value = text.strip()
    is_code = len(value) == 7 and value[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in value[1:])
    writing.set(id, colour=value if is_code else cells.read_choice(text, _colours(writing.source)))


def _put_path(writing: Writing, id: str, text: str) -> None:
    cards = writing.source.names(Touchpoint).ids(text)
    writing.set(id, path=tuple(writing.links_between(cards)))
