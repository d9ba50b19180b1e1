"""From a field's description to its widget."""

from journeymap.editor.inspector.choice_fields import ChoiceField, ColourField, Options, StepsField
from journeymap.editor.inspector.field import Field
from journeymap.editor.inspector.line_fields import DateField, LineField, NumberField, ShareField, TagsField
from journeymap.editor.inspector.specs import FieldSpec
from journeymap.editor.inspector.text_field import TextField
from journeymap.language import N_, _
from journeymap.model.journey import Journey

# The colours of personas: each can be told from the others and from the heat.
PERSONA_COLOURS: tuple[tuple[str, str], ...] = (
    ("#1B2330", N_("Ink")),
    ("#3A6EA5", N_("Blue")),
    ("#8A4FA3", N_("Violet")),
    ("#B07A1E", N_("Ochre")),
    ("#3F7D58", N_("Green")),
    ("#A34F6D", N_("Rose")),
)


def make_field(spec: FieldSpec, journey: Journey) -> Field:
    """The widget of a field."""
    hint = _(spec.hint) if spec.hint else ""
    if spec.kind in ("heading", "text"):
        return TextField(hint, heading=spec.kind == "heading")
    if spec.kind in ("choice", "stage", "channel"):
        return ChoiceField(options_of(spec, journey))
    if spec.kind == "steps":
        return StepsField(spec.steps, may_be_none=bool(spec.none))
    if spec.kind == "colour":
        return ColourField([(colour, _(name)) for colour, name in PERSONA_COLOURS])
    kinds: dict[str, type[LineField]] = {
        "number": NumberField,
        "share": ShareField,
        "date": DateField,
        "tags": TagsField,
    }
    return kinds.get(spec.kind, LineField)(hint)


def options_of(spec: FieldSpec, journey: Journey) -> Options:
    """What a field offers to choose from, with the words for it."""
    untitled = _("Untitled")
    if spec.kind == "stage":
        return [(stage.id, stage.title or untitled) for stage in journey.stages]
    if spec.kind == "channel":
        return [(channel.id, channel.title or untitled) for channel in journey.channels]
    options: list[tuple[object, str]] = [(None, _(spec.none))] if spec.none else []
    options += [(code, _(text)) for code, text in (spec.options or {}).items()]
    numbers = spec.numbers or {}
    most = max(numbers, default=0)
    level = _("{level} of {most}: {name}")
    options += [(n, level.format(level=n, most=most, name=_(text))) for n, text in numbers.items()]
    return options
