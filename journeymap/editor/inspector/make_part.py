"""From a part's name to its widget."""

from collections.abc import Callable

from journeymap.editor.document import Document
from journeymap.editor.inspector.cards_part import ActionsPart, PainsPart, TruthsPart
from journeymap.editor.inspector.chips_part import ANSWERED, CHANNELS, PLACES, ChipsPart, EndsPart
from journeymap.editor.inspector.emotions_part import EmotionsPart
from journeymap.editor.inspector.evidence_part import EvidencePart
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.inspector.specs import PartName
from journeymap.language import _


def make_part(name: PartName, document: Document) -> PartWidget:
    """The widget of a part."""
    simple: dict[str, Callable[[Document], PartWidget]] = {
        "pains": PainsPart,
        "truths": TruthsPart,
        "actions": ActionsPart,
        "emotions": EmotionsPart,
        "evidence": EvidencePart,
        "ends": EndsPart,
    }
    if name in simple:
        return simple[name](document)
    if name == "places":
        return ChipsPart(document, "on", PLACES, _("Add a place…"), least=1)
    if name == "answers":
        return ChipsPart(document, "answers", ANSWERED, _("Add what it answers…"))
    return ChipsPart(document, "channels", CHANNELS, _("Add a channel…"))
