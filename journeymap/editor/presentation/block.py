"""A block of a slide: shapes and lines of text in a box of their own, in reading direction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from journeymap.editor.presentation.letters import draw_line, line_of
from journeymap.layout.shapes import Align, Rect, Shape, mirror
from journeymap.paint.painter import draw


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of plain text, already wrapped, one below the other from the top of `rect`."""

    rect: Rect
    lines: tuple[str, ...]
    face: str
    ink: str
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a column; `gap` is the room above it where it is not the first. Pixels, from its own corner."""

    height: float
    gap: float = 0.0
    shapes: tuple[Shape, ...] = ()
    words: tuple[Words, ...] = ()

    def paint(self, painter: QPainter, x: float, y: float, width: float, rtl: bool) -> None:
        """Draw it with its corner at a place; right to left it is mirrored within its width."""
        painter.save()
        painter.translate(x, y)
        draw(painter, (mirror(shape, width) for shape in self.shapes) if rtl else self.shapes)
        for words in self.words:
            rect = words.rect.mirrored(width) if rtl else words.rect
            for place, line in enumerate(words.lines):
                top = rect.y + place * line_of(words.face)
                draw_line(painter, rect.x, top, rect.w, line, words.face, words.ink, words.align, rtl)
        painter.restore()


def height_of(blocks: Sequence[Block]) -> float:
    """The height of a column of blocks."""
    return sum(block.height + (block.gap if place else 0) for place, block in enumerate(blocks))


def paint_column(painter: QPainter, blocks: Iterable[Block], place: Rect, rtl: bool) -> None:
    """Draw blocks one below the other."""
    y = place.y
    for number, block in enumerate(blocks):
        y += block.gap if number else 0
        block.paint(painter, place.x, y, place.w, rtl)
        y += block.height
