"""A map as parts that can be drawn: each with its bounds and its shapes, mirrored where the map reads right to left."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

from journeymap.layout import sizes
from journeymap.layout.draw_card import card_shapes
from journeymap.layout.draw_emotion import emotion_shapes
from journeymap.layout.draw_footer import footer_shapes
from journeymap.layout.draw_frame import legend_shapes, row_shapes, title_shapes
from journeymap.layout.draw_lane import chip_shapes, lane_shapes
from journeymap.layout.draw_link import link_shapes
from journeymap.layout.draw_note import note_shapes
from journeymap.layout.draw_stage import column_shapes, header_shapes
from journeymap.layout.draw_text_lane import text_shapes
from journeymap.layout.scene import Scene
from journeymap.layout.shapes import Rect, Shape, mirror
from journeymap.model.structure import Link

Role = Literal[
    "column", "row", "lane", "text", "link", "card", "chip", "emotion", "header", "note", "title", "legend", "footer"
]
FADABLE: frozenset[Role] = frozenset({"link", "card", "chip", "text"})


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the picture: `bounds` holds all it draws (already mirrored); `shapes()` makes what is to be drawn."""

    role: Role
    id: str
    bounds: Rect
    make: Callable[[], list[Shape]]
    mirror_width: float | None
    faded: bool = False

    def shapes(self) -> list[Shape]:
        """The shapes, bottom first, where they stand on paper."""
        shapes = self.make()
        return shapes if self.mirror_width is None else [mirror(shape, self.mirror_width) for shape in shapes]


class Picture:
    """All parts of a scene, bottom first. Shapes are made when they are asked for, so that what is not seen costs nothing."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in map units."""
        return self.scene.layout.width, self.scene.layout.height

    @cached_property
    def parts(self) -> list[Part]:
        """Every part, bottom first."""
        return list(self._parts())

    def parts_in(self, area: Rect) -> Iterator[Part]:
        """The parts that reach into an area, bottom first."""
        return (part for part in self.parts if part.bounds.touches(area))

    def _part(self, role: Role, id: str, bounds: Rect, make: Callable[[], list[Shape]]) -> Part:
        layout = self.scene.layout
        faded = role in FADABLE and id in self.scene.faded
        if layout.rtl:
            return Part(role, id, bounds.mirrored(layout.width), make, layout.width, faded)
        return Part(role, id, bounds, make, None, faded)

    def _parts(self) -> Iterator[Part]:
        scene, layout = self.scene, self.scene.layout
        for stage in layout.stages.values():
            yield self._part("column", stage.id, stage.rect, partial(column_shapes, scene, stage))
        for row in layout.rows.values():
            yield self._part("row", row.id, row.rect.grown(2), partial(row_shapes, scene, row))
        for lane in layout.lanes.values():
            yield self._part("lane", lane.key, lane.rect.grown(2), partial(lane_shapes, scene, lane))
        for text in layout.texts:
            if text.id:
                yield self._part("text", text.id, text.rect.grown(2), partial(text_shapes, scene, text))
        for id, route in layout.routes.items():
            bounds = route.bounds.grown(70 if scene.journey.get(Link, id).label else 10)
            yield self._part("link", id, bounds, partial(link_shapes, scene, id, route))
        for card in layout.cards.values():
            yield self._part("card", card.id, card.rect.grown(18), partial(card_shapes, scene, card))
        if "emotion" in layout.lanes:
            box = layout.lanes["emotion"]
            yield self._part("emotion", "emotion", box.rect, partial(emotion_shapes, scene, box))
        for chip in layout.chips:
            yield self._part("chip", chip.id, chip.rect.grown(2), partial(chip_shapes, scene, chip))
        for stage in layout.stages.values():
            yield self._part("header", stage.id, stage.header, partial(header_shapes, scene, stage))
        for note in layout.notes.values():
            yield self._part("note", note.id, note.rect.grown(4), partial(note_shapes, scene, note))
        if layout.options.title:
            yield self._part("title", "", layout.title, partial(title_shapes, scene))
        if layout.options.legend:
            yield self._part("legend", "", layout.legend.grown(sizes.MARGIN), partial(legend_shapes, scene))
        if layout.options.signed:
            yield self._part("footer", "", layout.footer, partial(footer_shapes, scene))
