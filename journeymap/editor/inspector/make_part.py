"""From a part's name to its widget."""

from collections.abc import Callable

from journeymap.editor.document import Document
from journeymap.editor.inspector.cards_part import ActionsPart, PainsPart, TruthsPart
from journeymap.editor.inspector.chips_part import ANSWERED, CHANNELS, PLACES, ChipsPart, EndsPart
from journeymap.editor.inspector.emotions_part import EmotionsPart
from journeymap.editor.inspector.evidence_part import EvidencePart
from journeymap.editor.inspector.part import PartWidget
from journeymap.editor.inspector.picture_part import PicturePart
from journeymap.editor.inspector.specs import PartName
from journeymap.editor.lanes.cells_part import LaneCellsPart
from journeymap.editor.lanes.lanes_part import LanesPart
from journeymap.editor.lanes.place_part import LanePlacePart
from journeymap.editor.persona.heat_part import SegmentHeatPart
from journeymap.editor.persona.path_part import PathPart
from journeymap.editor.settings import Settings
from journeymap.language import _


def make_part(name: PartName, document: Document, settings: Settings) -> PartWidget:
    """The widget of a part."""
    simple: dict[str, Callable[[Document], PartWidget]] = {
        "pains": PainsPart,
        "truths": TruthsPart,
        "actions": ActionsPart,
        "emotions": EmotionsPart,
        "evidence": EvidencePart,
        "ends": EndsPart,
        "path": PathPart,
        "segment-heat": SegmentHeatPart,
        "lanes": LanesPart,
        "lane-place": LanePlacePart,
    }
    if name in simple:
        return simple[name](document)
    if name == "picture":
        return PicturePart(document, settings, "picture")
    if name == "note-picture":
        return PicturePart(document, settings, "image")
    if name == "lane-cells":
        return LaneCellsPart(document, settings)
    if name == "places":
        return ChipsPart(document, "on", PLACES, _("Add a place…"), least=1)
    if name == "answers":
        return ChipsPart(document, "answers", ANSWERED, _("Add what it answers…"))
    return ChipsPart(document, "channels", CHANNELS, _("Add a channel…"))
