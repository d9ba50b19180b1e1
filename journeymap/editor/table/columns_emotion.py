"""The columns of what a persona feels at each touchpoint, and why."""

from journeymap.editor.inspector.emotions_part import FEEL, SAY, feeling
from journeymap.editor.table import cells
from journeymap.editor.table.column import Column
from journeymap.editor.table.source import Source, Writing
from journeymap.language import _
from journeymap.model.people import Emotion, Persona
from journeymap.model.problem import Problem
from journeymap.model.structure import Touchpoint


def emotion_columns(persona: Persona) -> tuple[Column, Column]:
    """How bad or good it feels, and (hidden until it is wanted) why."""
    name = persona.title or _("Untitled")
    return _felt(persona, _("Emotion: {persona}").format(persona=name)), _why(
        persona, _("Why: {persona}").format(persona=name)
    )


def _emotion(source: Source, persona: Persona, id: str) -> Emotion | None:
    found = source.naming(id, Emotion, "touchpoint")
    return next((emotion for emotion in found if emotion.persona == persona.id), None)


def _felt(persona: Persona, heading: str) -> Column:
    def shown(source: Source, card: Touchpoint) -> str:
        emotion = _emotion(source, persona, card.id)
        return feeling(emotion.value) if emotion is not None else ""

    def plain(source: Source, card: Touchpoint) -> str:
        emotion = _emotion(source, persona, card.id)
        return cells.plain_number(emotion.value) if emotion is not None else ""

    def put(writing: Writing, id: str, text: str) -> None:
        value = cells.read_number(text, -2, 2)
        emotion = _emotion(writing.source, persona, id)
        if value is None:
            writing.edit.remove(*([emotion.id] if emotion is not None else []))
        elif emotion is not None:
            writing.edit.update(emotion.id, value=value)
        else:
            writing.edit.add(Emotion, persona=persona.id, touchpoint=id, value=value)

    hint = _("A number from {low} to {high}").format(low=cells.write_number(-2), high=cells.write_number(2))
    return Column(f"emotion:{persona.id}", heading, shown, put, FEEL, plain, width=118, end=True, hint=hint)


def _why(persona: Persona, heading: str) -> Column:
    def shown(source: Source, card: Touchpoint) -> str:
        emotion = _emotion(source, persona, card.id)
        return emotion.note if emotion is not None else ""

    def put(writing: Writing, id: str, text: str) -> None:
        note = cells.read_line(text)
        emotion = _emotion(writing.source, persona, id)
        if emotion is not None:
            writing.edit.update(emotion.id, note=note)
        elif note:
            raise Problem("Say first how {persona} feels here.", persona=persona.title or _("Untitled"))

    return Column(f"why:{persona.id}", heading, shown, put, SAY, rare=True)
