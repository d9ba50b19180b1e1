"""A map as a picture whose texts are measured as Qt paints them, and as an image."""

from PySide6.QtGui import QImage, QPainter

from journeymap.layout.build import build
from journeymap.layout.map_layout import LayoutOptions
from journeymap.layout.palette import PAPER
from journeymap.layout.picture import Picture
from journeymap.layout.scene import Scene
from journeymap.model.journey import Journey
from journeymap.model.problem import Problem
from journeymap.paint.measure import QtMeasure
from journeymap.paint.painter import colour, draw_parts, prepare
from journeymap.survey.score import Overlay

PIXEL_LIMIT = 200_000_000
SIDE_LIMIT = 32_000
DOTS_PER_METRE = 96 / 0.0254


def make_picture(journey: Journey, overlay: Overlay, options: LayoutOptions | None = None) -> Picture:
    """The picture of a map, its texts measured as Qt paints them."""
    measure = QtMeasure()
    return Picture(Scene(journey, build(journey, options, measure), overlay, measure))


def image_of(picture: Picture, scale: float) -> QImage:
    """The whole picture at `scale` pixels a map unit; raises `Problem` where that would be too many pixels."""
    image = blank_image(*picture.size, scale)
    with QPainter(image) as painter:
        prepare(painter)
        painter.scale(scale, scale)
        draw_parts(painter, picture.parts)
    return image


def blank_image(width: float, height: float, scale: float) -> QImage:
    """Paper of so many map units at `scale` pixels each; raises `Problem` where that would be too many pixels."""
    width, height = (max(1, round(side * scale)) for side in (width, height))
    if width * height > PIXEL_LIMIT or max(width, height) > SIDE_LIMIT:
        raise Problem(
            "At scale {scale} the picture would be {width} × {height} pixels. Choose a smaller scale.",
            scale=scale,
            width=width,
            height=height,
        )
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(DOTS_PER_METRE * scale))
    image.fill(colour(PAPER))
    return image


def map_image(journey: Journey, overlay: Overlay, width: int, options: LayoutOptions | None = None) -> QImage:
    """A small image of a map, `width` pixels wide (for the start page)."""
    picture = make_picture(journey, overlay, options)
    return image_of(picture, width / picture.size[0])
