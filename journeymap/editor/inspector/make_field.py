"""From a field's description to its widget."""

from journeymap.editor.inspector.choice_fields import ChoiceField, Options, StepsField
from journeymap.editor.inspector.colour_field import ColourField
from journeymap.editor.inspector.field import Field
from journeymap.editor.inspector.line_fields import DateField, LineField, NumberField, ShareField, TagsField, WidthField
from journeymap.editor.inspector.segment_field import SegmentField
from journeymap.editor.inspector.specs import FieldSpec
from journeymap.editor.inspector.switch_field import SwitchField
from journeymap.editor.inspector.text_field import TextField
from journeymap.language import _
from journeymap.model.journey import Journey
from journeymap.survey.overlay import segments


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
        return ColourField([(colour, _(name)) for colour, name in (spec.options or {}).items()])
    if spec.kind == "switch":
        return SwitchField(_(spec.label))
    if spec.kind == "segment":
        return SegmentField(segments(journey), hint)
    kinds: dict[str, type[LineField]] = {
        "number": NumberField,
        "share": ShareField,
        "date": DateField,
        "tags": TagsField,
        "width": WidthField,
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
