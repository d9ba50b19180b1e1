"""The columns of the tables of stages, touchpoints, links, personas and emotions."""

from journeymap.formats.excel.column import PERCENT, WHOLE, Column, id_column, signed
from journeymap.formats.excel.columns_scores import score_columns
from journeymap.formats.excel.facts import Facts
from journeymap.language import N_
from journeymap.model.people import Emotion, Persona
from journeymap.model.structure import Channel, Link, Stage, Touchpoint
from journeymap.words import CHANNEL_TYPES, LINK_TYPES, word


def stage_columns(facts: Facts) -> tuple[Column, ...]:
    """The columns of the table of stages."""
    return (
        Column(N_("Stage"), lambda facts, stage: stage.title),
        Column(N_("Customer's goal"), lambda facts, stage: stage.goal, most=36),
        Column(N_("Company's goal"), lambda facts, stage: stage.company_goal, most=36, detail=True),
        *score_columns(facts),
        Column(N_("Target"), lambda facts, stage: stage.target, format=_target_format, detail=True),
        Column(N_("Touchpoints"), _touchpoints, format=WHOLE),
        Column(N_("Pain points"), lambda facts, stage: len(facts.pains_within(stage)), format=WHOLE),
        Column(N_("Worst severity"), _worst_within, format=WHOLE, scale="severity"),
        Column(N_("Note"), lambda facts, stage: stage.note, most=50, detail=True),
        Column(N_("Tags"), _tags, detail=True),
        id_column(),
    )


def touchpoint_columns(facts: Facts) -> tuple[Column, ...]:
    """The columns of the table of touchpoints: place and score first, then the lanes of the service blueprint."""
    return (
        Column(N_("Touchpoint"), lambda facts, card: card.title, most=36),
        Column(N_("Stage"), lambda facts, card: facts.title(card.stage), most=24),
        Column(N_("Channel"), lambda facts, card: facts.title(card.channel), most=24),
        Column(N_("Channel type"), lambda facts, card: _channel_type(facts.channel_of(card))),
        *score_columns(facts),
        Column(N_("Pain points"), lambda facts, card: len(facts.pains.get(card.id, ())), format=WHOLE),
        Column(N_("Worst severity"), _worst_on, format=WHOLE, scale="severity"),
        Column(N_("Moments of truth"), lambda facts, card: len(facts.truths.get(card.id, ())), format=WHOLE),
        Column(N_("Leads to"), _leads_to, most=36),
        Column(N_("Share of customers"), lambda facts, card: card.share, format=PERCENT, detail=True),
        Column(N_("Customer does"), lambda facts, card: card.does, most=40, detail=True),
        Column(N_("Customer thinks"), lambda facts, card: card.thinks, most=40, detail=True),
        Column(N_("Customer expects"), lambda facts, card: card.expects, most=40, detail=True),
        Column(N_("Physical evidence"), lambda facts, card: card.physical_evidence, most=40, detail=True),
        Column(N_("Front stage"), lambda facts, card: card.front_stage, most=40, detail=True),
        Column(N_("Backstage"), lambda facts, card: card.back_stage, most=40, detail=True),
        Column(N_("Systems"), lambda facts, card: card.systems, detail=True),
        Column(N_("Process"), lambda facts, card: card.process, detail=True),
        Column(N_("Owner"), lambda facts, card: card.owner, detail=True),
        Column(N_("Experience level (1–6)"), lambda facts, card: card.experience_level, format=WHOLE, detail=True),
        Column(N_("Sight"), lambda facts, card: card.senses.sight, detail=True),
        Column(N_("Sound"), lambda facts, card: card.senses.sound, detail=True),
        Column(N_("Smell"), lambda facts, card: card.senses.smell, detail=True),
        Column(N_("Touch"), lambda facts, card: card.senses.touch, detail=True),
        Column(N_("Taste"), lambda facts, card: card.senses.taste, detail=True),
        Column(N_("Tags"), _tags, detail=True),
        id_column(),
    )


