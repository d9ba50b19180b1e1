"""The columns of the table of touchpoints."""

from collections.abc import Sequence
from typing import Any

from journeymap import words
from journeymap.editor.table import cells
from journeymap.editor.table.column import MEDIUM, WIDE, Column, line, reading, share, tags, text
from journeymap.editor.table.columns_emotion import emotion_columns
from journeymap.editor.table.lists import PAINS, TRUTHS, listing
from journeymap.editor.table.source import Source, Writing
from journeymap.language import N_, _
from journeymap.model.columns import touchpoints_in
from journeymap.model.edits import place_touchpoints
from journeymap.model.people import Persona
from journeymap.model.problem import Problem
from journeymap.model.structure import Touchpoint
from journeymap.survey.display import displayed, metric_name, show_margin, show_value, whole

SENSES: tuple[tuple[str, str], ...] = (
    ("sight", N_("Sight")),
    ("sound", N_("Sound")),
    ("smell", N_("Smell")),
    ("touch", N_("Touch")),
    ("taste", N_("Taste")),
)
MOVE = N_("Move card")


def touchpoint_columns(source: Source) -> tuple[Column, ...]:
    """The columns: place, what the customer lives through, what stands behind it, what was measured and found."""
    return (
        line("title", N_("Touchpoint"), N_("Rename"), WIDE),
        Column(
            "stage",
            _("Stage"),
            lambda source, card: source.titled(card.stage),
            put_stage,
            MOVE,
            editor="choice",
            options=stages,
            empty=False,
        ),
        Column(
            "channel",
            _("Channel"),
            lambda source, card: source.titled(card.channel),
            _put_channel,
            MOVE,
            editor="choice",
            options=channels,
            empty=False,
        ),
        text("does", N_("Customer does"), N_("Change what the customer does")),
        text("thinks", N_("Customer thinks"), N_("Change what the customer thinks")),
        text("expects", N_("Customer expects"), N_("Change what the customer expects")),
        *(column for persona in source.journey.all(Persona) for column in emotion_columns(persona)),
        text("physical_evidence", N_("Physical evidence"), N_("Change physical evidence")),
        text("front_stage", N_("Front stage"), N_("Change front stage")),
        text("back_stage", N_("Backstage"), N_("Change back stage")),
        text("systems", N_("Systems"), N_("Change systems"), MEDIUM),
        text("process", N_("Process"), N_("Change process"), MEDIUM),
        line("owner", N_("Owner"), N_("Change owner")),
        _level(),
        share("share", N_("Share"), N_("Change share")),
        tags(),
        *score_columns(source),
        listing("pains", _("Pain points"), N_("Change pain points"), PAINS),
        listing("truths", _("Moments of truth"), N_("Change moments of truth"), TRUTHS),
        *(_sense(name, _(heading)) for name, heading in SENSES),
    )


def score_columns(source: Source) -> tuple[Column, ...]:
    """What was measured: to be read only."""
    metric = source.overlay.metric
    heading = _("Score: {metric}").format(metric=metric_name(metric)) if metric else _("Score")
    return (
        reading("score", heading, score_text, _score_plain, 104),
        reading("n", _("Answers"), lambda source, record: n_text(source, record.id), _n_plain),
    )


def score_text(source: Source, record: Any) -> str:
    """The score of an element with half its interval; "" where it has none."""
    score = source.overlay.scores.get(record.id)
    if score is None:
        return ""
    return f"{show_value(score)} {show_margin(score)}".rstrip()


def n_text(source: Source, id: str) -> str:
    """How many answers an element's score comes from."""
    score = source.overlay.scores.get(id)
    return whole(score.n) if score is not None else ""


def stages(source: Source) -> Sequence[tuple[str, str]]:
    """The stages to choose from."""
    return [(stage.id, source.titled(stage.id)) for stage in source.journey.stages]


def channels(source: Source) -> Sequence[tuple[str, str]]:
    """The channels to choose from."""
    return [(channel.id, source.titled(channel.id)) for channel in source.journey.channels]


def stage_named(source: Source, text: str) -> str:
    """The id of the stage with this title; raises `Problem` where there is none."""
    try:
        return cells.read_choice(text, stages(source))
    except Problem:
        raise Problem(
            "There is no stage “{name}”; the map has: {names}.",
            name=cells.short(text),
            names=cells.listed(stages(source)),
        ) from None


def channel_named(source: Source, text: str) -> str:
    """The id of the channel with this title; raises `Problem` where there is none."""
    try:
        return cells.read_choice(text, channels(source))
    except Problem:
        raise Problem(
            "There is no channel “{name}”; the map has: {names}.",
            name=cells.short(text),
            names=cells.listed(channels(source)),
        ) from None


def put_stage(writing: Writing, id: str, text: str) -> None:
    """Put a touchpoint at the end of another stage."""
    stage = stage_named(writing.source, text)
    if writing.journey.get(Touchpoint, id).stage != stage:
        writing.set(id, stage=stage, order=writing.order_at_end(stage))


def _put_channel(writing: Writing, id: str, text: str) -> None:
    channel = channel_named(writing.source, text)
    writing.flush()  # a stage that was written in the same row comes first
    card = writing.journey.get(Touchpoint, id)
    if card.channel == channel:
        return
    others = touchpoints_in(writing.journey, card.stage)
    if any(other.order == card.order and other.channel == channel for other in others):
        place_touchpoints(writing.journey, writing.edit, [id], card.stage, channel, card.order)
    else:
        writing.set(id, channel=channel)


def _level() -> Column:
    def options(source: Source) -> Sequence[tuple[int, str]]:
        names = words.EXPERIENCE_LEVELS.items()
        return [(level, _("{level} {name}").format(level=level, name=_(name))) for level, name in names]

    def shown(source: Source, card: Touchpoint) -> str:
        return dict(options(source)).get(card.experience_level or 0, "")

    def put(writing: Writing, id: str, text: str) -> None:
        level: int | None = None
        if text.strip():
            value = cells.number(text.split()[0])
            level = int(value) if value in words.EXPERIENCE_LEVELS else None
            if level is None:
                bare = [(level, _(name)) for level, name in words.EXPERIENCE_LEVELS.items()]
                level = cells.read_choice(text, [*bare, *options(writing.source)])
        writing.set(id, experience_level=level)

    change = N_("Change level of experience")
    return Column("experience_level", _("Level of experience"), shown, put, change, editor="choice", options=options)


def _sense(name: str, heading: str) -> Column:
    def shown(source: Source, card: Touchpoint) -> str:
        return str(getattr(card.senses, name))

    def put(writing: Writing, id: str, text: str) -> None:
        line = cells.read_line(text)
        writing.flush()
        senses = writing.journey.get(Touchpoint, id).senses
        writing.set(id, senses=senses.model_copy(update={name: line}))

    return Column(f"senses.{name}", heading, shown, put, N_("Change senses"), rare=True)


def _score_plain(source: Source, record: Any) -> str:
    score = source.overlay.scores.get(record.id)
    return cells.plain_number(displayed(score)) if score is not None and score.shown != "withheld" else ""


def _n_plain(source: Source, record: Any) -> str:
    score = source.overlay.scores.get(record.id)
    return str(score.n) if score is not None else ""