def link_columns(facts: Facts) -> tuple[Column, ...]:
    """The columns of the table of links."""
    return (
        Column(N_("From"), lambda facts, link: facts.title(link.source), most=36),
        Column(N_("From stage"), lambda facts, link: facts.stage_of(link.source), most=24),
        Column(N_("To"), lambda facts, link: facts.title(link.target), most=36),
        Column(N_("To stage"), lambda facts, link: facts.stage_of(link.target), most=24),
        Column(N_("Type"), lambda facts, link: word(LINK_TYPES, link.type)),
        Column(N_("Label"), lambda facts, link: link.label),
        Column(N_("Share of customers"), lambda facts, link: link.share, format=PERCENT),
        Column(N_("Pain points"), lambda facts, link: len(facts.pains.get(link.id, ())), format=WHOLE),
        id_column(),
    )


def persona_columns(facts: Facts) -> tuple[Column, ...]:
    """The columns of the table of personas."""
    return (
        Column(N_("Persona"), lambda facts, persona: persona.title),
        Column(N_("In a line"), lambda facts, persona: persona.line, most=40),
        Column(N_("Goals"), lambda facts, persona: persona.goals, most=50),
        Column(N_("Quote"), lambda facts, persona: persona.quote, most=50),
        Column(N_("Survey segment"), lambda facts, persona: persona.segment),
        Column(N_("Path"), _path, most=60),
        id_column(),
    )


def emotion_columns(facts: Facts) -> tuple[Column, ...]:
    """The columns of the table of emotions."""
    return (
        Column(N_("Persona"), lambda facts, emotion: facts.title(emotion.persona)),
        Column(N_("Stage"), lambda facts, emotion: facts.stage_of(emotion.touchpoint), most=24),
        Column(N_("Touchpoint"), lambda facts, emotion: facts.title(emotion.touchpoint), most=36),
        Column(
            N_("Felt (−2 to +2)"),
            lambda facts, emotion: emotion.value,
            format=lambda facts, emotion: signed(emotion.value),
            scale="felt",
        ),
        Column(N_("Note"), lambda facts, emotion: emotion.note, most=50),
        id_column(),
    )


def emotion_rows(facts: Facts) -> list[Emotion]:
    """Emotions by persona, then along the journey."""
    place = {touchpoint.id: number for number, touchpoint in enumerate(facts.in_order)}
    row = {persona.id: number for number, persona in enumerate(facts.journey.all(Persona))}
    return sorted(facts.journey.all(Emotion), key=lambda e: (row[e.persona], place[e.touchpoint], e.id))


def link_rows(facts: Facts) -> list[Link]:
    """Links in the order of the touchpoints where they begin."""
    return [link for touchpoint in facts.in_order for link in facts.next_links.get(touchpoint.id, ())]


def _target_format(facts: Facts, stage: Stage) -> str:
    return WHOLE if stage.target is None or stage.target == round(stage.target) else "0.0"


def _tags(facts: Facts, record: Stage | Touchpoint) -> str:
    return ", ".join(record.tags)


def _touchpoints(facts: Facts, stage: Stage) -> int:
    return len(facts.touchpoints_by_stage.get(stage.id, ()))


def _worst_within(facts: Facts, stage: Stage) -> int | None:
    return max((pain.severity for pain in facts.pains_within(stage)), default=None)


def _worst_on(facts: Facts, touchpoint: Touchpoint) -> int | None:
    return max((pain.severity for pain in facts.pains.get(touchpoint.id, ())), default=None)


def _channel_type(channel: Channel) -> str:
    return word(CHANNEL_TYPES, channel.type)


def _leads_to(facts: Facts, touchpoint: Touchpoint) -> str:
    return facts.titles(link.target for link in facts.next_links.get(touchpoint.id, ()))


def _path(facts: Facts, persona: Persona) -> str:
    cards = (id for id in persona.path if facts.journey.find(Touchpoint, id))
    return " → ".join(title for title in map(facts.title, cards) if title)
